"""Annotated articles as training sees them: quotes with their cues, and which articles are held out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import md5
from pathlib import Path
from typing import Any

import attrs

from newsparse import Article, Parser, Span
from newsparse.evaluate import Annotated, read_annotated
from newsparse.interchange.json import FORMAT, from_dict
from newsparse_quotes.stream import Stream, read_streams

__all__ = ["Gold", "GoldQuote", "read_gold", "split"]

Spans = tuple[Span, ...]


@attrs.frozen(kw_only=True)
class GoldQuote:
    """An annotated quote."""

    content: Spans
    """What is said."""
    cue: Spans
    """The words that attribute it; without any, nothing is learned from it."""
    speaker: Spans
    """Who says it; empty where nobody is named."""
    asked: bool
    """Whether quotes like it are to be found; the others are neither examples nor counter-examples."""


@attrs.frozen(kw_only=True)
class Gold:
    """An annotated article."""

    marked: Annotated
    """As it is scored."""
    quotes: tuple[GoldQuote, ...]
    """Its quotes."""

    def streams(self, parser: Parser) -> list[Stream]:
        """Read its blocks as attribution sees them."""
        return read_streams(parser.parse(self.marked.text, published=self.marked.published))


def read_gold(path: Path, only_class: str | None = None) -> list[Gold]:
    """Read the articles of a file that have annotated quotes.

    Parameters:
        path: one JSON object a line, in the form that `newsparse evaluate` reads.
        only_class: the class of the quotes to be found; by default all.

    Raises:
        UsageError: a line is no annotated article.
    """
    marked = read_annotated(path)
    with path.open(encoding="utf-8") as lines:
        return [
            Gold(marked=one, quotes=tuple(_quotes(json.loads(line), only_class)))
            for one, line in zip(marked.values(), filter(str.strip, lines), strict=True)
            if one.quotes is not None
        ]


def _quotes(row: Mapping[str, Any], only_class: str | None) -> Iterator[GoldQuote]:
    if row.get("format") == FORMAT:
        yield from _corrected(from_dict(row))
        return
    for quote in row["quotes"]:
        yield GoldQuote(
            content=_spans(quote["content"]),
            cue=_spans(quote.get("cue")),
            speaker=_spans(quote.get("speaker")),
            asked=not quote.get("ignore") and only_class in (None, quote.get("class")),
        )


def _corrected(article: Article) -> Iterator[GoldQuote]:
    """Give the quotes of an article in newsparse's own JSON, as corrected by hand."""
    for quote in article.quotes:
        yield GoldQuote(
            content=quote.spans,
            cue=(quote.cue,) if quote.cue else (),
            speaker=(quote.speaker.span,) if quote.speaker else (),
            asked=True,
        )


def _spans(pairs: Iterable[Sequence[int]] | None) -> Spans:
    return tuple(Span(start, end) for start, end in pairs or () if start < end)


def split(articles: Iterable[Gold], held_out: float) -> tuple[list[Gold], list[Gold]]:
    """Part the articles into those to learn from and the share held out, by their ids alone."""
    parts: tuple[list[Gold], list[Gold]] = ([], [])
    for one in articles:
        parts[_place(one.marked.id) < held_out].append(one)
    return parts


def _place(id: str) -> float:
    """Give an id its place between 0 and 1, the same on every machine and in every order."""
    number = int(md5(id.encode(), usedforsecurity=False).hexdigest(), 16)
    return float("0." + str(number)[::-1][:6])
