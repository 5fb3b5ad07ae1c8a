"""Dictionaries for spaCy's displaCy, which draws them without a model: `displacy.render(…, manual=True)`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from newsparse.article import Article
from newsparse.interchange.standoff import LAYERS, Labelled, read_standoff

__all__ = ["to_displacy", "to_displacy_spans"]


def to_displacy(article: Article, layers: Iterable[str] = LAYERS) -> dict[str, Any]:
    """Give an article for `displacy.render(…, style="ent", manual=True)`.

    This style shows one label a place: of those that overlap the first is shown, and of those that start together
    the longest.
    """
    found = sorted((span.start, -span.end, one.label) for one in _labelled(article, layers) for span in one.spans)
    entities: list[dict[str, Any]] = []
    for start, end, label in found:
        if not entities or start >= entities[-1]["end"]:
            entities.append({"start": start, "end": -end, "label": label})
    return {"text": article.text, "ents": entities, "title": article.title}


def to_displacy_spans(article: Article, layers: Iterable[str] = LAYERS) -> dict[str, Any]:
    """Give an article's sentences for `displacy.render(…, style="span", manual=True)`, overlapping labels and all."""
    spans = []
    for one in _labelled(article, layers):
        for span in one.spans:
            words = article.words.within(span)
            if words:
                spans.append({"start_token": words.start, "end_token": words.stop, "label": one.label})
    return {"text": article.text, "tokens": list(article.words.forms), "spans": spans}


def _labelled(article: Article, layers: Iterable[str]) -> tuple[Labelled, ...]:
    return read_standoff(article, layers).labelled
