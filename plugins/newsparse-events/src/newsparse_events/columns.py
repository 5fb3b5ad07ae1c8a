"""What each word of an article is, as columns of one byte a word, which are fast to search.

What a word is depends on the word alone, so that it is looked up once for all articles.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from newsparse.words import Words
from newsparse_events.triggers import meanings
from newsparse_events.vocabulary import classes

__all__ = ["OPEN", "Columns"]

OPEN, _CLOSE = frozenset('"“«'), frozenset('"”»')
_STOP, _CLAUSE, _CONDITION, _PLACE, _TRIGGER, _MARK, _CAPITAL, _NUMBER = (1 << bit for bit in range(8))
_IN_NUMBER = re.compile(
    b"(?<=[%b])[%b](?=[%b])" % tuple(re.escape(bytes([code])) for code in (_NUMBER, _STOP | _CLAUSE | _NUMBER, _NUMBER))
)
_ONES = re.compile(b"\1")
_KEPT = 1 << 14
"""Of how many words is remembered what they are."""


@cache
def _classes() -> list[tuple[int, frozenset[str]]]:
    known = classes()
    stops = ("boundary", "be", "have", "do", "modal", "not", "preposition", "weekday", "month", "phrase_end")
    return [
        (_STOP, frozenset().union(*(known[name] for name in stops)) - {"'s", "no"}),
        (_CLAUSE, (known["boundary"] - {"and"}) | known["subordinate"]),
        (_CONDITION, known["conditional"]),
        (_PLACE, known["place_before"] | known["place_weak"]),
        (_MARK, OPEN | _CLOSE),
        (_NUMBER, frozenset({","})),
    ]


@lru_cache(_KEPT)
def _code(form: str) -> int:
    word = form.lower()
    code = sum([flag for flag, words in _classes() if word in words])
    if meanings(word) is not None:
        code |= _TRIGGER
    if form[0].isupper():
        code |= _CAPITAL
    return code | _NUMBER if word.isdigit() else code


class Columns:
    """The columns of an article, and lists of what is rare."""

    def __init__(self, words: Words) -> None:
        codes = bytes(map(_code, words.forms))
        self.stop = bytearray(_column(codes, _STOP))
        """1 where no phrase goes over a word."""
        for comma in _IN_NUMBER.finditer(codes):
            self.stop[comma.start()] = 0
        self.clause, self.condition = _column(codes, _CLAUSE), _column(codes, _CONDITION)
        """1 where a clause may begin; where a condition does."""
        self.capital = _column(codes, _CAPITAL)
        self.capitals = _places(self.capital)
        self.triggers = _places(_column(codes, _TRIGGER))
        """The words that may name events."""
        self.local = _places(_column(codes, _PLACE))
        """The prepositions of place."""
        self.marks = _places(_column(codes, _MARK))
        """The quotation marks."""


@cache
def _tables() -> dict[int, bytes]:
    return {1 << bit: bytes(code >> bit & 1 for code in range(256)) for bit in range(8)}


def _column(codes: bytes, flag: int) -> bytes:
    return codes.translate(_tables()[flag])


def _places(column: bytes) -> list[int]:
    return [one.start() for one in _ONES.finditer(column)]
