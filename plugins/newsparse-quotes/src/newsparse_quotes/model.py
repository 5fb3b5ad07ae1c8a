"""Linear models: the weights of named features, learned from annotated news and kept as data.

`data/en/weights_<name>.tsv` has a feature a line with a weight for each outcome; the outcome with the greatest sum of
the weights of the features at hand is the likeliest. What the features look at stands in the module that makes them.
A feature is a name and values: `l|n1=say|that` in the file is `("l|n1", "say", "that")` here.
"""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from math import exp

import attrs

from newsparse.lexicon import read_data
from newsparse_quotes.lexicon import LANGUAGE, PACKAGE

__all__ = ["Choice", "Feature", "YesNo", "load_choice", "load_yes_no", "write_feature"]

Feature = tuple[str | bool, ...]
"""A name and the values that make it another feature of that name."""
_TRUTH: dict[str, str | bool] = {"True": True, "False": False}


@attrs.frozen(slots=True)
class YesNo:
    """Weights of features for one question with two answers."""

    weights: dict[Feature, float]
    """Feature to weight; positive speaks for yes."""

    def score(self, features: Iterable[Feature]) -> float:
        """Sum the weights: above 0 is a yes, the logarithm of the odds."""
        return sum(filter(None, map(self.weights.get, features)))


@attrs.frozen(slots=True)
class Choice:
    """Weights of features for a question with several answers."""

    answers: tuple[str, ...]
    """The answers, in the order of the columns."""
    weights: dict[Feature, tuple[float, ...]]
    """Feature to one weight an answer."""

    def probabilities(self, features: Iterable[Feature]) -> dict[str, float]:
        """Give the probability of each answer."""
        rows = list(filter(None, map(self.weights.get, features)))
        sums = [sum(column) for column in zip(*rows, strict=True)] if rows else [0.0] * len(self.answers)
        top = max(sums)
        powers = [exp(one - top) for one in sums]
        total = sum(powers)
        return {answer: power / total for answer, power in zip(self.answers, powers, strict=True)}


def write_feature(feature: Feature) -> str:
    """Write a feature as it stands in the files."""
    name, *values = map(str, feature)
    return "=".join([name, "|".join(values)]) if values else name


def _read_feature(written: str) -> Feature:
    name, equals, values = written.partition("=")
    return (name, *[_TRUTH.get(value, value) for value in values.split("|")]) if equals else (name,)


def _rows(name: str) -> list[list[str]]:
    lines = read_data(PACKAGE, LANGUAGE, f"weights_{name}.tsv").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


@cache
def load_yes_no(name: str) -> YesNo:
    """Load `weights_<name>.tsv`, one weight a feature."""
    return YesNo({_read_feature(feature): float(weight) for feature, weight in _rows(name)})


@cache
def load_choice(name: str) -> Choice:
    """Load `weights_<name>.tsv`, whose first row names the answers."""
    head, *rows = _rows(name)
    return Choice(tuple(head[1:]), {_read_feature(feature): tuple(map(float, weights)) for feature, *weights in rows})
