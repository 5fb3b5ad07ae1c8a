"""Attacks on every pattern, made from its own parse tree: searching a hostile text takes time in proportion to it.

A regular expression's steps are made in C, where nothing counts them. But they show: over 20,000 hostile characters, a
linear pattern takes about as long as the yardstick, one pass of a plain tokenising expression, or less, and one whose
steps grow with the square of the text takes ten to three thousand times as long. `LIMIT` lies between, and both are
measured in one run, so that no machine's mood moves a pattern from one side to the other. (Patterns that could be worse
than quadratic are refused by `test_patterns.py`.)

An attack repeats a piece, and ends in what lets a match fail at the last moment. The pieces are samples of each
repeated part, and of each beginning of the pattern: what triggers it, over and over, with nothing that would end it.
"""

from __future__ import annotations

import importlib
import re
import re._compiler as compiler
import re._constants as kinds
import re._parser as sre
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import cache
from importlib.util import module_from_spec, spec_from_file_location
from itertools import islice
from pathlib import Path
from types import ModuleType
from typing import Any

import attrs
import pytest

from newsparse.bench.measure import TOKEN

LENGTHS = (4_000, 20_000)
"""Characters of an attack; the longer one is made where the shorter takes its time."""
LIMIT = 5
"""Passes of the yardstick that an attack may take."""
SUSPICIOUS, CERTAIN = 0.5, 25
"""Between these passes, the longer attack is made, and measured again where it is slow."""
GROWTH = 12
"""What takes more than this many times as long for five times the text grows with its square, not with it."""
CHARACTERS = "aA1 .,-'“”\n\t:\"(é/–_;%$’‘«»…@#|[]{}<>*+=&!?\\ء語\u200b\0xXzZ9"
"""What single characters are sampled from, the likelier first."""
ENDS = ("", "\0", "\n", " ", "a", "1", ".")
"""What stands after the repeated pieces."""
MOST = 24
"""Pieces tried for a pattern."""
Nodes = Sequence[tuple[Any, Any]]


def characters(node: tuple[Any, Any], flags: int) -> list[str]:
    """Give some characters that a single-character node matches, of different kinds."""
    key = repr(node), flags
    if key not in _known:
        _known[key] = _characters(node, flags)
    return _known[key]


_known: dict[tuple[str, int], list[str]] = {}


def _characters(node: tuple[Any, Any], flags: int) -> list[str]:
    state = sre.State()
    state.str = ""
    state.flags = flags
    one = compiler.compile(sre.SubPattern(state, [node]), flags & ~re.DEBUG)
    named = [chr(code) for code in _codes(node[1])] if node[0] is kinds.IN else []
    return list(islice((found for found in [*CHARACTERS, *named] if one.fullmatch(found)), 3)) or ["a"]


def _codes(items: Nodes) -> Iterator[int]:
    for kind, value in items:
        if kind in (kinds.LITERAL, kinds.RANGE):
            yield value if kind is kinds.LITERAL else value[0]


def sample(nodes: Nodes, flags: int, choice: int = 0) -> str:
    """Give a text that nodes match, or nearly; `choice` picks other branches and characters."""
    pieces: list[str] = []
    for kind, value in nodes:
        if kind is kinds.LITERAL:
            pieces.append(chr(value))
        elif kind in (kinds.IN, kinds.NOT_LITERAL, kinds.ANY):
            found = characters((kind, value), flags)
            pieces.append(found[choice % len(found)])
        elif kind is kinds.BRANCH:
            pieces.append(sample(value[1][choice % len(value[1])], flags, choice))
        elif kind is kinds.SUBPATTERN:
            pieces.append(sample(value[3], flags, choice))
        elif kind is kinds.ATOMIC_GROUP:
            pieces.append(sample(value, flags, choice))
        elif kind in REPEATS:
            pieces.append(sample(value[2], flags, choice) * max(value[0], min(value[1], 1)))
        elif kind is kinds.ASSERT and value[0] > 0:
            pieces.append(sample(value[1], flags, choice))
    return "".join(pieces)


REPEATS = (kinds.MAX_REPEAT, kinds.MIN_REPEAT, kinds.POSSESSIVE_REPEAT)


def parts(value: Any) -> Iterator[Nodes]:
    """Give the sequences of nodes inside a node's value."""
    if isinstance(value, sre.SubPattern):
        yield list(value)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from parts(one)


def pieces(nodes: Nodes, flags: int) -> Iterator[str]:
    """Give what is repeated: samples of beginnings, and of every repeated part, the inner ones included."""
    for choice in range(3):
        for end in range(1, len(nodes) + 1):
            yield sample(nodes[:end], flags, choice)
            yield sample(nodes[end - 1 : end], flags, choice)
    for kind, value in nodes:
        for part in parts(value):
            if kind in REPEATS:
                for choice in range(3):
                    yield sample(part, flags, choice)
            yield from pieces(part, flags)


