"""Formats for programs in Python, read by those: spaCy and displaCy, pandas, polars, CSV."""

from __future__ import annotations

import csv
import io
import json
from typing import Any

import attrs
import pytest

from newsparse import Article, UsageError, interchange


def test_displacy_shows_words_without_overlaps(article: Article) -> None:
    shown = interchange.to_displacy(article, ["quotes", "dates"])
    ends = 0
    for one in shown["ents"]:
        assert ends <= one["start"] < one["end"]
        ends = one["end"]
    words = [(shown["text"][one["start"] : one["end"]], one["label"]) for one in shown["ents"]]
    assert ("“and more money.”", "Quote") in words


def test_displacy_spans_are_words(article: Article) -> None:
    shown = interchange.to_displacy_spans(article, ["quotes"])
    words = [" ".join(shown["tokens"][one["start_token"] : one["end_token"]]) for one in shown["spans"]]
    assert "“ and more money . ”" in words


@pytest.fixture(scope="module")
def spacy() -> Any:
    return pytest.importorskip("spacy", reason="needs spaCy, which is large: pip install 'newsparse[spacy]'")


def test_a_spacy_doc_holds_the_layers_as_span_groups(article: Article, spacy: Any) -> None:
    doc = interchange.to_spacy(article)
    assert doc.text == article.text
    assert [span.text for span in doc.spans["quotes"]] == [
        span.of(article.text) for quote in article.quotes for span in quote.spans
    ]
    assert [span.label_ for span in doc.spans["quotes"]] == ["indirect", "direct", "direct", "direct"]
    assert {span.text: span.kb_id_ for span in doc.spans["dates"]}["February"] == "2024-02"
    assert [span.kb_id_ for span in doc.spans["mentions"]][:2] == ["e1", "e2"]
    assert [span.text for span in doc.spans["sentences"]] == [one.of(article.text) for one in article.sentences]


def test_a_spacy_doc_takes_any_text_and_language(odd_articles: list[Article], spacy: Any) -> None:
    for one in odd_articles:
        if "\ud800" in one.text:
            continue  # spaCy's strings are UTF-8
        assert interchange.to_spacy(attrs.evolve(one, language="xx-YY")).text == one.text


def test_displacy_draws_what_it_is_given(article: Article, spacy: Any) -> None:
    drawn = spacy.displacy.render(interchange.to_displacy(article, ["quotes"]), style="ent", manual=True, jupyter=False)
    assert drawn.count("Quote") == 4
    spans = interchange.to_displacy_spans(article, ["quotes"])
    assert "Quote" in spacy.displacy.render(spans, style="span", manual=True, jupyter=False)


def test_pandas_frames_have_a_row_for_each_fact(article: Article) -> None:
    pytest.importorskip("pandas", reason="needs pandas")
    frames = interchange.to_pandas([article, attrs.evolve(article, id=None)])
    assert {name: len(frame) for name, frame in frames.items()} == {
        "articles": 2, "quotes": 6, "entities": 14, "mentions": 26, "dates": 12, "events": 16, "problems": 0,
    }  # fmt: skip
    assert list(frames["quotes"]["article_id"]) == ["riverton"] * 3 + ["1"] * 3
    said = frames["quotes"].merge(frames["articles"], on="article_id").groupby("speaker_name").size()
    assert dict(said) == {"Ann Lee": 4, "Omar Diaz": 2}


def test_polars_frames_hold_the_same(article: Article) -> None:
    pytest.importorskip("polars", reason="needs polars")
    frames = interchange.to_polars(article)
    assert frames["dates"]["date_value"].to_list() == [date.value for date in article.dates]
    assert frames["dates"]["date_latest"].to_list() == [date.latest for date in article.dates]


def test_csv_is_read_back(article: Article) -> None:
    rows = list(csv.DictReader(io.StringIO(interchange.to_csv(article, "quotes"), newline="")))
    assert [row["quote_text"] for row in rows] == [quote.text for quote in article.quotes]
    assert json.loads(rows[1]["quote_spans"])[1]["start"] == article.quotes[1].spans[1].start


def test_csv_of_a_table_that_does_not_exist_is_refused(article: Article) -> None:
    with pytest.raises(UsageError, match="to_csv: no table 'quote'; known: articles, quotes"):
        interchange.to_csv(article, "quote")
