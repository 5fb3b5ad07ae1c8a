"""The words of an article, found once and shared by every layer.

A word is a run of letters and digits with its inner apostrophes (`O'Brien`, `don't`); a possessive `'s` and
every mark are words of their own: `Iraq's U.S.-led` is `Iraq`, `'s`, `U`, `.`, `S`, `.`, `-`, `led`.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from sys import intern
from typing import overload

from newsparse.span import Span

__all__ = ["Words", "find_words"]

WORD = re.compile(r"[^\W_]+(?:['’](?![sS]\b)[^\W_]+)*|['’][sS]\b|[^\w\s]|_+")


class Words(Sequence[Span]):
    """An immutable sequence of word spans, kept as plain columns so that a million cost little.

    `words[i]` is the span of word `i`; the columns `starts`, `ends`, `forms` and `lowers` hold the same words
    without making a `Span` for each.
    """

    __slots__ = ("ends", "forms", "lowers", "starts")

    starts: array[int]
    """First code point of each word."""
    ends: array[int]
    """The code point after the last one of each word."""
    forms: tuple[str, ...]
    """Each word as written."""
    lowers: tuple[str, ...]
    """Each word in lower case; the very object in `forms` where it is in lower case there."""

    def __init__(self, starts: Iterable[int] = (), ends: Iterable[int] = (), forms: Iterable[str] = ()) -> None:
        self.starts, self.ends = array("I", starts), array("I", ends)
        self.forms = tuple(map(intern, forms))  # one object for a word in all articles
        lower = {form: intern(form.lower()) for form in set(self.forms)}
        self.lowers = tuple(map(lower.__getitem__, self.forms))

    def __len__(self) -> int:
        return len(self.starts)

    @overload
    def __getitem__(self, index: int) -> Span: ...
    @overload
    def __getitem__(self, index: slice) -> tuple[Span, ...]: ...
    def __getitem__(self, index: int | slice) -> Span | tuple[Span, ...]:
        if isinstance(index, slice):
            return tuple(map(Span, self.starts[index], self.ends[index]))
        return Span(self.starts[index], self.ends[index])

    def __iter__(self) -> Iterator[Span]:
        return map(Span, self.starts, self.ends)

    def __eq__(self, other: object) -> bool:
        if not isinstance(other, Words):
            return NotImplemented
        return self.starts == other.starts and self.ends == other.ends and self.forms == other.forms

    def __hash__(self) -> int:
        return hash(self.forms)

    def __repr__(self) -> str:
        return f"<Words: {len(self)}>"

    def within(self, span: Span) -> range:
        """Give the indexes of the words that share a character with `span`."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))


def find_words(text: str, parts: Iterable[Span]) -> Words:
    """Find the words of `text` inside `parts` (spans in text order that do not overlap)."""
    found = [match for part in parts for match in WORD.finditer(text, part.start, part.end)]
    return Words(
        [match.start() for match in found], [match.end() for match in found], [match.group() for match in found]
    )
