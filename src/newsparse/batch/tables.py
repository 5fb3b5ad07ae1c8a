"""Articles as flat tables: the columns of each, and how the facts of an article become its rows."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from typing import Any, Literal

import attrs

from newsparse.article import Article
from newsparse.models import Mention
from newsparse.span import Span

__all__ = ["TABLES", "Column", "Table", "rows_of"]

ColumnType = Literal["text", "integer", "day", "texts", "spans", "participants"]
Value = Any
"""str, int, date, or a list of str or dict; None where there is nothing."""


@attrs.frozen
class Column:
    """A column of a table; names are distinct in all tables, but for the keys."""

    name: str
    type: ColumnType
    meaning: str
    """What stands in it, in one sentence."""


@attrs.frozen
class Table:
    """A table and its columns, `article_id` first."""

    name: str
    meaning: str
    columns: tuple[Column, ...]


KEY = Column("article_id", "text", "The article: the row's own identifier, or where it stands in the input.")


def _table(name: str, meaning: str, *columns: tuple[str, ColumnType, str]) -> Table:
    return Table(name, meaning, (KEY, *(Column(*one) for one in columns)))


TABLES: tuple[Table, ...] = (
    _table(
        "articles",
        "One row for each row of the input, in its order.",
        (
            "article_row",
            "integer",
            "Place in the input, counted from 0; nothing under Spark: its rows have no order.",
        ),
        ("url", "text", "Address."),
        ("title", "text", "Title."),
        ("published", "text", "Publication date or moment, ISO 8601, with the zone that was given."),
        ("published_on", "day", "The day of `published`."),
        ("authors", "texts", "Names of the authors."),
        ("language", "text", "BCP 47 tag."),
        ("text", "text", "The text that all offsets count code points of."),
        ("body", "text", "The article's own words, without the clutter."),
        ("error", "text", "Why the row could not be parsed; nothing where it was."),
    ),
    _table(
        "quotes",
        "One row for each quote.",
        ("quote_number", "integer", "Place among the article's quotes, counted from 0; with `article_id` the key."),
        ("quote_kind", "text", "direct, indirect or mixed."),
        ("quote_text", "text", "What was said; its pieces joined by a space."),
        ("quote_start", "integer", "Start of the first piece."),
        ("quote_end", "integer", "End of the last piece."),
        ("quote_spans", "spans", "Start and end of each piece."),
        ("speaker_text", "text", "The mention of the speaker at the quote."),
        ("speaker_start", "integer", "Its start."),
        ("speaker_end", "integer", "Its end."),
        ("speaker_name", "text", "The speaker's resolved name."),
        ("speaker_role", "text", "The speaker's role."),
        ("speaker_entities", "texts", "The entities that speak: `entity_id`s of `entities`."),
        ("cue_text", "text", "The word that attributes the quote."),
        ("cue_start", "integer", "Its start."),
        ("cue_end", "integer", "Its end."),
        ("said_on_value", "text", "When it was said: TIMEX3 value."),
        ("said_on_earliest", "day", "First day of that."),
        ("said_on_latest", "day", "Last day of that, inclusive."),
        ("quote_found_by", "text", "Plugin and rule."),
    ),
    _table(
        "entities",
        "One row for each person, organisation, place … of an article.",
        ("entity_id", "text", "`e1`, `e2` …; with `article_id` the key."),
        ("entity_name", "text", "The fullest form of the name."),
        ("entity_kind", "text", "person, organisation, place, group or other."),
        ("entity_role", "text", "Title, office or description."),
        ("entity_mentions", "integer", "Number of its mentions."),
        ("entity_found_by", "text", "Plugin and rule."),
    ),
    _table(
        "mentions",
        "One row for each phrase that names, describes or stands for somebody or something.",
        ("mention_number", "integer", "Place among the article's mentions, counted from 0; with `article_id` the key."),
        ("mention_text", "text", "Its words."),
        ("mention_start", "integer", "Its start."),
        ("mention_end", "integer", "Its end."),
        ("mention_form", "text", "name, nominal or pronoun."),
        ("mention_kind", "text", "What the phrase itself tells it to be."),
        ("mention_head", "text", "The name or noun inside it."),
        ("mention_role", "text", "The words beside it that say what it is."),
        ("mention_entity_id", "text", "The entity that it is; nothing when unresolved."),
        ("mention_found_by", "text", "Plugin and rule."),
    ),
    _table(
        "dates",
        "One row for each time expression.",
        ("date_number", "integer", "Place among the article's dates, counted from 0; with `article_id` the key."),
        ("date_text", "text", "Its words."),
        ("date_start", "integer", "Its start."),
        ("date_end", "integer", "Its end."),
        ("date_type", "text", "DATE, TIME, DURATION or SET."),
        ("date_value", "text", "TIMEX3 value."),
        ("date_mod", "text", "TIMEX3 modifier."),
        ("date_quant", "text", "For sets: the quantifier."),
        ("date_freq", "text", "For sets: the frequency."),
        ("date_earliest", "day", "First day it may mean."),
        ("date_latest", "day", "Last day it may mean, inclusive."),
        ("date_anchor", "text", "What it was resolved against: text, published or mention."),
        ("date_found_by", "text", "Plugin and rule."),
    ),
    _table(
        "events",
        "One row for each event.",
        ("event_number", "integer", "Place among the article's events, counted from 0; with `article_id` the key."),
        ("event_text", "text", "The sentence."),
        ("event_start", "integer", "Its start."),
        ("event_end", "integer", "Its end."),
        ("trigger_text", "text", "The words that name the event."),
        ("trigger_start", "integer", "Their start."),
        ("trigger_end", "integer", "Their end."),
        ("event_status", "text", "happened, ongoing, planned, hypothetical or denied."),
        ("event_type", "text", "PLOVER event type."),
        ("when_value", "text", "Its time, EDTF."),
        ("when_earliest", "day", "First day of that; nothing when open."),
        ("when_latest", "day", "Last day of that, inclusive; nothing when open."),
        ("when_granularity", "text", "day, week, month … interval."),
        ("when_anchor", "text", "How the time was found."),
        ("when_evidence", "text", "The words that date it."),
        ("place_text", "text", "Where, as written."),
        ("place_entity_id", "text", "The entity of the place."),
        ("event_participants", "participants", "Who takes part: text, entity_id, role, start and end of each."),
        ("event_quote_number", "integer", "The quote that asserts it: `quote_number` of `quotes`."),
        ("event_found_by", "text", "Plugin and rule."),
    ),
    _table(
        "problems",
        "One row for each thing that went wrong.",
        ("problem_number", "integer", "Place among the article's problems, counted from 0; with `article_id` the key."),
        ("problem_plugin", "text", "The plugin; `newsparse` is the core."),
        ("problem_hook", "text", "The hook; `batch` where the row could not be parsed at all."),
        ("problem_message", "text", "What went wrong."),
    ),
)
"""All tables, in the order in which they are written."""


def rows_of(article: Article, number: int | None, error: str | None) -> dict[str, list[tuple[Value, ...]]]:
    """Give the rows of an article in each table, their values in the order of the columns after `article_id`."""
    return {
        "articles": [_article(article, number, error)],
        "quotes": list(_quotes(article)),
        "entities": [
            (one.id, one.name, one.kind, one.role, len(one.mentions), one.found_by) for one in article.entities
        ],
        "mentions": list(_mentions(article)),
        "dates": list(_dates(article)),
        "events": list(_events(article)),
        "problems": [
            (index, one.plugin, one.hook, one.message) for index, one in enumerate(article.problems)
        ],
    }  # fmt: skip


def _article(article: Article, number: int | None, error: str | None) -> tuple[Value, ...]:
    published = article.published
    day = published.date() if isinstance(published, dt.datetime) else published
    moment = published and published.isoformat()
    return (
        number, article.url, article.title, moment, day, list(article.authors), article.language, article.text,
        article.body, error,
    )  # fmt: skip


def _quotes(article: Article) -> Iterator[tuple[Value, ...]]:
    for index, one in enumerate(article.quotes):
        speaker, said = one.speaker, one.said_on
        yield (
            index, one.kind, one.text, one.spans[0].start, one.spans[-1].end, _spans(one.spans),
            speaker and speaker.text, *_ends(speaker.span if speaker else None), speaker and speaker.name,
            speaker and speaker.role, list(speaker.entities) if speaker else [], _words(article, one.cue),
            *_ends(one.cue), said and said.value, said and said.earliest, said and said.latest, one.found_by,
        )  # fmt: skip


def _mentions(article: Article) -> Iterator[tuple[Value, ...]]:
    entity_ids = {mention.span: one.id for one in article.entities for mention in one.mentions}
    found: dict[Span, Mention] = {one.span: one for one in article.mentions}
    for entity in article.entities:  # a resolver may bring mentions of its own
        for one in entity.mentions:
            found.setdefault(one.span, one)
    for index, span in enumerate(sorted(found)):
        one = found[span]
        yield (
            index, one.text, span.start, span.end, one.form, one.kind, _words(article, one.head),
            _words(article, one.role), entity_ids.get(span), one.found_by,
        )  # fmt: skip


def _dates(article: Article) -> Iterator[tuple[Value, ...]]:
    for index, one in enumerate(article.dates):
        yield (
            index, one.text, one.span.start, one.span.end, one.type, one.value, one.mod, one.quant, one.freq,
            one.earliest, one.latest, one.anchor, one.found_by,
        )  # fmt: skip


def _events(article: Article) -> Iterator[tuple[Value, ...]]:
    for index, one in enumerate(article.events):
        when, place = one.when, one.place
        participants = [
            {"text": who.text, "entity_id": who.entity, "role": who.role, "start": who.span.start, "end": who.span.end}
            for who in one.participants
        ]
        yield (
            index, one.text, one.span.start, one.span.end, _words(article, one.trigger), *_ends(one.trigger),
            one.status, one.type, when and when.value, when and when.earliest, when and when.latest,
            when and when.granularity, when and when.anchor, _words(article, when.evidence if when else None),
            place and place.text, place and place.entity, participants, one.quote, one.found_by,
        )  # fmt: skip


def _words(article: Article, span: Span | None) -> str | None:
    return span.of(article.text) if span else None


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span.start, span.end) if span else (None, None)


def _spans(spans: Iterable[Span]) -> list[dict[str, int]]:
    return [{"start": one.start, "end": one.end} for one in spans]
