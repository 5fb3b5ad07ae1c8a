"""Measure how the cost of each layer grows with the text: twice the text, up to 4 MB, should cost twice as much.

    python tests/benchmarks/growth.py [--only core,newsparse-dates,everything] [--largest 4000000] [--time]

For each layer and length: calls of Python and C functions a character, which are the same on every machine, and how
many times as many the dearest doubling costs; fails where that is over 2.3. Calls do not see what a single call into C
costs: `--time` counts processor time instead, microseconds a character, the less of two measurements where the first
looks bad, and fails over 2.6. A layer takes one to ten minutes.
"""

from __future__ import annotations

import argparse
import gc
import platform
import sys
import time
from collections.abc import Callable
from itertools import pairwise

import newsparse
from newsparse.bench.measure import bundled_texts
from newsparse.testing import count_calls

PUBLISHED = "2023-03-16"
ARTICLE, SMALLEST = 3_000, 250_000
CALLS, TIME = 2.3, 2.6

Measure = Callable[[newsparse.Parser, str], float]


def text_of(length: int) -> str:
    """Make a text of articles, each with names of its own."""
    one = len(bundled_texts(1)[0])
    return "\n\n".join(bundled_texts(length // one + 1))[:length]


def microseconds(parser: newsparse.Parser, text: str) -> float:
    gc.collect()
    start = time.process_time()
    parser.parse(text, published=PUBLISHED)
    return (time.process_time() - start) * 1e6


def costs(measure: Measure, parser: newsparse.Parser, lengths: list[int], limit: float) -> list[float]:
    """Give the cost of each length; one that is over the limit is measured twice, and the less taken."""
    found: list[float] = []
    for length in lengths:
        cost = float(measure(parser, text_of(length)))
        if found and measure is not count_calls and cost > limit * found[-1]:
            cost = min(cost, measure(parser, text_of(length)))
        found.append(cost)
    return found


def main() -> int:
    """Print a table; 1 where a doubling costs too much."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--only", help="layers, with commas between")
    ask.add_argument("--largest", type=int, default=4_000_000, metavar="CHARACTERS")
    ask.add_argument("--time", action="store_true", help="processor time instead of calls")
    options = ask.parse_args()
    names = ["core", *(one.name for one in newsparse.Parser().active), "everything"]
    wanted = options.only.split(",") if options.only else names
    lengths = [ARTICLE, *(SMALLEST << power for power in range(20) if SMALLEST << power <= options.largest)]
    measure, limit = (microseconds, TIME) if options.time else (count_calls, CALLS)
    print(f"newsparse {newsparse.__version__}, Python {platform.python_version()}, {platform.machine()}: ", end="")
    print("microseconds a character\n" if options.time else "calls a character\n")
    print("| layer |", *(f"{length:,} |" for length in lengths), "dearest doubling |")
    print("|---|" + "--:|" * (len(lengths) + 1))
    worst = 0.0
    for name in names:
        if name not in wanted:
            continue
        parser = newsparse.Parser(only={"core": [], "everything": None}.get(name, [name]))
        parser.parse(text_of(ARTICLE), published=PUBLISHED)
        found = costs(measure, parser, lengths, limit)
        dearest = max((after / before for before, after in pairwise(found[1:])), default=0.0)
        told = [f"{cost / length:.2f} |" for cost, length in zip(found, lengths, strict=True)]
        print(f"| {name} |", *told, f"{dearest:.2f} |", flush=True)
        worst = max(worst, dearest)
    return int(worst > limit)


if __name__ == "__main__":
    sys.exit(main())
