"""How well quotes are found: contents by their words, and the speakers of those that match.

The words of a text are its runs of letters and digits; marks and spaces never count, so that edges are tolerant.
Gold and predicted contents are paired one to one from the best overlap (Jaccard index of their words) down to
`min_overlap`. A gold quote that is not asked for costs nothing whether it is found or not.

| figure | what it is |
|---|---|
| P, R, F1 | paired contents |
| exact | paired contents with the same words |
| speaker | pairs whose speakers share a word that is no determiner or title, or that both have none |
| speaker exact, speaker given | the same words; only where gold has a speaker |
| full | precision, recall and F1 of pairs with the right speaker |
| token | words inside any content: recall by the gold kind, precision by the predicted one |
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

import attrs

from newsparse.evaluate.measures import Scores, f1, precision_recall, share
from newsparse.evaluate.mistakes import OnMistake, Teller
from newsparse.evaluate.rows import Annotated, MarkedQuote
from newsparse.span import Span

__all__ = ["KINDS", "score_quotes"]

KINDS = ("direct", "mixed", "indirect")
ALL = "all"
WORD = re.compile(r"\w+(?:['’]\w+)*")
DETERMINERS = frozenset({"a", "an", "the", "this", "that", "these", "those"})
WEAK = DETERMINERS | {
    "his", "her", "its", "their", "our", "my", "your", "some", "any", "one", "mr", "mrs", "ms", "dr", "sen", "rep",
    "gov",
}  # fmt: skip
"""Words that two speakers may share by chance."""
MOSTLY = 0.8
"""A prediction with this share of its words inside a quote that is not asked for is left out."""

Positions = frozenset[int]


class _Text:
    """The words of a text, by position."""

    def __init__(self, text: str) -> None:
        found = list(WORD.finditer(text))
        self.starts = [match.start() for match in found]
        self.ends = [match.end() for match in found]
        self.lowers = [match.group().lower() for match in found]

    def within(self, spans: Iterable[Span]) -> Positions:
        return frozenset(
            word
            for span in spans
            for word in range(bisect_right(self.ends, span.start), bisect_left(self.starts, span.end))
        )

    def without(self, words: Positions, weak: Collection[str]) -> Positions:
        """Leave weak words out, unless there are no others."""
        return frozenset(word for word in words if self.lowers[word] not in weak) or words


@attrs.frozen(kw_only=True)
class _Quote:
    marked: MarkedQuote
    kind: str
    content: Positions
    speaker: Positions
    asked: bool
    group: str | None


@attrs.frozen(kw_only=True)
class _Options:
    segments: bool
    only_class: str | None
    kinds: frozenset[str] | None
    min_overlap: float


def score_quotes(
    gold: Iterable[Annotated],
    predicted: Mapping[str, Annotated],
    *,
    segments: bool = False,
    only_class: str | None = None,
    kinds: Iterable[str] | None = None,
    min_overlap: float = 0.5,
    on_mistake: OnMistake | None = None,
) -> Scores:
    """Score predicted quotes by kind, and `all` of them.

    Parameters:
        gold: annotated articles; those without the layer are passed over.
        predicted: predictions by id; a missing one has no quotes.
        segments: score each piece of a quote by itself.
        only_class: ask only for gold quotes of this class.
        kinds: ask only for gold quotes of these kinds.
        min_overlap: how much two contents must overlap to be a pair.
        on_mistake: called with each quote that is missed, false, or of another speaker.
    """
    options = _Options(
        segments=segments, only_class=only_class, kinds=frozenset(kinds) if kinds else None, min_overlap=min_overlap
    )
    counts: Counter[tuple[str, str]] = Counter()
    for one in gold:
        if one.quotes is not None:
            found = predicted.get(one.id)
            counts.update(
                _count(one.text, one.quotes, (found and found.quotes) or (), options, Teller(one, on_mistake))
            )
    for (kind, name), number in list(counts.items()):
        if kind != ALL and not name.startswith("token"):
            counts[ALL, name] += number
    return {
        kind: _figures(Counter({name: n for (of, name), n in counts.items() if of == kind})) for kind in (*KINDS, ALL)
    }


def _count(
    text: str,
    gold_marked: Sequence[MarkedQuote],
    predicted_marked: Sequence[MarkedQuote],
    options: _Options,
    tell: Teller,
) -> Counter[tuple[str, str]]:
    words = _Text(text)
    gold = [one for marked in gold_marked for one in _prepared(marked, words, options, gold=True)]
    predicted = [one for marked in predicted_marked for one in _prepared(marked, words, options, gold=False)]
    pairs = _pairs(gold, predicted, options.min_overlap)
    counts: Counter[tuple[str, str]] = Counter()
    for index, one in enumerate(gold):
        if one.asked:
            counts[one.kind, "gold"] += 1
            pair = _pair(one, predicted[pairs[index]], words) if index in pairs else Counter()
            counts.update({(one.kind, name): n for name, n in pair.items()})
            if not pair["speaker"]:
                other = _told(tell, predicted[pairs[index]]) if pair else ""
                tell("speaker" if pair else "missed", _told(tell, one), other)
    held = _held_against(gold, predicted, pairs, options)
    matched = set(pairs.values())
    for index in held:
        if index not in matched:
            counts[predicted[index].kind, "false"] += 1
            tell("false", "", _told(tell, predicted[index]))
    counts.update(_tokens(gold, [predicted[index] for index in held]))
    return counts


def _told(tell: Teller, one: _Quote) -> str:
    return tell.words(one.marked.kind, one.marked.content, one.marked.speaker)


def _prepared(marked: MarkedQuote, words: _Text, options: _Options, *, gold: bool) -> Iterable[_Quote]:
    asked = not marked.ignored
    if gold and options.kinds is not None and marked.kind not in options.kinds:
        asked = False
    if gold and options.only_class and marked.group != options.only_class:
        asked = False
    speaker = words.without(words.within(marked.speaker), DETERMINERS)
    for part in ([span] for span in marked.content) if options.segments else [marked.content]:
        if content := words.within(part):
            yield _Quote(
                marked=marked, kind=marked.kind, content=content, speaker=speaker, asked=asked, group=marked.group
            )


def _pairs(gold: Sequence[_Quote], predicted: Sequence[_Quote], floor: float) -> dict[int, int]:
    """Pair gold with predicted quotes, the best overlap first; gold index to predicted index."""
    by_word: dict[int, list[int]] = defaultdict(list)
    for index, one in enumerate(predicted):
        for word in one.content:
            by_word[word].append(index)
    candidates = []
    for number, one in enumerate(gold):
        shared = Counter(index for word in one.content for index in by_word.get(word, ()))
        for index, common in shared.items():
            other = predicted[index]
            overlap = common / (len(one.content) + len(other.content) - common)
            if overlap >= floor:
                candidates.append((overlap, common, _same_speaker(one.speaker, other.speaker), -number, -index))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _overlap, _common, _same, number, index in sorted(candidates, reverse=True):
        if -number not in pairs and -index not in taken:
            pairs[-number] = -index
            taken.add(-index)
    return pairs


def _same_speaker(one: Positions, other: Positions) -> bool:
    return bool(one & other) or not (one or other)


def _pair(gold: _Quote, predicted: _Quote, words: _Text) -> Counter[str]:
    right = _same_speaker(words.without(gold.speaker, WEAK), words.without(predicted.speaker, WEAK))
    return Counter(
        {
            "pair": 1,
            "exact": int(gold.content == predicted.content),
            "speaker": int(right),
            "speaker exact": int(gold.speaker == predicted.speaker),
            "pair with speaker": int(bool(gold.speaker)),
            "speaker given": int(bool(gold.speaker) and right),
            "kind": int(gold.kind == predicted.kind),
        }
    )


def _held_against(
    gold: Sequence[_Quote], predicted: Sequence[_Quote], pairs: Mapping[int, int], options: _Options
) -> list[int]:
    """Give the indexes of the predictions that count: not those of quotes that are not asked for."""
    pair_of = {index: number for number, index in pairs.items()}
    free = [one.content for one in gold if not one.asked]
    held = []
    for index, one in enumerate(predicted):
        if index in pair_of:
            counts = gold[pair_of[index]].asked
        elif options.only_class and (one.group or options.only_class) != options.only_class:
            counts = False
        else:
            counts = not any(_belongs(one.content, other, options.min_overlap) for other in free)
        if counts:
            held.append(index)
    return held


def _belongs(content: Positions, free: Positions, floor: float) -> bool:
    common = len(content & free)
    return common >= MOSTLY * len(content) or common >= floor * len(content | free)


def _tokens(gold: Sequence[_Quote], predicted: Sequence[_Quote]) -> Counter[tuple[str, str]]:
    asked = _united(one.content for one in gold if one.asked)
    free = _united(one.content for one in gold if not one.asked) - asked
    all_predicted = _united(one.content for one in predicted) - free
    counts: Counter[tuple[str, str]] = Counter()
    for kind in (*KINDS, ALL):
        of_gold = _united(one.content for one in gold if one.asked and kind in (one.kind, ALL))
        of_predicted = _united(one.content for one in predicted if kind in (one.kind, ALL)) - free
        counts[kind, "token gold"] += len(of_gold)
        counts[kind, "token found"] += len(of_gold & all_predicted)
        counts[kind, "token predicted"] += len(of_predicted)
        counts[kind, "token right"] += len(of_predicted & asked)
    return counts


def _united(contents: Iterable[Positions]) -> Positions:
    return frozenset().union(*contents)


def _figures(counts: Counter[str]) -> dict[str, float | int | None]:
    predicted = counts["pair"] + counts["false"]
    found = precision_recall(counts["pair"], predicted, counts["gold"])
    exact = precision_recall(counts["exact"], predicted, counts["gold"])
    full = precision_recall(counts["speaker"], predicted, counts["gold"])
    token_p = share(counts["token right"], counts["token predicted"])
    token_r = share(counts["token found"], counts["token gold"])
    return {
        "gold": counts["gold"],
        "predicted": predicted,
        **dict(zip(("P", "R", "F1"), found, strict=True)),
        **dict(zip(("exact P", "exact R", "exact F1"), exact, strict=True)),
        "speaker": share(counts["speaker"], counts["pair"]),
        "speaker exact": share(counts["speaker exact"], counts["pair"]),
        "speaker given": share(counts["speaker given"], counts["pair with speaker"]),
        **dict(zip(("full P", "full R", "full F1"), full, strict=True)),
        "token P": token_p,
        "token R": token_r,
        "token F1": f1(token_p, token_r),
        "kind": share(counts["kind"], counts["pair"]),
    }
