"""What a run of capitalised words names: its role, its name, and of what kind it is, by a chain of rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import attrs

from newsparse_names.titles import after_title
from newsparse_names.vocabulary import Kind, Vocabulary, load_vocabulary

__all__ = ["RULES", "Shape", "naming_reader"]

LONGEST_ACRONYM = 6
MOST_PERSON_NAMES = 5
REMEMBERED = 4096


class Shape(NamedTuple):
    """A reading of a run by the positions of its words, so that it serves every run of the same words."""

    role: int
    """First word of the role, or of the name."""
    name: int
    """First word of the name; the number of words where there is a role alone."""
    kind: Kind | None
    """None where the words do not tell."""
    sure: bool
    """Whether the words tell, or it is what names mostly are."""
    rule: str
    """Name of the rule that decided."""


@attrs.frozen
class _Run:
    """A run and what the rules look at."""

    forms: tuple[str, ...]
    vocabulary: Vocabulary
    bare: tuple[str, ...]
    titled: bool
    """A title stands in it."""
    name_at: int
    """Index of the first word after the title."""

    @property
    def core(self) -> tuple[str, ...]:
        """The words without a nationality before them."""
        return self.bare[1:] if len(self.bare) > 1 and self.bare[0] in self.vocabulary.nationalities else self.bare

    def whole(self, kind: Kind | None, rule: str, *, sure: bool = True) -> Shape:
        """Name all of the run."""
        return Shape(0, 0, kind, sure, rule)

    def after(self, skipped: int, rule: str, *, role: bool, sure: bool = True) -> Shape:
        """Name the person behind the first `skipped` words, which are the role, or nothing."""
        return Shape(0 if role else skipped, skipped, "person", sure, rule)


def naming_reader(vocabulary: Vocabulary) -> Callable[[tuple[str, ...], bool], Shape | None]:
    """Give the reader of a vocabulary's language.

    Returns:
        A function from the words of a run, and whether it opens its sentence, to how it is read; None where it
        names nothing, as a nationality or a day alone. The first word of an opening run may be a common noun, as in
        `Actor Leo Strand`.
    """
    return _reader(vocabulary.language)


@cache
def _reader(language: str) -> Callable[[tuple[str, ...], bool], Shape | None]:
    """Make the reader of a language; an article names the same few people again and again, so it remembers them."""
    vocabulary = load_vocabulary(language)

    @lru_cache(maxsize=REMEMBERED)
    def read(forms: tuple[str, ...], opening: bool) -> Shape | None:
        bare = tuple(form.rstrip(".") for form in forms)
        if len(bare) == 1 and (bare[0] in vocabulary.nationalities or bare[0] in vocabulary.not_names):
            return None
        name_at, titled = after_title(bare, vocabulary)
        if opening and not titled and len(bare) > 1 and vocabulary.roles.get(bare[0].lower()) == "person":
            name_at, titled = 1, True
        run = _Run(forms, vocabulary, bare, titled, name_at)
        return next(shape for rule in RULES if (shape := rule(run)))

    return read


def _title_alone(run: _Run) -> Shape | None:
    """`the Foreign Minister`: a title without a name."""
    return run.after(run.name_at, "title_alone", role=True) if run.titled and run.name_at >= len(run.bare) else None


def _organisation_word(run: _Run) -> Shape | None:
    """`Iraqi Foreign Ministry`, `Ministry of Health`, `FBI`."""
    words, bare, rest = run.vocabulary.organisation_words, run.bare, run.bare[run.name_at :]
    if " ".join(bare) in run.vocabulary.whole_bodies:
        return run.whole("organisation", "organisation_word")
    if len(bare) == 1:
        return run.whole("organisation", "organisation_word") if bare[0] in words and bare[0].isupper() else None
    cut = next((index for index, word in enumerate(bare) if word in ("of", "for", "and", "&")), len(bare))
    headed = 0 < cut < len(bare) and bare[cut - 1] in words and not run.titled
    return run.whole("organisation", "organisation_word") if headed or (rest and rest[-1] in words) else None


def _title_name(run: _Run) -> Shape | None:
    """`Iraqi Prime Minister Mohammed Shia al-Sudani`."""
    fits = run.titled and len(run.bare) - run.name_at <= MOST_PERSON_NAMES
    return run.after(run.name_at, "title_name", role=True) if fits else None


def _place_known(run: _Run) -> Shape | None:
    """`Baghdad`, `United States`."""
    names = {" ".join(run.bare), " ".join(run.forms)}
    return run.whole("place", "place_known") if names & run.vocabulary.places else None


def _family_word(run: _Run) -> Shape | None:
    """`Ines Ridge`: a word of other names that is a surname, too."""
    core, vocabulary = run.core, run.vocabulary
    fits = len(core) == 2 and core[0] in vocabulary.given_names and core[1] in vocabulary.family_words
    return run.after(len(run.bare) - 2, "given_name", role=False) if fits else None


def _other_word(run: _Run) -> Shape | None:
    """`Clean Water Act`."""
    word, vocabulary = run.core[-1], run.vocabulary
    fits = word in vocabulary.other_words and not (len(run.core) == 1 and word in vocabulary.family_words)
    return run.whole("other", "other_word") if fits else None


def _place_word(run: _Run) -> Shape | None:
    """`Velmora Airport`."""
    fits = len(run.bare) > 1 and run.core[-1] in run.vocabulary.place_words
    return run.whole("place", "place_word") if fits else None


def _people(run: _Run) -> Shape | None:
    """`Kenyans`, `South Africans`."""
    last = run.core[-1]
    plural = last.endswith("s") and last.removesuffix("s") in run.vocabulary.nationalities
    return run.whole("group", "people") if plural else None


def _opening_word(run: _Run) -> Shape | None:
    """`San Verro`, `Hurricane Odo`: the first word tells; not `South African`, `North Carolina Panthers`."""
    core, vocabulary = run.core, run.vocabulary
    kind = vocabulary.name_openings.get(core[0]) if len(core) > 1 else None
    if kind is None or core[-1] in vocabulary.nationalities or " ".join(core[:2]) in vocabulary.places:
        return None
    return run.whole(kind, "opening_word")


def _acronym(run: _Run) -> Shape | None:
    """`PMF`."""
    word = run.core[0]
    fits = len(run.core) == 1 and word.isupper() and 2 <= len(word) <= LONGEST_ACRONYM
    return run.whole("organisation", "acronym", sure=False) if fits else None


def _one_word(run: _Run) -> Shape | None:
    """`Sudani`: whatever the article makes of it."""
    if len(run.core) > 1:
        return None
    naming = run.after(len(run.bare) - 1, "one_word", role=False, sure=False)
    return naming._replace(kind=None)


def _given_name(run: _Run) -> Shape | None:
    """`Ines Calloway`, `Roe B. Osei`, `Abu Mahdi al-Muhandis`."""
    core = run.core
    initial = any(len(word) == 1 and word.isupper() for word in core[:-1])
    small = [word.partition("-")[0].lower() for word in core[1:] if word[0].islower()]
    particle = any(word in run.vocabulary.particles for word in small)
    given = run.vocabulary.given_names
    fits = core[0] in given or core[0].partition("-")[0] in given or initial or particle
    return run.after(len(run.bare) - len(core), "given_name", role=False) if fits else None


def _surname(run: _Run) -> Shape | None:
    """`Podliska Roe`: a common surname behind an uncommon given name."""
    core = run.core
    fits = len(core) in (2, 3) and core[-1] in run.vocabulary.surnames and _are_capitalised(core)
    return run.after(len(run.bare) - len(core), "surname", role=False, sure=False) if fits else None


def _two_words(run: _Run) -> Shape | None:
    """`Houn Veraq`, `Silver Pact`: somebody or something, whatever the article makes of it."""
    core = run.core
    if len(core) not in (2, 3) or not _are_capitalised(core):
        return None
    return run.after(len(run.bare) - len(core), "two_words", role=False, sure=False)._replace(kind=None)


def _are_capitalised(words: Sequence[str]) -> bool:
    """Tell whether words begin with a capital and go on in small letters."""
    return all(word[0].isupper() and not word.isupper() for word in words)


def _capitals(run: _Run) -> Shape | None:
    """Anything else."""
    return run.whole(None, "capitals", sure=False)


RULES: tuple[Callable[[_Run], Shape | None], ...] = (
    _title_alone,
    _family_word,
    _organisation_word,
    _title_name,
    _place_known,
    _other_word,
    _place_word,
    _people,
    _acronym,
    _one_word,
    _given_name,
    _opening_word,
    _surname,
    _two_words,
    _capitals,
)
"""The chain: the first rule that holds names the run."""
