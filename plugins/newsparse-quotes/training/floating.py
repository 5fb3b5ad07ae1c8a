"""The decision on floating regions: whether marked text without a cue goes on with the quote before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from newsparse import Parser
from newsparse_quotes.attribute import attribute_unit
from newsparse_quotes.join import Draft, float_choices
from newsparse_quotes.stream import Stream
from training.articles import Gold
from training.decisions import Row

__all__ = ["read_floats"]


def read_floats(articles: Iterable[Gold], parser: Parser) -> list[Row]:
    """Give a row for each floating region beside a quote that the other weights find; they must be in use."""
    return [row for article in articles for row in _floats(article, article.streams(parser))]


def _floats(article: Gold, streams: list[Stream]) -> Iterator[Row]:
    """Join regions as annotated, so that each is seen beside a quote that is right so far."""
    owner = _owners(article)
    drafts: list[Draft] = []
    for number, stream in enumerate(streams):
        for unit in stream.units:
            start = len(drafts)
            drafts += [
                Draft(one, number, [(stream, a, b) for a, b in one.pieces]) for one in attribute_unit(stream, unit)
            ]
            if not stream.regions:
                continue
            for item, anchor, features in float_choices(streams, number, unit, drafts, start):
                quote = _quote_of(owner, stream, item, item + 1)
                joins = quote is not None and quote == _quote_of(owner, *anchor.pieces[0])
                if quote is not None and not joins and not article.quotes[quote].asked:
                    continue
                yield Row(features, "Y" if joins else "N")
                if joins:
                    anchor.pieces.append((stream, item, item + 1))
                    anchor.number = number


def _owners(article: Gold) -> dict[int, list[int]]:
    """Give the numbers of the quotes that each code point is content of."""
    owners: dict[int, list[int]] = {}
    for number, quote in enumerate(article.quotes):
        for point in {point for span in quote.content for point in range(span.start, span.end)}:
            owners.setdefault(point, []).append(number)
    return owners


def _quote_of(owners: dict[int, list[int]], stream: Stream, a: int, b: int) -> int | None:
    """Give the number of the quote that has most of the items from `a` before `b`; the first of equals."""
    shares = Counter(
        number for point in range(stream.starts[a], stream.ends[b - 1]) for number in owners.get(point, ())
    )
    return min(shares, key=lambda number: (-shares[number], number), default=None)
