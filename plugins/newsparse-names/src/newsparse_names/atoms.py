"""A word of a name with what is joined to it, as `al-Sudani`, `U.S.`, `Gen.`, `van der Meer`."""

from __future__ import annotations

from typing import NamedTuple

from newsparse import Words
from newsparse_names.vocabulary import Vocabulary

__all__ = ["Atom", "behind_particles", "read_atom", "read_capitals", "small_atom"]

MOST_PARTICLES = 3
MOST_AHEAD = 5
"""So many capitalised words are looked at for the body that they may name, as `Care` in `Health and Care`."""
ABBREVIATED = 5
"""A capitalised word of at most so many letters may be an abbreviation with a stop, as `Brig.`"""
_NEVER_INSIDE = frozenset([",", "'s", "’s", ";", ":", ")", '"', "”", "?", "!"])


class Atom(NamedTuple):
    """A word of a run in the making, with what is joined to it."""

    first: int
    """Index of its first word."""
    last: int
    """Index of the word after its last."""
    form: str
    """As written."""
    bare: str
    """Without stops at its end."""


def read_atom(text: str, words: Words, index: int, end: int) -> Atom:
    """Read the capitalised word at `index` with the stops, initials and hyphenated words joined to it."""
    forms, starts, ends = words.forms, words.starts, words.ends
    last = index + 1
    if last >= end or starts[last] != ends[index] or forms[last] in _NEVER_INSIDE:
        form = forms[index]
        return Atom(index, last, form, form)
    while last < end and starts[last] == ends[last - 1]:
        form = forms[last]
        short = len(forms[last - 1]) <= ABBREVIATED
        if form == "." and short and last + 1 < end and (len(forms[last - 1]) == 1 or forms[last + 1][0].isupper()):
            last += 1
        elif form in "-‐‑&" and last + 1 < end and starts[last + 1] == ends[last] and forms[last + 1][0].isupper():
            last += 2
        elif forms[last - 1] == "." and len(form) == 1 and form.isupper():
            last += 1
        else:
            break
    written = text[starts[index] : ends[last - 1]]
    return Atom(index, last, written, written.rstrip("."))


def read_capitals(text: str, words: Words, index: int, end: int) -> list[Atom]:
    """Read at most `MOST_AHEAD` capitalised words from `index` on."""
    found: list[Atom] = []
    while index < end and words.forms[index][0].isupper() and len(found) < MOST_AHEAD:
        found.append(read_atom(text, words, index, end))
        index = found[-1].last
    return found


def behind_particles(text: str, words: Words, index: int, end: int, vocabulary: Vocabulary) -> list[Atom]:
    """Read `van der Meer`, `bin Salem`, `al-Rashid` from its first small word; nothing where no capital follows."""
    small: list[Atom] = []
    while index < end and words.lowers[index] in vocabulary.particles and len(small) < MOST_PARTICLES:
        if index + 2 < end and words.forms[index + 1] in "-‐‑" and words.starts[index + 1] == words.ends[index]:
            if not words.forms[index + 2][0].isupper():
                return []
            atom = read_atom(text, words, index + 2, end)
            whole = text[words.starts[index] : words.ends[atom.last - 1]]
            return [*small, Atom(index, atom.last, whole, whole)]
        small.append(small_atom(words, index))
        index += 1
    if small and index < end and words.forms[index][0].isupper():
        return [*small, read_atom(text, words, index, end)]
    return []


def small_atom(words: Words, index: int) -> Atom:
    """Give a word in small letters as it stands, as the `of` of a name."""
    return Atom(index, index + 1, words.forms[index], words.forms[index])
