"""The command line as a person and a pipe use it."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ARTICLE = "Harbour reopens\nThe harbour of Velmora opens again.\n“We are glad,” said Ann Lee.\n"


def newsparse(*arguments: str, given: str = "", env: dict[str, str] | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from newsparse.cli import main; main()", *arguments]
    return subprocess.run(command, input=given, capture_output=True, text=True, env=env, check=False)


def test_parse_prints_a_page(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(ARTICLE, "utf-8")
    done = newsparse("parse", str(file), "--published", "2024-08-15", "--only", "")
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.splitlines()[:2] == ["Harbour reopens", "2024-08-15"]
    assert "\x1b" not in done.stdout  # a pipe gets no colours


def test_parse_reads_standard_input_and_prints_json() -> None:
    done = newsparse("parse", "-", "--format", "json", given=ARTICLE)
    assert json.loads(done.stdout)["text"] == ARTICLE


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        (["parse", "no/such/file"], 2, "newsparse: no/such/file: cannot be read: No such file or directory"),
        (["parse", "-"], 2, "newsparse: standard input is empty; pipe an article's text in, or name a file"),
        (["parse", __file__, "--published", "tomorrow"], 2, "newsparse: published: 'tomorrow' is no ISO 8601 date"),
        (["parse", __file__, "--only", "nothing"], 2, "newsparse: Parser: only: no plugin 'nothing'; known:"),
        (["prase"], 2, "No such command 'prase'"),
        (["parse"], 2, "Missing argument"),
    ],
)
def test_errors_say_what_to_do_and_are_no_traceback(arguments: list[str], code: int, says: str) -> None:
    done = newsparse(*arguments)
    assert done.returncode == code
    assert says in done.stderr
    assert "Traceback" not in done.stderr


def test_plugins_lists_what_is_installed() -> None:
    told = json.loads(newsparse("plugins", "--json").stdout)
    assert set(told) == {"active", "broken"}
    assert all({"name", "origin", "version", "hooks"} == set(one) for one in told["active"])


def test_a_pipe_that_closes_early_is_no_traceback(tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text(ARTICLE * 3000, "utf-8")
    command = f"{sys.executable} -c 'from newsparse.cli import main; main()' parse {file} --only '' | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert (done.stdout, done.stderr) == ("Harbour reopens\n", "")


def test_help_and_version() -> None:
    assert "parse" in newsparse("--help").stdout
    assert newsparse("--version").stdout.startswith("newsparse, version 0.")


PLUGIN_FILE = """
import newsparse

@newsparse.hookimpl
def newsparse_find_mentions(article):
    start = article.text.index("Velmora")
    yield newsparse.Mention(span=newsparse.Span(start, start + 7), form="name", found_by="town")
"""


def test_a_file_of_hooks_takes_part(tmp_path: Path) -> None:
    file = tmp_path / "towns.py"
    file.write_text(PLUGIN_FILE, "utf-8")
    arguments = ["parse", "-", "--format", "json", "--only", "", "--plugin-file", str(file)]
    told = json.loads(newsparse(*arguments, given=ARTICLE).stdout)
    assert [(one["text"], one["found_by"]) for one in told["mentions"]] == [("Velmora", "towns:town")]


@pytest.mark.parametrize(("code", "says"), [(None, "is no Python file"), ("raise KeyError(1)", "KeyError: 1")])
def test_a_file_that_is_no_plugin_is_told(code: str | None, says: str, tmp_path: Path) -> None:
    file = tmp_path / "broken.py"
    if code:
        file.write_text(code, "utf-8")
    done = newsparse("parse", "-", "--plugin-file", str(file), given=ARTICLE)
    assert done.returncode == 2
    assert says in done.stderr


def test_the_environment_can_allow_plugins_and_trace_calls(tmp_path: Path) -> None:
    file = tmp_path / "towns.py"
    file.write_text(PLUGIN_FILE, "utf-8")
    environment = {**os.environ, "NEWSPARSE_PLUGINS": "", "NEWSPARSE_TRACE": "1"}
    told = json.loads(newsparse("plugins", "--json", env=environment).stdout)
    assert told["active"] == []
    done = newsparse("parse", "-", "--plugin-file", str(file), given=ARTICLE, env=environment)
    assert done.stderr.startswith("newsparse: towns newsparse_find_mentions: 1 in ")


LABELS = """
import newsparse

@newsparse.hookimpl
def newsparse_label_blocks(article):
    for block in article.blocks:
        if block.span.of(article.text).startswith("Read more"):
            yield newsparse.Block(span=block.span, kind="read_more", found_by="label")
"""


def test_clean_prints_the_body_or_every_line_with_its_label(tmp_path: Path) -> None:
    file = tmp_path / "labels.py"
    file.write_text(LABELS, "utf-8")
    options = ["-", "--only", "", "--plugin-file", str(file)]
    text = f"{ARTICLE}Read more: Why it closed\n"
    body = "The harbour of Velmora opens again.\n“We are glad,” said Ann Lee.\n"
    assert newsparse("clean", *options, given=text).stdout == body
    assert newsparse("clean", *options, "--with", "read_more", given=text).stdout == f"{body}Read more: Why it closed\n"
    shown = newsparse("clean", *options, "--show", given=text).stdout.splitlines()
    assert [line.split()[0] for line in shown] == ["title", "paragraph", "paragraph", "read_more"]
    assert shown[-1].endswith("Read more: Why it closed  (labels:label)")
    done = newsparse("clean", *options, "--with", "photo", given=text)
    assert (done.returncode, "no kind of block 'photo'; known: title" in done.stderr) == (2, True)
