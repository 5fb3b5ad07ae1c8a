"""How well dates are found and resolved: the measures of TempEval-3 (UzZaman et al. 2013).

Gold and predicted dates are paired one to one: the same span first, then the larger overlap, then the leftmost.

| figure | what it is |
|---|---|
| relaxed, strict | P, R and F1 of dates that overlap, and of those with the same span |
| type, value | share of the pairs with the right type and TIMEX3 value |
| type F1, value F1 | relaxed F1 times that share: value F1 ranks systems |
| strict value F1 | a hit needs the same span and the same value |
| soft | value, after differences that mean nothing are undone (P7D is P1W) |

By type: recall over gold of the type; precision over predictions paired with gold of the type and those unpaired
that claim it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from newsparse.evaluate.measures import Scores, precision_recall, share
from newsparse.evaluate.mistakes import OnMistake, Teller
from newsparse.evaluate.rows import Annotated, MarkedDate
from newsparse.evaluate.timex import soften

__all__ = ["score_dates"]

ALL = "all"
WRONG = {"value": "value", "type": "type", "span": "strict"}
"""What is told of a pair, by the first part of it that is wrong."""


def score_dates(
    gold: Iterable[Annotated],
    predicted: Mapping[str, Annotated],
    *,
    skip_function: str | None = None,
    on_mistake: OnMistake | None = None,
) -> Scores:
    """Score predicted dates by type, and `all` of them.

    Parameters:
        gold: annotated articles; those without the layer are passed over.
        predicted: predictions by id; a missing one has no dates.
        skip_function: leave out gold dates of this function, as PUBLICATION_TIME, and what overlaps them.
        on_mistake: called with each date that is missed, false, or of another span, value or type.
    """
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for one in gold:
        if one.dates is None:
            continue
        found = predicted.get(one.id)
        marked: Sequence[MarkedDate] = (found and found.dates) or ()
        skipped = [date for date in one.dates if skip_function and date.function == skip_function]
        wanted = [date for date in one.dates if date not in skipped]
        marked = [date for date in marked if not any(date.span.overlaps(other.span) for other in skipped)]
        _count(wanted, marked, counts, Teller(one, on_mistake))
    rows = sorted((name for name in counts if name != ALL), key=str)
    return {name: _figures(counts[name]) for name in (ALL, *rows)}


def _count(
    gold: Sequence[MarkedDate], predicted: Sequence[MarkedDate], counts: dict[str, Counter[str]], tell: Teller
) -> None:
    pairs = _pairs(gold, predicted)
    for number, date in enumerate(gold):
        pair = _pair(date, predicted[pairs[number]]) if number in pairs else {}
        for row in (ALL, date.type):
            counts[row]["gold"] += 1
            counts[row].update(pair)
        if number not in pairs:
            tell("missed", _told(tell, date))
        elif wrong := next((name for name, part in WRONG.items() if not pair[part]), None):
            tell(wrong, _told(tell, date), _told(tell, predicted[pairs[number]]))
    paired = set(pairs.values())
    for index, date in enumerate(predicted):
        if index not in paired:
            tell("false", "", _told(tell, date))
            for row in (ALL, date.type):
                counts[row]["predicted"] += 1


def _told(tell: Teller, date: MarkedDate) -> str:
    return tell.words(date.span, date.type, date.value)


def _pairs(gold: Sequence[MarkedDate], predicted: Sequence[MarkedDate]) -> dict[int, int]:
    candidates = []
    for number, one in enumerate(gold):
        for index, other in enumerate(predicted):
            overlap = min(one.span.end, other.span.end) - max(one.span.start, other.span.start)
            if overlap > 0:
                differs = one.span != other.span
                candidates.append((differs, -overlap, one.span.start, other.span.start, number, index))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for *_order, number, index in sorted(candidates):
        if number not in pairs and index not in taken:
            pairs[number] = index
            taken.add(index)
    return pairs


def _pair(gold: MarkedDate, predicted: MarkedDate) -> dict[str, int]:
    same_span, same_value = gold.span == predicted.span, gold.value == predicted.value
    return {
        "predicted": 1,
        "pair": 1,
        "strict": int(same_span),
        "type": int(gold.type == predicted.type),
        "value": int(same_value),
        "soft": int(soften(gold.value) == soften(predicted.value)),
        "strict value": int(same_span and same_value),
    }


def _figures(counts: Counter[str]) -> dict[str, float | int | None]:
    relaxed = precision_recall(counts["pair"], counts["predicted"], counts["gold"])
    strict = precision_recall(counts["strict"], counts["predicted"], counts["gold"])
    shares = {name: share(counts[name], counts["pair"]) for name in ("type", "value", "soft")}
    return {
        "gold": counts["gold"],
        "predicted": counts["predicted"],
        **dict(zip(("relaxed P", "relaxed R", "relaxed F1"), relaxed, strict=True)),
        **dict(zip(("strict P", "strict R", "strict F1"), strict, strict=True)),
        **shares,
        **{f"{name} F1": relaxed[2] * one for name, one in shares.items()},
        "strict value F1": precision_recall(counts["strict value"], counts["predicted"], counts["gold"])[2],
    }
