"""Where the content of a quote begins and ends: points in the unit, each with the features of its surroundings."""

from __future__ import annotations

from collections.abc import Callable

import attrs

from newsparse_quotes.lexicon import Cue, cues
from newsparse_quotes.model import Feature
from newsparse_quotes.stream import Stream
from newsparse_quotes.tags import QUOTED, bucket

__all__ = ["Bounds", "begin_points", "end_points", "lead_points"]

NEAR = 16
"""How many items behind a cue its content may begin; a region may stand further off."""
NEAR_REGION = 45
WINDOW = 60
"""How many items behind a point are looked at."""
CLAUSE = 5
"""Within so many items behind a point a clause that begins there has its finite verb."""
FAR = 70
"""How many items a content is searched for its end."""
Score = Callable[[list[Feature]], float]
_STOPS = frozenset([",", ";", ":", "–", "—", "-", "(", ")", ".", "?", "!"])
_CUTTERS = frozenset(
    [
        "and",
        "but",
        "as",
        "while",
        "after",
        "when",
        "before",
        "because",
        "since",
        "though",
        "although",
        "if",
        "during",
        "with",
        "who",
        "which",
        "despite",
        "amid",
        "whereas",
        "until",
        "once",
        "unless",
        "following",
        "per",
        "according",
    ]
)
_COMMAS = frozenset([",", ";", "—", "–", "(", ")"])
_MAYBE = _CUTTERS | _STOPS | {"in", "on"}
_OPENERS = frozenset(["that", "to", QUOTED, "if", "whether", "how", "why", "what"])
_OPENED = frozenset([",", ":", "that", ";", "—", "–", "of", "about", "to", "for", "with", "on", "at", "in", "out"])
_SUBJECTS = frozenset(["he", "she", "they", "it", "we", "i", "you", "there", "this", "these", "those"])
_LEADS = frozenset([",", ";", ":", "—", "–", "but", "and", "that", "as", "-", ")", "because"])


def begin_points(stream: Stream, at: int, last: int) -> list[int]:
    """Give the items with which the content behind the cue `at` may begin."""
    low, kinds = stream.lowers, stream.kinds
    sure = at + 2 if low[at + 1 : at + 2] in ([","], [":"]) else at + 1
    if sure < last and (low[sure] == QUOTED or (low[sure] == "that" and sure == at + 1)):
        return [sure]
    points = [
        index
        for index in range(at + 1, min(last, at + NEAR))
        if low[index] not in _STOPS
        and (kinds[index] != "time" or index == at + 1)
        and (
            index == at + 1
            or low[index] in _OPENERS
            or low[index - 1] in _OPENED
            or (index - at < 6 and (low[index] in _SUBJECTS or kinds[index] in ("cap", "det", "poss")))
        )
    ]
    if QUOTED in low[at + NEAR : min(last, at + NEAR_REGION)]:
        points.append(low.index(QUOTED, at + NEAR))
    return points


def end_points(stream: Stream, begin: int, last: int) -> list[int]:
    """Give the items before which a content that begins at `begin` may end; the unit's end is `last`."""
    low, starts, ends = stream.lowers, stream.starts, stream.ends
    stop = min(last, begin + FAR)
    points = [
        index
        for index in [index for index in range(begin + 1, stop) if low[index] in _MAYBE]
        if low[index] in _CUTTERS
        or low[index] in _COMMAS
        or (low[index] in _STOPS and starts[index] > ends[index - 1] and low[index] != ".")
        or (low[index] in ("in", "on") and index + 1 < last and _adjunct(stream, index + 1))
    ]
    if stream.regions:
        behind = [index + 1 for index in range(begin, stop - 1) if low[index] == QUOTED]
        points = sorted({*points, *behind})
    while points and points[-1] == last - 1 and low[last - 1] in _STOPS:
        points.pop()
    points.append(last)
    return points


def _adjunct(stream: Stream, at: int) -> bool:
    """Tell whether `in` or `on` before the item may begin an adjunct of the cue, as `on Sunday`, `in an interview`."""
    return stream.kinds[at] == "time" or stream.lowers[at] in (
        "a",
        "an",
        "response",
        "her",
        "his",
        "twitter",
        "facebook",
    )


def lead_points(stream: Stream, end: int, first: int) -> list[int]:
    """Give the items with which a content that ends before item `end` and its cue may begin."""
    low = stream.lowers
    points = [
        index
        for index in range(max(first + 1, end - FAR), end)
        if (low[index - 1] in _LEADS or low[index] == QUOTED) and low[index] not in _STOPS
    ]
    return [first, *points]


