"""The article's own structure: its title, its standfirst, its headings.

Harbour reopens after a year               title
Ships return to Velm on Friday             standfirst: no full stop, text follows
The first ship …
What comes next                            heading: short, no full stop, text follows
The council will …
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from newsparse_readmore.line import Line
from newsparse_readmore.marks import Mark, Marks
from newsparse_readmore.shapes import find_author

__all__ = ["mark_structure"]

FRONT = 12
"""How many lines may stand before the title."""
TITLE_LENGTH = 200
LONGEST_NAME = 40
NEAR = 12
"""How many lines are looked at to tell a name from a heading."""
HEADING_LENGTH = 110
LAST_LENGTH = 80
_WORDS = re.compile(r"[^\W\d_]{4,}")


def mark_structure(lines: Sequence[Line], marks: Marks) -> None:
    """Mark title, standfirst, key points and headings among the lines that nothing has marked."""
    title = _find_title(lines, marks)
    if title is not None:
        marks[title] = Mark("title", "first_line")
        for at in range(title + 1, min(title + 4, len(lines))):
            if marks[at] is None and lines[at].key == lines[title].key:
                marks[at] = Mark("title", "title_again")
        _mark_author(lines, marks, title)
        _mark_standfirst(lines, marks, title)
    else:
        _mark_key_points(lines, marks)
    _mark_name_above(lines, marks)
    _mark_headings(lines, marks)
    _mark_last(lines, marks)


def _find_title(lines: Sequence[Line], marks: Marks) -> int | None:
    """Give the first line when it is a headline and text follows."""
    at = next((at for at in range(min(FRONT, len(lines))) if marks[at] is None), None)
    if at is None or at + 1 >= len(lines):
        return None
    line = lines[at]
    if (
        len(line.text) > TITLE_LENGTH
        or (line.has_full_stop and not _is_called_out(line, lines[at + 1], marks[at + 1]))
        or line.text[-1] in ",;:،"
        or line.starts_low
    ):
        return None
    if line.is_bulleted or (line.text.isascii() and line.words < 3):
        return None
    follows = next((after for after in range(at + 1, len(lines)) if marks[after] is None), None)
    if follows is None or (not any(marks[one] is None and lines[one].is_stopped for one in range(at + 1, len(lines)))):
        return None
    return at


def _is_called_out(line: Line, after: Line, below: Mark | None) -> bool:
    """Tell whether a line that ends with an exclamation mark is a title: a byline or date stands right below."""
    below_title = below is not None and below.kind in ("byline", "dateline", "credit", "nav")
    return (
        (below_title or find_author(after) is not None)
        and line.text.rstrip("\"'”’»").endswith("!")
        and not line.has_sentences
    )


def _mark_author(lines: Sequence[Line], marks: Marks, title: int) -> None:
    """Mark a name alone among the first lines below the title, before the text begins."""
    for at in range(title + 1, min(title + 4, len(lines) - 1)):
        if marks[at] is None and lines[at].is_prose:
            return
        if marks[at] is None and (rule := find_author(lines[at])) and _is_name(lines, at):
            marks[at] = Mark("byline", rule)
            return


def _mark_name_above(lines: Sequence[Line], marks: Marks) -> None:
    """Mark the name of the author right above a line about the author or `More from …`."""
    for at in range(len(lines) - 1):
        below = marks[at + 1]
        if marks[at] is not None or below is None or len(lines[at].text) > LONGEST_NAME:
            continue
        name, text = lines[at].key, lines[at + 1].key
        about = below.kind == "byline" and below.rule != "by_name" and text.startswith(name)
        more = below.kind == "read_more" and text.endswith(name) and len(text) > len(name)
        if (about or more) and 1 < lines[at].words <= 4:
            marks[at] = Mark("byline", "name_above_its_line")


def _is_name(lines: Sequence[Line], at: int) -> bool:
    """Tell whether none of a line's words stands in lower case in the text near it, as a heading's do."""
    words = {word.lower() for word in _WORDS.findall(lines[at].plain)}
    return not any(words.intersection(_WORDS.findall(line.plain)) for line in lines[: at + NEAR])


def _mark_standfirst(lines: Sequence[Line], marks: Marks, title: int) -> None:
    at = next((at for at in range(title + 1, min(title + 5, len(lines))) if marks[at] is None), None)
    if at is None or at + 1 >= len(lines):
        return
    line, following = lines[at], marks[at + 1]
    lead = next((lines[after] for after in range(at + 1, len(lines)) if marks[after] is None), None)
    if lead is None or line.has_sentences or not 25 <= len(line.text) <= 320 or line.text[0] in '"“„«':
        return
    if following is not None and following.kind in ("byline", "dateline", "credit"):
        marks[at] = Mark("standfirst", "before_byline")
    elif not line.is_stopped and len(line.text) >= 40 and lead.is_prose and line.text[-1] not in ",;:":
        marks[at] = Mark("standfirst", "second_line_without_stop")
    elif len(line.text) <= 200 and _repeats(line.text, lead.text) and len(lead.text) > len(line.text):
        marks[at] = Mark("standfirst", "repeated_by_lead")


def _repeats(line: str, lead: str) -> bool:
    """Tell whether the lead says again what the line says: most of its longer words."""
    words = {word.lower() for word in _WORDS.findall(line)}
    again = words & {word.lower() for word in _WORDS.findall(lead[:600])}
    return len(words) >= 4 and len(again) >= 0.6 * len(words)


def _mark_key_points(lines: Sequence[Line], marks: Marks) -> None:
    """Mark two or more points in a list before the text begins."""
    at = next((at for at, mark in enumerate(marks) if mark is None), 0)
    end = at
    while end < len(lines) and marks[end] is None and lines[end].plain[:1] in "•*▪■●" and len(lines[end].text) < 300:
        end += 1
    text_follows = any(marks[one] is None and lines[one].is_prose for one in range(end, len(lines)))
    if end - at >= 2 and text_follows and (marks[end] is None or marks[end].kind != "paragraph"):  # type: ignore[union-attr]
        for one in range(at, end):
            marks[one] = Mark("standfirst", "key_points")


def _mark_headings(lines: Sequence[Line], marks: Marks) -> None:
    for at, line in enumerate(lines[:-1]):
        if marks[at] is not None or len(line.text) > HEADING_LENGTH:
            continue
        if line.has_full_stop or line.text[-1] in ",;،…" or line.starts_low or line.plain[:1] in "•*▪■●-–—":
            continue
        if line.text[-1] == ":" and line.words > 4:
            continue
        if line.text[0] in '"“' and line.is_stopped:
            continue
        after = next((one for one in range(at + 1, len(lines)) if _counts(lines, marks, one)), None)
        if after is None or len(lines[after].text) <= len(line.text):
            continue
        if line.is_stopped and len(line.text) > 80 and ": " not in line.text:
            continue
        if lines[after].is_prose or lines[after].is_stopped or lines[after].plain[:1] in "•*▪■●-–—":
            marks[at] = Mark("heading", "short_line_before_text")


def _mark_last(lines: Sequence[Line], marks: Marks) -> None:
    """Mark a short last line below a paragraph: the text was cut off behind its heading."""
    if len(lines) < 3 or marks[-1] is not None or marks[-2] is not None:
        return
    line = lines[-1]
    short = len(line.text) <= LAST_LENGTH and not line.is_stopped and (line.words >= 2 or not line.text.isascii())
    if (
        short
        and lines[-2].is_prose
        and not line.starts_low
        and line.text[-1] not in ",;:…"
        and line.text[0] not in "-–—•*"
    ):
        marks[-1] = Mark("heading", "short_last_line")


def _counts(lines: Sequence[Line], marks: Marks, at: int) -> bool:
    mark = marks[at]
    return mark is None or mark.kind in ("paragraph", "list_item")
