"""Rows of every kind of input, streamed; what cannot be read becomes an error row."""

from __future__ import annotations

import csv
import gzip
import io
import json
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from typing import IO, Any, cast

import attrs

from newsparse.batch.arrow import plain_values
from newsparse.batch.columns import Columns, choose_columns
from newsparse.batch.extras import load_pyarrow
from newsparse.batch.inputs import InputFile, Inputs
from newsparse.batch.rows import Row, make_row

__all__ = ["Position", "Read", "Reader"]

GUESSED_LINES = 100
"""Lines of a JSONL file that the columns are guessed from."""
PARQUET_ROWS = 64
LINE_BYTES = 64_000_000
"""The longest line that is read; longer ones become error rows."""


@attrs.frozen
class Position:
    """Where reading is: rows that were read of which file."""

    file: int = 0
    rows: int = 0


@attrs.frozen(kw_only=True)
class Read:
    """A row, and where reading is after it."""

    row: Row
    position: Position
    consumed: int
    """Bytes of all files that were read so far; of packed files, the packed ones."""
    weight: int
    """About how many bytes the row has."""


class BrokenRecordError(Exception):
    """A record that is there and cannot be read."""


Record = Mapping[str, Any] | BrokenRecordError
READ_ERRORS = (OSError, EOFError, zlib.error, ValueError)
"""What a broken file raises; pyarrow's errors are of these, too."""


@attrs.frozen(kw_only=True)
class Reader:
    """Reads the rows of all files of a run."""

    inputs: Inputs
    columns: Mapping[str, str] = attrs.field(factory=dict)
    """Columns that the user named, by field; the others are guessed for each file."""
    date_format: str | None = None

    def check(self) -> Iterator[tuple[InputFile, Columns]]:
        """Choose the columns of each file that has some.

        Raises:
            UsageError: a file has no column for the text.

        """
        for file in self.inputs.files():
            if file.kind in ("text", "html"):
                continue
            try:
                with ExitStack() as stack:
                    names, _records = _opened(file, stack)
            except READ_ERRORS:
                continue  # told as an error row, when its turn comes
            if names:
                yield file, choose_columns(str(file.path), names, self.columns)

    def rows(self, start: Position, number: int) -> Iterator[Read]:
        """Read the rows after `start`, the first of which has this `number`."""
        before = 0
        for index, file in enumerate(self.inputs.files()):
            if index >= start.file:
                skipped = start.rows if index == start.file else 0
                for read, (row, consumed, weight) in enumerate(self._file_rows(file, number, skipped), skipped + 1):
                    yield Read(
                        row=row,
                        position=Position(index, read),
                        consumed=before + min(consumed, file.size),
                        weight=weight,
                    )
                    number += 1
            before += file.size

    def _file_rows(self, file: InputFile, number: int, skipped: int) -> Iterator[tuple[Row, int, int]]:
        if file.kind in ("text", "html"):
            if not skipped:
                yield Row(number=number, id=file.name, source=file.path), file.size, file.size
            return
        place = skipped
        try:
            with ExitStack() as stack:
                names, records = _opened(file, stack)
                columns = choose_columns(str(file.path), names, self.columns) if names else Columns(text="text")
                for record, told, consumed, weight in islice(records, skipped, None):
                    where = f"{file.name}:{told}"
                    if isinstance(record, BrokenRecordError):
                        row = Row(number=number, id=where, error=str(record))
                    else:
                        row = make_row(number, where, record, columns, self.date_format)
                    yield row, consumed, weight
                    number, place = number + 1, place + 1
        except READ_ERRORS as error:
            message = f"{file.path} cannot be read on after {place} rows: {type(error).__name__}: {error}"
            yield Row(number=number, id=f"{file.name}:unreadable", error=message), file.size, 0


Records = Iterator[tuple[Record, int, int, int]]
"""Records with their place in the file, counted from 1, the bytes read of the file, and about their own bytes."""


def _opened(file: InputFile, stack: ExitStack) -> tuple[list[str], Records]:
    """Open a table: the names of its columns, and its records. Names are empty when there is no record."""
    if file.kind == "parquet":
        return _open_parquet(file.path, file.size, stack)
    stream, consumed = _open_packed(file, stack)
    if file.kind == "jsonl":
        return _open_jsonl(stream, consumed)
    return _open_csv(stream, consumed, stack, "\t" if file.kind == "tsv" else None)


