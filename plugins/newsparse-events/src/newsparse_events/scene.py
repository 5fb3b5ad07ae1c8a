"""One sentence as the events see it: its triggers, its dates, what stands between them."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from functools import cache
from itertools import chain

from newsparse import Article, DateMention, Span
from newsparse.models import Granularity
from newsparse_events.columns import OPEN, Columns
from newsparse_events.edtf import grain_of
from newsparse_events.triggers import Finder, Trigger
from newsparse_events.vocabulary import classes

__all__ = ["Kinds", "Scene", "Story", "kinds"]


class Kinds:
    """The word classes as attributes."""

    def __init__(self) -> None:
        known = classes()
        self.preposition, self.determiner, self.pronoun = known["preposition"], known["determiner"], known["pronoun"]
        self.leading = self.preposition | self.determiner | self.pronoun
        self.plain_pronoun = self.pronoun - self.preposition - self.determiner
        self.occurring = known["aspectual"] | known["occurring"]
        self.background = known["background"]
        self.boundary, self.subordinate = known["boundary"], known["subordinate"]
        self.clause = {word: word if word in self.subordinate else "" for word in self.boundary - {"and"}}
        self.clause |= {word: word for word in self.subordinate}
        self.helpers = known["be"] | known["have"] | known["do"] | known["adverb"]
        self.governing = [(name, known[name]) for name in ("expected", "feared", "refused", "realised")]
        self.weekday, self.not_a_name = known["weekday"], known["determiner"] | known["not"]
        self.finite_helpers = known["be"] | known["have"] | known["modal"] | known["do"]
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
_CLAUSE = 8
_OWNED = 3
_ARTICLES = frozenset({"the", "a", "an", "this", "that", "his", "her", "its", "their"})
_ASIDES, _TOLD = 4, 5
_RELATIVE = frozenset({"who", "which", "whose", "whom", "where"})


class Story:
    """What all sentences of an article share: its words, triggers and marks, and how it speaks of time."""

    def __init__(self, article: Article, published: dt.date | None, habit: str, style: str) -> None:
        self.words = article.words
        self.published, self.habit, self.style = published, habit, style
        self.columns = Columns(article.words)
        self.finder = Finder(article.words, self.columns.triggers)


class Scene:
    """A sentence with its triggers and dates; made once a sentence, its questions are answered from tables."""

    def __init__(self, story: Story, sentence: Span, number: int, dates: list[DateMention], latest: str) -> None:
        bounds = story.words.within(sentence)
        self.kinds = kinds()
        self.story, self.sentence, self.number, self.latest = story, sentence, number, latest
        self.first, self.last = bounds.start, bounds.stop
        self.lowers = story.words.lowers
        self.triggers: list[Trigger] = story.finder.find(self.first, self.last)
        self.dates: list[DateMention] = []
        self.grains: list[Granularity] = []
        self.date_words: list[tuple[int, int]] = []
        self.time_words: frozenset[int] = frozenset()
        self.vague = False
        self._date_places: list[int] = []
        self._places: list[int] = []
        self._owners: list[int | None] = []
        if dates:
            self._place(dates)
        self.verb_places = [one.first for one in self.triggers if one.form != "noun"]
        self._setting: tuple[int, str, str, str, str, bool, frozenset[str]] | None = None
        self.title = False
        self._marks: list[tuple[int, bool]] | None = None
        self._asides: list[tuple[int, int]] | None = None

    def _place(self, dates: list[DateMention]) -> None:
        within = self.story.words.within
        bounds = [within(date.span) for date in dates]
        self.time_words = frozenset(chain.from_iterable(bounds))
        for date, words in zip(dates, bounds, strict=True):
            if date.earliest and date.latest and date.type in ("DATE", "TIME"):
                self.dates.append(date)
                self.date_words.append((words.start, words.stop))
        self.vague = len(self.dates) < len(dates)
        self.grains = [grain_of(date) for date in self.dates]
        self._date_places = [first for first, _last in self.date_words]
        inside = {at for pair in self.date_words for at in range(*pair)}
        self.triggers = [one for one in self.triggers if one.first not in inside]
        self._places = [one.first for one in self.triggers] if self.dates else []
        self._owners = [self._owner(*pair) for pair in self.date_words]

    def word(self, at: int) -> str:
        """Give the word at an index, empty outside the sentence."""
        return self.lowers[at] if self.first <= at < self.last else ""

    def between(self, low: int, high: int) -> tuple[int, int]:
        """Count the verbs and the nouns that are triggers from `low` to `high`."""
        verbs, all_ = self.verb_places, self._places
        found = bisect_left(verbs, high) - bisect_left(verbs, low)
        return found, bisect_left(all_, high) - bisect_left(all_, low) - found

    def marks(self, low: int, high: int) -> tuple[int, int]:
        """Count the commas and the words that open a clause from `low` to `high`."""
        between = self.lowers[low:high]
        return between.count(","), sum(map(self.kinds.subordinate.__contains__, between))

    def verbs_before(self, place: int) -> int:
        """Count the verbs before a trigger."""
        return bisect_left(self.verb_places, self.triggers[place].first)

    def sub(self, place: int) -> str:
        """Give the word that opens the clause of a trigger."""
        first = self.triggers[place].first
        at = self.story.columns.clause.rfind(1, max(self.first, first - _CLAUSE), first)
        return self.kinds.clause[self.lowers[at]] if at >= 0 else ""

    def relation(self, date: DateMention) -> str:
        """Tell how a date lies to the publication date."""
        published = self.story.published
        if published is None or date.earliest is None or date.latest is None:
            return "unknown"
        if date.earliest <= published <= date.latest:
            return "now" if date.earliest == date.latest else "around"
        days = (published - date.latest).days if date.latest < published else 0
        return "later" if not days else "yesterday" if days <= 1 else "week" if days < 8 else "past"

    def setting(self) -> tuple[int, str, str, str, str, bool, frozenset[str]]:
        """Give what of the article and the sentence speaks for or against today's news."""
        if self._setting is None:
            story, dated = self.story, "dated" if self.dates else "undated"
            relations = frozenset(map(self.relation, self.dates))
            number = min(self.number, 4)
            self._setting = number, story.habit, story.style, self.latest, dated, self.vague, relations
        return self._setting

    def dates_near(self, place: int) -> list[int]:
        """Give the numbers of the dates that may be a trigger's: a few on each side of it, in the words around it."""
        first, places = self.triggers[place].first, self._date_places
        at = bisect_left(places, first)
        near = [
            number
            for number in range(max(at - _NEAR_DATES, 0), min(at + _NEAR_DATES, len(self.dates)))
            if abs(places[number] - first) < _NEAR_WORDS
            and not self._of_background(place, number)
            and not self._of_before(place, number)
            and self._owners[number] in (None, place)
            and self.aside(places[number]) in (None, self.aside(first))
        ]
        own = [number for number in near if not self.said_before(place, number)] if len(near) > 1 else near
        return own or near

    def _owner(self, first: int, last: int) -> int | None:
        """Give the place of the noun a date belongs to, -1 for another noun: `Tuesday's [election]`."""
        possessive = self.word(last) == "'s"
        if not possessive and self.word(first - 1) not in _ARTICLES:
            return None
        at = last + possessive
        place = bisect_left(self._places, at)
        if place < len(self._places) and self._places[place] < at + _OWNED:
            return place if self.triggers[place].form == "noun" else None
        return -1 if possessive else None

    def _of_before(self, place: int, number: int) -> bool:
        """Tell whether a date is that of what had happened before: `arrested a man who had [escaped in March]`."""
        if self.triggers[place].form in ("pluperfect", "noun"):
            return False
        for other in range(place + 1, min(place + 4, len(self.triggers))):
            if self.triggers[other].first > self._date_places[number]:
                return False
            if self.triggers[other].form == "pluperfect":
                return True
        return False

    def aside(self, at: int) -> int | None:
        """Give the first word of the relative clause between commas that a word stands in, as `, who …,`."""
        if self._asides is None:
            self._asides = self._find_asides()
        for first, last in self._asides:
            if first <= at < last:
                return first
        return None

    def _find_asides(self) -> list[tuple[int, int]]:
        found: list[tuple[int, int]] = []
        lowers, at = self.lowers, self.first
        if _RELATIVE.isdisjoint(lowers[at : self.last]):
            return found
        while len(found) < _ASIDES and at < self.last:
            if lowers[at] in _RELATIVE and self.word(at - 1) == ",":
                first, at = at, at + 1
                while at < self.last and (lowers[at] != "," or self.word(at + 1).isdigit() or at - first < 3):
                    at += 1
                found.append((first, at))
            at += 1
        return found

    def said_before(self, place: int, number: int) -> bool:
        """Tell whether a date is that of saying what a trigger tells: `said on [Friday] that it [withdrew]`."""
        date, first = self._date_places[number], self.triggers[place].first
        for other in range(place - 1, max(place - _TOLD, -1), -1):
            verb = self.triggers[other]
            if verb.reports and verb.form != "noun":
                return (
                    date < first and date - verb.last < _TOLD and not self.between(max(date, verb.last + 1), first)[0]
                )
        return False

    def led_by(self, place: int) -> str:
        """Give the preposition of a noun, what governs an infinitive, else nothing: `for consultations`, `plans to`."""
        trigger = self.triggers[place]
        if trigger.form == "infinitive":
            return "governed " + next((name for name, words in self.kinds.governing if trigger.governor in words), "_")
        if trigger.form == "noun":
            for at in range(trigger.first - 1, max(trigger.first - 4, self.first - 1), -1):
                if self.lowers[at] in self.kinds.preposition:
                    return "noun " + self.lowers[at]
            return "noun _"
        return ""

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

    def nearest_date(self, place: int, near: list[int]) -> int:
        """Give which of the dates `near` a trigger is nearest to it, the first of two as near."""
        first = self.triggers[place].first
        return min(near, key=lambda number: abs(self._date_places[number] - first))

    def nearest_trigger(self, number: int) -> int:
        """Give the place of the trigger nearest to a date."""
        return _nearest(self._places, self._date_places[number])

    def in_marks(self, at: int) -> bool:
        """Tell whether a word stands in quotation marks."""
        if self._marks is None:
            self._marks = self._find_marks()
        if not self._marks:
            return False
        found = bisect_left(self._marks, (at, True)) - 1
        return self._marks[found][1] if found >= 0 else False

    def _find_marks(self) -> list[tuple[int, bool]]:
        found: list[tuple[int, bool]] = []
        inside, places = False, self.story.columns.marks
        for number in range(bisect_left(places, self.first), bisect_left(places, self.last)):
            word = self.lowers[places[number]]
            inside = (not inside) if word == '"' else word in OPEN
            found.append((places[number], inside))
        return found
