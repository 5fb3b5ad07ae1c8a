"""brat and Label Studio: what is written is read back, and what a person corrects arrives in the article."""

from __future__ import annotations

import copy
import datetime as dt
import re
import xml.etree.ElementTree as ET
from collections.abc import Callable
from typing import Any

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse import (
    Article,
    DateMention,
    Entity,
    Event,
    Mention,
    Participant,
    Quote,
    Span,
    Speaker,
    UsageError,
    parse,
)
from newsparse.interchange.brat import brat_config, from_brat, to_brat
from newsparse.interchange.label_studio import from_label_studio, label_studio_config, to_label_studio
from newsparse.linking import link_events, link_quotes
from newsparse.testing import ODD_TEXTS, assert_invariants

ROLES = ("actor", "recipient", "other")
LAYERS = ("blocks", "mentions", "dates", "quotes", "events")


def through_brat(article: Article, layers: tuple[str, ...] = LAYERS) -> Article:
    return from_brat(to_brat(article, layers), article, layers)


def through_label_studio(article: Article, layers: tuple[str, ...] = LAYERS) -> Article:
    return from_label_studio(to_label_studio(article, layers), article, layers)


WAYS: dict[str, Callable[..., Article]] = {"brat": through_brat, "Label Studio": through_label_studio}


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_an_article_comes_back_as_it_was(article: Article, way: Callable[..., Article]) -> None:
    back = way(article)
    for field in attrs.fields(Article):
        assert getattr(back, field.name) == getattr(article, field.name), field.name


@pytest.mark.parametrize("text", ODD_TEXTS.values(), ids=ODD_TEXTS)
@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_the_facts_of_odd_texts_come_back(text: str, way: Callable[..., Article]) -> None:
    article = parse(text, published="2024-03-05")
    assert way(article) == article


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
def test_layers_that_are_not_read_stay_as_they_are(article: Article, way: Callable[..., Article]) -> None:
    assert way(article, ("quotes",)).events == article.events


PLACES = "Ann said “no” 🚢 on\nFriday.\r\n\n“Yes, \n she left,” e\u0301 said."


@st.composite
def annotated(draw: st.DrawFn) -> Article:
    """Give an article with quotes, dates, mentions and events anywhere in its text."""
    ends = st.lists(st.integers(0, len(PLACES)), min_size=2, max_size=10, unique=True).map(sorted)
    spans = ends.map(lambda found: [Span(*pair) for pair in zip(found[::2], found[1::2], strict=False)])
    span = spans.map(lambda found: found[0])
    dates = [DateMention(span=one, text=one.of(PLACES), type="DATE", value="2024-02") for one in draw(spans)]
    mentions = [Mention(span=one, text=one.of(PLACES), form="name", kind="person") for one in draw(spans)]
    entities = [Entity(id="e1", name="Ann", kind="person", mentions=mentions)]
    quotes = {}
    for pieces in draw(st.lists(spans, max_size=3)):
        found = Quote(
            kind=draw(st.sampled_from(["direct", "indirect", "mixed"])), spans=pieces,
            text=" ".join(one.of(PLACES) for one in pieces), cue=draw(st.none() | span),
            said_on=draw(st.none() | st.sampled_from(dates)), found_by="made",
        )  # fmt: skip
        quotes[found.spans] = found
    events = {}
    for trigger in draw(st.lists(span, max_size=3)):
        participants = {
            (one, role): one for one, role in draw(st.lists(st.tuples(span, st.sampled_from(ROLES)), max_size=3))
        }
        events[trigger] = Event(
            span=Span(0, len(PLACES)), text=PLACES, trigger=trigger, type=draw(st.sampled_from([None, "AID"])),
            status=draw(st.sampled_from(["happened", "denied"])), quote=0 if quotes and draw(st.booleans()) else None,
            participants=sorted(
                (Participant(span=one, text=one.of(PLACES), role=role) for one, role in participants),
                key=lambda one: (one.span, ROLES.index(one.role)),
            ),
        )  # fmt: skip
    return Article(
        text=PLACES, dates=dates, mentions=mentions, entities=entities,
        quotes=link_quotes([quotes[key] for key in sorted(quotes)], entities),
        events=link_events([events[key] for key in sorted(events)], entities),
    )  # fmt: skip


