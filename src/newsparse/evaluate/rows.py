"""Annotated articles, gold and predicted: one JSON object a line.

A line is an article of newsparse's own JSON, or an object with `id`, `text` (in gold), `published`, and the layers
that are annotated: `quotes`, `dates`, `events`, `blocks` (or `removed`). Offsets count code points, ends exclusive.
A layer that a gold line does not name is not scored for it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import attrs

from newsparse.article import Article
from newsparse.errors import UsageError
from newsparse.interchange.edtf import read_edtf
from newsparse.interchange.json import FORMAT, from_dict
from newsparse.models import When, as_tuple
from newsparse.span import Span

__all__ = [
    "DROPPED",
    "Annotated",
    "MarkedBlock",
    "MarkedDate",
    "MarkedEvent",
    "MarkedQuote",
    "from_article",
    "read_annotated",
]

DROPPED = frozenset({"read_more", "promo", "advert", "nav"})
"""Kinds of block that are no part of an article."""

Spans = tuple[Span, ...]


@attrs.frozen(kw_only=True)
class MarkedQuote:
    """A quote as it is scored."""

    kind: str
    """direct, indirect or mixed."""
    content: Spans
    """What is said."""
    speaker: Spans = ()
    """Who says it; empty where nobody is named."""
    group: str | None = None
    """A class of the corpus's own, as `speech`, to choose by."""
    ignored: bool = False
    """Not asked for, and no error where it is found."""


@attrs.frozen(kw_only=True)
class MarkedDate:
    """A time expression as it is scored."""

    span: Span
    type: str
    value: str
    """TIMEX3 value."""
    function: str | None = None
    """TIMEX3's function in the document, as `PUBLICATION_TIME`, to leave some out."""


@attrs.frozen(kw_only=True)
class MarkedEvent:
    """An event as it is scored."""

    span: Span
    """Its trigger."""
    when: str | None = None
    """A day, month, year, or an interval of them, either end open as `..`."""
    type: str | None = None
    who: tuple[str, ...] = ()
    where: tuple[str, ...] = ()
    scope: Span | None = None
    """Where a prediction may lie that is counted for it when none has its trigger."""


@attrs.frozen(kw_only=True)
class MarkedBlock:
    """A block of the text and what it is."""

    span: Span
    label: str
    hard: bool = False
    """It looks like clutter and is none."""


@attrs.frozen(kw_only=True)
class Annotated:
    """An article and those of its layers that are annotated; None: not annotated."""

    id: str
    text: str = ""
    published: str | None = None
    quotes: tuple[MarkedQuote, ...] | None = None
    dates: tuple[MarkedDate, ...] | None = None
    events: tuple[MarkedEvent, ...] | None = None
    blocks: tuple[MarkedBlock, ...] | None = None
    removed: Spans | None = attrs.field(default=None, converter=attrs.converters.optional(as_tuple))
    """What is cut out of the text; follows from `blocks` where it is not given."""


def read_annotated(path: str | Path) -> dict[str, Annotated]:
    """Read a file of annotated articles, by id.

    Raises:
        UsageError: a line is no annotated article, or two have one id; the message names the line.
    """
    found: dict[str, Annotated] = {}
    with Path(path).open(encoding="utf-8") as lines:
        for number, line in enumerate(lines, 1):
            if not line.strip():
                continue
            try:
                one = _read(json.loads(line), str(number))
            except (ValueError, KeyError, TypeError, AttributeError) as error:
                raise UsageError(f"{path}: line {number}: {type(error).__name__}: {error}") from error
            if one.id in found:
                raise UsageError(f"{path}: line {number}: the id {one.id!r} stands for two articles")
            found[one.id] = one
    return found


def _read(row: Mapping[str, Any], number: str) -> Annotated:
    if row.get("format") == FORMAT:
        article = from_dict(row)
        return from_article(article, article.id or number)
    text = row.get("text", "")
    blocks = _each(row, "blocks", _block)
    return Annotated(
        id=str(row["id"]),
        text=text,
        published=row.get("published"),
        quotes=_each(row, "quotes", _quote),
        dates=_each(row, "dates", _date),
        events=_each(row, "events", _event),
        blocks=blocks,
        removed=_spans(row["removed"]) if "removed" in row else blocks and _removed(blocks),
    )


def _each(row: Mapping[str, Any], layer: str, read: Any) -> tuple[Any, ...] | None:
    return tuple(read(one) for one in row[layer]) if row.get(layer) is not None else None


def _spans(pairs: Iterable[Sequence[int]] | None) -> Spans:
    return tuple(Span(start, end) for start, end in pairs or () if start < end)


def _quote(row: Mapping[str, Any]) -> MarkedQuote:
    return MarkedQuote(
        kind=row.get("kind") or "direct",
        content=_spans(row["content"]),
        speaker=_spans(row.get("speaker")),
        group=row.get("class"),
        ignored=bool(row.get("ignore")),
    )


def _date(row: Mapping[str, Any]) -> MarkedDate:
    return MarkedDate(
        span=Span(row["start"], row["end"]),
        type=row.get("type") or "?",
        value=row.get("value") or "",
        function=row.get("function"),
    )


def _event(row: Mapping[str, Any]) -> MarkedEvent:
    when, scope = row.get("when"), row.get("scope")
    if when is not None and read_edtf(when) is None:
        raise ValueError(f"when: {when!r} is no day, month, year or interval; as 2024-02-15, 2024-02, ../2024-02")
    return MarkedEvent(
        span=Span(row["start"], row["end"]),
        when=when,
        type=row.get("type"),
        who=tuple(row.get("who") or ()),
        where=tuple(row.get("where") or ()),
        scope=Span(*scope) if scope else None,
    )


def _block(row: Mapping[str, Any]) -> MarkedBlock:
    return MarkedBlock(span=Span(row["start"], row["end"]), label=row["label"], hard=bool(row.get("hard")))


def _removed(blocks: Iterable[MarkedBlock]) -> Spans:
    return tuple(block.span for block in blocks if block.label in DROPPED)


def from_article(article: Article, id: str | None = None) -> Annotated:
    """Give an article of newsparse's as it is scored; `id` takes the place of its own."""
    blocks = tuple(MarkedBlock(span=one.span, label=one.kind) for one in article.blocks)
    return Annotated(
        id=id or article.id or "",
        text=article.text,
        published=article.published.isoformat() if article.published else None,
        quotes=tuple(
            MarkedQuote(
                kind=one.kind, content=one.spans, speaker=(one.speaker.span,) if one.speaker else (), group="speech"
            )
            for one in article.quotes
        ),
        dates=tuple(MarkedDate(span=one.span, type=one.type, value=one.value) for one in article.dates),
        events=tuple(_events(article)),
        blocks=blocks,
        removed=_removed(blocks),
    )


def _events(article: Article) -> Iterator[MarkedEvent]:
    for one in article.events:
        yield MarkedEvent(
            span=one.trigger,
            when=_days(one.when) if one.when else None,
            type=one.type,
            who=tuple(participant.text for participant in one.participants),
            where=(one.place.text,) if one.place else (),
        )


def _days(when: When) -> str | None:
    if when.earliest and when.latest:
        return f"{when.earliest.isoformat()}/{when.latest.isoformat()}"
    return when.value if read_edtf(when.value) else None
