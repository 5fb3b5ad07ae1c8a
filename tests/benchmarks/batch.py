"""Measure `newsparse batch`: overhead over plain parsing, two workers against one, memory against input size.

    python tests/benchmarks/batch.py speed [--rows 4000] [--only NAMES] [--to jsonl|parquet|csv]
    python tests/benchmarks/batch.py waiting [--rows 1000]
    python tests/benchmarks/batch.py memory [--megabytes 20,200,2000] [--padding BYTES] [--only NAMES]

Each figure is printed as JSON. Overhead is of CPU time, so that it can be measured on a machine that does other
things; the speed of two workers is of wall-clock time, and needs two idle cores. `waiting` measures the same with rows
that sleep instead of computing: whether the engine keeps its workers busy shows on a busy machine, too.
"""

from __future__ import annotations

import argparse
import json
import random
import resource
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

import newsparse
from newsparse.batch import Progress, Watcher, run

WORDS = (  # noqa: SIM905 - easier to read than a list
    "harbour council mayor bridge school river budget plan vote tax Velmora Dr. Lee said that on Monday the new work "
    "would start in May and 12 percent of it was paid by the ministry after a court in Tarn had ruled against them"
).split()
PARAGRAPHS = 12
TASK_ROWS = 32
SLEEP = 0.02


def article(number: int, random_: random.Random, padding: int = 0) -> str:
    """Make an article of about 600 words with a quote in each paragraph, and a column that nobody reads."""
    pieces = [
        f"{' '.join(random_.choices(WORDS, k=40)).capitalize()}. “We like part {part},” said Ann Lee on Thursday."
        for part in range(PARAGRAPHS)
    ]
    row = {"id": str(number), "title": f"Story {number}", "published": "2024-08-15", "text": "\n".join(pieces)}
    return json.dumps({**row, "padding": "x" * padding} if padding else row)


def write_rows(path: Path, rows: int, padding: int = 0) -> None:
    random_ = random.Random(7)
    with path.open("w", encoding="utf-8") as file:
        for number in range(rows):
            file.write(article(number, random_, padding) + "\n")


