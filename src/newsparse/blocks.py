"""Blocks of a text: the plain ones that the core sees, and how several plugins' blocks become one sequence."""

from __future__ import annotations

import re
from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence

import attrs

from newsparse.models import Block, BlockKind
from newsparse.span import Span

__all__ = ["find_blocks", "trim", "unite_blocks"]

BLANK = "\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff"
"""Zero-width format characters: they belong to no block's edge."""
_LINE = re.compile(r"[^\n\r\v\f\x1c-\x1e\x85\u2028\u2029]+")
_STOPPED = re.compile(r"""[.!;:,…。！؛।۔][\s"'”’»)\]]*$""")
TITLE_LENGTH = 200
HEADING_LENGTH = 80


def find_blocks(text: str) -> tuple[Block, ...]:
    """Find a block for each line that is not blank: title, headings and paragraphs, by their shape alone.

    The first line is the title when it is short and has no full stop; a later one is a heading when it is
    short, has no full stop, and a longer line follows.
    """
    lines = [line for line in (trim(text, *match.span()) for match in _LINE.finditer(text)) if line]
    return tuple(
        Block(span=line, kind=(kind := _kind(text, lines, index)), found_by=f"line_{kind}")
        for index, line in enumerate(lines)
    )


def _kind(text: str, lines: Sequence[Span], index: int) -> BlockKind:
    line = lines[index]
    if (
        index + 1 == len(lines)
        or len(line) > TITLE_LENGTH
        or _STOPPED.search(text, max(line.start, line.end - 8), line.end)
    ):
        return "paragraph"
    if index == 0:
        return "title"
    if len(line) > HEADING_LENGTH or len(lines[index + 1]) <= max(len(line), HEADING_LENGTH):
        return "paragraph"
    first = text[line.start]
    return "heading" if first.isupper() or first.isdigit() or not first.isascii() else "paragraph"


def trim(text: str, start: int, end: int) -> Span | None:
    """Cut white space and zero-width characters off the ends of a range; None when nothing is left."""
    while start < end and (text[start].isspace() or text[start] in BLANK):
        start += 1
    while start < end and (text[end - 1].isspace() or text[end - 1] in BLANK):
        end -= 1
    return Span(start, end) if start < end else None


def unite_blocks(text: str, plain: Iterable[Block], labelled: Iterable[Block]) -> tuple[tuple[Block, ...], list[Block]]:
    """Put `labelled` blocks (the first in precedence first) in the place of what they cover in `plain`.

    Returns:
        The blocks in text order, and the labelled ones that had no room beside those before them.
    """
    taken: list[Block] = []
    refused: list[Block] = []
    for block in labelled:
        index = bisect_right(taken, block.span.start, key=_start)
        before = index and taken[index - 1].span.end > block.span.start
        after = index < len(taken) and taken[index].span.start < block.span.end
        if before or after:
            refused.append(block)
        else:
            insort(taken, block, key=_start)
    rest = [piece for block in plain for piece in _left_over(text, block, taken)]
    return tuple(sorted([*taken, *rest], key=_start)), refused


def _start(block: Block) -> int:
    return block.span.start


def _left_over(text: str, block: Block, taken: Sequence[Block]) -> Iterator[Block]:
    """Give the parts of a plain block that no labelled one covers."""
    start, end = block.span.start, block.span.end
    index = max(0, bisect_right(taken, start, key=_start) - 1)
    while index < len(taken) and taken[index].span.start < end:
        cover = taken[index].span
        if cover.end > start:
            if piece := trim(text, start, max(start, cover.start)):
                yield attrs.evolve(block, span=piece)
            start = cover.end
        index += 1
    if piece := trim(text, min(start, end), end):
        yield block if piece == block.span else attrs.evolve(block, span=piece)
