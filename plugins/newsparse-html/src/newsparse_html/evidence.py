"""What the markup says of a line: the kind its tags and the names its template gave them stand for."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from functools import cache
from typing import cast

import attrs

from newsparse import BLOCK_KINDS, DataError
from newsparse.lexicon import load_table
from newsparse.models import BlockKind
from newsparse_html.lines import HEADINGS, Line

__all__ = ["Evidence", "kind_by_markup", "load_names", "named_kind"]

TAGS: dict[str, BlockKind] = {
    "figcaption": "caption", "nav": "nav", "menu": "nav", "form": "promo", "footer": "nav", "aside": "other",
    "address": "byline", "time": "byline", "amp-ad": "advert", "dialog": "nav", "h1": "title",
    "h2": "heading", "h3": "heading", "h4": "heading", "h5": "heading", "h6": "heading",
    "li": "list_item", "dd": "list_item", "dt": "list_item", "table": "other", "figure": "caption", "label": "nav",
}  # fmt: skip
"""What a tag alone stands for."""
WHOLE = 0.5
"""An element that holds more of the article than this is its frame; its name says nothing of a line."""


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


def named_kind(words: Iterable[str]) -> BlockKind | None:
    """Give the kind that the words of a name stand for: two words in a row before single ones."""
    names = load_names()
    words = tuple(words)
    for pair in itertools.pairwise(words):
        if kind := names.get(" ".join(pair)):
            return kind
    return next((names[word] for word in words if word in names), None)


def kind_by_markup(line: Line, total: int) -> Evidence:
    """Give the kind the markup around a line tells, from the inside out, up to the frame of the article.

    A name goes before the tag of its element; an element inside goes before those around it, but for headings
    and list items: what stands around those tells more.
    """
    found: Evidence | None = None
    if kind := named_kind(line.words):
        found = Evidence(kind, f"named_{kind}") if kind in ("byline", "credit", "caption", "standfirst") else None
    for place in line.place.path():
        if place.chosen > WHOLE * total and place.tag not in HEADINGS and place.tag != "p":
            break
        kind = named_kind(place.words)
        rule = "named"
        if kind is None:
            kind, rule = TAGS.get(place.tag), "tag"
        if kind is None:
            continue
        here = Evidence(kind, f"{rule}_{kind}")
        if found is None or (found.kind in ("heading", "list_item", "title") and kind not in ("heading", "list_item")):
            found = here
        if found.kind not in ("heading", "list_item", "title"):
            break
    return found or Evidence("paragraph", "prose")
