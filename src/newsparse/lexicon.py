"""Word lists as data: text files in a plugin's `data/<language>/`, one entry a line, `#` comments.

The first line of a list is a comment that says where its entries come from. A table has tab-separated columns.
"""

from __future__ import annotations

from importlib.resources import files

from newsparse.errors import DataError

__all__ = ["load_table", "load_words", "read_data"]


def read_data(package: str, language: str, name: str) -> str:
    """Read the data file `data/<language>/<name>` of an installed package.

    Raises:
        DataError: the package has no such file, or the language is none.
    """
    if not language.replace("-", "").isalnum():  # it may come from an article, and becomes a part of a path
        raise DataError(f"{package}: {language!r} is no language's tag; give one such as 'en'")
    path = files(package) / "data" / language / name
    try:
        return path.read_text(encoding="utf-8")
    except OSError as error:
        raise DataError(
            f"{package}: no data file {language}/{name}; the folder data/{language} must hold it ({error})"
        ) from error


def _lines(package: str, language: str, name: str) -> list[str]:
    text = read_data(package, language, name)
    if not text.startswith("#"):
        raise DataError(
            f"{package} {language}/{name}: line 1 must be a '#' comment that says where the entries come from"
        )
    lines = (line.rstrip() for line in text.splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def load_words(package: str, language: str, name: str) -> frozenset[str]:
    """Load a word list as a set of entries as written.

    Raises:
        DataError: the file is missing, has no comment of origin, or has an entry twice.
    """
    lines = _lines(package, language, name)
    words = frozenset(lines)
    if len(words) != len(lines):
        twice = next(line for line in lines if lines.count(line) > 1)
        raise DataError(f"{package} {language}/{name}: {twice!r} stands there twice; once is enough")
    return words


def load_table(package: str, language: str, name: str) -> dict[str, tuple[str, ...]]:
    """Load a table as a dictionary from the first column to the others.

    Raises:
        DataError: the file is missing, has no comment of origin, a line without a tab, or a key twice.
    """
    table: dict[str, tuple[str, ...]] = {}
    for line in _lines(package, language, name):
        key, *values = line.split("\t")
        if not values:
            raise DataError(f"{package} {language}/{name}: {line!r} has one column; separate two or more by tabs")
        if key in table:
            raise DataError(f"{package} {language}/{name}: key {key!r} stands there twice; once is enough")
        table[key] = tuple(values)
    return table
