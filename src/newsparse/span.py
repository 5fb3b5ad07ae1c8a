"""Where something stands in a text: half-open ranges of code points."""

from __future__ import annotations

from collections.abc import Callable
from functools import total_ordering

import attrs

from newsparse.errors import UsageError

__all__ = ["Span"]


@total_ordering
@attrs.frozen(init=False, weakref_slot=False)
class Span:
    """A non-empty range `[start, end)` of a text, counted in Unicode code points."""

    start: int
    """First code point of the span, from 0."""
    end: int
    """The code point after the last one of the span; `start < end`."""

    def __init__(self, start: int, end: int) -> None:
        # written out, as the order below: hundreds of spans are made for each kB of text
        if not 0 <= start < end:
            raise UsageError(f"Span: {start}..{end} is no span; start must be 0 or more and lie before end")
        _set_start(self, start)
        _set_end(self, end)

    def __lt__(self, other: Span) -> bool:
        # written out, since attrs compares by making tuples of all fields, and spans are sorted all the time
        if other.__class__ is not Span:
            return NotImplemented
        return self.start < other.start or (self.start == other.start and self.end < other.end)

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """Cut the span's characters out of `text`."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Tell whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: Span) -> bool:
        """Tell whether `other` lies wholly inside this span (a span contains itself)."""
        return self.start <= other.start and other.end <= self.end


_set_start: Callable[[Span, int], None] = Span.__dict__["start"].__set__
_set_end: Callable[[Span, int], None] = Span.__dict__["end"].__set__
