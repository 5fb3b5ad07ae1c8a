"""Calendar arithmetic: TIMEX3 values from days, days from TIMEX3 values."""

from __future__ import annotations

import datetime as dt
import re

from dateutil.relativedelta import relativedelta

__all__ = ["SEASON_MONTH", "day_of", "interval", "month_value", "quarter_value", "shifted", "unit_value", "week_value"]

Interval = tuple[dt.date, dt.date]

_VALUE = re.compile(
    r"(?P<year>\d{4})(?:"
    r"-W(?P<week>\d\d)(?:-(?P<weekday>[1-7])|-(?P<weekend>WE))?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI)"
    r"|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?:T.*)?"
)
_ROUND = re.compile(r"\d{2,3}")
SEASON_MONTH = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""Season to the month it begins in, north of the equator."""


def day_of(year: int, month: int = 1, day: int = 1) -> dt.date | None:
    """Give a day, None where the calendar has none, as 30 February or a day of the year 0."""
    try:
        return dt.date(year, month, day)
    except ValueError:
        return None


def shifted(base: dt.date, unit: str, number: int) -> dt.date | None:
    """Move a day by a number of units (Y, Q, M, F, W, D, DE, CE, ML); None beyond the years 1 to 9999."""
    try:
        return base + _delta(unit, number)
    except (ValueError, OverflowError):
        return None


def _delta(unit: str, number: int) -> relativedelta:
    if unit in ("D", "N"):
        return relativedelta(days=number)
    if unit in ("W", "F", "WE"):
        return relativedelta(weeks=number * (2 if unit == "F" else 1))
    if unit in ("M", "Q"):
        return relativedelta(months=number * (3 if unit == "Q" else 1))
    return relativedelta(years=number * {"Y": 1, "DE": 10, "CE": 100, "ML": 1000}[unit])


def week_value(day: dt.date) -> str:
    """Write the ISO week of a day, as `2024-W33`."""
    year, week, _ = day.isocalendar()
    return f"{year:04d}-W{week:02d}"


def month_value(day: dt.date) -> str:
    """Write the month of a day, as `2024-08`."""
    return f"{day.year:04d}-{day.month:02d}"


def quarter_value(day: dt.date) -> str:
    """Write the quarter of a day, as `2024-Q3`."""
    return f"{day.year:04d}-Q{(day.month + 2) // 3}"


def unit_value(day: dt.date, unit: str) -> str:
    """Write the period of length `unit` that holds a day, as `2024-08` for M."""
    if unit in ("W", "F"):
        return week_value(day)
    if unit == "WE":
        return f"{week_value(day)}-WE"
    if unit == "M":
        return month_value(day)
    if unit == "Q":
        return quarter_value(day)
    if unit in ("D", "N"):
        return day.isoformat() + ("TNI" if unit == "N" else "")
    year = f"{day.year:04d}"
    return year[: {"Y": 4, "DE": 3, "CE": 2, "ML": 1}[unit]]


def interval(value: str, *, southern: bool = False) -> Interval | None:
    """Give the first and last day of a TIMEX3 value, None where it has none (durations, open values, BC).

    A winter begins in the year it is called by and ends in the next; `southern` moves the seasons by half a year.
    """
    if _ROUND.fullmatch(value):
        return _years(int(value.ljust(4, "0")), 10 ** (4 - len(value)))
    match = _VALUE.fullmatch(value)
    if not match:
        return None
    try:
        return _interval(match, int(match["year"]), southern=southern)
    except (ValueError, OverflowError):
        return None


def _interval(match: re.Match[str], year: int, *, southern: bool) -> Interval | None:
    if match["week"]:
        return _week(year, int(match["week"]), match["weekday"], match["weekend"])
    if match["day"]:
        day = dt.date(year, int(match["month"]), int(match["day"]))
        return day, day
    for name, first, count in (("month", 1, 1), ("quarter", 3, 3), ("half", 6, 6)):
        if match[name]:
            return _months(year, (int(match[name]) - 1) * first + 1, count)
    if match["season"]:
        month = SEASON_MONTH[match["season"]] + (6 if southern else 0)
        return _months(year, month - 12 if month > 12 else month, 3)
    return _years(year, 1)


def _years(first: int, count: int) -> Interval | None:
    start, end = day_of(max(first, 1)), day_of(first + count - 1, 12, 31)
    return (start, end) if start and end else None


def _months(year: int, month: int, count: int) -> Interval:
    start = dt.date(year, month, 1)
    return start, start + relativedelta(months=count, days=-1)


def _week(year: int, week: int, weekday: str | None, weekend: str | None) -> Interval:
    if weekday:
        day = dt.date.fromisocalendar(year, week, int(weekday))
        return day, day
    first = 6 if weekend else 1
    return dt.date.fromisocalendar(year, week, first), dt.date.fromisocalendar(year, week, 7)
