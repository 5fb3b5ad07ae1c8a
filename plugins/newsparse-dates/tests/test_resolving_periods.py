"""What lengths, repetitions, moves by units and quarters mean: the parts given, the context, the value."""

import datetime as dt

import pytest

from newsparse import Span
from newsparse_dates.fields import Fields
from newsparse_dates.resolve import Antecedent, Context, resolve


def day(text):
    return dt.date.fromisoformat(text)


def mention(text, value=None):
    return Antecedent(day(text), value or text, Span(0, 1))


def meaning(means, fields, published="2024-08-15", **context):
    """Give value and anchor of a resolved expression as `value < anchor`."""
    place = Context(published=published and day(published), tense=lambda: None, **context)
    found = resolve(means, Fields(**fields), place)
    return found and f"{found.value} < {found.anchor}"


PERIODS = {
    "three months": (3.0, "M", "P3M"),
    "two hours": (2.0, "H", "PT2H"),
    "ten minutes": (10.0, "TM", "PT10M"),
    "nine seconds": (9.0, "S", "PT9S"),
    "half a year": (0.5, "Y", "P6M"),
    "a year and a half": (1.5, "Y", "P1Y6M"),
    "half an hour": (0.5, "H", "PT30M"),
    "five hours and a half": (5.5, "H", "PT5H30M"),
    "a minute and a half": (1.5, "TM", "PT1M30S"),
    "half a minute": (0.5, "TM", "PT30S"),
    "a day and a half": (1.5, "D", "P1.5D"),
    "1.25 years": (1.25, "Y", "P1.25Y"),
    "half a decade": (0.5, "DE", "P5Y"),
    "two decades": (2.0, "DE", "P20Y"),
    "a quarter of a century": (0.25, "CE", "P25Y"),
    "two centuries": (2.0, "CE", "P200Y"),
    "a millennium": (1.0, "ML", "P1000Y"),
    "two fortnights": (2.0, "F", "P4W"),
    "three nights": (3.0, "N", "P3D"),
    "two weekends": (2.0, "WE", "P2D"),
    "years": (None, "Y", "PXY"),
    "hours": (None, "H", "PTXH"),
    "minutes": (None, "TM", "PTXM"),
    "nights": (None, "N", "PXD"),
    "weekends": (None, "WE", "PXW"),
    "fortnights": (None, "F", "PXW"),
    "decades": (None, "DE", "PXY"),
    "millennia": (None, "ML", "PXY"),
    "centuries": (None, "CE", "PXC"),
}


@pytest.mark.parametrize(("number", "unit", "wanted"), PERIODS.values(), ids=PERIODS)
def test_lengths_of_time(number, unit, wanted):
    assert meaning("period", {"number": number, "unit": unit}) == f"{wanted} < text"


def test_an_open_number_is_open_whatever_it_is_near():
    assert meaning("period", {"number": 3.0, "unit": "M", "vague": True}) == "PXM < text"
    assert meaning("period", {"value": "P2Y", "number": 3.0, "unit": "M"}) == "P2Y < text"
    assert meaning("period", {"vague": True}) == "PXX < text"


REPEATS = {
    "daily": ({"value": "P1D", "unit": "Y"}, "P1D"),
    "every Thursday": ({"weekday": 4}, "XXXX-WXX-4"),
    "every Monday night": ({"weekday": 1, "part": "NI"}, "XXXX-WXX-1TNI"),
    "every July": ({"month": 7}, "XXXX-07"),
    "every July 4": ({"month": 7, "day": 4}, "XXXX-07-04"),
    "every summer": ({"season": "SU"}, "XXXX-SU"),
    "every weekend": ({"unit": "WE"}, "XXXX-WXX-WE"),
    "every year": ({"unit": "Y"}, "P1Y"),
    "every other week": ({"unit": "W", "number": 2.0}, "P2W"),
    "every hour": ({"unit": "H"}, "PT1H"),
    "every morning": ({"part": "MO"}, "XXXX-XX-XXTMO"),
    "each time": ({}, "XXXX-XX-XX"),
}


@pytest.mark.parametrize(("fields", "wanted"), REPEATS.values(), ids=REPEATS)
def test_repetitions(fields, wanted):
    assert meaning("repeat", fields) == f"{wanted} < text"


