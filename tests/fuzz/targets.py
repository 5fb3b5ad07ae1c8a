"""What is fuzzed: functions that take any bytes, and raise where a promise is broken."""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from typing import Any

import attrs

from newsparse import Article, NewsparseError, Parser, UsageError, from_json, to_json
from newsparse.testing import PUBLISHED, assert_invariants

__all__ = ["CORPORA", "TARGETS"]

PLUGINS = ("newsparse-dates", "newsparse-events", "newsparse-names", "newsparse-quotes", "newsparse-readmore")
PAGE = b"<!DOCTYPE html><html><body>"


@cache
def parser(*only: str) -> Parser:
    return Parser(only=only or None, strict=True)


def published(data: bytes) -> str | None:
    """Give a date to half of the inputs."""
    return PUBLISHED if len(data) % 2 else None


def check(article: Article) -> None:
    """Hold an article to the invariants, and to the round trip through JSON."""
    assert_invariants(attrs.evolve(article, problems=()))  # what readers say of a source; the parser is strict
    assert from_json(to_json(article)) == article


def fuzz_text(data: bytes) -> None:
    """Parse text with every plugin; bytes that are no UTF-8 are lone surrogates."""
    check(parser().parse(data.decode("utf-8", "surrogateescape"), published=published(data)))


def fuzz_bytes(data: bytes) -> None:
    """Parse bytes of any encoding, or of none."""
    check(parser().parse(data, published=published(data)))


def fuzz_page(data: bytes) -> None:
    """Parse a page."""
    check(parser().parse(PAGE + data, published=published(data)))


def fuzz_json(data: bytes) -> None:
    """Read an article from JSON: it is refused with a clear error, or can be written and read again."""
    try:
        article = from_json(data)
    except UsageError:
        return
    assert from_json(to_json(article)) == article


WRONG = ("null", '""', '"x"', r'"\ud800"', "-1", "0", "1" + 30 * "0", "1.5", "NaN", "true", "[]", "[0, 1]", "{}")
"""Values, as JSON, that take the place of others."""


@cache
def known() -> str:
    """Give an article with every kind of fact, as JSON."""
    text = "Harbour reopens\n\nMayor Ann Lee met Juan Roe in Oslo on Friday. “We sail,” she said on Monday."
    return to_json(parser().parse(text, published=PUBLISHED, id="a", url="https://news.example/a"))


def fuzz_edits(data: bytes) -> None:
    """Read an article's JSON in which values were exchanged: each pair of bytes is a place and another value."""
    article = json.loads(known())
    for place, value in zip(data[::2], data[1::2], strict=False):
        holder: Any = article
        key: Any = None
        for _depth in range(1 + place % 4):
            if key is not None:
                holder = holder[key]
            if not isinstance(holder, dict | list) or not holder:
                break
            keys = list(holder) if isinstance(holder, dict) else list(range(len(holder)))
            key = keys[place // 4 % len(keys)]
        if isinstance(holder, dict | list) and holder:
            holder[key] = json.loads(WRONG[value % len(WRONG)])
    fuzz_json(json.dumps(article).encode())


def fuzz_row(data: bytes) -> None:
    """Parse a mapping, whose fields are lines: each is used, or refused with a clear error."""
    lines = data.decode("utf-8", "surrogateescape").split("\n", 4)
    row = dict(zip(("published", "title", "language", "url", "text"), lines, strict=False))
    try:
        article = parser().parse(row)
    except NewsparseError:
        return
    check(article)


def fuzz_html(data: bytes) -> None:
    """Parse a page with newsparse-html alone."""
    check(parser("newsparse-html").parse(PAGE + data, published=published(data)))


def _plugin_alone(name: str) -> Callable[[bytes], None]:
    def fuzz(data: bytes) -> None:
        check(parser(name).parse(data.decode("utf-8", "surrogateescape"), published=published(data)))

    return fuzz


TARGETS: dict[str, Callable[[bytes], None]] = {
    "text": fuzz_text,
    "bytes": fuzz_bytes,
    "page": fuzz_page,
    "json": fuzz_json,
    "edits": fuzz_edits,
    "row": fuzz_row,
    "newsparse-html": fuzz_html,
    **{name: _plugin_alone(name) for name in PLUGINS},
}
"""Target to function: the whole parse by what it is given, and each plugin by itself."""
CORPORA: dict[str, str] = {"page": "page", "newsparse-html": "page", "bytes": "page", "json": "json", "edits": "json"}
"""Target to the folder of its corpus, where it is not `text`."""
