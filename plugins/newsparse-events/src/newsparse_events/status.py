"""Tell whether an event took place: happened, ongoing, planned, hypothetical or denied."""

from __future__ import annotations

from functools import cache

from newsparse.models import Status
from newsparse_events.scene import Scene
from newsparse_events.vocabulary import classes

__all__ = ["status_of"]


_CLAUSE = 9
_ENDS = frozenset({",", ";", ":", "that", "because", '"', "”"})
_ASKED = frozenset(
    {"for", "demanded", "demanding", "urged", "threatened", "seeking", "want", "wants", "against", "fearing"}
)


@cache
def _words() -> dict[str, frozenset[str]]:
    known = classes()
    names = ("expected", "feared", "refused", "realised", "unreal_noun", "planned_noun")
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
        return "planned" if not _conditional(scene, place) else "hypothetical"
    if trigger.form == "modal":
        return "hypothetical"
    if trigger.form == "infinitive":
        return _of_infinitive(governor, words)
    if _conditional(scene, place):
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
    if before is not None and before.type in ("REQUEST", "THREATEN", "REJECT") and near & _ASKED:
        return "hypothetical"
    return "happened"


def _conditional(scene: Scene, place: int) -> bool:
    """Tell whether a condition opens the clause of a trigger: `if they [agree]`."""
    first = scene.triggers[place].first
    at = scene.story.columns.condition.rfind(1, max(scene.first, first - _CLAUSE), first)
    return at >= 0 and _ENDS.isdisjoint(scene.lowers[at + 1 : first])
