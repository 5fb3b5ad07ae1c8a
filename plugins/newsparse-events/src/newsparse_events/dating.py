"""Decide when events happened, and say how that is known."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_left
from collections.abc import Iterator
from typing import NamedTuple

import attrs

from newsparse import Article, DateMention, Span, When
from newsparse.models import Granularity, Status, WhenAnchor
from newsparse_events.clues import Earlier, earlier_facts, weigh_date, weigh_earlier, weigh_publication
from newsparse_events.edtf import when_day, when_of, when_open
from newsparse_events.scene import Scene, Story
from newsparse_events.sharing import shared_times
from newsparse_events.triggers import Trigger

__all__ = ["Dater", "habit", "published_day", "scenes"]


_LEAD, _OPENING = 10, 3
"""How many sentences of an article may tell what its headline tells, and how many of them begin with it."""
_RECENT = 4
"""How many days old the news of a headline may be."""
_TIE = 1e-9
"""What a sum must exceed: weights that cancel each other out are no evidence, in whatever order they were added."""
_WEAK = frozenset({"tense", "publication"})
"""How a headline's time is known less surely than by what the body tells."""
_PAST = frozenset({"past", "perfect", "pluperfect"})
"""Forms that tell of what is over: a day to come is not theirs."""
_GAP = 4
"""How many sentences on a date may still be an event's."""


def published_day(article: Article) -> dt.date | None:
    """Give the day of publication as the article states it."""
    published = article.published
    return published.date() if isinstance(published, dt.datetime) else published


def habit(article: Article, day: dt.date | None) -> str:
    """Tell whether the article dates news by the publication day, the day before, both or neither."""
    if day is None:
        return "none"
    days = [(day - date.earliest).days for date in article.dates if date.earliest and date.earliest == date.latest]
    today, before = days.count(0), days.count(1)
    return (
        "none" if not today and not before else "today" if today > before else "yesterday" if before > today else "both"
    )


def style(article: Article) -> str:
    """Tell how the article speaks: how often somebody `said`, whether somebody says `I` and `you`."""
    lowers = article.words.lowers
    sentences = max(len(article.sentences), 1)
    said = lowers.count("said") / sentences
    talk = (lowers.count("i") + lowers.count("you") + lowers.count("we")) / sentences
    wire = "reports" if said > 0.35 else "tells" if said > 0.1 else "silent"
    return wire + (" talk" if talk > 0.3 else "")


def scenes(article: Article) -> Iterator[Scene]:
    """Give the sentences of the article with their triggers and dates."""
    day = published_day(article)
    story = Story(article, day, habit(article, day), style(article))
    starts = [date.span.start for date in article.dates]
    titles = _headlines(article)
    latest, when, low = "none", 0, 0
    for number, sentence in enumerate(article.sentences):
        low = bisect_left(starts, sentence.start, low)
        high = bisect_left(starts, sentence.end, low)
        scene = Scene(story, sentence, number, list(article.dates[low:high]), latest if number - when < 4 else "old")
        scene.title = any(title.contains(sentence) for title in titles)
        yield scene
        if scene.dates:
            latest, when = scene.relation(scene.dates[-1]), number


def _headlines(article: Article) -> list[Span]:
    """Give the titles, and the headings that stand before any other text."""
    found: list[Span] = []
    for block in article.blocks:
        if block.kind == "title" or (block.kind == "heading" and not found):
            found.append(block.span)
        elif block.kind == "paragraph":
            break
    return found


class Told(NamedTuple):
    """A dated happening of the first sentences."""

    body: int
    """How many sentences of the body stand before it."""
    trigger: Trigger
    sub: bool
    when: When
    weight: float


Found = tuple[DateMention, Granularity, WhenAnchor]


