"""What the words of a time expression say, before any calendar is asked: the parts a rule's groups name."""

from __future__ import annotations

import attrs

__all__ = ["Fields"]


@attrs.frozen(kw_only=True)
class Fields:
    """The parts of a time expression; None where the words do not tell."""

    year: int | None = None
    """All digits of the year."""
    short_year: int | None = None
    """A year of two digits, as in `'89`."""
    month: int | None = None
    """1 to 12."""
    day: int | None = None
    """Day of the month."""
    weekday: int | None = None
    """ISO number, Monday is 1."""
    season: str | None = None
    """SP, SU, FA or WI."""
    quarter: int | None = None
    """1 to 4."""
    half: int | None = None
    """1 or 2."""
    fiscal: bool = False
    """The quarter is one of a business year."""
    decade: int | None = None
    """Three digits of the year; -1 with a `short_year`."""
    century: int | None = None
    """Two digits of the year."""
    era: str | None = None
    """BC or AD, where the words tell."""
    holiday: str | None = None
    """The rule that gives its day."""
    part: str | None = None
    """Part of the day, as MO."""
    hour: int | None = None
    """Hour as written."""
    minute: int | None = None
    """Minute."""
    second: int | None = None
    """Second."""
    ampm: str | None = None
    """am or pm."""
    zone: str | None = None
    """Time zone, Z for UTC."""
    day_offset: int | None = None
    """Days from the base, as -1 for yesterday."""
    which: int | None = None
    """Places from the present one: last, this, next."""
    year_which: int | None = None
    """The same of the year, as in `June last year`."""
    week_which: int | None = None
    """The same of the week, as in `Tuesday of last week`."""
    weeks: int = 0
    """Weeks to add to a weekday, as in `a week from Monday`."""
    numeric: tuple[int, ...] = ()
    """The numbers of a date whose order is open."""
    number: float | None = None
    """How many units."""
    plus: float = 0
    """What is added to the number, as in `two and a half`."""
    vague: bool = False
    """The number is open, as in `several`."""
    unit: str | None = None
    """Unit, as Y, M, W, D, H."""
    sign: int = -1
    """-1 for before, 1 for after."""
    base: str = "published"
    """What it counts from: published, mention, near, story, week, year."""
    value: str | None = None
    """A TIMEX3 value that the words have by themselves."""
    quant: str | None = None
    """TIMEX3 quantifier."""
    freq: str | None = None
    """TIMEX3 frequency."""
    mod: str | None = None
    """TIMEX3 modifier."""
