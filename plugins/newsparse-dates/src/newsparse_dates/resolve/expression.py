"""Resolve an expression by what its rule says it means."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsparse_dates.fields import Fields
from newsparse_dates.resolve.calendars import resolve_calendar
from newsparse_dates.resolve.context import Context, Resolved
from newsparse_dates.resolve.durations import resolve_period, resolve_repeat
from newsparse_dates.resolve.numeric import resolve_numeric
from newsparse_dates.resolve.quarters import resolve_fiscal
from newsparse_dates.resolve.shifts import resolve_shift, resolve_which

__all__ = ["resolve"]


def _reference(fields: Fields, _: Context) -> Resolved:
    return Resolved(fields.value or "PRESENT_REF")


def _same(_: Fields, context: Context) -> Resolved:
    """Resolve `until then`: the date named before."""
    return Resolved(context.last.value, "mention") if context.last else Resolved("XXXX-XX-XX")


def _nothing(_fields: Fields, _context: Context) -> None:
    """What only looks like a time expression has no meaning here."""


KINDS: Mapping[str, Callable[[Fields, Context], Resolved | None]] = {
    "calendar": resolve_calendar,
    "fiscal": resolve_fiscal,
    "none": _nothing,
    "numeric": resolve_numeric,
    "period": resolve_period,
    "reference": _reference,
    "repeat": resolve_repeat,
    "same": _same,
    "shift": resolve_shift,
    "which": resolve_which,
}
"""What a rule means to the function that resolves it."""


def resolve(means: str, fields: Fields, context: Context) -> Resolved | None:
    """Give the value of an expression; None when its numbers fit no calendar, as `31 June`."""
    return KINDS[means](fields, context)
