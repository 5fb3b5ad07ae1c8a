"""A run: rows in, tasks to the workers, answers in order into parts, a manifest after each part."""

from __future__ import annotations

import errno
import os
import pickle
from collections import Counter, deque
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import cast, get_args

import attrs

from newsparse.batch.columns import Columns
from newsparse.batch.encode import Answer, BatchJob, Form
from newsparse.batch.extras import load_pyarrow
from newsparse.batch.inputs import InputFile, Inputs, find_inputs
from newsparse.batch.manifest import (
    Manifest,
    State,
    describe_newsparse,
    describe_plugins,
    load_manifest,
    save_manifest,
)
from newsparse.batch.readers import Position, Read, Reader
from newsparse.batch.rows import Row
from newsparse.batch.sinks import Sink, lock, make_sink
from newsparse.errors import UsageError
from newsparse.parser import Parser
from newsparse.pool import work_in_order

__all__ = ["PART_ROWS", "TIME_LIMIT", "Progress", "Report", "Watcher", "run"]

PART_ROWS = 5_000
"""Rows after which all that was found is safe; also the rows of one Parquet file."""
TIME_LIMIT = 60.0
"""Seconds that one row may take."""
TASK_ROWS = 32
TASK_BYTES = 250_000
LINE_SUFFIXES = (".jsonl", ".ndjson")


@attrs.frozen(kw_only=True)
class Progress:
    """How far a run is."""

    rows: int
    """Rows that are done, those of an earlier run included."""
    rows_before: int
    """Rows that an earlier run had done."""
    consumed: int
    """Bytes of the input that are done."""
    consumed_before: int
    """Bytes of the input that an earlier run had done."""
    size: int
    """Bytes of the input."""
    told: tuple[tuple[str, str], ...] = ()
    """New error rows, or some of them: id and error."""


@attrs.frozen(kw_only=True)
class Report:
    """What came of a run."""

    output: Path
    """Where it is."""
    found: dict[str, int]
    """Counts of `rows`, `errors` (rows that could not be parsed), `with_problems` (articles), `quotes` …"""
    rows_before: int
    """Rows that an earlier run had done."""

    @property
    def rows(self) -> int:
        """Rows of the input; each is an article or an error row of the output."""
        return self.found.get("rows", 0)

    @property
    def errors(self) -> int:
        """Rows that could not be parsed."""
        return self.found.get("errors", 0)


class Watcher:
    """Is told of a run while it goes; does nothing. Override what you want to see."""

    def on_inputs(self, inputs: Inputs) -> None:
        """The input was found."""

    def on_columns(self, file: InputFile, columns: Columns) -> None:
        """The columns of a file were chosen."""

    def on_progress(self, progress: Progress) -> None:
        """Some rows are done."""


