"""Plugins that misbehave in a command or a batch: what they print, and what they cost when they hang or die."""

from __future__ import annotations

import json
import subprocess
import sys
import types
from pathlib import Path

import pytest

from newsparse import Article, Parser, hookimpl
from newsparse.interchange import from_json


@hookimpl
def newsparse_find_dates(article: Article) -> None:
    print("hello")


def test_in_a_program_of_your_own_a_print_is_a_print(capsys: pytest.CaptureFixture[str]) -> None:
    Parser([types.SimpleNamespace(name="noisy", newsparse_find_dates=newsparse_find_dates)], only=["noisy"]).parse(
        "Ann."
    )
    assert capsys.readouterr() == ("hello\n", "")


NOISY = """
import newsparse

print("loaded")

@newsparse.hookimpl
def newsparse_find_mentions(article):
    print("called")
    yield newsparse.Mention(span=newsparse.Span(0, 3), form="name")
"""
COMMANDS: dict[str, list[str]] = {
    "parse": ["parse", "a.txt"],
    "JSON": ["parse", "a.txt", "--format", "json"],
    "clean": ["clean", "a.txt"],
    "convert": ["convert", "a.txt", "--to", "schema.org"],
    "explain": ["explain", "a.txt"],
    "view": ["view", "a.txt", "-o", "-"],
}


@pytest.mark.parametrize("name", COMMANDS)
def test_what_a_plugin_prints_in_a_command_goes_to_standard_error(name: str, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Ann left.", "utf-8")
    (tmp_path / "noisy.py").write_text(NOISY, "utf-8")
    (tmp_path / "quiet.py").write_text(NOISY.replace("print(", "str("), "utf-8")
    ask = [
        sys.executable,
        "-c",
        "from newsparse.cli import main; main()",
        *COMMANDS[name],
        "--only",
        "",
        "--plugin-file",
    ]
    noisy, quiet = (
        subprocess.run([*ask, f"{file}.py"], cwd=tmp_path, capture_output=True, text=True, check=True)
        for file in ("noisy", "quiet")
    )
    assert (noisy.stderr, quiet.stderr) == ("loaded\ncalled\n", "")
    assert noisy.stdout.replace("noisy", "quiet") == quiet.stdout


BATCH = """
import os, sys, time
import newsparse

@newsparse.hookimpl
def newsparse_find_mentions(article):
    if "SLEEP" in article.text:
        time.sleep(60)
    if "EXIT" in article.text:
        sys.exit(3)
    if "LEAVE" in article.text:
        os._exit(3)
    if "RAISE" in article.text:
        raise ValueError("no luck")
    print("called")
    yield newsparse.Mention(span=newsparse.Span(0, 3), form="name")
"""
ROWS = {
    "SLEEP": "took longer than 2 s",
    "EXIT": "bad_batch (newsparse_find_mentions): SystemExit: 3",
    "LEAVE": "killed its worker process (exit code 3)",
    "RAISE": "bad_batch (newsparse_find_mentions): ValueError: no luck",
}


def test_in_a_batch_a_fault_costs_its_row_or_less(tmp_path: Path) -> None:
    (tmp_path / "bad_batch.py").write_text(BATCH, "utf-8")
    words = ["Ann", *ROWS, "Ben"]
    lines = [json.dumps({"id": word, "text": f"{word} left the harbour."}) for word in words]
    (tmp_path / "news.jsonl").write_text("\n".join(lines), "utf-8")
    subprocess.run(
        [
            sys.executable, "-c", "from newsparse.cli import main; main()", "batch", "news.jsonl", "-o", "out.jsonl",
            "--only", "", "--plugin-file", "bad_batch.py", "--time-limit", "2", "--workers", "2",
        ],
        cwd=tmp_path, capture_output=True, check=True, timeout=60,
    )  # fmt: skip
    articles = [from_json(line) for line in (tmp_path / "out.jsonl").read_text("utf-8").splitlines()]
    assert [article.id for article in articles] == words
    assert {str(one.id): len(one.mentions) for one in articles if not one.problems} == {"Ann": 1, "Ben": 1}
    told = {str(one.id): str(one.problems[0]) for one in articles if one.problems}
    assert [word for word, says in ROWS.items() if says not in told[word]] == []
