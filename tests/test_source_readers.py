"""Plugins that read a source: who wins, what is taken from them, and what is checked."""

from __future__ import annotations

import datetime as dt
import types
from collections.abc import Callable

import pytest

from newsparse import Block, Metadata, Parser, Source, SourceError, Span, hookimpl


def reader(read: Callable[[object], Source | None]) -> types.SimpleNamespace:
    read.__name__ = "newsparse_read_source"  # type: ignore[attr-defined]
    return types.SimpleNamespace(name="reader", newsparse_read_source=hookimpl(read))


def test_the_first_plugin_that_reads_a_source_wins() -> None:
    def read(source: object) -> Source | None:
        return Source(text="Read by me.") if source == "mine" else None

    parser = Parser([reader(read)], only=["reader"])
    assert (parser.parse("mine").text, parser.parse("other").text) == ("Read by me.", "other")


def test_what_a_reader_says_fills_what_is_not_given() -> None:
    def read(source: object) -> Source:
        facts = [
            ("access", "free"),
            ("title", ""),
            ("title", "Gone"),
            ("published", "2024-08-15"),
            ("url", "https://e.org/1"),
            ("language", "en"),
            ("authors", "Ann Lee"),
            ("authors", "Bo Roe"),
        ]
        return Source(text="He left.", metadata=[Metadata(name=name, value=value, origin="x") for name, value in facts])

    parser = Parser([reader(read)], only=["reader"])
    article = parser.parse("any")
    assert (article.title, article.published, article.url, article.language, article.authors) == (
        "Gone", dt.date(2024, 8, 15), "https://e.org/1", "en", ("Ann Lee", "Bo Roe"),
    )  # fmt: skip
    given = parser.parse(
        {"text": "x", "authors": ["Cy Day"]}, title="Left", published="2020-01-01", url="u", language="de"
    )
    assert (given.title, given.published, given.url, given.language, given.authors) == (
        "Left", dt.date(2020, 1, 1), "u", "de", ("Cy Day",),
    )  # fmt: skip
    assert given.metadata == article.metadata


def test_a_readers_date_that_is_none_is_told() -> None:
    def read(source: object) -> Source:
        return Source(text="He left.", metadata=[Metadata(name="published", value="last week", origin="meta:date")])

    article = Parser([reader(read)], only=["reader"], strict=True).parse("any")  # it is no fault of a plugin
    (problem,) = article.problems
    assert (article.published, problem.plugin) == (None, "newsparse")
    assert problem.message.startswith("meta:date: published: 'last week' is no ISO 8601 date")


def test_what_a_reader_gives_is_checked() -> None:
    def read(source: object) -> Source:
        blocks = [
            Block(span=Span(0, 3), kind="title"),
            Block(span=Span(2, 8), kind="nav"),
            Block(span=Span(4, 8), kind="note"),
        ]
        return Source(text="One Two.", blocks=blocks)

    parser = Parser([reader(read)], only=["reader"])
    article = parser.parse("any")
    assert [(block.kind, block.found_by) for block in article.blocks] == [("title", "reader"), ("note", "reader")]
    assert [(one.plugin, one.hook, one.message) for one in article.problems] == [
        ("reader", "newsparse_read_source", "its blocks overlap at 2..8")
    ]
    assert article.title == "One"
    with pytest.raises(SourceError, match="source has 8 characters, max_chars is 7"):
        Parser([reader(read)], only=["reader"], max_chars=7).parse("any")


def test_a_reader_that_fails_leaves_the_source_to_the_core() -> None:
    def read(source: object) -> Source | None:
        raise OSError("broken")

    article = Parser([reader(read)], only=["reader"]).parse("He left.")
    assert (article.text, article.problems[0].message) == ("He left.", "OSError: broken")
