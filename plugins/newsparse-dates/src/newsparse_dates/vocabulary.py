"""The words of time expressions in one language: a character for each, classes of them, and what they mean.

A rule is a regular expression over these characters, one a word, so `{number} {unit} {ago}` reads `two weeks
ago` whatever stands between its words. A table `data/<language>/<class>.txt` lists the words of a class and
their value; entries of several words (`christmas eve`) become sequences. The words a rule names are added.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

import attrs

from newsparse.lexicon import load_table, load_words
from newsparse.words import WORD
from newsparse_dates.shapes import SHAPES, digit_code

__all__ = ["OTHER", "Vocabulary", "load_vocabulary"]

OTHER = "\x00"
"""Stands for every word that no time expression has."""

PUNCTUATION: Mapping[str, str] = {
    "apostrophe": "'’‘`",
    "bracket": "(",
    "colon": ":",
    "closing": ")]",
    "comma": ",",
    "dash": "-‐‑–—",
    "dot": ".",
    "plus": "+",
    "quote": '"”»',
    "semicolon": ";",
    "slash": "/",
}
"""Names by which rules call marks."""

_FIRST_WORD = 0xE200
_CODE = re.compile("[\ue000-\uf8ff]")


@attrs.frozen
class Vocabulary:
    """A language's words of time and the characters that stand for them in patterns."""

    codes: Mapping[str, str]
    """Lower-case word to its character."""
    capital: frozenset[str]
    """Words that count only with a capital, as `May`."""
    fragments: Mapping[str, str]
    """Name of a class, a mark or a word to its pattern."""
    values: Mapping[str, Mapping[str, tuple[str, ...]]]
    """Class to its phrases and their columns."""
    decimal: str
    """The mark before the decimals of a number."""
    phrases: Mapping[str, Mapping[tuple[str, ...], str]]
    """Class to the words of its phrases and the phrase."""

    def encode(self, forms: Sequence[str]) -> str:
        """Write a character for each of the words `forms`."""
        codes, capital = self.codes, self.capital
        table = {}
        for form in set(forms):
            lower = form.lower()
            code = codes.get(lower)
            if code is None:
                first = lower[0]
                code = digit_code(lower) or OTHER if "0" <= first <= "9" or first == "f" else OTHER
            elif lower in capital and not (form.istitle() or (form.isupper() and len(form) == 2)):
                code = OTHER
            table[form] = code
        return "".join(map(table.__getitem__, forms))

    def phrase(self, name: str, words: Sequence[str]) -> str:
        """Give the entry of a class that `words` are, "" when they are none of it."""
        return self.phrases[name].get(tuple(words), "")

    def telling(self, name: str) -> set[str]:
        """Give the characters that tell of a class, a shape or a word: the last words of a class's phrases."""
        if name in self.phrases:
            return {digit_code(words[-1]) or self.codes[words[-1]] for words in self.phrases[name]}
        return set(_CODE.findall(self.fragments[name]))


def load_vocabulary(package: str, language: str, named: Iterable[str]) -> Vocabulary:
    """Load the vocabulary of a language together with the words `named` by its rules.

    Raises:
        DataError: a table is missing or broken.

    """
    classes = sorted(load_words(package, language, "classes.txt"))
    values = {name: load_table(package, language, f"{name}.txt") for name in classes}
    spelling = load_table(package, language, "spelling.txt")
    codes: dict[str, str] = {}

    def code(word: str) -> str:
        return digit_code(word) or codes.setdefault(word, chr(_FIRST_WORD + len(codes)))

    fragments = dict(SHAPES)
    for name, marks in PUNCTUATION.items():
        fragments[name] = "[" + "".join(map(code, marks)) + "]"
    for name, table in values.items():
        fragments[name] = _alternatives("".join(map(code, WORD.findall(phrase))) for phrase in table)
        for flag in {columns[1] for columns in table.values() if len(columns) > 1}:
            chosen = (phrase for phrase, columns in table.items() if columns[1:] == (flag,))
            fragments[f"{name}_{flag}"] = _alternatives("".join(map(code, WORD.findall(phrase))) for phrase in chosen)
    for name in named:
        if name not in fragments:
            fragments[name] = code(spelling[name][0] if name in spelling else name)
    phrases = {name: {tuple(WORD.findall(phrase)): phrase for phrase in table} for name, table in values.items()}
    codes["’s"] = codes.setdefault("'s", chr(_FIRST_WORD + len(codes)))
    return Vocabulary(
        codes, load_words(package, language, "capital.txt"), fragments, values, spelling["decimal_mark"][0], phrases
    )


def _alternatives(sequences: Iterable[str]) -> str:
    """Make a pattern for any of the sequences: one set for the single characters, the longer ones before it."""
    sequences = set(sequences)
    longer = sorted((one for one in sequences if len(one) > 1), key=lambda one: (-len(one), one))
    single = "".join(sorted(one for one in sequences if len(one) == 1))
    return "|".join([*map(re.escape, longer), *([f"[{single}]"] if single else [])])
