"""The grammar of one language: its vocabulary, its rules, and which rules can begin with which words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache

import attrs

from newsparse.errors import DataError
from newsparse.lexicon import load_table, load_words
from newsparse_dates.daterules import PACKAGE, DateRule, load_date_rules, load_language_vocabulary
from newsparse_dates.firsts import find_opening
from newsparse_dates.shapes import SHAPE_CODES
from newsparse_dates.vocabulary import Vocabulary

__all__ = ["LANGUAGES", "Grammar", "load_grammar"]

LANGUAGES = ("en", "de")
"""Languages that have a data folder."""
LISTS = ("asking", "business", "clause", "discourse", "first_name", "month_or_word", "numbered", "preposition")
"""Word lists that conditions ask."""
KEPT = 4096
"""Pairs of characters whose rules are remembered."""


class Index:
    """Finds the rules that can hold at a place by the two characters there: five of two hundred."""

    def __init__(self, rules: Iterable[DateRule]) -> None:
        self._openings = [(find_opening(rule.pattern), rule) for rule in rules]
        self.first = frozenset[str]().union(*(opening.first for opening, _ in self._openings))
        self.at = lru_cache(KEPT)(self._at)

    def _at(self, pair: str) -> tuple[DateRule, ...]:
        """Give the rules that can begin with `pair`, in their order; it is one character at the end of the text."""
        first, second = pair[0], pair[1:]
        if first not in self.first:
            return ()
        return tuple(
            rule
            for opening, rule in self._openings
            if first in opening.single or (first in opening.first and second in opening.second)
        )


@attrs.frozen(kw_only=True, eq=False)
class Grammar:
    """Everything a language needs to recognise its time expressions."""

    language: str
    """Its code."""
    vocabulary: Vocabulary
    """Its words of time."""
    rules: tuple[DateRule, ...]
    """Its rules in their order of precedence."""
    core: Index
    """The rules that find an expression."""
    opener: re.Pattern[str]
    """The characters with which a rule or a modifier can begin."""
    before: Index
    """The modifiers that stand before it."""
    after: Index
    """The modifiers that follow it."""
    run: re.Pattern[str]
    """A run of words of time with at least one that tells of time by itself."""
    cues: Mapping[str, str]
    """Words that tell the tense of a clause: `past` or `future`."""
    past_endings: tuple[str, ...]
    """Endings of past forms."""
    lists: Mapping[str, frozenset[str]]
    """Word lists that conditions ask, by their names."""


@cache
def load_grammar(language: str) -> Grammar:
    """Load the grammar of a language.

    Raises:
        DataError: there is no such language, or its data are broken.

    """
    if language not in LANGUAGES:
        raise DataError(f"language {language!r}: no data folder; known: {', '.join(LANGUAGES)}")
    vocabulary = load_language_vocabulary(language)
    rules = load_date_rules(language, vocabulary)
    core = Index(rule for rule in rules if rule.means not in ("before", "after"))
    before = Index(rule for rule in rules if rule.means == "before")
    cues = load_table(PACKAGE, language, "cue.txt")
    return Grammar(
        language=language,
        vocabulary=vocabulary,
        rules=rules,
        core=core,
        opener=re.compile(f"[{''.join(sorted(core.first | before.first))}]"),
        before=before,
        after=Index(rule for rule in rules if rule.means == "after"),
        run=_run(vocabulary, load_words(PACKAGE, language, "trigger.txt")),
        past_endings=tuple(sorted(load_words(PACKAGE, language, "past_ending.txt"))),
        lists={name: load_words(PACKAGE, language, f"{name}.txt") for name in LISTS},
        cues={word: tense for word, (tense, *_) in cues.items()},
    )


def _run(vocabulary: Vocabulary, names: Iterable[str]) -> re.Pattern[str]:
    """Make the pattern of a run of words of time; the connecting words before its first trigger are limited."""
    triggers = {code for name in names for code in vocabulary.telling(name)}
    others = "".join(sorted({*vocabulary.codes.values(), *SHAPE_CODES} - triggers))
    chosen = "".join(sorted(triggers))
    return re.compile(f"[{others}]{{0,12}}[{chosen}][{others}{chosen}]*")
