"""What newsparse finds in an article: frozen values that point into its text."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from operator import attrgetter
from types import MemberDescriptorType, NoneType
from typing import Any, Literal, TypeVar, get_args

import attrs
from attrs.validators import and_, deep_iterable, in_, instance_of, min_len

from newsparse.span import Span

__all__ = [
    "BLOCK_KINDS",
    "BODY_KINDS",
    "Block",
    "BlockKind",
    "DateMention",
    "Entity",
    "Event",
    "Mention",
    "Metadata",
    "Participant",
    "Place",
    "Problem",
    "Quote",
    "Source",
    "Speaker",
    "When",
    "as_tuple",
    "replaced",
]

BlockKind = Literal[
    "title", "standfirst", "byline", "dateline", "paragraph", "heading", "list_item", "read_more", "promo",
    "advert", "nav", "caption", "credit", "note", "embed", "separator", "other",
]  # fmt: skip
BLOCK_KINDS: tuple[str, ...] = get_args(BlockKind)
"""All kinds of block."""
BODY_KINDS: frozenset[str] = frozenset({"standfirst", "paragraph", "heading", "list_item"})
"""The kinds that `Article.body` is made of."""

DateType = Literal["DATE", "TIME", "DURATION", "SET"]
DateAnchor = Literal["text", "published", "mention"]
MentionForm = Literal["name", "nominal", "pronoun"]
EntityKind = Literal["person", "organisation", "place", "group", "other"]
QuoteKind = Literal["direct", "indirect", "mixed"]
Granularity = Literal["day", "week", "month", "season", "quarter", "year", "decade", "century", "interval"]
WhenAnchor = Literal["expression", "same happening", "inherited", "reporting", "publication", "tense"]
Status = Literal["happened", "ongoing", "planned", "hypothetical", "denied"]
ParticipantRole = Literal["actor", "recipient", "other"]


def as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """Make a field's value a tuple; `tuple` itself would leave its type unknown to type checkers."""
    return tuple(values)


Model = TypeVar("Model")


def replaced(model: Model, **changes: Any) -> Model:
    """Copy a model with some fields changed, as `attrs.evolve` does, without validating again what was valid.

    The changes are not validated: this is for the core's own completions, tens of thousands in a long article.
    """
    kind = type(model)
    made = object.__new__(kind)
    for name, read, write in _slots(kind):
        write(made, changes[name] if name in changes else read(model))
    return made


Slot = tuple[str, Callable[[Any], Any], Callable[[Any, Any], None]]
_SLOTS: dict[type, tuple[Slot, ...]] = {}


def _slots(kind: type) -> tuple[Slot, ...]:
    """Give each field of a model with the functions that read and write it past the frozen surface."""
    slots = _SLOTS.get(kind)
    if slots is None:
        slots = _SLOTS[kind] = tuple(_slot(kind, name) for name in attrs.fields_dict(kind))
    return slots


def _slot(kind: type, name: str) -> Slot:
    member = getattr(kind, name, None)
    if isinstance(member, MemberDescriptorType):
        return name, member.__get__, member.__set__
    return name, attrgetter(name), lambda made, value: object.__setattr__(made, name, value)  # of a plugin's own class


def _one_of(alias: object, *more: None) -> Callable[[Any, Any, Any], None]:
    return in_((*get_args(alias), *more))


_span = instance_of(Span)
_spans = deep_iterable(instance_of(Span))
_text = instance_of(str)
_word = and_(instance_of(str), min_len(1))
_optional_span = instance_of((Span, NoneType))  # one call; `optional` makes two, for tens of thousands of fields
_optional_text = instance_of((str, NoneType))
_optional_day = instance_of((dt.date, NoneType))


@attrs.frozen(kw_only=True, weakref_slot=False)
class Block:
    """A line or paragraph of an article and what it is."""

    span: Span = attrs.field(validator=_span)
    """Where it stands, without the white space around it."""
    kind: BlockKind = attrs.field(validator=_one_of(BlockKind))
    """What it is; decides which layers look into it."""
    found_by: str = attrs.field(default="", validator=_text)
    """Name of the plugin and of its rule with a colon between. A plugin gives the rule's name alone."""


