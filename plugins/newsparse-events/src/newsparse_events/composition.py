"""Compose the PLOVER type of an event: what a verb acts on and what governs it change what it is by itself.

`will` and a cooperative act agree, `will` and a hostile act threaten, `must` requests, `refused to` rejects.
"""

from __future__ import annotations

from functools import cache
from itertools import takewhile

from newsparse.lexicon import load_table
from newsparse_events.scene import Scene
from newsparse_events.triggers import Trigger
from newsparse_events.vocabulary import classes, object_rules

__all__ = ["MODAL", "TYPES", "composed_types", "plain_types"]

_COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
_HOSTILE = frozenset({"ACCUSE", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN", "REJECT"})
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
MODAL = frozenset({"future", "modal", "infinitive"})
"""The forms that what governs a verb changes."""
_OBJECT = 8
_OBJECT_ENDS = frozenset({",", ";", "that", "who"})


@cache
def _governors() -> dict[str, str]:
    """Give what each governing word makes of an act."""
    found = {
        word: name
        for name, row in load_table("newsparse_events", "en", "modality.tsv").items()
        for word in row[0].split()
    }
    known = classes()
    found |= dict.fromkeys(known["future"] | known["would"], "future")
    return found | dict.fromkeys(known["must"], "must") | dict.fromkeys(known["not"], "refusing")


def plain_types(scene: Scene) -> list[str | None]:
    """Give the types that a sentence's triggers have by themselves and by their objects."""
    rules = object_rules()
    return [
        one.type if one.lemma not in rules or one.form == "noun" else _type_by_object(scene, one)
        for one in scene.triggers
    ]


def _type_by_object(scene: Scene, trigger: Trigger) -> str | None:
    """Give the type of a verb with its object: `imposed … sanctions`, `sanctions were … imposed`."""
    rules, low = object_rules()[trigger.lemma], trigger.last + 1
    objects = scene.lowers[low : min(low + _OBJECT, scene.last)]
    if not rules.keys().isdisjoint(objects):
        objects = tuple(takewhile(lambda word: word not in _OBJECT_ENDS, objects))
    if trigger.passive:
        objects += scene.lowers[max(trigger.first - _OBJECT, scene.first) : trigger.first]
    return min(map(rules.__getitem__, rules.keys() & objects), default=(0, trigger.type))[1]


def composed_types(scene: Scene, plain: list[str | None]) -> list[str | None]:
    """Give the types that modality makes of those of a sentence's triggers, None where it makes none."""
    return [
        _composed_type(one, base) if one.negated or one.form in MODAL else None
        for one, base in zip(scene.triggers, plain, strict=True)
    ]


def _side(kind: str | None) -> str:
    return "plain" if kind is None else "good" if kind in _COOPERATIVE else "bad" if kind in _HOSTILE else "ask"


def _composed_type(trigger: Trigger, base: str | None) -> str | None:
    """Give the type that modality makes of a type: a planned cooperation agrees, a planned attack threatens."""
    governs, side = _governors().get(trigger.governor), _side(base)
    if trigger.form in ("future", "modal"):
        if governs == "must":
            return "REQUEST"
        if governs == "future" and trigger.negated:
            return "REJECT" if side != "bad" else "AGREE"
        return _meant(side) if governs == "future" else None
    if trigger.form == "infinitive":
        if governs == "refusing":
            return "REJECT"
        if governs == "intending":
            return "REJECT" if trigger.negated and side != "bad" else _meant(side)
        return {"threatening": "THREATEN", "requesting": "REQUEST", "attempting": base}.get(governs or "")
    return "REJECT" if trigger.negated and side == "good" else None


def _meant(side: str) -> str | None:
    return "THREATEN" if side == "bad" else "AGREE" if side == "good" else None
