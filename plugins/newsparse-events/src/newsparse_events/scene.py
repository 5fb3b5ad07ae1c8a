"""One sentence as the events see it: its triggers, its dates, what stands between them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from functools import cache

from newsparse import Article, DateMention, Span
from newsparse_events.edtf import grain_of
from newsparse_events.triggers import Trigger, find_triggers
from newsparse_events.vocabulary import classes

__all__ = ["Kinds", "Scene", "kinds"]


class Kinds:
    """The word classes as attributes."""

    def __init__(self) -> None:
        known = classes()
        self.preposition, self.determiner, self.pronoun = known["preposition"], known["determiner"], known["pronoun"]
        self.occurring = known["aspectual"] | known["occurring"]
        self.background = known["background"]
        self.boundary, self.subordinate = known["boundary"], known["subordinate"]
        self.helpers = known["be"] | known["have"] | known["do"] | known["adverb"]
        self.stative, self.aspectual, self.conditional = known["stative"], known["aspectual"], known["conditional"]


@cache
def kinds() -> Kinds:
    """Give the word classes."""
    return Kinds()


def _nearest(places: list[int], at: int) -> int:
    """Give the number of the place nearest to `at` in a sorted list, the first of two as near."""
    after = bisect_left(places, at)
    if after == len(places) or (after and at - places[after - 1] <= places[after] - at):
        return after - 1
    return after


_NEAR_DATES, _NEAR_WORDS = 4, 120
OPEN, CLOSE = frozenset('"“«'), frozenset('"”»')


class Scene:
    """A sentence with its triggers and dates; made once a sentence, its questions are answered from tables."""

    def __init__(
        self,
        article: Article,
        sentence: Span,
        number: int,
        dates: list[DateMention],
        habit: str,
        published: dt.date | None,
    ) -> None:
        words = article.words
        bounds = words.within(sentence)
        self.kinds = kinds()
        self.sentence, self.number, self.habit, self.published = sentence, number, habit, published
        self.first, self.last = bounds.start, bounds.stop
        self.lowers = words.lowers
        self.triggers: list[Trigger] = find_triggers(words, self.first, self.last)
        self.dates = [date for date in dates if date.earliest and date.latest and date.type in ("DATE", "TIME")]
        self.vague = len(self.dates) < len(dates)
        self.grains = [grain_of(date) for date in self.dates]
        self.date_words = [(span.start, span.stop) for span in (words.within(date.span) for date in self.dates)]
        self.time_words = frozenset(at for date in dates for at in words.within(date.span))
        inside = {at for pair in self.date_words for at in range(*pair)}
        self.triggers = [one for one in self.triggers if one.first not in inside]
        self._date_places = [first for first, _last in self.date_words]
        self._places = [one.first for one in self.triggers]
        self._relations: frozenset[str] | None = None
        self._verb_places = [one.first for one in self.triggers if one.form != "noun"]
        self._noun_places = [one.first for one in self.triggers if one.form == "noun"]
        self.latest = "none"
        self.style = "plain"
        self.title = False
        self.plains: list[str | None] | None = None
        self.kinds_near: tuple[str, ...] | None = None
        self.context: list[str] | None = None
        self._marks: list[tuple[int, bool]] | None = None

    def word(self, at: int) -> str:
        """Give the word at an index, empty outside the sentence."""
        return self.lowers[at] if self.first <= at < self.last else ""

    def between(self, low: int, high: int) -> tuple[int, int]:
        """Count the verbs and the nouns that are triggers from `low` to `high`."""
        verbs, nouns = self._verb_places, self._noun_places
        return (
            bisect_left(verbs, high) - bisect_left(verbs, low),
            bisect_left(nouns, high) - bisect_left(nouns, low),
        )

    def marks(self, low: int, high: int) -> tuple[int, int]:
        """Count the commas and the words that open a clause from `low` to `high`."""
        between = self.lowers[low:high]
        return between.count(","), sum(word in self.kinds.subordinate for word in between)

    def verbs_before(self, place: int) -> int:
        """Count the verbs before a trigger."""
        return bisect_left(self._verb_places, self.triggers[place].first)

    def sub(self, place: int) -> str:
        """Give the word that opens the clause of a trigger."""
        at = self.triggers[place].first - 1
        for step in range(at, max(self.first, at - 8) - 1, -1):
            word = self.lowers[step]
            if word in self.kinds.subordinate:
                return word
            if word in self.kinds.boundary and word != "and":
                return ""
        return ""

    def relation(self, date: DateMention) -> str:
        """Tell how a date lies to the publication date."""
        if self.published is None or date.earliest is None or date.latest is None:
            return "unknown"
        if date.earliest <= self.published <= date.latest:
            return "now"
        days = (self.published - date.latest).days if date.latest < self.published else 0
        return "later" if not days else "yesterday" if days <= 1 else "week" if days < 8 else "past"

    def date_relations(self) -> frozenset[str]:
        """Tell how the sentence's dates lie to the publication date."""
        if self._relations is None:
            self._relations = frozenset(self.relation(date) for date in self.dates)
        return self._relations

    def dates_near(self, place: int) -> list[int]:
        """Give the numbers of the dates that may be a trigger's: a few on each side of it, in the words around it."""
        first = self.triggers[place].first
        at = bisect_left(self._date_places, first)
        near = range(max(at - _NEAR_DATES, 0), min(at + _NEAR_DATES, len(self.dates)))
        return [
            number
            for number in near
            if abs(self._date_places[number] - first) < _NEAR_WORDS and not self._of_background(place, number)
        ]

    def _of_background(self, place: int, number: int) -> bool:
        """Tell whether a date is that of something a verb follows on: `passed a law after the [attack on May 3]`."""
        verb, date = self.triggers[place], self._date_places[number]
        if verb.form == "noun":
            return False
        for noun in range(place + 1, min(place + 4, len(self.triggers))):
            first = self.triggers[noun].first
            if first > date or self.triggers[noun].form != "noun":
                return False
            if any(word in self.kinds.background for word in self.lowers[max(verb.last + 1, first - 4) : first]):
                return True
        return False

    def nearest_date(self, place: int) -> int:
        """Give the number of the date nearest to a trigger."""
        return _nearest(self._date_places, self.triggers[place].first)

    def nearest_trigger(self, number: int) -> int:
        """Give the place of the trigger nearest to a date."""
        return _nearest(self._places, self._date_places[number])

    def in_marks(self, at: int) -> bool:
        """Tell whether a word stands in quotation marks."""
        if self._marks is None:
            self._marks = []
            inside = False
            for place in range(self.first, self.last):
                word = self.lowers[place]
                if word in OPEN or word in CLOSE:
                    inside = (not inside) if word == '"' else word in OPEN
                    self._marks.append((place, inside))
        if not self._marks:
            return False
        found = bisect_left(self._marks, (at, True)) - 1
        return self._marks[found][1] if found >= 0 else False
