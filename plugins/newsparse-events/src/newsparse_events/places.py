"""Find where an event happens: a name after `in`, `at` or `near`, the nearest after the event, else before it."""

from __future__ import annotations

from functools import cache

from newsparse.lexicon import load_words
from newsparse_events.phrases import Phrases, Range
from newsparse_events.vocabulary import classes

__all__ = ["find_place"]

_AFTER, _BEFORE = 30, 25


@cache
def _between() -> frozenset[str]:
    return frozenset(load_words("newsparse_events", "en", "places.txt"))


def find_place(phrases: Phrases, place: int) -> Range | None:
    """Give the place of trigger `place`, None where none is named."""
    trigger, scene = phrases.scene.triggers[place], phrases.scene
    after = range(trigger.last + 1, min(trigger.last + 1 + _AFTER, scene.last - 1))
    before = range(trigger.first - 1, max(trigger.first - 1 - _BEFORE, scene.first - 1), -1)
    for words in (classes()["place_before"], classes()["place_weak"]):
        for side in (after, before):
            for at in side:
                if scene.lowers[at] in words and not phrases.dated(at + 1):
                    found = _name(phrases, at + 1)
                    if found is not None:
                        return found
    return None


def _name(phrases: Phrases, first: int) -> Range | None:
    """Give the name of a place that begins at a word, its `the northern city of` included."""
    scene, at = phrases.scene, first
    while at < min(first + 6, scene.last) and at not in phrases.mentions and scene.lowers[at] in _between() and not phrases.upper(at):
        at += 1
    known = phrases.mentions.get(at)
    if known is not None and known[1] not in ("nominal", "pronoun"):
        end, kind = known
        if kind in ("person", "group") or end > scene.last:
            return None
    elif phrases.upper(at) and (known is None or known[1] == "nominal"):
        end = at + 1
        while phrases.upper(end) and not phrases.dated(end):
            end += 1
        if phrases.dated(at):
            return None
    else:
        return None
    if scene.word(end) in ("'s", "-", "'") or any(one.first == end and one.form == "noun" for one in scene.triggers):
        return None
    return first, end
