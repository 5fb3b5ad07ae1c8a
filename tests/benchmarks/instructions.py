"""Count the instructions of a parse, layer by layer, and compare them with the recorded figures.

    python tests/benchmarks/instructions.py            # fails where a layer needs over 10 % more than is recorded
    python tests/benchmarks/instructions.py --record   # writes the figures of this machine's Python down

What is counted are machine instructions, by `valgrind --tool=callgrind`: the figure is that of the code, not of the
machine's mood, and the work of regular expressions, in C, is in it. It takes a minute; it needs valgrind with its
headers and a C compiler. Another Python needs other instructions: figures are compared on the minor version they
were recorded with, and on no other.
"""

from __future__ import annotations

import argparse
import ctypes
import gc
import json
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import newsparse
from newsparse.bench.measure import TOKEN, bundled_texts

HERE = Path(__file__).parent
RECORD = HERE / "instructions.json"
PUBLISHED = "2023-03-16"
TEXTS = 6
MARGIN = 0.10
YARDSTICK = "one pass of the yardstick"
EVERYTHING = "everything"
PAGE = "everything, of a page"


def page(text: str) -> str:
    """Make a page of an article."""
    paragraphs = "".join(f"<p>{line}</p>" for line in text.splitlines() if line)
    links = "".join(f'<li><a href="/{number}">More of {number}</a></li>' for number in range(20))
    return f"<!DOCTYPE html><html><body><nav><ul>{links}</ul></nav><article>{paragraphs}</article></body></html>"


def work_inside(library: str) -> None:
    """Do each layer's work, inside valgrind; what is loaded or compiled once is done before."""
    counter = ctypes.CDLL(library)
    texts = bundled_texts(TEXTS)
    parsers = {"core": newsparse.Parser(only=())}
    parsers |= {name: newsparse.Parser(only=[name]) for name in (one.name for one in newsparse.Parser().active)}
    parsers[EVERYTHING] = newsparse.Parser()
    tasks = {YARDSTICK: lambda: [TOKEN.findall(text) for text in texts]}
    for name, parser in parsers.items():
        tasks[name] = lambda parser=parser: [parser.parse(text, published=PUBLISHED) for text in texts]
    tasks[PAGE] = lambda: [parsers[EVERYTHING].parse(page(text), published=PUBLISHED) for text in texts]
    for task in tasks.values():
        task()
    gc.collect()
    gc.freeze()
    counter.start()
    for name, task in tasks.items():
        counter.forget()
        task()
        counter.note(name.encode())


def count() -> dict[str, int]:
    """Give each layer's instructions for the texts."""
    with tempfile.TemporaryDirectory() as room:
        library = Path(room, "callgrind.so")
        subprocess.run(["cc", "-shared", "-fPIC", "-o", library, HERE / "callgrind.c"], check=True)
        subprocess.run(
            [
                "valgrind", "--tool=callgrind", "--instr-atstart=no", f"--callgrind-out-file={room}/out",
                f"--log-file={room}/log", sys.executable, "-B", __file__, "--inside", library,
            ],
            check=True,
            env={**os.environ, "PYTHONHASHSEED": "0", "PYTHONMALLOC": "pymalloc"},
        )  # fmt: skip
        counted = {}
        for file in sorted(Path(room).glob("out.*"), key=lambda file: int(file.suffix[1:])):
            text = file.read_text("utf-8")
            name = re.search(r"^desc: Trigger: Client Request: (.+)$", text, re.MULTILINE)
            total = re.search(r"^(?:totals|summary): (\d+)$", text, re.MULTILINE)
            if name and total:
                counted[name[1]] = int(total[1])
    return counted


def minor(version: str) -> str:
    return ".".join(version.split(".")[:2])


def compare(recorded: dict[str, int], counted: dict[str, int]) -> list[str]:
    """Print a table, and give the layers that need over the margin more than they did."""
    worse = []  # the yardstick is never among them: it is no code of ours, and so short that memory's layout shows
    pass_ = counted[YARDSTICK]
    print(f"{'':<28}{'instructions':>16}{'passes':>9}{'recorded':>16}{'change':>9}")
    for name, now in counted.items():
        before = recorded.get(name)
        change = "new" if before is None else f"{now / before - 1:+.1%}"
        print(f"{name:<28}{now:>16,}{now / pass_:>9.1f}{before or 0:>16,}{change:>9}")
        if name == YARDSTICK or before is None:
            continue
        if now > before * (1 + MARGIN):
            worse.append(name)
        elif now < before * (1 - MARGIN):
            print(f"  better by more than {MARGIN:.0%}: write it down with --record, so that it stays")
    return worse


def main() -> int:
    """Count and compare, or count and record."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--record", action="store_true", help="write the figures down instead of comparing them")
    ask.add_argument("--inside", help=argparse.SUPPRESS)
    options = ask.parse_args()
    if options.inside:
        work_inside(options.inside)
        return 0
    if missing := [program for program in ("valgrind", "cc") if shutil.which(program) is None]:
        print(f"instructions are not counted: {' and '.join(missing)} missing")
        return 0
    python = platform.python_version()
    recorded = json.loads(RECORD.read_text("utf-8")) if RECORD.exists() else {"python": python, "instructions": {}}
    if not options.record and minor(recorded["python"]) != minor(python):
        print(f"instructions are not compared: they were recorded with Python {recorded['python']}, this is {python}")
        return 0
    counted = count()
    worse = compare(recorded["instructions"], counted)
    if options.record:
        figures = {"python": python, "compiler": platform.python_compiler(), "instructions": counted}
        RECORD.write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
        return 0
    if worse:
        print(f"over {MARGIN:.0%} more than recorded: {', '.join(worse)}; where it is meant, use --record")
    return bool(worse)


if __name__ == "__main__":
    sys.exit(main())