@pytest.mark.parametrize("way", WAYS.values(), ids=WAYS)
@settings(max_examples=80, deadline=None)
@given(article=annotated())
def test_whatever_is_annotated_comes_back(way: Callable[..., Article], article: Article) -> None:
    assert way(article) == article


def test_a_layer_that_does_not_exist_is_refused(article: Article) -> None:
    with pytest.raises(UsageError, match="layers: no layer 'quote'; known: mentions, dates"):
        to_brat(article, ["quote"])


# brat


def test_brat_lines_tell_the_label_its_offsets_and_its_words() -> None:
    text = "“No,” said Ann,\n“and\nno.”"
    quote = Quote(kind="direct", spans=[Span(0, 5), Span(16, 25)], speaker=Speaker(span=Span(11, 14)), cue=Span(6, 10))
    assert to_brat(Article(text=text, quotes=[quote])).splitlines() == [
        "T1\tQuote 0 5;16 20;21 25\t“No,” “and no.”",
        "A1\tQuote_kind T1 direct",
        "T2\tSpeaker 11 14\tAnn",
        "T3\tCue 6 10\tsaid",
        "R1\tspeaker Arg1:T1 Arg2:T2",
        "R2\tcue Arg1:T1 Arg2:T3",
    ]


def test_every_text_of_brat_is_what_stands_at_its_offsets(article: Article) -> None:
    for line in to_brat(article, LAYERS).splitlines():
        if line.startswith("T"):
            _id, where, words = line.split("\t")
            spans = [tuple(map(int, one.split())) for one in where.partition(" ")[2].split(";")]
            assert " ".join(article.text[start:end] for start, end in spans) == words


def test_brats_configuration_knows_every_label_attribute_and_relation(article: Article) -> None:
    configuration = brat_config()
    for line in to_brat(article, LAYERS).splitlines():
        if line[0] in "TAR":
            assert re.search(rf"^{line.split()[1]}\b", configuration, re.MULTILINE), line


def test_a_corrected_ann_file_arrives_in_the_article(article: Article) -> None:
    ann = to_brat(article)
    speaker = article.text.index("Governor Omar Diaz")
    ann = re.sub(r"(A\d+\tQuote_kind T\d+) indirect", r"\1 mixed", ann)
    ann = ann.replace("type=PROTEST; when=2024-02\n", "type=ASSAULT; when=2024-02-07\n", 1)
    ann += f"T99\tQuote {speaker} {speaker + 8}\tGovernor\n"
    corrected = from_brat(ann, article)
    assert_invariants(corrected)
    assert [quote.kind for quote in corrected.quotes] == ["mixed", "direct", "direct", "direct"]
    (new,) = [quote for quote in corrected.quotes if quote.found_by == "brat"]
    assert new == Quote(kind="direct", spans=[Span(speaker, speaker + 8)], text="Governor", found_by="brat")
    event = corrected.events[1]
    assert (event.type, event.when and event.when.earliest) == ("ASSAULT", dt.date(2024, 2, 7))
    assert event.found_by == article.events[1].found_by


def test_a_deleted_quote_is_gone_and_its_event_stays(article: Article) -> None:
    ann = "\n".join(line for line in to_brat(article).splitlines() if "\tQuote " not in line)
    corrected = from_brat(ann, article)
    assert corrected.quotes == ()
    assert [event.quote for event in corrected.events] == [None] * len(article.events)


def test_an_ann_file_makes_an_article_of_a_bare_text() -> None:
    ann = "T1\tQuote 0 5\t“No,”\nT2\tSpeaker 11 14\tAnn\nR1\tspeaker Arg1:T1 Arg2:T2\n"
    ann += "T3\tMention 11 14\tAnn\n#1\tAnnotatorNotes T3\tentity=e1\n"
    made = from_brat(ann, "“No,” said Ann.")
    (quote,) = made.quotes
    assert (quote.text, quote.speaker and quote.speaker.name) == ("“No,”", "Ann")


BROKEN = {
    "no spans": ("T1\tQuote\tno", "line 1 is no standoff"),
    "backwards": ("\nT1\tQuote 5 2\tno", "line 2: Span: 5..2"),
    "outside": ("T1\tQuote 5 99999\tno", "lies outside the text"),
    "a kind that is none": ("T1\tQuote 0 2\tno\nA1\tQuote_kind T1 loud", "brat: Quote T1: "),
    "a time that is none": ("T1\tEvent 0 2\tno\n#1\tAnnotatorNotes T1\twhen=soon", "'soon' is no EDTF value"),
}


