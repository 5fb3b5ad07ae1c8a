"""With which characters can a text begin that a pattern matches? The index of the rules is made from this.

Patterns of date rules are plain: characters, sets without ranges, groups, alternatives, `?`, `+`, `*`, `{m,n}`
and look-aheads.
"""

from __future__ import annotations

import re

from newsparse.errors import DataError

__all__ = ["first_characters"]

_TOKEN = re.compile(r"\((?:\?(?::|P<\w+>|=|!|<!|<=))?|\[[^\]]*\]|\{\d+(?:,\d*)?\}|.", re.DOTALL)


def first_characters(pattern: str) -> frozenset[str]:
    """Give the characters that can begin a match of `pattern`, as `a` and `b` for `a?b`.

    Raises:
        DataError: the pattern can match nothing at all, or has a construct unknown here.

    """
    tokens = [token for token in _TOKEN.findall(pattern) if not token.isspace()]
    first, empty, rest = _alternatives(tokens, 0)
    if rest != len(tokens) or empty:
        raise DataError(f"pattern {pattern!r}: it matches an empty text or is not closed; every match needs a word")
    return frozenset(first)


def _alternatives(tokens: list[str], at: int) -> tuple[set[str], bool, int]:
    first, empty, at = _sequence(tokens, at)
    while at < len(tokens) and tokens[at] == "|":
        more, more_empty, at = _sequence(tokens, at + 1)
        first |= more
        empty |= more_empty
    return first, empty, at


def _sequence(tokens: list[str], at: int) -> tuple[set[str], bool, int]:
    first: set[str] = set()
    open_ = True
    while at < len(tokens) and tokens[at] not in ("|", ")"):
        more, empty, at = _item(tokens, at)
        if open_:
            first |= more
            open_ = empty
    return first, open_, at


def _item(tokens: list[str], at: int) -> tuple[set[str], bool, int]:
    token = tokens[at]
    if token.startswith("("):
        first, empty, at = _alternatives(tokens, at + 1)
        if token[1:] in ("?=", "?!", "?<!", "?<="):
            return set(), True, at + 1
    elif token.startswith("["):
        if token[1] == "^" or "-" in token:
            raise DataError(f"pattern item {token!r}: sets of date rules list their characters")
        first, empty = set(token[1:-1]), False
    else:
        first, empty = {token}, False
    at += 1
    if at < len(tokens) and (tokens[at] in ("?", "*", "+") or tokens[at].startswith("{")):
        empty = empty or tokens[at] in ("?", "*") or tokens[at].startswith("{0")
        at += 1
    return first, empty, at
