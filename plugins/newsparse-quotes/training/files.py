"""Weight files: written into a folder, and read from it by the package in place of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import numpy as np

from newsparse.lexicon import read_data
from newsparse_quotes import model as package
from training.fit import Model

__all__ = ["weights_from", "write_weights"]

SMALLEST = 0.02
"""A feature all of whose weights are smaller is left out."""
HEADER = """\
# Weights of named features, learned by regularised logistic regression from annotated news (training/);
# features name function words, punctuation, word shapes, cue lemmas and distances, no text.
"""


def write_weights(model: Model, name: str, folder: Path) -> int:
    """Write `weights_<name>.tsv` and give the number of its features.

    Of a model that tells yes from no, there is one column; of any other, one an answer and a row of the answers.
    """
    whole = model.answers != ("N", "Y")
    lines = ["\t".join(["answers", *model.answers])] if whole else []
    kept = {
        feature: model.weights[number]
        for feature, number in model.columns.items()
        if np.abs(model.weights[number]).max() >= SMALLEST
    }
    for feature, weights in kept.items():
        lines.append(
            "\t".join([package.write_feature(feature), *(f"{one:.3g}" for one in (weights if whole else weights[1:]))])
        )
    (folder / f"weights_{name}.tsv").write_text(HEADER + "".join(line + "\n" for line in lines), "utf-8")
    return len(kept)


@contextmanager
def weights_from(folder: Path) -> Iterator[None]:
    """Let newsparse_quotes decide by the weight files of a folder; those the folder lacks are the package's own."""

    def read(of: str, language: str, name: str) -> str:
        path = folder / name
        return path.read_text("utf-8") if path.exists() else read_data(of, language, name)

    with patch.object(package, "read_data", read):
        _forget()
        try:
            yield
        finally:
            _forget()


def _forget() -> None:
    package.load_yes_no.cache_clear()
    package.load_choice.cache_clear()
