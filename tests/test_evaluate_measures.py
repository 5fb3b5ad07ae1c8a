"""The measures, on cases small enough to count by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from newsparse import Parser, Span, UsageError, from_json
from newsparse.evaluate import (
    Annotated,
    annotated_layers,
    evaluate,
    from_article,
    layer_table,
    parse_gold,
    read_annotated,
    score_cleaning,
    score_dates,
    score_events,
    score_quotes,
)
from newsparse.evaluate.measures import Figure
from newsparse.evaluate.rows import MarkedBlock, MarkedDate, MarkedEvent, MarkedQuote
from newsparse.evaluate.timex import soften

TEXT = "“We will not go back,” the mayor said. “Never again,” said Ann Lee. Police said that he left."
RIVERTON = Path(__file__).parent / "articles" / "riverton.json"


def at(piece: str) -> Span:
    start = TEXT.index(piece)
    return Span(start, start + len(piece))


def quote(content: str, speaker: str | None = None, kind: str = "direct", **fields: Any) -> MarkedQuote:
    return MarkedQuote(kind=kind, content=(at(content),), speaker=(at(speaker),) if speaker else (), **fields)


def rounded(figures: dict[str, Figure], names: str) -> list[Figure]:
    values = [figures[name] for name in names.split(", ")]
    return [round(value, 3) if isinstance(value, float) else value for value in values]


def scored_quotes(gold: list[MarkedQuote], found: list[MarkedQuote], **options: Any) -> dict[str, Any]:
    rows = score_quotes(
        [Annotated(id="a", text=TEXT, quotes=tuple(gold))], {"a": Annotated(id="a", quotes=tuple(found))}, **options
    )
    return {kind: dict(figures) for kind, figures in rows.items()}


GOLD = [
    quote("We will not go back", "the mayor"),
    quote("Never again", "Ann Lee"),
    quote("that he left", "Police", "indirect"),
]


def test_what_is_found_whole_scores_one() -> None:
    every = scored_quotes(GOLD, GOLD)["all"]
    assert rounded(every, "gold, predicted, F1, exact F1, speaker, full F1, token F1") == [
        3,
        3,
        1.0,
        1.0,
        1.0,
        1.0,
        1.0,
    ]


def test_edges_are_tolerant_and_exactness_is_told_apart() -> None:
    rows = scored_quotes(GOLD, [quote("“We will not go", "mayor"), quote("“Never again,”", "Ann Lee")])
    # four of five words; the second differs in marks alone
    assert rounded(rows["direct"], "P, R, exact P, exact R, token P, token R") == [1.0, 1.0, 0.5, 0.5, 1.0, 0.857]
    assert rounded(rows["indirect"], "gold, predicted, R") == [1, 0, 0.0]


@pytest.mark.parametrize(
    ("speaker", "right", "exact"),
    [("the mayor", 1.0, 1.0), ("mayor", 1.0, 1.0), ("Ann Lee", 0.0, 0.0), (None, 0.0, 0.0), ("the", 0.0, 0.0)],
)
def test_a_speaker_is_right_when_a_word_that_tells_is_shared(speaker: str | None, right: float, exact: float) -> None:
    found = [quote("We will not go back", speaker)]
    assert rounded(scored_quotes(GOLD[:1], found)["all"], "speaker, speaker exact") == [right, exact]


def test_half_of_the_words_must_be_shared() -> None:
    assert scored_quotes(GOLD[:1], [quote("We will")])["all"]["R"] == 0.0
    assert scored_quotes(GOLD[:1], [quote("We will")], min_overlap=0.4)["all"]["R"] == 1.0


def test_a_quote_that_is_not_asked_for_costs_nothing() -> None:
    ignored = quote("Never again", "Ann Lee", ignored=True)
    for found in ([GOLD[0]], [GOLD[0], quote("Never again", "Ann Lee")], [GOLD[0], quote("again")]):
        assert rounded(scored_quotes([GOLD[0], ignored], found)["all"], "gold, predicted, F1") == [1, 1, 1.0]


def test_only_a_class_and_only_some_kinds_can_be_asked_for() -> None:
    gold = [quote("We will not go back", group="speech"), quote("Never again", group="belief")]
    assert rounded(scored_quotes(gold, gold, only_class="speech")["all"], "gold, predicted") == [1, 1]
    assert rounded(scored_quotes(GOLD, GOLD, kinds=["indirect"])["all"], "gold, predicted") == [1, 1]


def test_pieces_can_be_scored_by_themselves() -> None:
    whole = MarkedQuote(kind="direct", content=(at("We will not go back"), at("Never again")))
    assert rounded(scored_quotes([whole], GOLD[:2])["all"], "gold, R") == [1, 1.0]
    assert rounded(scored_quotes([whole], GOLD[:2], segments=True)["all"], "gold, R, P") == [2, 1.0, 1.0]


def date(start: int, end: int, value: str, type: str = "DATE", **fields: Any) -> MarkedDate:
    return MarkedDate(span=Span(start, end), type=type, value=value, **fields)


def test_dates_are_scored_as_tempeval_does() -> None:
    gold = [date(0, 6, "2024-03-05"), date(10, 20, "P1W", "DURATION"), date(30, 34, "2024")]
    found = [date(0, 6, "2024-03-05"), date(12, 20, "P7D", "DURATION"), date(50, 54, "2024")]
    rows = score_dates([Annotated(id="a", dates=tuple(gold))], {"a": Annotated(id="a", dates=tuple(found))})
    every = dict(rows["all"])
    assert rounded(every, "relaxed P, relaxed R, strict F1, type, value, soft") == [0.667, 0.667, 0.333, 1.0, 0.5, 1.0]
    assert rounded(every, "value F1, strict value F1, soft F1") == [0.333, 0.333, 0.667]
    assert list(rows) == ["all", "DATE", "DURATION"]


def test_dates_of_a_function_can_be_left_out() -> None:
    gold = [date(0, 6, "2024-03-05", function="PUBLICATION_TIME"), date(10, 14, "2024")]
    found = [date(0, 8, "2024-03-06"), date(10, 14, "2024")]
    rows = score_dates(
        [Annotated(id="a", dates=tuple(gold))],
        {"a": Annotated(id="a", dates=tuple(found))},
        skip_function="PUBLICATION_TIME",
    )
    assert rounded(dict(rows["all"]), "gold, predicted, value F1") == [1, 1, 1.0]


SAME = {
    "P1W": "P7D", "P12M": "P1Y", "PT24H": "P1D", "P1Q": "P3M", "P1DE": "P10Y", "PT60M": "PT1H", "PT1440M": "P1D",
    "2013-W12-5": "2013-03-22", "2013-W2": "2013-W02", "2013-03-05T10": "2013-03-05T10:00:00Z",
    "2013-03-05T24:00": "2013-03-06T00:00",
}  # fmt: skip


@pytest.mark.parametrize(("one", "other"), SAME.items(), ids=SAME)
def test_values_that_mean_the_same_are_one_soft_value(one: str, other: str) -> None:
    assert soften(one) == soften(other)


@pytest.mark.parametrize(("one", "other"), [("P1W", "P8D"), ("P1M", "PT1M"), ("2024", "2024-01"), ("P1M", "P30D")])
def test_values_that_differ_in_meaning_stay_apart(one: str, other: str) -> None:
    assert soften(one) != soften(other)


@pytest.mark.parametrize("value", ["", "2013-W60-1", "9999-12-31T24:00", "0000-00-00T24:00", "PX"])
def test_broken_values_are_left_as_they_are(value: str) -> None:
    assert soften(value) == value


def event(start: int, when: str | None = None, type: str | None = None, **fields: Any) -> MarkedEvent:
    return MarkedEvent(span=Span(start, start + 5), when=when, type=type, **fields)


def scored_events(gold: list[MarkedEvent], found: list[MarkedEvent]) -> dict[str, Any]:
    rows = score_events([Annotated(id="a", events=tuple(gold))], {"a": Annotated(id="a", events=tuple(found))})
    return {row: dict(figures) for row, figures in rows.items()}


LEVELS = {
    "the same day": ("2024-03-05", "2024-03-05", "11111"),
    "another day of the month": ("2024-03-05", "2024-03-06", "00110"),
    "the month of a day": ("2024-03-05", "2024-03", "00111"),
    "the year of a day": ("2024-03-05", "2024", "00011"),
    "a month as its days": ("2024-02", "2024-02-01/2024-02-29", "1-111"),
    "an open interval": ("2024-03-05", "../2024-03-05", "00000"),
    "no time": ("2024-03-05", None, "00000"),
    "across months": ("2024-03/2024-04", "2024-04", "0--11"),
}


@pytest.mark.parametrize(("gold", "found", "agrees"), LEVELS.values(), ids=LEVELS)
def test_times_agree_level_by_level(gold: str, found: str | None, agrees: str) -> None:
    rows = scored_events([event(0, gold)], [event(2, found)])
    told = "".join(
        "-" if rows[level]["gold"] == 0 else str(int(rows[level]["R"]))
        for level in ("exact", "day", "month", "year", "overlap")
    )
    assert told == agrees


def test_a_time_that_gold_does_not_give_is_over_dated() -> None:
    rows = scored_events([event(0), event(10, "../2024"), event(20, "2024")], [event(0, "2024"), event(10), event(20)])
    assert (rows["events"]["over-dated"], rows["events"]["dated"]) == (0.5, 1)


def test_an_event_in_the_scope_counts_where_none_has_the_trigger() -> None:
    gold = [event(0, "2024", scope=Span(0, 50)), event(10, "2023")]
    rows = scored_events(gold, [event(30, "2024"), event(11, "2023")])
    assert rounded(rows["events"], "covered, covering") == [2, 1]  # the one at the longest overlap, first
    rows = scored_events(gold, [event(30, "2024")])
    assert rounded(rows["events"], "covered, covering") == [1, 1]


def test_types_are_compared_up_to_the_point() -> None:
    gold = [event(0, type="AGREE.trade"), event(10, type="AID"), event(20, type="AID")]
    rows = scored_events(gold, [event(0, type="AGREE"), event(10), event(20, type="ASSAULT")])
    assert rounded(rows["type"], "gold, predicted, accuracy, precision, macro F1") == [3, 2, 0.333, 0.5, 0.5]


def test_a_typed_event_in_an_article_without_one_is_told() -> None:
    assert rounded(scored_events([event(0)], [event(0, type="AID")])["type"], "typeless, typed on none") == [1, 1]


def test_participants_are_compared_by_their_words() -> None:
    rows = scored_events([event(0, who=("the Mayor of Velmora", "Lee"))], [event(0, who=("Lee", "a mayor"))])
    assert rounded(rows["who"], "gold, F1, best F1") == [1, 0.667, 1.0]
    assert rows["where"]["F1"] is None


def test_cleaning_is_scored_by_blocks_and_by_characters() -> None:
    text = "Ann left.\nRead more: Why\nRead more books.\nPhoto: Kim"
    labels = ["paragraph", "read_more", "paragraph", "caption"]
    blocks, start = [], 0
    for line, label in zip(text.split("\n"), labels, strict=True):
        blocks.append(MarkedBlock(span=Span(start, start + len(line)), label=label, hard=line == "Read more books."))
        start += len(line) + 1
    gold = [Annotated(id="a", text=text, blocks=tuple(blocks))]
    right = score_cleaning(gold, {"a": Annotated(id="a", removed=[blocks[1].span, blocks[3].span])})
    assert rounded(dict(right["cleaning"]), "P, R, F1, lost, left, hard lost, exact") == [
        1.0,
        1.0,
        1.0,
        0.0,
        0.0,
        0,
        1.0,
    ]
    wrong = score_cleaning(gold, {"a": Annotated(id="a", removed=[Span(15, 42)])})
    # "more: Why" is 8 of 12 characters; "Read more books." is 14 of 22
    assert rounded(dict(wrong["cleaning"]), "P, R, lost, left, hard, hard lost, exact") == [
        0.5, 1.0, 0.636, 0.333, 1, 1, 0.0,
    ]  # fmt: skip


def test_every_kind_of_mistake_is_told() -> None:
    gold = Annotated(
        id="a",
        text=TEXT,
        quotes=(quote("We will not go back", "the mayor"), quote("Never again", "Ann Lee")),
        dates=(date(0, 3, "2024"), date(5, 9, "2024"), date(12, 15, "P1D", "DURATION")),
        events=(event(0, "2024"), event(10, "2024", "AID"), event(20)),
        blocks=(MarkedBlock(span=Span(0, 10), label="promo"), MarkedBlock(span=Span(11, 20), label="paragraph")),
    )
    found = Annotated(
        id="a",
        quotes=(quote("Never again", "Police"), quote("that he left", kind="indirect")),
        dates=(date(0, 3, "2025"), date(5, 8, "2024"), date(30, 34, "2024")),
        events=(event(0, "2025"), event(10, "2024", "ASSAULT")),
        removed=[Span(12, 15)],
    )
    told: dict[str, list[str]] = {}
    for layer in ("quotes", "dates", "events", "cleaning"):
        kinds = told.setdefault(layer, [])
        evaluate({"a": gold}, {"a": found}, [layer], {layer: {"on_mistake": lambda one, to=kinds: to.append(one.what)}})
    assert told == {
        "quotes": ["missed", "speaker", "false"],
        "dates": ["value", "span", "missed", "false"],
        "events": ["time", "type", "missed"],
        "cleaning": ["left", "lost"],
    }


def test_layers_that_gold_lacks_are_not_scored() -> None:
    gold = {"a": Annotated(id="a", text=TEXT, quotes=tuple(GOLD)), "b": Annotated(id="b", text=TEXT)}
    assert annotated_layers(gold.values()) == ("quotes",)
    assert list(evaluate(gold, {})) == ["quotes"]
    with pytest.raises(UsageError, match="evaluate: no layer 'speakers'; known: quotes, dates"):
        evaluate(gold, {}, ["speakers"])


def test_an_article_scores_one_against_itself() -> None:
    article = from_json(RIVERTON.read_bytes())
    rows = {"riverton": from_article(article)}
    scores = evaluate(rows, rows)
    assert list(scores) == ["quotes", "dates", "events", "cleaning"]
    assert [scores["quotes"]["all"]["full F1"], scores["dates"]["all"]["strict value F1"]] == [1.0, 1.0]
    assert [scores["events"]["exact"]["F1"], scores["cleaning"]["cleaning"]["exact"]] == [1.0, 1.0]


def test_gold_texts_are_parsed_with_their_publication_date() -> None:
    gold = {"x": Annotated(id="x", text="Ann left.\nRead more: Why", published="2024-03-05")}
    (found,) = parse_gold(gold, Parser(only=[])).values()
    assert (found.id, found.published, found.quotes) == ("x", "2024-03-05", ())


def test_a_table_can_be_read() -> None:
    table = layer_table("quotes", score_quotes([Annotated(id="a", text=TEXT, quotes=tuple(GOLD))], {}))
    assert table.splitlines()[:3] == [
        "quotes",
        "            gold  predicted       P       R      F1  exact F1  speaker  speaker given  full F1  token F1",
        "direct         2          0   0.000   0.000   0.000     0.000    0.000          0.000    0.000     0.000",
    ]


# Files

ROW = {
    "id": 7,
    "text": "“No,” said Ann on Friday.",
    "published": "2024-03-05",
    "quotes": [{"kind": "direct", "content": [[0, 5]], "speaker": [[11, 14]], "cue": [[6, 10]], "class": "speech"}],
    "dates": [{"start": 18, "end": 24, "type": "DATE", "value": "2024-03-08"}],
    "events": [{"start": 6, "end": 10, "when": "2024-03-08", "type": None, "who": ["Ann"], "where": None}],
    "blocks": [{"start": 0, "end": 25, "label": "paragraph"}],
}


def test_rows_are_read_in_either_form(tmp_path: Path) -> None:
    file = tmp_path / "gold.jsonl"
    article = json.dumps(json.loads(RIVERTON.read_text("utf-8")))
    file.write_text(json.dumps(ROW) + "\n\n" + article + "\n", "utf-8")
    rows = read_annotated(file)
    assert list(rows) == ["7", "riverton"]
    assert rows["7"].quotes == (
        MarkedQuote(kind="direct", content=(Span(0, 5),), speaker=(Span(11, 14),), group="speech"),
    )
    assert rows["7"].events == (MarkedEvent(span=Span(6, 10), when="2024-03-08", who=("Ann",)),)
    assert rows["7"].removed == ()
    assert len(rows["riverton"].removed or ()) == 1


BROKEN = {
    "no JSON": ("{", "line 1: JSONDecodeError"),
    "no id": ("{}", "line 1: KeyError: 'id'"),
    "two of one id": ('{"id": 1}\n{"id": 1}', "line 2: the id '1' stands for two articles"),
    "a time that is none": (
        '{"id": 1, "events": [{"start": 0, "end": 1, "when": "soon"}]}', "'soon' is no day, month, year or interval",
    ),
    "a span that is none": ('{"id": 1, "dates": [{"start": 3, "end": 1}]}', "3..1 is no span"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), BROKEN.values(), ids=BROKEN)
def test_broken_rows_are_refused_with_their_line(tmp_path: Path, text: str, told: str) -> None:
    file = tmp_path / "gold.jsonl"
    file.write_text(text, "utf-8")
    with pytest.raises(UsageError) as refused:
        read_annotated(file)
    assert told in str(refused.value)
