"""Days of holidays: fixed, counted from Easter, or taken from the `holidays` library when one is needed."""

from __future__ import annotations

import datetime as dt
import re
from functools import cache

from dateutil.easter import easter

from newsparse_dates.days import day_of, shifted

__all__ = ["holiday_day"]

_FIXED = re.compile(r"(\d\d)-(\d\d)")
_MOVED = re.compile(r"(\w+?)([+-]\d+)?")


@cache
def holiday_day(rule: str, year: int) -> dt.date | None:
    """Give the day of a holiday in a year; `rule` is `12-25`, `easter-2`, `thanksgiving+1`, `labor` and the like."""
    if fixed := _FIXED.fullmatch(rule):
        return day_of(year, int(fixed[1]), int(fixed[2]))
    moved = _MOVED.fullmatch(rule)
    if not moved:
        return None
    base = _base(moved[1], year)
    return shifted(base, "D", int(moved[2] or 0)) if base else None


def _base(name: str, year: int) -> dt.date | None:
    if not 1583 <= year <= 4099:
        return None
    if name == "easter":
        return easter(year)
    if name == "election":  # the Tuesday after the first Monday of November
        first = dt.date(year, 11, 1)
        return first + dt.timedelta((0 - first.weekday()) % 7 + 1)
    return _american(year).get(_AMERICAN.get(name, ""))


_AMERICAN = {"thanksgiving": "Thanksgiving Day", "labor": "Labor Day", "memorial": "Memorial Day"}


@cache
def _american(year: int) -> dict[str, dt.date]:
    from holidays import country_holidays  # here, since it takes 0.2 s

    return {name: day for day, names in country_holidays("US", years=year).items() for name in names.split("; ")}
