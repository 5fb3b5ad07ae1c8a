"""The tables: documented column by column, and true to the articles they come from."""

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse import DateMention, Entity, Event, Mention, Participant, Place, Problem, Quote, Span, Speaker, When
from newsparse.batch import TABLES
from newsparse.batch.tables import rows_of

PAGE = Path(__file__).parent.parent / "docs" / "reference" / "tables.md"
TYPES = {
    "text": "string",
    "integer": "int64",
    "day": "date32",
    "texts": "list of string",
    "spans": "list of struct (start, end)",
    "participants": "list of struct (text, entity_id, role, start, end)",
}


def described() -> str:
    """Write the part of the page that tells the columns."""
    pieces = []
    for table in TABLES:
        pieces.append(f"## {table.name}\n\n{table.meaning}\n\n| column | type | meaning |\n|---|---|---|\n")
        pieces.extend(f"| `{one.name}` | {TYPES[one.type]} | {one.meaning} |\n" for one in table.columns)
        pieces.append("\n")
    return "".join(pieces).rstrip() + "\n"


def test_every_column_is_documented() -> None:
    assert PAGE.read_text("utf-8").partition("\n## ")[2].partition("\n")[2] in described()
    assert described() in PAGE.read_text("utf-8")


def test_names_are_distinct_in_all_tables() -> None:
    names = [column.name for table in TABLES for column in table.columns if column.name != "article_id"]
    assert len(names) == len(set(names))
    assert all(table.columns[0].name == "article_id" for table in TABLES)


TEXT = "On Monday, Mayor Ann Lee said: “We are glad.” She opened the bridge in Velmora."


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


def words_at(words: str, **fields: Any) -> dict[str, Any]:
    return {"span": at(words), "text": words, **fields}


MAYOR = Mention(**words_at("Mayor Ann Lee"), form="name", kind="person", head=at("Ann Lee"), role=at("Mayor"))
SHE = Mention(**words_at("She"), form="pronoun")
MONDAY = DateMention(
    **words_at("Monday"), type="DATE", value="2024-08-12", earliest=dt.date(2024, 8, 12), latest=dt.date(2024, 8, 12),
    anchor="published", found_by="d:weekday",
)  # fmt: skip
ARTICLE = newsparse.Article(
    id="a1",
    text=TEXT,
    published=dt.datetime(2024, 8, 15, 9, 30, tzinfo=dt.UTC),
    authors=["Tomas Reyl"],
    blocks=[newsparse.Block(span=Span(0, len(TEXT)), kind="paragraph")],
    mentions=[MAYOR],
    dates=[MONDAY],
    entities=[Entity(id="e1", name="Ann Lee", kind="person", role="Mayor", mentions=[MAYOR, SHE], found_by="n:full")],
    quotes=[
        Quote(
            kind="direct", spans=[at("“We are glad.”")], text="“We are glad.”", cue=at("said"), said_on=MONDAY,
            speaker=Speaker(**words_at("Mayor Ann Lee"), name="Ann Lee", role="Mayor", entities=["e1"]),
            found_by="q:cue",
        )
    ],
    events=[
        Event(
            **words_at("She opened the bridge in Velmora."), trigger=at("opened"), type="OPEN", quote=0,
            when=When(value="2024-08-12", granularity="day", anchor="expression", evidence=at("Monday")),
            participants=[Participant(**words_at("She"), entity="e1", role="actor")],
            place=Place(**words_at("Velmora")), found_by="e:verb",
        )
    ],
    problems=[Problem(plugin="p", hook="h", message="m")],
)  # fmt: skip


def named(table: str) -> list[dict[str, Any]]:
    columns = next(one.columns for one in TABLES if one.name == table)[1:]
    return [
        dict(zip((column.name for column in columns), row, strict=True))
        for row in rows_of(ARTICLE, 7, None)[table]
    ]  # fmt: skip


