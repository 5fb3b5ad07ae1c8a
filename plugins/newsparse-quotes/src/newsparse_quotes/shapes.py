"""What tells whether a word is a cue and on which side of it the quote stands: named features of its surroundings.

A feature is a name and a value, as `n1=that` (the next word is `that`) or `Lgap=2` (two words to the region before).
"""

from __future__ import annotations

from newsparse_quotes.lexicon import Cue, cues
from newsparse_quotes.model import Feature
from newsparse_quotes.phrases import read_phrase_before, skip_back
from newsparse_quotes.stream import Stream
from newsparse_quotes.tags import QUOTED, bucket

__all__ = ["gate_features", "shape_features"]

WINDOW = 40
"""How many items behind a cue are looked at."""
_ENDS = frozenset([",", ";", ":", ".", "?", "!", "–", "—", "(", ")"])


def gate_features(stream: Stream, unit: tuple[int, int], at: int, cue: Cue) -> list[Feature]:
    """Give the few features that tell most candidates that are no cue, at little cost."""
    first, last = unit
    tags, lemma = stream.tags, cue.lemma
    p1 = tags[at - 1] if at > first else "BOS"
    n1 = tags[at + 1] if at + 1 < last else "EOS"
    before = behind = False
    if stream.regions:
        low = stream.lowers
        before, behind = QUOTED in low[max(first, at - 5) : at], QUOTED in low[at + 1 : min(last, at + 6)]
    return [
        ("bias",), ("lf", cue.word), ("l|p1", lemma, p1), ("l|n1", lemma, n1), ("f|p1", cue.form, p1), ("f|n1", cue.form, n1),
        ("near", before, behind), ("l|near", lemma, before, behind), ("f|p1n1", cue.form, p1, n1),
    ]  # fmt: skip


def shape_features(stream: Stream, unit: tuple[int, int], at: int, cue: Cue, before: int) -> list[Feature]:
    """Give the features of the cue candidate `at`; `before` is the candidate before it in the unit or -1."""
    first, last = unit
    tags, lemma = stream.tags, cue.lemma
    p1 = tags[at - 1] if at > first else "BOS"
    n1, n2 = [tags[i] if i < last else "EOS" for i in (at + 1, at + 2)]
    found: list[Feature] = [
        ("bias",), ("lemma", lemma), ("form", cue.form), ("lf", cue.word), ("p1", p1), ("n1", n1), ("n2", n2),
        ("l|n1", lemma, n1), ("l|p1", lemma, p1), ("g|n12", cue.group, n1, n2), ("lf|n1", cue.word, n1),
    ]  # fmt: skip
    start, edge = _add_subject(found, stream, first, at, cue, n1)
    near = _add_left(found, stream, first, start)
    quoted = _add_right(found, stream, at, last, cue, n1)
    found.append(("l|q", lemma, quoted, near))
    if start > first + 2 and stream.lowers[start - 1] == ",":
        found.append(("Lcl|end", bucket(last - at)))
    _add_previous(found, stream, at, before, first, edge)
    return found


def _add_subject(found: list[Feature], stream: Stream, first: int, at: int, cue: Cue, n1: str) -> tuple[int, str]:
    """Add what is told of the noun phrase before: `he`, a name, one with a determiner, and what stands before it."""
    tags, kinds = stream.tags, stream.kinds
    back = skip_back(stream, at - 1, first)
    phrase = read_phrase_before(stream, back, first) if back >= first else None
    if phrase is None:
        subject = "none:" + (tags[back] if back >= first else "BOS")
        start = at
    else:
        start = phrase[0]
        kind = kinds[start]
        if kind == "pron":
            subject = stream.lowers[start]
        elif kinds[back] == "cap" or (kind == "cap" and start > first):
            subject = "name"
        else:
            subject = "det" if kind in ("det", "poss") else "low"
    edge = tags[start - 1] if start > first else "BOS"
    tail = ("aux" if "aux" in kinds[back + 1 : at] else "adv") if back < at - 1 else ""
    found += [
        ("subj", subject), ("edge", edge), ("tail", tail, cue.form), ("edge|n1", edge, n1), ("l|edge", cue.lemma, edge),
    ]  # fmt: skip
    return start, edge


def _add_left(found: list[Feature], stream: Stream, first: int, start: int) -> bool:
    """Add what is told of the nearest region before the subject."""
    low = stream.lowers
    left = start - 1 if stream.regions else first - 1
    while left >= first and low[left] != QUOTED:
        left -= 1
    if left < first:
        found.append(("Lq", "no"))
        return False
    gap = start - left - 1
    mark = low[left + 1] if low[left + 1] in (",", ".") else stream.tails[left]
    found += [
        ("Lq", bucket(stream.sizes[left])),
        ("Lgap", bucket(gap)),
        ("Lfirst", left == first, mark, bucket(min(gap, 3))),
    ]
    return gap < 4


def _add_right(found: list[Feature], stream: Stream, at: int, last: int, cue: Cue, n1: str) -> bool:
    """Add what is told of the stretch up to the next region: `that`, a finite verb, the first stop, the region."""
    low, kinds = stream.lowers, stream.kinds
    stop = min(last, at + WINDOW)
    that = verb = reach = right = stop
    for index in range(at + 1, stop):
        kind = kinds[index]
        if kind == ".":
            word = low[index]
            if word == QUOTED:
                right = index
                break
            if reach == stop and word in _ENDS:
                reach = index
        elif kind in ("aux", "verb"):
            if verb == stop:
                verb = index
        elif that == stop and low[index] == "that":
            that = index
    if right < stop:
        gap = right - at - 1
        fits = "that" if that < right else "v" if verb < right else "," if reach < right else ""
        found += [("Rq", bucket(stream.sizes[right])), ("Rgap|fits", bucket(min(gap, 4)), fits)]
    else:
        found.append(("Rq", "no"))
    clause = verb < reach
    found += [
        ("that", bucket(that - at) if that < reach + 3 else "no", cue.group), ("verb", bucket(verb - at) if clause else "no", cue.group),
        ("verb|n1", clause, n1), ("verb|l", clause, cue.lemma), ("l|that", cue.lemma, that < reach + 2),
    ]  # fmt: skip
    return right < stop and right - at < 6


def _add_previous(found: list[Feature], stream: Stream, at: int, before: int, first: int, edge: str) -> None:
    """Add what is told of the candidate before it in the unit."""
    if before < first:
        found.append(("prev", "no"))
        return
    other = cues()[stream.lowers[before]]
    between = stream.lowers[before:at]
    what = "," if "," in between else QUOTED if QUOTED in between else "that" if "that" in between else ""
    found += [("prev", other.base, what), ("prev|edge", other.group, edge)]
