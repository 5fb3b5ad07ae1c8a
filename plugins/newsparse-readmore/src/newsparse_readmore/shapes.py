"""Lines that tell by their shape what they are: captions, credits, bylines, tweets, counters, dates.

The rules are data (`data/any/lines.toml`); lines that are nothing but a date or a share bar are told by their words.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from newsparse import BlockKind
from newsparse.lexicon import load_words
from newsparse.rules import Rule, alternation, load_rules
from newsparse_readmore.line import Line
from newsparse_readmore.phrases import PACKAGE

__all__ = ["Shape", "find_author", "find_shape", "load_shapes"]

_WORD = re.compile(r"[^\W\d_]+")
_HEAD = re.compile(r"[^\W_]+(?:[/'][^\W_]+)?")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
_STAMP = re.compile(r"\d{1,2}[:.h]\d{2}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}|\b(?:19|20)\d\d\b|\d{4}年|\d{1,2}月\d{1,2}日")
NETWORKS = frozenset({"facebook", "twitter", "whatsapp", "linkedin", "email", "tweet", "share", "teilen", "partager"})
LONGEST_STAMP = 90
LONGEST_BAR = 160
LONGEST_TWICE = 300
LENGTHS = (40, 90, 200, 300, 700)
"""Lines are sorted by length into these classes; the rules that cannot hold for a class are not tried."""


@attrs.frozen
class Shape:
    """A rule of `lines.toml` and where it is tried."""

    rule: Rule
    kind: BlockKind
    heads: frozenset[str]
    words: frozenset[str]
    needs: tuple[str, ...]
    most: int
    where: str
    """"any", "edge" (only before the text begins or after it ends) or "below_title"."""

    is_weak: bool = False
    """Whether the line counts only beside other clutter."""

    def may(self, lower: str) -> bool:
        """Tell whether a line has one of the bits it needs."""
        return not self.heads or not self.needs or any(bit in lower for bit in self.needs)


def _lists() -> Mapping[str, str]:
    """Give the fragments that are word lists."""
    return {
        "agency": alternation(load_words(PACKAGE, "any", "agencies.txt")),
        "desk": alternation(load_words(PACKAGE, "any", "desks.txt")),
        "job": alternation(load_words(PACKAGE, "any", "jobs.txt")),
    }


@cache
def load_shapes() -> tuple[Shape, ...]:
    """Load the rules, in the order of precedence."""
    return tuple(
        Shape(
            rule,
            rule.more["kind"],
            frozenset(rule.more.get("heads", ())),
            frozenset(rule.more.get("words", ())),
            tuple(rule.more.get("needs", ())),
            rule.more.get("most", 200),
            rule.more.get("where", "any"),
            rule.more.get("weak", False),
        )
        for rule in load_rules(PACKAGE, "any", "lines.toml", _lists())
    )


def find_shape(line: Line, *, at_edge: bool) -> tuple[BlockKind, str, bool] | None:
    """Find the kind of a line by its shape, the rule that tells, and whether it needs other clutter beside it."""
    plain, length = line.plain, len(line.plain)
    if not plain or length > LENGTHS[-1]:
        return None
    lower = plain.lower()
    for shape in _candidates(length, lower, at_edge=at_edge):
        if shape.rule.regex.match(plain):
            return shape.kind, shape.rule.name, shape.is_weak
    if length <= LONGEST_TWICE and is_twice(plain):
        return "read_more", "headline_twice", False
    if length <= LONGEST_STAMP and is_date_stamp(plain, lower):
        return "dateline", "date_stamp", False
    if length <= LONGEST_BAR and any(network in lower for network in NETWORKS) and is_share_bar(plain):
        return "nav", "share_bar", False
    return None


def _candidates(length: int, lower: str, *, at_edge: bool) -> Iterable[Shape]:
    """Give the rules that may hold for a line of this length with these bits, in the order of precedence."""
    table = _table(next(most for most in LENGTHS if length <= most), at_edge)
    numbers = set(table.always)
    if head := _HEAD.search(lower):
        numbers.update(table.by_head.get(head[0], ()))
    if table.by_word:
        for word in _WORD.findall(lower):
            if word in table.by_word:
                numbers.update(table.by_word[word])
    for bit, some in table.by_bit:
        if bit in lower:
            numbers.update(some)
    shapes = load_shapes()
    return [shape for shape in map(shapes.__getitem__, sorted(numbers)) if length <= shape.most and shape.may(lower)]


@attrs.frozen
class Table:
    """The rules for lines up to a length, by number: those always tried, those of a first word, of a word, of a bit."""

    always: tuple[int, ...]
    by_head: Mapping[str, tuple[int, ...]]
    by_word: Mapping[str, tuple[int, ...]]
    by_bit: tuple[tuple[str, tuple[int, ...]], ...]


@cache
def _table(most: int, at_edge: bool) -> Table:
    shortest = max((one for one in LENGTHS if one < most), default=0)
    some = [
        (number, shape)
        for number, shape in enumerate(load_shapes())
        if shape.most > shortest and (shape.where == "any" or (at_edge and shape.where == "edge"))
    ]
    by_head: dict[str, list[int]] = {}
    by_word: dict[str, list[int]] = {}
    by_bit: dict[str, list[int]] = {}
    for number, shape in some:
        for head in shape.heads:
            by_head.setdefault(head, []).append(number)
        for word in shape.words:
            by_word.setdefault(word, []).append(number)
        for bit in () if shape.heads else shape.needs:
            by_bit.setdefault(bit, []).append(number)
    return Table(
        tuple(number for number, shape in some if not (shape.needs or shape.heads or shape.words)),
        {head: tuple(numbers) for head, numbers in by_head.items()},
        {word: tuple(numbers) for word, numbers in by_word.items()},
        tuple((bit, tuple(numbers)) for bit, numbers in by_bit.items()),
    )


def find_author(line: Line) -> str | None:
    """Find the rule that takes a line below the title for its author's name."""
    return next(
        (
            shape.rule.name
            for shape in load_shapes()
            if shape.where == "below_title" and len(line.plain) <= shape.most and shape.rule.regex.match(line.plain)
        ),
        None,
    )


def is_date_stamp(plain: str, lower: str) -> bool:
    """Tell whether a line gives a date and nothing else: `Updated 14 March 2024, 6:00 am GMT`."""
    if not _STAMP.search(plain):
        return False
    words = _WORD.findall(lower)
    if not plain.isascii() and re.search(r"\d年|\d月", plain):
        return len(plain) <= 60 and not plain.endswith("。")
    return all(word in _date_words() for word in words)


def is_twice(plain: str) -> bool:
    """Tell whether a line is one headline of four words or more, twice."""
    half = len(plain) // 2
    return plain[half : half + 1] == " " and plain[:half] == plain[half + 1 :] and plain.count(" ", 0, half) > 2


def is_share_bar(plain: str) -> bool:
    """Tell whether a line is made of the words of share buttons: `Share on FacebookShare on Twitter 12`."""
    if plain.endswith("."):
        return False
    words = [word.lower() for word in _WORD.findall(_CAMEL.sub(" ", plain))]
    return len(words) > 1 and not NETWORKS.isdisjoint(words) and all(word in _share_words() for word in words)


@cache
def _date_words() -> frozenset[str]:
    return load_words(PACKAGE, "any", "datewords.txt")


@cache
def _share_words() -> frozenset[str]:
    return load_words(PACKAGE, "any", "sharewords.txt")
