"""How well events are found, dated and typed.

A predicted event covers a gold one when their spans overlap, or, where none does, when it lies in the gold event's
scope; of several the longest overlap, then the shortest span, then the first is taken. Times are compared as days.

| figure | what it is |
|---|---|
| exact | the same first and last day |
| day, month, year | the same, of gold times that lie in one day, month or year |
| overlap | times that share a day |
| over-dated | covered gold events without a closed time that were given one |
| type | right among the typed gold events (accuracy), among those that were given a type (precision), macro F1 |
| typed on none | articles without a typed event in which one was typed |
| who, where | F1 of the words of participants and places; best: of the first against the likeliest |

Recall at a level is over all dated gold events it suits, precision over the dated predictions that cover one.
"""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

import attrs

from newsparse.evaluate.measures import Figure, Scores, f1, share
from newsparse.evaluate.mistakes import OnMistake, Teller
from newsparse.evaluate.rows import Annotated, MarkedEvent
from newsparse.interchange.edtf import read_edtf

__all__ = ["LEVELS", "score_events"]

LEVELS = ("exact", "day", "month", "year", "overlap")
WORD = re.compile(r"\w+")
ARTICLES = frozenset({"a", "an", "the"})
Days = tuple[dt.date, dt.date]


@attrs.define
class _Tally:
    """What is counted over all articles."""

    counts: Counter[str] = attrs.Factory(Counter)
    recall: Counter[tuple[str, bool]] = attrs.Factory(Counter)
    """Level, and whether it agrees: of the dated gold events."""
    precision: Counter[tuple[str, bool]] = attrs.Factory(Counter)
    """The same of the dated predictions."""
    types: Counter[tuple[str, str]] = attrs.Factory(Counter)
    """Type, and gold, predicted or right."""
    words: dict[str, list[float]] = attrs.Factory(lambda: defaultdict(list))
    """who, where, who best, where best: F1 of each gold event that has some."""


def score_events(
    gold: Iterable[Annotated],
    predicted: Mapping[str, Annotated],
    *,
    full_type: bool = False,
    on_mistake: OnMistake | None = None,
) -> Scores:
    """Score predicted events.

    Parameters:
        gold: annotated articles; those without the layer are passed over.
        predicted: predictions by id; a missing one has no events.
        full_type: compare `AGREE.trade` as it is, not up to the point.
        on_mistake: called with each gold event that no prediction covers, or one with another time or type.
    """
    tally = _Tally()
    for one in gold:
        if one.events is not None:
            found = predicted.get(one.id)
            _count(one.events, (found and found.events) or (), tally, full_type, Teller(one, on_mistake))
    return _figures(tally)


