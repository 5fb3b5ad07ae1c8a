"""What stands beside the text: quotes by speaker, the timeline, who is in the story, dates, problems."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse.article import Article
from newsparse.models import Quote
from newsparse.render.elements import Element, add, element
from newsparse.render.facts import told_when
from newsparse.render.timeline import draw_timeline

__all__ = ["sides"]


def sides(article: Article, prefix: str) -> Element:
    """Make the side column; every entry links to its place in the text."""
    column = element("aside", aria_label="Facts")
    for section in (_quotes, _timeline, _entities, _dates, _problems):
        for made in section(article, prefix):
            column.append(made)
    return column


def _section(heading: str, count: int, class_: str) -> Element:
    section = element("section", class_=class_)
    add(section, "h3", f"{heading} ({count})")
    return section


def _quotes(article: Article, prefix: str) -> Iterator[Element]:
    if not article.quotes:
        return
    section = _section("Who said what", len(article.quotes), "quotes")
    groups: dict[str, list[int]] = {}
    for number, quote in enumerate(article.quotes):
        groups.setdefault(_who(quote), []).append(number)
    for who, numbers in groups.items():
        group = add(section, "div", class_="speaker-group", data_speaker=who.casefold())
        add(group, "h4", who, dir="auto")
        role = next((s.role for n in numbers if (s := article.quotes[n].speaker) and s.role), None)
        if role:
            add(group, "p", role, class_="role", dir="auto")
        items = add(group, "ul")
        for number in numbers:
            quote = article.quotes[number]
            item = add(items, "li", dir="auto")
            add(item, "a", " ".join(quote.text.split()), href=f"#{prefix}quote-{number}")
            day = f", {quote.said_on.value}" if quote.said_on else ""
            add(item, "small", f" {quote.kind}{day}")
    yield section


def _who(quote: Quote) -> str:
    if quote.speaker is None:
        return "Nobody named"
    return quote.speaker.name or f"“{' '.join(quote.speaker.text.split())}”, not resolved"


def _timeline(article: Article, prefix: str) -> Iterator[Element]:
    happenings = article.timeline()
    if not happenings:
        return
    section = _section("Timeline", len(happenings), "times")
    drawing = draw_timeline(happenings)
    if drawing is not None:
        section.append(drawing)
    items = add(section, "ol")
    numbers = {id(event): number for number, event in enumerate(article.events)}
    for happening in happenings:
        item = add(items, "li", dir="auto")
        add(item, "time", told_when(happening.when))
        for event in happening.events:
            target = f"#{prefix}event-{numbers[id(event)]}"
            add(item, "a", event.trigger.of(article.text), href=target)
        event = happening.events[0]
        who = ", ".join(" ".join(part.text.split()) for part in event.participants)
        place = f", {event.place.text}" if event.place else ""
        status = "" if event.status == "happened" else f", {event.status}"
        kind = f" {happening.type}" if happening.type else ""
        add(item, "small", f" {who}{place}{status}{kind}")
    yield section


def _entities(article: Article, prefix: str) -> Iterator[Element]:
    if not article.entities:
        return
    section = _section("Who is in the story", len(article.entities), "entities")
    items = add(section, "ul")
    for entity in article.entities:
        item = add(items, "li", dir="auto")
        add(item, "strong", entity.name)
        add(item, "small", f" {entity.role or entity.kind}")
        places = add(item, "span", class_="mentions")
        for number, mention in enumerate(entity.mentions):
            add(places, "a", " ".join(mention.text.split()), href=f"#{prefix}{entity.id}-{number}")
    yield section


def _dates(article: Article, prefix: str) -> Iterator[Element]:
    if not article.dates:
        return
    section = _section("Dates in the text", len(article.dates), "dates")
    items = add(section, "ul")
    for number, date in enumerate(article.dates):
        item = add(items, "li", dir="auto")
        add(item, "a", " ".join(date.text.split()), href=f"#{prefix}date-{number}")
        add(item, "small", f" {date.value}")
    yield section


def _problems(article: Article, _prefix: str) -> Iterator[Element]:
    if not article.problems:
        return
    section = _section("Problems", len(article.problems), "problems")
    items = add(section, "ul")
    for problem in article.problems:
        add(items, "li", str(problem))
    yield section
