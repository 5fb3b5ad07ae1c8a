"""Where the content of a quote begins and ends: points in the unit, each with the features of its surroundings."""

from __future__ import annotations

from newsparse_quotes.lexicon import Cue, cues, kinds
from newsparse_quotes.shapes import bucket, tag_of
from newsparse_quotes.stream import QUOTED, Stream

__all__ = ["begin_points", "end_points", "lead_points", "point_features"]

_STOPS = frozenset([",", ";", ":", "–", "—", "-", "(", ")", ".", "?", "!"])
_CUTTERS = frozenset(
    [
        "and",
        "but",
        "or",
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
        "in",
        "on",
        "at",
        "during",
        "for",
        "with",
        "to",
        "who",
        "which",
        "where",
        "by",
        "from",
        "about",
        "that",
        "per",
        "according",
        "despite",
        "amid",
        "whereas",
        "until",
        "once",
        "unless",
        "following",
        "than",
    ]
)
NEAR = 16
"""How many items behind a cue its content may begin."""
FAR = 70
"""How many items a content is searched for its end."""


def begin_points(stream: Stream, at: int, last: int) -> list[int]:
    """Give the items with which the content behind the cue `at` may begin."""
    low = stream.lowers
    points = []
    for index in range(at + 1, min(last, at + NEAR)):
        if (
            (index == at + 1 and low[index] not in _STOPS)
            or (
                index > at + 1
                and (
                    low[index] in ("that", "to", QUOTED, "if", "whether", "how", "why", "what")
                    or low[index - 1] in (",", ":", "that", ";", "—", "–")
                    or (low[index - 1] in ("of", "about", "to", "for", "with", "on", "at", "in", "out"))
                )
                and low[index] not in _STOPS
            )
        ) or (
            index - at < 6
            and index > at + 1
            and low[index] not in _STOPS
            and (
                low[index] in _SUBJECTS
                or stream.forms[index][0].isupper()
                or kinds().get(low[index]) in ("det", "poss")
            )
        ):
            points.append(index)
    if QUOTED in low[at + NEAR : min(last, at + 45)]:
        points.append(low.index(QUOTED, at + NEAR))
    return points


_SUBJECTS = frozenset(["he", "she", "they", "it", "we", "i", "you", "there", "this", "these", "those"])


def end_points(stream: Stream, begin: int, last: int) -> list[int]:
    """Give the items before which a content that begins at `begin` may end; the unit's end is `last`."""
    low = stream.lowers
    points = [
        index
        for index in range(begin + 1, min(last, begin + FAR))
        if (low[index] in _STOPS or low[index] in _CUTTERS) or low[index - 1] == QUOTED
    ]
    while points and points[-1] == last - 1 and low[last - 1] in _STOPS:
        points.pop()
    points.append(last)
    return points


def lead_points(stream: Stream, end: int, first: int) -> list[int]:
    """Give the items with which a content that ends before item `end` and its cue may begin."""
    low = stream.lowers
    points = [
        index
        for index in range(max(first + 1, end - FAR), end)
        if low[index - 1] in (",", ";", ":", "—", "–", "but", "and", "that", "as", "–", "-", ")", "because")
        or low[index] == QUOTED
    ]
    return [first, *(index for index in points if low[index] not in _STOPS)]


def point_features(stream: Stream, unit: tuple[int, int], at: int, cue: Cue, point: int, start: int) -> list[str]:
    """Give the features of a point for the cue `at`; `start` is where what the point bounds begins."""
    first, last = unit
    low = stream.lowers
    base = cue.group + cue.form
    a1 = tag_of(stream, point - 1) if point > first else "BOS"
    a2 = tag_of(stream, point - 2) if point > first + 1 else "BOS"
    b1 = tag_of(stream, point) if point < last else "EOS"
    b2 = tag_of(stream, point + 1) if point + 1 < last else "EOS"
    b3 = tag_of(stream, point + 2) if point + 2 < last else "EOS"
    length = bucket(abs(point - start))
    found = [
        "bias",
        "a1=" + a1,
        "b1=" + b1,
        "b2=" + b2,
        "b3=" + b3,
        "a2=" + a2,
        "a1b1=" + a1 + "|" + b1,
        "b12=" + b1 + "|" + b2,
        "b123=" + b1 + "|" + b2 + "|" + b3,
        "a21=" + a2 + "|" + a1,
        "a1b12=" + a1 + "|" + b1 + "|" + b2,
        f"len={length}",
        f"len|b1={length}|{b1}",
        f"rest={bucket(last - point)}",
        f"rest|b1={bucket(last - point)}|{b1}",
        "base=" + base,
        "base|b1=" + base + "|" + b1,
        "l|b1=" + cue.lemma + "|" + b1,
        "l|a1=" + cue.lemma + "|" + a1,
        "l|n1=" + cue.lemma + "|" + tag_of(stream, at + 1) if at + 1 < last else "l|n1",
        f"dist={bucket(abs(point - at))}|{b1}",
    ]
    if a1 == "<Q>" and point > first:
        tail = stream.tails.get(point - 1, "")
        found += [
            f"tail={tail}|{b1}",
            f"tail|b12={tail}|{b1}|{b2}",
            f"tail|size={tail}|{bucket(stream.sizes[point - 1])}",
            f"tail|cue={tail}|{_next_cue(low, point, last)}",
        ]
    inside = low[min(point, start) : max(point, start)]
    quoted = QUOTED in inside
    after = QUOTED in low[point:last]
    if low[start : start + 1] == [QUOTED]:
        found.append(f"opensQ|{length}|{a1}|{b1}")
    found += [
        f"Q={quoted}|{after}|{b1}",
        f"Q|a1={quoted}|{after}|{a1}",
        f"that={'that' in inside[1:]}|{b1}",
        f"comma={',' in inside}|{b1}",
        f"comma|a1={',' in inside}|{a1}",
    ]
    following = _next_cue(low, point, last)
    if following is not None:
        found += [f"cue={following}|{b1}", f"cue|b12={following}|{b1}|{b2}", f"cue|a1={following}|{a1}"]
    else:
        found.append("cue=no|" + b1)
    if point < last:
        found.append(f"verb={_has_verb(low, point, last)}|{b1}")
    found.append(f"verbin={_has_verb(low, min(point, start), max(point, start))}|{b1}")
    return found


def _next_cue(low: list[str], point: int, last: int) -> str | None:
    table = cues()
    for index in range(point, min(last, point + 6)):
        cue = table.get(low[index])
        if cue is not None and cue.group not in ("mark", "noun"):
            return f"{cue.group}{cue.form}{index - point if index - point < 3 else 3}"
    return None


def _has_verb(low: list[str], begin: int, end: int) -> bool:
    kind = kinds()
    return any(kind.get(word) == "aux" for word in low[begin : min(end, begin + 12)])
