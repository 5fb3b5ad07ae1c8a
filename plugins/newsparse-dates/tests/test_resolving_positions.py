"""What a position in the calendar means where its words leave something out: the parts given, the context, the day."""

import datetime as dt

import pytest

from newsparse import Span
from newsparse_dates.fields import Fields
from newsparse_dates.resolve import Antecedent, Context, resolve


def day(text):
    return dt.date.fromisoformat(text)


def mention(text, value=None):
    return Antecedent(day(text), value or text, Span(0, 1))


def meaning(fields, published="2024-08-15", *, means="calendar", tense=None, **context):
    """Give value and anchor of a resolved expression as `value < anchor`."""
    place = Context(published=published and day(published), tense=lambda: tense, **context)
    found = resolve(means, Fields(**fields), place)
    return found and f"{found.value} < {found.anchor}"


YEARS = {
    "a year": ({"year": 1998}, "1998 < text"),
    "a year of three digits": ({"year": 480}, "0480 < text"),
    "a year BC": ({"year": 44, "era": "BC"}, "BC0044 < text"),
    "a year AD": ({"year": 79, "era": "AD"}, "0079 < text"),
    "a century BC": ({"century": 4, "era": "BC"}, "BC04 < text"),
    "a century": ({"century": 18}, "18 < text"),
    "an early century": ({"century": 8}, "08 < text"),
    "a decade": ({"decade": 198}, "198 < text"),
    "an early decade": ({"decade": 85}, "085 < text"),
    "the '80s": ({"decade": -1, "short_year": 80}, "198 < text"),
    "the '20s": ({"decade": -1, "short_year": 20}, "202 < text"),
    "'89": ({"short_year": 89}, "1989 < text"),
    "twenty years ahead": ({"short_year": 44}, "2044 < text"),
    "twenty-one years ahead": ({"short_year": 45}, "1945 < text"),
    "June last year": ({"month": 6, "year_which": -1}, "2023-06 < published"),
    "June 3 next year": ({"month": 6, "day": 3, "year_which": 1}, "2025-06-03 < published"),
    "autumn last year": ({"season": "FA", "year_which": -1}, "2023-FA < published"),
    "June 3, 2020": ({"month": 6, "day": 3, "year": 2020}, "2020-06-03 < text"),
    "June 31, 2020": ({"month": 6, "day": 31, "year": 2020}, None),
    "June 31": ({"month": 6, "day": 31}, None),
    "February 29, of no leap year": ({"month": 2, "day": 29, "year": 2023}, None),
    "May 1998": ({"month": 5, "year": 1998}, "1998-05 < text"),
    "the first month": ({"month": 1, "year": 1998}, "1998-01 < text"),
    "the last month": ({"month": 12, "year": 1998}, "1998-12 < text"),
    "month 0": ({"month": 0, "year": 1998}, None),
    "month 13": ({"month": 13, "year": 1998}, None),
    "winter of 1998": ({"season": "WI", "year": 1998}, "1998-WI < text"),
    "Christmas 1998": ({"holiday": "12-25", "year": 1998}, "1998-12-25 < text"),
    "an impossible holiday": ({"holiday": "02-30", "year": 1998}, None),
    "the week of March 4, 2024": ({"month": 3, "day": 4, "year": 2024, "unit": "W"}, "2024-W10 < text"),
    "the week of May 2024": ({"month": 5, "year": 2024, "unit": "W"}, "2024-W18 < text"),
    "the fortnight of March 4, 2024": ({"month": 3, "day": 4, "year": 2024, "unit": "F"}, "2024-W10 < text"),
    "the week of a bare year": ({"year": 2024, "unit": "W"}, "2024 < text"),
    "the year to March 31": ({"month": 3, "day": 31, "year": 2024, "unit": "Y"}, "2024 < text"),
}


@pytest.mark.parametrize(("fields", "wanted"), YEARS.values(), ids=YEARS)
def test_what_names_its_year(fields, wanted):
    assert meaning(fields) == wanted


