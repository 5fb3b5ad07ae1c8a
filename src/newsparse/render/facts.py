"""Everything of an article that a page highlights: where it stands, and what a reader is told of it."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from newsparse.article import Article
from newsparse.models import DateMention, Event, Quote, When
from newsparse.span import Span

__all__ = ["LAYERS", "Fact", "find_facts", "told_date", "told_event", "told_quote", "told_when"]

LAYERS = {"quote": "Quotes", "speaker": "Speakers", "date": "Dates", "event": "Events", "entity": "Names"}
"""Layers of highlights and their headings, in the order of the switches."""


@attrs.frozen(kw_only=True)
class Fact:
    """One highlight."""

    key: str
    """Unique in the article, as `quote-3`."""
    layer: str
    """One of `LAYERS`."""
    spans: tuple[Span, ...]
    """Its pieces."""
    told: str
    """What the reader is told: meaning, evidence, rule."""


def find_facts(article: Article) -> Iterator[Fact]:
    """Give the highlights of an article, layer by layer."""
    for number, quote in enumerate(article.quotes):
        yield Fact(key=f"quote-{number}", layer="quote", spans=quote.spans, told=told_quote(article, quote))
        if quote.speaker:
            who = quote.speaker.name or "not resolved"
            told = f"Speaker of quote {number + 1}: {who}"
            yield Fact(key=f"speaker-{number}", layer="speaker", spans=(quote.speaker.span,), told=told)
    for number, date in enumerate(article.dates):
        yield Fact(key=f"date-{number}", layer="date", spans=(date.span,), told=told_date(date))
    for number, event in enumerate(article.events):
        yield Fact(key=f"event-{number}", layer="event", spans=(event.trigger,), told=told_event(article, event))
    for entity in article.entities:
        for number, mention in enumerate(entity.mentions):
            role = f", {entity.role}" if entity.role else ""
            told = f"{entity.name}{role} ({entity.kind}), {mention.form}. Found by {mention.found_by}."
            yield Fact(key=f"{entity.id}-{number}", layer="entity", spans=(mention.span,), told=told)


def told_quote(article: Article, quote: Quote) -> str:
    """Tell a quote's kind, speaker, cue, day and rule."""
    speaker = quote.speaker
    who = (
        f"by {speaker.name or 'a speaker who is not resolved'} (“{_flat(speaker.text)}”)"
        if speaker
        else "by nobody named"
    )
    cue = f", cue “{_flat(quote.cue.of(article.text))}”" if quote.cue else ""
    said = f", said on {quote.said_on.value} (“{_flat(quote.said_on.text)}”)" if quote.said_on else ""
    return f"{quote.kind.capitalize()} quote {who}{cue}{said}. Found by {quote.found_by}."


def told_date(date: DateMention) -> str:
    """Tell a date mention's value, days, anchor and rule."""
    days = ""
    if date.earliest and date.latest:
        days = f", {date.earliest}" if date.earliest == date.latest else f", {date.earliest} to {date.latest}"
    anchors = {"text": "from its own words", "published": "from the publication date", "mention": "from another date"}
    anchor = anchors[date.anchor] if date.anchor else "not resolved"
    mod = f" {date.mod}" if date.mod else ""
    return f"{date.type} {date.value}{mod}{days}, {anchor}. Found by {date.found_by}."


def told_event(article: Article, event: Event) -> str:
    """Tell an event's status, type, time and evidence, who, where and rule."""
    when = "undated"
    if event.when:
        evidence = f" (“{_flat(event.when.evidence.of(article.text))}”)" if event.when.evidence else ""
        when = f"{told_when(event.when)}, by {event.when.anchor}{evidence}"
    who = "; ".join(f"{part.role} {_flat(part.text)}" for part in event.participants)
    place = f"; in {_flat(event.place.text)}" if event.place else ""
    kind = f" {event.type}" if event.type else ""
    said = f" Asserted by quote {event.quote + 1}." if event.quote is not None else ""
    return f"Event{kind}, {event.status}, {when}{'; ' if who else ''}{who}{place}.{said} Found by {event.found_by}."


def told_when(when: When) -> str:
    """Give a time as a reader would have it: open ends in words."""
    start, slash, end = when.value.partition("/")
    if not slash:
        return start
    if start == "..":
        return f"until {end}"
    return f"from {start} on" if end == ".." else f"{start} to {end}"


def _flat(text: str) -> str:
    return " ".join(text.split())
