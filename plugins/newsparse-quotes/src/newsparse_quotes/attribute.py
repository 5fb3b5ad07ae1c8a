"""Attribution inside a unit: which words are cues, on which side their quotes stand, who speaks, where content ends."""

from __future__ import annotations

from itertools import compress

import attrs

from newsparse_quotes.bounds import Bounds, begin_points, end_points, lead_points
from newsparse_quotes.lexicon import Cue, cues
from newsparse_quotes.model import load_choice, load_yes_no
from newsparse_quotes.phrases import read_phrase_after
from newsparse_quotes.shapes import gate_features, shape_features
from newsparse_quotes.speakers import Candidate, speaker_candidates, speaker_features
from newsparse_quotes.stream import Stream
from newsparse_quotes.tags import QUOTED

__all__ = ["Attribution", "attribute_unit"]

GATE = 0.0
GATE_IN_MARKS = -2.0
"""Candidates with a lower sum of the few weights are no cue and cost no more; beside marks they are likelier."""
SURE = 2.0
"""A speaker with so great a sum is taken without a look at those further off."""
UNLIKELY = -1.0
"""The likeliest of the phrases near a cue is no speaker with so small a sum."""
SURE_SHAPE = 0.8
"""Indirect speech of nobody needs so probable a shape, unless somebody is asked something."""
MOST_CUES = 50
"""Candidates looked at in one unit: no sentence has so many, and each costs a search for both ends of its content."""
_EDGE = frozenset([",", ";", ":", ".", "–", "—", "-", "(", ")", "?", "!"])
_DASHES = frozenset("-–—")
_MONEY = frozenset("$€£¥#@")
_BE = frozenset(["is", "was", "are", "were", "be", "been", "being", "'s", "’s", "it's", "it’s"])
_LEAD_EDGE = _EDGE | {"and", "but"}


@attrs.define(slots=True)
class Attribution:
    """A quote in the making: items of one stream."""

    stream: Stream
    """The block it is in."""
    unit: tuple[int, int]
    """The unit its cue is in."""
    at: int
    """Item of the cue."""
    cue: Cue
    """What the cue is."""
    shape: str
    """Sides of the cue on which content stands: `L`, `R` or `LR`."""
    weight: float
    """Probability that the shape is right."""
    speaker: Candidate | None
    """The speaker's phrase."""
    pieces: list[tuple[int, int]]
    """Item ranges of the content."""


def attribute_unit(stream: Stream, unit: tuple[int, int]) -> list[Attribution]:
    """Find the attributions of one unit, in the order of their cues; none lies in the content of another."""
    table, low = cues(), stream.lowers
    marked = bool(stream.regions) and QUOTED in low[unit[0] : unit[1]]
    if marked and (made := _fixed(stream, unit)) is not None:
        return [made]
    found: list[Attribution] = []
    gate, model = load_yes_no("gate"), load_choice("shape")
    gated = GATE_IN_MARKS if marked else GATE
    before = previous = -1
    for at in candidates(stream, unit):
        cue = table[low[at]]
        before, previous = previous, at
        if gate.score(gate_features(stream, unit, at, cue)) < gated:
            continue
        chances = model.probabilities(shape_features(stream, unit, at, cue, before))
        shape = max(chances, key=chances.__getitem__)
        if shape == "N":
            continue
        inside = next((other for other in found if any(a <= at < b for a, b in other.pieces)), None)
        if inside is not None and "L" not in shape:
            continue
        made = _attribution(stream, unit, at, cue, shape, chances[shape])
        if made is None:
            continue
        clashing = [other for other in found if _clash(made, other)]
        if any(other.weight >= made.weight for other in clashing):
            continue
        found = [other for other in found if other not in clashing]
        found.append(made)
    return found


def candidates(stream: Stream, unit: tuple[int, int]) -> list[int]:
    """Give the items of a unit that may be cues, up to `MOST_CUES`; a hyphen inside a word is none."""
    low, starts, ends = stream.lowers, stream.starts, stream.ends
    found = [
        index
        for index in compress(range(*unit), map(cues().__contains__, low[slice(*unit)]))
        if low[index] not in _DASHES or index == 0 or starts[index] > ends[index - 1]
    ]
    return found[:MOST_CUES]


def _fixed(stream: Stream, unit: tuple[int, int]) -> Attribution | None:
    """Find `“…” – Ann Lee` and `From Ann Lee: “…”`, which need no verb and no weights."""
    first, last = unit
    low = stream.lowers
    if last - first < 3:
        return None
    if low[first] == QUOTED and low[first + 1] in _DASHES:
        phrase = read_phrase_after(stream, first + 2, last)
        rest = stream.kinds[phrase[1] : last] if phrase else ()
        if (
            phrase is not None
            and len(rest) < 12
            and not {"aux", "verb", "pron"} & set(rest)
            and QUOTED not in low[phrase[1] : last]
        ):
            return _made(stream, unit, first + 1, "L", ("after", *phrase), (first, first + 1))
    if low[first] == "from" and QUOTED in low[first + 3 : last]:
        region = low.index(QUOTED, first + 3)
        if low[region - 1] == ":" and (phrase := read_phrase_after(stream, first + 1, region - 1)):
            return _made(stream, unit, region - 1, "R", ("before", *phrase), (region, region + 1))
    return None


