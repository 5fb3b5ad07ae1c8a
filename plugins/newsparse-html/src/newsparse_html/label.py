"""Deciding which lines of a page are the article's text, and what each of them is: see `placing` and `refining`."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse import BODY_KINDS, BlockKind
from newsparse_html.choose import line_key
from newsparse_html.outline import Outline
from newsparse_html.place import Line
from newsparse_html.placing import PLACING, SHORT
from newsparse_html.refining import REFINING

__all__ = ["Labelled", "label_lines"]


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
