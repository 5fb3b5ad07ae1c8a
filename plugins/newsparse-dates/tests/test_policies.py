"""How the press means dates that leave something out."""

import datetime as dt

import pytest

from newsparse_dates import find_dates

DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def value(text, published):
    (one,) = find_dates(text, published)
    return one.value


@pytest.mark.parametrize("offset", range(7))
def test_a_weekday_is_today_tomorrow_or_the_last_one(offset):
    published = dt.date(2024, 8, 15)
    day = published + dt.timedelta(1 if offset == 1 else offset - 7 if offset else 0)
    assert value(f"The doors: {DAYS[day.weekday()]} there.", published) == day.isoformat()


@pytest.mark.parametrize("offset", range(7))
def test_a_weekday_of_the_past_is_today_or_the_last_one(offset):
    published = dt.date(2024, 8, 15)
    day = published - dt.timedelta(offset)
    assert value(f"They met on {DAYS[day.weekday()]} there.", published) == day.isoformat()


@pytest.mark.parametrize(
    "text",
    [
        "The talks were set to resume Friday.",
        "She headed Friday to the coast.",
        "They could come as early as Friday, he said.",
        "They planned to leave on Friday.",
    ],
)
def test_what_lies_ahead_of_the_past_may_be_tomorrow(text):
    assert value(text, "2024-08-15") == "2024-08-16"


CASES = (
    ("They met last April.", "2024-08-15", "2024-04"),
    ("They met last April.", "2024-03-15", "2023-04"),
    ("They met last April.", "2024-04-15", "2023-04"),
    ("They meet next April.", "2024-08-15", "2025-04"),
    ("They meet this September.", "2024-02-05", "2024-09"),
    ("They met last Thursday.", "2024-08-15", "2024-08-08"),
    ("They met last spring.", "2024-10-26", "2023-SP"),
    ("They met this past spring.", "2024-10-26", "2024-SP"),
    ("They met last winter.", "2024-03-01", "2023-WI"),
    ("They met this winter.", "2024-01-20", "2023-WI"),
    ("They met last week.", "2024-01-01", "2023-W52"),
    ("They meet next week.", "2020-12-28", "2021-W01"),
    ("They met over the weekend.", "2024-08-12", "2024-W32-WE"),
    ("They met on Aug. 2.", "2024-08-15", "2024-08-02"),
    ("They will meet on Aug. 2.", "2024-08-15", "2025-08-02"),
    ("The year ran to the end of March.", "2024-08-15", None),
    ("Sales fell in the fourth quarter.", "2024-02-01", "2023-Q4"),
    ("They met a year ago.", "2024-08-15", "2023"),
    ("They met three months ago.", "2024-08-15", "2024-05"),
    ("They met ten days ago.", "2024-08-15", "2024-08-05"),
    ("They met a year and a half ago.", "2024-08-15", "2023-02"),
    ("They met at Easter.", "2024-04-05", "2024-03-31"),
    ("They met last Thanksgiving.", "2024-02-10", "2023-11-23"),
    ("It opened in '89.", "2024-08-15", "1989"),
    ("It opened in '19.", "2024-08-15", "2019"),
)


@pytest.mark.parametrize(("text", "published", "wanted"), [case for case in CASES if case[2]])
def test_value(text, published, wanted):
    assert value(text, dt.date.fromisoformat(published)) == wanted


def test_business_reports_compare_with_the_same_quarter():
    text = "Third-quarter profit rose. Net income was $3 million, up from $2 million a year earlier."
    assert [one.value for one in find_dates(text, dt.date(1989, 10, 26))] == ["1989-Q3", "1988-Q3"]


def test_without_publication_date_relative_expressions_stay_open():
    text = "On Thursday, May 3, yesterday, last year, two weeks ago, in June, this summer and next month they met."
    found = find_dates(text)
    assert [(one.value, one.earliest, one.anchor) for one in found] == [
        ("XXXX-05-03", None, None),
        ("XXXX-XX-XX", None, None),
        ("XXXX", None, None),
        ("XXXX-WXX", None, None),
        ("XXXX-06", None, None),
        ("XXXX-SU", None, None),
        ("XXXX-XX", None, None),
    ]
    assert find_dates("They met on Thursday.")[0].value == "XXXX-WXX-4"


NUMERIC = (
    ("Dated 03/01/2020.", None, "2020-03-01", "slash_date:month_first_guessed"),
    ("Dated 03/01/2020.", True, "2020-01-03", "slash_date:day_first"),
    ("Dated 03/01/2020.", False, "2020-03-01", "slash_date:month_first"),
    ("Dated 31/01/2020.", None, "2020-01-31", "slash_date_day_first"),
    ("Dated 01/31/2020.", True, "2020-01-31", "slash_date"),
)


@pytest.mark.parametrize(("text", "day_first", "wanted", "found_by"), NUMERIC)
def test_the_order_of_a_numeric_date_is_never_guessed_silently(text, day_first, wanted, found_by):
    (one,) = find_dates(text, dt.date(2024, 8, 15), day_first=day_first)
    assert (one.value, one.found_by) == (wanted, found_by)


def test_the_articles_own_dates_tell_the_order_of_the_others():
    text = "Dated 03/01/2020 and 31/01/2020."
    assert [one.value for one in find_dates(text)] == ["2020-01-03", "2020-01-31"]
