"""The lines of a page: every run of text between block tags."""

from __future__ import annotations

import re

import attrs
from lxml import etree

from newsparse_html.place import Line, Place

__all__ = ["Lines", "find_lines", "fold"]

SKIPPED = frozenset((
    "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "embed", "audio", "video",
    "canvas", "select", "datalist", "button", "textarea", "input", "head", "map", "dialog", "nav", "progress", "meter",
))  # fmt: skip
"""Tags whose inside is no text of the page."""
INLINE = frozenset((
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i",
    "img", "input", "ins", "kbd", "label", "mark", "q", "rp", "rt", "ruby", "s", "samp", "small", "span",
    "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "amp-img", "picture", "source", "nobr",
))  # fmt: skip
"""Tags that do not end a line; any other one does."""
STRONG = frozenset(("b", "strong"))
_SPACE = re.compile(r"[ \t\n\f\r\v\u00a0\u202f\u2009]+")
_UNSEEN = str.maketrans("", "", "\u00ad\u200b\ufeff\u2060")
_FOR_READERS = re.compile(r"(?i)visually-?hidden|(?:^|[\s_-])sr-only|screen-?reader|assistive")


def fold(text: str) -> str:
    """Make white space of any length one space, and leave out what is not seen."""
    return _SPACE.sub(" ", text).translate(_UNSEEN).strip()


def _is_for_readers(element: etree._Element) -> bool:
    """Tell whether an element is made for screen readers alone, as `, opens new tab`."""
    style = element.get("style")
    if style and "clip" in style:
        return True
    name = element.get("class")
    return bool(name) and _FOR_READERS.search(name) is not None


class _Walker:
    """Gathers text until a block tag ends the line."""

    def __init__(self, root: etree._Element) -> None:
        self.lines: list[Line] = []
        self.place = Place(root, "html")
        self.in_link = self.in_strong = self.in_pre = 0
        self.elements = self.depth = self.deepest = 0
        self._begin()

    def _begin(self) -> None:
        self.pieces: list[str] = []
        self.openers: list[etree._Element] = []
        self.linked = self.strong = 0

    def open(self, element: etree._Element) -> None:
        """Go into an element."""
        tag = element.tag
        self.elements += 1
        self.depth += 1
        self.deepest = max(self.deepest, self.depth)
        if tag in INLINE:
            self.in_link += tag == "a"
            self.in_strong += tag in STRONG
            if not self.pieces:
                self.openers.append(element)
            return
        self.end_line()
        if tag != "br":
            self.place = Place(element, tag, self.place, len(self.lines))
            self.in_pre += tag == "pre"

    def close(self, element: etree._Element) -> None:
        """Go out of an element."""
        tag = element.tag
        self.depth -= 1
        if tag in INLINE:
            self.in_link -= tag == "a"
            self.in_strong -= tag in STRONG
        elif tag != "br":
            self.end_line()
            self.in_pre -= tag == "pre"
            self.place.end = len(self.lines)
            self.place = self.place.parent or self.place

    def add(self, text: str | None) -> None:
        """Take the text that follows a tag."""
        if not text or (not self.pieces and text.isspace()):
            return
        if self.in_pre and "\n" in text:
            for line in text.split("\n"):
                self._append(line)
                self.end_line()
        else:
            self._append(text)

    def _append(self, text: str) -> None:
        self.pieces.append(text)
        if self.in_link or self.in_strong:
            size = len(text) - text.count(" ")
            self.linked += size if self.in_link else 0
            self.strong += size if self.in_strong else 0

    def end_line(self) -> None:
        """End the line; one without text is none."""
        if not self.pieces:
            self.openers.clear()
            return
        text = fold("".join(self.pieces))
        if text:
            self.lines.append(Line(text, self.place, self.linked, self.strong, tuple(self.openers)))
        self._begin()


@attrs.frozen
class Lines:
    """The lines of a page, and how large its tree is."""

    lines: tuple[Line, ...]
    """The lines in the order of the page."""
    elements: int
    """How many elements it has, scripts and the like left out."""
    depth: int
    """How deep they stand in one another."""


def find_lines(root: etree._Element) -> Lines:
    """Find the lines of a page in their order; white space and tags at a line's ends are left out."""
    walker = _Walker(root)
    walk = etree.iterwalk(root, events=("start", "end"))
    for event, element in walk:
        skipped = element.tag in SKIPPED or (element.tag == "span" and _is_for_readers(element))
        if event == "end":
            if not skipped:
                walker.close(element)
            walker.add(element.tail)
        elif skipped:
            walk.skip_subtree()
        else:
            walker.open(element)
            walker.add(element.text)
    walker.end_line()
    walker.place.end = len(walker.lines)
    return Lines(tuple(walker.lines), walker.elements, walker.deepest)
