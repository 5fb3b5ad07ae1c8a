"""JSON: whatever an article holds comes back from it, and the schema describes what is written."""

from __future__ import annotations

import datetime as dt
import json
from functools import cache
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsparse
from newsparse import (
    Article,
    Block,
    DateMention,
    Entity,
    Event,
    Mention,
    Metadata,
    Participant,
    Place,
    Problem,
    Quote,
    Span,
    Speaker,
    UsageError,
    When,
    from_json,
    to_json,
)
from newsparse.interchange.json import OtherAnnotation, from_dict, to_dict
from newsparse.interchange.schema import article_schema, make_schema
from newsparse.words import find_words

ARTICLES = Path(__file__).parent / "articles"


@attrs.frozen(kw_only=True)
class Amount:
    """A plugin's own kind of annotation."""

    span: Span
    text: str = ""
    currency: str
    value: float
    unit: str | None = None
    found_by: str = ""


@cache
def validator() -> jsonschema.Draft202012Validator:
    schema = article_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema, format_checker=jsonschema.FormatChecker())


def complaints(article: Article) -> list[str]:
    return [error.message for error in validator().iter_errors(json.loads(to_json(article)))]


spans = st.builds(lambda start, size: Span(start, start + size), st.integers(0, 5000), st.integers(1, 300))
days = st.none() | st.dates()
moments = st.datetimes(
    timezones=st.none() | st.just(dt.UTC) | st.just(dt.timezone(dt.timedelta(hours=-5, minutes=-30)))
)
words = st.text(min_size=1, max_size=12)
some = st.text(max_size=12)


def lists(what: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(what, max_size=3)


def built(model: type, **fields: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    """Build a model whose literal fields hypothesis infers; those of other types are given."""
    return st.builds(model, **fields)


dates = built(
    DateMention,
    span=spans,
    text=some,
    value=words,
    mod=st.none() | some,
    earliest=days,
    latest=days,
    anchor_span=st.none() | spans,
)
mentions = built(Mention, span=spans, head=st.none() | spans, role=st.none() | spans)
speakers = built(Speaker, span=spans, entities=lists(some))
places = built(Place, span=spans)
whens = built(When, value=words, earliest=days, latest=days, evidence=st.none() | spans)
amounts = built(
    Amount, span=spans, text=some, currency=words, unit=st.none() | words, found_by=some,
    value=st.floats(allow_nan=False, allow_infinity=False),
)  # fmt: skip
maybe = st.none() | some
articles = built(
    Article,
    id=maybe,
    url=maybe,
    title=maybe,
    language=maybe,
    published=st.none() | st.dates() | moments,
    authors=lists(some),
    metadata=lists(built(Metadata)),
    text=st.text(max_size=80),
    blocks=lists(built(Block, span=spans)),
    sentences=lists(spans),
    words=st.just(newsparse.Words()),
    mentions=lists(mentions),
    dates=lists(dates),
    quotes=lists(
        built(
            Quote, spans=st.lists(spans, min_size=1, max_size=3), speaker=st.none() | speakers,
            cue=st.none() | spans, said_on=st.none() | dates,
        )
    ),
    entities=lists(built(Entity, name=words, mentions=st.lists(mentions, min_size=1, max_size=3))),
    events=lists(
        built(
            Event, span=spans, trigger=spans, when=st.none() | whens, place=st.none() | places,
            participants=lists(built(Participant, span=spans)), quote=st.none() | st.integers(0, 9),
        )
    ),
    annotations=lists(amounts),
    problems=lists(built(Problem)),
)  # fmt: skip
"""Articles of any shape: their spans need not lie in their texts."""


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(articles)
def test_an_article_comes_back_from_its_json_and_meets_the_schema(article: Article) -> None:
    back = from_json(to_json(article), annotation_types=[Amount])
    assert back == article
    assert [type(one) for one in back.annotations] == [Amount] * len(article.annotations)
    assert complaints(article) == []


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(articles)
def test_a_reader_that_does_not_know_a_plugins_annotations_writes_them_out_again(article: Article) -> None:
    written = to_json(article)
    assert to_json(from_json(written)) == written


def test_the_schema_is_the_one_made_from_the_models() -> None:
    assert article_schema() == make_schema(), (
        "make it anew: python -m newsparse.interchange.schema > src/newsparse/interchange/article.schema.json"
    )


def test_every_field_is_described_in_the_schema() -> None:
    schema = make_schema()
    models = [schema, *schema["$defs"].values()]
    bare = [name for model in models for name, field in model["properties"].items() if "description" not in field]
    assert bare == ["format", "span"]  # the format is a constant; Annotation's span is Span's


TEXTS = {
    "plain": "Mayor Ann Lee said on Monday: “We will open the bridge on Friday.”",
    "empty": "",
    "emoji": "👩🏽‍🚀 Ann left. “No,” she said.",
    "surrogate": "Ann \ud800 left on Monday.",
    "line ends": "A title\r\n\r\nAnn left.\u2028She said “No”.\x00\x0b",
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_parsed_text_comes_back_and_meets_the_schema(text: str) -> None:
    article = newsparse.parse(text, published="2024-03-05T09:30+01:00", id="1", url="https://news.example/1")
    back = from_json(to_json(article).encode("utf-8"))
    assert back == article
    assert back.words == article.words
    assert complaints(article) == []


def test_the_words_are_found_again() -> None:
    article = from_json((ARTICLES / "riverton.json").read_text("utf-8"))
    assert article.words == find_words(article.text, article.sentences)
    assert article.words.forms[:4] == ("Riverton", "delays", "its", "bridge")


def test_an_unknown_annotation_keeps_its_fields() -> None:
    amount = Amount(span=Span(0, 2), text="$5", currency="USD", value=5.0)
    (back,) = from_json(to_json(Article(text="$5", annotations=[amount]))).annotations
    assert isinstance(back, OtherAnnotation)
    assert (back.type.split(":")[-1], back.span) == ("Amount", Span(0, 2))
    assert json.loads(back.json)["currency"] == "USD"


BROKEN = {
    "no JSON": ("{", "no JSON"),
    "another format": ('{"format": "other"}', "its format is 'other'"),
    "no object": ("[1]", "its format is None"),
    "an annotation that is none": ('{"format": "newsparse-article/1", "annotations": [0]}', "missing or broken"),
    "a field of the wrong type": ('{"format": "newsparse-article/1", "blocks": 3}', "missing or broken"),
    "a span that ends before it starts": (
        '{"format": "newsparse-article/1", "sentences": [{"start": 3, "end": 1}]}', "3..1 is no span",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "told"), BROKEN.values(), ids=BROKEN)
def test_what_is_no_article_is_refused_with_the_reason(text: str, told: str) -> None:
    with pytest.raises(UsageError, match=r"from_json: ") as refused:
        from_json(text)
    assert told in str(refused.value)


def test_a_newer_field_is_passed_over() -> None:
    data = {**to_dict(Article(text="Ann left.")), "mood": "fine"}
    assert from_dict(data) == Article(text="Ann left.")
