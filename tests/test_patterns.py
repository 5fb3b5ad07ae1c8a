"""No pattern of newsparse or its plugins can backtrack without end: none repeats a repetition."""

from __future__ import annotations

import gc
import importlib
import pkgutil
import re
import warnings
from collections.abc import Iterator
from functools import cache

import pytest

from newsparse import Parser
from newsparse.rules import Rule
from newsparse.testing import ODD_TEXTS, PUBLISHED, PluginContract, nested_repetitions

PACKAGES = (
    "newsparse",
    "newsparse_dates",
    "newsparse_events",
    "newsparse_html",
    "newsparse_names",
    "newsparse_quotes",
    "newsparse_readmore",
)

APOSTROPHE = "each turn of the outer repetition starts with an apostrophe, which the inner one cannot match"
EXEMPT: dict[str, str] = {
    r"\w+(?:['’]\w+)*": APOSTROPHE,
    r"[^\W_]+(?:['’](?![sS]\b)[^\W_]+)*|['’][sS]\b|[^\w\s]|_+": APOSTROPHE,
    r"([^\W_]+(?:['’](?![sS]\b)[^\W_]+)*|['’][sS]\b|[^\w\s]|_+)": APOSTROPHE,
    r"[^\W_]+(?:['’.-][^\W_]+)*'?|&": "each turn of the outer repetition starts with a mark, which no letter matches",
    r"[a-z][a-z0-9]*(-[a-z0-9]+)*": "each turn starts with a hyphen; and it reads a plugin's name, not an article",
    r"(?P<label>\S+) (?P<spans>\d+ \d+(?:;\d+ \d+)*)": "each turn starts with a semicolon, which no digit matches",
}
"""Patterns that repeat a repetition, and why each is harmless."""


def modules() -> Iterator[str]:
    for package in PACKAGES:
        try:
            found = importlib.import_module(package)
        except ModuleNotFoundError:  # a plugin that is not installed
            continue
        yield package
        for module in pkgutil.walk_packages(found.__path__, f"{package}."):
            if not module.name.endswith("__main__"):
                yield module.name


def patterns_of(module: str) -> Iterator[str]:
    try:
        members = vars(importlib.import_module(module))
    except ImportError:  # needs an extra that is not installed
        return
    for value in list(members.values()):
        held = value.values() if isinstance(value, dict) else value if isinstance(value, tuple | list) else (value,)
        yield from (one.pattern for one in held if isinstance(one, re.Pattern) and isinstance(one.pattern, str))


@cache
def patterns() -> dict[str, str]:
    """Give every pattern and where it was met: in modules, in rules, or made while texts are parsed."""
    found = {pattern: module for module in modules() for pattern in patterns_of(module)}
    parser = Parser()
    for language in ("en", "de"):
        for text in (PluginContract.sample, *ODD_TEXTS.values()):
            parser.parse(text, published=PUBLISHED, language=language)
    for thing in gc.get_objects():
        if type(thing) is Rule:
            found.setdefault(thing.pattern, f"{thing.where}: {thing.name}")
    return found


def test_patterns_are_met_in_modules_and_in_rules() -> None:
    wheres = patterns().values()
    assert "newsparse.segment" in wheres
    for one in Parser().active:
        if one.name in ("newsparse-dates", "newsparse-readmore"):
            package = one.name.replace("-", "_")
            assert [where for where in wheres if where.startswith(f"{package} ")], "no rules"
            assert [where for where in wheres if where.startswith(f"{package}.")], "no patterns in modules"


def test_no_pattern_repeats_a_repetition() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", FutureWarning)
        faulty = {pattern: where for pattern, where in patterns().items() if nested_repetitions(pattern)}
    assert {where: pattern for pattern, where in faulty.items() if pattern not in EXEMPT} == {}


def test_exemptions_are_needed() -> None:
    assert [pattern for pattern in EXEMPT if pattern not in patterns()] == []


@pytest.mark.parametrize("pattern", [r"(a+)+", r"(?:\w+\s*)*x", r"((?:ab)*c)+", r"(a|b+?)*"])
def test_the_lint_sees_nested_repetition(pattern: str) -> None:
    assert nested_repetitions(pattern)


@pytest.mark.parametrize("pattern", [r"a+b+", r"(?:a{1,3}b)+", r"(?:ab)+", r"(?:a?b)*"])
def test_the_lint_lets_other_patterns_pass(pattern: str) -> None:
    assert nested_repetitions(pattern) == []
