"""Find who takes part in an event, by position and voice.

`[Rebels]{actor} attacked [the garrison]{recipient}`; `[Two men]{recipient} were shot by [police]{actor}`;
`[Ann Lee]{actor} met [Bo Carr]{actor}`. What is said is no participant: `the mayor announced [that the bridge is shut]`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsparse_events.phrases import Phrases, Range, people
from newsparse_events.triggers import Trigger
from newsparse_events.vocabulary import classes

__all__ = ["find_participants"]

_FACING = frozenset({"to", "on", "against", "with", "for", "into", "at", "from", "upon", "over", "of", "between", "by"})
_CLAUSE = frozenset({"that", "if", "whether", "how", "why", "what", ":", ";", "“", '"', ",", "because"})
_FAR = 16


@cache
def _skipped() -> frozenset[str]:
    known = classes()
    return known["be"] | known["have"] | known["do"] | known["modal"] | known["not"] | known["adverb"] - {"all", "both"}


def find_participants(phrases: Phrases, place: int) -> Iterator[tuple[Range, str]]:
    """Give the participants of trigger `place` with their roles."""
    trigger = phrases.scene.triggers[place]
    if trigger.form == "noun":
        yield from _of_noun(phrases, trigger)
        return
    subject = _subject(phrases, place)
    if subject is not None and not _acts(phrases, subject):
        subject = next(phrases.named(subject), None)
    if trigger.passive or trigger.form == "participle":
        if subject is not None:
            yield subject, "recipient"
        agent = _after(phrases, trigger.last + 1, frozenset({"by"}))
        if agent is not None:
            yield agent, "actor"
        return
    both = trigger.lemma in classes()["reciprocal"]
    if subject is not None:
        yield subject, "actor"
    for thing in _things(phrases, trigger):
        yield thing, "actor" if both else "recipient"


def _acts(phrases: Phrases, pair: Range) -> bool:
    """Tell whether a phrase is somebody: its head is a noun for people, a name or a mention."""
    head = phrases.head(pair)
    if phrases.scene.lowers[head] in people() or (phrases.upper(head) and head > phrases.scene.first):
        return True
    for first in range(pair[0], head + 1):
        known = phrases.mentions.get(first)
        if known is not None and known[0] > head:
            return True
    return phrases.upper(head) and not phrases.mentions


def _subject(phrases: Phrases, place: int) -> Range | None:
    """Give the phrase before a verb and its helpers, over `who` and an apposition."""
    scene, lowers = phrases.scene, phrases.scene.lowers
    trigger = scene.triggers[place]
    at, commas = trigger.first - 1, 0
    while at >= scene.first:
        word = lowers[at]
        if word == ",":
            commas += 1
            before = _before_apposition(phrases, at)
            if commas > 1 or before is None:
                return _of_verb_before(phrases, place) if trigger.form in ("gerund", "participle") else phrases.left(at)
            at = before
        elif word in ("to", "and", "or", "by", "of", "for") or (word in classes()["preposition"] and not _time(phrases, at)):
            return _of_verb_before(phrases, place)
        elif _time(phrases, at) or word in _skipped() or (word.endswith("ly") and len(word) > 4) or word in ("who", "which", "that", '"', "”", "“"):
            at -= 1
        else:
            return phrases.left(at + 1)
    return phrases.right(trigger.last + 1) if trigger.reports and scene.word(trigger.last + 1) not in _CLAUSE else None


def _time(phrases: Phrases, at: int) -> bool:
    known = classes()
    word = phrases.scene.lowers[at]
    return phrases.dated(at) or word in known["weekday"] or (word in known["preposition"] and phrases.dated(at + 1))


def _before_apposition(phrases: Phrases, at: int) -> int | None:
    for step in range(at - 1, max(phrases.scene.first, at - 12), -1):
        if phrases.scene.lowers[step] == ",":
            return step - 1
    return None


def _of_verb_before(phrases: Phrases, place: int) -> Range | None:
    """Give the subject of the verb that this one is joined to or hangs on."""
    triggers = phrases.scene.triggers
    for before in range(place - 1, max(place - 4, -1), -1):
        if triggers[before].form == "noun":
            continue
        if triggers[place].form != "infinitive" and triggers[before].form != triggers[place].form and triggers[before].form == "infinitive":
            continue
        return _subject(phrases, before)
    return None


def _after(phrases: Phrases, first: int, words: frozenset[str]) -> Range | None:
    """Give the phrase after the first of some prepositions from word `first` on."""
    scene = phrases.scene
    for at in range(first, min(first + 11, scene.last)):
        if scene.lowers[at] in words and not phrases.dated(at + 1):
            found = phrases.right(at + 1)
            return found if found is not None and _acts(phrases, found) else None
        if scene.lowers[at] in (",", ";", "that"):
            return None
    return None


def _things(phrases: Phrases, trigger: Trigger) -> Iterator[Range]:
    """Give who a verb acts on: the phrases after it up to a clause, those of people and names alone."""
    scene, at = phrases.scene, trigger.last + 1
    reach = 3 if trigger.reports else _FAR
    end, found = min(scene.last, at + reach), False
    while at < end:
        word = scene.lowers[at]
        if word in _CLAUSE and not (word == "," and found and phrases.upper(at + 1)):
            return
        if word in ("in", "at", "near") or not scene.lowers[at][0].isalnum():
            at += 1
            continue
        pair = phrases.right(at)
        if pair is None:
            at += 1
            continue
        people_or_names = [pair] if _acts(phrases, pair) else [] if trigger.reports else list(phrases.named(pair))
        for one in people_or_names[:1]:
            yield one
            found = True
        at = pair[1]
        if found and scene.word(at) not in (",", "and"):
            return


def _of_noun(phrases: Phrases, trigger: Trigger) -> Iterator[tuple[Range, str]]:
    """Give the participants of a noun: `Lee's attack on Carr`, `US strikes`, `talks between …`."""
    scene = phrases.scene
    first = trigger.first
    actor: Range | None = None
    if scene.word(first - 1) == "'s":
        actor = phrases.left(first - 1)
    elif phrases.upper(first - 1):
        low = first - 1
        while phrases.upper(low - 1):
            low -= 1
        actor = (low, first)
    else:
        actor = _after(phrases, trigger.last + 1, frozenset({"by"}))
    if actor is not None and _acts(phrases, actor):
        yield actor, "actor"
    after = scene.word(trigger.last + 1)
    if after in ("of", "on", "against", "with", "between"):
        thing = phrases.right(trigger.last + 2)
        if thing is not None and _acts(phrases, thing):
            yield thing, "actor" if after in ("with", "between") else "recipient"
