"""Ids, and speakers, participants and places joined to entities by their spans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import is_
from typing import TypeVar

from newsparse.models import Entity, Event, Participant, Place, Quote, Speaker, replaced
from newsparse.span import Span

__all__ = ["link_events", "link_quotes", "number_entities"]

Part = TypeVar("Part", Participant, Place)
Ends = tuple[int, int]
"""Start and end of a span: a key that is quicker to look up than the span."""
BySpan = Mapping[Ends, tuple[Entity, ...]]


def number_entities(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Sort entities by their first mention and name them `e1`, `e2` …."""
    ordered = sorted(entities, key=lambda entity: (entity.mentions[0].span, entity.name))
    return tuple(replaced(entity, id=f"e{number}") for number, entity in enumerate(ordered, 1))


def link_quotes(quotes: Iterable[Quote], entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """Join each speaker to the entities that have a mention with its span."""
    quotes = tuple(quotes)
    by_span = _by_span(entities, (quote.speaker.span for quote in quotes if quote.speaker))
    return tuple(
        replaced(quote, speaker=_linked(quote.speaker, by_span)) if quote.speaker else quote for quote in quotes
    )


def _linked(speaker: Speaker, by_span: BySpan) -> Speaker:
    speaking = by_span.get(_ends(speaker.span))
    if not speaking:
        return speaker
    return replaced(
        speaker,
        name=" and ".join(entity.name for entity in speaking),
        role=speaking[0].role if len(speaking) == 1 else None,
        entities=tuple(entity.id for entity in speaking),
    )


def link_events(events: Iterable[Event], entities: Sequence[Entity]) -> tuple[Event, ...]:
    """Join participants and places to the entity that has a mention, or a mention's head, with their span."""
    events = tuple(events)
    parts = (part for event in events for part in (*event.participants, *((event.place,) if event.place else ())))
    by_span = _by_span(entities, (part.span for part in parts))

    def joined(part: Part) -> Part:
        found = by_span.get(_ends(part.span), ())
        return replaced(part, entity=found[0].id) if len(found) == 1 else part

    def linked(event: Event) -> Event:
        participants = tuple(map(joined, event.participants))
        place = event.place and joined(event.place)
        if place is event.place and all(map(is_, participants, event.participants)):
            return event
        return replaced(event, participants=participants, place=place)

    return tuple(map(linked, events))


def _by_span(entities: Iterable[Entity], wanted: Iterable[Span]) -> BySpan:
    """Give the entities that have a mention with one of the `wanted` spans, else a mention's head with it."""
    whole: dict[Ends, list[Entity]] = {_ends(span): [] for span in wanted}
    heads: dict[Ends, list[Entity]] = {ends: [] for ends in whole}
    for entity in entities:
        for mention in entity.mentions:
            if (ends := _ends(mention.span)) in whole:
                whole[ends].append(entity)
            if mention.head is not None and (ends := _ends(mention.head)) in heads and mention.head != mention.span:
                heads[ends].append(entity)
    return {ends: tuple(found or heads[ends]) for ends, found in whole.items()}


def _ends(span: Span) -> Ends:
    return span.start, span.end
