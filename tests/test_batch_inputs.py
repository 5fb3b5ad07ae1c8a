"""What can be read: kinds of files, ways to write CSV, names of columns, forms of dates."""

import datetime as dt
import gzip
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

import newsparse
from newsparse.batch import Columns
from newsparse.batch.columns import choose_columns
from newsparse.batch.inputs import find_inputs
from newsparse.batch.readers import Position, Read, Reader
from newsparse.batch.rows import read_date

TEXT = "The harbour of Velmora opens again."


def read(
    path: Path | list[str], columns: Mapping[str, str] | None = None, date_format: str | None = None
) -> list[Read]:
    names: list[Any] = path if isinstance(path, list) else [path]
    reader = Reader(inputs=find_inputs(names), columns=columns or {}, date_format=date_format)
    return list(reader.rows(Position(), 0))


def rows(path: Path, columns: Mapping[str, str] | None = None) -> list[tuple[str, Any, str | None]]:
    return [(one.row.id, one.row.source, one.row.error) for one in read(path, columns)]


@pytest.mark.parametrize(
    ("found", "given", "told"),
    [
        (["id", "text", "published"], {}, "text=text, published=published, id=id"),
        (["Headline", "Body", "Date"], {}, "text=Body, published=Date, title=Headline, id from row numbers"),
        (["text", "content", "title"], {}, "text=text, title=title, id from row numbers"),
        (["publish_date", "Article Text", "guid"], {}, "text=Article Text, published=publish_date, id=guid"),
        (["words", "day"], {"text": "words", "published": "day"}, "text=words, published=day, id from row numbers"),
        (["text", "date"], {"published": ""}, "text=text, id from row numbers"),
        (["text", "title"], {"id": "title"}, "text=text, id=title"),
        (["raw_html", "url"], {}, "html=raw_html, url=url, id from row numbers"),
    ],
)
def test_columns_are_guessed_and_settable(found: list[str], given: dict[str, str], told: str) -> None:
    assert choose_columns("news.csv", found, given).told() == told


@pytest.mark.parametrize(
    ("found", "given", "says"),
    [
        (["a", "b"], {}, "news.csv: which column holds the text? It has: a, b; say columns text=NAME"),
        (["text"], {"published": "day"}, "news.csv: no column 'day' for published; it has: text"),
        (["text"], {"txt": "text"}, "columns: no field 'txt'; known: text, html, published"),
    ],
)
def test_columns_that_are_not_there_are_told(found: list[str], given: dict[str, str], says: str) -> None:
    with pytest.raises(newsparse.UsageError, match=re.escape(says)):
        choose_columns("news.csv", found, given)


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("2024-08-15", None, dt.date(2024, 8, 15)),
        ("20240815", None, dt.date(2024, 8, 15)),
        ("2024-08-15 09:30:00", None, dt.datetime(2024, 8, 15, 9, 30)),
        ("2024-08-15T09:30:00.000Z", None, dt.datetime(2024, 8, 15, 9, 30, tzinfo=dt.UTC)),
        ("Thu, 15 Aug 2024 09:30:00 GMT", None, dt.datetime(2024, 8, 15, 9, 30, tzinfo=dt.UTC)),
        ("15/08/2024", "%d/%m/%Y", dt.date(2024, 8, 15)),
        ("15.8.24 09:30", "%d.%m.%y %H:%M", dt.datetime(2024, 8, 15, 9, 30)),
        (" ", None, None),
        (dt.date(2024, 8, 15), None, dt.date(2024, 8, 15)),
    ],
)
def test_dates_in_the_forms_of_collections(text: object, form: str | None, expected: object) -> None:
    assert read_date(text, form) == expected


@pytest.mark.parametrize(
    ("text", "form"),
    [("15/08/2024", None), ("soon", None), ("2024-08-15", "%d/%m/%Y"), (17.5, None), ("Mon, 99", None)],
)
def test_a_date_is_never_guessed(text: object, form: str | None) -> None:
    with pytest.raises(newsparse.UsageError, match="date"):
        read_date(text, form)


CSV = f'id,body,date\r\n1,"{TEXT}\r\n“Yes, all of it,” said Ann.",2024-08-15\r\n2,"He said ""no"".",\r\n'
CSV_ROWS = [
    ("1", {"text": f"{TEXT}\r\n“Yes, all of it,” said Ann.", "published": dt.date(2024, 8, 15)}, None),
    ("2", {"text": 'He said "no".'}, None),
]


SEMICOLONS = re.sub(r'(^id|^1|^2|body|"),', r"\1;", CSV, flags=re.MULTILINE)
TABS = SEMICOLONS.replace(";", "\t")


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("news.csv", CSV.encode()),
        ("news.csv", CSV.encode("utf-8-sig")),
        ("news.csv", CSV.encode("utf-16")),
        ("news.csv.gz", gzip.compress(CSV.encode())),
        ("news.csv", SEMICOLONS.encode()),
        ("news.tsv", TABS.encode()),
    ],
    ids=["utf-8", "byte order mark", "utf-16", "gzip", "semicolons", "tabs"],
)
def test_csv_as_people_write_it(tmp_path: Path, name: str, data: bytes) -> None:
    (tmp_path / name).write_bytes(data)
    assert rows(tmp_path / name) == CSV_ROWS


