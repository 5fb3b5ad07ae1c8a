"""The article: a text that never changes, and everything found in it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterable
from html import escape
from typing import Any, Literal

import attrs

from newsparse.citation import text_fragment_link, utf16_offsets
from newsparse.errors import UsageError
from newsparse.models import (
    BLOCK_KINDS,
    BODY_KINDS,
    Block,
    BlockKind,
    DateMention,
    Entity,
    Event,
    Mention,
    Metadata,
    Problem,
    Quote,
    as_tuple,
)
from newsparse.span import Span
from newsparse.timeline import Happening, find_timeline
from newsparse.words import Words

__all__ = ["ANNOTATED_KINDS", "DATED_KINDS", "Article", "Published"]

Published = dt.date | dt.datetime
"""A publication day, or a moment with the zone that was given."""

ANNOTATED_KINDS: frozenset[str] = BODY_KINDS | {"title"}
"""Kinds of block that have sentences, mentions, quotes, entities and events."""
DATED_KINDS: frozenset[str] = ANNOTATED_KINDS | {"dateline"}
"""Kinds of block that have date mentions."""


@attrs.frozen(kw_only=True)
class Article:
    """A news article and the facts found in it; every span counts code points of `text`."""

    id: str | None = None
    """The user's identifier."""
    url: str | None = None
    """Canonical address."""
    title: str | None = None
    """As given beside the text, else the words of the title block."""
    published: Published | None = None
    """Publication date: the document creation time that relative dates are resolved against."""
    authors: tuple[str, ...] = attrs.field(default=(), converter=as_tuple)
    """Names of the authors, in the order of the source."""
    language: str | None = None
    """BCP 47 tag, as `en` or `pt-BR`."""
    metadata: tuple[Metadata, ...] = attrs.field(default=(), converter=as_tuple)
    """Everything the source said of the article, with its origin, the most trusted first."""
    text: str = ""
    """The source text; never changed."""
    blocks: tuple[Block, ...] = attrs.field(default=(), converter=as_tuple)
    """Lines and paragraphs in text order; they cover everything but white space."""
    sentences: tuple[Span, ...] = attrs.field(default=(), converter=as_tuple)
    """Sentences of the annotated blocks, in text order."""
    words: Words = attrs.field(factory=Words, repr=False, eq=False)
    """Words of the sentences; follow from `text` and `sentences`, so that equality and JSON leave them out."""
    mentions: tuple[Mention, ...] = attrs.field(default=(), converter=as_tuple)
    """Names, descriptions and pronouns as they stand."""
    dates: tuple[DateMention, ...] = attrs.field(default=(), converter=as_tuple)
    """Time expressions."""
    quotes: tuple[Quote, ...] = attrs.field(default=(), converter=as_tuple)
    """Who said what."""
    entities: tuple[Entity, ...] = attrs.field(default=(), converter=as_tuple)
    """Who is in the story."""
    events: tuple[Event, ...] = attrs.field(default=(), converter=as_tuple)
    """What happened and when."""
    annotations: tuple[Any, ...] = attrs.field(default=(), converter=as_tuple)
    """Annotations of plugins' own kinds: frozen objects with a `span`."""
    problems: tuple[Problem, ...] = attrs.field(default=(), converter=as_tuple)
    """What failed on the way."""

    @property
    def body(self) -> str:
        """The article's own words: its standfirst, paragraphs, headings and lists, without the clutter."""
        return self.body_with(())

    def body_with(self, kinds: Iterable[BlockKind]) -> str:
        """Give the body together with the blocks of `kinds`, as `article.body_with(["caption"])`.

        Raises:
            UsageError: one of `kinds` is no kind of block.
        """
        wanted = {kinds} if isinstance(kinds, str) else set(kinds)
        if unknown := wanted - set(BLOCK_KINDS):
            raise UsageError(f"body_with: no block kind {sorted(unknown)[0]!r}; known: {', '.join(BLOCK_KINDS)}")
        wanted |= BODY_KINDS
        pieces: list[str] = []
        for index, block in enumerate(self.blocks):
            if block.kind not in wanted:
                continue
            if pieces:
                before = self.blocks[index - 1].span.end if index else 0
                breaks = self.text.count("\n", before, block.span.start)
                pieces.append("\n" * min(breaks, 2) or " ")
            pieces.append(block.span.of(self.text))
        return "".join(pieces)

    def block_at(self, offset: int) -> Block | None:
        """Give the block that holds the character at `offset`, None in the white space between blocks."""
        index = bisect_right(self.blocks, offset, key=lambda block: block.span.start) - 1
        if index >= 0 and offset < self.blocks[index].span.end:
            return self.blocks[index]
        return None

    def sentence_at(self, offset: int) -> Span | None:
        """Give the sentence that holds the character at `offset`, None outside all sentences."""
        index = bisect_right(self.sentences, offset, key=lambda sentence: sentence.start) - 1
        if index >= 0 and offset < self.sentences[index].end:
            return self.sentences[index]
        return None

    def entity(self, id: str) -> Entity:
        """Give the entity with this `id`.

        Raises:
            UsageError: the article has no such entity.
        """
        for entity in self.entities:
            if entity.id == id:
                return entity
        raise UsageError(f"entity: no {id!r} in this article; it has {len(self.entities)}: e1, e2 …")

    def speakers(self) -> tuple[Entity, ...]:
        """Give the entities that say something, in the order of their first mention."""
        speaking = {one for quote in self.quotes if quote.speaker for one in quote.speaker.entities}
        return tuple(entity for entity in self.entities if entity.id in speaking)

    def quotes_by(self, entity: Entity | str) -> tuple[Quote, ...]:
        """Give the quotes of an entity (or of its id), joint ones included."""
        wanted = entity if isinstance(entity, str) else entity.id
        return tuple(quote for quote in self.quotes if quote.speaker and wanted in quote.speaker.entities)

    def timeline(self) -> tuple[Happening, ...]:
        """Give the dated happenings from the earliest to the latest; see `Happening`."""
        return find_timeline(self.events)

    def link(self, span: Span) -> str:
        """Give a URL that opens the article in a browser at `span` (a text fragment).

        Raises:
            UsageError: the article has no `url`, or the span does not lie in its text.
        """
        if not self.url:
            raise UsageError("link: the article has no url; give one: parse(text, url=...)")
        self._check_inside(span, "link")
        return text_fragment_link(self.url, self.text, span)

    def offsets(self, span: Span, encoding: Literal["utf-16", "utf-8"] = "utf-16") -> tuple[int, int]:
        """Give the span's start and end in UTF-16 code units (JavaScript, Java) or UTF-8 bytes.

        Raises:
            UsageError: another encoding, or a span outside the text.
        """
        self._check_inside(span, "offsets")
        if encoding == "utf-16":
            return utf16_offsets(self.text, span)
        if encoding == "utf-8":
            start = len(self.text[: span.start].encode("utf-8", "surrogatepass"))
            return start, start + len(span.of(self.text).encode("utf-8", "surrogatepass"))
        raise UsageError(f"offsets: no encoding {encoding!r}; known: utf-16, utf-8")

    def _repr_html_(self) -> str:
        """Show the article in a notebook, in a frame of its own."""
        from newsparse.render import to_html  # here, since only notebooks want it

        return f'<iframe srcdoc="{escape(to_html(self))}" width="100%" height="600"></iframe>'

    def _check_inside(self, span: Span, where: str) -> None:
        if span.end > len(self.text):
            raise UsageError(
                f"{where}: span {span.start}..{span.end} ends after the text ({len(self.text)} characters)"
            )
