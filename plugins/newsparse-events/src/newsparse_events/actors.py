"""Find who takes part in an event and where it is, by position and voice.

`[Rebels in the north]{actor} attacked [the garrison]{recipient}`; `[Two men]{recipient} were shot by [police]{actor}`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

import attrs

from newsparse import Article, Participant, Place, Span
from newsparse.models import ParticipantRole
from newsparse_events.scene import Scene
from newsparse_events.vocabulary import classes

__all__ = ["Cast", "find_cast"]

Range = tuple[int, int]


@attrs.frozen
class Cast:
    """Who and where."""

    participants: tuple[Participant, ...] = ()
    place: Place | None = None


@cache
def _stops() -> frozenset[str]:
    known = classes()
    words = (
        known["boundary"]
        | known["be"]
        | known["have"]
        | known["do"]
        | known["modal"]
        | known["not"]
        | known["preposition"]
    )
    return (
        words
        | frozenset(["(", ")", "[", "]", '"', "“", "”", "!", "?", ".", "as", "than", "there", "here", "then", "when"])
    ) - {"'s", "no"}


@cache
def _links() -> frozenset[str]:
    return frozenset({"of", "in", "from"})


_NEW_DAYS = frozenset(
    [
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "january",
        "february",
        "march",
        "april",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "today",
        "yesterday",
        "tomorrow",
    ]
)
_LOCAL = frozenset({"in", "at", "near", "outside", "inside", "across", "around", "from", "to", "off", "on"})
_BEFORE_RECIPIENT = frozenset(
    {"to", "on", "against", "with", "for", "into", "at", "of", "from", "the", "upon", "over", "in", "by"}
)
_ONE_SIDED = frozenset(
    {"meet", "agree", "negotiate", "clash", "talk", "confer", "consult", "trade", "cooperate", "discuss", "reconcile"}
)


def find_cast(article: Article, scene: Scene, place: int, mentions: Mapping[int, Span]) -> Cast:
    """Find participants and place of trigger `place`; `mentions` gives the spans of mentions by their first word."""
    return _Casting(article, scene, place, mentions).cast()


class _Casting:
    def __init__(self, article: Article, scene: Scene, place: int, mentions: Mapping[int, Span]) -> None:
        self.article, self.scene, self.place, self.mentions = article, scene, place, mentions
        self.trigger = scene.triggers[place]
        self.forms, self.lowers = article.words.forms, article.words.lowers

    def cast(self) -> Cast:
        trigger = self.trigger
        where = self._where()
        if trigger.form == "noun":
            found = self._of_noun()
        else:
            subject, thing, agent = self._subject(self.place), self._thing(), None
            if trigger.passive or trigger.form == "participle":
                agent = self._agent()
                found = [
                    (subject, "recipient"),
                    (agent or (None if agent else thing), "actor" if agent else "recipient"),
                ]
            elif trigger.lemma in _ONE_SIDED:
                found = [(subject, "actor"), (thing, "actor")]
            else:
                found = [(subject, "actor"), (thing, "recipient")]
        participants: list[Participant] = []
        for pair, role in found:
            if pair is None:
                continue
            span = self._span(pair)
            if all(not span.overlaps(other.span) for other in participants):
                participants.append(Participant(span=span, role=role))
        participants.sort(key=lambda one: one.span)
        return Cast(tuple(participants), Place(span=self._span(where)) if where else None)

    def _span(self, pair: Range) -> Span:
        words = self.article.words
        span = Span(words.starts[pair[0]], words.ends[pair[1] - 1])
        best: Span | None = None
        for at in range(pair[0], pair[1]):
            mention = self.mentions.get(at)
            if mention is not None and mention.start >= span.start and mention.end <= span.end + 60:
                if best is None:
                    best = mention
                if mention.end >= span.end:
                    break
        return best if best is not None and (best.start - span.start < 6) else span

    def _subject(self, place: int) -> Range | None:
        scene = self.scene
        trigger = scene.triggers[place]
        at = trigger.first - 1
        known = scene.kinds
        hops = 0
        while at >= scene.first:
            word = self.lowers[at]
            if (
                self._dated(at)
                or (
                    word in _skipped()
                    or (word.endswith("ly") and len(word) > 4)
                    or (word in known.preposition and self._dated(at + 1))
                )
                or (word in ("who", "which", "that") and at > scene.first)
            ):
                at -= 1
            elif word == "to" or word in ("and", "or"):
                return self._of_verb_before(place)
            elif word == ",":
                hops += 1
                left = self._left(at)
                if left is not None and hops == 1 and self._comma_pair(at):
                    at = self._comma_pair(at) or at - 1
                    continue
                return self._of_verb_before(place) if trigger.form in ("gerund", "participle") else left
            elif word in ('"', "”", "“"):
                at -= 1
            else:
                return self._left(at + 1)
        return self._after_verb() if trigger.reports else None

    def _comma_pair(self, at: int) -> int | None:
        """Give the index before an apposition that ends with the comma at `at`: `Lee, the mayor, [left]`."""
        for step in range(at - 1, max(self.scene.first, at - 12), -1):
            if self.lowers[step] == ",":
                return step - 1
        return None

    def _of_verb_before(self, place: int) -> Range | None:
        for before in range(place - 1, max(place - 3, -1), -1):
            if self.scene.triggers[before].form != "noun":
                return self._subject(before) if place - before < 3 else None
        return None

    def _after_verb(self) -> Range | None:
        found = self._right(self.trigger.last + 1)
        return found

    def _dated(self, at: int) -> bool:
        return self.lowers[at] in _NEW_DAYS if at < len(self.lowers) else False

    def _left(self, end: int) -> Range | None:
        """Give the noun phrase that ends before word `end`, with its `of …` and `in …`."""
        scene, at = self.scene, end - 1
        stops, verbs = _stops(), {one.first for one in scene.triggers if one.form != "noun"}
        while at >= scene.first and end - at < 14:
            word = self.lowers[at]
            if (
                word in _links()
                and at > scene.first
                and self.lowers[at - 1] not in stops
                and (self._upper(at + 1) or self._upper(at + 2) or word == "of")
            ):
                at -= 1
                continue
            if word == "and" and self._upper(at + 1) and at > scene.first and self._upper(at - 1):
                at -= 1
                continue
            if word in stops or self._dated(at) or (at in verbs and not self._upper(at)):
                break
            at -= 1
        first = at + 1
        while first < end and self.lowers[first] in ("'s", "-", "and"):
            first += 1
        return (first, end) if first < end else None

    def _right(self, first: int, limit: int = 9) -> Range | None:
        """Give the noun phrase that begins at word `first`, with its `of …`."""
        scene = self.scene
        stops, verbs = _stops(), {one.first for one in scene.triggers if one.form != "noun"}
        at = first
        while at < scene.last and at - first < limit:
            word = self.lowers[at]
            linked = word in _links() and at > first and (self._upper(at + 1) or self._upper(at + 2))
            joined = word == "and" and at > first and self._upper(at + 1) and self._upper(at - 1)
            if not linked and not joined and (word in stops or self._dated(at) or at in verbs):
                break
            at += 1
        while at > first and self.lowers[at - 1] in _links() | {"and", "'s", "the"}:
            at -= 1
        return (first, at) if at > first else None

    def _upper(self, at: int) -> bool:
        return self.scene.first <= at < self.scene.last and self.forms[at][0].isupper()

    def _agent(self) -> Range | None:
        for at in range(self.trigger.last + 1, min(self.trigger.last + 12, self.scene.last)):
            word = self.lowers[at]
            if word == "by" and at + 1 < self.scene.last and not self._dated(at + 1):
                return self._right(at + 1)
            if word in (",", ";", "that", "and"):
                break
        return None

    def _thing(self) -> Range | None:
        """Give the first phrase after the verb that has a name in it, else the first phrase."""
        scene, at, first = self.scene, self.trigger.last + 1, None
        end = min(scene.last, at + 22)
        while at < end:
            if self.lowers[at] in (";", ":", "“", '"', "."):
                break
            if self.lowers[at] in ("said", "says", "told") and at > self.trigger.last + 2:
                break
            found = self._right(at)
            if found is None:
                at += 1
                continue
            named = any(self._upper(place) and not self._dated(place) for place in range(*found))
            if named:
                return self._trimmed(found)
            if first is None and self.lowers[at - 1] != "by":
                first = found
            at = found[1]
        return first

    def _trimmed(self, pair: Range) -> Range:
        return pair

    def _of_noun(self) -> list[tuple[Range | None, ParticipantRole]]:
        first = self.trigger.first
        before = self.lowers[first - 1] if first > self.scene.first else ""
        actor: Range | None = None
        if before == "'s":
            actor = self._left(first - 1)
        elif self._upper(first - 1):
            low = first - 1
            while low > self.scene.first and self._upper(low - 1):
                low -= 1
            actor = (low, first)
        else:
            actor = self._agent()
        thing: Range | None = None
        after = self.trigger.last + 1
        if after < self.scene.last and self.lowers[after] in ("of", "on", "against", "by", "with", "between"):
            thing = self._right(after + 1)
            if self.lowers[after] in ("by", "with", "between"):
                return [(actor, "actor"), (thing, "actor")]
        return [(actor, "actor"), (thing, "recipient")]

    def _where(self) -> Range | None:
        """Give the place: a name after `in`, `at` or `near`, the nearest after the trigger, else before it."""
        after = [self.trigger.last + 1 + step for step in range(30)]
        before = [self.trigger.first - 1 - step for step in range(25)]
        for strong in (frozenset({"in", "at", "near", "outside", "inside", "across"}), _LOCAL):
            for side in (after, before):
                for at in side:
                    if not self.scene.first <= at < self.scene.last - 1:
                        break
                    if self.lowers[at] in strong and not self._dated(at + 1):
                        found = self._right(at + 1, 7)
                        if found and any(self._upper(place) for place in range(*found)):
                            return found
        return None


@cache
def _skipped() -> frozenset[str]:
    known = classes()
    return (
        known["be"] | known["have"] | known["do"] | known["modal"] | known["not"] | (known["adverb"] - {"all", "both"})
    )