def run(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    output: str | os.PathLike[str],
    *,
    parser: Parser | None = None,
    to: str | None = None,
    columns: Mapping[str, str] | None = None,
    date_format: str | None = None,
    workers: int | None = None,
    time_limit: float | None = TIME_LIMIT,
    part_rows: int = PART_ROWS,
    restart: bool = False,
    watcher: Watcher | None = None,
) -> Report:
    """Parse every row of files, folders and patterns into JSONL, Parquet tables or CSV tables.

    A run that was ended in whatever way is taken up by the same call; the result is the same, byte for byte.
    Worker processes are spawned: a script calls this under `if __name__ == "__main__":`.

    Parameters:
        inputs: files (.txt, .html, .jsonl, .csv, .tsv, .parquet), folders and glob patterns.
        output: a file that ends in .jsonl (also .jsonl.gz, .jsonl.zst), or a folder for tables.
        parser: the parser; None: all installed plugins.
        to: jsonl, parquet or csv; None: jsonl for a file, else parquet.
        columns: names of columns by field, as `{"text": "body"}`; the others are guessed.
        date_format: form of the publication dates, as `%d/%m/%Y`; None: ISO 8601 and RFC 2822.
        workers: number of processes; None: one for each core.
        time_limit: seconds that one row may take; None: any time.
        part_rows: rows after which the work is made safe; also the rows of one Parquet file.
        restart: throw away what is there and begin anew.
        watcher: is told of the run while it goes.

    Raises:
        UsageError: something is not there or cannot be read, or the output belongs to a run with other settings.
        OSError: the output cannot be written, or the disk is full; the run can be taken up afterwards.
        WorkerError: the worker processes do not start.

    """
    if (workers is not None and workers < 1) or part_rows < 1 or (time_limit is not None and time_limit <= 0):
        raise UsageError("batch: workers, part_rows and time_limit are 1 or more")
    target = Path(output)
    form, packed = choose_form(target, to)
    watcher = watcher or Watcher()
    parser = parser or Parser()
    names = [inputs] if isinstance(inputs, str | os.PathLike) else list(inputs)
    reader = Reader(inputs=find_inputs(names, target), columns=dict(columns or {}), date_format=date_format)
    watcher.on_inputs(reader.inputs)
    check_html(reader, parser)
    for file, chosen in reader.check():
        watcher.on_columns(file, chosen)
    settings = {
        "newsparse": describe_newsparse(),
        "plugins": describe_plugins(parser),
        "parser": f"strict={parser.strict}, max_chars={parser.max_chars}",
        "input": f"{reader.inputs.count} files, {reader.inputs.size} bytes, {reader.inputs.fingerprint}",
        "columns": ", ".join(f"{field}={column}" for field, column in sorted(reader.columns.items())) or "guessed",
        "date format": date_format or "ISO 8601 or RFC 2822",
        "form": f"{form}{packed}, {part_rows} rows a part",
        "time limit": "none" if time_limit is None else f"{time_limit:g} s",
    }
    job = BatchJob(parser=parser, form=form, packed=packed)
    batch = _Run(
        reader=reader, job=job, workers=workers or _cores(),
        time_limit=time_limit, part_rows=part_rows, watcher=watcher,
    )  # fmt: skip
    try:
        return batch.run(target, settings, restart=restart)
    except OSError as error:
        raise _explained(error, target) from error


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def choose_form(output: Path, to: str | None) -> tuple[Form, str]:
    """Choose the form of an output and how it is packed, by its name where `to` is None.

    Raises:
        UsageError: `to` is no form, does not fit the name, or needs pyarrow.

    """
    packed = output.suffix if output.suffix in (".gz", ".zst") else ""
    lines = output.name.removesuffix(packed).endswith(LINE_SUFFIXES)
    form = to or ("jsonl" if lines else "parquet")
    if form not in get_args(Form):
        raise UsageError(f"to: no form {form!r}; known: {', '.join(get_args(Form))}")
    if form != "jsonl" and (lines or packed):
        raise UsageError(f"{output}: {form} tables go to a folder; give a name without {output.suffix}")
    if form == "jsonl" and output.is_dir():
        raise UsageError(f"{output}: is a folder; give a file, as {output / 'articles.jsonl'}")
    if form != "jsonl" and output.exists() and not output.is_dir():
        raise UsageError(f"{output}: is a file; {form} tables go to a folder")
    if form == "parquet" or packed == ".zst":
        load_pyarrow(f"{output}: writing {packed or 'Parquet'}")
    return cast("Form", form), packed


def check_html(reader: Reader, parser: Parser) -> None:
    """Refuse HTML that nothing would read: its tags would be taken for text.

    Raises:
        UsageError: there are HTML files, or a column of HTML, and no plugin reads sources.

    """
    reads = any("newsparse_read_source" in one.hooks for one in parser.active)
    if not reads and ("html" in reader.inputs.kinds or reader.columns.get("html")):
        raise UsageError("input: HTML needs a plugin that reads it; pip install newsparse-html")


