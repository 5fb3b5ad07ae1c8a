"""An article's facts as labelled spans and relations: what annotation tools show and people correct."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

import attrs

from newsparse.article import Article
from newsparse.errors import UsageError
from newsparse.models import Event, as_tuple
from newsparse.span import Span

__all__ = ["LAYERS", "Labelled", "Relation", "Standoff", "check_layers", "read_standoff"]

LAYERS = ("mentions", "dates", "quotes", "events")
"""What is written when nothing else is asked for; `blocks` can be asked for, too."""
KNOWN_LAYERS = (*LAYERS, "blocks")


@attrs.frozen(kw_only=True)
class Labelled:
    """A labelled span, or several that belong together."""

    id: str
    """Unique in its article, as `quote0`."""
    label: str
    """Quote, Speaker, Cue, Date, Mention, Event, Participant, Place, Block."""
    spans: tuple[Span, ...] = attrs.field(converter=as_tuple)
    """In text order."""
    values: tuple[tuple[str, str], ...] = attrs.field(default=(), converter=as_tuple)
    """Names and values of what is said of it, as `kind` and `direct`."""

    def value(self, name: str) -> str | None:
        """Give a value by its name; None where it has none."""
        return next((value for known, value in self.values if known == name), None)


@attrs.frozen(kw_only=True)
class Relation:
    """Something that holds between two labelled spans."""

    name: str
    """speaker, cue, said_on, actor, recipient, other, place, asserted_by."""
    source: str
    """Id of a quote or event."""
    target: str
    """Id of its speaker, cue, date, participant, place or quote."""


@attrs.frozen(kw_only=True)
class Standoff:
    """All labelled spans of an article, and the relations between them."""

    labelled: tuple[Labelled, ...] = attrs.field(converter=as_tuple)
    """In the order of layers, and of the text."""
    relations: tuple[Relation, ...] = attrs.field(default=(), converter=as_tuple)
    """Their sources and targets are among `labelled`."""

    def of(self, label: str) -> Iterator[Labelled]:
        """Give those with this label."""
        return (one for one in self.labelled if one.label == label)


def check_layers(layers: Iterable[str]) -> tuple[str, ...]:
    """Check names of layers.

    Raises:
        UsageError: a layer is unknown.
    """
    wanted = tuple(layers)
    for layer in wanted:
        if layer not in KNOWN_LAYERS:
            raise UsageError(f"layers: no layer {layer!r}; known: {', '.join(KNOWN_LAYERS)}")
    return wanted


class _Builder:
    """Gathers labelled spans; those that several facts share (a speaker of two quotes) are made once."""

    def __init__(self) -> None:
        self.labelled: list[Labelled] = []
        self.relations: list[Relation] = []
        self._shared: dict[tuple[str, Span], str] = {}
        self._counts: Counter[str] = Counter()

    def add(self, label: str, spans: Iterable[Span], values: Mapping[str, str | None]) -> str:
        number = self._counts[label]
        self._counts[label] += 1
        kept = [(name, value) for name, value in values.items() if value]
        self.labelled.append(Labelled(id=f"{label.lower()}{number}", label=label, spans=spans, values=kept))
        return self.labelled[-1].id

    def share(self, label: str, span: Span) -> str:
        key = (label, span)
        if key not in self._shared:
            self._shared[key] = self.add(label, [span], {})
        return self._shared[key]

    def relate(self, name: str, source: str, target: str) -> None:
        self.relations.append(Relation(name=name, source=source, target=target))


def read_standoff(article: Article, layers: Iterable[str] = LAYERS) -> Standoff:
    """Give the facts of an article's `layers` as labelled spans and relations."""
    wanted = check_layers(layers)
    builder = _Builder()
    dates: dict[Span, str] = {}
    quotes: list[str] = []
    if "blocks" in wanted:
        for block in article.blocks:
            builder.add("Block", [block.span], {"kind": block.kind})
    if "mentions" in wanted:
        _add_mentions(article, builder)
    if "dates" in wanted:
        for date in article.dates:
            values = {"type": date.type, "value": date.value, "mod": date.mod}
            dates[date.span] = builder.add("Date", [date.span], values)
    if "quotes" in wanted:
        quotes = _add_quotes(article, builder, dates)
    if "events" in wanted:
        for event in article.events:
            _add_event(event, builder, quotes)
    return Standoff(labelled=builder.labelled, relations=builder.relations)


def _add_mentions(article: Article, builder: _Builder) -> None:
    found = {mention.span: mention for entity in article.entities for mention in entity.mentions}
    found |= {mention.span: mention for mention in article.mentions}  # a resolver may bring mentions of its own
    entities: dict[Span, list[str]] = {}
    for entity in article.entities:
        for mention in entity.mentions:
            entities.setdefault(mention.span, []).append(entity.id)
    for span in sorted(found):
        values = {"form": found[span].form, "kind": found[span].kind, "entity": " ".join(entities.get(span, ()))}
        builder.add("Mention", [span], values)


def _add_quotes(article: Article, builder: _Builder, dates: Mapping[Span, str]) -> list[str]:
    ids = []
    for quote in article.quotes:
        ids.append(builder.add("Quote", quote.spans, {"kind": quote.kind}))
        if quote.speaker:
            builder.relate("speaker", ids[-1], builder.share("Speaker", quote.speaker.span))
        if quote.cue:
            builder.relate("cue", ids[-1], builder.share("Cue", quote.cue))
        if quote.said_on and quote.said_on.span in dates:
            builder.relate("said_on", ids[-1], dates[quote.said_on.span])
    return ids


def _add_event(event: Event, builder: _Builder, quotes: list[str]) -> None:
    values = {"status": event.status, "type": event.type, "when": event.when.value if event.when else None}
    id = builder.add("Event", [event.trigger], values)
    for one in event.participants:
        builder.relate(one.role, id, builder.share("Participant", one.span))
    if event.place:
        builder.relate("place", id, builder.share("Place", event.place.span))
    if event.quote is not None and event.quote < len(quotes):
        builder.relate("asserted_by", id, quotes[event.quote])
