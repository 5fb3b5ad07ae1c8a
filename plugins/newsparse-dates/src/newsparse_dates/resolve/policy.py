"""Which year, which week: how the press means dates that leave it out. Measured; see the explanation page."""

from __future__ import annotations

import datetime as dt

from newsparse_dates.days import day_of, shifted
from newsparse_dates.fields import Fields
from newsparse_dates.resolve.context import Anchor, Antecedent, Context

__all__ = ["century_of", "choose_weekday", "choose_year", "month_year", "quarter_year"]


BEHIND = {"over": 0, "past": 120}
"""Tense to days: a day and month further ahead than this is the one of the year before."""


def century_of(short: int, context: Context) -> int:
    """Give the year that two digits mean: the last such year that begins at most 20 years after publication."""
    latest = (context.published.year if context.published else 2030) + 20
    return latest - (latest - short) % 100


def choose_weekday(weekday: int, fields: Fields, context: Context) -> tuple[dt.date | None, Anchor]:
    """Give the day that a weekday's name means, and what it was counted from.

    The publication day's own name is that day, the next day's name is the next day unless the clause speaks of the
    past, otherwise the most recent one; with a cue for the future the coming one, but yesterday's name is yesterday.
    """
    mentioned = context.last_day if fields.base == "mention" else None
    base = mentioned.day if mentioned else context.published
    if base is None:
        return None, "published"
    day = shifted(base, "D", _days_off((weekday - base.isoweekday()) % 7, fields, context))
    return day, "mention" if mentioned else "published"


def _days_off(ahead: int, fields: Fields, context: Context) -> int:
    """Give the days between the base and a weekday that comes `ahead` days after it."""
    if fields.weeks:
        return (ahead or 7) + 7 * fields.weeks - (7 if fields.weeks < 0 else 0)
    if fields.which:
        return ahead - 7 if fields.which < 0 else ahead or 7
    if ahead == 0:
        return 0
    tense = context.tense()
    if fields.which == 0:
        return ahead if tense in (None, "future") else ahead - 7
    coming = (ahead == 1 and tense in (None, "future")) or (tense == "future" and ahead < 6)
    return ahead if coming else ahead - 7


def choose_year(month: int, day: int, fields: Fields, context: Context) -> tuple[dt.date | None, Anchor]:
    """Give the day nearest to publication with that month and day; with a cue for the future the next one.

    In a narrative it is the one in the year of the last mention.
    """
    if context.narrative and context.last and fields.which is None:
        return _after(month, day, context.last), "mention"
    base = context.published
    if base is None:
        return None, "published"
    days = [found for year in (-1, 0, 1) if (found := day_of(base.year + year, month, day))]
    if fields.which == -1:
        days = [found for found in days if found < base][-1:]
    elif fields.which == 1 and context.tense() != "over":
        days = [found for found in days if found > base][:1]
    nearest = min(days, key=lambda found: abs(found - base), default=None)
    tense = context.tense() if nearest else None
    if nearest and nearest < base and tense == "future":
        return next((found for found in days if found >= base), nearest), "published"
    if nearest and tense in BEHIND and (nearest - base).days > BEHIND[tense]:
        return next((found for found in reversed(days) if found <= base), nearest), "published"
    return nearest, "published"


def _after(month: int, day: int, last: Antecedent) -> dt.date | None:
    """Give the day with that month and day that is nearest to the last mention; after a bare year one in that year."""
    if len(last.value) == 4:
        return day_of(last.day.year, month, day)
    days = [found for year in (-1, 0, 1) if (found := day_of(last.day.year + year, month, day))]
    return min(days, key=lambda found: abs(found - last.day), default=None)


def month_year(month: int, fields: Fields, context: Context) -> tuple[int | None, Anchor]:
    """Give the year of a bare month: by the clause's tense, else the nearest; in a narrative the last mention's."""
    if context.narrative and context.last and fields.which is None:
        nearest = _after(month, 1, context.last)
        return (nearest.year if nearest else None), "mention"
    if fields.base == "range" and context.last:
        return context.last.day.year + (month < context.last.day.month), "mention"
    base = context.published
    if base is None:
        return None, "published"
    return base.year + _years_off(month - base.month, fields, context), "published"


def _years_off(ahead: int, fields: Fields, context: Context) -> int:
    """Give the years between publication and a month `ahead` of it (behind, when negative) in the same year."""
    if fields.which is not None:
        return 0 if fields.which == 0 else -(ahead >= 0) if fields.which < 0 else int(ahead <= 0)
    if ahead == 0:
        return 0
    tense = context.tense()
    if tense == "over" or (fields.base == "past" and tense != "future"):
        return -(ahead > 0)
    future = tense == "future" or ahead % 12 == 1 or (tense is None and ahead % 12 < 6)
    return int(ahead < 0) if future else -(ahead > 0)


def quarter_year(number: int, months: int, base: dt.date) -> int:
    """Give the year of a quarter or half (`months` long): the most recent one that has begun on the day `base`."""
    begun = (number - 1) * months + 1 <= base.month
    return base.year if begun else base.year - 1
