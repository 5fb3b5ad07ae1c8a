"""IPTC ninjs 3.0: the article as a news item, its dated events as associated items of type `event`.

Schema: https://iptc.org/std/ninjs/ninjs-schema_3.0.json.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import Any

from newsparse.article import Article
from newsparse.interchange.addresses import article_uri, fact_uri, without_none
from newsparse.interchange.edtf import iso_dates
from newsparse.interchange.schema_org import REAL
from newsparse.models import EntityKind, Event

__all__ = ["to_ninjs"]

STANDARD = {"name": "ninjs", "version": "3.0", "schema": "http://www.iptc.org/std/ninjs/ninjs-schema_3.0.json"}
LISTS: dict[EntityKind, str] = {"person": "people", "organisation": "organisations", "place": "places"}
"""Kinds of entity to ninjs's lists; all others are subjects."""


def to_ninjs(article: Article) -> dict[str, Any]:
    """Give an article as a ninjs news item.

    `versionCreated` is written where the moment of publication is known with its zone; a day alone stands among
    the descriptions, since the standard has no field for one.
    """
    published = article.published
    moment = published if isinstance(published, dt.datetime) and published.tzinfo else None
    day = published.isoformat() if published and not moment else None
    return without_none(
        standard=STANDARD,
        uri=article_uri(article),
        type="text",
        versionCreated=moment and moment.isoformat(),
        language=article.language,
        title=article.title,
        by=", ".join(article.authors),
        descriptions=[{"role": "published", "value": day}] if day else None,
        headlines=[{"role": "main", "value": article.title}] if article.title else None,
        bodies=[{"role": "main", "contentType": "text/plain", "charCount": len(article.body), "value": article.body}],
        altIds=[{"role": "id", "value": article.id}] if article.id else None,
        **_entities(article),
        events=[
            {"id": f"event{number}", "name": _name(article, event), "rel": "mentions"}
            for number, event in enumerate(article.events)
            if event.status in REAL
        ],
        associations=list(_event_items(article)),
    )


def _entities(article: Article) -> dict[str, list[dict[str, str]]]:
    found: dict[str, list[dict[str, str]]] = {}
    for entity in article.entities:
        held = {"name": entity.name, "rel": "mentions", "literal": entity.id}
        found.setdefault(LISTS.get(entity.kind, "subjects"), []).append(held)
    return found


def _name(article: Article, event: Event) -> str:
    return " ".join(event.trigger.of(article.text).split())


def _event_items(article: Article) -> Iterator[dict[str, Any]]:
    names = {entity.id: entity.name for entity in article.entities}
    for number, event in enumerate(article.events):
        days = iso_dates(event.when.earliest, event.when.latest, weeks=False) if event.when else ()
        if not days or event.status not in REAL:
            continue
        place = event.place
        yield without_none(
            name=_name(article, event),
            uri=fact_uri(article, f"event{number}"),
            type="event",
            title=_name(article, event),
            descriptions=[{"value": event.text}] if event.text else None,
            eventDetails={"dates": {"expectedStartDate": days[0], "expectedEndDate": days[-1]}},
            places=[{"name": names.get(place.entity or "", place.text)}] if place else None,
        )
