"""What the markup says of a line: the kind its tags and the names its template gave them stand for."""

from __future__ import annotations

import itertools
from functools import cache, lru_cache
from typing import cast

import attrs

from newsparse import BLOCK_KINDS, BlockKind, DataError
from newsparse.lexicon import load_table
from newsparse_html.place import HEADINGS, Line, Place

__all__ = ["SEVERAL", "Evidence", "kind_by_markup", "load_names", "named_kind"]

TAGS: dict[str, BlockKind] = {
    "figcaption": "caption", "nav": "nav", "menu": "nav", "form": "promo", "footer": "nav", "aside": "other",
    "address": "byline", "time": "byline", "amp-ad": "advert", "dialog": "nav", "h1": "title",
    "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "li": "list_item", "dd": "list_item", "dt": "list_item", "table": "other", "figure": "caption", "label": "nav",
}  # fmt: skip
"""What a tag alone stands for."""
WHOLE = 0.5
"""An element that holds more of the article than this is its frame."""
PART = 0.1
SEVERAL = 3
"""So is one with so many paragraphs, when they are a tenth of the article: a form for a newsletter has none."""

OWN_TAGS = HEADINGS | {"p"}
"""Elements that are a line themselves, however much of the article it is."""
WEAK: frozenset[str] = frozenset(("heading", "list_item", "title", "standfirst"))
"""Kinds of line that other kinds of element hold as well."""
OF_INLINE: frozenset[str] = frozenset(("byline", "credit", "caption", "standfirst"))
"""Kinds that the name of an inline element at the start of a line tells."""


@attrs.frozen
class Evidence:
    """A kind of block, and the rule that tells it."""

    kind: BlockKind
    """The kind."""
    rule: str
    """The rule: `tag_li`, `named_caption`, `prose`."""


@cache
def load_names() -> dict[str, BlockKind]:
    """Load the names in classes and ids, each with the kind of block it stands for.

    Raises:
        DataError: a kind that is none.

    """
    table = load_table("newsparse_html", "markup", "names.tsv")
    for name, (kind, *_more) in table.items():
        if kind not in BLOCK_KINDS:
            raise DataError(f"newsparse_html markup/names.tsv: {name!r}: no block kind {kind!r}")
    return {name: cast("BlockKind", kind) for name, (kind, *_more) in table.items()}


@lru_cache(maxsize=4096)
def named_kind(words: tuple[str, ...]) -> BlockKind | None:
    """Give the kind that the words of a name stand for: two words in a row before single ones."""
    names = load_names()
    for pair in itertools.pairwise(words):
        if kind := names.get(" ".join(pair)):
            return kind
    return next((names[word] for word in words if word in names), None)


def kind_by_markup(line: Line, total: int) -> Evidence:
    """Give the kind the markup around a line tells, from the inside out, up to the frame of the article.

    A name goes before the tag of its element, and an element inside before those around it; but a heading, a list item
    or a standfirst is what the element around it is, as the heading of a newsletter form.
    """
    named = named_kind(line.words)
    found = Evidence(named, f"named_{named}") if named and named in OF_INLINE else None
    for place in line.place.path():
        if _is_frame(place, total):
            break
        here = _evidence(place)
        if here is None:
            continue
        if found is None or (found.kind in WEAK and here.kind not in WEAK):
            found = here
        if found.kind not in WEAK:
            break
    return found or Evidence("paragraph", "prose")


def _is_frame(place: Place, total: int) -> bool:
    """Tell whether an element holds so much of the article that its name says nothing of a line."""
    if place.tag in OWN_TAGS:
        return False
    return place.chosen > WHOLE * total or (place.paragraphs >= SEVERAL and place.chosen > PART * total)


def _evidence(place: Place) -> Evidence | None:
    if kind := named_kind(place.words):
        return Evidence(kind, f"named_{kind}")
    kind = TAGS.get(place.tag)
    return Evidence(kind, f"tag_{kind}") if kind else None
