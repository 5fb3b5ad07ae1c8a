"""Tell whether an event took place: happened, ongoing, planned, hypothetical or denied."""

from __future__ import annotations

from functools import cache

from newsparse.models import Status
from newsparse_events.scene import Scene
from newsparse_events.vocabulary import classes

__all__ = ["status_of"]


@cache
def _words() -> dict[str, frozenset[str]]:
    known = classes()
    names = ("expected", "feared", "refused", "realised", "unreal_noun", "planned_noun", "conditional", "maybe", "must")
    return {name: known[name] for name in names}


def status_of(scene: Scene, place: int) -> Status:
    """Give the status of trigger `place`, by what governs it and how its clause opens."""
    trigger, words = scene.triggers[place], _words()
    if trigger.form == "noun":
        return _of_noun(scene, place, words)
    if trigger.negated:
        return "denied"
    governor = trigger.governor
    if trigger.form == "future":
        return "planned" if not _conditional(scene, place, words) else "hypothetical"
    if trigger.form == "modal":
        return "hypothetical"
    if trigger.form == "infinitive":
        return _of_infinitive(governor, words)
    if _conditional(scene, place, words):
        return "hypothetical"
    if trigger.form == "gerund" and governor != "":
        return "happened"
    return "ongoing" if trigger.form == "progressive" and governor not in ("was", "were") else "happened"


def _of_infinitive(governor: str, words: dict[str, frozenset[str]]) -> Status:
    if governor in words["refused"] or governor == "not":
        return "denied"
    if governor in words["realised"]:
        return "happened"
    if governor in words["expected"] or governor in ("is", "are", "was", "were", "be"):
        return "planned"
    return "hypothetical"


def _of_noun(scene: Scene, place: int, words: dict[str, frozenset[str]]) -> Status:
    trigger = scene.triggers[place]
    if trigger.negated:
        return "denied"
    near = {scene.word(trigger.first - step) for step in (1, 2, 3)}
    if near & words["unreal_noun"] and not near & {"after"}:
        return "hypothetical"
    if scene.word(trigger.first - 1) in words["planned_noun"]:
        return "planned"
    before = scene.triggers[place - 1] if place else None
    if before is not None and before.form in ("future", "modal", "infinitive") and trigger.first - before.last <= 4:
        if before.negated:
            return "denied"
        if before.form == "future":
            return "planned"
        return _of_infinitive(before.governor, words) if before.form == "infinitive" else "hypothetical"
    asked = {"for", "demanded", "demanding", "urged", "threatened", "seeking", "want", "wants", "against", "fearing"}
    if before is not None and near & asked and before.type in ("REQUEST", "THREATEN", "REJECT"):
        return "hypothetical"
    return "happened"


def _conditional(scene: Scene, place: int, words: dict[str, frozenset[str]]) -> bool:
    trigger = scene.triggers[place]
    for at in range(trigger.first - 1, max(scene.first, trigger.first - 9) - 1, -1):
        word = scene.lowers[at]
        if word in words["conditional"]:
            return True
        if word in (",", ";", ":", "that", "because", '"', "”"):
            return False
    return False
