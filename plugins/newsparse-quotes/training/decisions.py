"""The decisions to learn, as rows of features with the right answer; the features are the package's own.

| decision | asked of | answers |
|---|---|---|
| gate | every candidate for a cue | Y where it may be one |
| shape | every candidate for a cue | L, R, LR: sides of the content; N: it attributes nothing |
| speaker | the phrases near a cue | Y for the speaker |
| begin, end | the points behind a cue | Y where the content begins, ends |
| lead | the points before a cue | Y where the content begins |
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import attrs

from newsparse import Parser
from newsparse.evaluate.quotes import WEAK
from newsparse_quotes.bounds import Bounds, begin_points, end_points, lead_points
from newsparse_quotes.model import Feature
from newsparse_quotes.shapes import gate_features, shape_features
from newsparse_quotes.speakers import speaker_candidates, speaker_features
from newsparse_quotes.stream import Stream
from newsparse_quotes.tags import QUOTED
from training.articles import Gold, GoldQuote
from training.places import Place, cue_of, cue_places, items_of, read_places

__all__ = ["Row", "read_decisions"]


@attrs.frozen(slots=True)
class Row:
    """One thing that was to be decided."""

    features: list[Feature]
    """What was known."""
    answer: str
    """What was right."""
    group: tuple[str, int] = ("", 0)
    """Article and cue: of the candidates of one group, one is to be chosen."""


def read_decisions(articles: Iterable[Gold], parser: Parser) -> dict[str, list[Row]]:
    """Give the rows of each decision but that on floating regions, which needs the weights of the others."""
    rows: dict[str, list[Row]] = {name: [] for name in ("gate", "shape", "speaker", "begin", "end", "lead")}
    for article in articles:
        places = list(read_places(article.streams(parser)))
        by_start = {place.start: place for place in places}
        for shape, place, before in _shapes(article, places, by_start):
            given = place.stream, place.unit, place.at, place.cue
            rows["gate"].append(Row(gate_features(*given), "N" if shape == "N" else "Y"))
            rows["shape"].append(Row(shape_features(*given, before), shape))
        for quote in article.quotes:
            here = cue_of(quote, by_start) if quote.asked else None
            if here is not None and here.shape:
                group = (article.marked.id, here.start)
                rows["speaker"] += _speakers(quote, here, group)
                for name, row in _bounds(here, group):
                    rows[name].append(row)
    return rows


def _shapes(article: Gold, places: Iterable[Place], by_start: dict[int, Place]) -> Iterator[tuple[str, Place, int]]:
    """Give the candidates with their shape and the candidate before; those of which one cannot tell are left out.

    Such are the cues of quotes that are not asked for, further words of a cue, a cue with its content in other units,
    and candidates within a content, where another quote may or may not have been annotated.
    """
    told: dict[int, str] = {}
    untold: set[int] = set()
    for quote in article.quotes:
        untold.update(place.start for place in cue_places(quote, by_start))
        untold.update(point for span in quote.content for point in range(span.start, span.end))
        if quote.asked and (place := cue_of(quote, by_start)) is not None:
            told[place.start] = place.shape
    unit, before = None, -1
    for place in places:
        if unit is None or unit[0] is not place.stream or unit[1] != place.unit:
            unit, before = (place.stream, place.unit), -1
        shape = told.get(place.start, "" if place.start in untold else "N")
        if shape:
            yield shape, place, before
        before = place.at


def _speakers(quote: GoldQuote, place: Place, group: tuple[str, int]) -> Iterator[Row]:
    stream, unit, at, cue = place.stream, place.unit, place.at, place.cue
    named = {item for item in items_of(quote.speaker, stream, *unit) if _tells(stream, item)}
    for candidate in speaker_candidates(stream, unit, at, cue):
        right = any(item in named for item in range(*candidate[1:]))
        features = speaker_features(stream, unit, at, cue, place.shape, candidate)
        yield Row(features, "Y" if right else "N", group)


def _tells(stream: Stream, item: int) -> bool:
    word = stream.lowers[item]
    return word not in WEAK and word[0].isalnum()


def _bounds(place: Place, group: tuple[str, int]) -> Iterator[tuple[str, Row]]:
    stream, (first, last) = place.stream, place.unit
    bounds = Bounds(stream, place.unit, place.at, place.cue)
    if place.right:
        begin, end = min(place.right), max(place.right) + 1
        if end >= last - 1 and not any(low[0].isalnum() or low == QUOTED for low in stream.lowers[end:last]):
            end = last  # a full stop at the end of the unit is no end of its own
        for point in begin_points(stream, place.at, last):
            yield "begin", Row(bounds.begin_features(point), "Y" if point == begin else "N", group)
        for point in end_points(stream, begin, last):
            yield "end", Row(bounds.end_features(point, begin), "Y" if point == end else "N", group)
    if place.left:
        begin, end = min(place.left), max(place.left) + 1
        for point in lead_points(stream, end, first):
            yield "lead", Row(bounds.lead_features(point, end), "Y" if point == begin else "N", group)
