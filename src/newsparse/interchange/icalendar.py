"""iCalendar (RFC 5545): the planned events of articles, for a newsroom's diary."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator

from newsparse.article import Article
from newsparse.interchange.addresses import fact_uri
from newsparse.models import Event

__all__ = ["to_icalendar"]

LINE = 75
"""Octets that a line may have; RFC 5545, 3.1."""


def to_icalendar(articles: Article | Iterable[Article]) -> str:
    """Write the planned events that have a first and a last day as whole-day entries of a calendar.

    An event that is known to the month alone lasts the month, and is tentative: nothing says which day it is.
    """
    given = [articles] if isinstance(articles, Article) else articles
    entries = [line for article in given for line in _entries(article)]
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//newsparse//EN", "CALSCALE:GREGORIAN", *entries]
    return "".join(f"{_folded(line)}\r\n" for line in [*lines, "END:VCALENDAR"])


def _entries(article: Article) -> Iterator[str]:
    for number, event in enumerate(article.events):
        when = event.when
        if event.status == "planned" and when and when.earliest and when.latest and when.latest < dt.date.max:
            yield from _entry(article, number, event, when.earliest, when.latest)


def _entry(article: Article, number: int, event: Event, first: dt.date, last: dt.date) -> Iterator[str]:
    when = event.when
    yield "BEGIN:VEVENT"
    yield f"UID:{_escaped(fact_uri(article, f'event{number}'))}"
    yield f"DTSTAMP:{_stamp(article, first)}"
    yield f"DTSTART;VALUE=DATE:{_day(first)}"
    yield f"DTEND;VALUE=DATE:{_day(last + dt.timedelta(1))}"
    yield f"SUMMARY:{_escaped(_summary(article, event))}"
    yield f"DESCRIPTION:{_escaped(' '.join(event.text.split()))}\\n({when and when.value})"
    if event.place:
        yield f"LOCATION:{_escaped(event.place.text)}"
    if article.url:
        yield f"URL:{''.join(article.url.split())}"
    yield f"STATUS:{'CONFIRMED' if first == last else 'TENTATIVE'}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _summary(article: Article, event: Event) -> str:
    """Give the trigger and who takes part, as `vote: the council`."""
    names = {entity.id: entity.name for entity in article.entities}
    who = ", ".join(names.get(one.entity or "", one.text) for one in event.participants)
    trigger = event.trigger.of(article.text)
    return f"{trigger}: {who}" if who else trigger


def _stamp(article: Article, first: dt.date) -> str:
    """Give the moment the entry is of: publication, since nothing here reads the clock; else its first day."""
    published = article.published or first
    if isinstance(published, dt.datetime):
        moment = published.astimezone(dt.UTC) if published.tzinfo else published
        return f"{_day(moment)}T{moment:%H%M%S}Z"
    return f"{_day(published)}T000000Z"


def _day(day: dt.date) -> str:
    return f"{day.year:04}{day.month:02}{day.day:02}"


def _escaped(text: str) -> str:
    text = " ".join(text.split())
    kept = "".join(one for one in text if one.isprintable() or one == "\u200d")
    return kept.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")


def _folded(line: str) -> str:
    """Break a line where it is longer than 75 octets, never inside a character."""
    pieces, piece, size = [], "", 0
    for character in line:
        octets = len(character.encode("utf-8", "replace"))
        if size + octets > LINE:
            pieces.append(piece)
            piece, size = " ", 1
        piece += character
        size += octets
    return "\r\n".join([*pieces, piece])
