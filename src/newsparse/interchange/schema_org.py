"""schema.org JSON-LD: a NewsArticle with its Quotations, the people and places it mentions, and its Events.

Vocabulary: https://schema.org/NewsArticle, /Quotation, /Claim, /Event.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from newsparse.article import Article
from newsparse.interchange.addresses import article_uri, fact_uri, without_none
from newsparse.interchange.edtf import iso_dates
from newsparse.models import Entity, EntityKind, Event, Participant, Place, Quote

__all__ = ["REAL", "to_schema_org"]

TYPES: dict[EntityKind, str] = {"person": "Person", "organisation": "Organization", "place": "Place"}
"""What is neither is a Thing."""
REAL = ("happened", "ongoing", "planned")
"""Statuses of what is an Event; a denied or feared one is none."""

Node = dict[str, Any]


def to_schema_org(article: Article) -> Node:
    """Give an article as JSON-LD.

    What stands in marks is a Quotation; reported speech, whose words are the writer's, is a Claim. Dates are as
    coarse as they are known (`2024-02`); an event between open ends has none.
    """
    published = article.published
    return without_none(
        at_context="https://schema.org",
        at_type="NewsArticle",
        at_id=article_uri(article),
        url=article.url,
        identifier=article.id,
        headline=article.title,
        datePublished=published and published.isoformat(),
        author=[{"@type": "Person", "name": name} for name in article.authors],
        inLanguage=article.language,
        articleBody=article.body,
        hasPart=[_quote(article, number, one) for number, one in enumerate(article.quotes)],
        mentions=[*(_entity(article, one) for one in article.entities), *_events(article)],
    )


def _entity(article: Article, entity: Entity) -> Node:
    kind = TYPES.get(entity.kind, "Thing")
    role = {("jobTitle" if kind == "Person" else "description"): entity.role} if entity.role else {}
    names = {one.text for one in entity.mentions if one.form == "name"} - {entity.name}
    return without_none(
        at_type=kind, at_id=fact_uri(article, entity.id), name=entity.name, alternateName=sorted(names), **role
    )


def _quote(article: Article, number: int, quote: Quote) -> Node:
    speaker, said_on = quote.speaker, quote.said_on
    days = iso_dates(said_on.earliest, said_on.latest) if said_on else ()
    ids = [{"@id": fact_uri(article, id)} for id in speaker.entities] if speaker else []
    claim = quote.kind == "indirect"
    return without_none(
        at_type="Claim" if claim else "Quotation",
        at_id=fact_uri(article, f"quote{number}"),
        text=quote.text,
        creditText=speaker and speaker.text,
        dateCreated=days[0] if len(days) == 1 else None,
        **{("author" if claim else "spokenByCharacter"): ids},
    )


def _events(article: Article) -> Iterator[Node]:
    for number, event in enumerate(article.events):
        if event.status in REAL:
            yield _event(article, number, event)


def _event(article: Article, number: int, event: Event) -> Node:
    days = iso_dates(event.when.earliest, event.when.latest) if event.when else ()
    return without_none(
        at_type="Event",
        at_id=fact_uri(article, f"event{number}"),
        name=event.trigger.of(article.text),
        description=event.text,
        keywords=event.type,
        startDate=days[0] if days else None,
        endDate=days[1] if len(days) == 2 else None,
        location=event.place and _held(article, event.place, "Place"),
        contributor=[_held(article, one, "Thing") for one in event.participants if one.role != "recipient"],
        about=[_held(article, one, "Thing") for one in event.participants if one.role == "recipient"],
        eventStatus="https://schema.org/EventScheduled" if event.status == "planned" else None,
    )


def _held(article: Article, held: Participant | Place, kind: str) -> Node:
    if held.entity:
        return {"@id": fact_uri(article, held.entity)}
    return {"@type": kind, "name": held.text}
