"""One function from record batch to record batch, under each engine that can call one."""

import datetime as dt
import pickle
import subprocess
import sys
from typing import Any

import pytest

import newsparse
from newsparse.batch import make_parse_batch

pa = pytest.importorskip("pyarrow", reason="record batches need pyarrow; pip install newsparse[arrow]")

TEXTS = [f"The harbour of Velmora opens, part {number}.\n“We are glad,” said Ann Lee.\n" for number in range(150)]
IDS = [f"a{number}" for number in range(150)]


class Towns:
    """Finds a town."""

    name = "towns"

    @newsparse.hookimpl
    def newsparse_find_mentions(self, article: newsparse.Article) -> list[newsparse.Mention]:
        start = article.text.index("Velmora")
        return [newsparse.Mention(span=newsparse.Span(start, start + 7), form="name", found_by="town")]


PARSER = newsparse.Parser([Towns()], only=["towns"])
FUNCTION = make_parse_batch(["id", "body", "date"], parser=PARSER)


def column(values: list[Any]) -> Any:
    return pa.array(values)


def batch(**changed: Any) -> Any:
    columns = {"id": column(IDS), "body": column(TEXTS), "date": column([dt.date(2024, 8, 15)] * 150), **changed}
    return pa.record_batch(list(columns.values()), names=list(columns))


EXPECTED = FUNCTION(batch())


def test_a_batch_holds_the_facts_of_each_row() -> None:
    first = EXPECTED.slice(0, 1).to_pylist()[0]
    article = PARSER.parse(TEXTS[0], id="a0", published="2024-08-15")
    told = {name: first[name] for name in ("article_id", "published", "published_on", "text", "body", "error")}
    assert told == {
        "article_id": "a0", "published": "2024-08-15", "published_on": dt.date(2024, 8, 15), "text": TEXTS[0],
        "body": article.body, "error": None,
    }  # fmt: skip
    assert [(one["mention_text"], one["mention_start"], one["mention_found_by"]) for one in first["mentions"]] == [
        ("Velmora", 15, "towns:town")
    ]
    assert first["quotes"] == []


@pytest.mark.parametrize(
    "changed",
    [
        {"body": pa.array(TEXTS, pa.large_string())},
        {"body": pa.array(TEXTS).dictionary_encode()},
        {"date": pa.array(["2024-08-15"] * 150)},
    ],
    ids=["large strings", "dictionary", "dates as text"],
)
def test_columns_of_other_types_give_the_same(changed: dict[str, Any]) -> None:
    assert FUNCTION(batch(**changed)).equals(EXPECTED)


def test_moments_keep_their_zone_and_lose_their_nanoseconds() -> None:
    moments = pa.array([1_723_714_200_000_000_123] * 150, pa.timestamp("ns", "Europe/Berlin"))
    assert FUNCTION(batch(date=moments)).column("published")[0].as_py() == "2024-08-15T11:30:00+02:00"


def test_a_chunked_table_gives_a_table() -> None:
    table = pa.Table.from_batches([batch().slice(0, 70), batch().slice(70)])
    assert FUNCTION(table).combine_chunks().to_batches()[0].equals(EXPECTED)


def test_no_rows_give_no_rows() -> None:
    assert FUNCTION(batch().slice(0, 0)).equals(EXPECTED.slice(0, 0))


def test_a_failing_row_costs_itself_alone() -> None:
    texts: list[str | None] = list(TEXTS)
    texts[7] = None
    dates = ["2024-08-15"] * 150
    dates[9] = "soon"
    ids: list[str | None] = list(IDS)
    ids[11] = None
    found = FUNCTION(batch(id=column(ids), body=column(texts), date=column(dates))).to_pylist()
    assert {index: one["error"] for index, one in enumerate(found) if one["error"]} == {
        7: "column 'body' has no text",
        9: "column 'date': 'soon' is not an ISO 8601 or RFC 2822 date; say the date format, as '%d/%m/%Y'",
        11: "column 'id' has no identifier",
    }
    assert [one for index, one in enumerate(found) if index not in (7, 9, 11)] == [
        one for index, one in enumerate(EXPECTED.to_pylist()) if index not in (7, 9, 11)
    ]