LAST = mention("2020-05-03")
SHIFTS = {
    "two weeks ago": ({"number": 2.0, "unit": "W"}, "2024-W31 < published"),
    "three days from now": ({"number": 3.0, "unit": "D", "sign": 1}, "2024-08-18 < published"),
    "two fortnights ago": ({"number": 2.0, "unit": "F"}, "2024-W29 < published"),
    "two nights ago": ({"number": 2.0, "unit": "N"}, "2024-08-13TNI < published"),
    "two weekends ago": ({"number": 2.0, "unit": "WE"}, "2024-W31-WE < published"),
    "five months ago": ({"number": 5.0, "unit": "M"}, "2024-03 < published"),
    "two quarters ago": ({"number": 2.0, "unit": "Q"}, "2024-Q1 < published"),
    "a year ago": ({"unit": "Y"}, "2023 < published"),
    "a decade ago": ({"unit": "DE"}, "2014 < published"),
    "a century ago": ({"unit": "CE"}, "1924 < published"),
    "a millennium ago": ({"unit": "ML"}, "1024 < published"),
    "three millennia ago": ({"number": 3.0, "unit": "ML"}, None),
    "a year and a half ago": ({"number": 1.5, "unit": "Y"}, "2023-02 < published"),
    "half a decade ago": ({"number": 0.5, "unit": "DE"}, "2019-08 < published"),
    "half a century ago": ({"number": 0.5, "unit": "CE"}, "1974 < published"),
    "a month and a half ago": ({"number": 1.5, "unit": "M"}, "2024-07-01 < published"),
    "a week and a half ago": ({"number": 1.5, "unit": "W"}, "2024-08-05 < published"),
    "a day and a half ago": ({"number": 1.5, "unit": "D"}, "2024-08-14 < published"),
    "without a unit: days": ({"number": 2.0}, "2024-08-13 < published"),
    "two hours ago": ({"number": 2.0, "unit": "H"}, "XXXX-XX-XX < None"),
    "ten minutes ago": ({"number": 10.0, "unit": "TM"}, "XXXX-XX-XX < None"),
    "ten seconds ago": ({"number": 10.0, "unit": "S"}, "XXXX-XX-XX < None"),
    "a few years ago": ({"unit": "Y", "vague": True}, "PAST_REF < None"),
    "a few years from now": ({"unit": "Y", "vague": True, "sign": 1}, "FUTURE_REF < None"),
    "a few years later": ({"unit": "Y", "vague": True, "sign": 1, "base": "mention"}, "PXY < None"),
    "two days earlier": ({"number": 2.0, "unit": "D", "base": "mention"}, "2020-05-01 < mention"),
    "two days later": ({"number": 2.0, "unit": "D", "base": "mention", "sign": 1}, "2020-05-05 < mention"),
}


@pytest.mark.parametrize(("fields", "wanted"), SHIFTS.values(), ids=SHIFTS)
def test_moves_by_units(fields, wanted):
    assert meaning("shift", fields, last=LAST) == wanted


UNKNOWN = {"Y": "XXXX", "DE": "XXXX", "CE": "XXXX", "ML": "XXXX", "Q": "XXXX-QX", "M": "XXXX-XX", "W": "XXXX-WXX"}
UNKNOWN |= {"F": "XXXX-WXX", "WE": "XXXX-WXX-WE", "D": "XXXX-XX-XX", "N": "XXXX-XX-XX", "H": "XXXX-XX-XX"}


@pytest.mark.parametrize("unit", UNKNOWN)
def test_moves_from_an_unknown_day_stay_open(unit):
    assert meaning("shift", {"number": 2.0, "unit": unit}, None) == f"{UNKNOWN[unit]} < None"
    open_unit = {"DE": "XXX", "CE": "XX", "ML": "X"}.get(unit, UNKNOWN[unit])
    assert meaning("which", {"which": -1, "unit": unit}, None) == f"{open_unit} < None"


