"""How a run is told: plain lines in a log, a bar with rate and time left on a terminal."""

import json
import os
import pty
import subprocess
import sys
import time
from pathlib import Path

import pytest

from newsparse.batch import Progress
from newsparse.cli.progress import Lines

SLOW = """
import time
import newsparse

@newsparse.hookimpl
def newsparse_find_mentions(article):
    time.sleep(0.01)
    return []
"""
COMMAND = [
    sys.executable, "-c", "from newsparse.cli import main; main()", "batch", "news.jsonl", "-o", "out.jsonl",
    "--only", "", "--plugin-file", "slow.py", "--workers", "1",
]  # fmt: skip


@pytest.fixture
def news(tmp_path: Path) -> Path:
    (tmp_path / "slow.py").write_text(SLOW, "utf-8")
    rows = [json.dumps({"body": f"He left, part {number}." if number != 50 else None}) for number in range(120)]
    (tmp_path / "news.jsonl").write_text("\n".join(rows), "utf-8")
    return tmp_path


def test_a_pipe_gets_plain_lines(news: Path) -> None:
    done = subprocess.run(COMMAND, cwd=news, capture_output=True, text=True, check=True)
    assert done.stdout == ""
    assert done.stderr.splitlines() == [
        "1 file, 3.6 kB",
        "news.jsonl: text=body, id from row numbers",
        "error row news.jsonl:51: column 'body' has no text",
        "120 articles in out.jsonl",
        "1 error row among them",
    ]
    again = subprocess.run(COMMAND, cwd=news, capture_output=True, text=True, check=True)
    assert "out.jsonl was complete already" in again.stderr


def test_a_terminal_gets_a_bar(news: Path) -> None:
    ours, theirs = pty.openpty()
    process = subprocess.Popen(COMMAND, cwd=news, stderr=theirs, env={**os.environ, "TERM": "xterm", "COLUMNS": "100"})
    os.close(theirs)
    told = b""
    while True:
        try:
            piece = os.read(ours, 4096)
        except OSError:  # how Linux tells the end of a terminal
            break
        if not piece:
            break
        told += piece
    os.close(ours)
    assert process.wait() == 0
    text = told.decode()
    assert "%  32 articles, " in text
    assert " a second, 0:00:0" in text
    assert "\r\n120 articles in out.jsonl\r\n" in text
    assert "error row news.jsonl:51: column 'body' has no text" in text


def test_a_line_is_printed_every_ten_seconds(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    now = [1000.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    lines = Lines()
    for rows in range(500, 3001, 500):
        now[0] += 5
        lines.on_progress(
            Progress(rows=1000 + rows, rows_before=1000, consumed=rows + 1000, consumed_before=1000, size=5000)
        )
    assert capsys.readouterr().err.splitlines() == [
        "2,000 articles, 40%, 100 a second, 0:00:30 left",
        "3,000 articles, 60%, 100 a second, 0:00:20 left",
        "4,000 articles, 80%, 100 a second, 0:00:10 left",
    ]
