"""The word lists of a language, loaded once, as sets and dictionaries of words."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Literal, cast

import attrs

from newsparse.lexicon import load_table, load_words

__all__ = ["Kind", "Vocabulary", "load_vocabulary"]

PACKAGE = "newsparse_names"
Kind = Literal["person", "organisation", "place", "group", "other"]


@attrs.frozen(kw_only=True)
class Vocabulary:
    """What words tell of names. Titles and roles are looked up in lower case, the others as written."""

    language: str
    """Its code, as `en`."""
    titles: frozenset[str]
    """Words before a name that say what its bearer is."""
    modifiers: frozenset[str]
    """Words of a role before its head."""
    roles: Mapping[str, Kind]
    """Noun to person, organisation or group."""
    gendered: Mapping[str, str]
    """Title or noun to m or f."""
    given_names: Mapping[str, str]
    """Given name to f, m or u."""
    surnames: frozenset[str]
    """Surnames that are no words of other names."""
    family_words: frozenset[str]
    """Words of other names that are surnames behind a given name."""
    organisation_words: frozenset[str]
    """Words of an organisation's name."""
    place_words: frozenset[str]
    """Words of a place's name."""
    places: frozenset[str]
    """Whole names of places."""
    nationalities: frozenset[str]
    """Adjectives of countries, peoples and parties."""
    other_words: frozenset[str]
    """Words of a thing's name."""
    name_openings: Mapping[str, Kind]
    """First word of a name to what it names: `Mount` to place."""
    particles: frozenset[str]
    """Small words inside names."""
    leading_particles: frozenset[str]
    """Those that begin a surname that stands alone."""
    not_names: frozenset[str]
    """Capitalised words that are no names."""
    also_names: frozenset[str]
    """Those of them that stand inside names all the same."""
    pronouns: Mapping[str, str]
    """Pronoun to m, f, n or p."""
    abbreviations: Mapping[str, str]
    """Short title to its noun."""
    honorifics: frozenset[str]
    """Forms of address."""
    of_heads: frozenset[str]
    """Words after which `of` carries a name on."""
    for_heads: frozenset[str]
    """Words after which `for` carries a name on."""
    determiners: frozenset[str]
    """Words that begin a description."""
    quantities: frozenset[str]
    """Words of number that begin the description of a group."""
    whole_bodies: frozenset[str]
    """Whole names of bodies that no word of theirs tells of."""
    same_given: frozenset[tuple[str, str]]
    """Given names and their short forms, in lower case, as `("william", "bill")`."""
    aliases: Mapping[str, str]
    """Short name of a state or body to its long one."""
    weak_roles: frozenset[str]
    """Roles that give way to any other."""
    verbs: frozenset[str]
    """Verbs, or their auxiliaries, that a person is the subject of."""
    agent_verbs: frozenset[str]
    """Verbs whose subject is somebody."""
    pairs: frozenset[str]
    """Words that two people go by."""
    headline_small: frozenset[str]
    """Words that stay small in a headline in title case."""
    description_nouns: Mapping[str, frozenset[str]]
    """Nouns with a peculiarity, by what it is: any_body, anonymous, company, count, …"""
    prepositions: frozenset[str]
    """Words behind a speaker's noun that bind what follows to it."""
    clauses: frozenset[str]
    """Words that begin a clause behind it."""
    after_noun: frozenset[str]
    """These and other words that stand behind a noun alone."""
    inside: frozenset[str]
    """Words before the name of a place."""
    behind_role: frozenset[str]
    """Words with which the words behind a role's noun begin."""
    singular: frozenset[str]
    """Words before a noun that is one."""
    endings: tuple[str, ...]
    """Endings of common words that may open a sentence."""

    joining: frozenset[str] = attrs.field(init=False)
    """Small words that may carry a name on."""
    describing: Mapping[str, Kind | None] = attrs.field(init=False)
    """Nouns of descriptions, in the plural too, with their kinds; modifiers with None."""

    @joining.default
    def _joining(self) -> frozenset[str]:
        return self.particles | {"of", "for", "and", "&"}

    @describing.default
    def _describing(self) -> Mapping[str, Kind | None]:
        plurals: dict[str, Kind | None] = {
            plural: "group" if kind == "person" else kind
            for noun, kind in self.roles.items()
            for plural in (noun + "s", noun[:-1] + "ies" if noun.endswith("y") else noun + "s")
        }
        modifiers: dict[str, Kind | None] = dict.fromkeys([*self.modifiers, "-", "two", "three", "four", "five"])
        return {**modifiers, **plurals, **self.roles}


@cache
def load_vocabulary(language: str = "en") -> Vocabulary:
    """Load the vocabulary of a language.

    Raises:
        newsparse.DataError: there is none for the language, or a list is broken.
    """

    def words(name: str) -> frozenset[str]:
        return load_words(PACKAGE, language, name)

    def table(name: str) -> dict[str, str]:
        return {key: values[0] for key, values in load_table(PACKAGE, language, name).items()}

    def classes(name: str) -> dict[str, frozenset[str]]:
        rows = [(key, kind) for key, kinds in load_table(PACKAGE, language, name).items() for kind in kinds[0].split()]
        return {kind: frozenset(key for key, one in rows if one == kind) for _, kind in rows}

    phrase_words = classes("phrase_words.tsv")
    return Vocabulary(
        language=language,
        titles=frozenset(word.lower() for word in words("titles.txt")),
        modifiers=words("title_modifiers.txt"),
        roles=cast("dict[str, Kind]", table("roles.tsv")),
        gendered=table("gendered.tsv"),
        given_names=table("given_names.tsv"),
        surnames=words("surnames.txt"),
        family_words=words("family_words.txt"),
        organisation_words=words("organisation_words.txt"),
        place_words=words("place_words.txt"),
        places=words("places.txt") | words("territories.txt"),
        nationalities=words("nationalities.txt"),
        other_words=words("other_words.txt"),
        name_openings=cast("dict[str, Kind]", table("name_openings.tsv")),
        particles=words("particles.txt"),
        leading_particles=words("leading_particles.txt"),
        not_names=words("not_names.txt"),
        also_names=words("also_names.txt"),
        pronouns=table("pronouns.tsv"),
        abbreviations=table("abbreviations.tsv"),
        honorifics=words("honorifics.txt"),
        of_heads=words("of_heads.txt"),
        for_heads=words("for_heads.txt"),
        determiners=words("determiners.txt"),
        quantities=words("quantities.txt"),
        whole_bodies=words("whole_bodies.txt"),
        same_given=frozenset(
            (name, short) for name, shorts in load_table(PACKAGE, language, "nicknames.tsv").items() for short in shorts
        ),
        aliases=table("aliases.tsv"),
        weak_roles=words("weak_roles.txt"),
        verbs=words("verbs.txt"),
        agent_verbs=words("agent_verbs.txt"),
        pairs=words("pairs.txt"),
        headline_small=words("headline_small.txt"),
        description_nouns=classes("description_nouns.tsv"),
        prepositions=phrase_words["preposition"],
        clauses=phrase_words["clause"],
        after_noun=phrase_words["preposition"] | phrase_words["clause"] | phrase_words["behind"],
        inside=phrase_words["inside"],
        behind_role=phrase_words["preposition"] | phrase_words["behind_role"],
        singular=phrase_words["singular"],
        endings=tuple(words("common_endings.txt")),
    )
