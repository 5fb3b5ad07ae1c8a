"""Floating regions: marked text without a cue, which goes on with a quote or is said by the subject before it."""

from __future__ import annotations

from newsparse_quotes.attribute import Attribution
from newsparse_quotes.lexicon import Cue
from newsparse_quotes.model import Feature
from newsparse_quotes.phrases import read_phrase_after
from newsparse_quotes.stream import Stream
from newsparse_quotes.tags import QUOTED, bucket

__all__ = ["BESIDE", "attribute_beside", "float_features"]

BESIDE = Cue("", "beside", "")
"""Stands where a cue would, of which there is none."""
LEAST = 3
"""A marked sentence has so many words; fewer are a name or a motto."""
LONGEST = 12
"""Items of the longest sentence whose subject speaks in the next one."""
_PERSONS = frozenset(["he", "she", "they"])
_POSSESSIVE = ("'s", "’s", "'", "’")


def attribute_beside(stream: Stream, unit: tuple[int, int], before: tuple[int, int]) -> Attribution | None:
    """Attribute `She disapproved. “It was terrible.”`: a marked sentence alone is said by the subject `before` it."""
    item, last = unit
    low = stream.lowers
    if last != item + 1 or low[item] != QUOTED or not stream.regions[item].closed:
        return None
    tail = stream.tails[item]
    if stream.sizes[item] < LEAST or not tail or tail not in ".?!…":
        return None
    first, end = before
    if end - first > LONGEST or QUOTED in low[first:end]:
        return None
    phrase = read_phrase_after(stream, first, end)
    if phrase is None or low[phrase[1]] in _POSSESSIVE:
        return None
    named = stream.kinds[first] == "cap" and stream.kinds[phrase[1] - 1] == "cap"
    if not named and low[first] not in _PERSONS:
        return None  # a song or a motto may stand there as well
    return Attribution(stream, unit, item, BESIDE, "R", 0.0, ("before", *phrase), [(item, last)])


def float_features(
    streams: list[Stream], number: int, unit: tuple[int, int], item: int, anchor: Attribution, where: int, end: int
) -> list[Feature]:
    """Give the features of the region `item` in block `number` as a part of the quote `anchor`.

    Parameters:
        streams: all blocks.
        number: the block of the region.
        unit: the unit of the region.
        item: the region.
        anchor: the quote it may join.
        where: the block that holds the last piece of that quote.
        end: the item after that piece.
    """
    stream = streams[number]
    first, last = unit
    low = stream.lowers
    away = min(number - where, 3)
    alone = _bare(low, first, last)
    block = stream.bare
    size = bucket(stream.sizes[item])
    if away:
        gap = _words(streams[where].lowers, end, len(streams[where].lowers)) + _words(low, max(0, item - 60), item)
    else:
        gap = _words(low, end, item)
    stops = 0 if away else sum(low[index] in (".", "?", "!") for index in range(max(end, item - 60), item))
    after_cue = 0 if away or anchor.stream is not stream else _words(low, max(anchor.at + 1, end), item)
    running = number > 0 and streams[number - 1].runs_on
    marked = QUOTED in streams[where].lowers[max(0, end - 30) : end]
    p1 = stream.tags[item - 1] if item > first else "BOS"
    n1 = stream.tags[item + 1] if item + 1 < last else "EOS"
    same = not away and anchor.unit == unit
    beside = not away and anchor.unit[1] == first
    place = f"{away}{'s' if same else 'n' if beside else ''}"
    opening = item == 0
    return [
        ("bias",),
        ("place", place),
        ("place|alone", place, alone, block),
        ("place|size", place, size),
        ("place|alone|size", place, alone, block, size),
        ("gap", bucket(gap), place),
        ("place|shape", place, anchor.shape, marked),
        ("place|alone|marked", place, alone, block, marked),
        ("running", running, opening, bucket(away)),
        ("p1", p1, place),
        ("n1", n1, place),
        ("p1n1", p1, n1),
        ("alone|gap", alone, bucket(gap)),
        ("stops", bucket(min(stops, 3)), place, alone),
        ("after", bucket(after_cue), place, alone),
        ("opening", opening, place, bucket(len(low) - item)),
        ("closed", stream.regions[item].closed, place),
        ("form", anchor.cue.form, anchor.cue.group, place),
        ("kind", stream.kind, place),
        ("tail", stream.tails.get(item, ""), place, alone),
    ]


def _words(low: list[str], begin: int, end: int) -> int:
    return sum([word[0].isalnum() for word in low[begin : min(end, begin + 60)]])


def _bare(low: list[str], begin: int, end: int) -> bool:
    return not any(word[0].isalnum() for word in low[begin:end])
