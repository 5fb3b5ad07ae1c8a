"""What users of other libraries complain about does not happen here; the numbers are their issues."""

import datetime as dt
import time

import pytest

from newsparse_dates import find_dates

THURSDAY = dt.date(2024, 8, 15)


def values(text, published=THURSDAY, **choices):
    return [(one.text, one.value) for one in find_dates(text, published, **choices)]


CASES = {
    "dateparser#508: its own weekday in a Friday's article": (
        "They met on Friday in Oslo.", dt.date(2024, 8, 16), [("Friday", "2024-08-16")],
    ),
    "dateparser#1031: yesterday's weekday": (
        "They met on Wednesday in Oslo.", THURSDAY, [("Wednesday", "2024-08-14")],
    ),
    "duckling#51: the past, by tense": ("They met on Monday.", THURSDAY, [("Monday", "2024-08-12")]),
    "duckling#29: the future, by tense": ("They will meet on Monday.", THURSDAY, [("Monday", "2024-08-19")]),
    "chrono#599: month in the past": ("They met in November.", THURSDAY, [("November", "2023-11")]),
    "chrono#518: may is a verb": ("They may go. He may.", THURSDAY, []),
    "datefinder#56: may and march": ("He may march 12 miles.", THURSDAY, []),
    "dateparser#582: prices": ("It cost $1,998 or 20.5 euros, £2024, 12.50.", THURSDAY, []),
    "dateparser#942: degrees and versions": ("It was 20.5 degrees. Version 3.11.2 and v2.0.1.", THURSDAY, []),
    "CoreNLP#783: which year for a month": ("They will meet in March.", THURSDAY, [("March", "2025-03")]),
    "parsedatetime#99: which year for a day": (
        "They met on Dec. 30.", dt.date(2024, 1, 5), [("Dec. 30", "2023-12-30")],
    ),
    "dateparser#388: a month is a month": ("They met last month.", THURSDAY, [("last month", "2024-07")]),
    "CoreNLP#201: a year stays a year": ("They met two years ago.", THURSDAY, [("two years ago", "2022")]),
    "duckling#364: quarters": ("It fell in Q2 2021.", THURSDAY, [("Q2 2021", "2021-Q2")]),
    "CoreNLP#1124: week 53": ("They met last week.", dt.date(2021, 1, 5), [("last week", "2020-W53")]),
    "CoreNLP#1124: leap day": ("They met a year ago.", dt.date(2024, 2, 29), [("a year ago", "2023")]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "published", "wanted"), CASES.values(), ids=list(CASES))
def test_values(text, published, wanted):
    assert values(text, published) == wanted


def test_dateparser_379_every_date_says_where_it_stands_and_how_it_was_found():
    (one,) = find_dates("They met yesterday.", THURSDAY)
    assert (one.span.start, one.span.end, one.anchor, one.found_by) == (9, 18, "published", "day_word")
    assert find_dates("It opened in 1998.", THURSDAY)[0].anchor == "text"


def test_corenlp_626_nothing_depends_on_today():
    early, late = (find_dates("They met last May.", dt.datetime(2024, 8, 15, hour)) for hour in (0, 23))
    assert early == late
    assert find_dates("They met last May.")[0].value == "XXXX-05"


@pytest.mark.parametrize(
    "piece",
    ["last ", "1", "1/1/", "1/", "MayJune", "two ", "a few ", "Monday ", "of ", "the ", "10:", "2020-", "’", "Jan. "],
    ids=repr,
)
def test_dateparser_439_and_1185_hostile_text_takes_linear_time(piece):
    def seconds(length):
        text = (piece * length)[:length]
        best = 9.0
        for _ in range(3):
            start = time.process_time()
            find_dates(text, THURSDAY)
            best = min(best, time.process_time() - start)
        return best

    small, large = seconds(4_000), seconds(32_000)
    assert large < 24 * small + 0.05
