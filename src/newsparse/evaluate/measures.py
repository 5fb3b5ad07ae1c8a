"""Precision, recall and what is made of them."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["Figure", "Scores", "f1", "precision_recall", "share"]

Figure = float | int | None
"""A count, a share between 0 and 1, or None where there is nothing to have a share of."""
Scores = Mapping[str, Mapping[str, Figure]]
"""Name of a row (a kind of quote, a type of date …) to its figures."""


def share(part: int, whole: int) -> float:
    """Give `part / whole`, 0 of nothing."""
    return part / whole if whole else 0.0


def f1(precision: float, recall: float) -> float:
    """Give the harmonic mean."""
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def precision_recall(right: int, predicted: int, gold: int) -> tuple[float, float, float]:
    """Give precision, recall and F1."""
    precision, recall = share(right, predicted), share(right, gold)
    return precision, recall, f1(precision, recall)
