"""Give an event its PLOVER type: its word, its object, its modality and its context, weighed to a probability.

An arrest for robbery is a matter for which PLOVER has no type.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import cache, lru_cache, reduce
from operator import add, or_
from typing import Any

from newsparse.lexicon import load_table
from newsparse_events.composition import MODAL, TYPES, composed_types, plain_types
from newsparse_events.scene import Scene

__all__ = ["NO_TYPE", "TYPES", "find_types", "type_clues"]

NO_TYPE = "-"
_NAMES = (*sorted(TYPES), NO_TYPE)
Weights = tuple[int, ...]
"""How strongly something speaks for each type in the order of their names, and then for none, in hundredths."""
_KEPT = 1 << 14
"""How many decisions and sums are remembered; half of all triggers are decided as one before them was."""
_NOTHING: Weights = (0,) * len(_NAMES)
_WINDOW = 15
_TELLING = 12
_ONLY_AROUND = 1.3
"""How many times the margin a type must stand out by where only the words around a trigger speak for it."""


@cache
def _contexts() -> dict[str, frozenset[str]]:
    """Give the words that tell of the story around them, by what they tell."""
    table = load_table("newsparse_events", "en", "context.tsv")
    return {name: frozenset(row[0].split()) for name, row in table.items()}


@cache
def _context_bits() -> dict[str, int]:
    """Give, by word, what it tells of the story around it: a bit for each of `_contexts`."""
    found: dict[str, int] = {}
    for number, words in enumerate(_contexts().values()):
        for word in words:
            found[word] = found.get(word, 0) | 1 << number
    return found


Facts = tuple[str | None, str | None, str | None, str, bool, tuple[str, ...]]
"""Of a trigger: its type by itself, what modality makes of it, what it tells of, its form, whether it reports; the
types of the sentence if it has none."""
Context = tuple[int, str, str]
"""Of a sentence: the bits of the words around it, the types of its first typed trigger and of its first typed verb."""


class Types:
    """The types of a sentence's triggers by themselves, what modality makes of them, and what stands around them."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene
        self.plain = plain_types(scene)
        self.composed = composed_types(scene, self.plain)
        self.near = tuple(sorted(set(filter(None, self.plain))))

    def facts(self, place: int) -> Facts:
        """Give what of trigger `place` itself speaks for a type."""
        trigger, base, composed = self.scene.triggers[place], self.plain[place], self.composed[place]
        form = trigger.form if trigger.form == "noun" or trigger.form in MODAL else "act"
        told = None if base or composed else self._told(place)
        return base, composed, told, form, trigger.reports, () if base else self.near

    def _told(self, place: int) -> str | None:
        """Give the type of what a trigger tells of, and whether it is composed: `said it would [withdraw]`."""
        triggers = self.scene.triggers
        last = triggers[place].last
        for after in range(place + 1, min(place + 4, len(triggers))):
            if triggers[after].first - last > _TELLING:
                return None
            if composed := self.composed[after]:
                return f"{composed} composed"
            if plain := self.plain[after]:
                return f"{plain} plain"
        return None

    def context(self) -> Context:
        """Give what the words around a sentence and what it tells first speak for."""
        scene, known = self.scene, _context_bits()
        words = known.keys() & scene.lowers[max(scene.first - _WINDOW, 0) : scene.last + _WINDOW]
        return reduce(or_, map(known.__getitem__, words), 0), *self._leading()

    def _leading(self) -> tuple[str, str]:
        """Give the types of the first typed trigger and of the first typed verb of a sentence."""
        first = ""
        for trigger, composed, plain in zip(self.scene.triggers, self.composed, self.plain, strict=True):
            kind = composed or plain
            if kind:
                first = first or kind
                if trigger.form != "noun":
                    return first, kind
        return first, ""


def _own_clues(
    base: str | None, composed: str | None, told: str | None, form: str, reports: bool, near: tuple[str, ...]
) -> list[str]:
    clues = ["t", f"t own {base}", f"t form {form}", *(f"t near {kind}" for kind in near)]
    if composed:
        clues += [f"t composed {composed}", f"t own {base} composed {composed}"]
    elif base:
        clues.append(f"t simply {base}")
    elif told:
        clues.append(f"t {'reports' if reports else base} then {told}")
    if reports:
        clues.append("t reports")
    if base:
        clues.append(f"t own only {base}")
    return clues


def _context_clues(bits: int, first: str, main: str) -> list[str]:
    clues = [f"t context {name}" for number, name in enumerate(_contexts()) if bits >> number & 1]
    if first:
        clues.append(f"t first {first}")
    if main:
        clues.append(f"t main {main}")
    return clues


def type_clues(scene: Scene, place: int) -> list[str]:
    """Give the clues for the type of trigger `place`."""
    types = Types(scene)
    return _own_clues(*types.facts(place)) + _context_clues(*types.context())


def find_types(scene: Scene, margin: float) -> list[str | None]:
    """Give the types of a sentence's triggers, None where none stands out by the margin.

    In `They returned from the protest` the protest has a type; that `returned` shares its sentence is little evidence.
    """
    types = Types(scene)
    context: Context | None = None
    found: list[str | None] = []
    for place, trigger in enumerate(scene.triggers):
        if not types.near and not (trigger.reports or trigger.negated or trigger.form in MODAL):
            found.append(None)
            continue
        context = context or types.context()
        facts = types.facts(place)
        told = facts[0] or facts[1] or (facts[2] and trigger.reports)
        found.append(_decide(facts, context, margin if told else margin * _ONLY_AROUND))
    return found


@lru_cache(_KEPT)
def _decide(facts: Facts, context: Context, margin: float) -> str | None:
    return confident(list(map(add, _weigh(_own_clues, *facts), _weigh(_context_clues, *context))), margin)


def confident(scores: list[int], margin: float) -> str | None:
    """Give the best type, if its probability is above that of the next, or of no type, by the margin.

    `scores` are those of the types in the order of their names and then of none, in hundredths.
    """
    top = max(scores[:-1])
    best = scores.index(top)
    others = scores[:best] + scores[best + 1 :]
    rival = math.exp(min(max(others) - top, 0) / 100)
    if 1 - rival < margin * (1 + rival):  # what the others have can only lower its probability
        return None
    odds = 1 + sum([math.exp((score - top) / 100) for score in others])
    return _NAMES[best] if 1 - rival >= margin * odds else None


@cache
def type_weights(language: str = "en") -> dict[str, Weights]:
    """Give the weights by clue."""
    found: dict[str, Weights] = {}
    for clue, row in load_table("newsparse_events", language, "type_weights.tsv").items():
        given = {
            kind: round(float(weight) * 100) for kind, _, weight in (part.partition("=") for part in row[0].split())
        }
        found[clue] = tuple(given.get(name, 0) for name in _NAMES)
    return found


@lru_cache(_KEPT)
def _weigh(clues: Callable[..., list[str]], *facts: Any) -> Weights:
    rows = filter(None, map(type_weights().get, clues(*facts)))
    return tuple(map(sum, zip(_NOTHING, *rows, strict=True)))
