"""One article's facts as a page for the terminal."""

from __future__ import annotations

import shutil
import textwrap
from collections.abc import Iterator

import click

from newsparse.article import Article
from newsparse.models import BODY_KINDS, Quote, When

__all__ = ["pretty"]

WIDEST = 100
INDENT = "  "


def pretty(article: Article, width: int | None = None) -> str:
    """Lay out title, text, quotes, timeline and problems in lines of at most `width` characters."""
    room = min(width or shutil.get_terminal_size((WIDEST, 24)).columns, WIDEST)
    sections = (
        _heading(article),
        _text(article),
        _quotes(article),
        _timeline(article),
        _dates(article),
        _problems(article),
    )
    lines: list[str] = []
    for section in sections:
        found = list(section)
        if found and lines:
            lines.append("")
        for indent, line in found:
            lines.extend(_wrapped(line, indent, room))
    return "\n".join(lines)


Line = tuple[str, str]
"""Indent of the continuation lines, and the line."""


def _heading(article: Article) -> Iterator[Line]:
    yield "", click.style(article.title or "(no title)", bold=True)
    beside = [
        article.published.isoformat() if article.published else "no publication date",
        *article.authors,
        *([article.url] if article.url else []),
    ]
    yield "", click.style(" · ".join(beside), dim=True)


def _text(article: Article) -> Iterator[Line]:
    for block in article.blocks:
        words = " ".join(block.span.of(article.text).split())
        if block.kind == "title":
            continue
        if block.kind == "heading":
            yield INDENT, INDENT + click.style(words, bold=True)
        elif block.kind in BODY_KINDS:
            yield INDENT, INDENT + words
        else:
            yield INDENT * 2, INDENT + click.style(f"[{block.kind}] {words}", dim=True, strikethrough=False)


def _quotes(article: Article) -> Iterator[Line]:
    if article.quotes:
        yield "", click.style(f"Quotes ({len(article.quotes)})", bold=True, fg="cyan")
    for quote in article.quotes:
        yield INDENT * 2, f"{INDENT}{_speaker(quote)}"
        yield INDENT * 2, f"{INDENT * 2}{' '.join(quote.text.split())}"


def _speaker(quote: Quote) -> str:
    speaker = quote.speaker
    who = click.style((speaker.name or f"“{speaker.text}”") if speaker else "(nobody named)", bold=True)
    role = f", {speaker.role}" if speaker and speaker.role else ""
    said = f", {quote.said_on.value}" if quote.said_on else ""
    return f"{who}{role}{click.style(f' — {quote.kind}{said}', dim=True)}"


def _timeline(article: Article) -> Iterator[Line]:
    happenings = article.timeline()
    if happenings:
        yield "", click.style(f"Timeline ({len(happenings)})", bold=True, fg="cyan")
    for happening in happenings:
        event = happening.events[0]
        who = ", ".join(part.text for part in event.participants)
        place = f" in {event.place.text}" if event.place else ""
        kind = f" [{event.type}]" if event.type else ""
        status = "" if event.status == "happened" else f" ({event.status})"
        again = f" ×{len(happening.events)}" if len(happening.events) > 1 else ""
        what = click.style(event.trigger.of(article.text), fg="green")
        told = f": {who}{place}" if who else place
        yield " " * 26, f"{INDENT}{_when(happening.when):<24}{what}{kind}{status}{again}{told}"


def _when(when: When) -> str:
    return when.value.replace("../", "before ").replace("/..", " or later")


def _dates(article: Article) -> Iterator[Line]:
    if article.dates:
        yield "", click.style(f"Dates ({len(article.dates)})", bold=True, fg="cyan")
    for date in article.dates:
        days = (
            ""
            if date.earliest is None
            else f"  {date.earliest}" + ("" if date.earliest == date.latest else f" to {date.latest}")
        )
        yield " " * 26, f"{INDENT}{' '.join(date.text.split()):<24}{date.value}{click.style(days, dim=True)}"


def _problems(article: Article) -> Iterator[Line]:
    for problem in article.problems:
        yield INDENT, click.style(f"problem: {problem}", fg="red")


def _wrapped(line: str, indent: str, room: int) -> list[str]:
    plain = click.unstyle(line)
    if len(plain) <= room:
        return [line]
    if plain == line:
        return textwrap.wrap(line, room, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False)
    extra = len(line) - len(plain)  # escape codes take no room on the screen; nearly all stand in the first line
    first, *rest = textwrap.wrap(
        line, room + extra, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    if not rest:
        return [first]
    joined = " ".join(part.strip() for part in rest)
    more = textwrap.wrap(
        joined, room, initial_indent=indent, subsequent_indent=indent, break_long_words=False, break_on_hyphens=False
    )
    return [first, *more]
