"""`newsparse evaluate`: how good the facts are, against annotated articles."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs
import click

from newsparse.cli.options import parser_from, parser_options
from newsparse.errors import UsageError
from newsparse.evaluate import LAYERS, evaluate, layer_table, parse_gold, read_annotated
from newsparse.evaluate.mistakes import Mistake, OnMistake

__all__ = ["evaluate_command"]


@click.command("evaluate")
@click.argument("gold", type=click.Path(exists=True, dir_okay=False))
@click.argument("predicted", type=click.Path(exists=True, dir_okay=False), required=False)
@click.option("--parse", "parsed", is_flag=True, help="Parse the gold texts now, instead of reading predictions.")
@click.option("--layers", metavar="NAMES", help=f"Of {', '.join(LAYERS)}; by default what the gold has.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, with every figure.")
@click.option("--mistakes", metavar="FILE", help="Write what was missed, false or wrong, one JSON object a line.")
@click.option("--segments", is_flag=True, help="Quotes: score each piece of a quote by itself.")
@click.option("--only-class", metavar="NAME", help="Quotes: ask only for gold of this class, as speech.")
@click.option("--kinds", metavar="NAMES", help="Quotes: ask only for these kinds, as direct,mixed.")
@click.option("--min-overlap", type=click.FloatRange(0, 1), default=0.5, show_default=True, help="Quotes: of a pair.")
@click.option("--skip-function", metavar="NAME", help="Dates: leave out gold of this function, as PUBLICATION_TIME.")
@click.option("--full-type", is_flag=True, help="Events: compare types beyond the point.")
@parser_options
def evaluate_command(
    gold: str,
    predicted: str | None,
    parsed: bool,
    layers: str | None,
    as_json: bool,
    mistakes: str | None,
    segments: bool,
    only_class: str | None,
    kinds: str | None,
    min_overlap: float,
    skip_function: str | None,
    full_type: bool,
    **plugins: Any,
) -> None:
    """Score predictions against annotated articles, one JSON object a line in each file."""
    if parsed == bool(predicted):
        raise UsageError("evaluate: name a file of predictions, or give --parse: one of the two")
    wanted = read_annotated(gold)
    found = read_annotated(predicted) if predicted else parse_gold(wanted, parser_from(**plugins))
    _tell_unmatched(set(wanted), set(found))
    options: dict[str, dict[str, Any]] = {
        "quotes": {
            "segments": segments,
            "only_class": only_class,
            "kinds": kinds.split(",") if kinds else None,
            "min_overlap": min_overlap,
        },
        "dates": {"skip_function": skip_function},
        "events": {"full_type": full_type},
    }
    told: list[str] = []
    for layer in LAYERS if mistakes else ():
        options.setdefault(layer, {})["on_mistake"] = _writer(layer, told)
    scores = evaluate(wanted, found, layers.split(",") if layers else None, options)
    if not scores:
        raise UsageError(f"evaluate: {gold} has no annotations; it needs one of: {', '.join(LAYERS)}")
    if mistakes:
        Path(mistakes).write_text("".join(told), "utf-8")
    if as_json:
        click.echo(json.dumps(scores, indent=2))
    else:
        click.echo("\n\n".join(layer_table(layer, one) for layer, one in scores.items()))


def _writer(layer: str, told: list[str]) -> OnMistake:
    def write(mistake: Mistake) -> None:
        told.append(json.dumps({"layer": layer, **attrs.asdict(mistake)}, ensure_ascii=False) + "\n")

    return write


def _tell_unmatched(gold: set[str], predicted: set[str]) -> None:
    if missing := len(gold - predicted):
        click.echo(f"newsparse: {missing} gold articles have no prediction; nothing counts as found in them", err=True)
    if extra := len(predicted - gold):
        click.echo(f"newsparse: {extra} predictions have no gold article; they are left out", err=True)
