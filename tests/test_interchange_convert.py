"""`newsparse convert`: every format from the command line, and corrected files back into articles."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsparse import from_json
from newsparse.cli.convert import CONFIGURATIONS, FORMATS, convert
from newsparse.errors import UsageError

RIVERTON = Path(__file__).parent / "articles" / "riverton.json"


def run(*arguments: str, given: str | None = None) -> str:
    done = CliRunner().invoke(convert, arguments, input=given, catch_exceptions=False, standalone_mode=False)
    return done.stdout


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "spacy"])
def test_every_format_is_written_from_the_command_line(form: str) -> None:
    assert "vote" in run(str(RIVERTON), "--to", form) or form == "plover"


@pytest.mark.parametrize("form", CONFIGURATIONS)
def test_what_stands_beside_a_format_is_written(form: str) -> None:
    assert "direct" in run("--to", form, "--config")


def test_json_goes_through_unchanged(tmp_path: Path) -> None:
    out = tmp_path / "again.json"
    run(str(RIVERTON), "--to", "json", "-o", str(out))
    assert from_json(out.read_bytes()) == from_json(RIVERTON.read_bytes())


def test_a_spacy_file_is_read_back(tmp_path: Path) -> None:
    tokens = pytest.importorskip("spacy.tokens", reason="needs spaCy, which is large")
    import spacy

    out = tmp_path / "articles.spacy"
    run(str(RIVERTON), "--to", "spacy", "-o", str(out))
    (doc,) = tokens.DocBin().from_bytes(out.read_bytes()).get_docs(spacy.blank("en").vocab)
    assert [span.text for span in doc.spans["places"]] == ["Eastholm"]


def test_several_articles_are_lines_of_one_file(tmp_path: Path) -> None:
    lines = run(str(RIVERTON), str(RIVERTON), "--to", "jsonl")
    many = tmp_path / "many.jsonl"
    many.write_text(lines, "utf-8")
    assert len(json.loads(run(str(many), "--to", "schema.org"))) == 2
    with pytest.raises(UsageError, match="takes one article a file, these are 2"):
        run(str(many), "--to", "brat")


def test_a_text_is_parsed_first() -> None:
    made = json.loads(run("-", "--to", "json", "--only", "", "--published", "2024-03-05", given="Ann left.\n"))
    assert (made["text"], made["published"]) == ("Ann left.\n", "2024-03-05")


@pytest.mark.parametrize("beside", [True, False], ids=["with the text beside it", "with its article"])
def test_a_corrected_ann_file_becomes_an_article(tmp_path: Path, beside: bool) -> None:
    ann = tmp_path / "riverton.ann"
    ann.write_text(run(str(RIVERTON), "--to", "brat").replace(" indirect", " mixed"), "utf-8")
    article = from_json(RIVERTON.read_bytes())
    if beside:
        (tmp_path / "riverton.txt").write_bytes(article.text.encode("utf-8"))
    of = [] if beside else ["--of", str(RIVERTON)]
    back = from_json(run(str(ann), "--to", "json", *of))
    assert [quote.kind for quote in back.quotes] == ["mixed", "direct", "direct"]
    assert back.title == (None if beside else article.title)


def test_an_ann_file_without_its_text_is_refused(tmp_path: Path) -> None:
    ann = tmp_path / "a.ann"
    ann.write_text("", "utf-8")
    with pytest.raises(UsageError, match=r"needs a\.txt beside it, or --of the article"):
        run(str(ann), "--to", "json")


def test_corrected_label_studio_tasks_become_articles(tmp_path: Path) -> None:
    export = tmp_path / "export.json"
    export.write_text(run(str(RIVERTON), "--to", "label-studio"), "utf-8")
    back = run(str(export), "--to", "jsonl", "--of", str(RIVERTON))
    assert from_json(back) == from_json(RIVERTON.read_bytes())


def test_json_that_holds_no_article_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_text('{"a": 1}', "utf-8")
    with pytest.raises(UsageError, match="holds no articles"):
        run(str(file), "--to", "json")


def test_the_command_is_there() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "from newsparse.cli import main; main()", "convert", str(RIVERTON), "--to", "plover"],
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    assert [json.loads(line)["event"] for line in done.stdout.splitlines()] == [
        "PROTEST",
        "PROTEST",
        "CONSULT",
        "PROTEST",
    ]
