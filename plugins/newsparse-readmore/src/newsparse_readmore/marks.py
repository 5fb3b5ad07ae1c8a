"""What a line is taken for, while its neighbours are looked at."""

from __future__ import annotations

import attrs

from newsparse import BlockKind
from newsparse_readmore.line import Line

__all__ = ["DROPPED", "Mark", "Marks", "is_dropped", "is_text"]

DROPPED: frozenset[str] = frozenset({"read_more", "promo", "advert", "nav"})
"""The kinds that are not the article's."""


@attrs.frozen
class Mark:
    """What a line is, and the rule that tells."""

    kind: BlockKind
    rule: str
    opens: bool = False
    """Whether it may have a list below it."""
    is_weak: bool = False
    """Whether it counts only beside other clutter."""


Marks = list[Mark | None]


def is_dropped(mark: Mark | None) -> bool:
    """Tell whether a mark takes its line out of the article."""
    return mark is not None and mark.kind in DROPPED


def is_text(line: Line, mark: Mark | None) -> bool:
    """Tell whether a line is a paragraph that nothing has marked."""
    return mark is None and line.is_prose