def test_broken_csv_rows_are_error_rows(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_bytes(
        b'text,date\n"He left.",2024-08-15\n"one",2,3\nalone\n\n"The Caf\xe9 in Velmora is open.",\n"never closed'
    )
    assert [(id, error) for id, _source, error in rows(path)] == [
        ("news.csv:1", None),
        ("news.csv:2", "row near line 3 has 3 fields, the header 2"),
        ("news.csv:3", "row near line 4 has 1 fields, the header 2"),
        ("news.csv:4", None),
        ("news.csv:5", "row near line 7 has 1 fields, the header 2"),
    ]
    assert rows(path)[3][1] == {"text": b"The Caf\xe9 in Velmora is open."}  # the parser finds out the encoding


def lines(count: int) -> bytes:
    return b"".join(json.dumps({"id": str(n), "text": TEXT}).encode() + b"\n" for n in range(count))


@pytest.mark.parametrize("packed", ["", ".gz", ".zst"])
def test_jsonl_packed_or_not(tmp_path: Path, packed: str) -> None:
    path = tmp_path / f"news.jsonl{packed}"
    data = lines(300)
    if packed == ".gz":
        data = gzip.compress(data[:5000]) + gzip.compress(data[5000:])  # two members, as `cat a.gz b.gz` makes them
    elif packed == ".zst":
        pa = pytest.importorskip("pyarrow", reason=".zst needs pyarrow")
        codec = pa.Codec("zstd")
        data = codec.compress(data[:5000], asbytes=True) + codec.compress(data[5000:], asbytes=True)
    path.write_bytes(data)
    assert rows(path) == [(str(n), {"text": TEXT}, None) for n in range(300)]


@pytest.mark.parametrize("packed", [".gz", ".zst"])
def test_a_file_that_ends_early_gives_what_it_has_and_an_error_row(tmp_path: Path, packed: str) -> None:
    path = tmp_path / f"news.jsonl{packed}"
    if packed == ".gz":
        data = gzip.compress(lines(5000), 0)
    else:
        data = (
            pytest.importorskip("pyarrow", reason=".zst needs pyarrow")
            .Codec("zstd", 1)
            .compress(lines(5000), asbytes=True)
        )
    path.write_bytes(data[: len(data) // 2])
    found = rows(path)
    assert found[-1][2] is not None
    assert "cannot be read on" in found[-1][2] or "no JSON" in found[-1][2]
    assert [error for _id, _source, error in found[:-1]] == [None] * (len(found) - 1)


def test_parquet(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow", reason="Parquet needs pyarrow")
    import pyarrow.parquet as pq

    moments = pa.array([1_723_714_200_000_000_123, None], pa.timestamp("ns"))
    table = pa.table({"id": [7, 8], "text": [TEXT, None], "date": moments, "author": [["Ann Lee"], None], "n": [1, 2]})
    pq.write_table(table, tmp_path / "news.parquet")
    (tmp_path / "other.parquet").write_bytes(b"PAR1 no, it is not")
    assert rows(tmp_path / "news.parquet") == [
        ("7", {"text": TEXT, "published": dt.datetime(2024, 8, 15, 9, 30), "authors": ("Ann Lee",)}, None),
        ("8", {}, "column 'text' has no text"),
    ]
    assert "cannot be read on after 0 rows" in str(rows(tmp_path / "other.parquet")[0][2])


def test_reading_goes_on_from_any_row(tmp_path: Path) -> None:
    for name in ("a.jsonl", "c.jsonl"):
        (tmp_path / name).write_bytes(lines(5))
    (tmp_path / "b.txt").write_text(TEXT, "utf-8")
    everything = read(tmp_path)
    reader = Reader(inputs=find_inputs([tmp_path]))
    for done in range(len(everything)):
        start = everything[done - 1].position if done else Position()
        assert list(reader.rows(start, done)) == everything[done:]


def test_folders_patterns_and_files_are_listed_in_order(tmp_path: Path) -> None:
    for name in ("b/2.txt", "b/1.txt", "b/10.txt", "a/x.txt", "a/x.pdf", "c.jsonl"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(TEXT if path.suffix != ".jsonl" else "", "utf-8")
    found = find_inputs([f"{tmp_path}/b", f"{tmp_path}/*.jsonl", f"{tmp_path}/a/*"])
    assert [file.name for file in found.files()] == ["b/1.txt", "b/10.txt", "b/2.txt", "c.jsonl", "a/x.txt"]
    assert [file.name for file in find_inputs([tmp_path]).files()] == [
        "c.jsonl",
        "a/x.txt",
        "b/1.txt",
        "b/10.txt",
        "b/2.txt",
    ]
    assert find_inputs([tmp_path]).left_out == ((".pdf", 1),)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("nothing.csv", "no such file"),
        ("*.csv", "no such file"),
        ("a.pdf", "known kinds: .txt"),
        ("empty", "no input there"),
    ],
)
def test_inputs_that_are_not_there_are_told(tmp_path: Path, name: str, says: str) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF")
    (tmp_path / "empty").mkdir()
    with pytest.raises(newsparse.UsageError, match=re.escape(says)):
        find_inputs([tmp_path / name])


def test_html_without_a_reader_is_refused(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<p>He left.</p>", "utf-8")
    with pytest.raises(newsparse.UsageError, match="pip install newsparse-html"):
        newsparse.batch.run(tmp_path, tmp_path / "out.jsonl", parser=newsparse.Parser(only=[]))


def test_no_columns_are_needed_of_an_empty_file(tmp_path: Path) -> None:
    (tmp_path / "news.jsonl").write_bytes(b"")
    (tmp_path / "news.csv").write_bytes(b"")
    assert read([str(tmp_path / "news.jsonl"), str(tmp_path / "news.csv")]) == []
    assert Columns().told() == "id from row numbers"
