"""`find_dates` alone: what `published` may be."""

import datetime as dt

import pytest

from newsparse import UsageError
from newsparse_dates import find_dates


@pytest.mark.parametrize(
    "published",
    ["2024-08-15", dt.date(2024, 8, 15), dt.datetime(2024, 8, 15, 9, 30, tzinfo=dt.UTC), "2024-08-15T09:30Z"],
)
def test_published_is_a_date_a_moment_or_an_iso_string(published: object) -> None:
    assert [date.value for date in find_dates("He left on Sunday.", published)] == ["2024-08-11"]


def test_any_other_published_is_a_clear_error() -> None:
    with pytest.raises(UsageError, match="published: 'last week' is no ISO 8601 date"):
        find_dates("He left on Sunday.", "last week")
