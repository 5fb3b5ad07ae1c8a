"""Refining: what a line's own look says against its place. One rule a function; the first answer holds.

<p><a>Why fishermen strike</a></p>                  one_link, a read_more
<p>Background: <a>Why the old pier fell</a></p>     label_and_link, a read_more
<h2>Most viewed</h2> (after the text)               heading_of_nothing, nav
"""

from __future__ import annotations

from collections.abc import Callable

from newsparse import BODY_KINDS
from newsparse_html.evidence import Evidence
from newsparse_html.outline import Outline, has_stop, is_link, is_sentence
from newsparse_html.placing import PROSE_TAGS, SHORT, heading_of_text, is_byline

__all__ = ["REFINING"]

LINK = 8
"""The link after a label has at least this many characters."""


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
    if label.kind != "paragraph" or index >= outline.first_text:
        return None
    return Evidence("byline", "dated_line") if is_byline(line) else None


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