EXPECTED: dict[str, list[dict[str, Any]]] = {
    "articles": [{
        "article_row": 7, "url": None, "title": None, "published": "2024-08-15T09:30:00+00:00",
        "published_on": dt.date(2024, 8, 15), "authors": ["Tomas Reyl"], "language": None, "text": TEXT, "body": TEXT,
        "error": None,
    }],
    "quotes": [{
        "quote_number": 0, "quote_kind": "direct", "quote_text": "“We are glad.”", "quote_start": 31, "quote_end": 45,
        "quote_spans": [{"start": 31, "end": 45}], "speaker_text": "Mayor Ann Lee", "speaker_start": 11,
        "speaker_end": 24, "speaker_name": "Ann Lee", "speaker_role": "Mayor", "speaker_entities": ["e1"],
        "cue_text": "said", "cue_start": 25, "cue_end": 29, "said_on_value": "2024-08-12",
        "said_on_earliest": dt.date(2024, 8, 12), "said_on_latest": dt.date(2024, 8, 12), "quote_found_by": "q:cue",
    }],
    "entities": [{
        "entity_id": "e1", "entity_name": "Ann Lee", "entity_kind": "person", "entity_role": "Mayor",
        "entity_mentions": 2, "entity_found_by": "n:full",
    }],
    "mentions": [
        {
            "mention_number": 0, "mention_text": "Mayor Ann Lee", "mention_start": 11, "mention_end": 24,
            "mention_form": "name", "mention_kind": "person", "mention_head": "Ann Lee", "mention_role": "Mayor",
            "mention_entity_id": "e1", "mention_found_by": "",
        },
        {
            "mention_number": 1, "mention_text": "She", "mention_start": 46, "mention_end": 49,
            "mention_form": "pronoun", "mention_kind": None, "mention_head": None, "mention_role": None,
            "mention_entity_id": "e1", "mention_found_by": "",
        },
    ],
    "dates": [{
        "date_number": 0, "date_text": "Monday", "date_start": 3, "date_end": 9, "date_type": "DATE",
        "date_value": "2024-08-12", "date_mod": None, "date_quant": None, "date_freq": None,
        "date_earliest": dt.date(2024, 8, 12), "date_latest": dt.date(2024, 8, 12), "date_anchor": "published",
        "date_found_by": "d:weekday",
    }],
    "events": [{
        "event_number": 0, "event_text": "She opened the bridge in Velmora.", "event_start": 46, "event_end": 79,
        "trigger_text": "opened", "trigger_start": 50, "trigger_end": 56, "event_status": "happened",
        "event_type": "OPEN", "when_value": "2024-08-12", "when_earliest": None, "when_latest": None,
        "when_granularity": "day", "when_anchor": "expression", "when_evidence": "Monday", "place_text": "Velmora",
        "place_entity_id": None,
        "event_participants": [{"text": "She", "entity_id": "e1", "role": "actor", "start": 46, "end": 49}],
        "event_quote_number": 0, "event_found_by": "e:verb",
    }],
    "problems": [{"problem_number": 0, "problem_plugin": "p", "problem_hook": "h", "problem_message": "m"}],
}  # fmt: skip


@pytest.mark.parametrize("table", [one.name for one in TABLES])
def test_a_table_holds_what_was_found(table: str) -> None:
    assert named(table) == EXPECTED[table]


@pytest.mark.parametrize("table", [one.name for one in TABLES])
def test_arrow_takes_it_flat_and_nested(table: str) -> None:
    pytest.importorskip("pyarrow", reason="Arrow needs pyarrow")
    from newsparse.batch.arrow import flat_batch, from_ipc, nested_batch, to_ipc

    rows = rows_of(ARTICLE, 7, None)
    flat = from_ipc(to_ipc(flat_batch(table, [("a1", *row) for row in rows[table]]))).to_pylist()
    assert flat == [{"article_id": "a1", **row} for row in EXPECTED[table]]
    nested = nested_batch([("a1", rows), ("a2", rows)]).to_pylist()
    for one, id in zip(nested, ["a1", "a2"], strict=True):
        if table == "articles":
            assert {name: one[name] for name in flat[0]} == {**flat[0], "article_id": id}
        else:
            assert one[table] == EXPECTED[table]