def _count(
    gold: Sequence[MarkedEvent], predicted: Sequence[MarkedEvent], tally: _Tally, full_type: bool, tell: Teller
) -> None:
    covering = [_covering(one, predicted) for one in gold]
    used = {index for index in covering if index is not None}
    tally.counts.update(articles=1, gold=len(gold), predicted=len(predicted), predicted_covering=len(used))
    tally.counts["predicted_dated"] += sum(1 for index in used if _closed(predicted[index].when))
    agreeing: dict[int, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for one, index in zip(gold, covering, strict=True):
        other = None if index is None else predicted[index]
        tally.counts["covered"] += other is not None
        for level, agrees in _dated(one, other, tally.counts):
            tally.recall[level, agrees] += 1
            if index is not None and other is not None and _closed(other.when):
                agreeing[index][level].append(agrees)
        _tell(one, other, full_type, tell)
        _count_type(one, other, tally, full_type)
        _count_words(one, other, tally)
    for levels in agreeing.values():
        for level, found in levels.items():
            tally.precision[level, any(found)] += 1
    if not any(one.type for one in gold):
        tally.counts["typeless"] += 1
        tally.counts["typed on none"] += any(one.type for one in predicted)


def _tell(gold: MarkedEvent, other: MarkedEvent | None, full: bool, tell: Teller) -> None:
    if other is None:
        tell("missed", _told(tell, gold))
    elif _closed(gold.when) != _closed(other.when):
        tell("time", _told(tell, gold), _told(tell, other))
    elif gold.type is not None and _type(gold.type, full) != _type(other.type, full):
        tell("type", _told(tell, gold), _told(tell, other))


def _told(tell: Teller, event: MarkedEvent) -> str:
    return tell.words(event.span, event.when, event.type)


def _covering(gold: MarkedEvent, predicted: Sequence[MarkedEvent]) -> int | None:
    for scope in (gold.span, gold.scope):
        if scope is None:
            continue
        keys = []
        for index, one in enumerate(predicted):
            overlap = min(one.span.end, scope.end) - max(one.span.start, scope.start)
            if overlap > 0:
                keys.append((-overlap, len(one.span), one.span.start, index))
        if keys:
            return min(keys)[-1]
    return None


def _dated(gold: MarkedEvent, other: MarkedEvent | None, counts: Counter[str]) -> Iterator[tuple[str, bool]]:
    """Give the levels that suit a gold event's time and whether the prediction agrees."""
    days, found = _closed(gold.when), _closed(other.when) if other else None
    if days is None:
        counts["undated_covered"] += other is not None
        counts["overdated"] += found is not None
        return
    counts["dated"] += 1
    first, last = days
    yield "exact", found == days
    if first == last:
        yield "day", found == days
    if _month(first) == _month(last):
        yield "month", found is not None and _month(found[0]) == _month(found[1]) == _month(first)
    if first.year == last.year:
        yield "year", found is not None and found[0].year == found[1].year == first.year
    yield "overlap", found is not None and found[0] <= last and first <= found[1]


def _closed(when: str | None) -> Days | None:
    interval = read_edtf(when) if when else None
    if interval is None or interval.earliest is None or interval.latest is None:
        return None
    return interval.earliest, interval.latest


def _month(day: dt.date) -> tuple[int, int]:
    return day.year, day.month


def _count_type(gold: MarkedEvent, other: MarkedEvent | None, tally: _Tally, full: bool) -> None:
    if gold.type is None:
        return
    wanted, found = _type(gold.type, full), _type(other.type, full) if other else None
    tally.types[wanted or "", "gold"] += 1
    if found is not None:
        tally.types[found, "predicted"] += 1
        tally.types[found, "right"] += wanted == found


def _type(name: str | None, full: bool) -> str | None:
    return name if full or name is None else name.partition(".")[0]


def _count_words(gold: MarkedEvent, other: MarkedEvent | None, tally: _Tally) -> None:
    for field in ("who", "where"):
        wanted: tuple[str, ...] = getattr(gold, field)
        found: tuple[str, ...] = getattr(other, field) if other else ()
        if wanted:
            tally.words[field].append(_word_f1(wanted, found))
            tally.words[f"{field} best"].append(max(_word_f1([one], found[:1]) for one in wanted))


def _word_f1(gold: Iterable[str], predicted: Iterable[str]) -> float:
    wanted, found = _words(gold), _words(predicted)
    if not wanted and not found:
        return 1.0
    common = (wanted & found).total()
    return f1(share(common, found.total()), share(common, wanted.total()))


def _words(phrases: Iterable[str]) -> Counter[str]:
    return Counter(word for phrase in phrases for word in WORD.findall(phrase.lower()) if word not in ARTICLES)


def _figures(tally: _Tally) -> Scores:
    counts = tally.counts
    rows: dict[str, dict[str, Figure]] = {
        "events": {
            "gold": counts["gold"],
            "predicted": counts["predicted"],
            "covered": counts["covered"],
            "covering": counts["predicted_covering"],
            "dated": counts["dated"],
            "over-dated": _part(counts["overdated"], counts["undated_covered"]),
            "exact P of all": _part(tally.precision["exact", True], counts["predicted_dated"]),
        }
    }
    for level in LEVELS:
        recall, suited = _of(tally.recall, level)
        precision, _judged = _of(tally.precision, level)
        both = f1(precision or 0.0, recall or 0.0) if suited else None
        rows[level] = {"gold": suited, "P": precision, "R": recall, "F1": both}
    rows["type"] = _types(tally)
    for field in ("who", "where"):
        scores = tally.words[field]
        rows[field] = {
            "gold": len(scores),
            "F1": _mean(scores),
            "best F1": _mean(tally.words[f"{field} best"]),
        }
    return rows


def _of(counted: Counter[tuple[str, bool]], level: str) -> tuple[float | None, int]:
    whole = counted[level, True] + counted[level, False]
    return _part(counted[level, True], whole), whole


def _part(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _mean(values: Sequence[float]) -> float | None:
    return sum(values) / len(values) if values else None


def _types(tally: _Tally) -> dict[str, Figure]:
    names = sorted({name for name, what in tally.types if what == "gold"})
    gold, predicted, right = (
        sum(n for (_name, what), n in tally.types.items() if what == wanted)
        for wanted in ("gold", "predicted", "right")
    )
    each = [
        2 * tally.types[name, "right"] / (tally.types[name, "gold"] + tally.types[name, "predicted"]) for name in names
    ]
    return {
        "gold": gold,
        "predicted": predicted,
        "accuracy": _part(right, gold),
        "precision": _part(right, predicted),
        "macro F1": _mean(each),
        "typeless": tally.counts["typeless"],
        "typed on none": tally.counts["typed on none"],
    }
