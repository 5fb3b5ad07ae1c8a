"""Quotes out of attributions: floating regions join them, pieces become spans, kinds are told."""

from __future__ import annotations

from typing import Literal

from newsparse import Article, Quote, Span, Speaker
from newsparse_quotes.attribute import Attribution, attribute_unit
from newsparse_quotes.dated import find_said_on
from newsparse_quotes.stream import QUOTED, Stream, read_stream

__all__ = ["find_in_article"]

Kind = Literal["direct", "indirect", "mixed"]
Piece = tuple[int, int, Kind]
"""First code point, the one after the last, and whether it stands in marks."""


def find_in_article(article: Article) -> list[Quote]:
    """Find the quotes of an article whose sentences and words are known."""
    quotes: list[Quote] = []
    previous: Attribution | None = None
    drafts: list[tuple[Attribution, list[Piece]]] = []
    open_before = False
    for stream in read_stream(article):
        current: tuple[Attribution, list[Piece]] | None = drafts[-1] if drafts and previous else None
        only = all(low == QUOTED or not low[0].isalnum() for low in stream.lowers)
        carries = current is not None and (open_before or only)
        for _number, unit in enumerate(stream.units):
            found = attribute_unit(stream, unit)
            for one in found:
                drafts.append((one, [_piece(stream, piece) for piece in one.pieces]))
            if found:
                current = drafts[-1]
                carries = True
                continue
            items = [index for index in range(*unit) if stream.lowers[index] == QUOTED]
            words = [index for index in range(*unit) if stream.lowers[index][0].isalnum()]
            if items and not words and carries and current is not None:
                current[1].extend(_piece(stream, (index, index + 1)) for index in items)
            elif words:
                carries = False
        previous = current[0] if current is not None and carries else None
        open_before = any(not region.closed for region in stream.regions.values())
    for one, pieces in drafts:
        quotes.append(_quote(article, one, pieces))
    return quotes


def _piece(stream: Stream, piece: tuple[int, int]) -> Piece:
    a, b = piece
    kind: Kind
    if b - a == 1 and stream.lowers[a] == QUOTED:
        kind = "direct"
    else:
        kind = "mixed" if QUOTED in stream.lowers[a:b] else "indirect"
        if kind == "mixed" and all(low == QUOTED or not low[0].isalnum() for low in stream.lowers[a:b]):
            kind = "direct"
    return stream.starts[a], stream.ends[b - 1], kind


def _quote(article: Article, one: Attribution, pieces: list[Piece]) -> Quote:
    kinds = {kind for _, _, kind in pieces}
    kind = kinds.pop() if len(kinds) == 1 else "mixed"
    stream = one.stream
    speaker = None
    if one.speaker is not None:
        _, a, b = one.speaker
        speaker = Speaker(span=Span(stream.starts[a], stream.ends[b - 1]))
    spans = tuple(Span(a, b) for a, b, _ in sorted(pieces))
    cue = Span(stream.starts[one.at], stream.ends[one.at])
    said_on = None
    if article.dates:
        unit = Span(stream.starts[one.unit[0]], stream.ends[one.unit[1] - 1])
        said_on = find_said_on(article.text, article.dates, unit, cue, speaker.span if speaker else None, spans)
    return Quote(kind=kind, spans=spans, speaker=speaker, cue=cue, said_on=said_on, found_by=construction(one))


def construction(one: Attribution) -> str:
    """Name the construction of an attribution, as `content_said_speaker`."""
    where = "" if one.speaker is None else "before" if one.speaker[2] <= one.at else "after"
    parts = ["said"]
    if where == "before":
        parts.insert(0, "speaker")
    elif where == "after":
        parts.append("speaker")
    if "L" in one.shape:
        parts.insert(0, "content")
    if "R" in one.shape:
        parts.append("content")
    return "_".join(parts)
