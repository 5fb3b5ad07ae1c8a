"""Regions in quotation marks: `“No,”`, `"No,"`, `''No''`, `‘No’`, `«No»`, `»No«`, `„No“`, closed, running on, or stray.

Marks pair inside one block. An opening mark without a closing one reaches to the end of its block when the next
block opens with a mark too (a quote over several paragraphs) or when it stands where a quotation may begin;
otherwise it is stray and costs nothing.
"""

from __future__ import annotations

import re

import attrs

__all__ = ["Region", "find_regions", "opens"]

_MARK = re.compile(r"[\"“”„«»‟]|''|``|’’|‘‘")
_SINGLE = re.compile(r"['‘’]")
_DECADE = re.compile(r"\d0s\b")
_OPENING = "“„«‘`"
_CLOSING = "”»’"
_BEFORE_OPENING = " \t\xa0([{-–—/\u2009\u202f"
_STOPS = ".?!…,;:—-"


@attrs.frozen(slots=True)
class Region:
    """A stretch of text in quotation marks, marks included."""

    start: int
    """First code point, the opening mark."""
    end: int
    """The code point after the closing mark, or after the block's last one."""
    closed: bool = True
    """Whether it has its closing mark."""


def opens(text: str, start: int) -> bool:
    """Tell whether the block at `start` begins with a double opening mark."""
    return text[start] in '"“„«' or text.startswith(("''", "``"), start)


def find_regions(text: str, start: int, end: int, runs_on: bool) -> list[Region]:
    """Find the marked regions of the block `[start, end)`; `runs_on`: the next block opens with a mark."""
    found = _double(text, start, end, runs_on)
    if "'" in text[start:end] or "’" in text[start:end]:
        gaps = [start, *(edge for region in found for edge in (region.start, region.end)), end]
        for left, right in zip(gaps[::2], gaps[1::2], strict=True):
            found.extend(_single(text, left, right))
        found.sort(key=lambda region: region.start)
    return found


def _double(text: str, start: int, end: int, runs_on: bool) -> list[Region]:
    found: list[Region] = []
    opened: tuple[int, str] | None = None
    for match in _MARK.finditer(text, start, end):
        mark, at, after = match[0], match.start(), match.end()
        before = text[at - 1] if at > start else " "
        follows = text[after] if after < end else " "
        fresh = before in _BEFORE_OPENING and not follows.isspace()
        if opened is None:
            if mark[0] in _CLOSING and not (fresh and mark in "”»"):
                continue
            if mark[0] in _OPENING or fresh or at == start:
                opened = (at, mark)
        elif _closes(opened[1], mark, fresh):
            found.append(Region(opened[0], after))
            opened = None
        elif fresh and mark == opened[1] and mark == '"':
            opened = (at, mark)  # the mark before it was stray
    if opened is not None and (runs_on or _may_begin(text, start, opened[0], end)):
        found.append(Region(opened[0], end, closed=False))
    return found


def _closes(opening: str, mark: str, fresh: bool) -> bool:
    if opening == "„":
        return mark in '“”‟"„'
    if opening == "«":
        return mark == "»"
    if opening == "»":
        return mark == "«"
    if opening in ("''", "``", "‘‘"):
        return mark in ("''", "’’", '"', "”") and not fresh
    if mark in ("”", "’’", "''"):
        return True
    return mark == '"' and not fresh


def _may_begin(text: str, start: int, at: int, end: int) -> bool:
    """Tell whether an unclosed quotation may begin at `at`: after a comma or colon, or at the block's start."""
    before = text[start:at].rstrip()
    if before:
        return before[-1] in ",:"
    return not any(word in text[at:end] for word in _SAYS)


_SAYS = (" said", " says")
"""In a block that opens with an unclosed mark they tell that the mark is stray."""


def _single(text: str, start: int, end: int) -> list[Region]:
    found: list[Region] = []
    opened = -1
    pending = -1
    for match in _SINGLE.finditer(text, start, end):
        at = match.start()
        inner = at > start and text[at - 1].isalnum()
        if match.end() < end and text[match.end()].isalnum():
            if inner or match[0] == "’":
                continue  # an apostrophe
        elif not inner and (at == start or text[at - 1] not in _STOPS):
            continue
        if at == start or not (text[at - 1].isalnum() or text[at - 1] in _STOPS):
            if _DECADE.match(text, match.end()) or (opened < 0 and text[match.end() : match.end() + 1].isdigit()):
                continue  # '90s
            if opened >= 0 and pending >= 0:
                found.append(Region(opened, pending))
            opened, pending = at, -1
        elif opened >= 0:
            if text[at - 1] in "sS" and pending < 0:
                pending = match.end()  # a plural's apostrophe, unless nothing better comes
                continue
            found.append(Region(opened, match.end()))
            opened, pending = -1, -1
    if opened >= 0 and pending >= 0:
        found.append(Region(opened, pending))
    return found
