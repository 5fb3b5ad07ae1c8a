"""A short tag and a kind for each word form: a function word itself, a cue's group and form, else its shape."""

from __future__ import annotations

from newsparse_quotes.lexicon import cues, kinds, listed

__all__ = ["ACRONYMS", "QUOTED", "bucket", "kind_of", "read_form", "tag_of"]

QUOTED = "<Q>"
"""The form of an item that is a region in marks."""
ACRONYMS = frozenset(["US", "WHO", "IT"])
"""Acronyms that are pronouns in lower case."""
_ENDINGS = ("ly", "ing", "ed", "s")
_STEPS = (0, 1, 2, 3, 4, 4, 6, 6, 6, 9, 9, 9, 9, 14, 14, 14, 14, 14, 14, 14)
_STEP_NAMES = tuple(map(str, _STEPS))


def bucket(number: int) -> str:
    """Round a count down to one of few steps."""
    return _STEP_NAMES[number] if number < 20 else "20"


def read_form(form: str) -> tuple[str, str]:
    """Give the tag of a word as written, and its kind.

    Kinds are those of `function_words.tsv`; cap, ly, verb, low; `.` for what is no word.
    """
    if form == QUOTED:
        return QUOTED, "."
    word = form.lower()
    if form not in ACRONYMS and (kind := kinds().get(word)) is not None:
        return word, kind
    cue = cues().get(word)
    if cue is not None and (form == word or cue.group == "mark"):
        return cue.base, "." if cue.group == "mark" else "low"
    if not word[0].isalpha():
        return ("#", "low") if word[0].isdigit() else (word[:3], ".")
    if form[0].isupper():
        return "Cap", "cap"
    if word in listed("common_verbs.txt"):
        return "verb", "verb"
    ending = next((ending for ending in _ENDINGS if word.endswith(ending)), "")
    return ("-" + ending if ending else "low"), "ly" if ending == "ly" else "low"


class _Remembered(dict[str, str]):
    """One of the two answers of `read_form` for each form, read when it is first asked for."""

    def __init__(self, which: int) -> None:
        super().__init__()
        self._which = which

    def __missing__(self, form: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        return self.setdefault(form, read_form(form)[self._which])


REMEMBERED = 1 << 16
"""Forms whose tags are remembered over all articles."""
tag_of = _Remembered(0).__getitem__
"""Give the tag of a form."""
kind_of = _Remembered(1).__getitem__
"""Give the kind of a form."""
