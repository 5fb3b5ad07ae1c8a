"""Scores as a table a person can read."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from newsparse.evaluate.measures import Figure, Scores

__all__ = ["layer_table"]

COLUMNS: Mapping[str, tuple[str, ...]] = {
    "quotes": ("gold", "predicted", "P", "R", "F1", "exact F1", "speaker", "speaker given", "full F1", "token F1"),
    "dates": (
        "gold",
        "predicted",
        "relaxed F1",
        "strict F1",
        "type",
        "value",
        "value F1",
        "strict value F1",
        "soft F1",
    ),
}
"""The figures that are shown; all of a layer's otherwise."""


def layer_table(layer: str, scores: Scores) -> str:
    """Lay out the scores of a layer; rows whose figures differ in name make tables of their own."""
    groups: dict[tuple[str, ...], list[str]] = {}
    for row, figures in scores.items():
        groups.setdefault(COLUMNS.get(layer, tuple(figures)), []).append(row)
    tables = [_table(columns, {row: scores[row] for row in rows}) for columns, rows in groups.items()]
    return "\n\n".join([f"{layer}\n{tables[0]}", *tables[1:]])


def _table(columns: Iterable[str], rows: Scores) -> str:
    names = list(columns)
    first = max(len(row) for row in rows)
    widths = [max(len(name), 6) for name in names]
    lines = ["  ".join([" " * first, *(name.rjust(width) for name, width in zip(names, widths, strict=True))])]
    for row, figures in rows.items():
        cells = [_shown(figures[name]).rjust(width) for name, width in zip(names, widths, strict=True)]
        lines.append("  ".join([row.ljust(first), *cells]))
    return "\n".join(line.rstrip() for line in lines)


def _shown(figure: Figure) -> str:
    if figure is None:
        return "-"
    return str(figure) if isinstance(figure, int) else f"{figure:.3f}"