@attrs.frozen(slots=True)
class Bounds:
    """The surroundings of one cue, as the points of its content see them."""

    stream: Stream
    """The items."""
    unit: tuple[int, int]
    """The unit."""
    at: int
    """The cue."""
    cue: Cue
    """What it is."""

    def begin(self, points: list[int], score: Score) -> int:
        """Give the likeliest of `begin_points`."""
        return points[0] if len(points) == 1 else max(points, key=lambda point: score(self.begin_features(point)))

    def end(self, points: list[int], begin: int, score: Score) -> int:
        """Give the likeliest of `end_points`."""
        return points[0] if len(points) == 1 else max(points, key=lambda point: score(self.end_features(point, begin)))

    def lead(self, points: list[int], end: int, score: Score) -> int:
        """Give the likeliest of `lead_points`."""
        return points[0] if len(points) == 1 else max(points, key=lambda point: score(self.lead_features(point, end)))

    def _around(self, point: int) -> tuple[str, ...]:
        """Give the tags of two items before a point and of three behind it."""
        first, last = self.unit
        tags = self.stream.tags
        if first + 2 <= point < last - 2:
            return tags[point - 2 : point + 3]
        a2, a1 = [tags[i] if i >= first else "BOS" for i in (point - 2, point - 1)]
        b1, b2, b3 = [tags[i] if i < last else "EOS" for i in (point, point + 1, point + 2)]
        return a2, a1, b1, b2, b3

    def _quoted(self, inside: list[str], point: int) -> tuple[bool, bool]:
        """Tell whether there are regions before and behind a point."""
        if not self.stream.regions:
            return False, False
        return QUOTED in inside, QUOTED in self.stream.lowers[point : min(self.unit[1], point + WINDOW)]

    def begin_features(self, point: int) -> list[Feature]:
        """Give the features of a point where the content behind the cue may begin."""
        stream, cue, at = self.stream, self.cue, self.at
        a2, a1, b1, *_ = self._around(point)
        inside = stream.lowers[at:point]
        commas = bucket(inside.count(","))
        away = bucket(point - at)
        lemma = cue.lemma
        return [
            ("a1", a1), ("a2", a2), ("a1b1", a1, b1), ("a21", a2, a1), ("l|b1", lemma, b1), ("l|a1", lemma, a1), ("away", away, b1), ("away|b", away, cue.base),
            ("Q|a1", *self._quoted(inside, point), a1), ("that", "that" in inside, b1), ("commas", commas, b1), ("commas|a1", commas, a1),
            ("a1|form", a1, cue.form), ("verbin", _verb(stream, at, point), b1),
        ]  # fmt: skip

    def end_features(self, point: int, begin: int) -> list[Feature]:
        """Give the features of a point where a content that begins at `begin` may end."""
        stream, cue, first, last = self.stream, self.cue, *self.unit
        a1, b1, b2, b3 = self._around(point)[1:]
        p1 = stream.tags[self.at - 1] if self.at > first else "BOS"
        inside = stream.lowers[begin:point]
        before, behind = self._quoted(inside, point)
        commas = bucket(inside.count(","))
        following = _next_cue(stream.lowers, point, last)
        length = bucket(point - begin)
        found = [
            ("a1", a1), ("b1", b1), ("b2", b2), ("b3", b3), ("b12", b1, b2), ("b123", b1, b2, b3), ("a1b12", a1, b1, b2),
            ("base|b1", cue.base, b1), ("l|b1", cue.lemma, b1), ("l|a1", cue.lemma, a1), ("form|b12", cue.form, b1, b2),
            ("len", length, b1), ("open|len", stream.tags[begin], length, b1), ("rest", bucket(last - point), b1),
            ("dist", bucket(point - self.at), b1), ("Q", before, behind, b1), ("Q|a1", before, behind, a1), ("that", "that" in inside[1:], b1),
            ("commas", commas, b1), ("commas|a1", commas, a1), ("cue", following, b1), ("cue|b12", following, b1, b2), ("cue|a1", following, a1),
            ("a1|form", a1, cue.form, p1), ("verb", _verb(stream, point, last), b1), ("verbin", _verb(stream, begin, point), b1),
        ]  # fmt: skip
        if point < last:
            kind = stream.kinds[point + 1] if point + 1 < last else ""
            verb = _finite(stream, point, min(last, point + CLAUSE))
            found += [("kind|verb", kind, verb, b1), ("a1|kind", a1, kind, b1), ("n1|b1", stream.tags[self.at + 1], b1)]
        if a1 == QUOTED:
            tail = stream.tails[point - 1]
            size = bucket(stream.sizes[point - 1])
            found += [("tail|b12", tail, b1, b2), ("tail|size", tail, size), ("tail|cue", tail, following)]
        return found

    def lead_features(self, point: int, end: int) -> list[Feature]:
        """Give the features of a point where a content that ends before item `end` may begin."""
        stream, cue = self.stream, self.cue
        a2, a1, b1, b2, b3 = self._around(point)
        opening = stream.tags[end]
        inside = stream.lowers[point:end]
        commas = bucket(inside.count(","))
        return [
            ("a1", a1), ("a2", a2), ("b123", b1, b2, b3), ("open|b1", opening, b1), ("commas", commas, b1), ("commas|a1", commas, a1),
            ("verb|open", _verb(stream, point, end), opening, b1), ("a1b1", a1, b1),
            ("Q|a1", QUOTED in inside, a1), ("that", "that" in inside[1:], b1), ("a1|form", a1, cue.form), ("l|a1", cue.lemma, a1), ("a21", a2, a1),
        ]  # fmt: skip


def _next_cue(low: list[str], point: int, last: int) -> str:
    table = cues()
    for place, word in enumerate(low[point : min(last, point + 6)]):
        if word in table:
            cue = table[word]
            if cue.group not in ("mark", "noun"):
                return f"{cue.base}{min(place, 3)}"
    return "no"


def _finite(stream: Stream, begin: int, end: int) -> str:
    """Give the tag of the first finite verb from `begin` before `end`; any other in -ed is `-ed`."""
    for kind, tag in zip(stream.kinds[begin:end], stream.tags[begin:end], strict=True):
        if kind in ("aux", "verb"):
            return tag
        if tag.endswith(("VBD", "-ed")):
            return "-ed"
        if tag.endswith("VBZ"):
            return "VBZ"
    return ""


def _verb(stream: Stream, begin: int, end: int) -> bool:
    kinds = stream.kinds[begin : min(end, begin + 12)]
    return "aux" in kinds or "verb" in kinds
