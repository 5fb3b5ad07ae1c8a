"""Weights from rows: regularised logistic regression, and its kind that chooses one of several candidates.

Needs numpy, scipy and scikit-learn, which nothing else here does.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Any

import attrs
import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize  # type: ignore[import-untyped]
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-untyped]

from newsparse_quotes.model import Feature, write_feature
from training.decisions import Row

__all__ = ["Model", "fit_answers", "fit_choice"]

Floats = NDArray[np.float64]


@attrs.frozen(kw_only=True)
class Model:
    """What was learned for one decision."""

    answers: tuple[str, ...]
    """The answers, in the order of the columns."""
    columns: dict[Feature, int]
    """Feature to row of `weights`."""
    weights: Floats
    """One row a feature, one column an answer; of two answers the first has zeros."""

    def sums(self, rows: Iterable[Row]) -> Floats:
        """Sum the weights of each row, by answer."""
        return np.asarray(_matrix(rows, self.columns) @ self.weights)


def _numbered(rows: Iterable[Row], least: int) -> dict[Feature, int]:
    """Number the features that at least so many rows have."""
    counts = Counter(feature for row in rows for feature in set(row.features))
    common = [feature for feature, count in counts.items() if count >= least]
    return {feature: number for number, feature in enumerate(sorted(common, key=write_feature))}


def _matrix(rows: Iterable[Row], columns: dict[Feature, int]) -> Any:
    numbers, ends = [], [0]
    for row in rows:
        numbers += [columns[feature] for feature in set(row.features) if feature in columns]
        ends.append(len(numbers))
    return csr_matrix((np.ones(len(numbers)), numbers, ends), shape=(len(ends) - 1, len(columns)))


def fit_answers(rows: list[Row], strength: float, least: int = 4) -> Model:
    """Learn the answer to each row by itself.

    Parameters:
        rows: with two answers or more among them.
        strength: inverse of the L2 penalty (`C`).
        least: how many rows a feature must be in.
    """
    columns = _numbered(rows, least)
    machine = LogisticRegression(C=strength, max_iter=300)
    machine.fit(_matrix(rows, columns), [row.answer for row in rows])
    coefficients, constant = machine.coef_, machine.intercept_
    if len(coefficients) == 1:
        coefficients, constant = np.vstack([0 * coefficients, coefficients]), np.array([0, constant[0]])
    weights = coefficients.T.copy()
    weights[columns[("bias",)]] += constant
    return Model(answers=tuple(machine.classes_), columns=columns, weights=weights)


def fit_choice(rows: list[Row], penalty: float, least: int = 4) -> Model:
    """Learn to choose among the candidates of each group (conditional logit); groups without a right one tell nothing.

    Parameters:
        rows: candidates, Y or N.
        penalty: L2 penalty.
        least: how many rows a feature must be in.
    """
    columns = _numbered(rows, least)
    right = {row.group for row in rows if row.answer == "Y"}
    rows = [row for row in rows if row.group in right]
    numbers = {group: number for number, group in enumerate(dict.fromkeys(row.group for row in rows))}
    group = np.array([numbers[row.group] for row in rows])
    good = np.array([row.answer == "Y" for row in rows], dtype=float)
    matrix = _matrix(rows, columns)
    turned = matrix.T.tocsr()

    def loss(weights: Floats) -> tuple[float, Floats]:
        sums = matrix @ weights
        top = np.full(len(numbers), -np.inf)
        np.maximum.at(top, group, sums)
        powers = np.exp(sums - top[group])
        chances = powers / np.bincount(group, powers)[group]
        hit = np.bincount(group, chances * good) + 1e-12
        slope = turned @ (chances - chances * good / hit[group]) + penalty * weights
        return float(penalty * (weights @ weights) / 2 - np.log(hit).sum()), slope

    found = minimize(loss, np.zeros(len(columns)), jac=True, method="L-BFGS-B", options={"maxiter": 150}).x
    return Model(answers=("N", "Y"), columns=columns, weights=np.column_stack([np.zeros(len(columns)), found]))
