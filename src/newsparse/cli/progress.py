"""How a run is told on standard error: a bar on a terminal, lines elsewhere."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import click

from newsparse.batch import Columns, InputFile, Inputs, Progress, Report, Watcher

__all__ = ["Lines", "Teller", "make_watcher"]

TOLD_ERRORS = 10
"""Error rows that are told; the others are counted."""
SECONDS_A_LINE = 10.0


class Teller(Watcher):
    """Tells what the input is, which columns were chosen, some error rows, and the end."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.told_columns: set[str] = set()
        self.told_errors = 0

    def say(self, text: str) -> None:
        """Print a line that stays."""
        click.echo(text, err=True)

    def on_inputs(self, inputs: Inputs) -> None:
        """Tell how much there is, and what is left out."""
        self.say(f"{_counted(inputs.count, 'file')}, {_bytes(inputs.size)}")
        if inputs.left_out:
            told = ", ".join(f"{suffix} ({count})" for suffix, count in inputs.left_out)
            self.say(f"left out, being of other kinds: {told}")

    def on_columns(self, file: InputFile, columns: Columns) -> None:
        """Tell a choice of columns when it is a new one."""
        told = columns.told()
        if told not in self.told_columns:
            self.told_columns.add(told)
            self.say(f"{file.name}: {told}")

    def on_progress(self, progress: Progress) -> None:
        """Tell the first error rows."""
        for id, error in progress.told:
            self.told_errors += 1
            if self.told_errors <= TOLD_ERRORS:
                self.say(f"error row {id}: {error}")
            elif self.told_errors == TOLD_ERRORS + 1:
                self.say("more error rows follow; each has its error in the output")

    def rate(self, progress: Progress) -> float:
        """Give the articles per second of this run."""
        return (progress.rows - progress.rows_before) / max(1e-9, time.monotonic() - self.started)

    def left(self, progress: Progress) -> str:
        """Give the time that is left, by the bytes that are read."""
        done = progress.consumed - progress.consumed_before
        if done <= 0:
            return "?"
        seconds = (time.monotonic() - self.started) * (progress.size - progress.consumed) / done
        hours, rest = divmod(int(seconds + 0.5), 3600)
        return f"{hours}:{rest // 60:02}:{rest % 60:02}"

    def tell_report(self, report: Report) -> None:
        """Tell what came of the run."""
        found = report.found
        if report.rows_before == report.rows and report.rows:
            self.say(f"{report.output} was complete already")
        facts = ", ".join(
            f"{found[name]:,} {name}" for name in ("quotes", "events", "dates", "entities") if found.get(name)
        )
        self.say(f"{_counted(report.rows, 'article')} in {report.output}" + (f": {facts}" if facts else ""))
        if report.errors:
            self.say(f"{_counted(report.errors, 'error row')} among them")
        if problems := found.get("with_problems", 0) - report.errors:
            self.say(f"{_counted(problems, 'article')} with a problem of a plugin; see `problems`")


class Lines(Teller):
    """Prints a line every ten seconds."""

    def __init__(self) -> None:
        super().__init__()
        self.last = self.started

    def on_progress(self, progress: Progress) -> None:
        """Print a line, if the last one is some time ago."""
        super().on_progress(progress)
        now = time.monotonic()
        if now - self.last >= SECONDS_A_LINE:
            self.last = now
            share = progress.consumed / max(1, progress.size)
            self.say(
                f"{progress.rows:,} articles, {share:.0%}, {self.rate(progress):,.0f} a second, "
                f"{self.left(progress)} left"
            )


class _Bar(Teller):
    """Draws a bar that stays in its line."""

    def __init__(self) -> None:
        super().__init__()
        self.bar: Any = None

    def say(self, text: str) -> None:
        if self.bar is not None:
            click.echo("\r\x1b[K", nl=False, err=True)
        super().say(text)

    def on_progress(self, progress: Progress) -> None:
        super().on_progress(progress)
        if self.bar is None:
            self.bar = click.progressbar(
                length=max(1, progress.size), file=sys.stderr, show_eta=False, show_percent=True,
                item_show_func=lambda told: told, update_min_steps=1, bar_template="[%(bar)s] %(info)s", width=30,
            )  # fmt: skip
            self.bar.__enter__()
        told = f"{progress.rows:,} articles, {self.rate(progress):,.0f} a second, {self.left(progress)} left"
        self.bar.update(progress.consumed - self.bar.pos, told)

    def close(self) -> None:
        """End the line of the bar."""
        if self.bar is not None:
            self.bar.__exit__(None, None, None)
            self.bar = None


@contextmanager
def make_watcher() -> Iterator[Teller]:
    """Give the watcher that suits standard error."""
    if not sys.stderr.isatty():
        yield Lines()
        return
    bar = _Bar()
    try:
        yield bar
    finally:
        bar.close()


def _counted(count: int, what: str) -> str:
    return f"{count:,} {what}" + ("" if count == 1 else "s")


def _bytes(size: float) -> str:
    for unit in ("bytes", "kB", "MB", "GB"):
        if size < 1000:
            return f"{size:,.0f} {unit}" if unit == "bytes" else f"{size:,.1f} {unit}"
        size /= 1000
    return f"{size:,.1f} TB"