def cpu() -> float:
    """Give the CPU seconds of this process and the children it has waited for."""
    own, children = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def speed(rows: int, only: list[str] | None, to: str) -> dict[str, float]:
    """Measure the plain loop, one worker and two workers on the same input.

    Overhead is measured between a run over a quarter of the rows and one over all, so that the start of Python, paid
    once, is told apart.
    """
    parser = newsparse.Parser(only=only)
    suffix = ".jsonl" if to == "jsonl" else ""
    loop, written, spent, walls = {}, {}, {}, {}
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        parser.parse("Warm up, said Ann on Monday.")
        for count in (rows // 4, rows):
            news = folder / f"{count}.jsonl"
            write_rows(news, count)
            articles = []
            begun = cpu()
            with news.open("rb") as lines:
                for line in lines:
                    articles.append(parser.parse(json.loads(line)))
                    if len(articles) == TASK_ROWS:
                        articles.clear()  # as a worker does
            loop[count] = cpu() - begun
            begun = cpu()
            with news.open("rb") as lines, (folder / "loop.jsonl").open("w", encoding="utf-8") as output:
                for line in lines:
                    output.write(newsparse.to_json(parser.parse(json.loads(line))) + "\n")
            written[count] = cpu() - begun
            for workers in (1, 2):
                begun, wall = cpu(), time.perf_counter()
                run(news, folder / f"{count}-{workers}{suffix}", parser=parser, to=to, workers=workers)
                spent[count, workers], walls[count, workers] = cpu() - begun, time.perf_counter() - wall
    more = rows - rows // 4
    batch = spent[rows, 1] - spent[rows // 4, 1]
    plain = loop[rows] - loop[rows // 4]
    return {
        "rows": rows,
        "parse_ms_an_article": 1000 * plain / more,
        "batch_ms_an_article": 1000 * batch / more,
        "overhead_over_parsing": batch / plain - 1,
        "overhead_over_parsing_and_writing_json": batch / (written[rows] - written[rows // 4]) - 1,
        "start_of_a_run_ms": 1000 * (spent[rows, 1] - batch / more * rows),
        "one_worker_articles_a_second": rows / walls[rows, 1],
        "two_workers_articles_a_second": rows / walls[rows, 2],
        "two_workers_against_one": walls[rows, 1] / walls[rows, 2],
    }


class Sleeper:
    """A plugin that waits for a while."""

    name = "sleeper"

    @newsparse.hookimpl
    def newsparse_find_mentions(self, article: newsparse.Article) -> list[newsparse.Mention]:
        """Find nothing, slowly."""
        time.sleep(SLEEP)
        return []


class Clock(Watcher):
    """Notes when rows were done."""

    def __init__(self) -> None:
        self.times: list[tuple[float, int]] = []

    def on_progress(self, progress: Progress) -> None:
        """Note the time."""
        self.times.append((time.perf_counter(), progress.rows))

    def rate(self) -> float:
        """Give the rows a second from the first answer to the last."""
        (begun, before), (ended, rows) = self.times[0], self.times[-1]
        return (rows - before) / (ended - begun)


def waiting(rows: int) -> dict[str, float]:
    """Measure the rate of one and two workers with rows that sleep."""
    rates = {}
    with tempfile.TemporaryDirectory() as name:
        write_rows(Path(name, "news.jsonl"), rows)
        for workers in (1, 2):
            clock = Clock()
            parser = newsparse.Parser([Sleeper()], only=["sleeper"])
            run(Path(name, "news.jsonl"), Path(name, f"{workers}.jsonl"), parser=parser, workers=workers, watcher=clock)
            rates[workers] = clock.rate()
    return {"rows": rows, "one": rates[1], "two": rates[2], "two_workers_against_one": rates[2] / rates[1]}


def tree_memory(pid: int) -> tuple[int, int]:
    """Give the resident bytes of a process, and those of the largest process below it."""
    own = largest = 0
    for status in Path("/proc").glob("[0-9]*/status"):
        try:
            fields = dict(line.split(":", 1) for line in status.read_text().splitlines() if ":" in line)
        except OSError:
            continue
        size = int(fields.get("VmRSS", "0 kB").split()[0]) * 1024
        if int(fields["Pid"]) == pid:
            own = size
        elif int(fields["PPid"]) == pid:
            largest = max(largest, size)
    return own, largest


def memory(megabytes: int, only: str | None, padding: int) -> dict[str, float]:
    """Measure the largest memory of a run's processes over an input of this size."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        rows = megabytes * 1_000_000 // len(article(0, random.Random(7), padding))
        write_rows(folder / "news.jsonl", rows, padding)
        options = [] if only is None else ["--only", only]
        start = "from newsparse.cli import main; main()"
        command = [sys.executable, "-c", start, "batch", "news.jsonl", "-o", "out", *options]
        process = subprocess.Popen(command, cwd=folder, stderr=subprocess.DEVNULL)
        peak = [0, 0]
        done = threading.Event()

        def watch() -> None:
            while not done.wait(0.25):
                peak[:] = map(max, peak, tree_memory(process.pid))

        watcher = threading.Thread(target=watch)
        watcher.start()
        begun = time.perf_counter()
        code = process.wait()
        done.set()
        watcher.join()
        output = sum(path.stat().st_size for path in (folder / "out").rglob("*") if path.is_file())
    return {
        "input_mb": megabytes, "rows": rows, "exit": code, "seconds": time.perf_counter() - begun,
        "main_mb": peak[0] / 1e6, "worker_mb": peak[1] / 1e6, "output_bytes_an_article": output / rows,
    }  # fmt: skip


def main() -> None:
    """Run what the command line asks for."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("what", choices=["speed", "waiting", "memory"])
    arguments.add_argument("--rows", type=int, default=4000)
    arguments.add_argument("--megabytes", default="20,200,2000")
    arguments.add_argument("--padding", type=int, default=0, help="bytes of an unused column, to make input quickly")
    arguments.add_argument("--only", help="names of plugins with commas between; an empty one: none")
    arguments.add_argument("--to", default="jsonl")
    given = arguments.parse_args()
    if given.what == "speed":
        only = None if given.only is None else [name for name in given.only.split(",") if name]
        print(json.dumps(speed(given.rows, only, given.to)))
    elif given.what == "waiting":
        print(json.dumps(waiting(given.rows)))
    else:
        for size in given.megabytes.split(","):
            print(json.dumps(memory(int(size), given.only, given.padding)), flush=True)


if __name__ == "__main__":
    main()
