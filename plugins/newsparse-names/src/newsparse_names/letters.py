"""Each word as one letter that says what it may be in a mention, so that one pattern finds where mentions begin.

`The mayor, Ann Lee, said` is `Ow_AA_w` to the pattern of names and `dn_____` to that of descriptions: character `i`
stands for word `i`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache, partial

from newsparse_names.vocabulary import Vocabulary, load_vocabulary

__all__ = ["describing_letters", "naming_letters"]

REMEMBERED = 1 << 16
"""Words whose letters are remembered over all articles."""
_MARKS = {".": ".", "'": "'", **dict.fromkeys("-‐‑&", "-"), **dict.fromkeys('?!:"“”‘’', '"')}


class _Letters(dict[str, str]):
    """The letters of words, each read when the word is first met."""

    def __init__(self, read: Callable[[str], str]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, form: str) -> str:
        if len(self) >= REMEMBERED:
            self.clear()
        letter = self[form] = self._read(form)
        return letter

    def of(self, forms: Iterable[str]) -> str:
        """Give the letters of words, one for each."""
        return "".join(map(self.__getitem__, forms))


def naming_letters(forms: Iterable[str], vocabulary: Vocabulary) -> str:
    """Give what each word may be in a name.

    Capitalised: `A` a part of a name; `I` so, of one letter; `O` a common word that may stand in names; `N` one that
    does not. In lower case: `l` a particle that may begin a surname; `p` another; `c` joins, as `of`; `h` stays small
    in a headline; `w` any other. Marks: `.` a stop; `-` what may stand inside a word of a name; `"` what a capital
    stands behind in any case; `'` an apostrophe; `_` all else.
    """
    return _naming(vocabulary.language).of(forms)


def describing_letters(forms: Iterable[str], vocabulary: Vocabulary) -> str:
    """Give what each word may be in a description, or as a pronoun.

    `d` a determiner; `b` one that is a pronoun as well, as `her`; `p` a pronoun; `q` a word of number, `t` one
    that may stand behind a determiner; `P` a people; `n` a noun; `m` a modifier or a number; `_` all else.
    """
    return _describing(vocabulary.language).of(forms)


@cache
def _naming(language: str) -> _Letters:
    return _Letters(partial(_naming_letter, load_vocabulary(language)))


def _naming_letter(vocabulary: Vocabulary, form: str) -> str:
    if form[0].isupper():
        if form in vocabulary.not_names:
            return "O" if form in vocabulary.also_names else "N"
        return "I" if len(form) == 1 else "A"
    if not form[0].isalpha():
        return _MARKS.get(form, "_")
    lower = form.lower()
    if lower in vocabulary.joining:
        return "l" if form in vocabulary.leading_particles else "p" if lower in vocabulary.particles else "c"
    if form != lower:
        return "_"  # `iPhone`
    return "h" if form in vocabulary.headline_small else "w"


@cache
def _describing(language: str) -> _Letters:
    return _Letters(partial(_describing_letter, load_vocabulary(language)))


def _describing_letter(vocabulary: Vocabulary, form: str) -> str:
    lower = form.lower()
    if lower in vocabulary.determiners:
        return "b" if lower in vocabulary.pronouns and not _is_acronym(form) else "d"
    if lower in vocabulary.pronouns:
        return "_" if _is_acronym(form) else "p"
    inside = lower in vocabulary.describing or lower.isdigit()
    if lower in vocabulary.quantities:
        return "t" if inside else "q"
    if form in vocabulary.nationalities:
        return "P"
    return "n" if vocabulary.describing.get(lower) else "m" if inside else "_"


def _is_acronym(form: str) -> bool:
    """`IT`, `US`."""
    return len(form) > 1 and form.isupper()
