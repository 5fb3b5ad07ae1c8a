"""Runs of capitalised words, as `Norrland Mayor Ines al-Calloway` and `Department of Health and Care`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from newsparse import Words
from newsparse_names.vocabulary import Vocabulary

__all__ = ["Atom", "find_runs"]

MOST_PARTICLES = 3
ABBREVIATED = 5
"""A capitalised word of at most so many letters may be an abbreviation with a stop, as `Brig.`"""
_NEVER_INSIDE = frozenset([",", "'s", "’s", ";", ":", ")", '"', "”", "?", "!"])


class Atom(NamedTuple):
    """A word of a name with what is joined to it: `al-Sudani`, `U.S.`, `Gen.`."""

    first: int
    """Index of its first word."""
    last: int
    """Index of the word after its last."""
    form: str
    """As written."""
    bare: str
    """Without stops at its end."""


def find_runs(
    text: str, words: Words, sentence: range, marks: Iterable[int], vocabulary: Vocabulary
) -> Iterator[list[Atom]]:
    """Find the runs of a sentence, from left to right.

    Parameters:
        text: the article's.
        words: the article's.
        sentence: the sentence's words.
        marks: those of them that are not in lower case, or are particles that may begin a surname.
        vocabulary: the word lists.
    """
    end, done = sentence.stop, sentence.start
    forms, lowers, leading = words.forms, words.lowers, vocabulary.leading_particles
    for index in marks:
        form = forms[index]
        if index < done:
            continue
        if form is lowers[index]:
            run = _behind_particles(text, words, index, end, vocabulary) if form in leading else []
        elif not form[0].isupper():
            continue
        elif _is_alone(words, index, end, vocabulary.joining):
            if form not in vocabulary.not_names or not (
                _opens(index, words, sentence.start, form) or _cuts(form, vocabulary)
            ):
                yield [Atom(index, index + 1, form, form)]
            continue
        else:
            run = [_read_atom(text, words, index, end)]
        if run:
            _lengthen(text, words, run, end, vocabulary)
            done = run[-1].last
            while done < end and forms[done] == "-" and words.ends[done - 1] == words.starts[done]:
                done += 2  # the rest of `US-led` is no name
            yield from _parts(_without_opening(run, words, sentence.start, vocabulary), vocabulary)


def _is_alone(words: Words, index: int, end: int, joining: frozenset[str]) -> bool:
    """Tell whether a word is no part of a longer run, as most are."""
    after = index + 1
    if after >= end:
        return True
    form = words.forms[after]
    if words.starts[after] == words.ends[index] and form not in _NEVER_INSIDE:
        return False
    return not form[0].isupper() and words.lowers[after] not in joining


def _opens(index: int, words: Words, start: int, form: str) -> bool:
    """Tell whether a capitalised word that is no name is none here: it opens a sentence or clause, or is an article."""
    return index == start or form in ("The", "A", "An") or words.forms[index - 1] in "\"“'‘':—–-("


def _without_opening(run: list[Atom], words: Words, start: int, vocabulary: Vocabulary) -> list[Atom]:
    """Cut words off that are no names at the beginning of a run that opens a sentence or clause."""
    first = run[0].first
    opening = first == start or words.forms[first - 1] in "\"“'‘':—–-("
    while run and run[0].form in vocabulary.not_names and (opening or run[0].form in ("The", "A", "An")):
        if len(run) > 1 and f"{run[0].form} {run[1].bare}" in vocabulary.places:
            break  # `New York`
        run = run[1:]
    return run


def _cuts(form: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a word stands in no name."""
    return form in vocabulary.not_names and form not in vocabulary.also_names and form[0].isupper()


