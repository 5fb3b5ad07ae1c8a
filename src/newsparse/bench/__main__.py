"""Print the measurements as a table."""

from __future__ import annotations

import argparse
import platform
import sys
from pathlib import Path

import newsparse
from newsparse.bench.measure import bundled_texts, measure_layers, measure_scaling, measure_start


def main() -> int:
    """Measure on the bundled article, or on a folder of texts."""
    ask = argparse.ArgumentParser(prog="python -m newsparse.bench", description=__doc__)
    ask.add_argument("folder", nargs="?", type=Path, help="a folder of .txt files; without one, the bundled article")
    ask.add_argument("--repeat", type=int, default=3, help="runs of each measurement; the least counts")
    options = ask.parse_args()
    texts = (
        [path.read_text("utf-8") for path in sorted(options.folder.glob("*.txt"))]
        if options.folder
        else bundled_texts()
    )
    if not texts:
        print(f"newsparse: {options.folder}: no .txt files in it", file=sys.stderr)
        return 2
    print(f"newsparse {newsparse.__version__}, Python {platform.python_version()}, {platform.machine()}")
    print(f"{len(texts)} texts, {sum(map(len, texts))} characters\n")
    print(f"{'':<44}{'KB/s':>9}{'passes':>9}")
    for figure in measure_layers(texts, options.repeat):
        print(f"{figure.what:<44}{figure.kilobytes_a_second:>9.0f}{figure.passes:>9.1f}")
    (short, few), (long, many) = measure_scaling(texts, options.repeat)
    print(f"\na character of a text of {long} costs {many / few:.2f} times one of a text of {short}")
    print(f"start of a process, with one sentence parsed: {measure_start():.2f} s of processor time")
    return 0


if __name__ == "__main__":
    sys.exit(main())
