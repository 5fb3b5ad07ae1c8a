"""The words of an article, found once and shared by every layer.

A word is a run of letters and digits with its inner apostrophes (`O'Brien`, `don't`); a possessive `'s` and
every mark are words of their own: `Iraq's U.S.-led` is `Iraq`, `'s`, `U`, `.`, `S`, `.`, `-`, `led`.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from sys import intern
from typing import overload

from newsparse.span import Span

__all__ = ["Words", "find_words"]

WORD = re.compile(r"[^\W_]+(?:['’](?![sS]\b)[^\W_]+)*|['’][sS]\b|[^\w\s]|_+")
_SPLIT = re.compile(f"({WORD.pattern})")


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

    def merged(self, other: Words) -> Words:
        """Give the words of both in text order; none of one may overlap one of the other."""
        made = Words()
        forms: list[str] = []
        lowers: list[str] = []
        done = 0
        for at, start in enumerate(other.starts):
            cut = bisect_left(self.starts, start, done)
            made.starts += self.starts[done:cut] + other.starts[at : at + 1]
            made.ends += self.ends[done:cut] + other.ends[at : at + 1]
            forms += self.forms[done:cut] + other.forms[at : at + 1]
            lowers += self.lowers[done:cut] + other.lowers[at : at + 1]
            done = cut
        made.starts += self.starts[done:]
        made.ends += self.ends[done:]
        made.forms, made.lowers = (*forms, *self.forms[done:]), (*lowers, *self.lowers[done:])
        return made

    def within(self, span: Span) -> range:
        """Give the indexes of the words that share a character with `span`."""
        return range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))


def find_words(text: str, parts: Iterable[Span]) -> Words:
    """Find the words of `text` inside `parts` (spans in text order that do not overlap)."""
    bounds: list[int] = []
    forms: list[str] = []
    for part in parts:
        pieces = _SPLIT.split(text[part.start : part.end])  # gap, word, gap, word … gap: all by two calls in C
        bounds += list(accumulate(map(len, pieces), initial=part.start))[1:-1]
        forms += pieces[1::2]
    return Words(bounds[::2], bounds[1::2], forms)
