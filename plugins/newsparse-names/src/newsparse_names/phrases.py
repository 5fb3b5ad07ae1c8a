"""The words around a name that say what it is: roles before and behind."""

from __future__ import annotations

import attrs

from newsparse import Words
from newsparse_names.vocabulary import Vocabulary

__all__ = ["Apposition", "read_apposition", "role_start"]

MOST_WORDS = 14
"""The longest apposition, in words."""
MOST_MODIFIERS = 5
_STOPS = frozenset([".", ";", ":", "?", "!", "“", "”", '"', "(", ")", "—", "–"])
_ENDING = frozenset(("who", "said", "says", "told", "which", "whose"))


@attrs.frozen(kw_only=True)
class Apposition:
    """What stands behind a name and tells what it is."""

    first: int
    """First word of the role."""
    last: int
    """The word after it."""
    kind: str
    """person, organisation or group."""
    head: str
    """The noun, in lower case."""


def role_start(words: Words, name: int, floor: int, vocabulary: Vocabulary) -> int:
    """Give where the small-letter role before a name begins: `union leader` in `the union leader Amara Osei`.

    Returns:
        `name` itself where no role stands before it.
    """
    index = name - 1
    if index < floor or vocabulary.roles.get(words.lowers[index]) != "person":
        return name
    start = index
    index -= 1
    while index >= floor and name - index <= MOST_MODIFIERS + 1:
        lower, form = words.lowers[index], words.forms[index]
        hyphen = form == "-" and index > floor and words.starts[index] == words.ends[index - 1]
        modifier = lower in vocabulary.modifiers or lower in vocabulary.roles or form in vocabulary.nationalities
        if not (modifier or hyphen or (form[0].isupper() and form not in vocabulary.not_names)):
            break
        start = index if not hyphen else start
        index -= 1
        if hyphen and index >= floor:  # `front-runner`
            start = index
            index -= 1
    return start


def read_apposition(words: Words, last: int, end: int, vocabulary: Vocabulary) -> Apposition | None:
    """Read `, a spokesman for the ministry,` behind a name that ends before word `last`; None where none stands."""
    if last + 1 >= end or words.forms[last] != ",":
        return None
    first = last + 1
    start = first + (words.lowers[first] in vocabulary.determiners)
    head = _role_head(words, start, end, vocabulary)
    if head is None:
        return None
    at, kind = head
    return Apposition(
        first=first, last=_complement_end(words, at + 1, first, end, vocabulary), kind=kind, head=words.lowers[at]
    )


def _role_head(words: Words, start: int, end: int, vocabulary: Vocabulary) -> tuple[int, str] | None:
    """Give the noun that a role begins with, its modifiers passed over, and what it is."""
    head = None
    for at in range(start, min(end, start + MOST_MODIFIERS + 1)):
        lower = words.lowers[at]
        kind = vocabulary.roles.get(lower) or ("person" if lower in vocabulary.titles else None)
        if kind:
            head = (at, kind)
        elif not (lower in vocabulary.modifiers or words.forms[at][0].isupper() or lower in ("'s", "’s", "-")):
            break
    return head


def _complement_end(words: Words, at: int, first: int, end: int, vocabulary: Vocabulary) -> int:
    """Give where the words behind a role's noun end: at a comma, a stop, or a verb of saying."""
    lowers = words.lowers
    if at < end and words.forms[at] is lowers[at] and lowers[at].isalpha() and lowers[at] not in vocabulary.behind_role:
        return at  # `host considered`, `pastor supporting`
    while at < end and at - first < MOST_WORDS and words.forms[at] != ",":
        inner_stop = at + 1 < end and words.starts[at + 1] == words.ends[at]  # `U.S.`
        if words.forms[at] in _STOPS and not (words.forms[at] == "." and inner_stop):
            break
        if words.lowers[at] in _ENDING:
            break
        at += 1
    return at
