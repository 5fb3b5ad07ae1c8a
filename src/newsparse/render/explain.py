"""Why a fact was found: its rule, the pieces it matched, how it was resolved, and what stood beside it."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.article import Article
from newsparse.errors import UsageError
from newsparse.models import DateMention, Entity, Event, Quote
from newsparse.render.facts import told_date, told_event, told_quote, told_when
from newsparse.span import Span

__all__ = ["explain"]

Line = tuple[str, str]
"""A label and what is told under it."""


def explain(
    article: Article, *, quote: int | None = None, date: int | None = None, event: int | None = None
) -> tuple[Line, ...]:
    """Explain one quote, date or event of an article, counted from 1 in text order.

    Returns:
        Labels and texts, in reading order.

    Raises:
        UsageError: none or several are asked for, or the article has no such one.
    """
    asked = {"quote": quote, "date": date, "event": event}
    given = {layer: number for layer, number in asked.items() if number is not None}
    if len(given) != 1:
        raise UsageError("explain: ask for one quote, date or event, as quote=1")
    ((layer, number),) = given.items()
    found: tuple[object, ...] = getattr(article, f"{layer}s")
    if not 1 <= number <= len(found):
        raise UsageError(f"explain: there is no {layer} {number}; the article has {len(found)}")
    one = found[number - 1]
    if isinstance(one, Quote):
        return tuple(_quote(article, one))
    if isinstance(one, DateMention):
        return tuple(_date(article, one))
    assert isinstance(one, Event)  # noqa: S101 - the third of three
    return tuple(_event(article, one))


def _quote(article: Article, quote: Quote) -> Iterator[Line]:
    yield "quote", told_quote(article, quote)
    for span in quote.spans:
        yield "content", _at(article, span)
    if quote.cue:
        yield "cue", _at(article, quote.cue)
    speaker = quote.speaker
    if speaker:
        yield "speaker", _at(article, speaker.span)
        for entity in map(article.entity, speaker.entities):
            yield "resolved", _resolution(article, entity, speaker.span)
        if not speaker.entities:
            yield "not resolved", "no name or description earlier in the article is sure to be this one"
        yield from _rivals(article, speaker.span, speaker.entities)
    yield "sentence", _sentence(article, (quote.cue or quote.spans[0]).start)
    for other in _dates_beside(article, (quote.cue or quote.spans[0]).start):
        if other != quote.said_on:
            yield "date not taken", f"{_at(article, other.span)} is {other.value}"


def _date(article: Article, date: DateMention) -> Iterator[Line]:
    yield "date", told_date(date)
    yield "words", _at(article, date.span)
    if date.anchor == "published" and article.published:
        yield "resolved against", f"the publication date, {article.published.isoformat()}"
    if date.anchor == "mention" and date.anchor_span:
        yield "resolved against", _at(article, date.anchor_span)
    if date.anchor is None:
        why = "the article has no publication date" if article.published is None else "it names no calendar time"
        yield "not resolved", why
    yield "sentence", _sentence(article, date.span.start)


def _event(article: Article, event: Event) -> Iterator[Line]:
    yield "event", told_event(article, event)
    yield "trigger", _at(article, event.trigger)
    if event.when:
        evidence = _at(article, event.when.evidence) if event.when.evidence else "no words of the text"
        yield "time", f"{told_when(event.when)} by {event.when.anchor}, from {evidence}"
    else:
        yield "undated", "no expression, reporting act or earlier mention dates it for sure"
    for part in event.participants:
        yield part.role, _at(article, part.span)
    if event.place:
        yield "place", _at(article, event.place.span)
    if event.quote is not None:
        yield "asserted by", f"quote {event.quote + 1}: {_flat(article.quotes[event.quote].text)}"
    yield "sentence", _sentence(article, event.trigger.start)
    taken = event.when.evidence if event.when else None
    for other in _dates_beside(article, event.trigger.start):
        if other.span != taken:
            yield "date not taken", f"{_at(article, other.span)} is {other.value}"


def _resolution(article: Article, entity: Entity, span: Span) -> str:
    mention = next((one for one in entity.mentions if one.span == span), None)
    rule = f" by {mention.found_by}" if mention and mention.found_by else ""
    before = [one for one in entity.mentions if one.span.start < span.start]
    first = f", first named at {_at(article, before[0].span)}" if before else ""
    return f"{entity.id}, {entity.name}{rule}{first}"


def _rivals(article: Article, span: Span, taken: tuple[str, ...]) -> Iterator[Line]:
    """Give the entities last mentioned before the speaker that were not taken for it."""
    before = [
        (max(one.span.end for one in entity.mentions if one.span.end <= span.start), entity)
        for entity in article.entities
        if entity.id not in taken and any(one.span.end <= span.start for one in entity.mentions)
    ]
    for end, entity in sorted(before, key=lambda pair: -pair[0])[:3]:
        yield (
            "speaker not taken",
            f"{entity.id}, {entity.name} ({entity.kind}), mentioned {span.start - end} characters before",
        )


def _dates_beside(article: Article, offset: int) -> list[DateMention]:
    sentence = article.sentence_at(offset)
    return [date for date in article.dates if sentence and sentence.contains(date.span)]


def _sentence(article: Article, offset: int) -> str:
    sentence = article.sentence_at(offset)
    return _at(article, sentence) if sentence else "(none)"


def _at(article: Article, span: Span) -> str:
    return f"“{_flat(span.of(article.text))}” [{span.start}:{span.end}]"


def _flat(text: str) -> str:
    return " ".join(text.split())
