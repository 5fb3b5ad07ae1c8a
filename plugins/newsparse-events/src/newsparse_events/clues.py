"""What speaks for a date of an event: named clues, weighed by `Weigher`.

`On Friday the army said it withdrew in May`: of `withdrew`, `May` is near, after it, in its clause; `Friday` is
beyond another verb. Each clue is a short string; its weight stands in `data/en/weights.tsv`. Clues that depend on
few things come from functions of those alone, so that their sums need to be made only once.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache
from typing import Any

from newsparse.lexicon import load_table
from newsparse_events.scene import Scene, kinds
from newsparse_events.triggers import Trigger

__all__ = [
    "earlier_facts",
    "weigh_date",
    "weigh_earlier",
    "weigh_publication",
]

_NEAR = (0, 1, 2, 3, 3, 5, 5, 5, 8, 8, 8, 8, 12, 12, 12, 12, 12)
_KEPT = 1 << 14
"""How many sums are remembered; most articles need the same few hundred."""


@cache
def weights(language: str = "en") -> dict[str, float]:
    """Give the weight of each clue; what each kind of date needs is taken off its first clue."""
    table = {clue: float(row[0]) for clue, row in load_table("newsparse_events", language, "weights.tsv").items()}
    for first, kind in (("d", "d"), ("p", "p"), ("e prev", "e")):
        table[first] = table.get(first, 0.0) + table["bias"] - table[f"need {kind}"]
    return table


@lru_cache(_KEPT)
def _sum(clues: Callable[..., list[str]], *facts: Any) -> float:
    get = weights().get
    return sum([get(clue, 0.0) for clue in clues(*facts)])


def _kind(trigger: Trigger) -> str:
    return "say" if trigger.reports else trigger.form


def weigh_date(scene: Scene, place: int, number: int, near: list[int]) -> float:
    """Weigh date `number` of the scene as that of trigger `place`, one of those `near` it."""
    return _sum(_date, *_date_facts(scene, place, number, near))


def _date_facts(scene: Scene, place: int, number: int, near: list[int]) -> tuple[Any, ...]:
    trigger, date = scene.triggers[place], scene.dates[number]
    first, last = scene.date_words[number]
    after = first > trigger.first
    low, high = (trigger.last + 1, first) if after else (last, trigger.first)
    if not after and scene.word(last) == ",":  # `Earlier this year, the minister resigned`
        low += 1
    gap = max(high - low, 0)
    verbs, nouns = scene.between(low, high)
    commas, bounds = scene.marks(low, high)
    before = scene.word(first - 1)
    if before in ("the", "a", "early", "late", "about", "around"):
        before = scene.word(first - 2)
    if before not in scene.kinds.preposition and before not in (",", "since", "until", "by", "-"):
        before = "_"
    others: list[str] = []
    if first == scene.first or (first == scene.first + 1 and before != "_"):
        others.append(f"d opens {_kind(trigger)}")
    if near == [number]:
        others.append("d only")
    if scene.nearest_date(place, near) == number:
        others.append("d nearest date")
    if scene.nearest_trigger(number) == place:
        others.append("d nearest event")
    if trigger.form == "noun" and (before == "_" or scene.word(last) == "'s") and not after and gap < 3:
        others.append("d modifies noun")
    if trigger.negated:
        others.append("d negated")
    if scene.in_marks(trigger.first) != scene.in_marks(first):
        others.append("d across marks")
    if scene.said_before(place, number):
        others.append(f"d said before {_kind(trigger)}")
    if led := scene.led_by(place):
        others.append(f"d {led}{'>' if after else '<'}")
    return (
        trigger.form,
        _kind(trigger),
        _NEAR[gap] if gap < len(_NEAR) else 20,
        ">" if after else "<",
        (min(verbs, 2), min(nouns, 2), min(commas, 2), min(bounds, 2)),
        before,
        scene.grains[number],
        scene.relation(date),
        tuple(others),
    )


def _date(
    form: str,
    kind: str,
    near: int,
    side: str,
    between: tuple[int, int, int, int],
    before: str,
    grain: str,
    relation: str,
    others: tuple[str, ...],
) -> list[str]:
    verbs, nouns, commas, bounds = between
    return [
        "d",
        f"d near{near}{side}",
        f"d verbs{verbs}{side}",
        f"d nouns{nouns}",
        f"d bounds{bounds}{side}",
        f"d commas{commas}",
        f"d {kind}{side}",
        f"d {form}",
        f"d prep {before}",
        f"d grain {grain}",
        f"d {kind} verbs{min(verbs, 1)} bounds{min(bounds, 1)}{side}",
        f"d {relation} {form}",
        f"d grain {grain} {form}",
        *others,
    ]


def weigh_publication(scene: Scene, place: int, need: float = 0.0) -> float:
    """Weigh the publication date as that of trigger `place`; what surely stays under `need` is weighed no further."""
    trigger = scene.triggers[place]
    kind = _kind(trigger)
    score = _sum(_news, *scene.setting(), kind) + _sum(_act_lemma, trigger.lemma)
    return score if score + _most(kind) <= need else score + _sum(_act, *_act_facts(scene, place))


@cache
def _most(kind: str) -> float:
    """Give the most that the clues of `_act` can add for a kind of trigger."""
    groups = [
        ["p say "] if kind == "say" else [f"p {kind}"],
        [f"p quoted {kind}", f"p plain {kind}"],
        [f"p verb{number} {kind}" for number in range(3)],
        ["p noun "] if kind == "noun" else ["p before "],
        ["p negated"],
        ["p passive"],
        ["p typed "],
        ["p sub "],
    ]
    table = weights()

    def most(clues: list[str]) -> float:
        open_ = tuple(clue for clue in clues if clue.endswith(" "))
        return max(
            [weight for clue, weight in table.items() if clue in clues or (open_ and clue.startswith(open_))] + [0.0]
        )

    return sum(map(most, groups))


def _news(
    number: int, habit: str, style: str, latest: str, dated: str, vague: bool, relations: frozenset[str], kind: str
) -> list[str]:
    clues = [
        "p",
        f"p {dated}",
        f"p {kind} {dated}",
        f"p sentence{number} {kind}",
        f"p habit{habit} {kind}",
        f"p after {latest} {kind}",
        f"p style {style} {kind}",
        *(f"p with {near} {kind}" for near in sorted(relations)),
    ]
    return [*clues, f"p vague {kind}"] if vague else clues


def _act_facts(scene: Scene, place: int) -> tuple[Any, ...]:
    trigger = scene.triggers[place]
    before = scene.word(trigger.first - 1)
    return (
        trigger.form,
        trigger.reports,
        trigger.negated,
        trigger.passive,
        trigger.type is not None,
        scene.in_marks(trigger.first),
        min(scene.verbs_before(place), 2),
        before if before in scene.kinds.leading else "_",
        scene.sub(place),
    )


def _act(
    form: str,
    reports: bool,
    negated: bool,
    passive: bool,
    typed: bool,
    quoted: bool,
    verbs: int,
    before: str,
    sub: str,
) -> list[str]:
    kind = "say" if reports else form
    clues = [
        f"p say {form}" if reports else f"p {form}",
        f"p {'quoted' if quoted else 'plain'} {kind}",
        f"p verb{verbs} {kind}",
    ]
    if negated:
        clues.append("p negated")
    if passive:
        clues.append("p passive")
    if typed:
        clues.append(f"p typed {form == 'noun'}")
    if form == "noun":
        clues.append("p noun " + ("_" if before in kinds().plain_pronoun else before))
    elif before != "_":
        clues.append("p before " + before)
    if sub:
        clues.append(f"p sub {sub}")
    return clues


def _act_lemma(lemma: str) -> list[str]:
    return ["p stative"] * (lemma in kinds().stative) + ["p aspectual"] * (lemma in kinds().aspectual)


Earlier = tuple[str, str, bool, bool, bool]
"""What of a trigger speaks for a date of a sentence before: kind, whether its own is dated, named, quoted, negated."""


def earlier_facts(scene: Scene, place: int) -> Earlier:
    """Give what of trigger `place` speaks for or against a date of a sentence before."""
    trigger = scene.triggers[place]
    named = scene.word(trigger.first - 1) in ("the", "this", "that")
    dated = "dated" if scene.dates else "undated"
    return _kind(trigger), dated, named, scene.in_marks(trigger.first), trigger.negated


def weigh_earlier(facts: Earlier, gap: int, grain: str, relation: str) -> float:
    """Weigh a date that stands `gap` sentences before."""
    return _sum(_earlier, *facts, min(gap, 3), grain, relation)


def _earlier(
    kind: str, dated: str, named: bool, quoted: bool, negated: bool, gap: int, grain: str, relation: str
) -> list[str]:
    clues = [
        "e prev",
        f"e prev {kind}",
        f"e prev gap{gap}",
        f"e prev grain {grain}",
        f"e prev {dated} {kind}",
        f"e prev {relation} {kind}",
    ]
    if named:
        clues.append("e prev the")
    if quoted:
        clues.append("e prev quoted")
    if negated:
        clues.append("e prev negated")
    return clues
