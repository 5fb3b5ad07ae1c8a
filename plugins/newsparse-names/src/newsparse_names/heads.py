"""What the words of a speaker's phrase say: which name in it speaks, what its noun is, where a role stands."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise, takewhile

from newsparse import Mention, Span
from newsparse_names.vocabulary import Kind, Vocabulary

__all__ = ["ends_in_role", "is_head", "is_role", "joint_heads", "kind_of_noun"]

POSSESSIVES = ("'s ", "’s ", "' ", "’ ")
TAILS = (",", "(", " in ", " of ", " at ", " and ", " (")
"""What may stand behind a name that speaks itself, within its phrase."""
JOINED_BY = ("and", ", and", "and the", "&")


def is_head(text: str, name: Mention, span: Span, vocabulary: Vocabulary) -> bool:
    """Tell whether a name in a phrase speaks itself, and is not that of whom the speaker speaks for or belongs to."""
    if name.span == span:
        return True
    before = text[span.start : name.span.start].split()
    after = text[name.span.end : span.end].removeprefix(".")  # `Lee Jr., the director`
    if after.startswith(POSSESSIVES) or (after.strip() and not after.startswith(TAILS)):
        return False  # `Lee's office`, `the Vermont senator`
    if not before:
        return True
    prepositions = vocabulary.prepositions
    last = before[-1].lower()
    article = last in ("the", "a", "an")
    if last in prepositions:
        return False
    if last.endswith(("'s", "’s")):
        return name.kind in ("person", None)  # `the paper's Ann Lee`
    if article and len(before) > 1 and before[-2].lower() in prepositions:
        return False
    bound = any(word.lower() in prepositions for word in before)
    introduced = article or last == "and" or last.endswith((",", ")"))
    behind_noun = name.kind is None and name.span.end == span.end and last not in vocabulary.quantities
    return name.kind == "person" or ((introduced or behind_noun) and not bound)  # `the speechwriter Houn Veraq`


def joint_heads(text: str, heads: Sequence[Mention]) -> tuple[Mention, ...]:
    """Give the two speakers of `Lee and Mayor Roe`."""
    for first, second in pairwise(heads):
        if text[first.span.end : second.span.start].strip() in JOINED_BY:
            return (first, second)
    return ()


def kind_of_noun(words: Sequence[str], vocabulary: Vocabulary) -> Kind | None:
    """Give the kind of a description by its noun, the last word before any preposition, clause or comma."""
    noun = ""
    for word in words:
        if noun and word in vocabulary.after_noun:
            break
        noun = word.strip(",.")
        if word.endswith(","):
            break
    roles = vocabulary.roles
    if noun in roles:
        return roles[noun]
    singular = noun.removesuffix("s")
    people = singular in roles or singular.capitalize() in vocabulary.nationalities
    return "group" if singular != noun and people else None


def ends_in_role(words: str, vocabulary: Vocabulary) -> bool:
    """Tell whether words before a name say what its bearer is: they end with a role, or are somebody's."""
    split = words.replace("’", "'").split()
    if not split:
        return False
    last = split[-1].strip(",.").lower()
    owned = any(word.endswith("'s") for word in split[:-1]) and split[-1].islower()
    return owned or last in vocabulary.roles or last in vocabulary.titles


def is_role(words: str, vocabulary: Vocabulary) -> bool:
    """Tell whether words behind a name say what its bearer is: a role stands in them, before any clause."""
    first = [word.lower().strip(",.") for word in words.partition(",")[0].split()]
    clauses, roles, titles = vocabulary.clauses, vocabulary.roles, vocabulary.titles
    if not first or first[0] in clauses:
        return False
    first = [word.rpartition("-")[2] for word in first]  # `co-director`
    return any(word in roles or word in titles for word in takewhile(lambda word: word not in clauses, first))
