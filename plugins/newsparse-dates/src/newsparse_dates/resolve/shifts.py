"""Moves from a day by units: `two weeks ago`, `a day earlier`; periods beside the present: `last year`."""

from __future__ import annotations

from collections.abc import Mapping

from newsparse_dates.days import shifted, unit_value
from newsparse_dates.fields import Fields
from newsparse_dates.resolve.calendars import resolve_calendar
from newsparse_dates.resolve.context import Context, Resolved
from newsparse_dates.resolve.durations import period_value

__all__ = ["OPEN", "resolve_shift", "resolve_which"]

OPEN: Mapping[str, str] = {
    "Y": "XXXX",
    "DE": "XXX",
    "CE": "XX",
    "ML": "X",
    "Q": "XXXX-QX",
    "M": "XXXX-XX",
    "W": "XXXX-WXX",
    "F": "XXXX-WXX",
    "WE": "XXXX-WXX-WE",
}
"""Unit to its value where nothing is known."""
GRAIN: Mapping[str, str] = {"DE": "Y", "CE": "Y", "ML": "Y"}
"""`a decade ago` means a year."""
SMALLER: Mapping[str, tuple[int, str]] = {
    "Y": (12, "M"),
    "DE": (120, "M"),
    "CE": (100, "Y"),
    "M": (30, "D"),
    "W": (7, "D"),
}
"""What a broken number of units is counted in."""


def resolve_shift(fields: Fields, context: Context) -> Resolved | None:
    """Resolve a number of units before or after publication, or before or after the mention spoken of."""
    unit = fields.unit or "D"
    if fields.vague and fields.base == "mention":
        return Resolved(period_value(None, unit))  # `a few days later`: how long after is open
    if fields.vague:
        return Resolved("PAST_REF" if fields.sign < 0 else "FUTURE_REF")
    base, anchor = context.base(fields.base)
    number = 1.0 if fields.number is None else fields.number
    grain = GRAIN.get(unit, unit)
    if number != int(number) and unit in SMALLER:
        factor, unit = SMALLER[unit]
        number, grain = number * factor, unit
    if base is None or unit in ("H", "TM", "S"):
        return Resolved(OPEN.get(grain, "XXXX-XX-XX"))
    day = shifted(base, unit, fields.sign * int(number))
    return Resolved(unit_value(day, grain), anchor) if day else None


def resolve_which(fields: Fields, context: Context) -> Resolved | None:
    """Resolve `last year`, `this week`, `next month` and the like: the calendar's units, not spans of days."""
    unit = fields.unit
    if unit is None:
        return resolve_calendar(fields, context)
    base, anchor = context.base(fields.base)
    if base is None or unit in ("H", "TM", "S"):
        return Resolved(OPEN.get(unit, "XXXX-XX-XX"))
    day = shifted(base, unit, fields.which or 0)
    return Resolved(unit_value(day, unit), anchor) if day else None
