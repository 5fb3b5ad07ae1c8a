"""Sentences: sentencex, with what it gets wrong in news mended by a table of abbreviations.

sentencex leaves several sentences inside quotation marks together and knows few of the ranks and titles of
American papers. `"We lost. We go on," said Lt. Gov. Lee. (He won.) So it was No. 10.` has four sentences here.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache

import attrs
from sentencex import get_sentence_boundaries

from newsparse.blocks import trim
from newsparse.errors import DataError
from newsparse.lexicon import load_table
from newsparse.span import Span

__all__ = ["split_sentences"]

_BREAK = re.compile(r"""(?P<stop>[.!?…])(?P<closing>["'”’»)\]]{0,3})\s+(?=(?P<next>["'“‘«(\[]{0,3}(?:[^\W_]|\$)+))""")
_LAST_WORD = re.compile(r"[^\s\"'“”‘’«»()\[\]–—-]+$")
_SURROGATE = re.compile("[\ud800-\udfff]")
LONGEST_WORD = 40
LONGEST_PIECE = 10_000
"""Characters sentencex is shown at once: few paragraphs are longer, and a sentence is one where they are."""


@attrs.frozen(kw_only=True)
class _Abbreviation:
    """What may follow an abbreviation without a new sentence."""

    followed_by: str
    """name, number or word."""
    words: frozenset[str] = frozenset()
    """Capitalised words after which the sentence goes on."""


@cache
def _abbreviations(language: str) -> Mapping[str, _Abbreviation]:
    try:
        table = load_table("newsparse", language, "abbreviations.tsv")
    except DataError:
        return {}
    return {
        key: _Abbreviation(followed_by=kind, words=frozenset(" ".join(words).split()))
        for key, (kind, *words) in table.items()
    }


def split_sentences(text: str, part: Span, language: str | None = None) -> Iterator[Span]:
    """Split `part` of `text` into sentences, without the white space between them.

    Parameters:
        text: any text.
        part: a range of it, as a block's span; sentences do not reach over its ends.
        language: BCP 47 tag; None is read as English.
    """
    code = (language or "en").partition("-")[0].lower()
    if not (code.isascii() and code.isalnum()):  # no language's code
        code = "en"
    known = _abbreviations(code)
    start = part.start
    for end in _ends(text, part, code, known):
        if sentence := trim(text, start, end):
            yield sentence
        start = end


def _ends(text: str, part: Span, code: str, known: Mapping[str, _Abbreviation]) -> Iterator[int]:
    start = part.start
    for end in _bounds(text, part, code):
        if end < part.end and known and _goes_on(text, start, end, known):
            continue
        if known:
            yield from _missed(text, start, end, known)
        yield end
        start = end


def _bounds(text: str, part: Span, code: str) -> Iterator[int]:
    """Give the ends that sentencex finds; a long block goes to it by pieces, as many marks cost it quadratic time."""
    start = part.start
    while start < part.end:
        end = min(start + LONGEST_PIECE, part.end)
        encodable = _SURROGATE.sub("\ufffd", text[start:end])  # sentencex takes UTF-8
        ends = [start + found["end_index"] for found in get_sentence_boundaries(code, encodable)]
        if end < part.end:
            ends = ends[:-1]  # a piece's own end is none; its last sentence is looked at again with what follows
        yield from ends
        start = ends[-1] if ends else end
    yield part.end


def _goes_on(text: str, start: int, end: int, known: Mapping[str, _Abbreviation]) -> bool:
    """Tell whether sentencex broke too early: after an abbreviation, or before a word in lower case."""
    before = text[max(start, end - LONGEST_WORD) : end].rstrip()
    after = text[end : end + LONGEST_WORD].lstrip()
    if not before or not after:
        return False
    abbreviation = _abbreviation(before, known)
    if after[0].islower():
        return abbreviation is not None or (before[-1] in "!?" and not after.startswith("http"))
    return abbreviation is not None and _continues(abbreviation, after)


def _missed(text: str, start: int, end: int, known: Mapping[str, _Abbreviation]) -> Iterator[int]:
    """Give the breaks that sentencex did not see inside one of its sentences."""
    for match in _BREAK.finditer(text, start, end):
        following = match["next"].lstrip("\"'“‘«([")
        if not (following[:1].isupper() or following[:1].isdigit() or following[:1] == "$"):
            continue
        if match["stop"] == "." and not match["closing"]:
            before = text[max(start, match.start() - LONGEST_WORD) : match.start() + 1]
            word = _LAST_WORD.search(before)
            bare = word[0].rstrip(".") if word else ""
            if _abbreviation(before, known) or len(bare) <= 1 or "." in bare:
                opens = match["next"][:1] in '"“'
                if not (opens and bare in ("a.m", "p.m")) and not _is_plain_no(before, following, known):
                    continue
        yield match.end()


def _is_plain_no(before: str, following: str, known: Mapping[str, _Abbreviation]) -> bool:
    """Tell the answer `No.` from the abbreviation: a figure follows the latter."""
    abbreviation = _abbreviation(before, known)
    return abbreviation is not None and abbreviation.followed_by == "number" and not following[0].isdigit()


def _abbreviation(before: str, known: Mapping[str, _Abbreviation]) -> _Abbreviation | None:
    if not before.endswith("."):
        return None
    word = _LAST_WORD.search(before)
    return known.get(word[0][:-1]) if word else None


def _continues(abbreviation: _Abbreviation, after: str) -> bool:
    first = re.match(r"[\w.]+", after)
    if first is None:
        return False
    if abbreviation.followed_by == "name":
        return True
    if abbreviation.followed_by == "number":
        return first[0][0].isdigit()
    return first[0].rstrip(".,") in abbreviation.words