def test_a_broken_number_of_units_from_an_unknown_day_is_as_fine_as_it_is_counted():
    assert meaning("shift", {"number": 1.5, "unit": "Y"}, None) == "XXXX-XX < None"
    assert meaning("shift", {"number": 1.5, "unit": "W"}, None) == "XXXX-XX-XX < None"


WHICH = {
    "this week": ({"which": 0, "unit": "W"}, "2024-W33 < published"),
    "last week": ({"which": -1, "unit": "W"}, "2024-W32 < published"),
    "next month": ({"which": 1, "unit": "M"}, "2024-09 < published"),
    "the year before last": ({"which": -2, "unit": "Y"}, "2022 < published"),
    "last decade": ({"which": -1, "unit": "DE"}, "201 < published"),
    "last century": ({"which": -1, "unit": "CE"}, "19 < published"),
    "this millennium": ({"unit": "ML"}, "2 < published"),
    "last night": ({"which": -1, "unit": "N"}, "2024-08-14TNI < published"),
    "last weekend": ({"which": -1, "unit": "WE"}, "2024-W32-WE < published"),
    "last quarter": ({"which": -1, "unit": "Q"}, "2024-Q2 < published"),
    "this hour": ({"which": 0, "unit": "H"}, "XXXX-XX-XX < None"),
    "that month": ({"which": 0, "unit": "M", "base": "mention"}, "2020-05 < mention"),
    "the following year": ({"which": 1, "unit": "Y", "base": "mention"}, "2021 < mention"),
    "last Friday": ({"which": -1, "weekday": 5}, "2024-08-09 < published"),
}


@pytest.mark.parametrize(("fields", "wanted"), WHICH.values(), ids=WHICH)
def test_units_beside_the_present_one(fields, wanted):
    assert meaning("which", fields, last=LAST) == wanted


def test_beyond_the_calendar_there_is_nothing():
    assert meaning("which", {"which": 1, "unit": "Y"}, "9999-08-15") is None
    assert meaning("shift", {"number": 1.0, "unit": "D"}, "0001-01-01") is None
    assert meaning("fiscal", {"which": -1, "unit": "Y"}, "0001-01-01") is None


BASES = {
    "of the story, in a narrative": ("story", {"narrative": True}, "2024-08-15", "2020-W18 < mention"),
    "of the story, in news": ("story", {}, "2024-08-15", "2024-W33 < published"),
    "of the story, before any mention": (
        "story",
        {"narrative": True, "last": None},
        "2024-08-15",
        "2024-W33 < published",
    ),
    "of a mention that is missing": ("mention", {"last": None}, "2024-08-15", "2024-W33 < published"),
    "the week, on a Monday": ("week", {}, "2024-08-12", "2024-W32 < published"),
    "the week, on a Tuesday": ("week", {}, "2024-08-13", "2024-W33 < published"),
    "the week, on a Sunday": ("week", {}, "2024-08-18", "2024-W33 < published"),
    "the week, of no day": ("week", {}, None, "XXXX-WXX < None"),
}


@pytest.mark.parametrize(("base", "context", "published", "wanted"), BASES.values(), ids=BASES)
def test_what_a_unit_is_counted_from(base, context, published, wanted):
    assert meaning("which", {"unit": "W", "base": base}, published, **{"last": LAST, **context}) == wanted


REFERENCES = {
    "now": ("reference", {}, {}, "PRESENT_REF < None"),
    "long ago": ("reference", {"value": "PAST_REF"}, {}, "PAST_REF < None"),
    "until then": ("same", {}, {"last": mention("1941-01-01", "1941")}, "1941 < mention"),
    "until then, of nothing": ("same", {}, {}, "XXXX-XX-XX < None"),
    "what is no date": ("none", {"year": 1998}, {}, None),
}


@pytest.mark.parametrize(("means", "fields", "context", "wanted"), REFERENCES.values(), ids=REFERENCES)
def test_references(means, fields, context, wanted):
    assert meaning(means, fields, **context) == wanted


