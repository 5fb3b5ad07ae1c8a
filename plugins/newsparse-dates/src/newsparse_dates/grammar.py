"""The grammar of one language: its vocabulary, its rules, and which rules can begin with which word."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from newsparse.errors import DataError
from newsparse.lexicon import load_table, load_words
from newsparse_dates.daterules import PACKAGE, DateRule, load_date_rules, load_language_vocabulary
from newsparse_dates.firsts import first_characters
from newsparse_dates.shapes import SHAPE_CODES
from newsparse_dates.vocabulary import Vocabulary

__all__ = ["LANGUAGES", "Grammar", "load_grammar"]

LANGUAGES = ("en", "de")
"""Languages that have a data folder."""
_GROUP = re.compile(r"\(\?P<\w+>")
NEVER = "(?!)"
"""A pattern that matches nowhere."""
LISTS = ("asking", "business", "clause", "discourse", "first_name", "month_or_word", "numbered", "preposition")
"""Word lists that conditions ask."""
Index = Mapping[str, tuple[DateRule, ...]]


class AnyStart(dict[str, re.Pattern[str]]):
    """Patterns that match where any of the rules that begin with a character does; made when first asked for."""

    def __init__(self, starts: Index) -> None:
        super().__init__()
        self._starts = starts

    def __missing__(self, code: str) -> re.Pattern[str]:
        patterns = [_GROUP.sub("(?:", rule.pattern) for rule in self._starts.get(code, ())]
        return self.setdefault(code, re.compile("|".join(f"(?:{pattern})" for pattern in patterns) or NEVER))


@attrs.frozen(kw_only=True, eq=False)
class Grammar:
    """Everything a language needs to recognise its time expressions."""

    language: str
    """Its code."""
    vocabulary: Vocabulary
    """Its words of time."""
    rules: tuple[DateRule, ...]
    """Its rules in their order of precedence."""
    starts: Index
    """Character to the rules that can begin with it."""
    any_start: AnyStart
    """Character to a pattern that tells whether any of these rules holds: one match instead of forty."""
    opener: re.Pattern[str]
    """The characters with which a rule or a modifier can begin."""
    before: Index
    """Character to the modifiers that can begin with it."""
    after: Index
    """The same of modifiers that follow."""
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
    starts = _index(rule for rule in rules if rule.means not in ("before", "after"))
    before = _index(rule for rule in rules if rule.means == "before")
    cues = load_table(PACKAGE, language, "cue.txt")
    return Grammar(
        language=language,
        vocabulary=vocabulary,
        rules=rules,
        starts=starts,
        opener=re.compile(f"[{''.join(sorted({*starts, *before}))}]"),
        any_start=AnyStart(starts),
        before=before,
        after=_index(rule for rule in rules if rule.means == "after"),
        run=_run(vocabulary, load_words(PACKAGE, language, "trigger.txt")),
        past_endings=tuple(sorted(load_words(PACKAGE, language, "past_ending.txt"))),
        lists={name: load_words(PACKAGE, language, f"{name}.txt") for name in LISTS},
        cues={word: tense for word, (tense, *_) in cues.items()},
    )


def _index(rules: Iterable[DateRule]) -> Index:
    index: dict[str, list[DateRule]] = {}
    for rule in rules:
        for code in first_characters(rule.pattern):
            index.setdefault(code, []).append(rule)
    return {code: tuple(found) for code, found in index.items()}


def _run(vocabulary: Vocabulary, names: Iterable[str]) -> re.Pattern[str]:
    """Make the pattern of a run of words of time; the connecting words before its first trigger are limited."""
    triggers = {code for name in names for code in vocabulary.telling(name)}
    others = "".join(sorted({*vocabulary.codes.values(), *SHAPE_CODES} - triggers))
    chosen = "".join(sorted(triggers))
    return re.compile(f"[{others}]{{0,12}}[{chosen}][{others}{chosen}]*")
