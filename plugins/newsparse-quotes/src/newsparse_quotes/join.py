"""Quotes out of attributions: floating regions join them, pieces become spans, kinds are told."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import Literal

import attrs

from newsparse import Article, Quote, Span, Speaker
from newsparse_quotes.attribute import Attribution, attribute_unit
from newsparse_quotes.dated import find_said_on
from newsparse_quotes.floats import BESIDE, attribute_beside, float_features
from newsparse_quotes.model import Feature, load_yes_no
from newsparse_quotes.stream import Stream, read_streams
from newsparse_quotes.tags import QUOTED

__all__ = ["Draft", "draft_quotes", "find_in_article", "float_choices"]

Kind = Literal["direct", "indirect", "mixed"]


@attrs.define(slots=True)
class Draft:
    """An attribution with the pieces that have joined it, which may lie in later blocks."""

    one: Attribution
    """Cue, speaker and first pieces."""
    number: int
    """Number of the block its last piece is in."""
    pieces: list[tuple[Stream, int, int]]
    """Blocks and item ranges of the content."""


def find_in_article(article: Article) -> list[Quote]:
    """Find the quotes of an article whose sentences and words are known."""
    drafts = draft_quotes(read_streams(article))
    beside: dict[tuple[int, tuple[int, int]], list[Draft]] = {}
    for draft in drafts:
        beside.setdefault((id(draft.one.stream), draft.one.unit), []).append(draft)
    return [_quote(article, draft, beside[id(draft.one.stream), draft.one.unit]) for draft in drafts]


def draft_quotes(streams: list[Stream]) -> list[Draft]:
    """Find the attributions of all blocks, with the floating regions that belong to them."""
    drafts: list[Draft] = []
    weigh = load_yes_no("float").score
    for number, stream in enumerate(streams):
        for before, unit in pairwise([(0, 0), *stream.units]):
            start = len(drafts)
            drafts += [
                Draft(one, number, [(stream, a, b) for a, b in one.pieces]) for one in attribute_unit(stream, unit)
            ]
            if stream.regions:
                joined = False
                for item, anchor, features in float_choices(streams, number, unit, drafts, start):
                    if _goes_on(stream, item, anchor.one) or weigh(features) > 0:
                        anchor.pieces.append((stream, item, item + 1))
                        anchor.number = number
                        joined = True
                if not joined and len(drafts) == start and (one := attribute_beside(stream, unit, before)):
                    drafts.append(Draft(one, number, [(stream, *unit)]))
    return drafts


def float_choices(
    streams: list[Stream], number: int, unit: tuple[int, int], drafts: list[Draft], start: int
) -> Iterator[tuple[int, Draft, list[Feature]]]:
    """Give each region of a unit that has no cue, with the quote it may join; `start`: the unit's first draft."""
    stream = streams[number]
    for item in range(*unit):
        if stream.lowers[item] != QUOTED or any(
            piece[0] is stream and piece[1] <= item < piece[2] for draft in drafts[start:] for piece in draft.pieces
        ):
            continue
        before = [draft for draft in drafts[-4:] if draft.number >= number - 2 and _before(draft, stream, item)]
        anchor = next((draft for draft in reversed(before) if _marked(draft)), before[-1] if before else None)
        if anchor is not None:
            yield (
                item,
                anchor,
                float_features(
                    streams,
                    number,
                    unit,
                    item,
                    anchor.one,
                    anchor.number,
                    max(b for s, _, b in anchor.pieces if s is anchor.pieces[-1][0]),
                ),
            )


def _goes_on(stream: Stream, item: int, one: Attribution) -> bool:
    """`“A,” said Ann Lee, “b.”`: tell whether a region follows the attribution of another one after a comma."""
    if one.stream is not stream or one.speaker is None or stream.lowers[item - 1] != "," or "L" not in one.shape:
        return False
    return item - 1 == max(one.speaker[2], one.at + 1)


def _before(draft: Draft, stream: Stream, item: int) -> bool:
    return draft.one.stream is not stream or draft.one.at < item


def _marked(draft: Draft) -> bool:
    return any(QUOTED in stream.lowers[a:b] for stream, a, b in draft.pieces)


def _kind(stream: Stream, a: int, b: int) -> Kind:
    low = stream.lowers[a:b]
    if QUOTED not in low:
        return "indirect"
    return "mixed" if any(word[0].isalnum() for word in low) else "direct"


def _quote(article: Article, draft: Draft, beside: list[Draft]) -> Quote:
    """Make the quote of a draft; `beside`: the drafts with a cue in its unit."""
    one = draft.one
    stream = one.stream
    kinds = {_kind(*piece) for piece in draft.pieces}
    speaker = None
    if one.speaker is not None:
        _, a, b = one.speaker
        speaker = Speaker(span=Span(stream.starts[a], stream.ends[b - 1]))
    spans = tuple(sorted(Span(piece.starts[a], piece.ends[b - 1]) for piece, a, b in draft.pieces))
    cue = None if one.cue is BESIDE else Span(stream.starts[one.at], stream.ends[one.at])
    said_on = None
    if article.dates and cue is not None:
        unit = Span(stream.starts[one.unit[0]], stream.ends[one.unit[1] - 1])
        elsewhere = [
            Span(piece.starts[a], piece.ends[b - 1])
            for other in beside
            for piece, a, b in other.pieces
            if other is not draft and not (piece is stream and a <= one.at < b)
        ]
        said = speaker.span if speaker else None
        said_on = find_said_on(article.text, article.dates, unit, cue, said, spans, elsewhere)
    return Quote(
        kind=kinds.pop() if len(kinds) == 1 else "mixed",
        spans=spans,
        speaker=speaker,
        cue=cue,
        said_on=said_on,
        found_by=construction(one),
    )


_CUE_NAMES = {"source": "according_to", "noun": "noun", "adverb": "reportedly"}


def construction(one: Attribution) -> str:
    """Name the construction of an attribution, as `content_said_speaker`."""
    if one.cue is BESIDE:
        return "speaker_before_content"
    word = one.stream.lowers[one.at]
    cue = _CUE_NAMES.get(one.cue.group, "said") if one.cue.group != "mark" else "colon" if word == ":" else "dash"
    parts = [cue]
    if one.speaker is not None:
        parts.insert(0 if one.speaker[2] <= one.at else 1, "speaker")
    if "L" in one.shape:
        parts.insert(0, "content")
    if "R" in one.shape:
        parts.append("content")
    return "_".join(parts)
