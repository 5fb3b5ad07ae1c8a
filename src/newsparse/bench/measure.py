"""The measurements: processor time of one process, the least of several runs."""

from __future__ import annotations

import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from importlib.resources import files

import attrs

from newsparse.parser import Parser

__all__ = ["Figure", "bundled_texts", "measure_layers", "measure_scaling", "measure_start", "seconds"]

TOKEN = re.compile(r"\w+|[^\w\s]")
"""The yardstick: one pass of this over a text is 1."""
PUBLISHED = "2023-03-16"


@attrs.frozen(kw_only=True)
class Figure:
    """One measurement."""

    what: str
    """What was measured."""
    kilobytes_a_second: float
    """Thousands of characters in a second of processor time."""
    passes: float
    """Time over that of one pass of the yardstick over the same text."""


def bundled_texts(count: int = 100) -> list[str]:
    """Give `count` articles of about two thousand characters, made of the bundled one."""
    text = files("newsparse.example").joinpath("article.txt").read_text("utf-8")
    return [text.replace("Velmora", f"Velmora{number}") for number in range(count)]


def seconds(work: Callable[[], object], repeat: int = 3) -> float:
    """Give the least processor time of `repeat` runs of `work`."""
    times = []
    for _ in range(repeat):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def measure_layers(texts: Sequence[str], repeat: int = 3) -> Iterator[Figure]:
    """Measure the core alone, each plugin beside the core, and all together."""
    characters = sum(map(len, texts))
    yardstick = seconds(lambda: [TOKEN.findall(text) for text in texts], repeat)

    def figure(what: str, spent: float) -> Figure:
        spent = max(spent, 1e-9)
        return Figure(what=what, kilobytes_a_second=characters / 1000 / spent, passes=spent / yardstick)

    def parsing(parser: Parser) -> float:
        parser.parse(texts[0], published=PUBLISHED)  # data files are read now
        return seconds(lambda: [parser.parse(text, published=PUBLISHED) for text in texts], repeat)

    yield figure("one pass of the yardstick", yardstick)
    core = parsing(Parser(only=()))
    yield figure("core alone: blocks, sentences, words", core)
    names = [one.name for one in Parser().active]
    for name in names:
        yield figure(f"{name}, on top of the core", parsing(Parser(only=[name])) - core)
    yield figure("everything", parsing(Parser()))


def measure_scaling(texts: Sequence[str], repeat: int = 3) -> Iterator[tuple[int, float]]:
    """Give lengths of a text and the seconds a thousand characters take at each: three and a thousand kilobytes."""
    parser = Parser()
    whole = "\n\n".join(texts)
    for length in (3_000, 1_000_000):
        text = (whole * (length // len(whole) + 1))[:length]
        times = max(1, 300_000 // length)
        parser.parse(text, published=PUBLISHED)
        spent = seconds(lambda: [parser.parse(text, published=PUBLISHED) for _ in range(times)], repeat)  # noqa: B023
        yield length, spent / times / length * 1000


def measure_start() -> float:
    """Give the processor seconds of a new process that makes a parser and parses one sentence."""
    code = "import time, newsparse; newsparse.parse('He left.', published='2023-03-16'); print(time.process_time())"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603
    return float(done.stdout)
