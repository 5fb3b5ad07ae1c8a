"""Pointing at a place of a text from outside: text-fragment links and the offsets other languages count."""

from __future__ import annotations

import re
from urllib.parse import quote, urldefrag

from newsparse.span import Span

__all__ = ["text_fragment_link", "utf16_offsets"]

LONG = 80
"""Fragments longer than this many characters are given by their first and last words."""
EDGE_WORDS = 5


def utf16_offsets(text: str, span: Span) -> tuple[int, int]:
    """Count `span` in UTF-16 code units, as JavaScript and Java do."""
    before, inside = text[: span.start], span.of(text)
    start = len(before) + sum(character > "\uffff" for character in before)
    return start, start + len(inside) + sum(character > "\uffff" for character in inside)


def text_fragment_link(url: str, text: str, span: Span) -> str:
    """Give `url` with a text directive for `span`, with words before it where the text has the same words earlier.

    Source: https://wicg.github.io/scroll-to-text-fragment/
    """
    words = span.of(text).split()
    exact = _folded(span.of(text))
    if len(exact) <= LONG and "\n" not in span.of(text).strip():
        target = _encoded(exact)
    else:
        target = f"{_encoded(' '.join(words[:EDGE_WORDS]))},{_encoded(' '.join(words[-EDGE_WORDS:]))}"
    before = text[max(0, span.start - LONG) : span.start].rpartition("\n")[2].split()[-EDGE_WORDS:]
    first = exact if len(exact) <= LONG else " ".join(words[:EDGE_WORDS])
    if before and first in _folded(text[: span.start]):
        target = f"{_encoded(' '.join(before))}-,{target}"
    return f"{urldefrag(url).url}#:~:text={target}"


def _folded(text: str) -> str:
    return re.sub(r"\s+", " ", text).strip()


def _encoded(text: str) -> str:
    return quote(text, safe="").replace("-", "%2D")
