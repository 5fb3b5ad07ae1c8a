"""Formats of the web, checked by their schemas: schema.org as JSON-LD, ninjs, Web Annotation."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import attrs
import jsonschema
import pytest

from newsparse import Article, interchange

HERE = Path(__file__).parent


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
