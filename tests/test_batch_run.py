"""A run from input to output: every form, every kind of row, the same rows in the same order each time."""

import csv
import gzip
import json
from pathlib import Path

import pytest

import newsparse
from newsparse.batch import TABLES, run
from newsparse.interchange import from_json

PARSER = newsparse.Parser(only=[])
TEXTS = [f"The harbour of Velmora opens again, part {number}.\n“We are glad,” said Ann Lee.\n" for number in range(40)]


def write_jsonl(path: Path, records: list[dict[str, object]]) -> Path:
    path.write_text("".join(json.dumps(one) + "\n" for one in records), "utf-8")
    return path


@pytest.fixture
def news(tmp_path: Path) -> Path:
    records = [{"id": f"a{index}", "body": text, "date": "2024-08-15"} for index, text in enumerate(TEXTS)]
    return write_jsonl(tmp_path / "news.jsonl", records)


def articles_of(path: Path) -> list[newsparse.Article]:
    data = path.read_bytes()
    return [from_json(line) for line in (gzip.decompress(data) if path.suffix == ".gz" else data).splitlines()]


@pytest.mark.parametrize("name", ["out.jsonl", "out.jsonl.gz"])
def test_a_run_gives_what_the_parser_gives(news: Path, tmp_path: Path, name: str) -> None:
    report = run(news, tmp_path / name, parser=PARSER, workers=2, part_rows=15)
    expected = [PARSER.parse(text, id=f"a{index}", published="2024-08-15") for index, text in enumerate(TEXTS)]
    assert articles_of(tmp_path / name) == expected
    assert (report.rows, report.errors, report.rows_before) == (40, 0, 0)


def test_the_number_of_workers_changes_nothing(news: Path, tmp_path: Path) -> None:
    for workers in (1, 2, 3):
        run(news, tmp_path / f"{workers}.jsonl", parser=PARSER, workers=workers, part_rows=15)
    written = [(tmp_path / f"{workers}.jsonl").read_bytes() for workers in (1, 2, 3)]
    assert written[0] == written[1] == written[2]


def test_a_complete_run_is_not_done_again_and_other_settings_are_refused(news: Path, tmp_path: Path) -> None:
    output = tmp_path / "out.jsonl"
    run(news, output, parser=PARSER, workers=1)
    before = output.stat().st_mtime_ns
    assert run(news, output, parser=PARSER, workers=1).rows_before == 40
    assert output.stat().st_mtime_ns == before
    with pytest.raises(newsparse.UsageError, match=r"begun with other settings .*max_chars=10"):
        run(news, output, parser=newsparse.Parser(only=[], max_chars=10), workers=1)
    report = run(news, output, parser=newsparse.Parser(only=[], max_chars=10), workers=1, restart=True)
    assert report.errors == 40


def test_a_changed_input_is_refused(news: Path, tmp_path: Path) -> None:
    run(news, tmp_path / "out.jsonl", parser=PARSER, workers=1)
    news.write_text(news.read_text("utf-8") + "\n", "utf-8")
    with pytest.raises(newsparse.UsageError, match=r"other settings .input"):
        run(news, tmp_path / "out.jsonl", parser=PARSER, workers=1)


@pytest.mark.parametrize("restart", [False, True])
def test_a_file_of_somebody_else_is_never_overwritten(news: Path, tmp_path: Path, restart: bool) -> None:
    (tmp_path / "mine.jsonl").write_text("precious", "utf-8")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "letter.txt").write_text("precious", "utf-8")
    for name, to in (("mine.jsonl", None), ("folder", "csv")):
        with pytest.raises(newsparse.UsageError, match="no batch run has written it"):
            run(news, tmp_path / name, parser=PARSER, to=to, workers=1, restart=restart)
    assert (tmp_path / "mine.jsonl").read_text("utf-8") == "precious"


