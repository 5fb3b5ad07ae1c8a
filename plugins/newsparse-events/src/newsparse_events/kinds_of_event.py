"""Give an event its PLOVER type: word lists, objects and composition, as a score with a margin.

`will` and a cooperative act agree, `will` and a hostile act threaten, `must` requests, `refused to` rejects.
"""

from __future__ import annotations

from functools import cache

from newsparse_events.scene import Scene
from newsparse_events.triggers import Trigger
from newsparse_events.vocabulary import classes, object_rules

__all__ = ["COOPERATIVE", "HOSTILE", "TYPES", "type_scores"]

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HOSTILE = frozenset({"ACCUSE", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN", "REJECT"})
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip


def type_scores(scene: Scene, place: int) -> dict[str, float]:
    """Score the types of trigger `place`; an empty dictionary where nothing speaks for any."""
    trigger = scene.triggers[place]
    base, weight = _plain(scene, trigger)
    composed = _composed(scene, place, base)
    if composed is not None:
        return composed
    return {base: weight} if base else {}


def _plain(scene: Scene, trigger: Trigger) -> tuple[str | None, float]:
    if trigger.form != "noun":
        for words, kind in object_rules().get(trigger.lemma, ()):
            for at in range(trigger.last + 1, min(trigger.last + 8, scene.last)):
                word = scene.lowers[at]
                if word in words:
                    return kind, 1.2
                if word in (",", ";", "that", "who"):
                    break
    return trigger.type, 1.0


@cache
def _governors() -> tuple[frozenset[str], ...]:
    known = classes()
    return known["expected"], known["feared"], known["refused"], known["must"], known["future"] | known["would"]


def _composed(scene: Scene, place: int, base: str | None) -> dict[str, float] | None:
    trigger = scene.triggers[place]
    expected, feared, refused, must, future = _governors()
    governor = trigger.governor
    if trigger.reports and trigger.form not in ("infinitive", "future", "modal") and base in (None, "AGREE", "ACCUSE"):
        told = _told(scene, place)
        if told is not None:
            return told
    if base is None:
        return None
    if trigger.form in ("future", "modal"):
        if governor in must:
            return {"REQUEST": 1.0, base: 0.3}
        if governor in future:
            if trigger.negated:
                return {"REJECT": 1.0, base: 0.2} if base in COOPERATIVE else {"AGREE": 0.5, base: 0.4}
            return (
                {"AGREE": 0.9, base: 0.4}
                if base in COOPERATIVE
                else {"THREATEN": 0.9, base: 0.5}
                if base in HOSTILE
                else {base: 0.9}
            )
        return {base: 0.5}
    if trigger.form == "infinitive":
        if governor in refused or governor == "not":
            return {"REJECT": 1.0, base: 0.3}
        if governor in feared:
            return {"REQUEST": 0.6, base: 0.5}
        if governor in expected:
            return {"AGREE": 0.9, base: 0.4} if base in COOPERATIVE else {"THREATEN": 0.8, base: 0.5}
        return {base: 0.6}
    if trigger.negated and base in COOPERATIVE:
        return {"REJECT": 0.9, base: 0.3}
    return None


def _told(scene: Scene, place: int) -> dict[str, float] | None:
    """Score a report by what it says: `said it would withdraw` agrees, `said they must leave` requests."""
    trigger = scene.triggers[place]
    _expected, _feared, _refused, must, future = _governors()
    for after in scene.triggers[place + 1 : place + 4]:
        if after.form in ("future", "modal"):
            kind = _plain(scene, after)[0]
            if after.governor in must:
                return {"REQUEST": 0.9}
            if after.governor in future and after.negated:
                return {"REJECT": 0.9}
            if after.governor in future and kind:
                return {"AGREE": 0.8} if kind in COOPERATIVE else {"THREATEN": 0.8} if kind in HOSTILE else {kind: 0.7}
            return None
        if after.first - trigger.last > 14:
            return None
    return None
