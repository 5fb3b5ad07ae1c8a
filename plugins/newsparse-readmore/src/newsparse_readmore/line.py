"""A line and what can be seen of it alone: its wording, its length, how it ends."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Generic, TypeVar, overload

from newsparse import Span

__all__ = ["LONG", "TRAILING", "Line", "normal"]

LONG = 400
"""A line of more characters is text: only what stands inside it is looked for."""
ZERO_WIDTH = dict.fromkeys([0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A), 0xFEFF])
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "ʼ": "'"})
_PLAIN = {chr(code): mark for code, mark in {**_MARKS, **dict.fromkeys(ZERO_WIDTH, "")}.items()}
_ODD = re.compile(f"[{''.join(_PLAIN)}]")
DECORATION = " \t*•·▪■●◦►▶▸»›>→➡👉|#_~=([{【［「『〈《<–—-+✓…"
_NUMBER = re.compile(r"\d{1,2}[.)] ")
TRAILING = " \t:：.!|-–—>»›→)]}】］」』〉》*_~…<"
_STOPPED = re.compile(r"""[.!?…。！？।؟۔](?:["'”’»)\]」』]|\s)*$""")
_FULL_STOP = re.compile(r"""(?<!\.)[.!。！।۔](?:["'”’»)\]」』]|\s)*$""")
_SENTENCE_BREAK = re.compile(r"""[.!?]["'”’»)]?\s+["'“‘«]?[^\W\d_a-z]|[。！？].""")


def normal(text: str) -> str:
    """Make marks and spaces plain and drop zero-width characters: what phrases are compared with."""
    plain = text if text.isascii() else _ODD.sub(_plain, text)
    return " ".join(plain.split())


def _plain(match: re.Match[str]) -> str:
    return _PLAIN[match[0]]


T = TypeVar("T")


class lazy(Generic[T]):  # noqa: N801  # used as a decorator, like functools.cached_property, without its lock
    """Compute an attribute when it is first asked for."""

    def __init__(self, compute: Callable[[Any], T]) -> None:
        self.compute = compute
        self.__doc__ = compute.__doc__

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, line: None, owner: type) -> lazy[T]: ...
    @overload
    def __get__(self, line: object, owner: type) -> T: ...
    def __get__(self, line: object, owner: type) -> Any:
        if line is None:
            return self
        value = line.__dict__[self.name] = self.compute(line)
        return value


class Line:
    """A line or a paragraph joined from several lines; computes what is asked for, once."""

    __slots__ = ("__dict__", "is_long", "span", "text")

    def __init__(self, span: Span, text: str) -> None:
        self.span = span
        self.text = text
        self.is_long = len(text) > LONG

    @lazy
    def plain(self) -> str:
        """The text with plain marks and spaces."""
        return normal(self.text)

    @lazy
    def bare(self) -> str:
        """The plain text without bullets and numbering before it."""
        bare = self.plain.lstrip(DECORATION)
        number = _NUMBER.match(bare)
        return bare[number.end() :] if number else bare or self.plain

    @lazy
    def key(self) -> str:
        """The bare text in lower case, of the same length: a capital İ becomes a plain i."""
        return self.bare.lower().replace("i\u0307", "i")

    @lazy
    def whole(self) -> str:
        """The key without marks at its end."""
        return self.key.rstrip(TRAILING)

    @lazy
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    @lazy
    def is_stopped(self) -> bool:
        """Whether it ends like a sentence, a question included."""
        return _STOPPED.search(self.text, max(0, len(self.text) - 8)) is not None

    @lazy
    def has_full_stop(self) -> bool:
        """Whether it ends with a full stop or an exclamation mark; dots that cut a teaser off do not count."""
        return _FULL_STOP.search(self.text, max(0, len(self.text) - 8)) is not None

    @lazy
    def has_sentences(self) -> bool:
        """Whether one sentence ends inside it and another begins."""
        return _SENTENCE_BREAK.search(self.text) is not None

    @lazy
    def is_prose(self) -> bool:
        """Whether it reads as text: long, or of several sentences, or a sentence of some length."""
        return self.is_long or (self.has_full_stop and len(self.text) >= 60) or len(self.text) > 200

    @lazy
    def is_bulleted(self) -> bool:
        """Whether a bullet or number stands before it."""
        return self.plain[:1] in "*•·▪■●◦►▶-–—" or _NUMBER.match(self.plain) is not None

    @lazy
    def starts_low(self) -> bool:
        """Whether it begins in lower case."""
        return self.bare[:1].islower()

    @lazy
    def is_headline(self) -> bool:
        """Whether it has the shape of a headline: some words, no full stop, no comma, colon or dash at its end."""
        text = self.text
        return (
            8 <= len(text) <= 200
            and not self.has_full_stop
            and text[-1] not in ",;:،"
            and not self.starts_low
            and not (self.has_sentences and len(text) > 120)
            and (self.words >= 3 or not text.isascii())
        )

    @lazy
    def is_shouted(self) -> bool:
        """Whether all its letters are capitals."""
        return self.text.isupper()