def test_without_a_publication_date_a_century_begins_after_2050():
    assert meaning({"short_year": 50}, None) == "2050 < text"
    assert meaning({"short_year": 51}, None) == "1951 < text"


OPEN = {
    "today": ({"day_offset": 0}, "XXXX-XX-XX < None"),
    "the 9th": ({"day": 9}, "XXXX-XX-09 < None"),
    "Friday the 9th": ({"day": 9, "weekday": 5}, "XXXX-XX-09 < None"),
    "March 3": ({"day": 3, "month": 3}, "XXXX-03-03 < None"),
    "March": ({"month": 3}, "XXXX-03 < None"),
    "spring": ({"season": "SP"}, "XXXX-SP < None"),
    "Friday": ({"weekday": 5}, "XXXX-WXX-5 < None"),
    "Friday last week": ({"weekday": 5, "week_which": -1}, "XXXX-WXX-5 < None"),
    "Christmas": ({"holiday": "12-25"}, "XXXX-XX-XX < None"),
    "the week of March 4": ({"day": 4, "month": 3, "unit": "W"}, "XXXX-03-04 < None"),
    "6 p.m.": ({"hour": 6, "ampm": "pm"}, "XXXX-XX-XXT18:00 < None"),
}


@pytest.mark.parametrize(("fields", "wanted"), OPEN.values(), ids=OPEN)
def test_what_stays_open_without_a_publication_date(fields, wanted):
    assert meaning(fields, None) == wanted


SEASONS = {
    "this spring": ({"which": 0}, "2024-08-15", "SP", "2024-SP"),
    "last spring": ({"which": -1}, "2024-08-15", "SP", "2023-SP"),
    "next spring": ({"which": 1}, "2024-08-15", "SP", "2025-SP"),
    "winter, in February": ({}, "2024-02-29", "WI", "2023-WI"),
    "winter, in March": ({}, "2024-03-01", "WI", "2024-WI"),
    "summer, in February": ({}, "2024-02-29", "SU", "2024-SU"),
    "this past summer, in June": ({"base": "past"}, "2024-06-01", "SU", "2024-SU"),
    "this past summer, in May": ({"base": "past"}, "2024-05-31", "SU", "2023-SU"),
    "this past winter, in January": ({"base": "past"}, "2024-01-31", "WI", "2023-WI"),
    "this past winter, in December": ({"base": "past"}, "2024-12-01", "WI", "2024-WI"),
}


@pytest.mark.parametrize(("fields", "published", "season", "wanted"), SEASONS.values(), ids=SEASONS)
def test_seasons(fields, published, season, wanted):
    assert meaning({"season": season, **fields}, published) == f"{wanted} < published"


MONTHS = {
    # publication in August: cue, month, which, wanted
    "the month itself": (None, 8, None, "2024-08"),
    "the next month is the coming one": (None, 9, None, "2024-09"),
    "five months ahead": (None, 1, None, "2025-01"),
    "six months ahead": (None, 2, None, "2024-02"),
    "behind": (None, 5, None, "2024-05"),
    "told in the past, ahead": ("past", 11, None, "2023-11"),
    "told in the past, the next month": ("past", 9, None, "2024-09"),
    "told in the past, behind": ("past", 5, None, "2024-05"),
    "told to be over, the next month": ("over", 9, None, "2023-09"),
    "told to be over, behind": ("over", 5, None, "2024-05"),
    "to come, ahead": ("future", 11, None, "2024-11"),
    "to come, behind": ("future", 5, None, "2025-05"),
    "this, ahead": ("past", 11, 0, "2024-11"),
    "last, behind": (None, 7, -1, "2024-07"),
    "last, the month itself": (None, 8, -1, "2023-08"),
    "last, ahead": (None, 9, -1, "2023-09"),
    "next, ahead": (None, 9, 1, "2024-09"),
    "next, the month itself": (None, 8, 1, "2025-08"),
    "next, behind": (None, 7, 1, "2025-07"),
}


