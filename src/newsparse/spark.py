"""Articles of a Spark DataFrame, parsed where they lie; needs the extra `[spark]`."""

from __future__ import annotations

from typing import Any

from newsparse.batch.record_batch import make_parse_batch
from newsparse.batch.tables import KEY, TABLES, Column
from newsparse.errors import UsageError
from newsparse.parser import Parser

__all__ = ["parse_dataframe", "schema", "table"]

_NAMES = [one.name for one in TABLES]
_TYPES = {
    "text": "string",
    "integer": "bigint",
    "day": "date",
    "texts": "array<string>",
    "spans": "array<struct<start:bigint,end:bigint>>",
    "participants": "array<struct<text:string,entity_id:string,role:string,start:bigint,end:bigint>>",
}


def parse_dataframe(
    df: Any,
    *,
    text: str | None = None,
    published: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    language: str | None = None,
    authors: str | None = None,
    date_format: str | None = None,
    parser: Parser | None = None,
) -> Any:
    """Parse each row of a DataFrame on the executors; see `table` for the tables of the result.

    Parameters:
        df: the articles.
        text: column of the text; this and the others are guessed from the names when they are not given.
        published: column of the publication date: date, timestamp, or text.
        title: column of the title.
        url: column of the address.
        id: column of the identifiers, the key of the tables; it has to be there.
        language: column of the BCP 47 tag.
        authors: column of the authors.
        date_format: form of the publication dates, as `%d/%m/%Y`; None: ISO 8601 and RFC 2822.
        parser: the parser; None: all plugins installed at the driver, which the executors must have, too.

    Returns:
        A DataFrame with one row for each row of `df`: the columns of `articles` (without `article_row`, which is
        null), and a list of structures for each other table. A row that cannot be parsed has its `error`.

    Raises:
        UsageError: a column is missing. An executor without the plugins fails with a message that names them.

    """
    given = {
        "text": text, "published": published, "title": title, "url": url, "id": id, "language": language,
        "authors": authors,
    }  # fmt: skip
    columns = {field: name for field, name in given.items() if name is not None}
    function = make_parse_batch(df.columns, parser=parser, columns=columns, date_format=date_format)
    wanted = df.select(*(f"`{name}`" for name in function.columns.used().values()))
    return wanted.mapInArrow(function.over, schema())


def schema() -> str:
    """Give the schema of a parsed DataFrame, as Spark's DDL."""
    lists = [
        f"{one.name} array<struct<{','.join(_ddl(column, ':') for column in one.columns[1:])}>>" for one in TABLES[1:]
    ]
    return ", ".join([*(_ddl(column, " ") for column in TABLES[0].columns), *lists])


def _ddl(column: Column, between: str) -> str:
    return f"{column.name}{between}{_TYPES[column.type]}"


def table(parsed: Any, name: str) -> Any:
    """Take one table, with `article_id` as key, out of what `parse_dataframe` gave.

    Raises:
        UsageError: there is no table of this name.

    """
    if name not in _NAMES:
        raise UsageError(f"table: no table {name!r}; known: {', '.join(_NAMES)}")
    if name == "articles":
        return parsed.drop(*_NAMES[1:])
    return parsed.selectExpr(KEY.name, f"inline({name})")
