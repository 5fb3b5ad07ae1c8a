"""Moves from a day by units: `two weeks ago`, `a day earlier`; periods beside the present: `last year`."""

from __future__ import annotations

from newsparse_dates.calendar import shifted, unit_value
from newsparse_dates.fields import Fields
from newsparse_dates.resolve.calendars import resolve_calendar
from newsparse_dates.resolve.context import Context, Resolved

__all__ = ["OPEN", "resolve_shift", "resolve_which"]

OPEN = {
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
GRAIN = {"DE": "Y", "CE": "Y", "ML": "Y"}
"""`a decade ago` means a year."""


def resolve_shift(fields: Fields, context: Context) -> Resolved | None:
    """Resolve a number of units before or after publication, or before or after the mention spoken of."""
    unit = fields.unit or "D"
    if fields.vague:
        return Resolved("PAST_REF" if fields.sign < 0 else "FUTURE_REF")
    base = context.earlier if fields.base == "mention" else context.published
    grain = GRAIN.get(unit, unit)
    if base is None or unit in ("H", "TM", "S"):
        return Resolved(OPEN.get(grain, "XXXX-XX-XX"))
    number = 1.0 if fields.number is None else fields.number
    if number != int(number):
        number, unit = (
            number * {"Y": 12, "DE": 120, "M": 30}.get(unit, 1),
            {"Y": "M", "DE": "M", "M": "D"}.get(unit, unit),
        )
        grain = unit
    day = shifted(base, unit, fields.sign * int(number))
    return Resolved(unit_value(day, grain), "mention" if fields.base == "mention" else "published") if day else None


def resolve_which(fields: Fields, context: Context) -> Resolved | None:
    """Resolve `last year`, `this week`, `next month` and the like: the calendar's units, not spans of days."""
    unit = fields.unit
    if unit is None:
        return resolve_calendar(fields, context)
    base = context.earlier if fields.base == "mention" else context.published
    if base is None or unit in ("H", "TM", "S"):
        return Resolved(OPEN.get(unit, "XXXX-XX-XX"))
    day = shifted(base, unit, fields.which or 0)
    return Resolved(unit_value(day, unit), "mention" if fields.base == "mention" else "published") if day else None
