"""Runs of lines of one shape, with no label above them: headlines of other articles, one line over and over.

The first ship left on Friday.
Mayor of Velm says she will not seek re-election      headlines_in_a_row
Storm damage keeps the schools of Velm shut           headlines_in_a_row
Why is the army in Velm?                              headlines_in_a_row
The council met in the evening.

An article's headings do not stand three in a row, and the points of its lists follow a colon or a bullet.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsparse_readmore.line import Line
from newsparse_readmore.marks import DROPPED, Mark, Marks, is_text

__all__ = ["mark_runs"]

FEWEST = 3
"""Headlines, or copies of a line, that make a run."""
WORDS = 4
LENGTH = 24
"""Fewest words and characters of a headline in a run …"""
USUAL = 45
"""… and the fewest characters that most of them have."""
LONGEST_COPY = 60
_NAME = re.compile(r"(?<=[\w,:'’] )[\"'“‘]?[^\W\d_a-z]\w")


def mark_runs(lines: Sequence[Line], marks: Marks) -> None:
    """Mark three or more headlines, or three or more copies of a short line, in a row."""
    for start, end in _copies(lines, marks):
        for at in range(start, end):
            marks[at] = Mark("nav", "same_line_again")
    for start, end in _headlines(lines, marks):
        if _stands_apart(lines, marks, start, end):
            for at in range(start, end):
                marks[at] = Mark("read_more", "headlines_in_a_row")


def _copies(lines: Sequence[Line], marks: Marks) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(lines):
        end = at + 1
        if marks[at] is None and len(lines[at].text) <= LONGEST_COPY and lines[at].words > 1:
            while end < len(lines) and lines[end].text == lines[at].text:
                end += 1
            if end - at >= FEWEST and not lines[at].has_full_stop:
                yield at, end
        at = end


def _headlines(lines: Sequence[Line], marks: Marks) -> Iterator[tuple[int, int]]:
    at = 0
    while at < len(lines):
        end = at
        while end < len(lines) and marks[end] is None and _is_headline(lines[end]):
            end += 1
        if end - at >= FEWEST:
            yield at, end
        at = max(end, at + 1)


def _is_headline(line: Line) -> bool:
    return line.is_headline and len(line.text) >= LENGTH and line.words >= WORDS and not line.is_bulleted


def _stands_apart(lines: Sequence[Line], marks: Marks, start: int, end: int) -> bool:
    """Tell whether a run is no list of the article: a sentence ends before it, text or clutter follows."""
    before = marks[start - 1] if start else None
    if not start or (before is not None and before.kind not in DROPPED):
        return False
    if before is None and not (lines[start - 1].is_prose and lines[start - 1].has_full_stop):
        return False
    run = lines[start:end]
    if 2 * sum(len(line.text) >= USUAL for line in run) <= len(run):
        return False
    if 3 * sum(_NAME.search(line.plain) is not None for line in run) < 2 * len(run):
        return False
    if any(line.has_sentences for line in run):
        return False
    after = marks[end] if end < len(lines) else None
    return end == len(lines) or (is_text(lines[end], after) if after is None else after.kind in DROPPED)