def _parts(run: list[Atom], vocabulary: Vocabulary) -> Iterator[list[Atom]]:
    """Cut a run where a day, a month or another word that is no name stands in it."""
    part: list[Atom] = []
    if len(run) > 3 and run[-1].bare == "".join(atom.form[0] for atom in run[:-1] if atom.form[0].isupper()):
        yield from _parts(run[:-1], vocabulary)
        run = run[-1:]  # `Coastal Rescue Agency CRA`
    for atom in run:
        if _cuts(atom.form, vocabulary):
            if part:
                yield part
            part = []
        else:
            part.append(atom)
    if part:
        yield part


def _lengthen(text: str, words: Words, run: list[Atom], end: int, vocabulary: Vocabulary) -> None:
    """Add the words behind a run that belong to it."""
    forms, starts, ends, joining = words.forms, words.starts, words.ends, vocabulary.joining
    while (following := run[-1].last) < end:
        form = forms[following]
        capital = form[0].isupper()
        if not (capital or words.lowers[following] in joining):
            break
        gap = text[ends[following - 1] : starts[following]]
        if not gap or "\n" in gap:
            break
        if capital:
            run.append(_read_atom(text, words, following, end))
            continue
        joined = _joined(text, words, run, following, end, vocabulary)
        if not joined:
            break
        run.extend(joined)


def _read_atom(text: str, words: Words, index: int, end: int) -> Atom:
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


def _joined(text: str, words: Words, run: list[Atom], index: int, end: int, vocabulary: Vocabulary) -> list[Atom]:
    """Give the atoms by which a small word at `index` carries a run on; none where it ends the run."""
    form = words.lowers[index]
    if index + 1 >= end:
        return []
    after = words.forms[index + 1]
    if form in vocabulary.particles:
        return _behind_particles(text, words, index, end, vocabulary)
    if form in ("of", "for"):
        last = run[-1].bare
        heads = vocabulary.of_heads if form == "of" else vocabulary.for_heads
        target = index + 2 if after == "the" and index + 2 < end else index + 1
        wanted = last in heads or (last in vocabulary.organisation_words and form == "of")
        if wanted and words.forms[target][0].isupper():
            small = [_small(words, at) for at in range(index, target)]
            return [*small, _read_atom(text, words, target, end)]
    if form in ("and", "&") and after[0].isupper() and not _complete(run, vocabulary):
        ahead = [_read_atom(text, words, index + 1, end)]
        while ahead[-1].last < end and words.forms[ahead[-1].last][0].isupper() and len(ahead) < 5:
            ahead.append(_read_atom(text, words, ahead[-1].last, end))
        if ahead[-1].bare in vocabulary.organisation_words and ahead[0].bare not in vocabulary.nationalities:
            return [_small(words, index), *ahead]
    return []


def _behind_particles(text: str, words: Words, index: int, end: int, vocabulary: Vocabulary) -> list[Atom]:
    """Read `van der Meer`, `bin Salem`, `al-Rashid` from its first small word; nothing where no capital follows."""
    small: list[Atom] = []
    while index < end and words.lowers[index] in vocabulary.particles and len(small) < MOST_PARTICLES:
        if index + 2 < end and words.forms[index + 1] in "-‐‑" and words.starts[index + 1] == words.ends[index]:
            if not words.forms[index + 2][0].isupper():
                return []
            atom = _read_atom(text, words, index + 2, end)
            whole = text[words.starts[index] : words.ends[atom.last - 1]]
            return [*small, Atom(index, atom.last, whole, whole)]
        small.append(_small(words, index))
        index += 1
    if small and index < end and words.forms[index][0].isupper():
        return [*small, _read_atom(text, words, index, end)]
    return []


def _small(words: Words, index: int) -> Atom:
    return Atom(index, index + 1, words.forms[index], words.forms[index])


def _complete(run: list[Atom], vocabulary: Vocabulary) -> bool:
    """Tell whether a run is a name already, so that `and` brings another one."""
    if run[-1].bare in vocabulary.organisation_words or run[-1].bare in vocabulary.places:
        return True
    return any(atom.bare in vocabulary.given_names or atom.bare.lower() in vocabulary.titles for atom in run)
