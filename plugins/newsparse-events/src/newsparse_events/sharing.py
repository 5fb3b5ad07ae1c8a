"""Let events of one act share its time.

`The committee said in February that …, and [called] on the government`: a verb joined to the verb before it has its
time. `the [assassination] of two men in a drone strike on January 3, 2020`: what happens in something dated has the
time of that, and so has `the [strike]` that began on Monday. What is said in a speech dates the speech: `told a
[news conference]`. What an attack did was done on its day: `the 1998 [bombing] that killed a guard`. What goes along
with something dated, or happens when it does, has its day: `left on Monday, [hoping] for talks`.
"""

from __future__ import annotations

from newsparse import When
from newsparse_events.scene import Scene

__all__ = ["shared_times"]

_JOINING = frozenset({"and", "then"})
_WITHIN = frozenset({"in", "by", "during", "through", "at"})
_SUBJECT = 5
_HARM = 12
_HARMING = frozenset({"kill", "injure", "wound", "hurt", "maim", "destroy", "damage", "displace", "claim", "leave"})
_SPEAKING = frozenset({"in", "at", "told"})
_SPEECH = frozenset(
    {"interview", "speech", "statement", "briefing", "conference", "news conference", "press conference", "address"}
    | {"testimony", "lecture", "announcement", "letter"}
)
_FINITE = frozenset({"past", "perfect", "pluperfect"})
_BETWEEN = frozenset({"noun", "infinitive", "gerund"})
_AT_ONCE = frozenset({"when", "as", "while"})
_CLAUSE = 14


def shared_times(scene: Scene, times: list[When | None]) -> dict[int, When]:
    """Give, by trigger, the time it has from another trigger of the sentence; `times` are the ones found already."""
    found: dict[int, When] = {}
    for place, when in enumerate(times):
        if when is not None and when.anchor != "tense":
            continue
        if scene.triggers[place].lemma in _SPEECH and (said := _said_in(scene, place, times)) is not None:
            found[place] = said
            continue
        other = _shares_with(scene, place)
        if other is None:
            continue
        theirs = found.get(other) or times[other]
        if theirs is not None and theirs.anchor == "expression":
            found[place] = theirs
    return found


def _said_in(scene: Scene, place: int, times: list[When | None]) -> When | None:
    """Give the time of what is said in a speech: `the minister [said] in a [statement]`."""
    trigger = scene.triggers[place]
    if trigger.form != "noun" or not any(scene.word(trigger.first - step) in _SPEAKING for step in range(1, 5)):
        return None
    known = (when for verb, when in zip(scene.triggers, times, strict=True) if verb.reports and verb.form != "noun")
    return next((when for when in known if when is not None and when.anchor != "tense"), None)


def _shares_with(scene: Scene, place: int) -> int | None:
    """Give the trigger that a trigger without a time of its own has it from."""
    trigger = scene.triggers[place]
    if trigger.form == "noun":
        return _lies_in(scene, place)
    if trigger.form == "gerund":
        return _along_with(scene, place)
    if trigger.form not in _FINITE:
        return None
    other = _joined_to(scene, place)
    if other is None and trigger.lemma in _HARMING:
        other = _done_by(scene, place)
    if other is None:
        other = _lies_in(scene, place)
    return _while(scene, place) if other is None and trigger.form == "past" else other


def _along_with(scene: Scene, place: int) -> int | None:
    """Give the finite verb that a gerund after a comma goes along with: `left on Monday, [hoping] for talks`."""
    if scene.word(scene.triggers[place].first - 1) != ",":
        return None
    for other in range(place - 1, max(place - 6, -1), -1):
        if scene.triggers[other].form in _FINITE:
            return other
        if scene.triggers[other].form not in _BETWEEN:
            return None
    return None


def _while(scene: Scene, place: int) -> int | None:
    """Give the verb before the clause of a verb that `when` opens: `slept on Monday when the wall [fell]`."""
    first = scene.triggers[place].first
    for at in range(first - 1, max(first - 8, scene.first), -1):
        word = scene.word(at)
        if word in _AT_ONCE:
            near = (place - step for step in range(1, 6) if step <= place)
            before = (one for one in near if scene.triggers[one].last < at and scene.triggers[one].form in _FINITE)
            other = next(before, None)
            return other if other is not None and at - scene.triggers[other].last < _CLAUSE else None
        if word in scene.kinds.boundary:
            return None
    return None


def _joined_to(scene: Scene, place: int) -> int | None:
    """Give the verb that a verb after `and` is joined to: the last one before it of its form."""
    trigger = scene.triggers[place]
    if not place:
        return None
    at = trigger.first - 1
    while scene.word(at) in scene.kinds.helpers:
        at -= 1
    if scene.word(at) not in _JOINING:
        return None
    for other in range(place - 1, max(place - 8, -1), -1):
        if scene.triggers[other].form == trigger.form and scene.triggers[other].passive == trigger.passive:
            return other
    return None


def _done_by(scene: Scene, place: int) -> int | None:
    """Give the noun that did what a verb of harm tells: `the 1998 [bombing] that killed a guard`."""
    trigger, before = scene.triggers[place], scene.triggers[place - 1] if place else None
    if before is None or before.form != "noun" or trigger.passive:
        return None
    return place - 1 if trigger.first - before.last < _HARM else None


def _lies_in(scene: Scene, place: int) -> int | None:
    """Give what a noun has its time from: `… in a [raid]`, `… by a [blast]`, or the verb that says it took place."""
    if place + 1 >= len(scene.triggers):
        return None
    trigger, after = scene.triggers[place], scene.triggers[place + 1]
    if after.form != "noun":
        if trigger.form != "noun":
            return None
        takes_place = after.lemma in scene.kinds.occurring and after.first - trigger.last < _SUBJECT
        between = scene.lowers[trigger.last + 1 : after.first]
        return place + 1 if takes_place and all(word in scene.kinds.helpers for word in between) else None
    for at in range(after.first - 1, max(trigger.last, after.first - 9), -1):
        word = scene.lowers[at]
        if word in _WITHIN:
            between = scene.lowers[trigger.last + 1 : at]
            return None if any(one in scene.kinds.subordinate for one in between) else place + 1
        if word in scene.kinds.boundary or word in scene.kinds.preposition:
            return None
    return None
