"""One function from record batch to record batch, for every engine that can call one."""

from __future__ import annotations

import pickle
import platform
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any, cast

import attrs

import newsparse
from newsparse.batch.arrow import nested_batch, plain_values
from newsparse.batch.columns import Columns, choose_columns
from newsparse.batch.extras import load_pyarrow
from newsparse.batch.rows import error_article, make_row, parse_row
from newsparse.batch.tables import rows_of
from newsparse.errors import UsageError
from newsparse.parser import Parser
from newsparse.registry import installed_plugins

__all__ = ["ParseBatch", "make_parse_batch"]

SLICE_ROWS = 64
"""Rows that are parsed into one batch of the output: engines hand over thousands at once."""


@attrs.frozen(kw_only=True)
class ParseBatch:
    """Turns a record batch (or table) of articles into one of their facts; see `make_parse_batch`.

    It is pickled to wherever the engine works, makes its parser there once, and checks that the plugins there are
    those it was made with.
    """

    columns: Columns
    """Where the fields stand."""
    parser: bytes = attrs.field(repr=False)
    """The parser, pickled: it is made where the work is done."""
    plugins: tuple[tuple[str, str | None, str], ...]
    """Name, version and origin of each plugin of the parser."""
    version: str = newsparse.__version__
    """Version of newsparse."""
    date_format: str | None = None
    """Form of the publication dates."""

    def __call__(self, batch: Any) -> Any:
        """Parse a `pyarrow.RecordBatch` (or `Table`) into one of the schema `nested_schema()`, row by row.

        Raises:
            UsageError: a column is missing, or other plugins are installed here than where this was made.

        """
        parser = _parser_here(self)
        if missing := [column for column in self.columns.used().values() if column not in batch.schema.names]:
            raise UsageError(f"batch: no column {missing[0]!r}; it has: {', '.join(batch.schema.names)}")
        values = [plain_values(batch.column(column)) for column in self.columns.used().values()]
        records = (dict(zip(self.columns.used().values(), row, strict=True)) for row in zip(*values, strict=True))
        found = nested_batch([self._parsed(parser, record) for record in records])
        pa = load_pyarrow("record batches")
        return pa.Table.from_batches([found]) if isinstance(batch, pa.Table) else found

    def over(self, batches: Iterable[Any]) -> Iterator[Any]:
        """Parse each of several record batches, a few rows at a time, as Spark's `mapInArrow` wants it."""
        for batch in batches:
            for start in range(0, batch.num_rows, SLICE_ROWS):
                yield self(batch.slice(start, SLICE_ROWS))

    def _parsed(self, parser: Parser, record: Mapping[str, Any]) -> tuple[str, Mapping[str, Any]]:
        row = make_row(0, "", record, self.columns, self.date_format)
        if not row.id:
            row = attrs.evolve(row, error=f"column {self.columns.id!r} has no identifier")
        article, error = parse_row(parser, row)
        try:
            return row.id, rows_of(article, None, error)
        except Exception as failure:  # a property of an annotation of a plugin's own kind may raise
            error = f"cannot be written: {type(failure).__name__}: {failure}"
            return row.id, rows_of(error_article(row, error, parser.max_chars), None, error)


def make_parse_batch(
    names: Iterable[str],
    *,
    parser: Parser | None = None,
    columns: Mapping[str, str] | None = None,
    date_format: str | None = None,
) -> ParseBatch:
    """Make the function from record batch to record batch.

    Parameters:
        names: names of the columns that the batches have.
        parser: the parser; None: all installed plugins.
        columns: names of columns by field, as `{"text": "body"}`; the others are guessed.
        date_format: form of the publication dates, as `%d/%m/%Y`; None: ISO 8601 and RFC 2822.

    Raises:
        UsageError: no column for the text or for the identifiers, or a parser that cannot be pickled.

    """
    chosen = choose_columns("batch", names, columns or {})
    if chosen.id is None:
        raise UsageError("batch: the rows need identifiers, the tables' key; add a column `id`, or say columns id=NAME")
    parser = parser or Parser()
    try:
        pickled = pickle.dumps(parser, protocol=5)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise UsageError(f"batch: a plugin cannot be sent to other processes: {error}") from error
    plugins = tuple((one.name, one.version, one.origin) for one in parser.active)
    return ParseBatch(columns=chosen, parser=pickled, plugins=plugins, date_format=date_format)


@lru_cache(maxsize=4)
def _parser_here(function: ParseBatch) -> Parser:
    """Make the parser in this process.

    Raises:
        UsageError: newsparse or a plugin is missing here, or is of another version.

    """
    where = f"worker on {platform.node() or 'this machine'}"
    if newsparse.__version__ != function.version:
        raise UsageError(f"{where}: newsparse is {newsparse.__version__} here, but {function.version} at the driver")
    here = {one.name: one.version for one in installed_plugins().plugins}
    for name, version, origin in function.plugins:
        if origin == "installed" and here.get(name, "") != version:
            state = f"is of version {here[name]}" if name in here else "is missing"
            raise UsageError(f"{where}: plugin {name} {state}; install {name}=={version} there, as at the driver")
    parser = cast("Parser", pickle.loads(function.parser))  # noqa: S301 - made by `make_parse_batch`
    more = {one.name for one in parser.active} - {name for name, _version, _origin in function.plugins}
    if more:
        raise UsageError(
            f"{where}: plugin {min(more)} is installed, but not at the driver; give Parser(without=[{min(more)!r}])"
        )
    return parser
