"""What workers do: parse the rows of a task, and make the bytes that are written."""

from __future__ import annotations

import csv
import gzip
import io
import json
import pickle
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Literal

import attrs

from newsparse.article import Article
from newsparse.batch.arrow import flat_batch, sound, to_ipc
from newsparse.batch.extras import load_pyarrow
from newsparse.batch.rows import Row, error_article, parse_row
from newsparse.batch.tables import TABLES, rows_of
from newsparse.interchange import to_json
from newsparse.parser import Parser

__all__ = ["Answer", "BatchJob", "Form", "header"]

Form = Literal["jsonl", "parquet", "csv"]
COUNTED = ("quotes", "entities", "mentions", "dates", "events")
TOLD_ERRORS = 5
"""How many error rows of a task are told on the screen."""


@attrs.frozen(kw_only=True)
class Answer:
    """What came of a task."""

    files: dict[str, bytes]
    """Table name to what is to be written there."""
    found: Counter[str]
    """How many rows, error rows, articles with problems, quotes … there are."""
    told: tuple[tuple[str, str], ...]
    """Some of the error rows: id and error."""


@attrs.frozen(kw_only=True)
class BatchJob:
    """Parses tasks of rows into one of the output forms."""

    parser: Parser
    form: Form
    packed: str = ""
    """`.gz` or `.zst`: JSONL is compressed by the workers, a task at a time."""

    def __call__(self, items: Sequence[Row], at: Callable[[int], None]) -> bytes:
        """Parse the rows of a task; an `Answer`, pickled."""
        encoded: list[Any] = []
        found: Counter[str] = Counter()
        told: list[tuple[str, str]] = []
        encode = self._line if self.form == "jsonl" else self._rows
        for index, row in enumerate(items):
            at(index)
            article, error = parse_row(self.parser, row)
            try:
                encoded.append(encode(article, row, error))
            except Exception as failure:  # an annotation of a plugin's own kind may be of any make
                error = f"cannot be written: {type(failure).__name__}: {failure}"
                article = error_article(row, error, self.parser.max_chars)
                encoded.append(encode(article, row, error))
            found.update({"rows": 1, "errors": error is not None, "with_problems": bool(article.problems)})
            found.update({name: len(getattr(article, name)) for name in COUNTED})
            if error is not None and len(told) < TOLD_ERRORS:
                told.append((row.id, error))
        files = {"articles": self._pack(b"".join(encoded))} if self.form == "jsonl" else self._tables(encoded)
        return pickle.dumps(Answer(files=files, found=found, told=tuple(told)), protocol=5)

    def _line(self, article: Article, _row: Row, _error: str | None) -> bytes:
        line = to_json(article)
        try:
            return line.encode("utf-8") + b"\n"
        except UnicodeEncodeError:  # a lone surrogate: it stays one, as an escape
            return json.dumps(json.loads(line)).encode("ascii") + b"\n"

    def _pack(self, data: bytes) -> bytes:
        if self.packed == ".gz":
            return gzip.compress(data, 6, mtime=0)
        if self.packed == ".zst":
            codec = load_pyarrow("writing .zst").Codec("zstd", compression_level=3)
            return bytes(codec.compress(data, asbytes=True))
        return data

    def _rows(self, article: Article, row: Row, error: str | None) -> dict[str, list[tuple[Any, ...]]]:
        return {
            table: [(row.id, *values) for values in rows]
            for table, rows in rows_of(article, row.number, error).items()
        }  # fmt: skip

    def _tables(self, encoded: list[dict[str, list[tuple[Any, ...]]]]) -> dict[str, bytes]:
        files = {}
        for table in TABLES:
            rows = [row for one in encoded for row in one[table.name]]
            if self.form == "csv":
                files[table.name] = _csv(rows)
            elif rows:
                files[table.name] = to_ipc(flat_batch(table.name, rows))
        return files


def header(table: str) -> bytes:
    """Give the first line of a table's CSV file."""
    columns = next(one.columns for one in TABLES if one.name == table)
    return _csv([tuple(one.name for one in columns)])


def _csv(rows: Sequence[Sequence[Any]]) -> bytes:
    """Write rows as CSV (RFC 4180, UTF-8); lists as JSON."""
    text = io.StringIO()
    writer = csv.writer(text)
    for row in rows:
        writer.writerow([json.dumps(one, ensure_ascii=False) if isinstance(one, list) else sound(one) for one in row])
    return text.getvalue().encode("utf-8", "replace")
