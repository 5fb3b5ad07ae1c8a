"""Calendar intervals as text that is no finer than what is known, and back.

Text is the Extended Date/Time Format (ISO 8601-2): `2024-02`, `2024-04/2024-06`, `../2024-08-16`, `2025-22` (a
summer), `199X`.
"""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable

import attrs

from newsparse.models import Granularity

__all__ = ["Interval", "iso_dates", "read_edtf"]

POINT = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")
MASKED = re.compile(r"(?P<digits>\d{2,3})(?P<masks>X{1,2})")
WEEK = re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)")
FIRST_SEASON, LAST_SEASON = 21, 24
"""EDTF's numbers of spring and winter."""


@attrs.frozen
class Interval:
    """Calendar days, inclusive; None where an end is open."""

    earliest: dt.date | None
    latest: dt.date | None
    granularity: Granularity


def read_edtf(value: str) -> Interval | None:
    """Read an EDTF value, or a TIMEX3 value that is a day, week, month or year; None for what is neither."""
    try:
        return _read_pair(*value.split("/")) if "/" in value else _read_one(value)
    except (ValueError, TypeError):  # no such day, as 2024-02-31; more than two points; a year out of range
        return None


def _read_pair(first: str, last: str) -> Interval | None:
    start = None if first in ("..", "") else _read_one(first)
    end = None if last in ("..", "") else _read_one(last)
    if (start is None and first not in ("..", "")) or (end is None and last not in ("..", "")):
        return None
    earliest = start.earliest if start else None
    latest = end.latest if end else None
    if earliest and latest and earliest > latest:
        return None
    return Interval(earliest, latest, "interval")


def _read_one(value: str) -> Interval | None:
    if match := POINT.fullmatch(value):
        return _point(int(match["year"]), int(match["month"] or 0), int(match["day"] or 0))
    if match := WEEK.fullmatch(value):
        monday = dt.date.fromisocalendar(int(match["year"]), int(match["week"]), 1)
        return Interval(monday, monday + dt.timedelta(6), "week")
    if match := MASKED.fullmatch(value):
        size = 10 ** len(match["masks"])
        first = int(match["digits"]) * size
        if len(value) == 4:
            kind: Granularity = "decade" if size == 10 else "century"
            return Interval(dt.date(first, 1, 1), dt.date(first + size - 1, 12, 31), kind)
    return None


def _point(year: int, month: int, day: int) -> Interval:
    if day:
        return Interval(dt.date(year, month, day), dt.date(year, month, day), "day")
    if FIRST_SEASON <= month <= LAST_SEASON:
        start = 3 * (month - FIRST_SEASON) + 3  # spring starts in March
        return Interval(dt.date(year, start, 1), _month_end(year, start + 2), "season")
    if month:
        return Interval(dt.date(year, month, 1), _month_end(year, month), "month")
    return Interval(dt.date(year, 1, 1), dt.date(year, 12, 31), "year")


def _month_end(year: int, month: int) -> dt.date:
    year, month = (year + 1, month - 12) if month > 12 else (year, month)
    return dt.date(year, month, calendar.monthrange(year, month)[1])


def iso_dates(earliest: dt.date | None, latest: dt.date | None, *, weeks: bool = True) -> tuple[str, ...]:
    """Give a closed interval as one or two ISO 8601 dates of reduced precision; nothing for an open one.

    One date is a day, week (unless `weeks` is false), month or year (`2024-02`); two are the first and last day,
    month or year.
    """
    if earliest is None or latest is None:
        return ()
    if earliest == latest:
        return (earliest.isoformat(),)
    if weeks and earliest.weekday() == 0 and (latest - earliest).days == 6:
        year, week, _day = earliest.isocalendar()
        return (f"{year:04}-W{week:02}",)
    length = 10
    if earliest.day == 1 and latest == _month_end(latest.year, latest.month):
        length = 4 if (earliest.month, latest.month) == (1, 12) else 7
    return _distinct(day.isoformat()[:length] for day in (earliest, latest))


def _distinct(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
