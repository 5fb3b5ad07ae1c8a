"""Parsing on several processes: order, streaming, errors where they belong, and what cannot be sent."""

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import newsparse
from newsparse.cli.options import load_plugin_file
from newsparse.pool import WorkerError, parse_in_pool

PLUGIN = """
import os
import newsparse

@newsparse.hookimpl
def newsparse_find_mentions(article):
    if "EXIT" in article.text:
        os._exit(3)
    while "HANG" in article.text:
        pass
    yield newsparse.Mention(span=newsparse.Span(0, 2), form="pronoun", found_by="first")
"""
BARE = newsparse.Parser(only=[])


@pytest.fixture
def plugin(tmp_path: Path) -> ModuleType:
    (tmp_path / "pool_plugin.py").write_text(PLUGIN, "utf-8")
    return load_plugin_file(tmp_path / "pool_plugin.py")


def test_a_plugin_from_a_file_takes_part_in_workers(plugin: ModuleType) -> None:
    parser = newsparse.Parser([plugin], only=["pool_plugin"])
    articles = list(parser.parse_many(["He left.", "It rained."], workers=2, chunk=1))
    assert articles == [parser.parse("He left."), parser.parse("It rained.")]
    assert [mention.text for article in articles for mention in article.mentions] == ["He", "It"]


def test_a_source_that_cannot_be_parsed_raises_at_its_place() -> None:
    stream = BARE.parse_many(["one", "two", None, "four"], workers=2, chunk=3)
    assert [next(stream).text, next(stream).text] == ["one", "two"]
    with pytest.raises(newsparse.SourceError, match="source is None"):
        next(stream)


@pytest.mark.parametrize(
    ("word", "says"), [("EXIT", r"killed its worker process .exit code 3."), ("HANG", "took longer than 1 s")]
)
def test_a_source_that_kills_or_hangs_raises_at_its_place(plugin: ModuleType, word: str, says: str) -> None:
    parser = newsparse.Parser([plugin], only=["pool_plugin"])
    stream = parse_in_pool(parser, ["He left.", "It rained.", f"An {word}.", "She came."], 2, 3, time_limit=1.0)
    assert [next(stream).text, next(stream).text] == ["He left.", "It rained."]
    with pytest.raises(WorkerError, match=says):
        next(stream)


def test_an_endless_stream_is_read_ahead_by_little() -> None:
    taken = 0

    def endless() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "He left."

    stream = BARE.parse_many(endless(), workers=2, chunk=4)
    for _ in range(10):
        next(stream)
    assert taken <= 10 + 4 * 2 * 12
    stream.close()  # type: ignore[attr-defined]


def test_a_plugin_that_cannot_be_pickled_is_told() -> None:
    class Local:
        name = "local"

        @newsparse.hookimpl
        def newsparse_find_mentions(self, article: newsparse.Article) -> list[newsparse.Mention]:
            return []

    parser = newsparse.Parser([Local()], only=["local"])
    with pytest.raises(newsparse.UsageError, match="worker processes need plugins and sources that can be pickled"):
        list(parser.parse_many(["He left."], workers=2))


UNGUARDED = """
import newsparse
print(len(list(newsparse.Parser(only=[]).parse_many(["one", "two"], workers=2))))
"""


def test_a_script_without_a_guard_is_told_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "script.py").write_text(UNGUARDED, "utf-8")
    done = subprocess.run(
        [sys.executable, tmp_path / "script.py"], capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 1
    assert "must start them under: if __name__ == '__main__':" in done.stderr.splitlines()[-1]


def test_no_process_is_left_when_a_stream_is_given_up() -> None:
    stream = BARE.parse_many(("He left." for _ in range(1000)), workers=2, chunk=4)
    next(stream)
    stream.close()  # type: ignore[attr-defined]
    deadline = time.monotonic() + 10
    while children_of(os.getpid()) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert children_of(os.getpid()) == []


def children_of(pid: int) -> list[str]:
    found = []
    for entry in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = entry.read_text().rpartition(")")[2].split()
            command = entry.with_name("cmdline").read_bytes()
        except OSError:
            continue
        if int(fields[1]) == pid and fields[0] != "Z" and b"spawn_main" in command:
            found.append(entry.parent.name)
    return found
