"""The invariants: what an annotation must be to stand in an article, and the parts of it the parser fills in."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from sys import intern
from typing import Any

import attrs

from newsparse.article import ANNOTATED_KINDS, DATED_KINDS, Article
from newsparse.models import Block, DateMention, Entity, Event, Mention, Quote, replaced
from newsparse.span import Span

__all__ = ["Checker", "RefusedError"]


class RefusedError(Exception):
    """An annotation that breaks an invariant; the message says which."""


class Checker:
    """Checks the annotations of one plugin against one article and completes them."""

    def __init__(self, article: Article, plugin: str) -> None:
        self.article = article
        self.plugin = plugin
        self._starts = [block.span.start for block in article.blocks]

    def found_by(self, rule: str) -> str:
        """Give the full provenance: plugin and rule."""
        return intern(f"{self.plugin}:{rule}") if rule else self.plugin  # a rule finds many annotations

    def inside(self, span: Span, kinds: frozenset[str] | None = ANNOTATED_KINDS) -> str:
        """Give the span's text once it is sure that it lies in the text and in blocks of these kinds."""
        text = self.article.text
        if span.end > len(text):
            raise RefusedError(f"span {span.start}..{span.end} ends after the text ({len(text)} characters)")
        if kinds is None:
            return span.of(text)
        first = bisect_right(self._starts, span.start) - 1
        if first >= 0 and span.end <= (block := self.article.blocks[first]).span.end and block.kind in kinds:
            return text[span.start : span.end]
        last = bisect_right(self._starts, span.end - 1)
        blocks = self.article.blocks[max(first, 0) : last]
        if first < 0 or not blocks or span.start >= blocks[0].span.end or span.end > blocks[-1].span.end:
            raise RefusedError(f"span {span.start}..{span.end} starts or ends outside all blocks")
        for block in blocks:
            if block.kind not in kinds:
                raise RefusedError(f"span {span.start}..{span.end} lies in a {block.kind} block")
        return span.of(text)

    def block(self, block: Block) -> Block:
        """Complete a block."""
        text = self.inside(block.span, None)
        if text != text.strip():
            raise RefusedError(f"block {block.span.start}..{block.span.end} has white space at its ends")
        return replaced(block, found_by=self.found_by(block.found_by))

    def sentence(self, sentence: Span) -> Span:
        """Check a sentence."""
        self.inside(sentence)
        return sentence

    def mention(self, mention: Mention) -> Mention:
        """Complete a mention."""
        text = intern(self.inside(mention.span))
        if mention.head is not None and not mention.span.contains(mention.head):
            raise RefusedError(f"mention {text!r}: its head lies outside it")
        if mention.role is not None:
            self.inside(mention.role)
        return replaced(mention, text=text, found_by=self.found_by(mention.found_by))

    def date(self, date: DateMention) -> DateMention:
        """Complete a date mention."""
        text = self.inside(date.span, DATED_KINDS)
        if date.anchor_span is not None:
            self.inside(date.anchor_span, DATED_KINDS)
        if (date.earliest is None) != (date.latest is None):
            raise RefusedError(f"date {text!r}: has one end of an interval without the other")
        if date.earliest and date.latest and date.earliest > date.latest:
            raise RefusedError(f"date {text!r}: its interval {date.earliest}..{date.latest} runs backwards")
        return replaced(date, text=text, found_by=self.found_by(date.found_by))

    def quote(self, quote: Quote) -> Quote:
        """Complete a quote and its speaker."""
        pieces = [self.inside(span) for span in quote.spans]
        if any(after.start < before.end for before, after in zip(quote.spans, quote.spans[1:], strict=False)):
            raise RefusedError(f"quote {pieces[0]!r}: its pieces overlap or stand out of order")
        if quote.cue is not None:
            self.inside(quote.cue)
        if quote.said_on and self._dates.get(quote.said_on.span) != quote.said_on:
            raise RefusedError(f"quote {pieces[0]!r}: said_on is none of the article's dates")
        speaker = quote.speaker and replaced(quote.speaker, text=intern(self.inside(quote.speaker.span)))
        return replaced(quote, text=" ".join(pieces), speaker=speaker, found_by=self.found_by(quote.found_by))

    def entity(self, entity: Entity) -> Entity:
        """Complete an entity and its mentions."""
        mentions = [one if id(one) in self._known else self._rechecked(one) for one in entity.mentions]
        mentions.sort(key=lambda mention: (mention.span.start, mention.span.end))
        return replaced(entity, id="", mentions=tuple(mentions), found_by=self.found_by(entity.found_by))

    @cached_property
    def _dates(self) -> dict[Span, DateMention]:
        """The dates of the article by their spans: no two of them have the same."""
        return {date.span: date for date in self.article.dates}

    @cached_property
    def _known(self) -> frozenset[int]:
        """The mentions of the article, checked in their own layer, by identity; the article keeps them alive."""
        return frozenset(map(id, self.article.mentions))

    def _rechecked(self, mention: Mention) -> Mention:
        """Complete an entity's mention that is none of the article's; leave a provenance that is whole already."""
        found_by = mention.found_by if ":" in mention.found_by else self.found_by(mention.found_by)
        return replaced(mention, text=self.inside(mention.span), found_by=found_by)

    def event(self, event: Event) -> Event:
        """Complete an event with its participants and place."""
        text = intern(self.inside(event.span))  # all events of a sentence have it
        self.inside(event.trigger)
        if event.when and event.when.evidence is not None:
            self.inside(event.when.evidence, DATED_KINDS)
        if event.when and event.when.earliest and event.when.latest and event.when.earliest > event.when.latest:
            raise RefusedError(f"event {event.trigger.of(self.article.text)!r}: its interval runs backwards")
        if event.quote is not None and not 0 <= event.quote < len(self.article.quotes):
            raise RefusedError(f"event in {text!r}: there is no quote {event.quote}")
        participants = tuple(replaced(one, text=intern(self.inside(one.span))) for one in event.participants)
        place = event.place and replaced(event.place, text=intern(self.inside(event.place.span)))
        return replaced(
            event, text=text, participants=participants, place=place, found_by=self.found_by(event.found_by)
        )

    def annotation(self, annotation: Any) -> Any:
        """Complete an annotation of a plugin's own kind."""
        kind = type(annotation)
        if not attrs.has(kind):
            raise RefusedError(f"{kind.__name__} is no annotation; make it a frozen attrs class with a span")
        if not isinstance(getattr(annotation, "span", None), Span):
            raise RefusedError(f"{kind.__name__} has no span")
        text = self.inside(annotation.span)
        fields = attrs.fields_dict(kind)
        filled: dict[str, str] = {}
        if "text" in fields:
            filled["text"] = text
        if "found_by" in fields:
            filled["found_by"] = self.found_by(annotation.found_by or "")
        hash(annotation)
        return attrs.evolve(annotation, **filled)
