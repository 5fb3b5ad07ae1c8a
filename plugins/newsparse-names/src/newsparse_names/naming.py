"""What a run of capitalised words names: its role, its name, and of what kind it is."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

import attrs
from newsparse import Words

from newsparse_names.runs import Atom
from newsparse_names.vocabulary import Vocabulary

__all__ = ["Kind", "Naming", "read_naming"]

Kind = Literal["person", "organisation", "place", "group", "other"]
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


def read_naming(words: Words, run: Sequence[Atom], vocabulary: Vocabulary) -> Naming | None:
    """Read a run; None where it names nothing, as a nationality alone."""
    bare = [atom.bare for atom in run]
    name_at, role = _after_title(bare, vocabulary)
    first, last = run[0].first, run[-1].last
    if role and name_at >= len(run):
        return Naming(first=first, name=last, last=last, kind="person", sure=True, rule="title_alone")
    rest = bare[name_at:]
    if _is_organisation(bare, rest, vocabulary):
        return Naming(first=first, name=first, last=last, kind="organisation", sure=True, rule="organisation_word")
    if role and len(rest) <= MOST_PERSON_NAMES:
        start = run[name_at].first
        return Naming(first=first, name=start, last=last, kind="person", sure=True, rule="title_name")
    if len(run) == 1 and (bare[0] in vocabulary.nationalities or bare[0] in vocabulary.not_names):
        return None
    whole = " ".join(bare)
    if whole in vocabulary.places or run[-1].form in vocabulary.places and len(run) == 1:
        return Naming(first=first, name=first, last=last, kind="place", sure=True, rule="place_known")
    skip = 1 if len(run) > 1 and bare[0] in vocabulary.nationalities else 0
    core = bare[skip:]
    start = run[skip].first
    if core[-1] in vocabulary.other_words:
        return Naming(first=first, name=first, last=last, kind="other", sure=True, rule="other_word")
    if core[-1] in vocabulary.place_words and len(run) > 1:
        return Naming(first=first, name=first, last=last, kind="place", sure=True, rule="place_word")
    if len(core) == 1:
        return _single(core[0], first, start, last, vocabulary)
    if core[0] in vocabulary.given_names or _has_initial(core) or _has_particle(core, vocabulary):
        return Naming(first=start, name=start, last=last, kind="person", sure=True, rule="given_name")
    if 2 <= len(core) <= 3 and all(word[0].isupper() and not word.isupper() for word in core):
        return Naming(first=start, name=start, last=last, kind="person", sure=False, rule="two_words")
    return Naming(first=first, name=first, last=last, kind=None, sure=False, rule="capitals")


def _single(word: str, first: int, start: int, last: int, vocabulary: Vocabulary) -> Naming:
    if word.isupper() and 2 <= len(word) <= LONGEST_ACRONYM and word not in vocabulary.places:
        return Naming(first=first, name=start, last=last, kind="organisation", sure=False, rule="acronym")
    if word in vocabulary.places:
        return Naming(first=first, name=start, last=last, kind="place", sure=True, rule="place_known")
    return Naming(first=start, name=start, last=last, kind=None, sure=False, rule="one_word")


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
    """`Secretary of State Hillary Clinton`: the name begins at a given name, else with the last two words."""
    for index in range(at + 2, len(bare)):
        if bare[index] in vocabulary.given_names:
            return index
    return len(bare) - 2 if len(bare) - at > 3 else len(bare)


def _is_organisation(bare: Sequence[str], rest: Sequence[str], vocabulary: Vocabulary) -> bool:
    words = vocabulary.organisation_words
    if rest and rest[-1] in words and len(bare) > 1:
        return True
    if len(bare) == 1:
        return bare[0] in words and bare[0].isupper() or bare[0] in ("Hezbollah", "Hamas", "Taliban", "Reuters", "Pentagon", "Kremlin", "Interpol", "Congress", "Senate", "Parliament")
    cut = next((index for index, word in enumerate(bare) if word in ("of", "for", "and", "&")), len(bare))
    return bare[cut - 1] in words and len(rest) == len(bare) and cut < len(bare)


def _has_initial(core: Sequence[str]) -> bool:
    return any(len(word) == 1 and word.isupper() for word in core[:-1])


def _has_particle(core: Sequence[str], vocabulary: Vocabulary) -> bool:
    return any(word.partition("-")[0].lower() in vocabulary.particles for word in core[1:] if word[0].islower())
