"""What speaks for a date of an event: named clues, weighed by `weigh`.

`On Friday the army said it withdrew in May`: of `withdrew`, `May` is near, after it, in its clause; `Friday` is
beyond another verb. Each clue is a short string; its weight stands in `data/en/weights.tsv`.
"""

from __future__ import annotations

from newsparse import DateMention
from newsparse_events.scene import Scene

__all__ = ["date_clues", "earlier_clues", "publication_clues"]

_NEAR = (0, 1, 2, 3, 3, 5, 5, 5, 8, 8, 8, 8, 12, 12, 12, 12, 12)


def date_clues(scene: Scene, place: int, number: int) -> list[str]:
    """Give the clues of trigger `place` of the scene for its date mention `number`."""
    trigger, date = scene.triggers[place], scene.dates[number]
    first, last = scene.date_words[number]
    after = first > trigger.first
    low, high = (trigger.last + 1, first) if after else (last, trigger.first)
    gap = max(high - low, 0)
    near = _NEAR[gap] if gap < len(_NEAR) else 20
    side = ">" if after else "<"
    verbs, nouns = scene.between(low, high)
    commas, bounds = scene.marks(low, high)
    group = trigger.form
    kind = "say" if trigger.reports else group
    before = scene.word(first - 1)
    if before in ("the", "a", "early", "late", "about", "around"):
        before = scene.word(first - 2)
    if before not in scene.kinds.preposition and before not in (",", "since", "until", "by", "-"):
        before = "_"
    grain = scene.grains[number]
    clues = [
        "d",
        f"d lemma {trigger.lemma}",
        f"d near{near}{side}",
        f"d verbs{min(verbs, 2)}{side}",
        f"d nouns{min(nouns, 2)}",
        f"d bounds{min(bounds, 2)}{side}",
        f"d commas{min(commas, 2)}",
        f"d {kind}{side}",
        f"d {group}",
        f"d prep {before}",
        f"d grain {grain}",
        f"d {kind} verbs{min(verbs, 1)} bounds{min(bounds, 1)}{side}",
        f"d {scene.relation(date)} {group}",
        f"d grain {grain} {group}",
    ]
    if first == scene.first or (first == scene.first + 1 and before != "_"):
        clues.append(f"d opens {kind}")
    if len(scene.dates) == 1:
        clues.append("d only")
    if scene.nearest_date(place) == number:
        clues.append("d nearest date")
    if scene.nearest_trigger(number) == place:
        clues.append("d nearest event")
    if trigger.form == "noun" and (before == "_" or scene.word(last) == "'s") and not after and gap < 3:
        clues.append("d modifies noun")
    if trigger.negated:
        clues.append("d negated")
    if scene.in_marks(trigger.first) != scene.in_marks(first):
        clues.append("d across marks")
    return clues


def publication_clues(scene: Scene, place: int) -> list[str]:
    """Give the clues for the publication date being the event's."""
    trigger = scene.triggers[place]
    group = trigger.form
    kind = "say" if trigger.reports else group
    said = "say " + group if trigger.reports else group
    dated = "dated" if scene.dates else "undated"
    marks = "quoted" if scene.in_marks(trigger.first) else "plain"
    clues = [
        "p",
        f"p {said}",
        f"p {kind} {dated}",
        f"p {marks} {kind}",
        f"p {dated}",
        f"p sentence{min(scene.number, 4)} {kind}",
        f"p habit{scene.habit} {kind}",
        f"p verb{min(scene.verbs_before(place), 2)} {kind}",
    ]
    clues.append(f"p after {scene.latest} {kind}")
    clues.append(f"p style {scene.style} {kind}")
    clues.append(f"p lemma {trigger.lemma}")
    if trigger.negated:
        clues.append("p negated")
    if trigger.passive:
        clues.append("p passive")
    if trigger.lemma in scene.kinds.stative:
        clues.append("p stative")
    if trigger.lemma in scene.kinds.aspectual:
        clues.append("p aspectual")
    if trigger.type:
        clues.append(f"p typed {group == 'noun'}")
    before = scene.word(trigger.first - 1)
    if group == "noun":
        clues.append(
            "p noun " + (before if before in scene.kinds.determiner or before in scene.kinds.preposition else "_")
        )
    elif before in scene.kinds.determiner or before in scene.kinds.preposition or before in scene.kinds.pronoun:
        clues.append("p before " + before)
    if scene.sub(place):
        clues.append(f"p sub {scene.sub(place)}")
    if scene.vague:
        clues.append(f"p vague {kind}")
    clues += [f"p with {near} {kind}" for near in scene.date_relations()]
    return clues


def earlier_clues(scene: Scene, place: int, date: DateMention, grain: str, gap: int) -> list[str]:
    """Give the clues for a date that dated an earlier event."""
    trigger = scene.triggers[place]
    kind = "say" if trigger.reports else trigger.form
    before = scene.word(trigger.first - 1)
    clues = [
        "e prev",
        f"e prev {kind}",
        f"e prev gap{min(gap, 3)}",
        f"e prev grain {grain}",
        f"e prev {'dated' if scene.dates else 'undated'} {kind}",
        f"e prev {scene.relation(date)} {kind}",
    ]
    if before in ("the", "this", "that"):
        clues.append("e prev the")
    if scene.in_marks(trigger.first):
        clues.append("e prev quoted")
    if trigger.negated:
        clues.append("e prev negated")
    return clues
