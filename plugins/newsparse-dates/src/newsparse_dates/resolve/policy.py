"""Which year, which week: how the press means dates that leave it out. Measured; see the explanation page."""

from __future__ import annotations

import datetime as dt

from newsparse_dates.calendar import day_of, shifted
from newsparse_dates.fields import Fields
from newsparse_dates.resolve.context import Context

__all__ = ["century_of", "choose_weekday", "choose_year", "month_year", "quarter_year"]


def century_of(short: int, context: Context) -> int:
    """Give the year that two digits mean: the last such year that begins at most 20 years after publication."""
    latest = (context.published.year if context.published else 2030) + 20
    return latest - (latest - short) % 100


def choose_weekday(weekday: int, fields: Fields, context: Context) -> dt.date | None:
    """Give the day that a weekday's name means.

    The publication day's own name is that day, the next day's name is the next day, otherwise the most recent
    one; with a cue for the future the coming one.
    """
    base = context.published
    if base is None:
        return None
    ahead = (weekday - base.isoweekday()) % 7
    if fields.which == -1:
        return shifted(base, "D", (ahead or 7) - 7 if ahead else -7)
    if fields.which == 1:
        return shifted(base, "D", ahead or 7)
    if fields.which == 0:
        return shifted(base, "D", ahead if context.tense() != "past" else ahead - 7 if ahead else 0)
    if ahead <= 1 or context.tense() == "future":
        return shifted(base, "D", ahead)
    return shifted(base, "D", ahead - 7)


def choose_year(month: int, day: int, fields: Fields, context: Context) -> dt.date | None:
    """Give the day nearest to publication with that month and day; with a cue for the future the next one."""
    base = context.published
    if base is None:
        return None
    days = [found for year in (-1, 0, 1) if (found := day_of(base.year + year, month, day))]
    if fields.which == -1:
        days = [found for found in days if found < base][-1:]
    elif fields.which == 1:
        days = [found for found in days if found > base][:1]
    nearest = min(days, key=lambda found: abs(found - base), default=None)
    if nearest and nearest < base and context.tense() == "future":
        return next((found for found in days if found >= base), nearest)
    return nearest


def month_year(month: int, fields: Fields, context: Context) -> int:
    """Give the year of a bare month: by the clause's tense, else the nearest."""
    base = context.published
    if base is None:
        return 0
    ahead = (month - base.month) % 12
    if fields.which is not None:
        if fields.which < 0:
            return base.year - (1 if month >= base.month else 0)
        if fields.which > 0:
            return base.year + (1 if month <= base.month else 0)
        return base.year
    tense = context.tense()
    if ahead == 0:
        return base.year
    future = tense == "future" or (tense is None and ahead < 6)
    if future:
        return base.year + (1 if month < base.month else 0)
    return base.year - (1 if month > base.month else 0)


def quarter_year(number: int, months: int, context: Context) -> int:
    """Give the year of a quarter or half (`months` long): the most recent one that has begun."""
    base = context.published
    if base is None:
        return 0
    begun = (number - 1) * months + 1 <= base.month
    return base.year if begun else base.year - 1