REPORTED = {"last_quarter": mention("1989-07-01", "1989-Q3")}
QUARTERS = {
    "the second quarter of 2019": ({"quarter": 2, "year": 2019}, {}, "2019-Q2 < text"),
    "the first half of 2019": ({"half": 1, "year": 2019}, {}, "2019-H1 < text"),
    "the second half of 2019": ({"half": 2, "year": 2019}, {}, "2019-H2 < text"),
    "the fourth quarter of '89": ({"quarter": 4, "short_year": 89}, {}, "1989-Q4 < text"),
    "the second half of '19": ({"half": 2, "short_year": 19}, {}, "2019-H2 < text"),
    "the fifth quarter": ({"quarter": 5, "year": 2019}, {}, None),
    "quarter 0": ({"quarter": 0, "year": 2019}, {}, None),
    "the third half": ({"half": 3, "year": 2019}, {}, None),
    "the quarter that has begun": ({"quarter": 3}, {}, "2024-Q3 < published"),
    "the quarter to come": ({"quarter": 4}, {}, "2023-Q4 < published"),
    "the half that has begun": ({"half": 2}, {}, "2024-H2 < published"),
    "the first quarter of next year": ({"quarter": 1, "year_which": 1}, {}, "2025-Q1 < published"),
    "last year's second half": ({"half": 2, "year_which": -1}, {}, "2023-H2 < published"),
    "last third quarter": ({"quarter": 3, "which": -1}, {}, "2023-Q3 < published"),
    "the quarter ended July 31": ({"month": 7}, {}, "2024-Q3 < published"),
    "the quarter ended in this month": ({"month": 8}, {}, "2023-Q3 < published"),
    "the quarter ended January 31": ({"month": 1}, {}, "2024-Q1 < published"),
    "the quarter ended December 31": ({"month": 12}, {}, "2023-Q4 < published"),
    "the quarter": ({}, {}, "2024-Q2 < published"),
    "the quarter, where one was named": ({}, REPORTED, "1989-Q3 < mention"),
    "the year-earlier quarter": ({"which": -1}, REPORTED, "1988-Q3 < mention"),
    "the 1986 quarter": ({"year": 1986}, REPORTED, "1986-Q3 < mention"),
    "a year earlier, in a report": ({"which": -1, "unit": "Y"}, {"earnings": True, **REPORTED}, "1988-Q3 < mention"),
    "a year earlier, elsewhere": ({"which": -1, "unit": "Y"}, REPORTED, "2023 < published"),
    "the year-earlier period, of nine months": ({"which": -1}, {"long_period": True, **REPORTED}, "2023 < published"),
    "the 1986 period, of nine months": ({"year": 1986}, {"long_period": True, **REPORTED}, "1986 < text"),
    "the quarter, beside nine months": ({}, {"long_period": True, **REPORTED}, "1989-Q3 < mention"),
    "the year": ({"unit": "Y"}, {}, "2024 < published"),
}


@pytest.mark.parametrize(("fields", "context", "wanted"), QUARTERS.values(), ids=QUARTERS)
def test_quarters_and_the_periods_of_reports(fields, context, wanted):
    assert meaning("fiscal", fields, **context) == wanted


EDGES = {
    ("quarter", 1, "2024-01-01"): "2024-Q1",
    ("quarter", 2, "2024-03-31"): "2023-Q2",
    ("quarter", 2, "2024-04-01"): "2024-Q2",
    ("quarter", 4, "2024-09-30"): "2023-Q4",
    ("quarter", 4, "2024-10-01"): "2024-Q4",
    ("half", 2, "2024-06-30"): "2023-H2",
    ("half", 2, "2024-07-01"): "2024-H2",
}


@pytest.mark.parametrize(("name", "number", "published"), EDGES)
def test_a_quarter_is_the_last_that_has_begun(name, number, published):
    assert meaning("fiscal", {name: number}, published) == f"{EDGES[name, number, published]} < published"


@pytest.mark.parametrize(
    ("fields", "wanted"),
    [
        ({"quarter": 3}, "XXXX-Q3"),
        ({"half": 1}, "XXXX-H1"),
        ({"month": 3}, "XXXX-Q1"),
        ({"month": 4}, "XXXX-Q2"),
        ({"which": -1}, "XXXX-QX"),
        ({"which": -1, "unit": "Y"}, "XXXX"),
    ],
)
def test_quarters_stay_open_without_a_publication_date(fields, wanted):
    assert meaning("fiscal", fields, None) == f"{wanted} < None"
