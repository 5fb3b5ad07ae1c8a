"""The tense of a clause, from the words around a date: `will`, `due`, `until` against past verbs."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from newsparse import Words

__all__ = ["clause_tense"]

REACH = 9
"""Words looked at on each side."""
STOPS = frozenset(".!?;:")


def clause_tense(words: Words, first: int, last: int, cues: Mapping[str, str]) -> Literal["past", "future"] | None:
    """Tell the tense of the clause around the words `first` to `last`; a cue for the future goes before one for the past."""
    past = False
    lowers = words.lowers
    for step in (-1, 1):
        start = first - 1 if step < 0 else last
        for index in range(start, start + step * REACH, step):
            if not 0 <= index < len(lowers) or lowers[index] in STOPS:
                break
            cue = cues.get(lowers[index])
            if cue == "future":
                return "future"
            past = past or cue == "past" or lowers[index].endswith("ed")
    return "past" if past else None