@attrs.frozen(kw_only=True, weakref_slot=False)
class DateMention:
    """A time expression and what it means, in the terms of TimeML's TIMEX3 (ISO 24617-1)."""

    span: Span = attrs.field(validator=_span)
    """Where it stands."""
    text: str = attrs.field(default="", validator=_text)
    """Its words; computed from the span by the parser."""
    type: DateType = attrs.field(validator=_one_of(DateType))
    """TIMEX3 type."""
    value: str = attrs.field(validator=_word)
    """TIMEX3 value, as `2024-08-15`, `2024-W33`, `P3M`; underspecified (`XXXX-WXX-4`) when unresolved."""
    mod: str | None = attrs.field(default=None, validator=_optional_text)
    """TIMEX3 modifier, as `START`, `APPROX`, `MORE_THAN`."""
    quant: str | None = attrs.field(default=None, validator=_optional_text)
    """For sets: the quantifier, as `EVERY`."""
    freq: str | None = attrs.field(default=None, validator=_optional_text)
    """For sets: the frequency, as `2X`."""
    earliest: dt.date | None = attrs.field(default=None, validator=_optional_day)
    """First calendar day it may mean; None without an interval or before year 1."""
    latest: dt.date | None = attrs.field(default=None, validator=_optional_day)
    """Last calendar day it may mean, inclusive."""
    anchor: DateAnchor | None = attrs.field(default=None, validator=_one_of(DateAnchor, None))
    """What it was resolved against: its own words, the publication date, another mention; None: unresolved."""
    anchor_span: Span | None = attrs.field(default=None, validator=_optional_span)
    """The mention it was resolved against, where `anchor` is `mention`."""
    found_by: str = attrs.field(default="", validator=_text)
    """Plugin and rule."""


@attrs.frozen(kw_only=True, weakref_slot=False)
class Mention:
    """A phrase that names, describes or stands for somebody or something."""

    span: Span = attrs.field(validator=_span)
    """Where it stands: the whole phrase that is meant, as ACE's mention extent."""
    text: str = attrs.field(default="", validator=_text)
    """Its words; computed from the span by the parser."""
    form: MentionForm = attrs.field(validator=_one_of(MentionForm))
    """A name, a description (`the ministry`) or a pronoun."""
    kind: EntityKind | None = attrs.field(default=None, validator=_one_of(EntityKind, None))
    """What kind of thing the phrase itself tells it to be; None where it does not tell."""
    head: Span | None = attrs.field(default=None, validator=_optional_span)
    """The name or noun inside the phrase that carries it, as `Ann Lee` in `Mayor Ann Lee`; None: all of it."""
    role: Span | None = attrs.field(default=None, validator=_optional_span)
    """The words beside it that say what it is, as `Mayor`; None where there are none."""
    found_by: str = attrs.field(default="", validator=_text)
    """Plugin and rule."""


@attrs.frozen(kw_only=True, weakref_slot=False)
class Entity:
    """Somebody or something of the article, and every mention that is it."""

    id: str = attrs.field(default="", validator=_text)
    """`e1`, `e2` … in the order of first mentions; given by the parser."""
    name: str = attrs.field(validator=_word)
    """The fullest form the article gives."""
    kind: EntityKind = attrs.field(validator=_one_of(EntityKind))
    """What it is."""
    role: str | None = attrs.field(default=None, validator=_optional_text)
    """Title, office or description, in the article's words."""
    mentions: tuple[Mention, ...] = attrs.field(
        converter=as_tuple, validator=deep_iterable(instance_of(Mention), min_len(1))
    )
    """The phrases that are it, in text order; never empty."""
    found_by: str = attrs.field(default="", validator=_text)
    """Plugin and rule."""


@attrs.frozen(kw_only=True, weakref_slot=False)
class Speaker:
    """Who said a quote."""

    span: Span = attrs.field(validator=_span)
    """The mention at the quote."""
    text: str = attrs.field(default="", validator=_text)
    """Its words; computed from the span by the parser."""
    name: str | None = attrs.field(default=None, validator=_optional_text)
    """Resolved name; joint speakers are joined by the word and; None when unresolved."""
    role: str | None = attrs.field(default=None, validator=_optional_text)
    """The entity's role."""
    entities: tuple[str, ...] = attrs.field(default=(), converter=as_tuple, validator=deep_iterable(instance_of(str)))
    """Ids of the entities that speak; empty when unresolved."""


@attrs.frozen(kw_only=True, weakref_slot=False)
class Quote:
    """Something somebody said: what, who, and by which word the text tells."""

    kind: QuoteKind = attrs.field(validator=_one_of(QuoteKind))
    """Wholly in marks, in the writer's words, or partly in marks."""
    spans: tuple[Span, ...] = attrs.field(converter=as_tuple, validator=deep_iterable(instance_of(Span), min_len(1)))
    """The pieces of the content in text order, marks included."""
    text: str = attrs.field(default="", validator=_text)
    """The pieces' words, joined by a space; computed by the parser."""
    speaker: Speaker | None = attrs.field(default=None, validator=instance_of((Speaker, NoneType)))
    """Who said it; None where the text does not tell."""
    cue: Span | None = attrs.field(default=None, validator=_optional_span)
    """The word that attributes it, as `said`."""
    said_on: DateMention | None = attrs.field(default=None, validator=instance_of((DateMention, NoneType)))
    """When it was said, where the text tells."""
    found_by: str = attrs.field(default="", validator=_text)
    """Plugin and rule."""