def test_misuse_is_told_before_any_work() -> None:
    with pytest.raises(newsparse.UsageError, match="the rows need identifiers"):
        make_parse_batch(["body"])
    with pytest.raises(newsparse.UsageError, match="which column holds the text"):
        make_parse_batch(["id", "words"])
    with pytest.raises(newsparse.UsageError, match="no column 'body'; it has: id"):
        FUNCTION(batch().select(["id"]))


def test_a_worker_with_other_plugins_says_so() -> None:
    import attrs

    lacking = attrs.evolve(FUNCTION, plugins=(("newsparse-tides", "1.0", "installed"),))
    with pytest.raises(newsparse.UsageError, match=r"worker on .*: plugin newsparse-tides is missing; install newsp"):
        pickle.loads(pickle.dumps(lacking))(batch())
    older = attrs.evolve(FUNCTION, version="0.0.1")
    with pytest.raises(newsparse.UsageError, match=r"newsparse is .* here, but 0.0.1 at the driver"):
        older(batch())
    fewer = attrs.evolve(FUNCTION, plugins=())
    with pytest.raises(newsparse.UsageError, match="plugin towns is installed, but not at the driver"):
        fewer(batch())


def test_polars() -> None:
    pl = pytest.importorskip("polars")
    df = pl.from_arrow(pa.Table.from_batches([batch()]))
    found = pl.from_arrow(FUNCTION(df.to_arrow()))
    assert found.to_dicts() == EXPECTED.to_pylist()
    lazy = df.lazy().map_batches(lambda part: pl.from_arrow(FUNCTION(part.to_arrow())), schema=found.schema)
    assert lazy.collect().to_dicts() == EXPECTED.to_pylist()


def test_duckdb() -> None:
    duckdb = pytest.importorskip("duckdb")
    connection = duckdb.connect()
    connection.register("news", pa.Table.from_batches([batch()]))
    batches = connection.sql("SELECT * FROM news").to_arrow_reader(64)
    found = pa.RecordBatchReader.from_batches(EXPECTED.schema, map(FUNCTION, batches))
    other = duckdb.connect()
    other.register("found", found)
    rows = other.sql("SELECT article_id, unnest(mentions, recursive := true) FROM found").fetchall()
    assert [row[:3] for row in rows] == [(id, 0, "Velmora") for id in IDS]


def test_dask() -> None:
    dd = pytest.importorskip("dask.dataframe")
    frame = dd.from_pandas(pa.Table.from_batches([batch()]).to_pandas(), npartitions=3)
    meta = EXPECTED.schema.empty_table().to_pandas()
    found = frame.map_partitions(lambda part: FUNCTION(pa.RecordBatch.from_pandas(part)).to_pandas(), meta=meta)
    result = found.compute(scheduler="synchronous")
    assert result["article_id"].tolist() == IDS
    assert [one[0]["mention_text"] for one in result["mentions"]] == ["Velmora"] * 150


RAY = """
import os, sys
import pyarrow as pa, ray
from newsparse import Parser
from newsparse.batch import make_parse_batch

ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False)
news = pa.table({"id": [str(n) for n in range(100)], "text": [f"Velmora opens, part {n}." for n in range(100)]})
function = make_parse_batch(news.column_names, parser=Parser(only=[]))
found = ray.data.from_arrow(news).map_batches(function, batch_format="pyarrow", batch_size=32).take_all()
print(sorted(int(one["article_id"]) for one in found) == list(range(100)), {one["error"] for one in found})
"""


def test_ray() -> None:
    pytest.importorskip("ray", reason="Ray is large, and not among what the tests need")
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", RAY], capture_output=True, text=True, check=False)
    assert done.stdout.splitlines()[-1:] == ["True {None}"], done.stderr
