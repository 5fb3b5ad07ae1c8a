"""Who may be the speaker at a cue: noun phrases before, behind and further off, each with its features."""

from __future__ import annotations

from newsparse_quotes.lexicon import Cue, cues, kinds, words
from newsparse_quotes.phrases import read_phrase_after, read_phrase_before, skip_back
from newsparse_quotes.shapes import bucket, tag_of
from newsparse_quotes.stream import QUOTED, Stream

__all__ = ["Candidate", "speaker_candidates", "speaker_features"]

Candidate = tuple[str, int, int]
"""Where the phrase was found, first item, item after the last."""
_WHO = frozenset(["who", "that", "which"])


def speaker_candidates(stream: Stream, unit: tuple[int, int], at: int, cue: Cue) -> list[Candidate]:
    """Give the phrases that may be the speaker at the cue `at`, no two of them the same."""
    first, last = unit
    low, kind = stream.lowers, kinds()
    found: list[Candidate] = []

    def add(where: str, phrase: tuple[int, int] | None) -> None:
        if phrase is not None and all(phrase != (a, b) for _, a, b in found):
            found.append((where, *phrase))

    back = skip_back(stream, at - 1, first)
    if back >= first:
        if low[back] in _WHO:
            add(
                "who",
                read_phrase_before(stream, back - 1 - (low[back - 1] == ","), first) if back > first + 1 else None,
            )
        elif low[back] == "," and cue.form != "VBG":
            add("before,", read_phrase_before(stream, back, first))
        else:
            add("before", read_phrase_before(stream, back, first))
    ahead = at + 1
    while (
        ahead < last
        and (kind.get(low[ahead]) in ("adv", "prep") or low[ahead] == "to" or low[ahead].endswith("ly"))
        and ahead < at + 4
    ):
        ahead += 1
    if ahead < last:
        add("after" if ahead == at + 1 else "after:" + low[ahead - 1], read_phrase_after(stream, ahead, last))
    for index in range(at + 1, min(last, at + 12)):
        if low[index] in ("by", "from") and index + 1 < last and ahead != index + 1:
            add("by", read_phrase_after(stream, index + 1, last))
            break
    count = 0
    index = back - 1
    table = cues()
    verbs = words("common_verbs.txt")
    while index > first and at - index < 45 and count < 4:
        word = low[index]
        if word in ("who",) or (
            kind.get(word) == "aux"
            or word in verbs
            or (
                (word.endswith("ed") or (word in table and table[word].form in ("VBD", "VBZ")))
                and stream.forms[index].islower()
            )
        ):
            before = skip_back(stream, index - 1, first)
            if before >= first:
                size = len(found)
                add(f"back{count}", read_phrase_before(stream, before, first))
                count += len(found) > size
            index = before
        else:
            index -= 1
    start = first
    if kind.get(low[start]) in ("prep", "sub", "adv", "conj") or low[start].endswith(("ing", "ly", "ed")):
        while start < at and low[start] not in (",", QUOTED):
            start += 1
        start = start + 1 if start < at else first
    while start < at and kind.get(low[start]) in ("adv", "conj", "prep"):
        start += 1
    if start < at:
        add("first", read_phrase_after(stream, start, at))
    return found


def speaker_features(
    stream: Stream, unit: tuple[int, int], at: int, cue: Cue, shape: str, candidate: Candidate
) -> list[str]:
    """Give the features of a speaker candidate at the cue `at` whose content stands on the side(s) `shape`."""
    first, last = unit
    where, a, b = candidate
    low, forms, kind = stream.lowers, stream.forms, kinds()
    base = cue.group + cue.form
    what = kind.get(low[a])
    if what in {"pron", "obj"}:
        head = low[a]
    elif what in ("det", "poss"):
        head = "det"
    elif forms[a][0].isupper():
        head = "Cap"
    else:
        head = "low"
    p1 = tag_of(stream, at - 1) if at > first else "BOS"
    n1 = tag_of(stream, at + 1) if at + 1 < last else "EOS"
    e1 = tag_of(stream, a - 1) if a > first else "BOS"
    f1 = tag_of(stream, b) if b < last else "EOS"
    caps = "C" if any(form[0].isupper() for form in forms[a + 1 : b]) else "c"
    gap = bucket(a - at if a > at else at - b)
    return [
        "bias",
        "w=" + where,
        "w|s=" + where + "|" + shape,
        "w|head=" + where + "|" + head + caps,
        "w|base=" + where + "|" + base,
        "w|s|base=" + where + "|" + shape + "|" + base,
        "w|p1=" + where + "|" + p1,
        "w|n1=" + where + "|" + n1,
        "w|e1=" + where + "|" + e1,
        "w|f1=" + where + "|" + f1,
        "w|l=" + where + "|" + cue.lemma,
        f"w|gap={where}|{gap}",
        f"w|gap|p1={where}|{gap}|{p1}",
        "w|head|s=" + where + "|" + head + caps + "|" + shape,
        f"w|len={where}|{bucket(b - a)}",
        "w|s|p1=" + where + "|" + shape + "|" + p1,
        "w|s|n1=" + where + "|" + shape + "|" + n1,
        "e1|f1=" + e1 + "|" + f1,
        "head=" + head + caps + "|" + e1,
        f"w|form|p1={where}|{cue.form}|{p1}",
        f"w|s|lemma={where}|{shape}|{cue.lemma}",
    ]
