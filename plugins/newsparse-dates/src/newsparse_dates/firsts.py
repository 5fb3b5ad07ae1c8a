"""With which two characters can a text begin that a pattern matches? The index of the rules is made from this.

Patterns of date rules are plain: characters, sets without ranges, groups, alternatives, `?`, `+`, `*`, `{m,n}`,
the same with `?` for as few as possible, and look-arounds.
"""

from __future__ import annotations

import re
from functools import cache

import attrs

from newsparse.errors import DataError

__all__ = ["Opening", "find_opening"]

_TOKEN = re.compile(r"\((?:\?(?::|P<\w+>|=|!|<!|<=))?|\[[^\]]*\]|\{\d+(?:,\d*)?\}|\S", re.DOTALL)
_GROUP_OF_ONE = re.compile(r"\(\?:(\[[^\]]*\]|[^\[()])\)")
_NOTHING: frozenset[str] = frozenset()


@attrs.frozen
class Opening:
    """How the matches of a pattern can begin."""

    first: frozenset[str] = _NOTHING
    """Characters of the first place."""
    second: frozenset[str] = _NOTHING
    """Characters of the second place."""
    single: frozenset[str] = _NOTHING
    """Characters that may be the whole match."""
    empty: bool = False
    """A match may have no character."""

    def then(self, after: Opening) -> Opening:
        """Give the opening of this pattern followed by another."""
        if self is EMPTY:
            return after
        return Opening(
            self.first | after.first if self.empty else self.first,
            self.second | (after.first if self.single else _NOTHING) | (after.second if self.empty else _NOTHING),
            (self.single if after.empty else _NOTHING) | (after.single if self.empty else _NOTHING),
            self.empty and after.empty,
        )

    def otherwise(self, other: Opening) -> Opening:
        """Give the opening of either pattern."""
        return Opening(
            self.first | other.first,
            self.second | other.second,
            self.single | other.single,
            self.empty or other.empty,
        )


EMPTY = Opening(empty=True)


def find_opening(pattern: str) -> Opening:
    """Find how a match of `pattern` can begin: with `a` or `b`, then `b` or nothing for `a?b`.

    Raises:
        DataError: the pattern can match nothing at all, or has a construct unknown here.

    """
    tokens = _TOKEN.findall(_GROUP_OF_ONE.sub(r"\1", pattern))
    opening, rest = _alternatives(tokens, 0)
    if rest != len(tokens) or opening.empty:
        raise DataError(f"pattern {pattern!r}: it matches an empty text or is not closed; every match needs a word")
    return opening


def _alternatives(tokens: list[str], at: int) -> tuple[Opening, int]:
    opening, at = _sequence(tokens, at)
    while at < len(tokens) and tokens[at] == "|":
        other, at = _sequence(tokens, at + 1)
        opening = opening.otherwise(other)
    return opening, at


def _sequence(tokens: list[str], at: int) -> tuple[Opening, int]:
    opening = EMPTY
    while at < len(tokens) and tokens[at] not in ("|", ")"):
        if not opening.empty and not opening.single:
            return opening, _end_of_alternative(tokens, at)
        item, at = _item(tokens, at)
        opening = opening.then(item)
    return opening, at


def _end_of_alternative(tokens: list[str], at: int) -> int:
    depth = 0
    while at < len(tokens) and (depth or tokens[at] not in ("|", ")")):
        depth += (tokens[at][0] == "(") - (tokens[at] == ")")
        at += 1
    return at


def _item(tokens: list[str], at: int) -> tuple[Opening, int]:
    token = tokens[at]
    if token[0] == "(":
        item, at = _alternatives(tokens, at + 1)
        if token[1:] in ("?=", "?!", "?<!", "?<="):
            return EMPTY, at + 1
    else:
        item = _characters(token)
    at += 1
    if at < len(tokens) and (often := tokens[at])[0] in "?*+{":
        at += 1
        if often != "?" and item.single:
            item = attrs.evolve(item, second=item.second | item.first)
        if often in ("?", "*") or often.startswith("{0"):
            item = attrs.evolve(item, empty=True)
        at += at < len(tokens) and tokens[at] == "?"  # as few as possible
    return item, at


@cache
def _characters(token: str) -> Opening:
    if token[0] != "[":
        return Opening(frozenset(token), single=frozenset(token))
    if token[1] == "^" or "-" in token:
        raise DataError(f"pattern item {token!r}: sets of date rules list their characters")
    characters = frozenset(token[1:-1])
    return Opening(characters, single=characters)
