"""A parser is a value: it is pickled with its plugins, and parses many sources in this process or in others."""

from __future__ import annotations

import os
import pickle
import sys
from itertools import count, islice
from pathlib import Path
from types import ModuleType

import pytest

import newsparse
from newsparse.cli.options import load_plugin_file

TELLING = """
import os
import newsparse

@newsparse.hookimpl
def newsparse_find_mentions(article):
    raise OSError(os.getpid())
"""


@pytest.fixture
def telling(tmp_path: Path) -> newsparse.Parser:
    """Give a parser whose articles have a problem that says in which process they were parsed."""
    (tmp_path / "telling.py").write_text(TELLING, "utf-8")
    return newsparse.Parser([load_plugin_file(tmp_path / "telling.py")], only=["telling"])


def test_where_no_workers_are_asked_for_this_process_parses_one_source_after_the_other(
    telling: newsparse.Parser,
) -> None:
    stream = telling.parse_many(f"He left {number}." for number in count())
    for number, article in enumerate(islice(stream, 3)):
        assert article.text == f"He left {number}."
        assert [problem.message for problem in article.problems] == [f"OSError: {os.getpid()}"]


@pytest.mark.parametrize("workers", [2, 3])
def test_workers_are_other_processes(telling: newsparse.Parser, workers: int) -> None:
    articles = telling.parse_many(["One.", "Two."], workers=workers, chunk=1)
    assert f"OSError: {os.getpid()}" not in {problem.message for article in articles for problem in article.problems}


@pytest.mark.parametrize(("workers", "chunk"), [(0, 1), (-1, 1), (1, 0)])
def test_less_than_one_is_refused(workers: int, chunk: int) -> None:
    with pytest.raises(newsparse.UsageError, match=f"workers={workers}, chunk={chunk}; both are 1 or more"):
        newsparse.Parser(only=[]).parse_many(["a"], workers=workers, chunk=chunk)


def test_parse_many_keeps_the_order_on_one_process_or_two() -> None:
    sources = [f"Article {number}. It is short." for number in range(40)]
    parser = newsparse.Parser(only=[])
    alone = [article.text for article in parser.parse_many(sources)]
    together = [article.text for article in parser.parse_many(iter(sources), workers=2, chunk=3)]
    assert alone == together == sources


def test_a_parser_takes_its_plugins_alone_by_place() -> None:
    with pytest.raises(TypeError):
        newsparse.Parser([], [])  # type: ignore[misc]


def test_a_pickled_parser_is_the_same() -> None:
    parser = newsparse.Parser(only=[], strict=True, max_chars=99)
    assert pickle.loads(pickle.dumps(parser)) == parser
    parser = newsparse.Parser(without=[one.name for one in newsparse.Parser().active])
    again = pickle.loads(pickle.dumps(parser))
    assert (again, again.active) == (parser, ())


def test_a_module_is_pickled_by_its_name(telling: newsparse.Parser) -> None:
    again = pickle.loads(pickle.dumps(telling))
    assert again.plugins[0] is telling.plugins[0]


def test_a_module_is_loaded_from_its_file_where_its_name_is_not_known(
    telling: newsparse.Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    pickled = pickle.dumps(telling)
    monkeypatch.delitem(sys.modules, "telling")
    again = pickle.loads(pickled)
    assert [one.name for one in again.active] == ["telling"]
    assert sys.modules["telling"] is again.plugins[0]
    assert str(again.parse("He left.").problems[0]).endswith(f"OSError: {os.getpid()}")


def test_a_module_is_loaded_from_its_file_where_another_has_its_name(
    telling: newsparse.Parser, monkeypatch: pytest.MonkeyPatch
) -> None:
    pickled = pickle.dumps(telling)
    monkeypatch.setitem(sys.modules, "telling", ModuleType("telling"))
    again = pickle.loads(pickled)
    assert again.plugins[0].__file__ == telling.plugins[0].__file__


def test_a_module_without_a_file_is_found_by_its_name_or_told(monkeypatch: pytest.MonkeyPatch) -> None:
    made = ModuleType("made_here")
    exec(TELLING, made.__dict__)
    monkeypatch.setitem(sys.modules, "made_here", made)
    pickled = pickle.dumps(newsparse.Parser([made], only=["made_here"]))
    assert pickle.loads(pickled).plugins == (made,)
    monkeypatch.delitem(sys.modules, "made_here")
    with pytest.raises(newsparse.UsageError, match="plugin made_here: is no module that another process can import"):
        pickle.loads(pickled)
