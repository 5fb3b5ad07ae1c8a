"""What an expression is resolved against: the publication day, the tense of its clause, the mentions before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from typing import Literal

import attrs

__all__ = ["Context", "Resolved"]

Tense = Literal["past", "future"]


@attrs.frozen
class Resolved:
    """The meaning of an expression."""

    value: str
    """TIMEX3 value."""
    anchor: Literal["text", "published", "mention"] | None = None
    """What it was resolved against; None: not resolved."""
    mod: str | None = None
    """Modifier that comes from the resolution itself."""


@attrs.frozen(kw_only=True)
class Context:
    """Where an expression stands."""

    published: dt.date | None
    """Publication day."""
    tense: Callable[[], Tense | None]
    """Looks up the tense of the clause, when it is needed."""
    earlier: dt.date | None = None
    """First day of the mention that anaphoric expressions refer to."""
    earlier_value: str | None = None
    """Its value."""
    earnings: bool = False
    """The article reports quarterly results."""
    narrative: bool = False
    """Dates continue from the last dated mention, not from the publication day."""
    southern: bool = False
    """Seasons are those of the southern hemisphere."""
    place: str = ""
    """The words before the expression decide between readings: the last one, in lower case."""
