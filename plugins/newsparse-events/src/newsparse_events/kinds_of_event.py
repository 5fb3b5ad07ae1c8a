"""Give an event its PLOVER type: word lists, objects, composition and context, weighed to a probability.

`will` and a cooperative act agree, `will` and a hostile act threaten, `must` requests, `refused to` rejects;
an arrest for robbery is a matter for which PLOVER has no type.
"""

from __future__ import annotations

import math
from functools import cache

from newsparse.lexicon import load_table
from newsparse_events.scene import Scene
from newsparse_events.triggers import Trigger
from newsparse_events.vocabulary import classes, object_rules

__all__ = ["COOPERATIVE", "HOSTILE", "NO_TYPE", "TYPES", "Kinds", "type_clues"]

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT"})
HOSTILE = frozenset({"ACCUSE", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", "THREATEN", "REJECT"})
TYPES = (
    "AGREE", "CONSULT", "SUPPORT", "COOPERATE", "AID", "CONCEDE", "RETREAT", "REQUEST",
    "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
)  # fmt: skip
NO_TYPE = "-"
_KINDS = (*TYPES, NO_TYPE)
_WINDOW = 15
_TELLING = 12
_OBJECT = 8
_OBJECT_ENDS = frozenset({",", ";", "that", "who"})


@cache
def _context() -> dict[str, frozenset[str]]:
    return {
        name: frozenset(row[0].split()) for name, row in load_table("newsparse_events", "en", "context.tsv").items()
    }


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


def plain_type(scene: Scene, trigger: Trigger) -> str | None:
    """Give the type of a trigger by itself and its object: `imposed … sanctions`, `sanctions were … imposed`."""
    if trigger.form == "noun" or trigger.lemma not in object_rules():
        return trigger.type
    low, high = trigger.last + 1, min(trigger.last + 1 + _OBJECT, scene.last)
    after = scene.lowers[low:high]
    for number, word in enumerate(after):
        if word in _OBJECT_ENDS:
            after = after[:number]
            break
    before = scene.lowers[max(trigger.first - _OBJECT, scene.first) : trigger.first] if trigger.passive else ()
    for words, kind in object_rules()[trigger.lemma]:
        if not words.isdisjoint(after) or not words.isdisjoint(before):
            return kind
    return trigger.type


def _side(kind: str | None) -> str:
    return "plain" if kind is None else "good" if kind in COOPERATIVE else "bad" if kind in HOSTILE else "ask"


def composed_type(scene: Scene, place: int, base: str | None) -> str | None:
    """Give the type that modality makes of a type: a planned cooperation agrees, a planned attack threatens."""
    trigger = scene.triggers[place]
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
    return "REJECT" if trigger.negated and side in ("good", "plain") else None


def _meant(side: str) -> str | None:
    return "THREATEN" if side == "bad" else "AGREE" if side == "good" else None


def type_clues(scene: Scene, place: int) -> list[str]:
    """Give the clues for the type of trigger `place`."""
    trigger = scene.triggers[place]
    plain = _plains(scene)
    base = plain[place]
    composed = composed_type(scene, place, base)
    form = trigger.form if trigger.form in ("noun", "future", "modal", "infinitive") else "act"
    clues = ["t", f"t own {base}", f"t form {form}"]
    if composed:
        clues += [f"t composed {composed}", f"t own {base} composed {composed}"]
    elif base:
        clues.append(f"t simply {base}")
    else:
        after = _told(scene, place, plain)
        if after:
            clues.append(f"t {'reports' if trigger.reports else base} then {after}")
    if trigger.reports:
        clues.append("t reports")
    if base is None:
        clues += [f"t near {kind}" for kind in _kinds_near(scene)]
    elif base in _kinds_near(scene):
        clues.append(f"t own only {base}")
    clues += scene_context(scene)
    return clues


def _told(scene: Scene, place: int, plain: list[str | None]) -> str | None:
    """Give the type of what a trigger tells of, and whether it is composed: `said it would [withdraw]`."""
    last = scene.triggers[place].last
    for after in range(place + 1, min(place + 4, len(plain))):
        if scene.triggers[after].first - last > _TELLING:
            return None
        composed = composed_type(scene, after, plain[after])
        if composed or plain[after]:
            return f"{composed} composed" if composed else f"{plain[after]} plain"
    return None


def _kinds_near(scene: Scene) -> tuple[str, ...]:
    if scene.kinds_near is None:
        scene.kinds_near = tuple(sorted({kind for kind in _plains(scene) if kind}))
    return scene.kinds_near


def _plains(scene: Scene) -> list[str | None]:
    if scene.plains is None:
        scene.plains = [plain_type(scene, trigger) for trigger in scene.triggers]
    return scene.plains


def scene_context(scene: Scene) -> list[str]:
    """Give the clues of the words around a sentence and of what it tells first."""
    if scene.context is None:
        low, high = max(scene.first - _WINDOW, 0), scene.last + _WINDOW
        near = frozenset(scene.lowers[low:high])
        scene.context = [f"t context {name}" for name, words in _context().items() if not near.isdisjoint(words)]
        scene.context += _leading(scene)
    return scene.context


def _leading(scene: Scene) -> list[str]:
    """Give the types of the first typed trigger and of the first typed verb of a sentence."""
    first = ""
    for place, plain in enumerate(_plains(scene)):
        kind = composed_type(scene, place, plain) or plain
        if kind:
            first = first or kind
            if scene.triggers[place].form != "noun":
                return [f"t first {first}", f"t main {kind}"]
    return [f"t first {first}"] if first else []


class Kinds:
    """Weighs the clues for types."""

    def __init__(self, margin: float) -> None:
        self.margin = margin
        self.weights = type_weights()

    def of(self, scene: Scene, place: int) -> str | None:
        """Give the type of trigger `place`, None where none stands out by the margin."""
        trigger = scene.triggers[place]
        if not _kinds_near(scene) and not (
            trigger.reports or trigger.form in ("modal", "future", "infinitive") or trigger.negated
        ):
            return None
        rows = list(filter(None, map(self.weights.get, type_clues(scene, place))))
        return confident(list(map(math.fsum, zip(*rows, strict=True))), self.margin) if rows else None


def confident(scores: list[float], margin: float) -> str | None:
    """Give the best type, if its probability is above that of the next, or of no type, by the margin.

    `scores` are those of `TYPES` and of none, in this order.
    """
    best = max(_BY_NAME, key=scores.__getitem__)  # of two as good the first by name
    top = max(scores)
    odds = [math.exp(score - top) for score in scores]
    rival = max(odds[:best] + odds[best + 1 :])
    return TYPES[best] if max(odds[best] - rival, 0.0) / sum(odds) >= margin else None


_BY_NAME = sorted(range(len(TYPES)), key=TYPES.__getitem__)


@cache
def type_weights(language: str = "en") -> dict[str, tuple[float, ...]]:
    """Give, by clue, how strongly it speaks for each type, in the order of `TYPES` and then for none."""
    found: dict[str, tuple[float, ...]] = {}
    for clue, row in load_table("newsparse_events", language, "type_weights.tsv").items():
        given = {kind: float(weight) for kind, _, weight in (part.partition("=") for part in row[0].split())}
        found[clue] = tuple(given.get(kind, 0.0) for kind in _KINDS)
    return found
