"""Where something stands in a text: half-open ranges of code points."""

from __future__ import annotations

from functools import total_ordering

import attrs

from newsparse.errors import UsageError

__all__ = ["Span"]


def _check_end(span: Span, _attribute: object, end: int) -> None:
    if not 0 <= span.start < end:
        raise UsageError(f"Span: {span.start}..{end} is no span; start must be 0 or more and lie before end")


@total_ordering
@attrs.frozen
class Span:
    """A non-empty range `[start, end)` of a text, counted in Unicode code points."""

    start: int
    """First code point of the span, from 0."""
    end: int = attrs.field(validator=_check_end)
    """The code point after the last one of the span; `start < end`."""

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
