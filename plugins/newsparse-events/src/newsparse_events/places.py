"""Find where events happen: a name after `in`, `at` or `near`, the nearest after the event, else before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from newsparse.lexicon import load_words
from newsparse_events.phrases import Phrases, Range
from newsparse_events.scene import Scene
from newsparse_events.triggers import Trigger
from newsparse_events.vocabulary import classes

__all__ = ["find_places"]

_AFTER, _BEFORE, _NOUN, _NAME = 30, 25, 6, 7


@cache
def _between() -> frozenset[str]:
    return load_words("newsparse_events", "en", "places.txt")


@cache
def _nouns() -> frozenset[str]:
    return load_words("newsparse_events", "en", "place_nouns.txt")


Named = tuple[list[int], list[Range]]
"""Prepositions in text order, and the name of a place after each."""


def find_places(phrases: Phrases) -> list[Range | None]:
    """Give the place of each trigger of a sentence, None where none is named."""
    sure, likely = _named_places(phrases)
    scene = phrases.scene
    return [_nearest(scene, sure, one) or _nearest(scene, likely, one) for one in scene.triggers]


def _nearest(scene: Scene, named: Named, trigger: Trigger) -> Range | None:
    """Give the first place after a trigger, else the last before it, if it may be the trigger's."""
    points, names = named
    if not points:
        return None
    at = bisect_right(points, trigger.last)
    if at < len(points) and points[at] <= trigger.last + _AFTER and _reaches(scene, trigger, points[at]):
        return names[at]
    at = bisect_left(points, trigger.first) - 1
    near = at >= 0 and points[at] >= trigger.first - _BEFORE and _reaches(scene, trigger, points[at])
    return names[at] if near else None


def _reaches(scene: Scene, trigger: Trigger, at: int) -> bool:
    """Tell whether a phrase of place at word `at` may be a trigger's: no clause of another verb lies between.

    `They [raided] a house and met a man who lived in Oldtown`, but `[killed] two and wounded five in [Oldtown]`;
    `A bomb exploded in Oldtown, police [said]`, but `In [Oldtown], police [said]`.
    """
    if at <= scene.first + 1:
        return True
    low, high = (trigger.last + 1, at) if at > trigger.last else (at + 1, trigger.first)
    verbs, _nouns = scene.between(low, high)
    if not verbs and not trigger.reports:
        return True
    commas, bounds = scene.marks(low, high)
    return not (verbs or (commas and at < trigger.first)) if trigger.reports else not bounds


def _named_places(phrases: Phrases) -> tuple[Named, Named]:
    """Give the places of a sentence: those that are, and those that may be."""
    sure: Named = [], []
    likely: Named = [], []
    for at in phrases.prepositions():
        found = _name(phrases, at + 1)
        if found is None:
            continue
        name, kind, told = found
        strong = phrases.scene.lowers[at] in classes()["place_before"]
        if strong or told or (kind == "place" and name[0] == at + 1):
            points, names = sure if strong else likely
            points.append(at)
            names.append(name)
    return sure, likely


def _after_noun(phrases: Phrases, first: int) -> int:
    """Give the word after `the besieged town of`, the first word itself where nothing such stands."""
    lowers, high = phrases.scene.lowers, min(first + _NOUN, phrases.scene.last - 2)
    stop = phrases.stop.find(1, first, high + 1)
    if stop > first and lowers[stop] == "of" and lowers[stop - 1] in _nouns():
        return stop + 1
    if first <= stop < high and lowers[stop] in _nouns() and lowers[stop + 1] == "of":
        return stop + 2
    return first


def _name(phrases: Phrases, first: int) -> tuple[Range, str, bool] | None:
    """Give the name of a place after `the northern city of`, its kind, and whether a noun says that it is a place."""
    scene, capitals, stop, mentions = phrases.scene, phrases.capitals, phrases.stop, phrases.mentions.starts
    at = _after_noun(phrases, first)
    told, plain = at > first, True
    end = min(at + _NAME, scene.last)
    if phrases.mentions.names.find(1, at, end + 1) < 0:
        return None
    while at < end and (at not in mentions or mentions[at][1] == "nominal"):
        between = scene.lowers[at] in _between()
        if not between and (stop[at] or (plain and at in capitals and scene.word(at + 1) not in _between())):
            break
        plain = plain and (between or at in capitals)
        at += 1
    known = mentions.get(at)
    if known is not None and known[1] not in ("nominal", "pronoun"):
        end, kind = known
        if kind in ("person", "group") or end > scene.last or (kind != "place" and not plain):
            return None
    elif plain and at in capitals and (known is None or known[1] == "nominal"):
        end, kind = at + 1, "place"
        while end in capitals and end not in scene.time_words:
            end += 1
        if at in scene.time_words:
            return None
    else:
        return None
    if scene.word(end) in _nouns() and end not in capitals:
        return (at, end + 1), kind, True
    return None if _goes_on(phrases, end) else ((at, end), kind, told)


def _goes_on(phrases: Phrases, at: int) -> bool:
    """Tell whether a name only describes what follows: `in [US] custody`, `in [Lee]'s car`."""
    word, known = phrases.scene.word(at), classes()
    if word in ("'s", "-", "'"):
        return True
    plain = word.isalpha() and at not in phrases.capitals and not word.endswith("ly")
    return plain and not phrases.stop[at] and word not in known["adverb"] and word not in known["determiner"]
