"""How well clutter is told from the article.

Blocks that must go are of the kinds read_more, promo, advert and nav; captions, bylines and the like are not scored;
all others must stay. White space never counts, and a block is removed when at least half of its characters are.

| figure | what it is |
|---|---|
| P, R, F1 | removed blocks that had to go |
| lost | share of the characters that must stay and were removed |
| left | share of the characters that must go and were not removed |
| hard | blocks that look like clutter and are none, and those of them that lost a character |
| exact | share of the texts in which every character is where it belongs |
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from newsparse.evaluate.measures import Scores, precision_recall, share
from newsparse.evaluate.mistakes import OnMistake, Teller
from newsparse.evaluate.rows import DROPPED, Annotated, MarkedBlock
from newsparse.span import Span

__all__ = ["NEUTRAL", "score_cleaning"]

NEUTRAL = frozenset({"caption", "credit", "byline", "dateline", "embed", "note", "pointer", "separator"})
"""Kinds of block that may go or stay."""


def score_cleaning(
    gold: Iterable[Annotated],
    predicted: Mapping[str, Annotated],
    *,
    dropped: Collection[str] = DROPPED,
    neutral: Collection[str] = NEUTRAL,
    on_mistake: OnMistake | None = None,
) -> Scores:
    """Score what was removed from the texts.

    Parameters:
        gold: annotated articles; those without blocks are passed over.
        predicted: predictions by id; from a missing one nothing was removed.
        dropped: kinds of block that must go.
        neutral: kinds of block that are not scored.
        on_mistake: called with each block that is left in, and each that lost characters.
    """
    counts: Counter[str] = Counter()
    for one in gold:
        if one.blocks is not None:
            found = predicted.get(one.id)
            counts.update(_count(one, (found and found.removed) or (), dropped, neutral, Teller(one, on_mistake)))
    precision, recall, both = precision_recall(counts["hit"], counts["hit"] + counts["false"], counts["drop"])
    return {
        "cleaning": {
            "articles": counts["articles"],
            "gold": counts["drop"],
            "predicted": counts["hit"] + counts["false"],
            "P": precision,
            "R": recall,
            "F1": both,
            "lost": share(counts["lost"], counts["keep characters"]),
            "left": share(counts["left"], counts["drop characters"]),
            "hard": counts["hard"],
            "hard lost": counts["hard lost"],
            "exact": share(counts["exact"], counts["articles"]),
        }
    }


def _count(
    gold: Annotated, removed: Iterable[Span], dropped: Collection[str], neutral: Collection[str], tell: Teller
) -> Counter[str]:
    mask = _mask(gold.text, removed)
    counts = Counter({"articles": 1})
    exact = True
    for block in gold.blocks or ():
        size, gone = _characters(gold.text, mask, block)
        is_out = gone * 2 >= size
        if block.label in dropped:
            counts.update({"drop": 1, "hit": is_out, "drop characters": size, "left": size - gone})
            exact &= gone == size
            if not is_out:
                tell("left", tell.words(block.span, block.label))
        elif block.label not in neutral:
            counts.update({"false": is_out, "keep characters": size, "lost": gone})
            counts.update({"hard": block.hard, "hard lost": block.hard and gone > 0})
            exact &= gone == 0
            if gone:
                tell("lost", tell.words(block.span, block.label))
    counts["exact"] += exact
    return counts


def _mask(text: str, removed: Iterable[Span]) -> bytearray:
    """Give one byte a character, 1 where it is removed."""
    mask = bytearray(len(text))
    for span in removed:
        end = min(span.end, len(text))
        mask[span.start : end] = b"\1" * max(0, end - span.start)
    return mask


def _characters(text: str, mask: bytearray, block: MarkedBlock) -> tuple[int, int]:
    """Give the number of a block's characters and of those that are removed, white space left out."""
    spots = [spot for spot in range(block.span.start, min(block.span.end, len(text))) if not text[spot].isspace()]
    return len(spots), sum(mask[spot] for spot in spots)
