"""The formats other programs read: each is checked by its own reader or schema, and loses no offset."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest

from newsparse import Article, Event, Span, UsageError, When, from_json, interchange, parse
from newsparse.interchange.edtf import iso_dates, read_edtf
from newsparse.testing import ODD_TEXTS

HERE = Path(__file__).parent


@pytest.fixture(scope="module")
def article() -> Article:
    return from_json((HERE / "articles" / "riverton.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def odd_articles() -> list[Article]:
    return [parse(text, published="2024-03-05") for text in ODD_TEXTS.values()]


def planned(value: str, earliest: dt.date | None, latest: dt.date | None, **fields: Any) -> Article:
    """Give an article with one planned event at a time."""
    when = When(value=value, earliest=earliest, latest=latest, granularity="interval", anchor="expression")
    event = Event(span=Span(0, 9), text="They vote.", trigger=Span(5, 9), when=when, status="planned")
    return Article(text="They vote.", events=[event], **fields)


# Dates of reduced precision

DAYS = {
    "2024-03-15": ("2024-03-15", "2024-03-15", "day", ("2024-03-15",)),
    "2024-02": ("2024-02-01", "2024-02-29", "month", ("2024-02",)),
    "2024": ("2024-01-01", "2024-12-31", "year", ("2024",)),
    "2024-W09": ("2024-02-26", "2024-03-03", "week", ("2024-W09",)),
    "2025-22": ("2025-06-01", "2025-08-31", "season", ("2025-06", "2025-08")),
    "2025-24": ("2025-12-01", "2026-02-28", "season", ("2025-12", "2026-02")),
    "199X": ("1990-01-01", "1999-12-31", "decade", ("1990", "1999")),
    "19XX": ("1900-01-01", "1999-12-31", "century", ("1900", "1999")),
    "2024-04/2024-06": ("2024-04-01", "2024-06-30", "interval", ("2024-04", "2024-06")),
    "2024-03-05/2024-03-07": ("2024-03-05", "2024-03-07", "interval", ("2024-03-05", "2024-03-07")),
    "../2024-03-05": (None, "2024-03-05", "interval", ()),
    "2024-03/..": ("2024-03-01", None, "interval", ()),
}


@pytest.mark.parametrize("value", DAYS)
def test_edtf_is_read_as_days_and_written_no_finer_than_it_is(value: str) -> None:
    earliest, latest, granularity, written = DAYS[value]
    found = read_edtf(value)
    assert found is not None
    days = [day and day.isoformat() for day in (found.earliest, found.latest)]
    assert (*days, found.granularity) == (earliest, latest, granularity)
    assert iso_dates(found.earliest, found.latest) == written


@pytest.mark.parametrize(
    "value", ["", "soon", "2024-02-31", "2024-13", "P3D", "XXXX-WXX-4", "2025/2024", "a/b/c", "0000"]
)
def test_what_is_no_edtf_is_none(value: str) -> None:
    assert read_edtf(value) is None


# schema.org

VOCABULARY = {
    "NewsArticle": "url identifier headline datePublished author inLanguage articleBody hasPart mentions",
    "Quotation": "text creditText dateCreated spokenByCharacter",
    "Claim": "text creditText dateCreated author",
    "Event": "name description keywords startDate endDate location contributor about eventStatus",
    "Person": "name alternateName jobTitle",
    "Organization": "name alternateName description",
    "Place": "name alternateName description",
    "Thing": "name alternateName description",
}
"""Properties that schema.org gives these types (or what they inherit from), of those that are written."""
ORG = "https://schema.org/"


def nodes_of(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, list):
        for one in value:
            yield from nodes_of(one)
    elif isinstance(value, dict):
        yield value
        for one in value.values():
            yield from nodes_of(one)


def expanded(article: Article) -> list[dict[str, Any]]:
    """Expand an article's JSON-LD with a context that is here, and none of the network's."""
    jsonld = pytest.importorskip("pyld.jsonld", reason="needs pyld")

    def load(url: str, _options: object) -> dict[str, Any]:
        assert url == "https://schema.org"
        return {"contextUrl": None, "documentUrl": url, "document": {"@context": {"@vocab": ORG}}}

    made = json.loads(json.dumps(interchange.to_schema_org(article)))
    return list(nodes_of(jsonld.expand(made, {"documentLoader": load})))


def test_json_ld_says_what_schema_org_has_words_for(article: Article) -> None:
    nodes = [node for node in expanded(article) if "@type" in node]
    kinds = {node["@type"][0].removeprefix(ORG) for node in nodes}
    assert kinds == {"NewsArticle", "Quotation", "Claim", "Event", "Person", "Organization", "Place"}
    for node in nodes:
        known = {ORG + name for name in VOCABULARY[node["@type"][0].removeprefix(ORG)].split()}
        assert {name for name in node if not name.startswith("@")} <= known


def test_every_reference_in_json_ld_leads_to_a_node(article: Article) -> None:
    nodes = expanded(article)
    defined = {node["@id"] for node in nodes if "@type" in node and "@id" in node}
    assert {node["@id"] for node in nodes if "@id" in node} == defined


def test_an_event_in_json_ld_has_a_date_as_coarse_as_it_is_known(article: Article) -> None:
    events = {one["name"]: one for one in interchange.to_schema_org(article)["mentions"] if one["@type"] == "Event"}
    dates = {name: (one.get("startDate"), one.get("endDate")) for name, one in events.items()}
    assert dates == {
        "vote": ("2024-03-15", None),
        "struck": ("2024-02", None),
        "blocked": ("2024-02", None),
        "met": ("2024-W09", None),
        "protested": (None, None),  # some day before the article: none is said
        "sue": ("2025-06", "2025-08"),
    }  # what is denied, as "fired" and "closed", is no event


# ninjs


@pytest.fixture(scope="module")
def ninjs() -> jsonschema.Draft202012Validator:
    schema = json.loads((HERE / "schemas" / "ninjs-3.0-part.schema.json").read_text("utf-8"))
    return jsonschema.Draft202012Validator(schema)


def test_ninjs_meets_the_schema(
    article: Article, odd_articles: list[Article], ninjs: jsonschema.Draft202012Validator
) -> None:
    moment = dt.datetime(2024, 3, 5, 9, tzinfo=dt.UTC)
    for one in (article, attrs.evolve(article, published=moment, url=None), *odd_articles):
        assert [error.message for error in ninjs.iter_errors(interchange.to_ninjs(one))] == []


def test_ninjs_gives_a_moment_only_where_one_is_known(article: Article) -> None:
    moment = dt.datetime(2024, 3, 5, 9, tzinfo=dt.UTC)
    assert "versionCreated" not in interchange.to_ninjs(article)
    assert interchange.to_ninjs(attrs.evolve(article, published=moment))["versionCreated"] == moment.isoformat()


def test_ninjs_events_have_truncated_dates(article: Article) -> None:
    items = interchange.to_ninjs(article)["associations"]
    dates = {item["name"]: tuple(item["eventDetails"]["dates"].values()) for item in items}
    assert dates["struck"] == ("2024-02", "2024-02")
    assert dates["met"] == ("2024-02-26", "2024-03-03")
    assert "protested" not in dates


# Web Annotation

ANNOTATION = {
    "type": "object",
    "required": ["id", "type", "target", "motivation", "body"],
    "properties": {
        "type": {"const": "Annotation"},
        "motivation": {"enum": ["classifying", "linking"]},
        "target": {"anyOf": [{"type": "string"}, {"$ref": "#/$defs/target"}, {"type": "array", "minItems": 2}]},
    },
    "$defs": {"target": {"type": "object", "required": ["source", "selector"]}},
}
"""What the model (section 3) asks of an annotation."""


def test_web_annotations_find_the_words_by_position_and_by_quote(article: Article) -> None:
    page = interchange.to_web_annotations(article)
    assert (page["@context"], page["type"]) == ("http://www.w3.org/ns/anno.jsonld", "AnnotationPage")
    jsonschema.validate(page["items"], {"type": "array", "items": ANNOTATION, "$defs": ANNOTATION["$defs"]})
    found = [node["selector"] for node in nodes_of(page["items"]) if "selector" in node]
    assert len(found) > 30
    for position, quote in found:
        text = article.text[position["start"] : position["end"]]
        assert text == quote["exact"]
        around = quote.get("prefix", "") + text + quote.get("suffix", "")
        assert article.text.count(around) == 1


def test_web_annotations_link_to_one_another(article: Article) -> None:
    items = interchange.to_web_annotations(article)["items"]
    ids = {one["id"] for one in items}
    assert len(ids) == len(items)
    links = [one for one in items if one["motivation"] == "linking"]
    assert {one["target"] for one in links} | {one["body"][1]["source"] for one in links} <= ids


# TimeML


def test_timeml_meets_its_definition_and_keeps_the_text(article: Article, odd_articles: list[Article]) -> None:
    etree = pytest.importorskip("lxml.etree", reason="needs lxml")
    definition = etree.DTD(str(HERE / "schemas" / "timeml-part.dtd"))
    for one in (article, *odd_articles, Article(text="")):
        root = etree.fromstring(interchange.to_timeml(one).encode("utf-8"))
        assert definition.validate(root), definition.error_log
        text = "".join(root.find("TEXT").itertext())
        assert len(text) == len(one.text)
        assert all(a == b or b == "\ufffd" for a, b in zip(one.text, text, strict=True))


def test_timeml_links_events_to_their_times(article: Article) -> None:
    etree = pytest.importorskip("lxml.etree", reason="needs lxml")
    root = etree.fromstring(interchange.to_timeml(article).encode("utf-8"))
    words = {one.get("eid") or one.get("tid"): one.text for one in root.iter("EVENT", "TIMEX3")}
    links = [
        (words["e" + one.get("eventInstanceID")[2:]], one.get("relType"), words[one.get("relatedToTime")])
        for one in root.iter("TLINK")
    ]
    assert links == [
        ("vote", "IS_INCLUDED", "March 15"),
        ("struck", "IS_INCLUDED", "February"),
        ("blocked", "IS_INCLUDED", "February"),
        ("met", "IS_INCLUDED", "last week"),
        ("protested", "BEFORE", "2024-03-05"),
        ("sue", "IS_INCLUDED", "summer 2025"),
    ]
    assert [one.get("polarity") for one in root.iter("MAKEINSTANCE")] == ["POS"] * 4 + ["NEG"] * 2 + ["POS"] * 2


def test_a_time_without_words_of_its_own_is_an_empty_timex() -> None:
    etree = pytest.importorskip("lxml.etree", reason="needs lxml")
    one = planned("2024-05", dt.date(2024, 5, 1), dt.date(2024, 5, 31))
    root = etree.fromstring(interchange.to_timeml(one).encode("utf-8"))
    (timex,) = root.find("TEXT").iter("TIMEX3")
    assert (timex.get("value"), timex.text) == ("2024-05", None)


# PLOVER and iCalendar


def test_plover_records_are_the_typed_events_that_happened(article: Article) -> None:
    records = interchange.to_plover(article)
    told = [(one["event"], one["date"], [who["name"] for who in one["actor"]]) for one in records]
    assert told == [
        ("PROTEST", "2024-02", ["port workers’ union"]),
        ("PROTEST", "2024-02", ["port workers’ union"]),
        ("CONSULT", "2024-W09", ["Ann Lee", "Omar Diaz"]),
        ("PROTEST", None, ["port workers’ union"]),
    ]
    assert [one["event"] for one in interchange.to_plover(article, statuses=["planned"])] == ["ACCUSE"]
    for one in records:
        assert article.text[one["text_start"] : one["text_end"]] == one["text"]
        assert one["quad"] in ("material conflict", "verbal cooperation")


def test_the_calendar_holds_the_planned_events(article: Article) -> None:
    icalendar = pytest.importorskip("icalendar", reason="needs icalendar")
    calendar = icalendar.Calendar.from_ical(interchange.to_icalendar(article))
    entries = calendar.walk("VEVENT")
    assert [(str(one["summary"]), one.decoded("dtstart"), one.decoded("dtend")) for one in entries] == [
        ("vote: the council", dt.date(2024, 3, 15), dt.date(2024, 3, 16)),
        ("sue: port workers’ union, Riverton", dt.date(2025, 6, 1), dt.date(2025, 9, 1)),
    ]
    assert [str(one["status"]) for one in entries] == ["CONFIRMED", "TENTATIVE"]
    assert all(not one.errors for one in entries)
    assert str(entries[0]["description"]).endswith("on the bridge on March 15.\n(2024-03-15)")


def test_calendar_lines_are_short_and_end_as_the_standard_says(article: Article) -> None:
    written = interchange.to_icalendar([article, attrs.evolve(article, text=article.text, id="two", url=None)])
    assert written.count("BEGIN:VEVENT") == 4
    for line in written.split("\r\n"):
        assert "\n" not in line
        assert len(line.encode("utf-8")) <= 75


def test_an_open_end_has_no_place_in_the_calendar() -> None:
    assert "VEVENT" not in interchange.to_icalendar(planned("2024-05/..", dt.date(2024, 5, 1), None))


@pytest.mark.parametrize(
    ("published", "stamp"),
    [
        (dt.date(2024, 3, 5), "20240305T000000Z"),
        (dt.datetime(2024, 3, 5, 1, 30, tzinfo=dt.timezone(dt.timedelta(hours=2))), "20240304T233000Z"),
        (None, "20240501T000000Z"),
    ],
    ids=["a day", "a moment", "unknown: the event's first day"],
)
def test_calendar_entries_are_stamped_without_a_clock(published: dt.date | None, stamp: str) -> None:
    one = planned("2024-05-01", dt.date(2024, 5, 1), dt.date(2024, 5, 1), published=published)
    assert f"DTSTAMP:{stamp}\r\n" in interchange.to_icalendar(one)


# spaCy and displaCy


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


# Tables


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


# All of them

EVERY = sorted(
    name
    for name in interchange.__all__
    if name.startswith("to_") and name not in ("to_spacy", "to_pandas", "to_polars")
)


@pytest.mark.parametrize("name", EVERY)
def test_every_format_takes_odd_texts(name: str, odd_articles: list[Article]) -> None:
    for one in odd_articles:
        assert getattr(interchange, name)(one) is not None


@pytest.mark.parametrize("name", interchange.__all__)
def test_every_format_is_found_by_its_name(name: str) -> None:
    assert callable(getattr(interchange, name))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="has no attribute 'to_docx'"):
        interchange.to_docx  # noqa: B018  # the look-up is what fails


@pytest.mark.parametrize(
    ("name", "module", "extra"),
    [
        ("to_spacy", "spacy", "spacy"),
        ("to_pandas", "pandas", "pandas"),
        ("to_polars", "polars", "polars"),
        ("to_arrow", "pyarrow", "arrow"),
    ],
)
def test_a_missing_library_is_told_with_its_extra(
    name: str, module: str, extra: str, article: Article, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(UsageError, match=rf"needs {module}; pip install 'newsparse\[{extra}\]'"):
        getattr(interchange, name)(article)
