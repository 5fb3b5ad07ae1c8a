"""Days of holidays: fixed, counted from Easter, or taken from the `holidays` library when one is needed."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from dateutil.easter import easter

from newsparse.lexicon import load_table
from newsparse_dates.days import day_of, shifted

__all__ = ["holiday_day"]

_FIXED = re.compile(r"(\d\d)-(\d\d)")
_MOVED = re.compile(r"([a-z-]+?)([+-]\d+)?")


@cache
def holiday_day(rule: str, year: int) -> dt.date | None:
    """Give the day of a holiday in a year; `rule` is `12-25`, `easter-2`, `thanksgiving+1`, `labor` and the like.

    None where the holiday is unknown, or the year lies outside of what is known of it.
    """
    if fixed := _FIXED.fullmatch(rule):
        return day_of(year, int(fixed[1]), int(fixed[2]))
    moved = _MOVED.fullmatch(rule)
    base = _base(moved[1], year) if moved and 1583 <= year <= 4099 else None
    return shifted(base, "D", int((moved and moved[2]) or 0)) if base else None


def _base(name: str, year: int) -> dt.date | None:
    if name == "easter":
        return easter(year)
    if name == "election":  # the Tuesday after the first Monday of November
        first = dt.date(year, 11, 1)
        return first + dt.timedelta(-first.weekday() % 7 + 1)
    entry = _library().get(name)
    return _in_library(year, *entry) if entry else None


@cache
def _library() -> dict[str, tuple[str, ...]]:
    return load_table("newsparse_dates", "any", "holiday_library.txt")


def _in_library(year: int, country: str, language: str, beginning: str) -> dt.date | None:
    """Give the first day in a year that the library calls by a name with this beginning."""
    from holidays import country_holidays  # here, since it takes 0.2 s

    days = country_holidays(country, years=year, language=None if language == "-" else language)
    return min((day for day, names in days.items() if names.startswith(beginning)), default=None)
