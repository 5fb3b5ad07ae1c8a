"""How good the facts are: predictions against annotated articles, by the measures of the field."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from newsparse.errors import UsageError
from newsparse.evaluate.cleaning import score_cleaning
from newsparse.evaluate.dates import score_dates
from newsparse.evaluate.events import score_events
from newsparse.evaluate.measures import Scores
from newsparse.evaluate.quotes import score_quotes
from newsparse.evaluate.report import layer_table
from newsparse.evaluate.rows import Annotated, from_article, read_annotated
from newsparse.parser import Parser

__all__ = [
    "LAYERS",
    "Annotated",
    "annotated_layers",
    "evaluate",
    "from_article",
    "layer_table",
    "parse_gold",
    "read_annotated",
    "score_cleaning",
    "score_dates",
    "score_events",
    "score_quotes",
]

LAYERS: Mapping[str, tuple[str, Any]] = {
    "quotes": ("quotes", score_quotes),
    "dates": ("dates", score_dates),
    "events": ("events", score_events),
    "cleaning": ("blocks", score_cleaning),
}
"""Name of a layer to the field of `Annotated` that holds its gold, and to what scores it."""


def annotated_layers(gold: Iterable[Annotated]) -> tuple[str, ...]:
    """Give the layers that at least one gold article has annotations of."""
    rows = list(gold)
    return tuple(
        layer for layer, (field, _score) in LAYERS.items() if any(getattr(one, field) is not None for one in rows)
    )


def evaluate(
    gold: Mapping[str, Annotated],
    predicted: Mapping[str, Annotated],
    layers: Iterable[str] | None = None,
    options: Mapping[str, Mapping[str, Any]] | None = None,
) -> dict[str, Scores]:
    """Score predictions against gold, layer by layer.

    Parameters:
        gold: annotated articles by id.
        predicted: predictions by id; those of a missing one count as nothing found.
        layers: what to score; by default what the gold has annotations of.
        options: layer to keyword arguments of its scoring function, as `{"quotes": {"segments": True}}`.

    Raises:
        UsageError: a layer is unknown.
    """
    wanted = annotated_layers(gold.values()) if layers is None else tuple(layers)
    for layer in wanted:
        if layer not in LAYERS:
            raise UsageError(f"evaluate: no layer {layer!r}; known: {', '.join(LAYERS)}")
    given = options or {}
    return {layer: LAYERS[layer][1](gold.values(), predicted, **given.get(layer, {})) for layer in wanted}


def parse_gold(gold: Mapping[str, Annotated], parser: Parser) -> dict[str, Annotated]:
    """Parse the texts of gold articles: their text and publication date, nothing else."""
    return {id: from_article(parser.parse(one.text, published=one.published), id) for id, one in gold.items()}
