"""Find the noun phrases around an event: what ends before a word, what begins at one.

Before `attacked`: `[Rebels in the north] attacked`; after it: `attacked [the garrison of Oldtown] on Monday`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache

from newsparse import Article
from newsparse.lexicon import load_words
from newsparse_events.columns import Columns
from newsparse_events.scene import Scene

__all__ = ["Mentions", "Phrases", "Range", "people"]

Range = tuple[int, int]
"""First word and the word after the last."""
_REACH, _AHEAD, _BRACKET = 13, 9, 6
"""How many words of a phrase are read before a word, after one, and of what stands in brackets."""


@cache
def people() -> frozenset[str]:
    """Give the nouns for people and bodies that act."""
    return load_words("newsparse_events", "en", "people.txt")


_LINKING = frozenset({"of", "in", "from", "for"})
_NO_START = _LINKING | {"'s", "-", "and"}
_NO_END = _NO_START | {"the"}


class Mentions:
    """The mentions of an article by its words."""

    def __init__(self, article: Article, columns: Columns) -> None:
        self.starts: dict[int, tuple[int, str]] = {}
        """By first word: the end of the longest mention that begins there and the kind of what it mentions."""
        self.ends: dict[int, int] = {}
        """By the word after the last: the first word of the longest mention that ends there."""
        self._find(article)
        self.begins, self.names = bytearray(len(columns.capital)), bytearray(columns.capital)
        """1 where a mention begins; where something that may be a name begins."""
        for at, (_end, kind) in self.starts.items():
            self.begins[at] = 1
            if kind not in ("nominal", "pronoun"):
                self.names[at] = 1

    def _find(self, article: Article) -> None:
        """Find the words of mentions, entities before mere mentions."""
        kinds: dict[Range, str] = {}
        for entity in article.entities:
            for mention in entity.mentions:
                kinds.setdefault((mention.span.start, mention.span.end), entity.kind)
        for mention in article.mentions:
            kinds.setdefault((mention.span.start, mention.span.end), mention.form)
        starts, ends = article.words.starts, article.words.ends
        for (start, end), kind in kinds.items():
            first, last = bisect_right(ends, start), bisect_left(starts, end)
            if first < last:
                if first < self.ends.get(last, last):
                    self.ends[last] = first
                if first not in self.starts or self.starts[first][0] < last:
                    self.starts[first] = last, kind


def _between(places: list[int], first: int, last: int) -> list[int]:
    return places[bisect_left(places, first) : bisect_left(places, last)]


class Phrases:
    """The noun phrases of one sentence."""

    __slots__ = ("capitals", "mentions", "scene", "stop", "verbs")

    def __init__(self, scene: Scene, mentions: Mentions) -> None:
        columns = scene.story.columns
        self.scene, self.mentions, self.stop = scene, mentions, columns.stop
        self.capitals = frozenset(_between(columns.capitals, scene.first, scene.last))
        self.verbs = frozenset(scene.verb_places)
        for at in scene.verb_places:
            if at not in self.capitals:
                self.stop[at] = 1
        for at in scene.time_words:
            self.stop[at] = 1

    def prepositions(self) -> list[int]:
        """Give the prepositions of place that may have a place after them."""
        scene = self.scene
        local = _between(scene.story.columns.local, scene.first, scene.last - 1)
        return [at for at in local if at + 1 not in scene.time_words] if scene.time_words else local

    def left(self, end: int) -> Range | None:
        """Give the noun phrase that ends before word `end`."""
        first, at = self.scene.first, end
        low = end - _REACH if end - _REACH > first else first
        while at > low:
            stop = self.stop.rfind(1, low, at)
            over = self._over(stop) if stop >= 0 else low
            if over is None:
                at = stop + 1
                break
            at = over
        found = self._trimmed(at, end)
        begins = self.mentions.ends.get(end, end)
        return found if found is None or begins >= found[0] else (begins if begins > first else first, found[1])

    def _over(self, at: int) -> int | None:
        """Give the word that a phrase begins before when it goes over a stop, None where it does not."""
        first, word = self.scene.first, self.scene.lowers[at]
        if word == ")":
            before = self.scene.lowers[max(at - _BRACKET, first) : at]
            return at - 1 - before[::-1].index("(") if "(" in before else None
        goes_on = not self.stop[at - 1] if word in _LINKING else word == "and" and at - 1 in self.capitals
        return at if at > first and goes_on else None

    def right(self, first: int) -> Range | None:
        """Give the noun phrase that begins at word `first`, with its `of …`."""
        stop, last = self.stop, self.scene.last
        if first >= last or stop[first]:
            return None
        end = first + _AHEAD if first + _AHEAD < last else last
        at = stop.find(1, first, end)
        while at > 0 and self._goes_on(at):
            at = stop.find(1, at + 1, end)
        return self._trimmed(first, at if at > 0 else end)

    def _goes_on(self, at: int) -> bool:
        """Tell whether a phrase goes on after `of`, or after `and` between names."""
        word, capitals = self.scene.lowers[at], self.capitals
        if word == "of":
            return at + 1 in capitals or at - 1 not in capitals
        return word == "and" and at + 1 in capitals and at - 1 in capitals

    def _trimmed(self, first: int, end: int) -> Range | None:
        lowers = self.scene.lowers
        while first < end and (lowers[first] in _NO_START or not lowers[first][0].isalnum()):
            first += 1
        while end > first and lowers[end - 1] in _NO_END:
            end -= 1
        return (first, end) if first < end else None

    def head(self, pair: Range) -> int:
        """Give the last word of a phrase before its `of …`, its first such word apart."""
        at = self.stop.find(1, pair[0] + 1, pair[1]) if pair[1] > pair[0] + 1 else -1
        while at > 0:
            if self.scene.lowers[at] in _LINKING:
                return at - 1
            at = self.stop.find(1, at + 1, pair[1])
        return pair[1] - 1

    def mentions_over(self, first: int, at: int) -> bool:
        """Tell whether a mention that begins at word `first` or after it goes over word `at`."""
        find = self.mentions.begins.find
        start = find(1, first, at + 1)
        while start >= 0:
            if self.mentions.starts[start][0] > at:
                return True
            start = find(1, start + 1, at + 1)
        return False

    def name_in(self, pair: Range) -> Range | None:
        """Give the first name in a phrase."""
        find = self.mentions.names.find
        at = find(1, *pair)
        while at >= 0:
            known = self.mentions.starts.get(at)
            if known is not None and known[1] not in ("nominal", "pronoun"):
                return at, known[0]
            if at in self.capitals and at > self.scene.first and at not in self.scene.time_words:
                end = at + 1
                while end < pair[1] and end in self.capitals and end not in self.mentions.starts:
                    end += 1
                return at, end
            at = find(1, at + 1, pair[1])
        return None
