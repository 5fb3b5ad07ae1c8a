"""Nothing leaves: no network, no reading of the clock's day, no file written but the output, for every command.

Each command runs in a process of its own, watched by an audit hook, which sees what C code does as well.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

TEXT = (
    "Harbour reopens\n\nVELM, Aug 14 - The harbour will reopen on Friday, the minister, Ann Lee, said.\n\n"
    "“We met in Oslo last April,” she told reporters.\n\nRead more: Fishermen strike\n"
)
PAGE = (
    "<!DOCTYPE html><html><head><title>Harbour</title>"
    '<link rel="stylesheet" href="http://example.com/a.css">'
    '<meta property="article:published_time" content="2024-08-15"></head><body><article><h1>Harbour reopens</h1>'
    '<img src="http://example.com/a.png"><script src="//example.com/a.js"></script>'
    "<p>The minister, Ann Lee, said on Friday that ships would return.</p></article></body></html>"
)
ENTITIES = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "http://example.com/x"><!ENTITY y SYSTEM "{file}">]>'

WATCH = """
import os, sys, datetime
seen = []

def watch(event, arguments):
    if event == "socket.bind" and arguments[1] == ("::1", 0):
        return  # urllib3, which newsparse-html's extractor imports, asks whether the machine knows IPv6
    if event.startswith("socket.") or event in ("urllib.Request", "webbrowser.open"):
        if event not in ("socket.__new__", "socket.gethostname"):
            seen.append(event + " " + repr(arguments))
            raise PermissionError(event)
    if event == "open":
        path, mode, flags = arguments
        writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
        if writes and isinstance(path, (str, bytes, os.PathLike)):
            seen.append("write " + os.fsdecode(path))
        elif isinstance(path, (str, bytes)):
            seen.append("read " + os.fsdecode(path))
    if event in ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.symlink", "os.link", "shutil.move"):
        seen.append("write " + " ".join(os.fsdecode(one) for one in arguments if isinstance(one, (str, bytes))))

shift = datetime.timedelta(seconds=float(os.environ.get("SHIFT", "0")))

class Day(datetime.date):
    @classmethod
    def today(cls):
        raise AssertionError("date.today() is read")

class Moment(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        if sys._getframe(1).f_globals.get("__name__", "").startswith("newsparse"):
            raise AssertionError("datetime.now() is read")
        return Moment.__base__.now(tz) + shift  # newsparse-html's extractor asks for it
    utcnow = today = now
"""
"""Watches what a process does, and moves its clock."""

RUN = (
    WATCH
    + """
from newsparse.cli import main
if "SHIFT" in os.environ:
    datetime.date, datetime.datetime = Day, Moment
sys.addaudithook(watch)
try:
    main()
finally:
    with os.fdopen(int(os.environ["REPORT"]), "w") as report:
        report.write("\\n".join(seen))
"""
)


def watched(folder: Path, *arguments: str, **more: str) -> tuple[subprocess.CompletedProcess[bytes], list[str]]:
    """Run a command, and give what it did to sockets and files beside."""
    with tempfile.TemporaryFile("w+", encoding="utf-8") as report:
        done = subprocess.run(
            [sys.executable, "-B", "-c", RUN, *arguments],
            capture_output=True,
            cwd=folder,
            check=False,
            pass_fds=[report.fileno()],
            timeout=60,
            env={**os.environ, "REPORT": str(report.fileno()), "HOME": str(folder / "home"), **more},
        )
        report.seek(0)
        return done, report.read().splitlines()


COMMANDS: dict[str, list[str]] = {
    "parse": ["parse", "a.txt", "--published", "2024-08-15"],
    "parse as JSON": ["parse", "a.txt", "--published", "2024-08-15", "--format", "json"],
    "parse without a date": ["parse", "a.txt", "--format", "json"],
    "parse a page": ["parse", "a.html", "--format", "json"],
    "parse XML that asks for files": ["parse", "b.html", "--format", "json"],
    "clean": ["clean", "a.txt"],
    "clean and show": ["clean", "a.txt", "--show"],
    "view": ["view", "a.txt", "-o", "out/page.html", "--published", "2024-08-15"],
    "convert": ["convert", "a.txt", "--to", "schema.org", "-o", "out/a.json"],
    "convert to a calendar": ["convert", "a.txt", "--to", "icalendar", "--published", "2024-08-15"],
    "convert to TimeML": ["convert", "a.txt", "--to", "timeml", "--published", "2024-08-15"],
    "explain": ["explain", "a.txt", "--published", "2024-08-15", "--date", "1"],
    "evaluate": ["evaluate", "gold.jsonl", "--parse", "--layers", "dates"],
    "plugins": ["plugins", "--json"],
    "new-plugin": ["new-plugin", "tides", "--folder", "out"],
    "batch": ["batch", "a.txt", "a.html", "-o", "out/facts.jsonl", "--workers", "1"],
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "a.html").write_text(PAGE, "utf-8")
    (tmp_path / "secret.txt").write_text("the secret", "utf-8")
    entities = ENTITIES.replace("{file}", str(tmp_path / "secret.txt"))
    (tmp_path / "b.html").write_text(entities + PAGE.replace("return.", "return.&x;&y;"), "utf-8")
    gold = {
        "id": "a",
        "text": TEXT,
        "published": "2024-08-15",
        "dates": [{"start": 75, "end": 81, "value": "2024-08-16"}],
    }
    (tmp_path / "gold.jsonl").write_text(json.dumps(gold) + "\n", "utf-8")
    (tmp_path / "out").mkdir()
    (tmp_path / "home").mkdir()
    return tmp_path


def outside(folder: Path, seen: list[str]) -> list[str]:
    """Give what was written outside `out`, and every touch of a socket or of the secret."""
    allowed = (str(folder / "out"), "out", "/dev/")
    return [
        line
        for line in seen
        if "secret" in line
        or line.startswith("socket")
        or (line.startswith("write ") and not line.removeprefix("write ").startswith(allowed))
    ]


def files(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


@pytest.mark.parametrize("name", COMMANDS)
def test_no_network_and_no_file_but_the_output(name: str, folder: Path) -> None:
    before = files(folder)
    done, seen = watched(folder, *COMMANDS[name])
    assert done.returncode == 0, done.stderr.decode()
    assert outside(folder, seen) == []
    assert [line for line in seen if line.startswith("read ")], "the watch has seen nothing"
    after = files(folder)
    assert {path: text for path, text in after.items() if not path.startswith("out/")} == before
    assert b"the secret" not in done.stdout


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in ("batch", "new-plugin")])
def test_the_day_on_which_it_runs_changes_nothing(name: str, folder: Path) -> None:
    now, _seen = watched(folder, *COMMANDS[name])
    page = files(folder)
    long_ago, _seen = watched(folder, *COMMANDS[name], SHIFT=str(-50 * 365 * 86400), TZ="Asia/Tokyo")
    assert long_ago.returncode == 0, long_ago.stderr.decode()
    assert long_ago.stdout == now.stdout
    assert files(folder) == page
