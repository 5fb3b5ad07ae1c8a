"""Articles as flat tables for pandas, polars and pyarrow, and as CSV: the tables of `newsparse batch`."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from newsparse.article import Article
from newsparse.batch.arrow import flat_batch, sound
from newsparse.batch.tables import TABLES, rows_of
from newsparse.errors import UsageError
from newsparse.interchange.extras import load_extra

__all__ = ["to_arrow", "to_csv", "to_pandas", "to_polars"]

NAMES = tuple(table.name for table in TABLES)
Row = tuple[Any, ...]


def to_arrow(articles: Article | Iterable[Article]) -> dict[str, Any]:
    """Give a `pyarrow.Table` for each table: articles, quotes, entities, mentions, dates, events, problems.

    `article_id` is the article's id, else its place among `articles`, counted from 0.

    Raises:
        UsageError: pyarrow is not installed.
    """
    arrow = load_extra("pyarrow", "arrow", "Arrow tables")
    rows = _rows(articles)
    return {name: arrow.Table.from_batches([flat_batch(name, rows[name])]) for name in NAMES}


def to_pandas(articles: Article | Iterable[Article]) -> dict[str, Any]:
    """Give a `pandas.DataFrame` for each table; see `to_arrow`. Days are `datetime.date`.

    Raises:
        UsageError: pandas or pyarrow is not installed.
    """
    load_extra("pandas", "pandas", "data frames of pandas")
    return {name: table.to_pandas() for name, table in to_arrow(articles).items()}


def to_polars(articles: Article | Iterable[Article]) -> dict[str, Any]:
    """Give a `polars.DataFrame` for each table; see `to_arrow`.

    Raises:
        UsageError: polars or pyarrow is not installed.
    """
    polars = load_extra("polars", "polars", "data frames of polars")
    return {name: polars.from_arrow(table) for name, table in to_arrow(articles).items()}


def to_csv(articles: Article | Iterable[Article], table: str = "quotes") -> str:
    """Write one of the tables as CSV (RFC 4180) with a header; lists are JSON.

    Raises:
        UsageError: there is no such table.
    """
    if table not in NAMES:
        raise UsageError(f"to_csv: no table {table!r}; known: {', '.join(NAMES)}")
    columns = next(one.columns for one in TABLES if one.name == table)
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([column.name for column in columns])
    for row in _rows(articles)[table]:
        writer.writerow(list(map(_cell, row)))
    return out.getvalue()


def _cell(value: Any) -> Any:
    return json.dumps(sound(value), ensure_ascii=False) if isinstance(value, list) else sound(value)


def _rows(articles: Article | Iterable[Article]) -> dict[str, Sequence[Row]]:
    rows: dict[str, list[Row]] = {name: [] for name in NAMES}
    for id, number, article in _numbered(articles):
        for name, found in rows_of(article, number, None).items():
            rows[name].extend((id, *values) for values in found)
    return dict(rows)


def _numbered(articles: Article | Iterable[Article]) -> Iterator[tuple[str, int, Article]]:
    given = [articles] if isinstance(articles, Article) else articles
    for number, article in enumerate(given):
        yield article.id or str(number), number, article
