"""Find who takes part in an event, by position and voice.

`[Rebels]{actor} attacked [the garrison]{recipient}`; `[Two men]{recipient} were shot by [police]{actor}`;
`[Ann Lee]{actor} met [Bo Carr]{actor}`. What is said is no participant: `the mayor announced
that the bridge is shut`.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from newsparse.models import ParticipantRole
from newsparse_events.phrases import Phrases, Range, people
from newsparse_events.triggers import Trigger
from newsparse_events.vocabulary import classes

__all__ = ["find_participants"]

_FACING = frozenset({"to", "on", "against", "with", "for", "into", "at", "from", "upon", "over", "of", "between", "by"})
_CLAUSE = frozenset({"that", "if", "whether", "how", "why", "what", ":", ";", "“", '"', ",", "because"})
_ONWARD = frozenset({"to", "and", "or", "by", "of", "for"})
_OVER = frozenset({"who", "which", "that", '"', "”", "“"})
_FAR, _WALK = 16, 40
_PEOPLES = ("ians", "ans", "is", "ese", "ards")
_FINITE = frozenset({"past", "present", "perfect", "pluperfect", "future", "modal", "progressive"})
_WHO_SAYS = frozenset({"he", "she", "they", "we", "i", "it", "who"})


@cache
def _skipped() -> frozenset[str]:
    known = classes()
    return known["be"] | known["have"] | known["do"] | known["modal"] | known["not"] | known["adverb"] - {"all", "both"}


def find_participants(phrases: Phrases, place: int) -> Iterator[tuple[Range, ParticipantRole]]:
    """Give the participants of trigger `place` with their roles."""
    trigger = phrases.scene.triggers[place]
    if trigger.form == "noun":
        yield from _of_noun(phrases, place)
        return
    subject = _somebody(phrases, _subject(phrases, place))
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


def _somebody(phrases: Phrases, pair: Range | None) -> Range | None:
    """Give a phrase if it is somebody, its part with a name if only that is, as `[Oldtown warships] of old`."""
    if pair is None or _acts(phrases, pair):
        return pair
    name = next(phrases.named(pair), None)
    core = phrases.core(pair)
    return core if name is not None and name[1] <= core[1] else name


def _acts(phrases: Phrases, pair: Range) -> bool:
    """Tell whether a phrase is somebody: its head is a noun for people, a name or a mention."""
    head = phrases.head(pair)
    if phrases.scene.lowers[head] in people() or (phrases.upper(head) and head > phrases.scene.first):
        return True
    for first in range(pair[0], head + 1):
        known = phrases.mentions.get(first)
        if known is not None and known[0] > head:
            return True
    return phrases.upper(head) and (not phrases.mentions or phrases.scene.lowers[head].endswith(_PEOPLES))


def _subject(phrases: Phrases, place: int, hops: int = 3) -> Range | None:
    """Give the phrase before a verb and its helpers, over `who` and an apposition, by up to `hops` other verbs."""
    scene, lowers = phrases.scene, phrases.scene.lowers
    trigger = scene.triggers[place]
    at, end, commas, skipped = trigger.first - 1, max(scene.first, trigger.first - _WALK), 0, _skipped()
    while at >= end:
        word = lowers[at]
        if word == ",":
            commas += 1
            before = _before_apposition(phrases, at)
            if commas > 1 or before is None:
                verbal = trigger.form in ("gerund", "participle")
                return _of_verb_before(phrases, place, hops) if verbal else phrases.left(at)
            at = before
        elif word == "to" and scene.word(at - 2) in classes()["be"]:
            at -= 2
        elif word in _ONWARD or (word in scene.kinds.preposition and not _time(phrases, at)):
            return _of_verb_before(phrases, place, hops)
        elif _time(phrases, at) or word in skipped or (word.endswith("ly") and len(word) > 4) or word in _OVER:
            at -= 1
        else:
            return _whole(phrases, phrases.left(at + 1))
    return phrases.right(trigger.last + 1) if trigger.reports and scene.word(trigger.last + 1) not in _CLAUSE else None


def _whole(phrases: Phrases, pair: Range | None) -> Range | None:
    """Give who a phrase after `based in`, `operating from` tells of, else the phrase itself."""
    if (
        pair is None
        or pair[0] - 2 not in phrases.verbs
        or phrases.scene.word(pair[0] - 1) not in ("in", "at", "on", "from", "of")
    ):
        return pair
    return phrases.left(pair[0] - 2) or pair


def _time(phrases: Phrases, at: int) -> bool:
    times, kinds, word = phrases.scene.time_words, phrases.scene.kinds, phrases.scene.lowers[at]
    return at in times or word in kinds.weekday or (at + 1 in times and word in kinds.preposition)


def _before_apposition(phrases: Phrases, at: int) -> int | None:
    for step in range(at - 1, max(phrases.scene.first, at - 12), -1):
        if phrases.scene.lowers[step] == ",":
            return step - 1
    return None


def _of_verb_before(phrases: Phrases, place: int, hops: int) -> Range | None:
    """Give the subject of the verb that this one is joined to or hangs on."""
    triggers = phrases.scene.triggers
    form, passed = triggers[place].form, 0
    for before in range(place - 1, max(place - 6, -1), -1) if hops else ():
        theirs = triggers[before].form
        if theirs == "noun":
            continue
        if theirs == form or form not in _FINITE or (passed > 1 and theirs in _FINITE):
            return _subject(phrases, before, hops - 1)
        passed += 1
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
    while at < scene.last and _time(phrases, at):
        at += 1
    if scene.word(at) == "that" and trigger.lemma in classes()["demanding"]:
        asked = phrases.right(at + 1)
        if asked is not None:
            name = next(phrases.named(asked), None)
            if name is not None and name[0] - asked[0] < 2:
                yield name
            elif _acts(phrases, asked):
                yield asked
        return
    end = min(scene.last, at + (3 if trigger.reports else _FAR))
    while at < end:
        word = scene.lowers[at]
        if word in _CLAUSE:
            return
        pair = phrases.right(at + 1 if word in _LOCAL else at)
        if pair is None or word in _LOCAL:
            at = pair[1] if pair else at + 1
            continue
        if trigger.reports and (
            scene.word(at) in _WHO_SAYS or not _acts(phrases, pair) or _opens_clause(phrases, pair[1])
        ):
            return
        one = pair if _acts(phrases, pair) else next(phrases.named(pair), None)
        at = pair[1]
        if one is not None:
            yield one
            yield from _list(phrases, at)
            return


_LOCAL = frozenset({"in", "at", "near", "through", "across", "along", "around", "into", "outside", "inside"})


def _opens_clause(phrases: Phrases, at: int) -> bool:
    return at in phrases.verbs or phrases.scene.word(at) in phrases.scene.kinds.finite_helpers


def _list(phrases: Phrases, at: int) -> Iterator[Range]:
    """Give the further names of a list: `… and Bo Carr`, `…, Oldtown, Newtown and Midtown`."""
    while phrases.scene.word(at) in (",", "and"):
        joined = phrases.scene.word(at) == "and" or phrases.scene.word(at + 1) == "and"
        first = at + 2 if phrases.scene.word(at + 1) == "and" else at + 1
        pair = phrases.right(first)
        if pair is None or not all(phrases.upper(one) or phrases.scene.lowers[one] == "and" for one in range(*pair)):
            return
        if _opens_clause(phrases, pair[1]) or (not joined and phrases.scene.word(pair[1]) not in (",", "and")):
            return
        yield pair
        if joined:
            return
        at = pair[1]


def _carried_out(phrases: Phrases, place: int) -> bool:
    """Tell whether a noun is what the verb before it does: `staged a large [protest]`."""
    verb, noun = phrases.scene.triggers[place - 1 : place + 1]
    if verb.lemma not in classes()["light"] or verb.passive or noun.first - verb.last > 4:
        return False
    return not any(phrases.stops(at) for at in range(verb.last + 1, noun.first))


def _of_noun(phrases: Phrases, place: int) -> Iterator[tuple[Range, ParticipantRole]]:
    """Give the participants of a noun: `Lee's attack on Carr`, `US strikes`, `talks between …`."""
    scene, trigger = phrases.scene, phrases.scene.triggers[place]
    first = trigger.first
    actor: Range | None = None
    if scene.word(first - 1) == "'s":
        actor = phrases.left(first - 1)
    elif phrases.upper(first - 1) and scene.word(first - 1) not in scene.kinds.not_a_name:
        low = first - 1
        while phrases.upper(low - 1):
            low -= 1
        actor = (low, first)
    else:
        actor = _after(phrases, trigger.last + 1, frozenset({"by"}))
    if actor is None and place and _carried_out(phrases, place):
        actor = _subject(phrases, place - 1)
    if actor is not None and _acts(phrases, actor):
        yield actor, "actor"
    after = scene.word(trigger.last + 1)
    if after in ("of", "on", "against", "with", "between"):
        thing = phrases.right(trigger.last + 2)
        if thing is not None and _acts(phrases, thing):
            yield thing, "actor" if after in ("with", "between") else "recipient"
