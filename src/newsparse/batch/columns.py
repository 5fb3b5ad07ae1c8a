"""Which column of a table holds the text, the date …: guessed from their names, or said by the user."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

import attrs

from newsparse.errors import UsageError
from newsparse.lexicon import load_table

__all__ = ["FIELDS", "Columns", "choose_columns"]

FIELDS = ("text", "html", "published", "title", "url", "id", "language", "authors")
"""What can be read from a row, in the order in which it is told."""


@attrs.frozen(kw_only=True)
class Columns:
    """Names of the columns to read; None: the input has none."""

    text: str | None = None
    html: str | None = None
    published: str | None = None
    title: str | None = None
    url: str | None = None
    id: str | None = None
    language: str | None = None
    authors: str | None = None

    def told(self) -> str:
        """Tell the choice in one line, as `text=body, published=date, id from row numbers`."""
        named = [f"{field}={column}" for field in FIELDS if (column := getattr(self, field))]
        return ", ".join(named if self.id else [*named, "id from row numbers"])

    def used(self) -> dict[str, str]:
        """Give field name to column name."""
        return {field: column for field in FIELDS if (column := getattr(self, field)) is not None}


@cache
def _known_names() -> Mapping[str, tuple[str, ...]]:
    return load_table("newsparse", "en", "columns.tsv")


def _plain(name: str) -> str:
    return "".join(character for character in name.casefold() if character not in " _-.")


def choose_columns(where: str, found: Iterable[str], given: Mapping[str, str]) -> Columns:
    """Choose among the columns `found` in an input; those `given` (field to column) are not guessed.

    Raises:
        UsageError: a given column is not there, a given field is unknown, or nothing is named like a text.

    """
    names = list(dict.fromkeys(found))
    by_plain = {_plain(name): name for name in reversed(names)}
    chosen: dict[str, str] = {}
    for field, column in given.items():
        if field not in FIELDS:
            raise UsageError(f"columns: no field {field!r}; known: {', '.join(FIELDS)}")
        if column and column not in names:
            raise UsageError(f"{where}: no column {column!r} for {field}; it has: {', '.join(names)}")
    for field, guesses in _known_names().items():
        guess = next((by_plain[name] for name in guesses if name in by_plain), "")
        column = given.get(field, guess)
        if column and (field in given or column not in given.values()):
            chosen[field] = column
    if "text" in chosen:
        if "html" not in given:
            chosen.pop("html", None)
    elif "html" not in chosen:
        raise UsageError(
            f"{where}: which column holds the text? It has: {', '.join(names) or 'none'}; say columns text=NAME"
        )
    return Columns(**chosen)