def _open_packed(file: InputFile, stack: ExitStack) -> tuple[IO[bytes], Callable[[], int]]:
    raw = stack.enter_context(file.path.open("rb"))
    if file.packed == ".gz":
        return cast("IO[bytes]", stack.enter_context(gzip.GzipFile(fileobj=raw))), raw.tell
    if file.packed == ".zst":
        pyarrow = load_pyarrow(f"{file.path}: reading .zst")
        packed = stack.enter_context(pyarrow.CompressedInputStream(pyarrow.PythonFile(raw, "r"), "zstd"))
        return stack.enter_context(io.BufferedReader(packed, 1 << 20)), raw.tell
    return raw, raw.tell


def _open_jsonl(stream: IO[bytes], consumed: Callable[[], int]) -> tuple[list[str], Records]:
    lines = _lines(stream)
    records: Records = ((_json_record(line), told, consumed(), len(line)) for told, line in lines if line.strip())
    first = []
    try:
        for one in islice(records, GUESSED_LINES):
            first.append(one)  # noqa: PERF402 - what was read before an error is kept
    except READ_ERRORS as error:
        records = _raising(error)
    names = [name for record, *_rest in first if isinstance(record, Mapping) for name in record]
    return list(dict.fromkeys(names)), _chained(first, records)


def _raising(error: BaseException) -> Records:
    raise error
    yield


def _chained(first: list[tuple[Record, int, int, int]], rest: Records) -> Records:
    while first:
        yield first.pop(0)
    yield from rest


def _lines(stream: IO[bytes]) -> Iterator[tuple[int, bytes]]:
    """Give the lines and their numbers; of one that is too long, only the beginning, which is no JSON."""
    told = 0
    while line := stream.readline(LINE_BYTES):
        told += 1
        yield told, line
        while len(line) == LINE_BYTES and not line.endswith(b"\n"):
            line = stream.readline(LINE_BYTES)


def _json_record(line: bytes) -> Record:
    if len(line) == LINE_BYTES:
        return BrokenRecordError(f"the line is longer than {LINE_BYTES} bytes")
    try:
        record = json.loads(line.decode("utf-8-sig", "surrogateescape"))
    except (ValueError, RecursionError) as error:
        return BrokenRecordError(f"the line is no JSON: {error}")
    if not isinstance(record, Mapping):
        return BrokenRecordError(f"the line is a JSON {type(record).__name__}, not an object with a text")
    return record


def _open_csv(
    stream: IO[bytes], consumed: Callable[[], int], stack: ExitStack, delimiter: str | None
) -> tuple[list[str], Records]:
    csv.field_size_limit(LINE_BYTES)
    buffered = io.BufferedReader(stream, 1 << 16) if isinstance(stream, io.RawIOBase) else stream
    mark = buffered.peek(2)[:2] if hasattr(buffered, "peek") else b""
    encoding = "utf-16" if mark in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
    text = stack.enter_context(io.TextIOWrapper(buffered, encoding, errors="surrogateescape", newline=""))
    lines = iter(text)
    head = next(lines, "")
    if delimiter is None:
        delimiter = max(",;\t|", key=head.count)
    rows = csv.reader(_with_first(head, lines), delimiter=delimiter)
    names = next(rows, [])
    return names, _csv_records(rows, names, consumed)


def _with_first(first: str, rest: Iterator[str]) -> Iterator[str]:
    if first:
        yield first
    yield from rest


def _csv_records(rows: Any, names: list[str], consumed: Callable[[], int]) -> Records:
    told = 0
    while True:
        try:
            row = next(rows, None)
        except csv.Error as error:
            told += 1
            yield BrokenRecordError(f"no CSV near line {rows.line_num}: {error}"), told, consumed(), 0
            continue
        if row is None:
            return
        if not row:
            continue
        told += 1
        record: Record = dict(zip(names, row, strict=False))
        if len(row) != len(names):
            record = BrokenRecordError(f"row near line {rows.line_num} has {len(row)} fields, the header {len(names)}")
        yield record, told, consumed(), sum(map(len, row))


def _open_parquet(path: Path, size: int, stack: ExitStack) -> tuple[list[str], Records]:
    pq = load_pyarrow(f"{path}: reading Parquet", "pyarrow.parquet")
    table = stack.enter_context(pq.ParquetFile(path, pre_buffer=False))
    return list(table.schema_arrow.names), _parquet_records(table, size)


def _parquet_records(table: Any, size: int) -> Records:
    told = 0
    total = max(1, table.metadata.num_rows)
    for batch in table.iter_batches(batch_size=PARQUET_ROWS, use_threads=False):
        columns = [plain_values(column) for column in batch.columns]
        for values in zip(*columns, strict=True):
            told += 1
            record = dict(zip(batch.schema.names, values, strict=True))
            yield record, told, size * told // total, batch.nbytes // len(batch)
