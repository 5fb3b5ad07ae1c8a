"""W3C Web Annotation: each fact as an annotation on the article, found again by position and by its words.

Model: https://www.w3.org/TR/annotation-model/. Positions count code points of the article's text; the words and
what stands around them find the place in a page, too.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsparse.article import Article
from newsparse.interchange.addresses import article_uri, fact_uri
from newsparse.interchange.standoff import LAYERS, Labelled, Relation, read_standoff
from newsparse.span import Span

__all__ = ["to_web_annotations"]

AROUND = 32
"""Characters before and after that tell a place from others with the same words."""


def to_web_annotations(article: Article, layers: Iterable[str] = LAYERS) -> dict[str, Any]:
    """Give the facts of an article's `layers` as one page of annotations."""
    standoff = read_standoff(article, layers)
    items = [_annotation(article, one) for one in standoff.labelled]
    items += [_link(article, number, one) for number, one in enumerate(standoff.relations)]
    return {
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "id": fact_uri(article, "annotations"),
        "type": "AnnotationPage",
        "items": items,
    }


def _annotation(article: Article, one: Labelled) -> dict[str, Any]:
    targets = [{"source": article_uri(article), "selector": _selectors(article.text, span)} for span in one.spans]
    tags = [{"type": "TextualBody", "value": f"{name}={value}", "purpose": "tagging"} for name, value in one.values]
    return {
        "id": fact_uri(article, one.id),
        "type": "Annotation",
        "motivation": "classifying",
        "body": [{"type": "TextualBody", "value": one.label, "purpose": "classifying"}, *tags],
        "target": targets if len(targets) > 1 else targets[0],
    }


def _selectors(text: str, span: Span) -> list[dict[str, Any]]:
    quote = {"type": "TextQuoteSelector", "exact": span.of(text)}
    if before := text[max(0, span.start - AROUND) : span.start]:
        quote["prefix"] = before
    if after := text[span.end : span.end + AROUND]:
        quote["suffix"] = after
    return [{"type": "TextPositionSelector", "start": span.start, "end": span.end}, quote]


def _link(article: Article, number: int, relation: Relation) -> dict[str, Any]:
    """Link two annotations: the target is what the relation is of."""
    return {
        "id": fact_uri(article, f"relation{number}"),
        "type": "Annotation",
        "motivation": "linking",
        "body": [
            {"type": "TextualBody", "value": relation.name, "purpose": "classifying"},
            {"type": "SpecificResource", "source": fact_uri(article, relation.target), "purpose": "linking"},
        ],
        "target": fact_uri(article, relation.source),
    }
