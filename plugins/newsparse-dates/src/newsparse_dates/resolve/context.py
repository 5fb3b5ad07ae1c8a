"""What an expression is resolved against: the publication day, the tense of its clause, the mentions before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal

import attrs

from newsparse import Span

__all__ = ["Anchor", "Antecedent", "Context", "Resolved"]

Anchor = Literal["text", "published", "mention"]
Tense = Literal["past", "over", "future"]
"""Past, directly told to be over (`ended March 31`), or future."""


@attrs.frozen
class Resolved:
    """The meaning of an expression."""

    value: str
    """TIMEX3 value."""
    anchor: Anchor | None = None
    """What it was resolved against; None: not resolved."""
    note: str = ""
    """A decision that belongs into the name of the rule, as `day_first`."""


@attrs.frozen
class Antecedent:
    """A mention that later ones may refer to."""

    day: dt.date
    """Its first day."""
    value: str
    """Its TIMEX3 value."""
    span: Span
    """Where it stands."""


@attrs.frozen(kw_only=True)
class Context:
    """Where an expression stands."""

    published: dt.date | None
    """Publication day."""
    tense: Callable[[], Tense | None]
    """Looks up the tense of the clause, when it is needed."""
    last: Antecedent | None = None
    """The last mention of a calendar date, which anaphoric expressions refer to."""
    last_day: Antecedent | None = None
    """The last mention of a day."""
    last_quarter: Antecedent | None = None
    """The quarter that the article reports."""
    earnings: bool = False
    """The article reports the results of quarters."""
    long_period: bool = False
    """It speaks of half a year or more at the moment, as `the first nine months`."""
    near: bool = False
    """The last mention of a day stands close before the expression."""
    narrative: bool = False
    """Dates continue from the last dated mention, not from the publication day."""
    day_first: bool | None = None
    """Whether the day goes first in `03/01`; None: unknown."""

    def base(self, fields_base: str) -> tuple[dt.date | None, Anchor]:
        """Give the day that a relative expression counts from, and what it is."""
        if fields_base == "mention" and self.last:
            return self.last.day, "mention"
        if fields_base == "story" and self.narrative and self.last:
            return self.last.day, "mention"
        if fields_base == "week" and self.published and self.published.isoweekday() == 1:
            return self.published - dt.timedelta(1), "published"  # on a Monday `the week` is the one that is over
        return self.published, "published"
