"""Deciding which lines of a page are the article's text, and what each of them is.

Two chains of small rules. `PLACING` says whether a line belongs to the text and as what, the first answer holds:

    <h1>Ships return</h1>                     title
    <p>Harbour open after a year</p>          under_title, a standfirst
    <p>The first ships came on Friday.</p>    found by the extractor
    <p>More will follow.</p>                  like_its_neighbours, although the extractor left it out

`REFINING` then looks at the line itself: `<p><a>Why fishermen strike</a></p>` is `one_link`, a read_more.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

import attrs

from newsparse import BODY_KINDS
from newsparse.models import BlockKind
from newsparse_html.choose import line_key
from newsparse_html.evidence import SEVERAL, Evidence
from newsparse_html.lines import Line
from newsparse_html.outline import Outline, has_stop, is_link, is_sentence

__all__ = ["PLACING", "REFINING", "Labelled", "label_lines"]

SHORT = 30
"""A standfirst has at least this many characters."""
LINK = 8
"""The link after a label has at least this many characters."""
PROSE_TAGS = frozenset(("p", "h2", "h3", "h4", "h5", "li", "blockquote"))
_BYLINE = re.compile(r"(?i)by\s+[A-Z]|[^.!?]{0,60}\b(?:19|20)\d\d\b|[^.!?]{0,30}\b\d{1,2}[:.]\d\d\b")


@attrs.frozen
class Labelled:
    """A line that belongs to the article's text, and what it is."""

    text: str
    """Its words."""
    kind: BlockKind
    """What it is."""
    rule: str
    """The rule that says so."""


def label_lines(
    lines: Sequence[Line], extracted: str, titles: Sequence[str] = (), descriptions: Sequence[str] = ()
) -> list[Labelled]:
    """Label the lines that the extractor found, those like them that it left out, and title and standfirst.

    Parameters
    ----------
        lines: all lines of the page.
        extracted: the text the extractor gave.
        titles: what the page's metadata say its title is.
        descriptions: what they say the article is about.

    Returns
    -------
        The lines of the article in the order of the page; none where the page has no text.

    """
    outline = Outline.of(lines, extracted, titles, descriptions)
    if not outline.body:
        return []
    found: list[Labelled] = []
    seen: dict[str, object] = {}
    for index, line in enumerate(lines):
        if not outline.may_belong(index):
            continue
        label = next((answer for rule in PLACING if (answer := rule(outline, index))), None)
        if label is None:
            continue
        label = next((answer for rule in REFINING if (answer := rule(outline, index, label))), label)
        if not _is_repeated(line, label.kind, seen):
            found.append(Labelled(line.text, label.kind, label.rule))
    return found


def _is_repeated(line: Line, kind: BlockKind, seen: dict[str, object]) -> bool:
    """Tell whether a line stood before in another element: captions of a lightbox, teasers for small screens.

    What an article says twice, as the price in each part of a list, stands in like elements.
    """
    key = line_key(line.text)
    shape = line.place.shape
    if key not in seen:
        seen[key] = shape
        return False
    return len(key) > SHORT and (kind not in BODY_KINDS or seen[key] != shape)


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
    if _BYLINE.match(line.text) and not is_sentence(line):
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


def only_marks(outline: Outline, index: int, label: Evidence) -> Evidence | None:
    """A line without a letter or digit, as `* * *`, or a number in an element of its own."""
    line = outline.lines[index]
    if any(character.isalnum() for character in line.text) and not (
        line.text.isdecimal() and line.place.tag not in PROSE_TAGS
    ):
        return None
    return Evidence("separator", "only_marks")


def outside_the_frame(outline: Outline, index: int, label: Evidence) -> Evidence | None:
    """What the extractor found beyond the element that holds the body, and that does not end as text does."""
    if label.kind not in BODY_KINDS or index in outline.in_frame or label.rule == "under_title":
        return None
    if has_stop(outline.lines[index]):
        return None
    return Evidence("other", "outside_the_frame")


def one_link(outline: Outline, index: int, label: Evidence) -> Evidence | None:
    """A paragraph that is one link leads to another article; a short one to a topic or an author."""
    line = outline.lines[index]
    if label.kind != "paragraph" or not is_link(line):
        return None
    return Evidence("read_more" if line.text.count(" ") > 2 else "other", "one_link")


def label_and_link(outline: Outline, index: int, label: Evidence) -> Evidence | None:
    """A few words, a colon and a link, as `Background: <a>Why the pier fell</a>`."""
    line = outline.lines[index]
    head, _colon, rest = line.text.partition(":")
    size = len(rest) - rest.count(" ")
    if label.kind not in ("paragraph", "heading") or len(head) > SHORT or size < LINK:
        return None
    return Evidence("read_more", "label_and_link") if 0.9 * size <= line.linked <= size + 2 else None


def lone_line(outline: Outline, index: int, label: Evidence) -> Evidence | None:
    """A few words in an element like no other of the body, as `Donate` in a `<div>` of its own."""
    line = outline.lines[index]
    if label.kind != "paragraph" or line.place.tag in PROSE_TAGS or is_sentence(line):
        return None
    return Evidence("other", "lone_line") if outline.shapes[line.place.shape] < 2 else None


def heading_of_nothing(outline: Outline, index: int, label: Evidence) -> Evidence | None:
    """A heading after the last line of text, as `Most viewed`."""
    if label.kind != "heading" or index < outline.last_text or heading_of_text(outline, index):
        return None
    return Evidence("nav", "heading_of_nothing")


def dated_line(outline: Outline, index: int, label: Evidence) -> Evidence | None:
    """Who wrote it and when, above the text."""
    line = outline.lines[index]
    if label.kind != "paragraph" or index >= outline.first_text or is_sentence(line):
        return None
    return Evidence("byline", "dated_line") if _BYLINE.match(line.text) else None


REFINING: tuple[Callable[[Outline, int, Evidence], Evidence | None], ...] = (
    only_marks,
    outside_the_frame,
    one_link,
    label_and_link,
    dated_line,
    lone_line,
    heading_of_nothing,
)
"""What a line's own look says against its place; the first answer holds."""
