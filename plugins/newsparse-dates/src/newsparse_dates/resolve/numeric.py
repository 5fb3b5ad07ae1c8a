"""Dates of two or three numbers, `03/01/2020`: which one is the day?"""

from __future__ import annotations

import attrs

from newsparse_dates.fields import Fields
from newsparse_dates.resolve.calendars import resolve_calendar
from newsparse_dates.resolve.context import Context, Resolved

__all__ = ["resolve_numeric"]


def resolve_numeric(fields: Fields, context: Context) -> Resolved | None:
    """Resolve by the only order that fits the calendar, else by the order that is known, else with the month first.

    The decision is told in the rule's name: `slash_date:day_first`, `slash_date:month_first`, and
    `slash_date:month_first_guessed` where nothing told.
    """
    first, second, *rest = fields.numeric
    if first > 12 or second > 12 or first == second:
        day_first, note = first > 12, ""
    else:
        day_first = bool(context.day_first)
        note = "day_first" if day_first else "month_first" if context.day_first is False else "month_first_guessed"
    day, month = (first, second) if day_first else (second, first)
    year = rest[0] if rest and rest[0] > 99 else None
    short_year = rest[0] if rest and rest[0] <= 99 else None
    found = resolve_calendar(attrs.evolve(fields, day=day, month=month, year=year, short_year=short_year), context)
    return attrs.evolve(found, note=note) if found else None
