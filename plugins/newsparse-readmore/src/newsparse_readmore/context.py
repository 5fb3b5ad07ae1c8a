"""What the neighbours of a line tell: lists of headlines under a label, clutter in the tail, lines among clutter.

Read Next                          bare_label
Mayor opens the new harbour        under_label
Storm closes three schools         under_label
The first ship left on Friday.     (text again)
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from statistics import median

from newsparse_readmore.line import Line
from newsparse_readmore.marks import DROPPED, Mark, Marks, is_dropped, is_text
from newsparse_readmore.runs import mark_runs

__all__ = ["mark_context"]

_AGE = re.compile(
    r"(?i)^(?:vor |hace |il y a |há )?\d{1,2} ?(?:h|m|d|hrs?|mins?|std|hours?|minutes?|days?|weeks?|months?|tag|tagen|"
    r"stunden|minuten|horas?|días|jours?|heures)\.?(?: ago)?$"
)
_CUT = re.compile(r"(?:\.\.\.|…)(?: ?(?i:read more))?[\"”]?$|(?i:read more|weiterlesen|lire la suite)$")
SHORT_HEADING = 45
LONG_HEADING = 60
"""A heading is hardly ever longer: a longer last line of a list belongs to it."""
QUOTES = "„“«‘\"'"
LONGEST_LIST = 25
LONGEST_AGE = 20
SHOUTED_WORDS = 8
"""Fewest words of a headline in capitals."""


def mark_context(lines: Sequence[Line], marks: Marks) -> None:
    """Mark what the lines marked so far tell about their neighbours."""
    _settle_weak(lines, marks)
    _mark_lists(lines, marks)
    _mark_aged(lines, marks)
    _mark_cut_teasers(lines, marks)
    _mark_between(lines, marks)
    _mark_shouted(lines, marks)
    mark_runs(lines, marks)
    _mark_tail(lines, marks)


def _settle_weak(lines: Sequence[Line], marks: Marks) -> None:
    """Keep `Video` or `Home` where clutter stands beside it or no text before or after; it may be a heading."""
    weak = [at for at, mark in enumerate(marks) if mark is not None and mark.is_weak]
    if not weak:
        return
    first = next((at for at, line in enumerate(lines) if is_text(line, marks[at])), len(lines))
    ends = (at for at in range(len(lines) - 1, -1, -1) if marks[at] is None and lines[at].has_full_stop)
    last = next(ends, len(lines))
    for at in (*weak, *reversed(weak)):
        mark = marks[at]
        if mark is None or not mark.is_weak:
            continue
        beside = [marks[near] for near in (at - 1, at + 1) if 0 <= near < len(marks)]
        strong = any(is_dropped(one) and not one.is_weak for one in beside if one is not None)
        at_top = at < first and (at == 0 or marks[at - 1] is not None)
        if strong or ((at_top or at > last) and not lines[at].is_prose):
            marks[at] = Mark(mark.kind, mark.rule, mark.opens)
    for at in weak:
        mark = marks[at]
        if mark is not None and mark.is_weak:
            marks[at] = None


def _mark_lists(lines: Sequence[Line], marks: Marks) -> None:
    at = 0
    while at < len(lines):
        mark = marks[at]
        at += 1
        if mark is not None and mark.opens:
            at = _mark_list(lines, marks, at)


def _mark_list(lines: Sequence[Line], marks: Marks, start: int) -> int:
    """Mark the headlines of a list whose first line may be `start`; give the line after it."""
    members: list[int] = []
    end = start
    while end < len(lines) and end - start < LONGEST_LIST:
        mark = marks[end]
        if mark is not None and mark.opens and members:
            break
        if mark is None:
            if not _is_member(lines, end, members):
                break
            members.append(end)
        elif mark.kind not in DROPPED and mark.kind not in ("dateline", "byline", "credit"):
            break
        end += 1
    if not members:
        return start
    in_body = any(is_text(lines[at], marks[at]) for at in range(end, len(lines)))
    if in_body:
        members = _without_heading(lines, marks, start, members, end)
    for at in members:
        marks[at] = Mark("read_more", "under_label")
    return max(start, end)


def _is_member(lines: Sequence[Line], at: int, members: Sequence[int]) -> bool:
    line = lines[at]
    if line.is_headline:
        return True
    if members and (_AGE.match(line.plain) or (len(line.text) <= 320 and _CUT.search(line.plain))):
        return True
    return line.words <= 2 and not line.is_stopped and line.text[-1] not in ",;:"


def _without_heading(lines: Sequence[Line], marks: Marks, start: int, members: list[int], end: int) -> list[int]:
    """Leave out what may be a heading of the text that follows the list."""
    last = members[-1]
    if last != end - 1:  # a label or date stands between it and the text
        return members
    if not any(is_text(lines[at], marks[at]) for at in range(start)):
        return members[:-1]  # the article has not begun: the last may be its title
    label = lines[start - 1].plain
    if len(members) == 1:
        one = lines[last]
        certain = label.endswith(":") or len(one.text) > LONG_HEADING
        return members if certain and not _may_head(one) else []
    others = median(len(lines[at].text) for at in members[:-1])
    text = lines[last].text
    short = len(text) < LONG_HEADING and (len(text) < 0.7 * others or text[0] in QUOTES)
    return members[:-1] if short else members


def _may_head(line: Line) -> bool:
    """Tell whether a line may be a heading: short, or wholly in quotation marks."""
    return len(line.text) < SHORT_HEADING or line.text[0] in QUOTES


def _mark_aged(lines: Sequence[Line], marks: Marks) -> None:
    """Mark two or more headlines that are each followed by how old they are: `2 hours ago`."""
    pairs = [
        at
        for at in range(len(lines) - 1)
        if marks[at] is None
        and marks[at + 1] is None
        and len(lines[at + 1].text) <= LONGEST_AGE
        and _AGE.match(lines[at + 1].plain)
        and lines[at].is_headline
    ]
    for at in pairs:
        if at + 2 in pairs or at - 2 in pairs:
            marks[at] = marks[at + 1] = Mark("read_more", "headlines_with_age")


def _mark_cut_teasers(lines: Sequence[Line], marks: Marks) -> None:
    """Mark a teaser that is cut off (its end is dots, and `Read more` stands below it) and its headline."""
    for at, line in enumerate(lines[:-1]):
        below = marks[at + 1]
        if marks[at] is not None or below is None or below.kind != "read_more" or not below.opens:
            continue
        if len(line.text) > 400 or not _CUT.search(line.plain):
            continue
        marks[at] = Mark("read_more", "cut_teaser")
        if at and marks[at - 1] is None and lines[at - 1].is_headline and _before_is_drop(marks, at - 1):
            marks[at - 1] = Mark("read_more", "cut_teaser")


def _before_is_drop(marks: Marks, at: int) -> bool:
    return at > 0 and is_dropped(marks[at - 1])


def _mark_between(lines: Sequence[Line], marks: Marks) -> None:
    """Mark one or two short lines with clutter right before and after them."""
    at = 1
    while at < len(lines) - 1:
        width = next((n for n in (1, 2) if at + n < len(lines) and is_dropped(marks[at + n])), 0)
        before, after = marks[at - 1], marks[at + width] if width else None
        inner = range(at, at + width)
        if (
            before is not None
            and after is not None
            and before.kind in DROPPED - {"advert"}
            and after.kind in DROPPED - {"advert"}
            and all(marks[one] is None and not lines[one].is_prose for one in inner)
            and not any(lines[one].has_full_stop and len(lines[one].text) > 40 for one in inner)
        ):
            for one in inner:
                marks[one] = Mark(before.kind, "among_clutter")
        at += 1


def _mark_shouted(lines: Sequence[Line], marks: Marks) -> None:
    """Mark whole headlines in capitals between two paragraphs, one or two; a heading in capitals is shorter."""
    at = 1
    while at < len(lines) - 1:
        end = at
        while end < len(lines) and end - at < 2 and marks[end] is None and _is_shouted_headline(lines[end]):
            end += 1
        if at < end < len(lines) and is_text(lines[at - 1], marks[at - 1]) and is_text(lines[end], marks[end]):
            for one in range(at, end):
                marks[one] = Mark("read_more", "headline_in_capitals")
        at = max(end, at + 1)


def _is_shouted_headline(line: Line) -> bool:
    return not line.has_full_stop and line.is_shouted and line.words >= SHOUTED_WORDS


def _mark_tail(lines: Sequence[Line], marks: Marks) -> None:
    """Mark headlines that follow two lines of clutter after the last line of text."""
    last = next((at for at in range(len(lines) - 1, -1, -1) if is_text(lines[at], marks[at])), None)
    if last is None:
        return
    for at in range(max(2, last + 1), len(lines)):
        before = marks[at - 1]
        if (
            marks[at] is None
            and before is not None
            and before.kind in DROPPED - {"advert"}
            and (is_dropped(marks[at - 2]) or (len(lines[at].text) >= LONG_HEADING and not lines[at].has_sentences))
            and lines[at].is_headline
            and not lines[at].is_stopped
        ):
            marks[at] = Mark(before.kind, "in_tail")
