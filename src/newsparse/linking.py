"""Ids, and speakers, participants and places joined to entities by their spans."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from operator import is_
from typing import TypeVar

from newsparse.models import Entity, Event, Participant, Place, Quote, Speaker, replaced
from newsparse.span import Span

__all__ = ["link_events", "link_quotes", "number_entities"]

Part = TypeVar("Part", Participant, Place)
BySpan = Mapping[Span, tuple[Entity, ...]]


def number_entities(entities: Iterable[Entity]) -> tuple[Entity, ...]:
    """Sort entities by their first mention and name them `e1`, `e2` …."""
    ordered = sorted(entities, key=lambda entity: (entity.mentions[0].span, entity.name))
    return tuple(replaced(entity, id=f"e{number}") for number, entity in enumerate(ordered, 1))


def link_quotes(quotes: Iterable[Quote], entities: Sequence[Entity]) -> tuple[Quote, ...]:
    """Join each speaker to the entities that have a mention with its span."""
    by_span = _by_span(entities)
    return tuple(
        replaced(quote, speaker=_linked(quote.speaker, by_span)) if quote.speaker else quote for quote in quotes
    )


def _linked(speaker: Speaker, by_span: BySpan) -> Speaker:
    speaking = by_span.get(speaker.span)
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
    by_span = _by_span(entities)

    def joined(part: Part) -> Part:
        found = by_span.get(part.span, ())
        return replaced(part, entity=found[0].id) if len(found) == 1 else part

    def linked(event: Event) -> Event:
        participants = tuple(map(joined, event.participants))
        place = event.place and joined(event.place)
        if place is event.place and all(map(is_, participants, event.participants)):
            return event
        return replaced(event, participants=participants, place=place)

    return tuple(map(linked, events))


def _by_span(entities: Iterable[Entity]) -> BySpan:
    whole: dict[Span, list[Entity]] = {}
    heads: dict[Span, list[Entity]] = {}
    for entity in entities:
        for mention in entity.mentions:
            whole.setdefault(mention.span, []).append(entity)
            if mention.head and mention.head != mention.span:
                heads.setdefault(mention.head, []).append(entity)
    return {span: tuple(found) for span, found in (heads | whole).items()}
