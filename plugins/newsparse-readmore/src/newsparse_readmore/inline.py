"""What stands inside a line: a prompt after a sentence, a dateline before the first one.

    … he said. READ MORE: Why the bridge fell         to the end of the line
    … he said. (Read also: Why the bridge fell) It …  the brackets
    … he said. READ MORE: Why did it fall? It was …   a question mark
    … he said. READ MORE: Mayor Opens New Bridge The council met.     the title case ends before `The`

A prompt whose headline has no certain end is left alone: no word of the article is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from newsparse import BlockKind, Span
from newsparse.lexicon import load_words
from newsparse_readmore.phrases import PACKAGE, load_leads, load_phrases

__all__ = ["find_dateline", "find_lead", "find_prompts"]

LONGEST = 180
"""Most characters of a prompt with its headline."""
_DATELINE = re.compile(
    r"(?P<place>[A-Z][A-Z.'’ -]{2,24}(?:, [A-Z][\w. ]{1,20})?)"
    r"(?P<day>, [A-Z][a-z]{2,8}\.? \d{1,2})?"
    r"(?P<agency> \([A-Z][\w ./]{1,30}\))?"
    r"(?P<dash> ?[–—] ?| -{1,2} )(?=[\"“]?[A-Z])"
)
_AGENCIES = "Reuters|AP|AFP|EPA|dpa|UPI|CNN|Xinhua|TASS|ANSA|IANS|PTI"
_NAMED = re.compile(
    r"(?P<place>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}(?:, [A-Z][\w. ]{1,20})?)"
    rf"(?P<rest>, [A-Z][a-z]{{2,8}}\.? \d{{1,2}}(?: \([A-Z][\w ./]{{1,30}}\))?| \((?:{_AGENCIES})\))"
    r"(?P<dash> ?[–—] ?| -{1,2} )(?=[\"“]?[A-Z])"
)
_TOKEN = re.compile(r"\S+")
_BEFORE = re.compile(r"""(?:[.!?…]["'”’»)]*|[”"])\s+$""")
_END_MARK = re.compile(r"[?!]['\"’”]?\s+(?=[\"“]?[A-Z])")


@cache
def _openers() -> frozenset[str]:
    """Load the labels that stand inside a line, in the ways they are written there."""
    texts = {phrase.text for phrase in load_phrases() if phrase.kind == "read_more" and phrase.use == "open"}
    forms = {form for text in texts if " " in text for form in (text.capitalize(), text.upper(), text.title())}
    return frozenset(forms | {"Related", "RELATED", "READ", "WATCH", "MORE"})


@cache
def _opener_lengths() -> tuple[int, ...]:
    return tuple(sorted({len(form) for form in _openers()}, reverse=True))


@cache
def _small_words() -> frozenset[str]:
    return load_words(PACKAGE, "en", "small.txt")


@cache
def _starters() -> frozenset[str]:
    return load_words(PACKAGE, "en", "starters.txt")


def find_prompts(text: str, start: int, end: int) -> Iterator[tuple[Span, str]]:
    """Find the prompts inside `text[start:end]`, a line, and the name of the rule that saw the end of each."""
    at = start
    while (colon := text.find(":", at, end)) >= 0:
        at = colon + 1
        begins = _opener_start(text, start, colon)
        if begins is None:
            continue
        if begins > start and text[begins - 1] in "([":
            if span := _in_brackets(text, begins - 1, end):
                yield span, "inline_in_brackets"
                at = span.end
            continue
        if begins == start or not _BEFORE.search(text, max(start, begins - 6), begins):
            continue
        if found := _end_of_headline(text, _after_spaces(text, at, end), end):
            yield Span(begins, found[0]), found[1]
            at = found[0]


def _opener_start(text: str, start: int, colon: int) -> int | None:
    """Give where the label before a colon begins: `READ MORE:`, `Lire aussi :`, `READ MORE HERE:`."""
    stop = colon - 1 if text[colon - 1 : colon] in (" ", "\u00a0", "\u202f") else colon
    for _words in range(3):
        for length in _opener_lengths():
            if stop - length >= start and text[stop - length : stop] in _openers():
                return stop - length
        space = text.rfind(" ", max(start, stop - 12), stop)
        if space < 0 or not text[space:stop].isupper():
            return None
        stop = space
    return None


def _after_spaces(text: str, at: int, end: int) -> int:
    while at < end and text[at].isspace():
        at += 1
    return at


def _in_brackets(text: str, start: int, end: int) -> Span | None:
    close = text.find(")" if text[start] == "(" else "]", start, min(end, start + LONGEST))
    return Span(start, close + 1) if close > 0 else None


def _end_of_headline(text: str, start: int, end: int) -> tuple[int, str] | None:
    rest = text[start:end]
    if not rest:
        return None
    mark = _END_MARK.search(rest, 0, LONGEST)
    if "." not in rest.rstrip() and not mark and len(rest) <= LONGEST:
        return end, "inline_to_end_of_line"
    if mark and ". " not in rest[: mark.start()]:
        return start + len(rest[: mark.end()].rstrip()), "inline_to_question_mark"
    cut = _title_case_end(rest)
    return (start + cut, "inline_title_case") if cut else None


def _title_case_end(rest: str) -> int | None:
    """Give the end of a headline in title case: of `Mayor Opens Bridge` in `Mayor Opens Bridge The council met`."""
    before: re.Match[str] | None = None
    for seen, token in enumerate(_TOKEN.finditer(rest, 0, LONGEST)):
        word = token[0].strip("\"'“”‘’,;:()")
        if seen >= 3 and word in _starters() and before is not None and before[0][-1:].isalnum():
            following = _TOKEN.match(rest, token.end() + 1)
            return before.end() if following and following[0][:1].islower() else None
        if word[:1].islower() and word not in _small_words():
            return None
        if token[0].endswith("."):
            return None
        before = token
    return None


def find_lead(text: str, start: int, end: int) -> tuple[Span, BlockKind] | None:
    """Find a label run together with the text behind it: `Article content The council met`."""
    for lead, phrase in load_leads().items():
        after = start + len(lead)
        if text.startswith(lead, start) and after < end and (text[after].isupper() or text[after] in '“"'):
            return Span(start, after - 1), phrase.kind
    return None


def find_dateline(text: str, start: int, end: int) -> Span | None:
    """Find the dateline before the text of a line: `BAGHDAD, Aug. 15 (Reuters) -`."""
    window = min(end, start + 90)
    match = _DATELINE.match(text, start, window) or _NAMED.match(text, start, window)
    if match is None:
        return None
    stop = match.start() + len(match[0].rstrip())
    return Span(start, stop) if stop < end else None
