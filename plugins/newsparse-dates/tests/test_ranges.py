import datetime as dt

import pytest

from newsparse_dates import find_dates, find_ranges

CASES = (
    ("They met from 3 to 5 May 2023 there.", "3 to 5 May 2023", "2023-05-03", "2023-05-05"),
    ("Sales rose in January–March 2023.", "January–March 2023", "2023-01-01", "2023-03-31"),
    ("He ruled 2009-2010 there.", "2009-2010", "2009-01-01", "2010-12-31"),
    ("They met Nov. 3-5, 1989 there.", "Nov. 3-5, 1989", "1989-11-03", "1989-11-05"),
    ("They met from Tuesday to Friday.", "Tuesday to Friday", "2024-08-13", "2024-08-16"),
)


@pytest.mark.parametrize(("text", "words", "earliest", "latest"), CASES)
def test_ends_and_interval(text, words, earliest, latest):
    (one,) = find_ranges(text, find_dates(text, dt.date(2024, 8, 15)))
    assert (one.span.of(text), one.earliest.isoformat(), one.latest.isoformat()) == (words, earliest, latest)


def test_two_dates_are_no_range():
    text = "They met in 2009 and in 2010."
    assert find_ranges(text, find_dates(text)) == ()