def _made(
    stream: Stream, unit: tuple[int, int], at: int, shape: str, speaker: Candidate, piece: tuple[int, int]
) -> Attribution:
    return Attribution(stream, unit, at, cues()[stream.lowers[at]], shape, 1.0, speaker, [piece])


def _clash(one: Attribution, other: Attribution) -> bool:
    return any(a < d and c < b for a, b in one.pieces for c, d in [*other.pieces, (other.at, other.at + 1)])


def _attribution(
    stream: Stream, unit: tuple[int, int], at: int, cue: Cue, shape: str, weight: float
) -> Attribution | None:
    speaker = _speaker(stream, unit, at, cue, shape)
    pieces: list[tuple[int, int]] = []
    if "L" in shape and (piece := _left(stream, unit, at, cue, speaker)):
        pieces.append(piece)
    if "R" in shape and (piece := _right(stream, unit, at, cue, speaker, shape)):
        if shape == "R" and _is_time(stream, *piece) and (before := _left(stream, unit, at, cue, speaker)):
            piece, shape = before, "L"  # `…, the council said on Monday`
        pieces.append(piece)
    if not pieces or (speaker is None and weight < SURE_SHAPE and cue.group != "ask" and not _marked(stream, pieces)):
        return None
    return Attribution(stream, unit, at, cue, shape, weight, speaker, pieces)


def _marked(stream: Stream, pieces: list[tuple[int, int]]) -> bool:
    return any(QUOTED in stream.lowers[a:b] for a, b in pieces)


def _speaker(stream: Stream, unit: tuple[int, int], at: int, cue: Cue, shape: str) -> Candidate | None:
    model = load_yes_no("speaker")
    best, chosen = 0.0, None
    for candidate in speaker_candidates(stream, unit, at, cue):
        score = model.score(speaker_features(stream, unit, at, cue, shape, candidate))
        if chosen is None or score > best:
            best, chosen = score, candidate
            if score > SURE:
                break
    if chosen is None or best <= UNLIKELY or _is_expletive(stream, chosen, at):
        return None
    return chosen


def _is_expletive(stream: Stream, speaker: Candidate, at: int) -> bool:
    """Tell whether the speaker is the `it` of `it is claimed`, `there were reports`."""
    _, a, b = speaker
    return stream.lowers[a] in ("it", "there") and b < at and bool(_BE.intersection(stream.lowers[b:at]))


def _is_time(stream: Stream, first: int, last: int) -> bool:
    """Tell whether a piece is a time and nothing else: `on Monday`, `last Friday`."""
    kinds = set(stream.kinds[first:last])
    return "time" in kinds and kinds <= {"time", "prep"}


def _left(
    stream: Stream, unit: tuple[int, int], at: int, cue: Cue, speaker: Candidate | None
) -> tuple[int, int] | None:
    first = unit[0]
    low = stream.lowers
    end = speaker[1] if speaker is not None and speaker[2] <= at else at
    quoted = end - 1
    while quoted >= first and low[quoted] != QUOTED:
        quoted -= 1
    if quoted >= first and (stream.tails.get(quoted) in (",", "?", "!", "—") or low[quoted + 1] == ","):
        end = quoted + 1
    while end > first and low[end - 1] in _LEAD_EDGE:
        end -= 1
    if end <= first:
        return None
    points = [point for point in lead_points(stream, end, first) if point < end]
    begin = Bounds(stream, unit, at, cue).lead(points, end, load_yes_no("lead").score)
    while begin < end - 1 and low[begin] != QUOTED and not low[begin][0].isalnum() and low[begin] not in _MONEY:
        begin += 1  # an emoji or a bullet before the quote
    return begin, end


def _right(
    stream: Stream, unit: tuple[int, int], at: int, cue: Cue, speaker: Candidate | None, shape: str
) -> tuple[int, int] | None:
    last = unit[1]
    low = stream.lowers
    after = speaker[2] - 1 if speaker is not None and speaker[1] > at and speaker[0].startswith("after") else at
    points = [point for point in begin_points(stream, at, last) if point > after]
    if not points:
        return None
    bounds = Bounds(stream, unit, at, cue)
    begin = bounds.begin(points, load_yes_no("begin").score)
    end = bounds.end(end_points(stream, begin, last), begin, load_yes_no("end").score)
    while end > begin and low[end - 1] in _EDGE:
        end -= 1
    return (begin, end) if end > begin else None
