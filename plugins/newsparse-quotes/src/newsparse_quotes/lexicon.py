"""The words that quotes turn on: cue verbs in all their forms, cue nouns, and the function words around them."""

from __future__ import annotations

from functools import cache

import attrs

from newsparse.lexicon import load_table, load_words

__all__ = ["PACKAGE", "Cue", "cues", "kinds", "listed"]

PACKAGE = "newsparse_quotes"
LANGUAGE = "en"
_VOWELS = "aeiou"


@attrs.frozen
class Cue:
    """A word form that may attribute a quote."""

    lemma: str
    """Dictionary form, as `say`."""
    group: str
    """What kind of cue it is: the classes of `verbs.tsv`, `noun`, `adverb`, `source` (`according to`) or `mark`."""
    form: str
    """Penn Treebank tag of the form: VB, VBZ, VBD, VBN, VBG; NN; RB; IN; `:`."""
    word: str = attrs.field(init=False)
    """Lemma and form in one."""
    base: str = attrs.field(init=False)
    """Group and form in one: the tag of the word."""

    @word.default
    def _word(self) -> str:
        return self.lemma + self.form

    @base.default
    def _base(self) -> str:
        return self.group + self.form


def _regular(lemma: str) -> tuple[str, str]:
    """Give the past and the -ing form of a regular verb."""
    if lemma.endswith("e"):
        return lemma + "d", (lemma if lemma.endswith("ee") else lemma[:-1]) + "ing"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ied", lemma + "ing"
    return lemma + "ed", lemma + "ing"


def _third_person(lemma: str) -> str:
    if lemma.endswith(("s", "sh", "ch", "x", "z")) or lemma == "go":
        return lemma + "es"
    if lemma.endswith("y") and lemma[-2] not in _VOWELS:
        return lemma[:-1] + "ies"
    return lemma + "s"


def _forms(lemma: str, irregular: tuple[str, ...]) -> dict[str, str]:
    """Give every form of a verb with its tag; a past form that is also the participle is VBD."""
    past, gerund = _regular(lemma)
    forms = {lemma: "VB", _third_person(lemma): "VBZ"}
    if irregular:
        past, *more = irregular[0].split(" ")
        if past.endswith("ed") and past[-3:-2] == past[-4:-3] and len(past) > len(lemma) + 2:
            gerund = past[:-2] + "ing"
        for form in more:
            forms[form] = "VBN" if not form.endswith("ed") or form in ("sworn",) else "VBD"
    forms[gerund] = "VBG"
    if past != lemma:
        forms[past] = "VBD"
    return forms


@cache
def cues() -> dict[str, Cue]:
    """Give every form that may be a cue, in lower case."""
    found: dict[str, Cue] = {}
    for noun, values in load_table(PACKAGE, LANGUAGE, "cue_words.tsv").items():
        found[noun] = Cue(
            values[1] if len(values) > 1 else noun,
            values[0],
            {"noun": "NN", "adverb": "RB", "source": "IN", "mark": ":"}[values[0]],
        )
    for lemma, (group, *irregular) in load_table(PACKAGE, LANGUAGE, "verbs.tsv").items():
        for form, tag in _forms(lemma, tuple(irregular)).items():
            found.setdefault(form, Cue(lemma, group, tag))
    return found


@cache
def kinds() -> dict[str, str]:
    """Give the function words with their kind, as `det`, `aux`, `prep` (see `function_words.tsv`)."""
    return {word: values[0] for word, values in load_table(PACKAGE, LANGUAGE, "function_words.tsv").items()}


@cache
def listed(name: str) -> frozenset[str]:
    """Give the word list `name`."""
    return load_words(PACKAGE, LANGUAGE, name)
