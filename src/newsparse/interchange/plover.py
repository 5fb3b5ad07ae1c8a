"""PLOVER-style event records: one a typed event, who did what to whom, when and where.

Ontology: https://github.com/openeventdata/PLOVER. Modes and contexts are not found, and so not written.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from newsparse.article import Article
from newsparse.interchange.addresses import article_uri, fact_uri
from newsparse.interchange.edtf import iso_dates
from newsparse.models import Event, Participant, Place

__all__ = ["QUADS", "to_plover"]

QUADS = {
    "verbal cooperation": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "material cooperation": ("COOPERATE", "AID", "RETREAT"),
    "verbal conflict": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "material conflict": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}
"""PLOVER's four quadrants and their event types."""
_QUAD = {kind: quad for quad, kinds in QUADS.items() for kind in kinds}


def to_plover(article: Article, statuses: Iterable[str] = ("happened", "ongoing")) -> list[dict[str, Any]]:
    """Give the typed events of an article that have one of these statuses as records."""
    wanted = frozenset(statuses)
    names = {entity.id: entity.name for entity in article.entities}
    return [
        _record(article, number, event, names)
        for number, event in enumerate(article.events)
        if event.type and event.status in wanted
    ]


def _record(article: Article, number: int, event: Event, names: Mapping[str, str]) -> dict[str, Any]:
    when = event.when
    days = iso_dates(when.earliest, when.latest) if when else ()
    return {
        "id": fact_uri(article, f"event{number}"),
        "date": days[0] if len(days) == 1 else None,
        "date_earliest": when.earliest.isoformat() if when and when.earliest else None,
        "date_latest": when.latest.isoformat() if when and when.latest else None,
        "date_granularity": when.granularity if when else None,
        "date_anchor": when.anchor if when else None,
        "event": event.type,
        "quad": _QUAD.get((event.type or "").partition(".")[0]),
        "status": event.status,
        "actor": [_held(names, one) for one in event.participants if one.role == "actor"],
        "recipient": [_held(names, one) for one in event.participants if one.role == "recipient"],
        "location": _held(names, event.place) if event.place else None,
        "trigger": event.trigger.of(article.text),
        "text": event.text,
        "text_start": event.span.start,
        "text_end": event.span.end,
        "document": article_uri(article),
        "document_date": article.published.isoformat() if article.published else None,
    }


def _held(names: Mapping[str, str], held: Participant | Place) -> dict[str, Any]:
    return {"text": held.text, "name": names.get(held.entity or ""), "entity": held.entity}
