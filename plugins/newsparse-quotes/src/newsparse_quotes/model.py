"""Linear models: the weights of named features, learned from annotated news and kept as data.

`data/en/weights_<name>.tsv` has a feature a line with a weight for each outcome; the outcome with the greatest sum of
the weights of the features at hand is the likeliest. What the features look at stands in the module that makes them.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp

import attrs

from newsparse.lexicon import read_data
from newsparse_quotes.lexicon import LANGUAGE, PACKAGE

__all__ = ["Choice", "YesNo", "load_choice", "load_yes_no"]


@attrs.frozen(slots=True)
class YesNo:
    """Weights of features for one question with two answers."""

    weights: dict[str, float]
    """Feature to weight; positive speaks for yes."""

    def score(self, features: Iterable[str]) -> float:
        """Sum the weights: above 0 is a yes, the logarithm of the odds."""
        return sum(filter(None, map(self.weights.get, features)))


@attrs.frozen(slots=True)
class Choice:
    """Weights of features for a question with several answers."""

    answers: tuple[str, ...]
    """The answers, in the order of the columns."""
    weights: dict[str, tuple[float, ...]]
    """Feature to one weight an answer."""

    def probabilities(self, features: Iterable[str]) -> dict[str, float]:
        """Give the probability of each answer."""
        rows = list(filter(None, map(self.weights.get, features)))
        sums = [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * len(self.answers)
        top = max(sums)
        powers = [exp(one - top) for one in sums]
        total = sum(powers)
        return {answer: power / total for answer, power in zip(self.answers, powers, strict=True)}


def _rows(name: str) -> list[list[str]]:
    lines = read_data(PACKAGE, LANGUAGE, f"weights_{name}.tsv").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def load_yes_no(name: str) -> YesNo:
    """Load `weights_<name>.tsv`, one weight a feature."""
    return YesNo({feature: float(weight) for feature, weight in _rows(name)})


@cache
def load_choice(name: str) -> Choice:
    """Load `weights_<name>.tsv`, whose first row names the answers."""
    head, *rows = _rows(name)
    return Choice(tuple(head[1:]), {feature: tuple(map(float, weights)) for feature, *weights in rows})
