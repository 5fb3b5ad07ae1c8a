"""A real local Spark session gives what the batch runner gives, and says what is wrong with its workers."""

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

import newsparse

pytest.importorskip("pyspark", reason="Spark needs pyspark; pip install newsparse[spark]")
if shutil.which("java") is None:
    pytest.skip("Spark needs Java 17; apt-get install openjdk-17-jre-headless", allow_module_level=True)

from newsparse import batch, spark

pytestmark = pytest.mark.filterwarnings(
    "ignore::ResourceWarning",  # pyspark leaves sockets open
    "ignore::pytest.PytestUnraisableExceptionWarning",
    "ignore:PySpark does not yet fully support pandas:FutureWarning",
)

PLUGIN = """
import newsparse

@newsparse.hookimpl
def newsparse_find_mentions(article):
    if "FAIL" in article.text:
        raise SystemExit("no such thing")
    start = article.text.index("Velmora")
    yield newsparse.Mention(span=newsparse.Span(start, start + 7), form="name", found_by="town")
"""
COUNT = 20_000


@pytest.fixture(scope="module")
def session() -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    made = (
        SparkSession.builder.master("local[2]")
        .appName("newsparse")
        .config("spark.ui.enabled", "false")
        .config("spark.driver.bindAddress", "127.0.0.1")
        .config("spark.sql.session.timeZone", "UTC")
        .config("spark.log.level", "OFF")
        .getOrCreate()
    )
    yield made
    made.stop()


@pytest.fixture(scope="module")
def news(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Write generated articles as Parquet; two of them are broken."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    texts: list[str | None] = [f"Velmora opens, part {n}.\n“We are glad,” said Ann.\n" for n in range(COUNT)]
    texts[77], texts[78] = None, "FAIL: nothing of it is found."
    path = tmp_path_factory.mktemp("spark") / "news.parquet"
    ids = [f"a{n:05}" for n in range(COUNT)]
    pq.write_table(pa.table({"id": ids, "body": texts, "date": ["2024-08-15"] * COUNT}), path, row_group_size=5000)
    return path


@pytest.fixture(scope="module")
def parser(tmp_path_factory: pytest.TempPathFactory) -> newsparse.Parser:
    from newsparse.cli.options import load_plugin_file

    file = tmp_path_factory.mktemp("plugin") / "spark_towns.py"
    file.write_text(PLUGIN, "utf-8")
    return newsparse.Parser([load_plugin_file(file)], only=["spark_towns"])


def test_twenty_thousand_articles_are_as_those_of_a_batch_run(
    session: Any, news: Path, parser: newsparse.Parser, tmp_path: Path
) -> None:
    import pyarrow.parquet as pq

    batch.run(news, tmp_path / "tables", parser=parser, to="parquet", workers=2)
    parsed = spark.parse_dataframe(session.read.parquet(str(news)), text="body", parser=parser).cache()
    found = sorted((row.asDict(recursive=True) for row in parsed.collect()), key=lambda row: row["article_id"])
    for table in batch.TABLES:
        expected = pq.read_table(tmp_path / "tables" / table.name).drop_columns(
            [name for name in ("article_row",) if table.name == "articles"]
        )
        if table.name == "articles":
            rows = [{name: row[name] for name in expected.column_names} for row in found]
        else:
            rows = [{"article_id": row["article_id"], **one} for row in found for one in row[table.name]]
        assert rows == expected.to_pylist(), table.name
    assert spark.table(parsed, "mentions").count() == COUNT - 2
    errors = spark.table(parsed, "articles").where("error is not null").collect()
    assert [(row.article_id, row.error) for row in errors] == [("a00077", "column 'body' has no text")]
    problems = spark.table(parsed, "problems").where("problem_hook != 'batch'").collect()
    assert [(row.article_id, row.problem_message) for row in problems] == [("a00078", "SystemExit: no such thing")]


def test_plugins_that_the_workers_lack_are_named(session: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "driver_only.py").write_text(PLUGIN, "utf-8")
    info = tmp_path / "driver_only-1.2.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: driver-only\nVersion: 1.2\n", "utf-8")
    (info / "entry_points.txt").write_text("[newsparse]\ndriver-only = driver_only\n", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    frame = session.createDataFrame([("1", "Velmora opens.")], ["id", "text"])
    parsed = spark.parse_dataframe(frame, parser=newsparse.Parser(only=["driver-only"]))
    with pytest.raises(Exception, match=r"plugin driver-only is missing; install driver-only==1\.2 there"):
        parsed.collect()


def test_misuse_is_told_at_the_driver(session: Any) -> None:
    frame = session.createDataFrame([("1", "Velmora opens.")], ["id", "words"])
    with pytest.raises(newsparse.UsageError, match="which column holds the text"):
        spark.parse_dataframe(frame)
    with pytest.raises(newsparse.UsageError, match="the rows need identifiers"):
        spark.parse_dataframe(frame.drop("id"), text="words")
    with pytest.raises(newsparse.UsageError, match="no table 'quote'; known: articles, quotes"):
        spark.table(frame, "quote")
