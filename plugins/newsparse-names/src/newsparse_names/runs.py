"""Runs of capitalised words, as `Norrland Mayor Ines al-Calloway` and `Department of Health and Care`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from newsparse import Words
from newsparse_names.atoms import Atom, behind_particles, read_atom, read_capitals, small_atom
from newsparse_names.vocabulary import Vocabulary

__all__ = ["Run", "find_runs"]

_GOES_ON = r"[AION]|[clp-]|[.'\"][AION]"
"""Letters behind a capitalised word that may belong to it: what `_lengthen` is there for."""
_PLAIN = rf"(?<=A)A{{0,5}}(?!{_GOES_ON})|(?<=[IO])(?!\.|{_GOES_ON})"
_RUN = re.compile(rf"[AINOl](?:(?P<plain>{_PLAIN})|(?<!N)|(?=\.|{_GOES_ON}))")  # one class first: quick to search


Run = tuple[tuple[str, ...], Sequence[int]]
"""The words of a run as written, each with what is joined to it (`Gen.`, `al-Sudani`, `U.S.`), and the index of the
first word of each and of the word behind the run."""


def find_runs(text: str, words: Words, letters: str, sentence: range, vocabulary: Vocabulary) -> Iterator[Run]:
    """Find the runs of a sentence, from left to right.

    Parameters:
        text: the article's.
        words: the article's.
        letters: what each of them may be in a name.
        sentence: the sentence's words.
        vocabulary: the word lists.
    """
    forms, starts, ends, search = words.forms, words.starts, words.ends, _RUN.search
    at, end = sentence.start, sentence.stop
    while found := search(letters, at, end):
        first, at = found.span()
        if found.lastgroup and (at - first == 1 or _is_plain(text[starts[first] : ends[at - 1]], forms[first:at])):
            if letters[first] != "O" or not _opens(first, words, sentence.start):
                yield forms[first:at], range(first, at + 1)
            continue
        if letters[first] == "l":
            run = behind_particles(text, words, first, end, vocabulary)
        else:
            run = [read_atom(text, words, first, end)]
        if run:
            _lengthen(text, words, run, end, vocabulary)
            at = run[-1].last
            while at < end and forms[at] == "-" and ends[at - 1] == starts[at]:
                at += 2  # the rest of `US-led` is no name
            for part in _parts(_without_opening(run, words, sentence.start, vocabulary), vocabulary):
                yield tuple([one.form for one in part]), [*[one.first for one in part], part[-1].last]


def _is_plain(written: str, forms: Sequence[str]) -> bool:
    """Tell whether words are one name as they stand: on one line, and the last is no acronym of the others."""
    return "\n" not in written and not _ends_in_acronym(forms)


def _opens(index: int, words: Words, start: int) -> bool:
    """Tell whether a word opens a sentence or clause, or is an article, and so is capitalised in any case."""
    form = words.forms[index]
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
    if _ends_in_acronym([atom.bare for atom in run]):
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


def _ends_in_acronym(forms: Sequence[str]) -> bool:
    """`Coastal Rescue Agency CRA`."""
    if len(forms) < 4 or not forms[-1].isupper():
        return False
    return forms[-1] == "".join([form[0] for form in forms[:-1] if form[0].isupper()])


def _lengthen(text: str, words: Words, run: list[Atom], end: int, vocabulary: Vocabulary) -> None:
    """Add the words behind a run that belong to it."""
    forms, starts, ends, joining = words.forms, words.starts, words.ends, vocabulary.joining
    while (following := run[-1].last) < end:
        form = forms[following]
        capital = form[0].isupper()
        if not (capital or words.lowers[following] in joining or form in ("'", "’")):
            break
        gap = text[ends[following - 1] : starts[following]]
        if not gap:
            own = _behind_owners(text, words, run, following, end, vocabulary) if form in ("'", "’") else []
            if not own:
                break
            run[-1:] = own
            continue
        if "\n" in gap:
            break
        if capital:
            run.append(read_atom(text, words, following, end))
            continue
        joined = _joined(text, words, run, following, end, vocabulary)
        if not joined:
            break
        run.extend(joined)


def _joined(text: str, words: Words, run: list[Atom], index: int, end: int, vocabulary: Vocabulary) -> list[Atom]:
    """Give the atoms by which a small word at `index` carries a run on; none where it ends the run."""
    form = words.lowers[index]
    if index + 1 >= end:
        return []
    after = words.forms[index + 1]
    if form in vocabulary.particles:
        return behind_particles(text, words, index, end, vocabulary)
    if form in ("of", "for"):
        last = run[-1].bare
        heads = vocabulary.of_heads if form == "of" else vocabulary.for_heads
        target = index + 2 if after == "the" and index + 2 < end else index + 1
        wanted = last in heads or (last in vocabulary.organisation_words and form == "of")
        if wanted and words.forms[target][0].isupper():
            small = [small_atom(words, at) for at in range(index, target)]
            return [*small, read_atom(text, words, target, end)]
    if form in ("and", "&") and after[0].isupper() and not _complete(run, vocabulary):
        ahead = read_capitals(text, words, index + 1, end)
        if ahead[-1].bare in vocabulary.organisation_words and ahead[0].bare not in vocabulary.nationalities:
            return [small_atom(words, index), *ahead]
    return []


def _behind_owners(text: str, words: Words, run: list[Atom], mark: int, end: int, vocabulary: Vocabulary) -> list[Atom]:
    """Read `Teachers' Union` from its first word, whose apostrophe is at `mark`; nothing where no body follows."""
    owners = run[-1]
    one = owners.form in vocabulary.surnames or owners.form in vocabulary.given_names  # `Rawlings' Council`
    if one or not owners.form.endswith("s") or mark + 1 >= end or words.starts[mark + 1] == words.ends[mark]:
        return []
    ahead = read_capitals(text, words, mark + 1, end)
    if not ahead or ahead[-1].bare not in vocabulary.organisation_words or run[0].bare in vocabulary.nationalities:
        return []
    written = text[words.starts[owners.first] : words.ends[mark]]
    return [Atom(owners.first, mark + 1, written, written), *ahead]


def _complete(run: list[Atom], vocabulary: Vocabulary) -> bool:
    """Tell whether a run is a name already, so that `and` brings another one."""
    if run[-1].bare in vocabulary.organisation_words or run[-1].bare in vocabulary.places:
        return True
    return any(atom.bare in vocabulary.given_names or atom.bare.lower() in vocabulary.titles for atom in run)
