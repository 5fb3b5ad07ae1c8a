"""What a run of capitalised words names: its role, its name, and of what kind it is, by a chain of rules."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import attrs

from newsparse_names.runs import Atom
from newsparse_names.vocabulary import Kind, Vocabulary

__all__ = ["RULES", "Naming", "read_naming"]

LONGEST_ACRONYM = 6
MOST_PERSON_NAMES = 5


@attrs.frozen(kw_only=True)
class Naming:
    """A name with its role, as ranges of words."""

    first: int
    """First word of the role, or of the name."""
    name: int
    """First word of the name; equal to `last` where there is a role alone."""
    last: int
    """The word after the name."""
    kind: Kind | None
    """None where the words do not tell."""
    sure: bool
    """Whether the words tell, or it is what names mostly are."""
    rule: str
    """Name of the rule that decided."""


@attrs.frozen
class _Run:
    """A run and what the rules look at."""

    atoms: Sequence[Atom]
    vocabulary: Vocabulary
    bare: tuple[str, ...]
    titled: bool
    """A title stands in it."""
    name_at: int
    """Index of the first atom after the title."""

    @property
    def core(self) -> tuple[str, ...]:
        """The words without a nationality before them."""
        return self.bare[1:] if len(self.bare) > 1 and self.bare[0] in self.vocabulary.nationalities else self.bare

    def whole(self, kind: Kind | None, rule: str, *, sure: bool = True) -> Naming:
        """Name all of the run."""
        first = self.atoms[0].first
        return Naming(first=first, name=first, last=self.atoms[-1].last, kind=kind, sure=sure, rule=rule)

    def after(self, skipped: int, rule: str, *, role: bool, sure: bool = True) -> Naming:
        """Name the person behind the first `skipped` atoms, which are the role, or nothing."""
        last = self.atoms[-1].last
        name = self.atoms[skipped].first if skipped < len(self.atoms) else last
        first = self.atoms[0].first if role else name
        return Naming(first=first, name=name, last=last, kind="person", sure=sure, rule=rule)


def read_naming(run: Sequence[Atom], vocabulary: Vocabulary, *, opening: bool = False) -> Naming | None:
    """Read a run; None where it names nothing, as a nationality or a day alone.

    Parameters:
        run: capitalised words.
        vocabulary: the word lists.
        opening: the run begins its sentence, so that its first word may be a common noun, as in `Actor Leo Strand`.
    """
    bare = tuple(atom.bare for atom in run)
    if len(run) == 1 and (bare[0] in vocabulary.nationalities or bare[0] in vocabulary.not_names):
        return None
    name_at, titled = _after_title(bare, vocabulary)
    if opening and not titled and len(bare) > 1 and vocabulary.roles.get(bare[0].lower()) == "person":
        name_at, titled = 1, True
    one = _Run(run, vocabulary, bare, titled, name_at)
    return next(naming for rule in RULES if (naming := rule(one)))


def _title_alone(run: _Run) -> Naming | None:
    """`the Foreign Minister`: a title without a name."""
    return run.after(run.name_at, "title_alone", role=True) if run.titled and run.name_at >= len(run.atoms) else None


def _organisation_word(run: _Run) -> Naming | None:
    """`Iraqi Foreign Ministry`, `Ministry of Health`, `FBI`."""
    words, bare, rest = run.vocabulary.organisation_words, run.bare, run.bare[run.name_at :]
    if len(bare) == 1:
        known = (bare[0] in words and bare[0].isupper()) or bare[0] in run.vocabulary.whole_bodies
        return run.whole("organisation", "organisation_word") if known else None
    cut = next((index for index, word in enumerate(bare) if word in ("of", "for", "and", "&")), len(bare))
    headed = 0 < cut < len(bare) and bare[cut - 1] in words and not run.titled
    return run.whole("organisation", "organisation_word") if headed or (rest and rest[-1] in words) else None


def _title_name(run: _Run) -> Naming | None:
    """`Iraqi Prime Minister Mohammed Shia al-Sudani`."""
    fits = run.titled and len(run.bare) - run.name_at <= MOST_PERSON_NAMES
    return run.after(run.name_at, "title_name", role=True) if fits else None


def _place_known(run: _Run) -> Naming | None:
    """`Baghdad`, `United States`."""
    names = {" ".join(run.bare), " ".join(atom.form for atom in run.atoms)}
    return run.whole("place", "place_known") if names & run.vocabulary.places else None


def _other_word(run: _Run) -> Naming | None:
    """`Clean Water Act`."""
    return run.whole("other", "other_word") if run.core[-1] in run.vocabulary.other_words else None


def _place_word(run: _Run) -> Naming | None:
    """`Velmora Airport`."""
    fits = len(run.atoms) > 1 and run.core[-1] in run.vocabulary.place_words
    return run.whole("place", "place_word") if fits else None


def _acronym(run: _Run) -> Naming | None:
    """`PMF`."""
    word = run.core[0]
    fits = len(run.core) == 1 and word.isupper() and 2 <= len(word) <= LONGEST_ACRONYM
    return run.whole("organisation", "acronym", sure=False) if fits else None


def _one_word(run: _Run) -> Naming | None:
    """`Sudani`: whatever the article makes of it."""
    if len(run.core) > 1:
        return None
    naming = run.after(len(run.bare) - 1, "one_word", role=False, sure=False)
    return attrs.evolve(naming, kind=None)


def _given_name(run: _Run) -> Naming | None:
    """`Ines Calloway`, `Roe B. Osei`, `Abu Mahdi al-Muhandis`."""
    core = run.core
    initial = any(len(word) == 1 and word.isupper() for word in core[:-1])
    small = [word.partition("-")[0].lower() for word in core[1:] if word[0].islower()]
    particle = any(word in run.vocabulary.particles for word in small)
    fits = core[0] in run.vocabulary.given_names or initial or particle
    return run.after(len(run.bare) - len(core), "given_name", role=False) if fits else None


def _two_words(run: _Run) -> Naming | None:
    """`Podliska Roe`: two or three capitalised words are mostly a person."""
    core = run.core
    fits = 2 <= len(core) <= 3 and all(word[0].isupper() and not word.isupper() for word in core)
    return run.after(len(run.bare) - len(core), "two_words", role=False, sure=False) if fits else None


def _capitals(run: _Run) -> Naming | None:
    """Anything else."""
    return run.whole(None, "capitals", sure=False)


RULES: tuple[Callable[[_Run], Naming | None], ...] = (
    _title_alone,
    _organisation_word,
    _title_name,
    _place_known,
    _other_word,
    _place_word,
    _acronym,
    _one_word,
    _given_name,
    _two_words,
    _capitals,
)
"""The chain: the first rule that holds names the run."""


def _after_title(bare: Sequence[str], vocabulary: Vocabulary) -> tuple[int, bool]:
    """Give the index at which the name begins after a title, and whether there is a title at all."""
    title = -1
    for index, word in enumerate(bare):
        lower = word.lower()
        if lower in vocabulary.titles or (title >= 0 and index == title + 1 and lower in vocabulary.roles):
            title = index
        elif title >= 0 and word[0].isupper() and index > title + 1:
            break
    if title < 0:
        return 0, False
    at = title + 1
    if at < len(bare) and bare[at] in ("of", "for"):
        return _after_complement(bare, at, vocabulary), True
    return at, True


def _after_complement(bare: Sequence[str], at: int, vocabulary: Vocabulary) -> int:
    """`Secretary of State Ines Calloway`: the name begins at a given name, else with the last two words."""
    for index in range(at + 2, len(bare)):
        if bare[index] in vocabulary.given_names:
            return index
    return len(bare) - 2 if len(bare) - at > 3 else len(bare)
