"""Placing: whether a line belongs to the article's text, and as what. One rule a function; the first answer holds.

<h1>Ships return</h1>                     title
<p>Harbour open after a year</p>          under_title, a standfirst
<p>The first ships came on Friday.</p>    found by the extractor
<p>More will follow.</p>                  like_its_neighbours, although the extractor left it out
"""

from __future__ import annotations

import re
from collections.abc import Callable

from newsparse import BODY_KINDS
from newsparse_html.choose import line_key
from newsparse_html.evidence import SEVERAL, Evidence
from newsparse_html.outline import Outline, has_stop, is_link, is_sentence
from newsparse_html.place import Line

__all__ = ["PLACING", "PROSE_TAGS", "SHORT", "heading_of_text", "is_byline"]

SHORT = 30
"""A standfirst has at least this many characters."""
PROSE_TAGS = frozenset(("p", "h2", "h3", "h4", "h5", "li", "blockquote"))
_BYLINE = re.compile(r"(?i)by\s+[A-Z]|[^.!?]{0,60}\b(?:19|20)\d\d\b|[^.!?]{0,30}\b\d{1,2}[:.]\d\d\b")


def is_byline(line: Line) -> bool:
    """Tell whether a line says who wrote the article, or when."""
    return _BYLINE.match(line.text) is not None and not is_sentence(line)


def title(outline: Outline, index: int) -> Evidence | None:
    """The heading that is the page's title."""
    return Evidence("title", "title") if index == outline.title else None


def under_title(outline: Outline, index: int) -> Evidence | None:
    """Text between the title and the first paragraph: a standfirst, or who wrote it and when."""
    if outline.title is None or not outline.title < index <= outline.first_text:
        return None
    line, told = outline.lines[index], outline.told(index)
    if told.kind == "standfirst" or (line_key(line.text) in outline.descriptions and _stands_alone(outline, line)):
        return Evidence("standfirst", "under_title")
    text = told.kind in BODY_KINDS and len(line.text) >= SHORT and line.linked * 2 <= len(line.text)
    if not text or line.place.hidden:
        return None
    if is_byline(line):
        return Evidence("byline", "under_title")
    in_body = outline.chosen[index] and (has_stop(line) or index == outline.first_text)
    return None if in_body else Evidence("standfirst", "under_title")


def _stands_alone(outline: Outline, line: Line) -> bool:
    """Tell whether a line is no paragraph among those of the body; pages describe themselves by their first one."""
    return outline.parents[line.place.parent] < SEVERAL


def chosen(outline: Outline, index: int) -> Evidence | None:
    """What the extractor chose is the kind its markup says; a standfirst stands above the text alone."""
    if not outline.chosen[index]:
        return None
    told = outline.told(index)
    if told.kind == "standfirst" and index > outline.first_text:
        return Evidence("paragraph" if is_sentence(outline.lines[index]) else "heading", told.rule)
    return told


def like_its_neighbours(outline: Outline, index: int) -> Evidence | None:
    """What stands in the same element as the body, or in one of the same names, and the extractor left out."""
    line = outline.lines[index]
    if is_link(line) or index not in outline.in_frame or line.place.hidden:
        return None
    told = outline.told(index)
    return Evidence(told.kind, "like_its_neighbours") if told.kind in BODY_KINDS and _is_like(outline, index) else None


def _is_like(outline: Outline, index: int) -> bool:
    place = outline.lines[index].place
    if outline.shapes[place.shape] >= (2 if index in outline.in_main else SEVERAL):
        return True
    if place.tag not in PROSE_TAGS:
        return False
    holder = place.holder
    return outline.parents[place.parent] > 1 or (holder is not None and outline.holders[holder.shape] >= SEVERAL)


def heading_of_text(outline: Outline, index: int) -> Evidence | None:
    """A heading that the extractor left out, right before a line of the body."""
    line, after = outline.lines[index], index + 1
    if not line.place.heading or is_link(line) or line.place.hidden or after not in outline.in_frame:
        return None
    text = like_its_neighbours(outline, after) or (outline.chosen[after] and outline.told(after))
    heads = outline.told(index).kind == "heading" and text and text.kind in ("paragraph", "list_item")
    return Evidence("heading", "heading_of_text") if heads else None


def caption(outline: Outline, index: int) -> Evidence | None:
    """Captions and credits inside the body, which extractors leave out."""
    if (
        not outline.body[0] < index < outline.body[-1]
        or index not in outline.in_main
        or outline.lines[index].place.hidden
    ):
        return None
    told = outline.told(index)
    return told if told.kind in ("caption", "credit") else None


PLACING: tuple[Callable[[Outline, int], Evidence | None], ...] = (
    title,
    under_title,
    chosen,
    like_its_neighbours,
    heading_of_text,
    caption,
)
"""Whether a line belongs to the text, and as what; the first answer holds."""
