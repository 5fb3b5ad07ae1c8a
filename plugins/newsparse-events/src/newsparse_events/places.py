"""Find where an event happens: a name after `in`, `at` or `near`, the nearest after the event, else before it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from newsparse.lexicon import load_words
from newsparse_events.phrases import Phrases, Range
from newsparse_events.vocabulary import classes

__all__ = ["find_place"]

_AFTER, _BEFORE, _NOUN = 30, 25, 6


@cache
def _between() -> frozenset[str]:
    return load_words("newsparse_events", "en", "places.txt")


@cache
def _nouns() -> frozenset[str]:
    return load_words("newsparse_events", "en", "place_nouns.txt")


def find_place(phrases: Phrases, place: int) -> Range | None:
    """Give the place of trigger `place`, None where none is named."""
    trigger, scene = phrases.scene.triggers[place], phrases.scene
    if phrases.local is None:
        phrases.local = _local(phrases)
    strong, weak = phrases.local
    if not strong and not weak:
        return None
    low, high = max(trigger.first - 1 - _BEFORE, scene.first - 1), min(trigger.last + 1 + _AFTER, scene.last - 1)
    for points, sure in ((strong, True), (weak, False)):
        after = points[bisect_right(points, trigger.last) : bisect_left(points, high)]
        before = points[bisect_right(points, low) : bisect_left(points, trigger.first)]
        for at in (*after, *reversed(before)):
            found = _named(phrases, at + 1)
            if found is not None and (sure or found[2] or (found[1] == "place" and found[0][0] == at + 1)):
                return found[0]
    return None


def _local(phrases: Phrases) -> tuple[list[int], list[int]]:
    """Give the prepositions of place of the sentence, and those that may be."""
    scene, known = phrases.scene, classes()
    strong, weak = known["place_before"], known["place_weak"]
    near = [
        (at, word)
        for at, word in enumerate(scene.lowers[scene.first : scene.last], scene.first)
        if (word in strong or word in weak) and not phrases.dated(at + 1)
    ]
    return [at for at, word in near if word in strong], [at for at, word in near if word in weak]


def _named(phrases: Phrases, first: int) -> tuple[Range, str, bool] | None:
    """Give what `_name` does, once for each word."""
    if first not in phrases.named_places:
        phrases.named_places[first] = _name(phrases, first)
    return phrases.named_places[first]


def _after_noun(phrases: Phrases, first: int) -> int:
    """Give the word after `the besieged town of`, the first word itself where nothing such stands."""
    lowers = phrases.scene.lowers
    for at in range(first, min(first + _NOUN, phrases.scene.last - 2)):
        if lowers[at] in _nouns() and lowers[at + 1] == "of":
            return at + 2
        if phrases.stops(at):
            break
    return first


def _name(phrases: Phrases, first: int) -> tuple[Range, str, bool] | None:
    """Give the name of a place after `the northern city of`, its kind, and whether a noun says that it is a place."""
    scene, plain = phrases.scene, True
    at = _after_noun(phrases, first)
    told = at > first
    first = at
    while at < min(first + 7, scene.last) and (at not in phrases.mentions or phrases.mentions[at][1] == "nominal"):
        between = scene.lowers[at] in _between()
        if not between and (
            phrases.stops(at) or (plain and phrases.upper(at) and scene.word(at + 1) not in _between())
        ):
            break
        plain = plain and (between or phrases.upper(at))
        at += 1
    known = phrases.mentions.get(at)
    if known is not None and known[1] not in ("nominal", "pronoun"):
        end, kind = known
        if kind in ("person", "group") or end > scene.last or (kind != "place" and not plain):
            return None
    elif plain and phrases.upper(at) and (known is None or known[1] == "nominal"):
        end, kind = at + 1, "place"
        while phrases.upper(end) and not phrases.dated(end):
            end += 1
        if phrases.dated(at):
            return None
    else:
        return None
    if scene.word(end) in _nouns() and not phrases.upper(end):
        return (at, end + 1), kind, True
    return None if _goes_on(phrases, end) else ((at, end), kind, told)


def _goes_on(phrases: Phrases, at: int) -> bool:
    """Tell whether a name only describes what follows: `in [US] custody`, `in [Lee]'s car`."""
    word = phrases.scene.word(at)
    if word in ("'s", "-", "'"):
        return True
    plain = word.isalpha() and not phrases.upper(at) and not word.endswith("ly")
    return plain and not phrases.stops(at) and word not in classes()["adverb"] and word not in classes()["determiner"]