def test_csv_tables(news: Path, tmp_path: Path) -> None:
    run(news, tmp_path / "tables", parser=PARSER, to="csv", workers=1)
    for table in TABLES:
        with (tmp_path / "tables" / f"{table.name}.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        assert rows[0] == [column.name for column in table.columns]
        if table.name == "articles":
            assert [row[0] for row in rows[1:]] == [f"a{index}" for index in range(40)]
            assert rows[1][rows[0].index("text")] == TEXTS[0]


@pytest.mark.parametrize(("output", "to"), [("news/out.jsonl", None), ("news/tables", "csv")])
def test_an_output_in_the_input_folder_is_no_input(tmp_path: Path, output: str, to: str | None) -> None:
    (tmp_path / "news").mkdir()
    (tmp_path / "news" / "a.txt").write_text(TEXTS[0], "utf-8")
    for done in (0, 1):
        report = run(tmp_path / "news", tmp_path / output, parser=PARSER, to=to, workers=1)
        assert (report.rows, report.rows_before) == (1, done)


@pytest.mark.parametrize("to", ["jsonl", "csv"])
def test_a_run_that_ended_while_files_got_their_names_is_completed(news: Path, tmp_path: Path, to: str) -> None:
    output = tmp_path / ("out.jsonl" if to == "jsonl" else "out")
    run(news, output, parser=PARSER, to=to, workers=1)
    manifest = output.with_name("out.jsonl.manifest.json") if to == "jsonl" else output / "manifest.json"
    complete = manifest.read_text("utf-8")
    manifest.write_text(complete.replace('"complete": true', '"complete": false'), "utf-8")
    before = {path: path.read_bytes() for path in (output.iterdir() if to == "csv" else [output])}
    if to == "csv":
        (output / "quotes.csv").rename(output / "quotes.csv.partial")
    assert run(news, output, parser=PARSER, to=to, workers=1).rows_before == 40
    assert manifest.read_text("utf-8") == complete
    assert {path: path.read_bytes() for path in before if path != manifest} == {
        path: data for path, data in before.items() if path != manifest
    }


def test_a_folder_of_files(tmp_path: Path) -> None:
    folder = tmp_path / "news"
    (folder / "deep").mkdir(parents=True)
    (folder / "b.txt").write_text(TEXTS[0], "utf-8")
    (folder / "deep" / "a.txt").write_bytes("Café in Velmora, the mayor’s favourite.\n".encode("cp1252"))
    (folder / "picture.png").write_bytes(b"\x89PNG")
    (folder / ".hidden.txt").write_text("no", "utf-8")
    run(folder, tmp_path / "out.jsonl", parser=PARSER, workers=1)
    found = articles_of(tmp_path / "out.jsonl")
    assert [(one.id, one.text[:4]) for one in found] == [("b.txt", "The "), ("deep/a.txt", "Café")]


BROKEN = [
    (b'{"id": "1", "text": "He left."}', None),
    (b"", ...),
    (b"{broken", "the line is no JSON: Expecting property name enclosed in double quotes"),
    (b"[1, 2]", "the line is a JSON list, not an object with a text"),
    (b'{"id": "4"}', "column 'text' has no text"),
    (b'{"id": "5", "text": "  "}', "column 'text' has no text"),
    (b'{"id": "6", "text": 7}', "column 'text' holds a int, not text"),
    (b'{"id": "7", "text": "He left.", "date": "soon"}', "column 'date': 'soon' is not an ISO 8601 or RFC 2822 date"),
    (b'{"id": "8", "text": "He left.", "date": ""}', None),
    (b'{"id": 9, "text": "The Caf\xe9 in Velmora is the mayor\x92s favourite."}', None),
    (b'{"id": "10", "text": "A lone \\ud83d half."}', None),
    (b'{"id": "11", "text": "%s"}' % (b"x" * 3000), "source has 3000 characters, max_chars is 2000"),
]  # fmt: skip


@pytest.mark.parametrize("to", ["jsonl", "csv", "parquet"])
def test_broken_rows_become_error_rows_and_the_others_survive(tmp_path: Path, to: str) -> None:
    if to == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet needs pyarrow")
    lines = b"\n".join(line for line, _error in BROKEN)
    (tmp_path / "rows.jsonl").write_bytes(lines)
    parser = newsparse.Parser(only=[], max_chars=2000)
    output = tmp_path / ("out.jsonl" if to == "jsonl" else "out")
    report = run(tmp_path / "rows.jsonl", output, parser=parser, to=to, workers=1)
    expected = [error for _line, error in BROKEN if error is not ...]
    assert (report.rows, report.errors) == (len(expected), sum(map(bool, expected)))
    if to != "jsonl":
        return
    found = articles_of(output)
    for article, error in zip(found, expected, strict=True):
        told = [problem.message for problem in article.problems if problem.hook == "batch"]
        assert (told[0].startswith(error) or error in told[0]) if error else not told, (article.id, told)
    assert [one.id for one in found] == [
        "1", "rows.jsonl:3", "rows.jsonl:4", "4", "5", "6", "7", "8", "9", "10", "11"
    ]  # fmt: skip
    assert found[8].text == "The Café in Velmora is the mayor’s favourite."
    assert found[9].text == "A lone \ud83d half."