@attrs.frozen(kw_only=True, weakref_slot=False)
class When:
    """The time of an event and how it is known."""

    value: str = attrs.field(validator=_word)
    """Extended Date/Time Format (ISO 8601-2), as `2020-01-03`, `2024-02`, `2024-04/2024-06`, `../2024-08-16`."""
    earliest: dt.date | None = attrs.field(default=None, validator=_optional_day)
    """First calendar day, None when open."""
    latest: dt.date | None = attrs.field(default=None, validator=_optional_day)
    """Last calendar day, inclusive; None when open."""
    granularity: Granularity = attrs.field(validator=_one_of(Granularity))
    """How fine the value is."""
    anchor: WhenAnchor = attrs.field(validator=_one_of(WhenAnchor))
    """How it was found."""
    evidence: Span | None = attrs.field(default=None, validator=_optional_span)
    """The words that date it, where there are any."""


@attrs.frozen(kw_only=True, weakref_slot=False)
class Participant:
    """Somebody who takes part in an event."""

    span: Span = attrs.field(validator=_span)
    """The mention at the event."""
    text: str = attrs.field(default="", validator=_text)
    """Its words; computed from the span by the parser."""
    entity: str | None = attrs.field(default=None, validator=_optional_text)
    """Id of the entity; None when unresolved."""
    role: ParticipantRole = attrs.field(default="other", validator=_one_of(ParticipantRole))
    """Who acts, who is acted on."""


@attrs.frozen(kw_only=True, weakref_slot=False)
class Place:
    """Where an event happens."""

    span: Span = attrs.field(validator=_span)
    """The mention at the event."""
    text: str = attrs.field(default="", validator=_text)
    """Its words; computed from the span by the parser."""
    entity: str | None = attrs.field(default=None, validator=_optional_text)
    """Id of the entity; None when unresolved."""


@attrs.frozen(kw_only=True, weakref_slot=False)
class Event:
    """Something that happened, happens, is planned, feared or denied."""

    span: Span = attrs.field(validator=_span)
    """The sentence."""
    text: str = attrs.field(default="", validator=_text)
    """Its words; computed from the span by the parser."""
    trigger: Span = attrs.field(validator=_span)
    """The word or phrase that names the event."""
    when: When | None = attrs.field(default=None, validator=instance_of((When, NoneType)))
    """Its time; None beats a guess."""
    status: Status = attrs.field(default="happened", validator=_one_of(Status))
    """Whether it took place."""
    participants: tuple[Participant, ...] = attrs.field(
        default=(), converter=as_tuple, validator=deep_iterable(instance_of(Participant))
    )
    """Who takes part, in text order."""
    place: Place | None = attrs.field(default=None, validator=instance_of((Place, NoneType)))
    """Where, as written."""
    type: str | None = attrs.field(default=None, validator=_optional_text)
    """PLOVER event type, as `AGREE`; None below the margin of confidence."""
    quote: int | None = attrs.field(default=None, validator=instance_of((int, NoneType)))
    """Index in `article.quotes` of the quote that asserts it."""
    found_by: str = attrs.field(default="", validator=_text)
    """Plugin and rule."""


@attrs.frozen(kw_only=True, weakref_slot=False)
class Metadata:
    """One fact about an article that stands beside its text."""

    name: str = attrs.field(validator=_text)
    """title, authors, published, url, language, section or encoding."""
    value: str = attrs.field(validator=_text)
    """The value as text; dates in ISO form. A name may occur several times, as `authors` does."""
    origin: str = attrs.field(validator=_text)
    """Where it was read: format and key with a colon between, as in JSON-LD's datePublished."""


@attrs.frozen(kw_only=True, weakref_slot=False)
class Problem:
    """Something that cost the article a part of what could have been found."""

    plugin: str = attrs.field(validator=_text)
    """Name of the plugin; `newsparse` is the core."""
    hook: str = attrs.field(validator=_text)
    """The hook that was called."""
    message: str = attrs.field(validator=_text)
    """What went wrong, in one sentence."""

    def __str__(self) -> str:
        return f"{self.plugin} ({self.hook}): {self.message}"


@attrs.frozen(kw_only=True, weakref_slot=False)
class Source:
    """What was read from a source: the text as it stays, and what stands beside it."""

    text: str = attrs.field(validator=_text)
    """The article's text; all offsets count its code points."""
    metadata: tuple[Metadata, ...] = attrs.field(
        default=(), converter=as_tuple, validator=deep_iterable(instance_of(Metadata))
    )
    """Facts read from the source, the most trusted first."""
    blocks: tuple[Block, ...] = attrs.field(default=(), converter=as_tuple, validator=deep_iterable(instance_of(Block)))
    """Blocks known from markup; labellers may overrule them."""
    problems: tuple[Problem, ...] = attrs.field(
        default=(), converter=as_tuple, validator=deep_iterable(instance_of(Problem))
    )
    """What went wrong while reading."""