def _explained(error: OSError, output: Path) -> OSError:
    """Say what can be done; the command line prints the file and the message."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        message = "the disk is full; make room and run the same again: what is written is kept"
        return OSError(error.errno, message, str(output))
    message = f"cannot be read or written: {error.strerror or error}; put it right and run the same again"
    return OSError(error.errno or errno.EIO, message, str(error.filename or output))


@attrs.frozen
class _Sent:
    """What is known of a task while workers have it."""

    position: Position
    consumed: int
    ends_part: bool


@attrs.frozen(kw_only=True)
class _Run:
    reader: Reader
    job: BatchJob
    workers: int
    time_limit: float | None
    part_rows: int
    watcher: Watcher
    sent: deque[_Sent] = attrs.field(factory=deque)

    def run(self, output: Path, settings: dict[str, str], *, restart: bool) -> Report:
        sink = make_sink(output, self.job.form)
        before = load_manifest(sink.manifest) if not restart else None
        if before is not None and before.state.complete:
            _check_same(before, settings, output)
            found = before.state.found
            return Report(output=output, found=found, rows_before=found.get("rows", 0))
        with lock(output, self.job.form):
            if restart:
                if load_manifest(sink.manifest) is None:
                    _check_free(output)
                sink.delete()
            elif before is None:
                _check_free(output)
            else:
                _check_same(before, settings, output)
            state = before.state if before else State()
            save_manifest(sink.manifest, Manifest(settings=settings, state=state))
            state = self._work(sink, settings, state)
        return Report(output=output, found=state.found, rows_before=before.state.found.get("rows", 0) if before else 0)

    def _work(self, sink: Sink, settings: dict[str, str], state: State) -> State:
        rows_before = state.found.get("rows", 0)
        found = Counter(state.found)
        sink.resume(state)
        answers = work_in_order(
            self.job,
            self._tasks(state.position, rows_before),
            workers=self.workers,
            time_limit=self.time_limit,
            mark=lambda row, reason: attrs.evolve(row, error=reason),
        )
        consumed_before: int | None = None
        part = state.parts
        try:
            for answer in answers:
                task, sent = cast("Answer", pickle.loads(answer)), self.sent.popleft()  # noqa: S301 - our own workers'
                sink.write(task.files)
                found.update(task.found)
                if consumed_before is None:
                    consumed_before = sent.consumed if rows_before else 0
                self.watcher.on_progress(
                    Progress(
                        rows=found["rows"],
                        rows_before=rows_before,
                        consumed=sent.consumed,
                        consumed_before=consumed_before,
                        size=self.reader.inputs.size,
                        told=task.told,
                    )
                )
                if sent.ends_part:
                    lengths = sink.commit(part)
                    part += 1
                    state = State(parts=part, position=sent.position, found=dict(found), lengths=dict(lengths))
                    save_manifest(sink.manifest, Manifest(settings=settings, state=state))
            if not part:  # no row at all: empty tables
                state = State(parts=1, lengths=dict(sink.commit(0)))
                save_manifest(sink.manifest, Manifest(settings=settings, state=state))
        except BaseException:
            answers.close()  # ends the workers
            sink.abort()
            raise
        sink.finish()
        state = attrs.evolve(state, complete=True)
        save_manifest(sink.manifest, Manifest(settings=settings, state=state))
        return state

    def _tasks(self, start: Position, number: int) -> Iterator[list[Row]]:
        """Gather rows into tasks; parts end at the same rows in every run, and so do tasks."""
        gathered: list[Row] = []
        weight = 0
        last: Read | None = None
        for read in self.reader.rows(start, number):
            if last is not None and (
                len(gathered) == TASK_ROWS or weight >= TASK_BYTES or (last.row.number + 1) % self.part_rows == 0
            ):
                self._send(last, last_of_all=False)
                yield gathered
                gathered, weight = [], 0
            gathered.append(read.row)
            weight += read.weight
            last = read
        if last is not None:
            self._send(last, last_of_all=True)
            yield gathered

    def _send(self, last: Read, *, last_of_all: bool) -> None:
        ends = last_of_all or (last.row.number + 1) % self.part_rows == 0
        self.sent.append(_Sent(last.position, last.consumed, ends))


def _check_same(manifest: Manifest, settings: dict[str, str], output: Path) -> None:
    for name, value in settings.items():
        was = manifest.settings.get(name, "nothing")
        if was != value:
            raise UsageError(
                f"{output}: was begun with other settings ({name}: {was}; now: {value}); give another output, "
                "or begin anew (restart)"
            )


def _check_free(output: Path) -> None:
    if output.is_file() or (output.is_dir() and any(output.iterdir())):
        raise UsageError(f"{output}: is there already, and no batch run has written it; give another output")
