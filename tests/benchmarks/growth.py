"""Measure how the cost of each layer grows with the text: twice the text, up to 4 MB, should cost twice as much.

    python tests/benchmarks/growth.py [--only core,newsparse-dates,everything] [--largest 4000000] [--calls 1000000]

For each layer and length: seconds of processor time a MB, and how much more than the length before it costs, by time
and, up to `--calls` characters, by calls of Python and C functions, the same on every machine. Takes a quarter
of an hour; fails where a doubling costs over 2.3 times as many calls, or over 2.6 times the time, measured twice.
"""

from __future__ import annotations

import argparse
import gc
import platform
import sys
import time
from collections.abc import Iterator

import newsparse
from newsparse.bench.measure import bundled_texts
from newsparse.testing import count_calls

PUBLISHED = "2023-03-16"
SMALLEST = 250_000
CALLS, TIME = 2.3, 2.6


def text_of(length: int) -> str:
    """Make a text of articles, each with names of its own."""
    one = len(bundled_texts(1)[0])
    return "\n\n".join(bundled_texts(length // one + 1))[:length]


def seconds(parser: newsparse.Parser, text: str) -> float:
    gc.collect()
    start = time.process_time()
    parser.parse(text, published=PUBLISHED)
    return time.process_time() - start


def growth(parser: newsparse.Parser, lengths: list[int], counted: int) -> Iterator[tuple[int, float, float, float]]:
    """Give, for each length, seconds, growth of time and growth of calls since the length before (0: not known)."""
    before = calls_before = 0.0
    for length in lengths:
        text = text_of(length)
        spent = seconds(parser, text)
        if before and spent > TIME * before:
            spent = min(spent, seconds(parser, text))
        calls = float(count_calls(parser, text)) if length <= counted else 0.0
        yield length, spent, spent / before if before else 0.0, calls / calls_before if calls_before else 0.0
        before, calls_before = spent, calls


def main() -> int:
    """Print a table; 1 where a doubling costs too much."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--only", help="layers, with commas between")
    ask.add_argument("--largest", type=int, default=4_000_000, metavar="CHARACTERS")
    ask.add_argument("--calls", type=int, default=1_000_000, metavar="CHARACTERS")
    options = ask.parse_args()
    names = ["core", *(one.name for one in newsparse.Parser().active), "everything"]
    wanted = options.only.split(",") if options.only else names
    lengths = [SMALLEST << power for power in range(20) if SMALLEST << power <= options.largest]
    print(f"newsparse {newsparse.__version__}, Python {platform.python_version()}, {platform.machine()}\n")
    print("| layer | characters | s/MB | time, × the line above | calls, × the line above |\n|---|--:|--:|--:|--:|")
    worse = False
    for name in names:
        if name not in wanted:
            continue
        only = {"core": [], "everything": None}.get(name, [name])
        parser = newsparse.Parser(only=only)
        parser.parse(text_of(3000), published=PUBLISHED)
        for length, spent, time_, calls in growth(parser, lengths, options.calls):
            told = [f"{one:.2f}" if one else "" for one in (time_, calls)]
            print(f"| {name} | {length:,} | {spent / length * 1e6:.2f} | {told[0]} | {told[1]} |", flush=True)
            worse = worse or calls > CALLS or time_ > TIME
    return int(worse)


if __name__ == "__main__":
    sys.exit(main())