@pytest.mark.parametrize(("tense", "month", "which", "wanted"), MONTHS.values(), ids=MONTHS)
def test_the_year_of_a_month(tense, month, which, wanted):
    assert meaning({"month": month, "which": which}, tense=tense) == f"{wanted} < published"


def test_the_next_month_of_december_is_january():
    assert meaning({"month": 1}, "2024-12-15", tense="past") == "2025-01 < published"


def test_the_first_month_of_a_range_lies_behind():
    assert meaning({"month": 11, "base": "past"}) == "2023-11 < published"
    assert meaning({"month": 5, "base": "past"}) == "2024-05 < published"
    assert meaning({"month": 11, "base": "past"}, tense="future") == "2024-11 < published"


def test_the_last_month_of_a_range_comes_after_the_first():
    for month, wanted in ((1, "2024-01"), (11, "2023-11"), (12, "2023-12")):
        first = mention("2023-11-01", "2023-11")
        assert meaning({"month": month, "base": "range"}, last=first) == f"{wanted} < mention"
    assert meaning({"month": 5, "base": "range"}) == "2024-05 < published"


DAYS = {
    # publication on 15 August 2024: cue, month, day, which, wanted
    "behind": (None, 8, 2, None, "2024-08-02"),
    "ahead": (None, 8, 30, None, "2024-08-30"),
    "nearer in the next year": (None, 1, 10, None, "2025-01-10"),
    "nearer in this year": (None, 3, 10, None, "2024-03-10"),
    "to come, behind": ("future", 8, 2, None, "2025-08-02"),
    "to come, today": ("future", 8, 15, None, "2024-08-15"),
    "to come, ahead": ("future", 8, 30, None, "2024-08-30"),
    "past, ahead by little": ("past", 11, 1, None, "2024-11-01"),
    "past, ahead by 120 days": ("past", 12, 13, None, "2024-12-13"),
    "past, ahead by 121 days": ("past", 12, 14, None, "2023-12-14"),
    "over, tomorrow": ("over", 8, 16, None, "2023-08-16"),
    "over, today": ("over", 8, 15, None, "2024-08-15"),
    "over, behind": ("over", 8, 14, None, "2024-08-14"),
    "last, behind": (None, 8, 2, -1, "2024-08-02"),
    "last, today": (None, 8, 15, -1, "2023-08-15"),
    "last, ahead": (None, 10, 23, -1, "2023-10-23"),
    "next, ahead": (None, 8, 30, 1, "2024-08-30"),
    "next, today": (None, 8, 15, 1, "2025-08-15"),
    "next, behind": (None, 8, 2, 1, "2025-08-02"),
    "next, told to be over": ("over", 8, 30, 1, "2023-08-30"),
    "this": (None, 8, 30, 0, "2024-08-30"),
    "leap day": (None, 2, 29, None, "2024-02-29"),
}


@pytest.mark.parametrize(("tense", "month", "number", "which", "wanted"), DAYS.values(), ids=DAYS)
def test_the_year_of_a_day(tense, month, number, which, wanted):
    assert meaning({"month": month, "day": number, "which": which}, tense=tense) == f"{wanted} < published"


def test_a_leap_day_far_from_any_has_no_year():
    assert meaning({"month": 2, "day": 29}, "2022-08-15") == "XXXX-02-29 < None"


