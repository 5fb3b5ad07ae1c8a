"""Lines of a text; lines that were wrapped at a width are joined to the paragraphs they were.

    The council met on Monday to speak about
    the bridge that fell in the spring.

is one paragraph when most lines of the text end like its first.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from newsparse import Span
from newsparse_readmore.line import Line

__all__ = ["find_lines"]

BLANK = "\u00ad\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u2060\ufeff"
BREAKS = "\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029"
_LINE = re.compile(f"[^{BREAKS}]+")
_ENDS_OPEN = re.compile(r"[^\W_][,;'’\")]?$|[,;–—-]$")
WRAPPED_LINES = 5
"""Fewest lines that show a wrapping."""
WIDEST = 100
"""Most characters of a wrapped line; plain text is wrapped at 60 to 80."""


def find_lines(text: str) -> tuple[list[Line], bool]:
    """Find the lines of a text that are not blank; wrapped ones joined.

    Returns:
        The lines in text order, and whether they were joined.
    """
    spans = [span for span in (_trimmed(text, *match.span()) for match in _LINE.finditer(text)) if span]
    if is_wrapped(text, spans):
        return [Line(span, span.of(text)) for span in _joined(text, spans)], True
    return [Line(span, span.of(text)) for span in spans], False


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in BLANK):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in BLANK):
        end -= 1
    return Span(start, end) if start < end else None


def is_wrapped(text: str, spans: Sequence[Span]) -> bool:
    """Tell whether lines break in mid-sentence: the next one goes on in lower case, none is much wider."""
    if len(spans) < WRAPPED_LINES or max(map(len, spans)) > WIDEST:
        return False
    wide = sorted(map(len, spans))[len(spans) // 2]
    goes_on = sum(_goes_on(text, one, after) for one, after in itertools.pairwise(spans))
    return wide >= 35 and goes_on >= 0.4 * (len(spans) - 1)


def _goes_on(text: str, one: Span, after: Span) -> bool:
    return text[after.start].islower() and _ENDS_OPEN.search(text, max(one.start, one.end - 3), one.end) is not None


def _joined(text: str, spans: Sequence[Span]) -> list[Span]:
    """Join lines until a blank line, a line short of the width with a stop, or one that opens a new paragraph."""
    width = max(map(len, spans))
    joined: list[Span] = []
    start = spans[0].start
    for one, after in itertools.pairwise(spans):
        gap = text[one.end : after.start].replace("\r\n", "\n")
        blank = sum(gap.count(mark) for mark in BREAKS) > 1
        first_word = text[after.start : after.end].split(None, 1)[0]
        room = len(one) + 1 + len(first_word) <= width - 2
        if blank or (room and not _goes_on(text, one, after)):
            joined.append(Span(start, one.end))
            start = after.start
    joined.append(Span(start, spans[-1].end))
    return joined