class Dater:
    """Goes through the sentences of one article in text order and dates their events."""

    def __init__(self, article: Article, anchors: frozenset[WhenAnchor]) -> None:
        self.day = published_day(article)
        self.anchors = anchors
        self.earlier: list[tuple[DateMention, Granularity, int]] = []
        self.happenings: dict[str, When] = {}
        self.bodies = 0
        self.told: list[Told] = []
        self.news: dict[str, When] = {}
        self.inherited: dict[tuple[Earlier, bool], tuple[float, Found | None]] = {}
        self.today: dict[WhenAnchor, When] = {}
        self.before: When | None = None
        self.after: When | None = None
        if self.day is not None:
            known: tuple[WhenAnchor, ...] = ("reporting", "publication")
            self.today = {anchor: when_day(self.day, anchor) for anchor in known if anchor in anchors}
            if "tense" in anchors:
                self.before, self.after = when_open(self.day, past=True), when_open(self.day, past=False)

    def times(self, scene: Scene, statuses: list[Status]) -> list[When | None]:
        """Give the times of a sentence's triggers, None where nothing tells one."""
        self.inherited = {}
        found = [self.when(scene, place, status) for place, status in enumerate(statuses)]
        if "expression" in self.anchors:
            for place, when in shared_times(scene, found).items():
                found[place] = when
        if scene.title:
            for place, status in enumerate(statuses):
                known = found[place]
                if known is None or known.anchor in _WEAK:
                    found[place] = self.headline(scene, place, status) or known
        return found

    def headline(self, scene: Scene, place: int, status: Status) -> When | None:
        """Date a headline's event when the body is done: by what the lead tells of it, else by the publication."""
        if status not in ("happened", "ongoing") or scene.dates:
            return None
        if "same happening" in self.anchors:
            told = self._told_again(scene, place)
            if told is not None:
                return attrs.evolve(told, anchor="same happening")
        return self.today.get("publication")

    def _told_again(self, scene: Scene, place: int) -> When | None:
        """Give the time of what a headline's event is in the body.

        That is where its word stands, or an act of its kind, or another word of the headline, or else the lead's own.
        """
        title = scene.triggers[place]
        kind = [one for one in self.told if title.type is not None and one.trigger.type == title.type]
        if (named := self._named(title)) is not None:
            return named
        if kind:
            return max(kind, key=lambda one: one.weight).when
        for other in scene.triggers:
            if (named := self._named(other)) is not None:
                return named
        if title.reports:
            return next((one.when for one in self.told if one.trigger.reports), None)
        return next((one.when for one in self.told if one.body < _OPENING and not one.sub), None)

    def _named(self, title: Trigger) -> When | None:
        """Give the time of a headline's word in the first sentences: dated there, or told as today's news."""
        same = [one for one in self.told if one.trigger.lemma == title.lemma]
        return max(same, key=lambda one: one.weight).when if same else self.news.get(title.lemma)

    def when(self, scene: Scene, place: int, status: Status) -> When | None:
        """Give the time of trigger `place`, None where nothing tells it."""
        trigger = scene.triggers[place]
        when, weight = self._weighed(scene, place)
        when = when or self._again(scene, place, status)
        if when is not None and status == "happened":
            self._remember(scene, place, when, weight)
        return when or self._by_tense(trigger.form, status)

    def _remember(self, scene: Scene, place: int, when: When, weight: float) -> None:
        """Keep what may be told again: a dated happening, and today's news for the headline."""
        lemma = scene.triggers[place].lemma
        if when.anchor == "expression":
            self._tell(scene, place, when, weight)
            self.happenings[lemma] = when
        elif when.anchor == "publication" and not scene.title and self.bodies < _LEAD:
            self.news.setdefault(lemma, when)

    def _tell(self, scene: Scene, place: int, when: When, weight: float) -> None:
        """Keep what a headline may tell of: recent days in the first sentences."""
        if self.bodies >= _LEAD or scene.title or when.granularity != "day" or when.earliest is None:
            return
        if self.day is None or 0 <= (self.day - when.earliest).days < _RECENT:
            self.told.append(Told(self.bodies, scene.triggers[place], bool(scene.sub(place)), when, weight))

    def _weighed(self, scene: Scene, place: int) -> tuple[When | None, float]:
        """Give the time that most speaks for: a date of the sentence, of one before it, or the publication's."""
        anchors, best = self.anchors, _TIE
        found: Found | None = None
        past = scene.triggers[place].form in _PAST
        if scene.dates and "expression" in anchors:
            near = scene.dates_near(place)
            for number in near:
                if past and self._to_come(scene.dates[number]):
                    continue
                score = weigh_date(scene, place, number, near)
                if score > best:
                    best, found = score, (scene.dates[number], scene.grains[number], "expression")
        if found is None and self.earlier and "inherited" in anchors:
            score, earlier = self._earlier(scene, place, past)
            if score > best:
                best, found = score, earlier
        published: WhenAnchor = "reporting" if scene.triggers[place].reports else "publication"
        if published in self.today and weigh_publication(scene, place, best) > best:
            return self.today[published], best
        return when_of(found[0], found[2], found[1]) if found is not None else None, best

    def _earlier(self, scene: Scene, place: int, past: bool) -> tuple[float, Found | None]:
        """Give the date of a sentence before that most speaks for, and how strongly."""
        facts = earlier_facts(scene, place)
        if (facts, past) not in self.inherited:
            best = 0.0
            found: Found | None = None
            for date, grain, number in self.earlier[-3:]:
                gap = scene.number - number
                if gap >= _GAP or (past and self._to_come(date)):
                    continue
                score = weigh_earlier(facts, gap, grain, scene.relation(date))
                if score > best:
                    best, found = score, (date, grain, "inherited")
            self.inherited[facts, past] = best, found
        return self.inherited[facts, past]

    def _to_come(self, date: DateMention) -> bool:
        """Tell whether a date begins after the publication."""
        return self.day is not None and date.earliest is not None and date.earliest > self.day

    def _again(self, scene: Scene, place: int, status: Status) -> When | None:
        """Give the time of what `the bombing` names again."""
        trigger = scene.triggers[place]
        known = self.happenings.get(trigger.lemma)
        if known is None or trigger.form != "noun" or status != "happened" or "same happening" not in self.anchors:
            return None
        named = scene.word(trigger.first - 1) in ("the", "this", "that", "these", "those")
        return attrs.evolve(known, anchor="same happening") if named else None

    def close(self, scene: Scene) -> None:
        """Remember the dates of a sentence for the ones after it."""
        self.bodies += not scene.title
        self.earlier += [(date, grain, scene.number) for date, grain in zip(scene.dates, scene.grains, strict=True)]

    def _by_tense(self, form: str, status: Status) -> When | None:
        if status == "happened" and form in ("past", "perfect", "pluperfect", "participle"):
            return self.before
        return self.after if status == "planned" and form in ("future", "infinitive") else None