WEEKDAYS = {
    # publication on Thursday, 15 August 2024: cue, weekday, further parts, wanted
    "today": (None, 4, {}, "2024-08-15"),
    "today, to come": ("future", 4, {}, "2024-08-15"),
    "tomorrow": (None, 5, {}, "2024-08-16"),
    "tomorrow's, told in the past": ("past", 5, {}, "2024-08-09"),
    "tomorrow, told to be over": ("over", 5, {}, "2024-08-09"),
    "the day after tomorrow": (None, 6, {}, "2024-08-10"),
    "the day after tomorrow, to come": ("future", 6, {}, "2024-08-17"),
    "in five days, to come": ("future", 2, {}, "2024-08-20"),
    "yesterday": (None, 3, {}, "2024-08-14"),
    "yesterday, though to come": ("future", 3, {}, "2024-08-14"),
    "last, today's": (None, 4, {"which": -1}, "2024-08-08"),
    "last, tomorrow's": (None, 5, {"which": -1}, "2024-08-09"),
    "next, today's": (None, 4, {"which": 1}, "2024-08-22"),
    "next, tomorrow's": (None, 5, {"which": 1}, "2024-08-16"),
    "this, today": ("past", 4, {"which": 0}, "2024-08-15"),
    "this, without a cue": (None, 2, {"which": 0}, "2024-08-20"),
    "this, to come": ("future", 2, {"which": 0}, "2024-08-20"),
    "this, told in the past": ("past", 2, {"which": 0}, "2024-08-13"),
    "a week from Monday": (None, 1, {"weeks": 1}, "2024-08-26"),
    "a week from today's": (None, 4, {"weeks": 1}, "2024-08-29"),
    "two weeks from Friday": (None, 5, {"weeks": 2}, "2024-08-30"),
    "a week ago Sunday": (None, 7, {"weeks": -1}, "2024-08-04"),
    "a week ago, today's": (None, 4, {"weeks": -1}, "2024-08-08"),
    "Tuesday of last week": (None, 2, {"week_which": -1}, "2024-08-06"),
    "Sunday of this week": (None, 7, {"week_which": 0}, "2024-08-18"),
    "Monday of next week": (None, 1, {"week_which": 1}, "2024-08-19"),
}


@pytest.mark.parametrize(("tense", "weekday", "more", "wanted"), WEEKDAYS.values(), ids=WEEKDAYS)
def test_the_week_of_a_weekday(tense, weekday, more, wanted):
    assert meaning({"weekday": weekday, **more}, tense=tense) == f"{wanted} < published"


NINTHS = {
    "Friday the 9th": (5, 9, "2024-08-09 < published"),
    "Friday the 13th": (5, 13, "2024-09-13 < published"),
    "Thursday the 15th": (4, 15, "2024-08-15 < published"),
    "Sunday the 31st": (7, 31, "2024-03-31 < published"),
    "Monday the 31st": (1, 31, None),
}


@pytest.mark.parametrize(("weekday", "number", "wanted"), NINTHS.values(), ids=NINTHS)
def test_a_weekday_with_its_day_is_the_nearest_such_day(weekday, number, wanted):
    assert meaning({"weekday": weekday, "day": number}) == wanted


HOLIDAYS = {
    "Christmas, in August": ("12-25", {}, "2024-08-15", "2024-12-25"),
    "Christmas, in March": ("12-25", {}, "2024-03-15", "2023-12-25"),
    "New Year's Day, in December": ("01-01", {}, "2024-12-15", "2025-01-01"),
    "last Christmas, in August": ("12-25", {"which": -1}, "2024-08-15", "2023-12-25"),
    "last Christmas, on the day": ("12-25", {"which": -1}, "2024-12-25", "2023-12-25"),
    "next Christmas, in January": ("12-25", {"which": 1}, "2024-01-02", "2024-12-25"),
    "next Christmas, on the day": ("12-25", {"which": 1}, "2024-12-25", "2025-12-25"),
    "Easter": ("easter", {}, "2024-04-05", "2024-03-31"),
    "Good Friday": ("easter-2", {}, "2024-04-05", "2024-03-29"),
    "the day after Easter": ("easter", {"day_offset": 1}, "2024-04-05", "2024-04-01"),
    "the election, on a Monday the 1st": ("election", {}, "2027-11-01", "2027-11-02"),
    "the election, on a Tuesday the 8th": ("election", {}, "2022-11-01", "2022-11-08"),
}