def attacks(pattern: str, flags: int, length: int) -> Iterator[str]:
    """Give hostile texts for a pattern."""
    tree = sre.parse(pattern, flags)
    flags = tree.state.flags
    nodes = list(tree)
    wanted = list(islice(dict.fromkeys(piece for piece in pieces(nodes, flags) if piece), MOST))
    beginning = sample(nodes[:1], flags)
    for number, piece in enumerate(wanted):
        repeated = piece * (length // len(piece))
        yield (repeated + ENDS[number % len(ENDS)])[-length:]
        yield (beginning + repeated + "\0")[:length]


def seconds(regex: re.Pattern[str], text: str, how: str = "finditer") -> float:
    start = time.thread_time()
    if how == "finditer":
        for _match in regex.finditer(text):
            pass
    else:
        getattr(regex, how)(text)
    return time.thread_time() - start


@cache
def yardstick(length: int) -> float:
    return min(seconds(TOKEN, "," * length) for _ in range(5))


def slowest(regex: re.Pattern[str], how: str = "finditer", longest: int = LENGTHS[1]) -> tuple[float, str]:
    """Give the passes that the worst attack takes, the least of three measurements, and the text's beginning."""
    worst = (0.0, "")
    short, long = (min(length, longest) for length in LENGTHS)
    for quick, slow in zip(*(attacks(regex.pattern, regex.flags, length) for length in (short, long)), strict=True):
        passes = seconds(regex, quick, how) / yardstick(LENGTHS[0])
        if SUSPICIOUS < passes < CERTAIN:
            passes = seconds(regex, slow, how) / yardstick(LENGTHS[1])
        if LIMIT < passes < CERTAIN:  # slow, or only laborious: five times the text tells
            few, many = (min(seconds(regex, text, how) for _ in range(3)) for text in (quick, slow))
            passes = many / yardstick(LENGTHS[1]) if many > GROWTH * few else LIMIT
        worst = max(worst, (passes, slow[:60]))
        if passes > LIMIT:
            break
    return worst


@attrs.frozen
class Bound:
    """How a pattern is used that would be slow if it were searched in a text of any length."""

    how: str
    """The method that is called."""
    longest: int
    """The longest text, in characters, that it is called on; all that it takes there is below the limit of 20,000."""
    why: str
    """What sees to that."""


WHOLE_LINE = "reads a line of an annotation file from its beginning, and whole"
PLAIN = "sees what `plain` has cut to 1,000 characters and freed of double spaces"
BOUNDS: dict[str, Bound] = {
    "newsparse.interchange.brat:TEXT_BOUND": Bound("fullmatch", 20_000, WHOLE_LINE),
    "newsparse.interchange.brat:ATTRIBUTE": Bound("fullmatch", 20_000, WHOLE_LINE),
    "newsparse.interchange.brat:RELATION": Bound("fullmatch", 20_000, WHOLE_LINE),
    "newsparse_dates.firsts:_TOKEN": Bound("finditer", 4_000, "reads the patterns of our own rules"),
    "newsparse_html.placing:_BYLINE": Bound("match", 20_000, "looks at a line's beginning alone"),
    "newsparse_html.recognise:_BEFORE": Bound("match", 4_096, "looks at one place, in the first 4,096 characters"),
    "newsparse_html.titles:_AND": Bound("finditer", 300, "sees bylines of 300 characters at most"),
    "newsparse_html.titles:_BREAK": Bound("finditer", 1_000, PLAIN),
    "newsparse_html.titles:_NAME": Bound("fullmatch", 300, "sees a part of a byline of 300 characters, and whole"),
    "newsparse_readmore.inline:_DATELINE": Bound("match", 90, "looks at a line's first 90 characters"),
    "newsparse_readmore.inline:_NAMED": Bound("match", 90, "looks at a line's first 90 characters"),
}


def named_patterns() -> dict[str, re.Pattern[str]]:
    """Give every pattern by where it stands: `module:name`, or the rule."""
    lint = load_test("test_patterns")
    found: dict[str, re.Pattern[str]] = {}
    for module in lint.modules():
        with suppress(ImportError):  # needs an extra that is not installed
            for name, value in vars(importlib.import_module(module)).items():
                if isinstance(value, re.Pattern) and isinstance(value.pattern, str):
                    found[f"{module}:{name}"] = value
    known = {one.pattern for one in found.values()}
    return found | {f"{at} {one}": re.compile(one) for one, at in lint.patterns().items() if one not in known}


def load_test(name: str) -> ModuleType:
    spec = spec_from_file_location(f"newsparse_{name}", Path(__file__).with_name(f"{name}.py"))
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_no_pattern_can_be_made_slow() -> None:
    slow = {}
    for name, regex in named_patterns().items():
        bound = BOUNDS.get(name, Bound("finditer", LENGTHS[1], ""))
        passes, text = slowest(regex, bound.how, bound.longest)
        if passes > LIMIT:
            slow[name] = f"{passes:.0f} passes for {regex.pattern!r} on {text!r}"
    assert slow == {}


def test_every_bound_is_of_a_pattern() -> None:
    assert BOUNDS.keys() - named_patterns().keys() == set()


SLOW = [r"a+b", r"\s+$", r"“[^”]*”", r"\w+\s*:", r"(?:Ann|Ben) .*said", r"<[^>]*>", r"[A-Z]\w*(?: [A-Z]\w*)* said"]
QUICK = [r"\w+", r"a{1,20}b", r"\b\w+\b(?= said)", r"“[^“”]{0,80}”", r"(?<!\s)\s+$", r"^.*said"]


@pytest.mark.parametrize("pattern", SLOW)
def test_the_attacks_find_a_slow_pattern(pattern: str) -> None:
    assert slowest(re.compile(pattern))[0] > LIMIT


@pytest.mark.parametrize("pattern", QUICK)
def test_the_attacks_let_a_quick_pattern_pass(pattern: str) -> None:
    assert slowest(re.compile(pattern))[0] < LIMIT
