"""Choosing the lines of the article: those the extractor found, and those in between that look the same."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from newsparse_html.place import Line, Place

__all__ = ["choose_lines", "find_main", "line_key"]

_WORDS = re.compile(r"\w+")
GRAM = 4
SHARE = 0.75
PROSE_TAGS = frozenset(("p", "h2", "h3", "h4", "li", "blockquote"))


def line_key(text: str) -> str:
    """Give what two texts have in common that differ in marks and white space only."""
    return " ".join(_WORDS.findall(text.lower()))


def choose_lines(lines: Sequence[Line], extracted: str) -> list[bool]:
    """Tell of each line whether the extractor found it: as a line of its own, or three quarters of its words."""
    keys = {line_key(text) for text in extracted.split("\n")}
    words = _WORDS.findall(extracted.lower())
    grams = set(zip(*(words[start:] for start in range(GRAM)), strict=False))
    return [_is_found(line.text, keys, grams) for line in lines]


def _is_found(text: str, keys: set[str], grams: set[tuple[str, ...]]) -> bool:
    words = _WORDS.findall(text.lower())
    if not words:
        return False
    if " ".join(words) in keys:
        return True
    own = list(zip(*(words[start:] for start in range(GRAM)), strict=False))
    return len(own) > 1 and sum(gram in grams for gram in own) >= SHARE * len(own)


def find_main(lines: Iterable[Line]) -> Place | None:
    """Find the smallest element that holds nine tenths of the text of `lines`."""
    held: Counter[Place] = Counter()
    total = 0
    for line in lines:
        size = len(line.text)
        total += size
        for place in line.place.path():
            held[place] += size
    main = None
    for place, size in held.items():  # insertion goes from the inside out, so compare by depth through sizes
        if size >= 0.9 * total and (main is None or (size <= held[main] and _is_inside(place, main))):
            main = place
    return main


def _is_inside(place: Place, other: Place) -> bool:
    return any(one is other for one in place.path())