@pytest.mark.parametrize(("rule", "more", "published", "wanted"), HOLIDAYS.values(), ids=HOLIDAYS)
def test_the_year_of_a_holiday(rule, more, published, wanted):
    assert meaning({"holiday": rule, **more}, published) == f"{wanted} < published"


def test_a_holiday_whose_day_is_not_known_stays_open():
    assert meaning({"holiday": "no-such"}) == "XXXX-XX-XX < None"
    assert meaning({"holiday": "easter"}, "1500-04-05") == "XXXX-XX-XX < None"


LAST = mention("2020-05-03")
NARRATIVE = {
    "a month": ({"month": 6}, {}, "2020-06 < mention"),
    "a month before": ({"month": 4}, {}, "2020-04 < mention"),
    "over the turn of the year": ({"month": 1}, {"last": mention("1941-12-01", "1941-12")}, "1942-01 < mention"),
    "back over it": ({"month": 12}, {"last": mention("1942-01-01", "1942-01")}, "1941-12 < mention"),
    "in a bare year": ({"month": 1}, {"last": mention("1941-01-01", "1941")}, "1941-01 < mention"),
    "a month with a place of its own": ({"month": 6, "which": 0}, {}, "2024-06 < published"),
    "a day": ({"month": 6, "day": 1}, {}, "2020-06-01 < mention"),
    "a day with a place of its own": ({"month": 6, "day": 1, "which": 0}, {}, "2024-06-01 < published"),
    "a day in a bare year": ({"month": 12, "day": 31}, {"last": mention("1941-01-01", "1941")}, "1941-12-31 < mention"),
    "a leap day in a bare year": (
        {"month": 2, "day": 29},
        {"last": mention("1941-01-01", "1941")},
        "XXXX-02-29 < None",
    ),
    "a season": ({"season": "FA"}, {}, "2020-FA < mention"),
    "a season with a place of its own": ({"season": "FA", "which": -1}, {}, "2023-FA < published"),
    "nothing named yet": ({"month": 6}, {"last": None}, "2024-06 < published"),
}


@pytest.mark.parametrize(("fields", "context", "wanted"), NARRATIVE.values(), ids=NARRATIVE)
def test_in_a_narrative_dates_continue_from_the_last(fields, context, wanted):
    assert meaning(fields, **{"narrative": True, "last": LAST, **context}) == wanted


MENTIONED = {
    "that day": ({"day_offset": 0, "base": "mention"}, "2020-05-03 < mention"),
    "the day before that": ({"day_offset": -1, "base": "mention"}, "2020-05-02 < mention"),
    "the 12th": ({"day": 12, "base": "mention"}, "2020-05-12 < mention"),
    "the 31st of a short month": ({"day": 31, "base": "published"}, "2024-08-31 < published"),
    "the 32nd": ({"day": 32, "base": "mention"}, None),
    "that fall": ({"season": "FA", "base": "year"}, "2020-FA < mention"),
    "June of that year": ({"month": 6, "base": "year"}, "2020-06 < mention"),
    "the previous Sunday": ({"weekday": 7, "which": -1, "base": "mention"}, "2020-04-26 < mention"),
    "yesterday": ({"day_offset": -1}, "2024-08-14 < published"),
    "6 p.m. far from a day": ({"hour": 6, "ampm": "pm", "base": "near"}, "2024-08-15T18:00 < published"),
}


@pytest.mark.parametrize(("fields", "wanted"), MENTIONED.values(), ids=MENTIONED)
def test_what_refers_to_the_mention_before(fields, wanted):
    assert meaning(fields, last=LAST, last_day=LAST) == wanted


def test_a_bare_time_close_to_a_day_is_of_that_day():
    assert meaning({"hour": 6, "ampm": "pm", "base": "near"}, last_day=LAST, near=True) == "2020-05-03T18:00 < mention"
    assert meaning({"hour": 6, "ampm": "pm", "base": "near"}, near=True) == "2024-08-15T18:00 < published"


