"""The tables as Arrow record batches: flat ones for Parquet, one nested one for engines such as Spark."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import Any

from newsparse.batch.extras import load_pyarrow
from newsparse.batch.tables import KEY, TABLES, Column

__all__ = ["flat_batch", "flat_schema", "from_ipc", "nested_batch", "nested_schema", "plain_values", "sound", "to_ipc"]

_COLUMNS = {table.name: table.columns for table in TABLES}
_NESTED = tuple(table for table in TABLES if table.name != "articles")
_DAY_0 = dt.date(1970, 1, 1).toordinal()


@cache
def _types() -> Mapping[str, Any]:
    pa = load_pyarrow("Arrow")
    span = pa.struct([("start", pa.int64()), ("end", pa.int64())])
    who = [("text", pa.string()), ("entity_id", pa.string()), ("role", pa.string())]
    return {
        "text": pa.string(),
        "integer": pa.int64(),
        "day": pa.date32(),
        "texts": pa.list_(pa.string()),
        "spans": pa.list_(span),
        "participants": pa.list_(pa.struct([*who, ("start", pa.int64()), ("end", pa.int64())])),
    }


def _fields(columns: Iterable[Column]) -> list[Any]:
    pa = load_pyarrow("Arrow")
    return [pa.field(one.name, _types()[one.type]) for one in columns]


@cache
def flat_schema(table: str) -> Any:
    """Give the Arrow schema of a table."""
    return load_pyarrow("Arrow").schema(_fields(_COLUMNS[table]))


@cache
def nested_schema() -> Any:
    """Give the schema of the nested form: `articles`, and a list of structures for each other table."""
    pa = load_pyarrow("Arrow")
    lists = [pa.field(one.name, pa.list_(pa.struct(_fields(one.columns[1:])))) for one in _NESTED]
    return pa.schema([*_fields(_COLUMNS["articles"]), *lists])


def _arrays(columns: Sequence[Column], rows: Sequence[Sequence[Any]]) -> list[Any]:
    """Turn rows into one array for each column."""
    pa = load_pyarrow("Arrow")
    values = zip(*rows, strict=True) if rows else ([] for _ in columns)
    return [
        pa.array([sound(value) for value in column], _types()[about.type])
        for about, column in zip(columns, values, strict=True)
    ]


def sound(value: Any) -> Any:
    """Replace lone surrogates, which JSON can hold and Arrow cannot, by U+FFFD."""
    if isinstance(value, str):
        return value if value.isascii() else value.encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    if isinstance(value, list):
        return [sound(one) for one in value]
    if isinstance(value, dict):
        return {name: sound(one) for name, one in value.items()}
    return value


def flat_batch(table: str, rows: Sequence[Sequence[Any]]) -> Any:
    """Make a record batch of a table's rows, `article_id` included."""
    return load_pyarrow("Arrow").record_batch(_arrays(_COLUMNS[table], rows), schema=flat_schema(table))


def nested_batch(articles: Sequence[tuple[str, Mapping[str, Sequence[Sequence[Any]]]]]) -> Any:
    """Make one record batch of articles: the id and `rows_of` of each."""
    pa = load_pyarrow("Arrow")
    flat = [(id, *rows["articles"][0]) for id, rows in articles]
    arrays = _arrays((KEY, *_COLUMNS["articles"][1:]), flat)
    for table in _NESTED:
        offsets = [0]
        gathered: list[Sequence[Any]] = []
        for _id, rows in articles:
            gathered.extend(rows[table.name])
            offsets.append(len(gathered))
        columns = table.columns[1:]
        structs = pa.StructArray.from_arrays(_arrays(columns, gathered), fields=_fields(columns))
        arrays.append(pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), structs))
    return pa.record_batch(arrays, schema=nested_schema())


def plain_values(array: Any) -> list[Any]:
    """Give the values of an array (chunked or not) as Python values; nanoseconds are cut to microseconds."""
    pa = load_pyarrow("Arrow")
    kind = array.type
    if pa.types.is_timestamp(kind) and kind.unit == "ns":
        array = array.cast(pa.timestamp("us", kind.tz), safe=False)
    values: list[Any] = array.to_pylist()
    return values


def to_ipc(batch: Any) -> bytes:
    """Serialise a record batch, to send it to another process."""
    pa = load_pyarrow("Arrow")
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, batch.schema) as stream:
        stream.write_batch(batch)
    return bytes(sink.getvalue())


def from_ipc(data: bytes) -> Any:
    """Read what `to_ipc` wrote, as a table."""
    return load_pyarrow("Arrow").ipc.open_stream(data).read_all()
