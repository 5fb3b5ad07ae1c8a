"""Lengths of time (`P3M`, `PT2H`, `PXY`) and repetitions of them."""

from __future__ import annotations

from newsparse_dates.fields import Fields
from newsparse_dates.resolve.context import Context, Resolved

__all__ = ["period_value", "resolve_period", "resolve_repeat"]

_HALVES = {"Y": (6, "M"), "H": (30, "M"), "TM": (30, "S"), "D": (12, "H"), "DE": (5, "Y"), "CE": (50, "Y")}
"""What half a unit is."""


def period_value(number: float | None, unit: str) -> str:
    """Write a number of units as a TIMEX3 duration; no number is an open one, as `PXY`."""
    if number is not None and unit in ("DE", "CE", "ML", "F", "N", "WE"):
        factor, small = {"DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y"), "F": (2, "W")}.get(unit, (1, "D"))
        return _written(number * factor, small)
    if number is None and unit in ("N", "WE", "F"):
        unit = {"N": "D", "WE": "W", "F": "W"}[unit]
    if number is None and unit in ("DE", "CE", "ML"):
        unit = "C" if unit == "CE" else "Y"
    return _written(number, unit)


def _written(number: float | None, unit: str) -> str:
    time, letter = ("T", unit[-1]) if unit in ("H", "TM", "S") else ("", unit)
    if number is None:
        return f"P{time}X{letter}"
    whole = int(number)
    if number == whole:
        return f"P{time}{whole}{letter}"
    if number - whole == 0.5 and unit in ("Y", "H", "TM"):
        small, small_letter = _HALVES[unit]
        return f"P{time}{whole}{letter}{small}{small_letter}" if whole else f"P{time}{small}{small_letter}"
    return f"P{time}{number:.4g}{letter}"


def resolve_period(fields: Fields, _: Context) -> Resolved:
    """Resolve a length of time."""
    if fields.value:
        return Resolved(fields.value, "text")
    return Resolved(period_value(None if fields.vague else fields.number, fields.unit or "X"), "text")


def resolve_repeat(fields: Fields, _: Context) -> Resolved:
    """Resolve a repetition: every weekday, month or season, or every so many units."""
    return Resolved(fields.value or _repeated_day(fields) or _repeated_unit(fields), "text")


def _repeated_day(fields: Fields) -> str:
    """Write a weekday, month or season of any year; "" when none is named."""
    if fields.weekday:
        return f"XXXX-WXX-{fields.weekday}" + (f"T{fields.part}" if fields.part else "")
    if fields.month:
        return f"XXXX-{fields.month:02d}" + (f"-{fields.day:02d}" if fields.day else "")
    return f"XXXX-{fields.season}" if fields.season else ""


def _repeated_unit(fields: Fields) -> str:
    if fields.unit == "WE":
        return "XXXX-WXX-WE"
    if fields.unit:
        return period_value(fields.number or 1, fields.unit)
    return "XXXX-XX-XX" + (f"T{fields.part}" if fields.part else "")
