"""Where a line stands: elements, their names, and what is alike in like elements."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cached_property, lru_cache

import attrs
from lxml import etree

__all__ = ["HEADINGS", "PARAGRAPH", "Line", "Place", "naming_words"]

PARAGRAPH = 100
"""A line of more characters is a paragraph, whatever holds it."""
HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WORD = re.compile(r"[A-Z]?[a-z]{2,}|[A-Z]{2,}(?![a-z])")
_NAMING = (
    "class",
    "id",
    "data-testid",
    "data-component",
    "role",
    "itemprop",
    "aria-label",
    "data-module",
    "rel",
    "data-qa",
)


@attrs.define(eq=False, slots=False)
class Place:
    """An element that lines stand in."""

    element: etree._Element
    """The element."""
    tag: str
    """Its tag."""
    parent: Place | None = None
    """The element around it."""
    first: int = 0
    """Index of its first line."""
    end: int = 0
    """The index after its last line."""
    chosen: int = 0
    """Characters of its lines that the extractor chose."""
    paragraphs: int = 0
    """How many of these lines are longer than `PARAGRAPH`."""

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The words its class, id, role and the like are made of, in lower case: `RelatedLinks-title` is three."""
        return naming_words(self.element)

    @cached_property
    def hidden(self) -> bool:
        """It, or an element around it, is not shown."""
        return any(place.hides for place in self.path())

    @cached_property
    def hides(self) -> bool:
        """It is made not to be shown."""
        return _is_hidden(self.element)

    @property
    def heading(self) -> str | None:
        """The tag of the heading that it is, or that it stands right in."""
        for place in (self, self.parent):
            if place is not None and place.tag in HEADINGS:
                return place.tag
        return None

    @cached_property
    def shape(self) -> tuple[object, ...]:
        """Tag and names of it and of the element around it: what is alike in like paragraphs."""
        return self.tag, self.words, self.parent and self.parent.tag, self.parent and self.parent.words

    @property
    def holder(self) -> Place | None:
        """The element around it, and around the quotation or list that it is in; None where it has no name."""
        holder = self.parent
        while holder is not None and holder.tag in ("blockquote", "ul", "ol"):
            holder = holder.parent
        return holder if holder is not None and holder.words else None

    def path(self) -> Iterator[Place]:
        """Give the place and all around it, from the inside out."""
        place: Place | None = self
        while place is not None:
            yield place
            place = place.parent


@attrs.define(eq=False)
class Line:
    """A run of text between two block tags."""

    text: str
    """Its words, white space folded."""
    place: Place
    """The innermost block element it stands in."""
    linked: int
    """Characters of it that are links."""
    strong: int
    """Characters of it that are bold."""
    openers: tuple[etree._Element, ...]
    """The inline elements it starts with."""

    @property
    def words(self) -> tuple[str, ...]:
        """The words of the class and the like of the inline elements it starts with."""
        return tuple(word for element in self.openers for word in naming_words(element))


def naming_words(element: etree._Element) -> tuple[str, ...]:
    """Give the words an element's class, id and role are made of, in lower case: `RelatedLinks-title` is three."""
    if not element.attrib:
        return ()
    return _split_name(" ".join(value for name in _NAMING if (value := element.get(name)))[:600])


@lru_cache(maxsize=4096)
def _split_name(name: str) -> tuple[str, ...]:
    return tuple(word.lower() for word in _WORD.findall(name))


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style) and re.search(r"display\s*:\s*none|visibility\s*:\s*hidden", style[:300]) is not None
