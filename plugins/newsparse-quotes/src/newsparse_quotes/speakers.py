"""Who may be the speaker at a cue: noun phrases before, behind and further off, each with its features."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse_quotes.lexicon import Cue
from newsparse_quotes.model import Feature
from newsparse_quotes.phrases import Phrase, read_phrase_after, read_phrase_before, skip_back
from newsparse_quotes.stream import Stream
from newsparse_quotes.tags import QUOTED, bucket

__all__ = ["Candidate", "speaker_candidates", "speaker_features"]

Candidate = tuple[str, int, int]
"""Where the phrase was found, first item, item after the last."""
_RELATIVE = frozenset(["who", "that", "which"])
FAR = 45
"""How many items before a cue a subject is searched."""
SUBJECTS = 4
"""How many subjects further off are considered."""


def speaker_candidates(stream: Stream, unit: tuple[int, int], at: int, cue: Cue) -> Iterator[Candidate]:
    """Give the phrases that may be the speaker at the cue `at`, the nearest first, no two of them the same."""
    first, last = unit
    seen: set[Phrase] = set()
    for where, phrase in _phrases(stream, first, last, at, cue):
        if phrase is not None and phrase not in seen:
            seen.add(phrase)
            yield where, *phrase


def _phrases(stream: Stream, first: int, last: int, at: int, cue: Cue) -> Iterator[tuple[str, Phrase | None]]:
    low = stream.lowers
    back = skip_back(stream, at - 1, first)
    if back >= first:
        word = low[back]
        if word in _RELATIVE:
            yield "who:" + word, (back, back + 1)
            if back > first + 1:
                yield "ante", read_phrase_before(stream, back - 1 - (low[back - 1] == ","), first)
        elif word != "," or cue.form != "VBG":
            yield "before," if word == "," else "before", read_phrase_before(stream, back, first)
        if stream.kinds[at - 1] == "poss":
            yield "poss", (at - 1, at)
        elif low[at - 1] in ("'s", "’s") and at - 2 >= first:
            yield "poss", read_phrase_before(stream, at - 2, first)
    ahead = _ahead(stream, at + 1, last)
    if ahead < last:
        yield "after" if ahead == at + 1 else "after:" + low[ahead - 1], read_phrase_after(stream, ahead, last)
    by = next((index for index in range(at + 1, min(last - 1, at + 12)) if low[index] in ("by", "from")), last)
    if by != last and ahead != by + 1:
        yield "by", read_phrase_after(stream, by + 1, last)
    count = 0
    for index in _verbs_before(stream, back - 1, max(first, at - FAR)):
        before = skip_back(stream, index - 1, first)
        phrase = read_phrase_before(stream, before, first) if before >= first else None
        if phrase is not None:
            yield f"back{count}", phrase
            count += 1
            if count == SUBJECTS:
                break
    start = _main_clause(stream, first, at)
    if start < at:
        yield "first", read_phrase_after(stream, start, at)


def _ahead(stream: Stream, at: int, last: int) -> int:
    """Step over adverbs and prepositions behind a cue, as in `according to`, `wrote later`."""
    stop = min(last, at + 3)
    while at < stop and stream.kinds[at] in ("adv", "prep", "ly"):
        at += 1
    return at


def _verbs_before(stream: Stream, at: int, first: int) -> Iterator[int]:
    """Give the verb-like items before `at`, the nearest first."""
    low, kinds, tags = stream.lowers, stream.kinds, stream.tags
    for index in range(at, first, -1):
        kind = kinds[index]
        if (
            kind in ("aux", "verb")
            or (kind == "low" and (tags[index] == "-ed" or tags[index].endswith(("VBD", "VBZ"))))
            or low[index] == "who"
        ):
            yield index


def _main_clause(stream: Stream, first: int, at: int) -> int:
    """Give the first item of the main clause of a unit, behind `After the vote,` and `Meanwhile`."""
    low, kinds = stream.lowers, stream.kinds
    start = first
    if kinds[start] in ("prep", "sub", "adv", "conj", "ly") or low[start].endswith(("ing", "ed")):
        while start < at and low[start] not in (",", QUOTED):
            start += 1
        start = start + 1 if start < at else first
    while start < at and kinds[start] in ("adv", "conj", "prep"):
        start += 1
    return start


def speaker_features(
    stream: Stream, unit: tuple[int, int], at: int, cue: Cue, shape: str, candidate: Candidate
) -> list[Feature]:
    """Give the features of a speaker candidate at the cue `at` whose content stands on the side(s) `shape`."""
    first, last = unit
    where, a, b = candidate
    tags = stream.tags
    kind = stream.kinds[a]
    head = stream.lowers[a] if kind in ("pron", "obj") else "det" if kind in ("det", "poss") else kind
    if "cap" in stream.kinds[a + 1 : b]:
        head += "C"
    p1 = tags[at - 1] if at > first else "BOS"
    e1 = tags[a - 1] if a > first else "BOS"
    f1 = tags[b] if b < last else "EOS"
    gap = bucket(a - at if a > at else at - b)
    return [
        ("bias",), ("w", where), ("w|s", where, shape), ("w|head", where, head), ("w|base", where, cue.base),
        ("w|p1", where, p1), ("w|e1", where, e1), ("w|f1", where, f1), ("w|l", where, cue.lemma),
        ("w|gap", where, gap), ("w|gap|p1", where, gap, p1), ("w|head|s", where, shape, head), ("w|len", where, bucket(b - a)),
        ("w|s|p1", where, shape, p1), ("e1|f1", e1, f1), ("head", head, e1), ("w|form|p1", where, cue.form, p1),
    ]  # fmt: skip
