"""The outline of a page: which lines the extractor chose, what frames them, and what the markup says of each."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property

import attrs

from newsparse import BODY_KINDS
from newsparse_html.choose import choose_lines, find_main, line_key
from newsparse_html.evidence import Evidence, kind_by_markup
from newsparse_html.place import PARAGRAPH, Line, Place

__all__ = ["Outline", "has_stop", "is_link", "is_sentence"]

LONG = 80
"""A line that is longer is text, wherever it stands."""
_STOPPED = re.compile(r"""[.!?:;…。！？।۔][\s"'”’»)\]]*$""")


def is_link(line: Line) -> bool:
    """Tell whether a line is a link as a whole."""
    return line.linked >= 0.9 * (len(line.text) - line.text.count(" "))


def is_sentence(line: Line) -> bool:
    """Tell whether a line ends as a sentence does, or is so long that it is text."""
    return len(line.text) > LONG or has_stop(line)


def has_stop(line: Line) -> bool:
    """Tell whether a line ends in a mark that ends a sentence, or in one of suspense."""
    return _STOPPED.search(line.text[-8:]) is not None


@attrs.frozen(slots=False, eq=False)
class Outline:
    """A page's lines, seen from the text that the extractor chose."""

    lines: Sequence[Line]
    """All lines of the page."""
    chosen: Sequence[bool]
    """Of each line whether the extractor chose it."""
    titles: frozenset[str]
    """The keys of what the page calls its title."""
    descriptions: frozenset[str]
    """The keys of what the page calls its description."""

    @classmethod
    def of(cls, lines: Sequence[Line], extracted: str, titles: Sequence[str], descriptions: Sequence[str]) -> Outline:
        """Make the outline of a page."""
        chosen = choose_lines(lines, extracted)
        for line, one in zip(lines, chosen, strict=True):
            if one:
                for place in line.place.path():
                    place.chosen += len(line.text)
                    place.paragraphs += len(line.text) > PARAGRAPH
        return cls(lines, chosen, frozenset(map(line_key, titles)), frozenset(map(line_key, descriptions)))

    @cached_property
    def total(self) -> int:
        """Characters of the chosen lines."""
        return sum(len(line.text) for line, one in zip(self.lines, self.chosen, strict=True) if one)

    @cached_property
    def _told(self) -> dict[int, Evidence]:
        return {}

    def told(self, index: int) -> Evidence:
        """Give what the markup says of a line."""
        if index not in self._told:
            self._told[index] = kind_by_markup(self.lines[index], self.total)
        return self._told[index]

    @cached_property
    def title(self) -> int | None:
        """The heading that says what the page calls its title, else the last `h1` before the text."""
        heads = [index for index, line in enumerate(self.lines) if line.place.heading]
        for index in heads:
            if line_key(self.lines[index].text) in self.titles and not is_link(self.lines[index]):
                return index
        first = next(
            (index for index, one in enumerate(self.chosen) if one and len(self.lines[index].text) > LONG),
            len(self.lines),
        )
        heads = [index for index in heads if self.lines[index].place.heading == "h1" and index <= first]
        return heads[-1] if heads else None

    @cached_property
    def body(self) -> Sequence[int]:
        """The chosen lines that the markup lets be the article's own words."""
        return [
            index
            for index, one in enumerate(self.chosen)
            if one and index != self.title and self.told(index).kind in BODY_KINDS
        ]

    @cached_property
    def last_text(self) -> int:
        """The last line of the body that is no heading and no link."""
        return max(
            (index for index in self.body if self.told(index).kind != "heading" and not is_link(self.lines[index])),
            default=len(self.lines),
        )

    @cached_property
    def first_text(self) -> int:
        """The first line of the body that is no heading and ends as text does."""
        return min(
            (index for index in self.body if self.told(index).kind == "paragraph" and is_sentence(self.lines[index])),
            default=self.body[0],
        )

    @cached_property
    def main(self) -> Place | None:
        """The element that holds nearly all of the body."""
        return find_main(self.lines[index] for index in self.body)

    @cached_property
    def frame(self) -> Place | None:
        """The innermost `<article>` or `<main>` around the element that holds the body, or that element."""
        around = self.main.path() if self.main else ()
        return next((place for place in around if place.tag in ("article", "main")), self.main)

    @cached_property
    def in_main(self) -> range:
        """The lines that stand in the element that holds the body."""
        return range(self.main.first, self.main.end) if self.main else range(0)

    @cached_property
    def in_frame(self) -> range:
        """The lines that stand in the frame of the article."""
        return range(self.frame.first, self.frame.end) if self.frame else range(0)

    def may_belong(self, index: int) -> bool:
        """Tell whether a line may be a part of the text: chosen, in the frame of the article, or under the title."""
        return self.chosen[index] or index in self.in_frame or (self.title or 0) <= index < self.body[0]

    @cached_property
    def shapes(self) -> Counter[object]:
        """How many lines of the body stand in elements of the same tags and classes."""
        return Counter(self.lines[index].place.shape for index in self.body)

    @cached_property
    def parents(self) -> Counter[Place | None]:
        """How many lines of the body stand right in each element."""
        return Counter(self.lines[index].place.parent for index in self.body)

    @cached_property
    def holders(self) -> Counter[object]:
        """How many lines of the body are held by elements of the same names."""
        return Counter(holder.shape for index in self.body if (holder := self.lines[index].place.holder))