@pytest.mark.parametrize(("ann", "told"), BROKEN.values(), ids=BROKEN)
def test_a_broken_ann_file_is_refused_with_the_place(ann: str, told: str) -> None:
    with pytest.raises(UsageError) as refused:
        from_brat(ann, "No, she said on Friday.")
    assert told in str(refused.value)


# Label Studio


def test_every_region_of_label_studio_is_what_stands_at_its_offsets(article: Article) -> None:
    (prediction,) = to_label_studio(article)["predictions"]
    regions = [one["value"] for one in prediction["result"] if one["type"] == "labels"]
    assert len(regions) > 30
    for value in regions:
        assert article.text[value["start"] : value["end"]] == value["text"]


def test_label_studios_configuration_knows_every_control_label_and_choice(article: Article) -> None:
    root = ET.fromstring(label_studio_config())
    controls = {one.get("name"): {choice.get("value") for choice in one} for one in root if one.get("name")}
    names = {one.get("value") for one in root.iter("Relation")}
    for one in to_label_studio(article, LAYERS)["predictions"][0]["result"]:
        if one["type"] == "relation":
            assert set(one["labels"]) <= names
            continue
        chosen = one["value"].get("labels") or one["value"].get("choices") or []
        assert set(chosen) <= controls[one["from_name"]]


def exported(article: Article) -> dict[str, Any]:
    """Give a task as Label Studio exports it after a person has looked at it."""
    task = copy.deepcopy(to_label_studio(article))
    (prediction,) = task["predictions"]
    for one in prediction["result"]:
        one["origin"] = "prediction"
    return {
        "id": 7,
        "data": task["data"],
        "annotations": [
            {"id": 1, "was_cancelled": False, "result": prediction["result"]},
            {"id": 2, "was_cancelled": True, "result": []},
        ],
        "predictions": [],
    }


def test_a_corrected_task_arrives_in_the_article(article: Article) -> None:
    task = exported(article)
    result = task["annotations"][0]["result"]
    start = article.text.index("more money")
    for one in result:
        if one.get("id") == "quote1.1":
            one["value"] |= {"start": start, "end": start + 10, "text": "more money"}
        if one.get("from_name") == "Date_value" and one["id"] == "date3":
            one["value"]["text"] = ["2024-02-12"]
    corrected = from_label_studio(task, article)
    assert_invariants(corrected)
    assert corrected.quotes[1].text == "“We need more time,” more money"
    assert corrected.quotes[1].found_by == "label-studio"
    assert (corrected.dates[3].value, corrected.dates[3].latest) == ("2024-02-12", dt.date(2024, 2, 12))
    assert corrected.entities == article.entities


def test_a_task_alone_makes_an_article(article: Article) -> None:
    made = from_label_studio(exported(article))
    assert (made.text, made.id) == (article.text, "riverton")
    assert [quote.spans for quote in made.quotes] == [quote.spans for quote in article.quotes]
    assert [entity.name for entity in made.entities][:2] == ["Riverton", "Mayor Ann Lee"]


OFFSETS = {
    "code points": (9, 14),
    "UTF-16 units": (11, 16),
    "white space lost": (6, 11),
}


@pytest.mark.parametrize(("start", "end"), OFFSETS.values(), ids=OFFSETS)
def test_a_region_is_found_by_its_words_where_its_offsets_are_off(start: int, end: int) -> None:
    value = {"start": start, "end": end, "text": "“No,”", "labels": ["Quote"]}
    region = {"id": "a", "from_name": "label", "to_name": "text", "type": "labels", "value": value}
    task = {"data": {"text": "🚢🚢\n \nAnn “No,” she said."}, "annotations": [{"result": [region]}]}
    assert [quote.text for quote in from_label_studio(task).quotes] == ["“No,”"]


@pytest.mark.parametrize("task", [{}, {"data": {}}, {"data": {"text": "a"}, "annotations": [{}]}, []])
def test_what_is_no_task_is_refused(task: Any) -> None:
    with pytest.raises(UsageError, match=r"Label Studio: no task with data\.text"):
        from_label_studio(task)
