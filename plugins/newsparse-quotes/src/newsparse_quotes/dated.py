"""When a quote was said: the date mention that belongs to the cue, as `on Sunday` in `Lee said on Sunday that …`."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from newsparse import DateMention, Span
from newsparse_quotes.lexicon import kinds

__all__ = ["find_said_on"]

_TYPES = ("DATE", "TIME")
_CLAUSE = frozenset(("who", "whom", "after", "before", "since", "until", "as"))
REACH = 90
"""How many characters from its cue a date may stand, the speaker's phrase not counted."""


def find_said_on(
    text: str,
    dates: Sequence[DateMention],
    unit: Span,
    cue: Span,
    speaker: Span | None,
    content: Sequence[Span],
    elsewhere: Sequence[Span] = (),
) -> DateMention | None:
    """Find the date of the cue in its `unit`: outside the content and the speaker, the nearest to the cue.

    Parameters:
        text: the article's.
        dates: the article's date mentions, in text order.
        unit: the stretch that ends like a sentence in which the cue stands.
        cue: the word that attributes the quote.
        speaker: the speaker's phrase.
        content: the pieces of the content.
        elsewhere: those of quotes beside it, as the first of `said it would open next spring, adding that …`.
    """
    taken = (*content, *elsewhere)
    best: tuple[int, DateMention] | None = None
    for index in range(bisect_left(dates, unit.start, key=lambda date: date.span.start), len(dates)):
        date = dates[index]
        span = date.span
        if span.start >= unit.end:
            break
        if date.type not in _TYPES or any(piece.overlaps(span) for piece in taken):
            continue
        if speaker is not None and speaker.contains(span):
            continue
        distance = _distance(text, span, cue, speaker, content)
        if distance is not None and distance <= REACH and (best is None or distance < best[0]):
            best = (distance, date)
    return best[1] if best else None


def _distance(text: str, date: Span, cue: Span, speaker: Span | None, content: Sequence[Span]) -> int | None:
    """Count the characters between date and cue without the speaker; None when content or a clause is between.

    In `Lee, who was elected in May, said` and `Lee said after the vote in May`, the date belongs to the clause.
    """
    left, right = (date.end, cue.start) if date.end <= cue.start else (cue.end, date.start)
    if any(left <= piece.start and piece.end <= right for piece in content):
        return None
    distance = right - left
    if speaker is not None and left <= speaker.start and speaker.end <= right:
        distance -= len(speaker)
    between = text[speaker.end : date.start] if speaker and speaker.end <= date.start < cue.start else text[left:right]
    if any(stop in between for stop in ";:") or _opens_clause(between):
        return None
    return max(distance, 0)


def _opens_clause(between: str) -> bool:
    known = kinds()
    words = {word.strip(",.").lower() for word in between.split()}
    return bool(words & _CLAUSE) or any(known.get(word) in ("wh", "sub") for word in words)