CLOCK = {
    "6 p.m.": ({"hour": 6, "ampm": "pm"}, "18:00"),
    "6 a.m.": ({"hour": 6, "ampm": "am"}, "06:00"),
    "noon": ({"hour": 12, "ampm": "pm"}, "12:00"),
    "midnight": ({"hour": 12, "ampm": "am"}, "00:00"),
    "1 a.m.": ({"hour": 1, "ampm": "am"}, "01:00"),
    "0 a.m.": ({"hour": 0, "ampm": "am"}, None),
    "13 p.m.": ({"hour": 13, "ampm": "pm"}, None),
    "6:59": ({"hour": 6, "minute": 59}, "06:59"),
    "6:60": ({"hour": 6, "minute": 60}, None),
    "0:00": ({"hour": 0, "minute": 0}, "00:00"),
    "24:00": ({"hour": 24, "minute": 0}, "24:00"),
    "25:00": ({"hour": 25, "minute": 0}, None),
    "6:05:09 GMT": ({"hour": 6, "minute": 5, "second": 9, "zone": "Z"}, "06:05:09Z"),
    "6:05 of another zone": ({"hour": 6, "minute": 5, "zone": "EST"}, "06:05"),
    "6:00:00": ({"hour": 6, "minute": 0, "second": 0}, "06:00:00"),
    "3 in the afternoon": ({"hour": 3, "part": "AF"}, "15:00"),
    "8 in the evening": ({"hour": 8, "part": "EV"}, "20:00"),
    "10 at night": ({"hour": 10, "part": "NI"}, "22:00"),
    "5 at night": ({"hour": 5, "part": "NI"}, "17:00"),
    "4 at night": ({"hour": 4, "part": "NI"}, "04:00"),
    "3 in the morning": ({"hour": 3, "part": "MO"}, "03:00"),
    "12 in the afternoon": ({"hour": 12, "part": "AF"}, "12:00"),
    "15 in the afternoon": ({"hour": 15, "part": "AF"}, "15:00"),
    "in the afternoon": ({"part": "AF"}, "AF"),
    "3 hours as a time": ({"unit": "H", "number": 3.0}, "03:00"),
}


@pytest.mark.parametrize(("fields", "wanted"), CLOCK.values(), ids=CLOCK)
def test_times_of_day(fields, wanted):
    assert meaning(fields) == (wanted and f"2024-08-15T{wanted} < published")


NUMERIC = {
    "the first is no month": ((31, 1, 2020), None, "2020-01-31"),
    "the second is no month": ((1, 31, 2020), None, "2020-01-31"),
    "the same twice": ((3, 3, 2020), True, "2020-03-03"),
    "either": ((3, 1, 2020), None, "2020-03-01 month_first_guessed"),
    "either, the day first": ((3, 1, 2020), True, "2020-01-03 day_first"),
    "either, the month first": ((3, 1, 2020), False, "2020-03-01 month_first"),
    "twelve of either": ((12, 11, 2020), True, "2020-11-12 day_first"),
    "no month at all": ((13, 14, 2020), None, None),
    "month 0": ((5, 0, 2020), True, None),
    "no such day": ((2, 30, 2020), None, None),
    "two digits": ((3, 31, 89), None, "1989-03-31"),
    "99": ((3, 31, 99), None, "1999-03-31"),
    "100": ((3, 31, 100), None, "0100-03-31"),
    "no year": ((7, 31), None, "2024-07-31"),
}


@pytest.mark.parametrize(("numbers", "day_first", "wanted"), NUMERIC.values(), ids=NUMERIC)
def test_which_number_is_the_day(numbers, day_first, wanted):
    place = Context(published=day("2024-08-15"), tense=lambda: None, day_first=day_first)
    found = resolve("numeric", Fields(numeric=numbers), place)
    assert (found and f"{found.value} {found.note}".strip()) == wanted
