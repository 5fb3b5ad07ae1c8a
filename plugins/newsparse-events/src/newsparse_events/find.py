"""Put events together: triggers, times, status, participants, place, type and the asserting quote."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator
from operator import attrgetter

import newsparse
from newsparse import Article, Event, Participant, Place, Span
from newsparse.models import ParticipantRole, WhenAnchor
from newsparse.words import Words
from newsparse_events.actors import Cast, find_participants
from newsparse_events.dating import Dater, scenes
from newsparse_events.kinds_of_event import find_types
from newsparse_events.phrases import Mentions, Phrases, Range
from newsparse_events.places import find_places
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
    everything = sorted(scenes(article), key=attrgetter("title"))  # headlines are dated by what the body tells
    if not everything:
        return []
    dater, mentions, quoted = Dater(article, anchors), Mentions(article, everything[0].story.columns), _quoted(article)
    found: list[Event] = []
    for scene in everything:
        if scene.triggers:
            found += _find_in_scene(scene, dater, mentions, quoted, type_margin)
        dater.close(scene)
    return found


Quoted = tuple[list[int], list[tuple[int, int]]]
"""The starts of all pieces of quotes, and the end of each with the number of its quote."""


def _quoted(article: Article) -> Quoted:
    pieces = sorted((span.start, span.end, index) for index, quote in enumerate(article.quotes) for span in quote.spans)
    return [start for start, _end, _index in pieces], [(end, index) for _start, end, index in pieces]


def _find_in_scene(
    scene: Scene, dater: Dater, mentions: Mentions, quoted: Quoted, type_margin: float
) -> Iterator[Event]:
    statuses = [status_of(scene, place) for place in range(len(scene.triggers))]
    times, types = dater.times(scene, statuses), find_types(scene, type_margin)
    phrases, words = Phrases(scene, mentions), scene.story.words
    known: dict[tuple[Range, ParticipantRole], Participant] = {}
    places = find_places(phrases)
    starts, pieces = quoted
    for place, trigger in enumerate(scene.triggers):
        cast = _apart(find_participants(phrases, place))
        for one in cast:
            if one not in known:
                known[one] = Participant(span=_span(words, one[0]), role=one[1])
        where = places[place]
        span = Span(words.starts[trigger.first], words.ends[trigger.last])
        at = bisect_right(starts, span.start) - 1
        yield Event(
            span=scene.sentence,
            trigger=span,
            when=times[place],
            status=statuses[place],
            participants=tuple([known[one] for one in cast]),
            place=Place(span=_span(words, where)) if where else None,
            type=types[place],
            quote=pieces[at][1] if at >= 0 and span.end <= pieces[at][0] else None,
            found_by="noun" if trigger.form == "noun" else f"{trigger.form}_verb",
        )


def _apart(cast: Cast) -> Cast:
    """Leave out what overlaps a surer one, and put the others in text order."""
    if len(cast) < 2:
        return cast
    kept: Cast = []
    for one in cast:
        first, end = one[0]
        if all(end <= other[0] or other[1] <= first for other, _role in kept):
            kept.append(one)
    return sorted(kept)


def _span(words: Words, pair: Range) -> Span:
    return Span(words.starts[pair[0]], words.ends[pair[1] - 1])
