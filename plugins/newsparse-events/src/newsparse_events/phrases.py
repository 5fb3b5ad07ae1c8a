"""Find the noun phrases around an event: what ends before a word, what begins at one.

Before `attacked`: `[Rebels in the north] attacked`; after it: `attacked [the garrison of Oldtown] on Monday`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

import attrs

from newsparse import Article, Span
from newsparse.lexicon import load_words
from newsparse_events.scene import Scene
from newsparse_events.vocabulary import classes

__all__ = ["Mentioned", "Phrases", "Range", "mentions_by_word", "people", "stopping"]

Range = tuple[int, int]
"""First word and the word after the last."""
_REACH = 14


@attrs.frozen
class Mentioned:
    """The mentions of an article by word."""

    starts: Mapping[int, tuple[int, str]]
    """By first word: the end of the longest mention that begins there and the kind of what it mentions."""
    ends: Mapping[int, int]
    """By the word after the last: the first word of the longest mention that ends there."""


def mentions_by_word(article: Article) -> Mentioned:
    """Give the mentions by their first and last words, entities before mere mentions."""
    kinds: dict[Span, str] = {}
    for entity in article.entities:
        for mention in entity.mentions:
            kinds.setdefault(mention.span, entity.kind)
    for mention in article.mentions:
        kinds.setdefault(mention.span, mention.form)
    starts, ends_ = article.words.starts, article.words.ends
    found: dict[int, tuple[int, str]] = {}
    ends: dict[int, int] = {}
    for span, kind in kinds.items():
        first, last = bisect_right(ends_, span.start), bisect_left(starts, span.end)
        if first < last:
            if first < ends.get(last, last):
                ends[last] = first
            if first not in found or found[first][0] < last:
                found[first] = last, kind
    return Mentioned(found, ends)


@cache
def _stops() -> frozenset[str]:
    known = classes()
    names = ("boundary", "be", "have", "do", "modal", "not", "preposition", "weekday", "month", "phrase_end")
    return frozenset().union(*(known[name] for name in names)) - {"'s", "no"}


@cache
def people() -> frozenset[str]:
    """Give the nouns for people and bodies that act."""
    return load_words("newsparse_events", "en", "people.txt")


_LINKING = frozenset({"of", "in", "from", "for"})
_NO_START = _LINKING | {"'s", "-", "and"}
_NO_END = _NO_START | {"the"}


def stopping(lowers: Sequence[str]) -> bytearray:
    """Mark the words that no phrase goes over; a comma within a number is not one of them."""
    marked = bytearray(map(_stops().__contains__, lowers))
    for at, word in enumerate(lowers):
        if word == "," and 0 < at < len(lowers) - 1 and lowers[at - 1].isdigit() and lowers[at + 1].isdigit():
            marked[at] = 0
    return marked


class Phrases:
    """The noun phrases of one sentence."""

    __slots__ = ("forms", "local", "mention_ends", "mentions", "named_places", "scene", "stop", "verbs")

    def __init__(self, scene: Scene, forms: Sequence[str], mentioned: Mentioned, stop: bytearray) -> None:
        self.scene, self.forms, self.stop = scene, forms, stop
        self.mentions, self.mention_ends = mentioned.starts, mentioned.ends
        self.local: tuple[list[int], list[int]] | None = None
        self.named_places: dict[int, tuple[Range, str, bool] | None] = {}
        self.verbs = frozenset([one.first for one in scene.triggers if one.form != "noun"])
        for at in self.verbs:
            if not self.upper(at):
                stop[at] = 1
        for at in scene.time_words:
            stop[at] = 1

    def upper(self, at: int) -> bool:
        """Tell whether a word of the sentence is capitalised."""
        scene = self.scene
        if not scene.first <= at < scene.last:
            return False
        form = self.forms[at]
        return form is not scene.lowers[at] and form[0].isupper()

    def dated(self, at: int) -> bool:
        """Tell whether a word belongs to a date."""
        return at in self.scene.time_words

    def stops(self, at: int) -> bool:
        """Tell whether a phrase cannot go over a word."""
        return self.stop[at] == 1

    def left(self, end: int) -> Range | None:
        """Give the noun phrase that ends before word `end`."""
        first, lowers, stop, at = self.scene.first, self.scene.lowers, self.stop, end - 1
        low = max(first - 1, end - _REACH)
        while at > low:
            word = lowers[at]
            if word == ")" and "(" in lowers[max(at - 6, first) : at]:
                at = max(place for place in range(max(at - 6, first), at) if lowers[place] == "(") - 1
                continue
            if stop[at] and not (
                at > first and (not stop[at - 1] if word in _LINKING else word == "and" and self.upper(at - 1))
            ):
                break
            at -= 1
        found = self._trimmed(at + 1, end)
        if found is None:
            return None
        return max(min(found[0], self.mention_ends.get(end, end)), first), found[1]

    def right(self, first: int, reach: int = 9) -> Range | None:
        """Give the noun phrase that begins at word `first`, with its `of …`."""
        lowers, stop, at = self.scene.lowers, self.stop, first
        high = min(self.scene.last, first + reach)
        while at < high:
            if stop[at]:
                word = lowers[at]
                if at == first or not (
                    (word == "of" and (self.upper(at + 1) or not self.upper(at - 1)))
                    or (word == "and" and self.upper(at + 1) and self.upper(at - 1))
                ):
                    break
            at += 1
        return self._trimmed(first, at)

    def _trimmed(self, first: int, end: int) -> Range | None:
        lowers = self.scene.lowers
        while first < end and (lowers[first] in _NO_START or not lowers[first][0].isalnum()):
            first += 1
        while end > first and lowers[end - 1] in _NO_END:
            end -= 1
        return (first, end) if first < end else None

    def head(self, pair: Range) -> int:
        """Give the last word of a phrase before its `of …`, its first such word apart."""
        for at in range(pair[0] + 1, pair[1]):
            if self.scene.lowers[at] in ("of", "in", "from", "for"):
                return at - 1
        return pair[1] - 1

    def core(self, pair: Range) -> Range:
        """Give a phrase without its `of …`."""
        return pair[0], self.head(pair) + 1

    def named(self, pair: Range) -> Iterator[Range]:
        """Give the names in a phrase."""
        at = pair[0]
        while at < pair[1]:
            known = self.mentions.get(at)
            if known is not None and known[1] not in ("nominal", "pronoun"):
                yield (at, known[0])
                at = known[0]
            elif self.upper(at) and not self.dated(at) and at > self.scene.first:
                stop = at + 1
                while stop < pair[1] and self.upper(stop) and stop not in self.mentions:
                    stop += 1
                yield (at, stop)
                at = stop
            else:
                at += 1
