"""Learn all weights from annotated articles: `python -m training ANNOTATED.jsonl -o FOLDER`, see README.md."""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np

from newsparse import Parser
from newsparse.evaluate import evaluate, layer_table, parse_gold
from newsparse_quotes import QuotesPlugin
from newsparse_quotes.attribute import GATE
from training.articles import Gold, read_gold, split
from training.decisions import Row, read_decisions
from training.files import weights_from, write_weights
from training.fit import Model, fit_answers, fit_choice
from training.floating import read_floats

FITS: dict[str, Callable[[list[Row]], Model]] = {
    "gate": partial(fit_answers, strength=1.0),
    "shape": partial(fit_answers, strength=0.3),
    "speaker": partial(fit_answers, strength=0.3),
    "begin": partial(fit_choice, penalty=8.0),
    "end": partial(fit_choice, penalty=8.0),
    "lead": partial(fit_choice, penalty=8.0),
    "float": partial(fit_answers, strength=0.3, least=3),
}
"""Decision to how it is learned; the strengths were chosen on held-out articles."""


def main() -> None:
    """Learn, write the weight files, and print how good they are on the articles held out."""
    ask = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    ask.add_argument("annotated", type=Path, help="annotated articles, one JSON object a line")
    ask.add_argument("-o", "--output", type=Path, required=True, help="folder for the weight files")
    ask.add_argument("--held-out", type=float, default=0.3, help="share of the articles not learned from (0.3)")
    ask.add_argument("--only-class", help="class of the quotes to learn, as speech; by default all")
    given = ask.parse_args()
    known, held = split(read_gold(given.annotated, given.only_class), given.held_out)
    print(f"{len(known)} articles to learn from, {len(held)} held out", flush=True)
    given.output.mkdir(parents=True, exist_ok=True)
    plain = Parser(only=[])
    tests = read_decisions(held, plain)
    for name, rows in read_decisions(known, plain).items():
        _learn(name, rows, tests[name], given.output)
    with weights_from(given.output):
        _learn("float", read_floats(known, plain), read_floats(held, plain), given.output)
    if held:
        print()
        print(_scored(held, given.output, given.only_class))


def _learn(name: str, rows: list[Row], tests: list[Row], folder: Path) -> None:
    """Learn one decision, write its weights and print how often they are right on rows held out."""
    answers = Counter(row.answer for row in rows)
    if len(answers) < 2:
        raise SystemExit(f"{name}: the articles have one answer alone, {dict(answers)}; more articles are needed")
    model = FITS[name](rows)
    features = write_weights(model, name, folder)
    told = f"{name:8}{len(rows):8} rows {features:6} features"
    print(told + (f"   held out: {_told(name, model, tests)}" if tests else ""), flush=True)


def _told(name: str, model: Model, rows: list[Row]) -> str:
    sums = model.sums(rows)
    if name == "gate":
        kept, wanted = sums[:, 1] >= GATE, np.array([row.answer == "Y" for row in rows])
        return f"lets {kept.mean():.3f} through, and {kept[wanted].mean():.3f} of the cues"
    if not rows[0].group[0]:
        right = [model.answers[best] == row.answer for best, row in zip(sums.argmax(axis=1), rows, strict=True)]
        return f"{np.mean(right):.3f} right"
    groups: dict[tuple[str, int], list[tuple[float, bool]]] = {}
    for weight, row in zip(sums[:, 1], rows, strict=True):
        groups.setdefault(row.group, []).append((float(weight), row.answer == "Y"))
    chosen = np.mean([max(group)[1] for group in groups.values()])
    possible = np.mean([any(right for _weight, right in group) for group in groups.values()])
    return f"{chosen:.3f} chosen right of {possible:.3f} that could be"


def _scored(held: list[Gold], folder: Path, only_class: str | None) -> str:
    """Score the quotes that the new weights find in articles held out."""
    gold = {one.marked.id: one.marked for one in held}
    with weights_from(folder):
        found = parse_gold(gold, Parser([QuotesPlugin()], only=[QuotesPlugin.name]))
    scores = evaluate(gold, found, ["quotes"], {"quotes": {"only_class": only_class}})
    return layer_table("quotes", scores["quotes"])


if __name__ == "__main__":
    main()
