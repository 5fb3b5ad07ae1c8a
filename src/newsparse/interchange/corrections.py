"""Labelled spans that a person has corrected, read back into an article.

A fact that stands where one of the article's facts stands keeps what tools do not show (its anchor, its rule);
what is new is stamped with the name of the format it was read from.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeVar

import attrs

from newsparse.article import Article
from newsparse.errors import UsageError
from newsparse.interchange.edtf import read_edtf
from newsparse.interchange.standoff import LAYERS, Labelled, Standoff, check_layers
from newsparse.linking import link_events, link_quotes
from newsparse.models import (
    Block,
    DateMention,
    Entity,
    Event,
    Mention,
    Participant,
    Place,
    Quote,
    Speaker,
    When,
)
from newsparse.span import Span

__all__ = ["apply_standoff"]

Model = TypeVar("Model")


def apply_standoff(
    article: Article, standoff: Standoff, layers: Iterable[str] = LAYERS, *, found_by: str = "corrected"
) -> Article:
    """Replace the facts of an article's `layers` by those of `standoff`.

    Raises:
        UsageError: a label lies outside the text or has a value that no model takes.
    """
    wanted = check_layers(layers)
    for one in standoff.labelled:
        if not one.spans or one.spans[-1].end > len(article.text):
            raise UsageError(f"{found_by}: {one.label} {one.id} lies outside the text; is this the article it is of?")
    reader = _Reader(article, standoff, found_by)
    try:
        for layer in ("blocks", "mentions", "dates", "quotes", "events"):
            if layer in wanted:
                reader.article = getattr(reader, layer)()
    except (ValueError, TypeError) as error:
        raise UsageError(f"{found_by}: {reader.at}: {error}") from error
    return reader.article


class _Reader:
    """Makes the facts of each layer; `at` names the label that is being read."""

    def __init__(self, article: Article, standoff: Standoff, found_by: str) -> None:
        self.article = article
        self.standoff = standoff
        self.found_by = found_by
        self.at = ""
        by_id = {one.id: one for one in standoff.labelled}
        self._related: dict[tuple[str, str], list[Labelled]] = {}
        for relation in standoff.relations:
            self._related.setdefault((relation.source, relation.name), []).append(by_id[relation.target])

    def _each(self, label: str, make: Callable[[Labelled], Model]) -> list[Model]:
        made = []
        for one in self.standoff.of(label):
            self.at = f"{label} {one.id}"
            made.append(make(one))
        return made

    def _targets(self, source: str, name: str) -> list[Labelled]:
        """Give what stands in a relation to `source`, in text order."""
        return sorted(self._related.get((source, name), ()), key=lambda one: one.spans)

    def _words(self, span: Span) -> str:
        return span.of(self.article.text)

    def blocks(self) -> Article:
        old = {one.span: one for one in self.article.blocks}

        def make(one: Labelled) -> Block:
            return _like(old.get(one.spans[0]), Block, self.found_by, span=one.spans[0], kind=one.value("kind"))

        return attrs.evolve(self.article, blocks=sorted(self._each("Block", make), key=lambda block: block.span))

    def mentions(self) -> Article:
        old = {one.span: one for one in self.article.mentions}
        mentions_before = {one.span: one for entity in self.article.entities for one in entity.mentions} | old

        def make(one: Labelled) -> Mention:
            fields = {"form": one.value("form") or "name", "kind": one.value("kind")}
            span = one.spans[0]
            return _like(mentions_before.get(span), Mention, self.found_by, span=span, text=self._words(span), **fields)

        mentions = sorted(self._each("Mention", make), key=lambda mention: mention.span)
        by_span = {mention.span: mention for mention in mentions}
        groups: dict[str, list[Mention]] = {}
        for one in self.standoff.of("Mention"):
            for id in (one.value("entity") or "").split():
                groups.setdefault(id, []).append(by_span[one.spans[0]])
        known = {one.id: one for one in self.article.entities}
        for id, group in groups.items():  # an entity's mention may say more, or less, than the article's at its place
            own = {one.span: one for one in known[id].mentions} if id in known else {}
            groups[id] = [own.get(one.span, one) if one is mentions_before.get(one.span) else one for one in group]
        entities = [_entity(known.get(id), id, group, self.found_by) for id, group in groups.items()]
        entities.sort(key=lambda entity: (entity.mentions[0].span, entity.name))
        kept = [one for one in mentions if one.span in old or one.span not in mentions_before]
        return attrs.evolve(self.article, mentions=kept, entities=entities)

    def dates(self) -> Article:
        old = {one.span: one for one in self.article.dates}

        def make(one: Labelled) -> DateMention:
            span, value = one.spans[0], one.value("value")
            fields: dict[str, Any] = {"type": one.value("type"), "value": value, "mod": one.value("mod")}
            before = old.get(span)
            if before is None or before.value != value:
                interval = read_edtf(value or "")
                fields["earliest"] = interval and interval.earliest
                fields["latest"] = interval and interval.latest
            return _like(before, DateMention, self.found_by, span=span, text=self._words(span), **fields)

        return attrs.evolve(self.article, dates=sorted(self._each("Date", make), key=lambda date: date.span))

    def quotes(self) -> Article:
        old = {one.spans: one for one in self.article.quotes}
        dates = {one.span: one for one in self.article.dates}

        def make(one: Labelled) -> Quote:
            before = old.get(one.spans)
            cue = _first_span(self._targets(one.id, "cue"))
            said_on = _first_span(self._targets(one.id, "said_on"))
            speaker = _first_span(self._targets(one.id, "speaker"))
            return _like(
                before, Quote, self.found_by, kind=one.value("kind") or "direct", spans=one.spans,
                text=" ".join(map(self._words, one.spans)), cue=cue, said_on=said_on and dates.get(said_on),
                speaker=speaker and self._speaker(speaker, before),
            )  # fmt: skip

        made = sorted(self._each("Quote", make), key=lambda quote: quote.spans)
        return attrs.evolve(self.article, quotes=link_quotes(made, self.article.entities))

    def _speaker(self, span: Span, before: Quote | None) -> Speaker:
        if before and before.speaker and before.speaker.span == span:
            return before.speaker
        return Speaker(span=span, text=self._words(span))

    def events(self) -> Article:
        old = {one.trigger: one for one in self.article.events}
        quotes = {one.spans: number for number, one in enumerate(self.article.quotes)}

        def make(one: Labelled) -> Event:
            trigger = one.spans[0]
            before = old.get(trigger)
            sentence = before.span if before else self.article.sentence_at(trigger.start) or trigger
            asserting = self._targets(one.id, "asserted_by")
            return _like(
                before, Event, self.found_by, span=sentence, text=self._words(sentence), trigger=trigger,
                status=one.value("status") or "happened", type=one.value("type"),
                when=_when(one.value("when"), before), quote=quotes.get(asserting[0].spans) if asserting else None,
                participants=self._participants(one, before), place=self._place(one, before),
            )  # fmt: skip

        made = sorted(self._each("Event", make), key=lambda event: event.trigger)
        return attrs.evolve(self.article, events=link_events(made, self.article.entities))

    def _participants(self, one: Labelled, before: Event | None) -> list[Participant]:
        entity_of = {(old.span, old.role): old.entity for old in before.participants} if before else {}
        found = [
            Participant(
                span=target.spans[0], text=self._words(target.spans[0]), role=role,
                entity=entity_of.get((target.spans[0], role)),
            )
            for role in ("actor", "recipient", "other")
            for target in self._targets(one.id, role)
        ]  # fmt: skip
        return sorted(found, key=lambda participant: participant.span)

    def _place(self, one: Labelled, before: Event | None) -> Place | None:
        span = _first_span(self._targets(one.id, "place"))
        if span is None:
            return None
        if before and before.place and before.place.span == span:
            return before.place
        return Place(span=span, text=self._words(span))


def _like(before: Model | None, model: type[Model], found_by: str, **fields: Any) -> Model:
    """Give `before` with these fields, or a new value where there was none."""
    if before is None:
        return model(found_by=found_by, **fields)  # type: ignore[call-arg]  # all models have it
    changed: Mapping[str, Any] = {
        name: value for name, value in fields.items() if getattr(before, name) != value
    }  # fmt: skip
    return attrs.evolve(before, **changed) if changed else before  # type: ignore[misc]  # all models are attrs


def _first_span(found: list[Labelled]) -> Span | None:
    return found[0].spans[0] if found else None


def _when(value: str | None, before: Event | None) -> When | None:
    if value is None:
        return None
    if before and before.when and before.when.value == value:
        return before.when
    interval = read_edtf(value)
    if interval is None:
        raise ValueError(f"when {value!r} is no EDTF value; give one such as 2024-02, 2024-02-15 or ../2024-02-15")
    return When(
        value=value, earliest=interval.earliest, latest=interval.latest, granularity=interval.granularity,
        anchor="expression",
    )  # fmt: skip


def _entity(known: Entity | None, id: str, mentions: list[Mention], found_by: str) -> Entity:
    if known is not None:
        return known if known.mentions == tuple(mentions) else attrs.evolve(known, mentions=mentions)
    names = [one for one in mentions if one.form == "name"] or mentions
    name = max((_head_text(one) for one in names), key=len)
    kind = next((one.kind for one in mentions if one.kind), None) or "other"
    return Entity(id=id, name=name, kind=kind, mentions=mentions, found_by=found_by)


def _head_text(mention: Mention) -> str:
    if mention.head is None:
        return mention.text
    return mention.text[mention.head.start - mention.span.start : mention.head.end - mention.span.start]
