"""The arithmetic agrees with python-dateutil on any day."""

import datetime as dt

import pytest
from dateutil.relativedelta import FR, MO, relativedelta
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse_dates import find_dates
from newsparse_dates.days import interval, week_value

days = st.dates(dt.date(1900, 1, 10), dt.date(2090, 12, 20))


def only(text, published, **choices):
    (one,) = find_dates(text, published, **choices)
    return one


@settings(deadline=None)
@given(days, st.integers(1, 40))
def test_days_ago(day, number):
    wanted = day - relativedelta(days=number)
    one = only(f"They met {number} days ago.", day)
    assert (one.value, one.earliest, one.latest) == (wanted.isoformat(), wanted, wanted)


@settings(deadline=None)
@given(days, st.integers(1, 40))
def test_weeks_ago_are_iso_weeks(day, number):
    one = only(f"They met {number} weeks ago.", day)
    monday = day + relativedelta(weeks=-number, weekday=MO(-1))
    assert one.value == week_value(monday)
    assert (one.earliest, one.latest) == (monday, monday + relativedelta(days=6))


@settings(deadline=None)
@given(days, st.integers(1, 30))
def test_months_ago(day, number):
    wanted = day - relativedelta(months=number)
    one = only(f"They met {number} months ago.", day)
    assert one.value == f"{wanted:%Y-%m}"
    assert one.latest == wanted + relativedelta(day=31)


@settings(deadline=None)
@given(days, st.integers(1, 90))
def test_years_ago(day, number):
    wanted = day - relativedelta(years=number)
    one = only(f"They met {number} years ago.", day)
    assert (one.value, one.earliest) == (str(wanted.year), dt.date(wanted.year, 1, 1))


@settings(deadline=None)
@given(days)
def test_next_friday_is_the_first_one_after(day):
    wanted = day + relativedelta(days=1, weekday=FR)
    assert only("They meet next Friday.", day).value == wanted.isoformat()


@settings(deadline=None)
@given(days)
def test_every_iso_week_is_seven_days_that_hold_its_day(day):
    first, last = interval(week_value(day))
    assert (last - first).days == 6
    assert first <= day <= last


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020-W53", "2020-12-28", "2021-01-03"),
        ("2021-W01-WE", "2021-01-09", "2021-01-10"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2023-02", "2023-02-01", "2023-02-28"),
        ("2023-Q4", "2023-10-01", "2023-12-31"),
        ("2023-H1", "2023-01-01", "2023-06-30"),
        ("2023-WI", "2023-12-01", "2024-02-29"),
        ("2023-SP", "2023-03-01", "2023-05-31"),
        ("199", "1990-01-01", "1999-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2024-08-15T18:00", "2024-08-15", "2024-08-15"),
        ("2024-08-15TNI", "2024-08-15", "2024-08-15"),
    ],
)
def test_interval(value, first, last):
    assert [day.isoformat() for day in interval(value)] == [first, last]


@pytest.mark.parametrize("value", ["PXY", "P3M", "PRESENT_REF", "XXXX-05", "BC0480", "2023-02-30", "2021-W53", "0000"])
def test_no_interval(value):
    assert interval(value) is None or value == "0000"


def test_seasons_of_the_southern_hemisphere():
    one = only("They met in the summer of 2023.", dt.date(2024, 8, 15), southern=True)
    assert (one.earliest, one.latest) == (dt.date(2023, 12, 1), dt.date(2024, 2, 29))
    one = only("They met in the winter of 2023.", dt.date(2024, 8, 15), southern=True)
    assert (one.earliest, one.latest) == (dt.date(2023, 6, 1), dt.date(2023, 8, 31))


@pytest.mark.parametrize("published", [dt.date(1, 1, 1), dt.date(9999, 12, 31)])
def test_the_ends_of_the_calendar_raise_nothing(published):
    text = (
        "Yesterday, tomorrow, last year, next year, 300 years ago, a century ago, last week, next week, on Monday, in "
        "May, on May 3, last winter, the 1990s, 44 BC, 9999 years from now, at Easter, this weekend, next Monday."
    )
    assert len(find_dates(text, published)) >= 10
