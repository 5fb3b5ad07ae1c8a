"""TimeML: the text with its dates (TIMEX3) and events marked, and links between them.

Format: TimeML 1.2.1, https://timeml.github.io. Elements of the text may not overlap; an event that stands inside a
date, or inside an earlier event, is left out. The text's own characters are unchanged but for those that XML cannot
hold, which become U+FFFD, so that offsets stay.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from bisect import bisect_right
from collections.abc import Iterator

from newsparse.article import Article
from newsparse.models import DateMention, Event
from newsparse.span import Span

__all__ = ["to_timeml"]

NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
MODS = ("BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
        "START", "MID", "END", "APPROX")  # fmt: skip
"""The modifiers of TIMEX3."""


def to_timeml(article: Article) -> str:
    """Write an article as TimeML (XML)."""
    root = ET.Element("TimeML")
    ET.SubElement(root, "DOCID").text = _sound(article.id or article.url or "article")
    published = article.published.isoformat() if article.published else "XXXX-XX-XX"
    creation = ET.SubElement(ET.SubElement(root, "DCT"), "TIMEX3", tid="t0", type="DATE", value=published[:10])
    creation.set("temporalFunction", "false")
    creation.set("functionInDocument", "CREATION_TIME")
    creation.text = published if article.published else None
    if article.title:
        ET.SubElement(root, "TITLE").text = _sound(article.title)
    text = ET.SubElement(root, "TEXT")
    marked = _fill(text, article)
    for number, event in enumerate(article.events):
        if f"e{number}" in marked:
            root.extend(_instance(article, number, event, marked, text))
    written = ET.tostring(root, encoding="unicode").replace("\r", "&#13;")  # a bare one would be read as a line feed
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


def _fill(parent: ET.Element, article: Article) -> set[str]:
    """Write the text with its elements; give the ids of those that are written."""
    elements = [(date.span, _timex(number, date)) for number, date in enumerate(article.dates, 1)]
    elements += [
        (event.trigger, ET.Element("EVENT", {"eid": f"e{number}", "class": "OCCURRENCE"}))
        for number, event in enumerate(article.events)
    ]
    kept: list[tuple[Span, ET.Element]] = []
    end = 0
    for span, element in sorted(elements, key=lambda one: one[0]):
        in_date = element.tag == "EVENT" and _date_at(article, span) is not None
        if span.start >= end and not in_date:
            kept.append((span, element))
            end = span.end
    text = _sound(article.text)
    parent.text = text[: kept[0][0].start] if kept else text
    ends = [*(span.start for span, _element in kept[1:]), len(text)]
    for (span, element), end in zip(kept, ends, strict=False):
        element.text = span.of(text)
        element.tail = text[span.end : end]
        parent.append(element)
    return {element.get("tid") or element.get("eid") or "" for _span, element in kept}


def _timex(number: int, date: DateMention) -> ET.Element:
    element = ET.Element("TIMEX3", tid=f"t{number}", type=date.type, value=date.value)
    if date.mod in MODS:
        element.set("mod", date.mod)
    for name in ("quant", "freq"):
        if value := getattr(date, name):
            element.set(name, value)
    if date.anchor == "published":
        element.set("temporalFunction", "true")
        element.set("anchorTimeID", "t0")
    return element


def _instance(article: Article, number: int, event: Event, marked: set[str], text: ET.Element) -> Iterator[ET.Element]:
    """Give an event's instance and the link to its time."""
    attributes = {
        "eiid": f"ei{number}", "eventID": f"e{number}", "tense": "FUTURE" if event.status == "planned" else "NONE",
        "aspect": "NONE", "polarity": "NEG" if event.status == "denied" else "POS", "pos": "OTHER",
    }  # fmt: skip
    if event.status == "hypothetical":
        attributes["modality"] = "hypothetical"
    yield ET.Element("MAKEINSTANCE", attributes)
    if event.when is None:
        return
    kind, related = _related(article, event, marked) or ("IS_INCLUDED", f"t{len(article.dates) + 1 + number}")
    if related not in marked and related != "t0":  # a time that has no words of its own: TimeML's empty TIMEX3
        text.append(ET.Element("TIMEX3", tid=related, type="DATE", value=event.when.value))
    yield ET.Element(
        "TLINK", lid=f"l{number}", relType=kind, eventInstanceID=f"ei{number}", relatedToTime=related
    )  # fmt: skip


def _related(article: Article, event: Event, marked: set[str]) -> tuple[str, str] | None:
    """Find the relation to a time of the text, or to the publication date, that says when an event was."""
    when, published = event.when, article.published
    if when is None:
        return None
    index = _date_at(article, when.evidence) if when.evidence else None
    if index is not None and f"t{index + 1}" in marked:
        date = article.dates[index]
        if (date.earliest, date.latest) == (when.earliest, when.latest):
            return "IS_INCLUDED", f"t{index + 1}"
    day = published.isoformat()[:10] if published else None
    known = {day: "IS_INCLUDED", f"../{day}": "BEFORE", f"{day}/..": "AFTER"} if day else {}
    return (known[when.value], "t0") if when.value in known else None


def _date_at(article: Article, span: Span) -> int | None:
    """Give the index of the first date that shares a character with `span`; dates do not overlap."""
    index = bisect_right(article.dates, span.start, key=lambda date: date.span.end)
    if index < len(article.dates) and article.dates[index].span.overlaps(span):
        return index
    return None


def _sound(text: str) -> str:
    return NOT_XML.sub("\ufffd", text)
