"""Where annotated cues and contents stand among the items of a stream."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from newsparse import Span
from newsparse_quotes.attribute import candidates
from newsparse_quotes.lexicon import Cue, cues
from newsparse_quotes.stream import Stream
from training.articles import GoldQuote

__all__ = ["Place", "cue_of", "cue_places", "items_of", "read_places"]


@attrs.frozen(kw_only=True)
class Place:
    """A candidate for a cue, and the items of the content that an annotated quote has in its unit."""

    stream: Stream
    """The block it is in."""
    unit: tuple[int, int]
    """The unit it is in."""
    at: int
    """Its item."""
    cue: Cue
    """What it is."""
    left: tuple[int, ...] = ()
    """Items of the content before it."""
    right: tuple[int, ...] = ()
    """Items of the content behind it."""

    @property
    def start(self) -> int:
        """First code point of the cue."""
        return self.stream.starts[self.at]

    @property
    def shape(self) -> str:
        """Sides on which content stands: `L`, `R`, `LR`, or nothing."""
        return "L" * bool(self.left) + "R" * bool(self.right)


def read_places(streams: Iterable[Stream]) -> Iterator[Place]:
    """Give every candidate for a cue, in text order."""
    table = cues()
    for stream in streams:
        for unit in stream.units:
            for at in candidates(stream, unit):
                yield Place(stream=stream, unit=unit, at=at, cue=table[stream.lowers[at]])


def cue_places(quote: GoldQuote, by_start: dict[int, Place]) -> list[Place]:
    """Give the candidates that are words of a quote's annotated cue."""
    return [by_start[start] for span in quote.cue for start in range(span.start, span.end) if start in by_start]


def cue_of(quote: GoldQuote, by_start: dict[int, Place]) -> Place | None:
    """Choose the word that attributes a quote: of the verbs in its annotated cue, the one next to the content.

    In `has been telling reporters that`, that is `telling`. None: no word of the cue is a candidate.
    """
    words = cue_places(quote, by_start)
    words = [one for one in words if one.cue.form.startswith("V")] or words
    if not words:
        return None
    follows = any(span.start > words[-1].start for span in quote.content)
    place = words[-1] if follows else words[0]
    items = items_of(quote.content, place.stream, *place.unit)
    return attrs.evolve(
        place,
        left=tuple(item for item in items if item < place.at),
        right=tuple(item for item in items if item > place.at),
    )


def items_of(spans: Iterable[Span], stream: Stream, first: int, last: int) -> list[int]:
    """Give the items from `first` before `last` that overlap one of the spans; a mark by itself is none."""
    pieces = tuple(spans)
    starts, ends = stream.starts, stream.ends
    return [
        item
        for item in range(first, last)
        if stream.lowers[item] != '"' and any(starts[item] < span.end and ends[item] > span.start for span in pieces)
    ]
