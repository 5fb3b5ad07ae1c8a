"""Put events together: triggers, times, status, participants, place, type and the asserting quote."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right

import newsparse
from newsparse import Article, Event, Participant, Place, Span
from newsparse.models import WhenAnchor
from newsparse_events.actors import find_participants
from newsparse_events.dating import Dater, scenes
from newsparse_events.kinds_of_event import Kinds
from newsparse_events.phrases import Phrases, mentions_by_word, stopping
from newsparse_events.places import find_place
from newsparse_events.scene import Scene
from newsparse_events.status import status_of

__all__ = ["ANCHORS", "TYPE_MARGIN", "find_events", "find_in_article"]

ANCHORS: frozenset[WhenAnchor] = frozenset(
    ("expression", "same happening", "inherited", "reporting", "publication", "tense")
)
"""All ways an event's time can be known."""
TYPE_MARGIN = 0.5
"""How far the best type must stand above the second one and above no type."""


def find_events(text: str, published: dt.date | dt.datetime | str | None = None) -> tuple[Event, ...]:
    """Find the events of a text, with what plugins are installed."""
    return newsparse.parse(text, published=published).events


def find_in_article(
    article: Article, *, type_margin: float = TYPE_MARGIN, anchors: frozenset[WhenAnchor] = ANCHORS
) -> list[Event]:
    """Find the events of an article whose other layers are done."""
    words = article.words
    dater = Dater(article, anchors)
    kinds = Kinds(type_margin)
    mentions = mentions_by_word(article)
    stop = stopping(words.lowers)
    quoted = _quoted(article)
    starts = [start for start, _end, _index in quoted]
    found: list[Event] = []
    titles: list[Scene] = []

    def add(scene: Scene) -> None:
        if not scene.triggers:
            dater.close(scene)
            return
        statuses = [status_of(scene, place) for place in range(len(scene.triggers))]
        times = dater.times(scene, statuses)
        phrases = Phrases(scene, words.forms, mentions, stop)
        for place, trigger in enumerate(scene.triggers):
            status, when = statuses[place], times[place]
            participants, where = _cast(article, phrases, place)
            span = Span(words.starts[trigger.first], words.ends[trigger.last])
            at = bisect_right(starts, span.start) - 1
            found.append(
                Event(
                    span=scene.sentence,
                    trigger=span,
                    when=when,
                    status=status,
                    participants=participants,
                    place=where,
                    type=kinds.of(scene, place),
                    quote=quoted[at][2] if at >= 0 and span.end <= quoted[at][1] else None,
                    found_by="noun" if trigger.form == "noun" else f"{trigger.form}_verb",
                )
            )
        dater.close(scene)

    for scene in scenes(article):
        if scene.title:
            titles.append(scene)
        else:
            add(scene)
    for scene in titles:
        add(scene)
    return found


def _cast(article: Article, phrases: Phrases, place: int) -> tuple[tuple[Participant, ...], Place | None]:
    words = article.words

    def span(pair: tuple[int, int]) -> Span:
        return Span(words.starts[pair[0]], words.ends[pair[1] - 1])

    participants: list[Participant] = []
    for pair, role in find_participants(phrases, place):
        one = Participant(span=span(pair), role=role)
        if not any(one.span.overlaps(other.span) for other in participants):
            participants.append(one)
    where = find_place(phrases, place)
    return tuple(sorted(participants, key=lambda one: one.span)), Place(span=span(where)) if where else None


def _quoted(article: Article) -> list[tuple[int, int, int]]:
    return sorted((span.start, span.end, index) for index, quote in enumerate(article.quotes) for span in quote.spans)
