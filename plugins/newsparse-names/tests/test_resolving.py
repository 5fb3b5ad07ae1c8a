"""How often each rule of resolving is right, on made-up articles."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from newsparse import Article, Parser, Span
from newsparse.testing import read_cases

CASES = [
    (text, *line.split(" | "))
    for text, answers in read_cases((Path(__file__).parent / "data" / "resolving.txt").read_text("utf-8"))
    for line in answers.splitlines()
]
PRECISION = {"short": 0.95, "acronym": 0.95, "nominal": 0.9, "pronoun": 0.85, "list": 0.9}
"""Of the mentions that a rule gave to somebody, the share that it must give rightly."""
RESOLVED = {"short": 0.9, "acronym": 0.9, "nominal": 0.8, "pronoun": 0.8, "list": 0.8}
"""Of the mentions whose entity the text tells, the share that must be given to somebody."""


@pytest.fixture(scope="module")
def parser() -> Parser:
    made = Parser(only=["newsparse-names", "newsparse-quotes"])
    if len(made.active) < 2:
        pytest.skip("newsparse-quotes is not installed")
    return made


def entity_of(article: Article, marked: str) -> str:
    before, _, rest = marked.partition("[")
    mention, _, behind = rest.partition("]")
    start = article.text.index(before + mention + behind) + len(before)
    span = Span(start, start + len(mention))
    names = [one.name for one in article.entities if any(span in (each.span, each.head) for each in one.mentions)]
    return " and ".join(names) or "-"


@pytest.mark.parametrize("rule", PRECISION)
def test_a_rule_is_as_precise_as_stated(parser: Parser, rule: str) -> None:
    found = [
        (marked, entity_of(parser.parse(text), marked), name) for text, kind, marked, name in CASES if kind == rule
    ]
    given = [one for one in found if one[1] != "-"]
    wrong = [one for one in given if one[1] != one[2]]
    told = [one for one in found if one[2] != "-"]
    assert len(given) - len(wrong) >= PRECISION[rule] * len(given), wrong
    assert len(given) >= RESOLVED[rule] * len(told), [one for one in told if one[1] == "-"]


def test_every_rule_has_enough_cases() -> None:
    assert all(count >= 4 for count in Counter(kind for _, kind, _, _ in CASES).values())
