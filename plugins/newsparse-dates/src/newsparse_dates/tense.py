"""The tense of the clause around a date: `will close on Friday` against `closed on Friday`."""

from __future__ import annotations

from typing import Literal

from newsparse import Words
from newsparse_dates.grammar import Grammar

__all__ = ["Tense", "clause_tense"]

Tense = Literal["past", "over", "future"]

LEFT, RIGHT = 12, 7
"""Words looked at before and after the date."""
STOPS = frozenset('.!?;:"“”')
PLAN = "plan"
"""Cues as `due`: what is planned lies ahead, what had been planned is over."""


def clause_tense(words: Words, first: int, last: int, grammar: Grammar) -> Tense | None:
    """Tell the tense of the clause around the words `first` to `last`: the nearest cue before them, else after them."""
    directly = grammar.cues.get(words.lowers[first - 1]) if first else None
    if directly in ("ended", "until"):
        return "over" if directly == "ended" else "future"
    if cues_after := grammar.cues.get(" ".join(("-", *words.lowers[last : last + 1])).replace("’", "'")):
        return "past" if cues_after == "past" else None  # `Wednesday's ruling`
    before = range(first - 1, max(first - 1 - LEFT, -1), -1)
    after = range(last, min(last + RIGHT, len(words.lowers)))
    return _nearest(words, before, grammar) or _nearest(words, after, grammar)


def _nearest(words: Words, indexes: range, grammar: Grammar) -> Tense | None:
    clauses, cues = grammar.lists["clause"], grammar.cues
    lowers, forms = words.lowers, words.forms
    for index in indexes:
        word = lowers[index]
        if word in grammar.vocabulary.capital and forms[index][0].isupper():
            continue  # the month of May is no verb
        if word in STOPS or word in clauses:
            return None
        cue = cues.get(" ".join(lowers[index : index + 2])) or cues.get(word)
        if cue == PLAN:
            over = any(cues.get(before) == "over" for before in lowers[max(0, index - 3) : index])
            return "past" if over else "future"
        if cue in ("future", "until"):
            return "future"
        if cue in ("past", "over") or (cue is None and len(word) > 4 and word.endswith(grammar.past_endings)):
            ahead = any(cues.get(before) == "future" for before in lowers[max(0, index - 2) : index])
            return "future" if ahead else "past"  # `will be held`
    return None
