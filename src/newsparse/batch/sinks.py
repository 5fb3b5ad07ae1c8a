"""Where a run writes: one growing file, growing CSV files, or folders of Parquet parts.

Whatever a sink has written since the last `commit` is thrown away when the run is taken up again.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, Protocol

from newsparse.batch.arrow import flat_schema, from_ipc
from newsparse.batch.encode import Form, header
from newsparse.batch.extras import load_pyarrow
from newsparse.batch.manifest import State, sync_folder
from newsparse.batch.tables import TABLES
from newsparse.errors import UsageError

__all__ = ["GrowingFiles", "ParquetParts", "Sink", "lock", "make_sink"]

ROW_GROUP_BYTES = 16_000_000
PARTIAL = ".partial"


class Sink(Protocol):
    """Something that takes what the workers made, in order."""

    manifest: Path

    def resume(self, state: State) -> None:
        """Go back to what `state` says is written."""

    def write(self, files: Mapping[str, bytes]) -> None:
        """Write what a task gave to each table."""

    def commit(self, part: int) -> Mapping[str, int]:
        """Bring all that was written to the disk; give the lengths of growing files."""

    def abort(self) -> None:
        """Throw away what was not committed, as far as that still goes."""

    def finish(self) -> None:
        """Give the output its final names."""

    def delete(self) -> None:
        """Delete what this sink may have written, and nothing else."""


class GrowingFiles:
    """Files that are appended to, with `.partial` at the end of their names until all is done."""

    def __init__(self, manifest: Path, files: Mapping[str, Path], headers: Mapping[str, bytes]) -> None:
        self.manifest = manifest
        self.files = dict(files)
        self.headers = headers
        self.open: dict[str, int] = {}
        self.lengths: dict[str, int] = {}

    def resume(self, state: State) -> None:
        """Open the files and cut off what came after the last commit."""
        self.lengths = {table: state.lengths.get(table, 0) for table in self.files}
        for table, path in self.files.items():
            scratch = _partial(path)
            if state.parts and path.exists() and not scratch.exists():
                path.rename(scratch)  # the run ended between giving final names and saying so
            self.open[table] = os.open(scratch, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), 0o666)
            if os.fstat(self.open[table]).st_size < self.lengths[table]:
                raise UsageError(f"{scratch}: is shorter than it was; begin anew (restart)")
            os.ftruncate(self.open[table], self.lengths[table])
            os.lseek(self.open[table], self.lengths[table], os.SEEK_SET)
            if not self.lengths[table]:
                _write_all(self.open[table], self.headers.get(table, b""))

    def write(self, files: Mapping[str, bytes]) -> None:
        """Append."""
        for table, data in files.items():
            _write_all(self.open[table], data)

    def commit(self, part: int) -> Mapping[str, int]:
        """Bring the files to the disk."""
        for table, descriptor in self.open.items():
            os.fsync(descriptor)
            self.lengths[table] = os.lseek(descriptor, 0, os.SEEK_CUR)
        return dict(self.lengths)

    def abort(self) -> None:
        """Cut off what was not committed, which frees room on a full disk."""
        for table, descriptor in self.open.items():
            with contextlib.suppress(OSError):
                os.ftruncate(descriptor, self.lengths[table])
        self._close()

    def finish(self) -> None:
        """Take the `.partial` off the names."""
        self._close()
        for path in self.files.values():
            _partial(path).replace(path)
            sync_folder(path.parent)

    def delete(self) -> None:
        """Delete the files and the manifest."""
        for path in (self.manifest, *self.files.values()):
            path.unlink(missing_ok=True)
            _partial(path).unlink(missing_ok=True)

    def _close(self) -> None:
        for descriptor in self.open.values():
            with contextlib.suppress(OSError):
                os.close(descriptor)
        self.open.clear()


class ParquetParts:
    """A folder for each table, with a Parquet file for each part; a file appears when its part is complete."""

    def __init__(self, folder: Path) -> None:
        self.manifest = folder / "manifest.json"
        self.folder = folder
        self.writers: dict[str, Any] = {}
        self.waiting: dict[str, list[Any]] = {}

    def resume(self, state: State) -> None:
        """Delete parts that came after the last commit."""
        for table in TABLES:
            folder = self.folder / table.name
            folder.mkdir(exist_ok=True)
            for path in folder.iterdir():
                number = path.name.removeprefix(".").removeprefix("part-").partition(".")[0]
                if path.name.startswith(".part") or (number.isdigit() and int(number) >= state.parts):
                    path.unlink()

    def write(self, files: Mapping[str, bytes]) -> None:
        """Add to the current part; rows are gathered until they make a row group."""
        for table, data in files.items():
            waiting = self.waiting.setdefault(table, [])
            waiting.append(from_ipc(data))
            if sum(one.nbytes for one in waiting) >= ROW_GROUP_BYTES:
                self._write_group(table)

    def _write_group(self, table: str) -> None:
        waiting = self.waiting.pop(table, [])
        if waiting:
            gathered = load_pyarrow("Parquet").concat_tables(waiting)
            self._writer(table).write_table(gathered, row_group_size=len(gathered))

    def _writer(self, table: str) -> Any:
        if table not in self.writers:
            path = self.folder / table / f".part{PARTIAL}"
            pq = load_pyarrow("Parquet", "pyarrow.parquet")
            self.writers[table] = pq.ParquetWriter(path, flat_schema(table), compression="zstd")
        return self.writers[table]

    def commit(self, part: int) -> Mapping[str, int]:
        """Complete the part's files, and give them their names."""
        for table in TABLES:
            self._write_group(table.name)
            self._writer(table.name).close()
            path = self.folder / table.name / f".part{PARTIAL}"
            with path.open("rb+") as file:
                os.fsync(file.fileno())
            path.replace(path.with_name(f"part-{part:06}.parquet"))
            sync_folder(path.parent)
        self.writers.clear()
        return {}

    def abort(self) -> None:
        """Delete the part that is not complete, which frees room on a full disk."""
        for table, writer in self.writers.items():
            with contextlib.suppress(OSError):
                writer.close()
            with contextlib.suppress(OSError):
                (self.folder / table / f".part{PARTIAL}").unlink(missing_ok=True)

    def finish(self) -> None:
        """Nothing is left to do."""

    def delete(self) -> None:
        """Delete the folders of the tables and the manifest."""
        self.manifest.unlink(missing_ok=True)
        for folder in (self.folder / table.name for table in TABLES):
            for path in [*folder.glob("part-*.parquet"), *folder.glob(".part*")]:
                path.unlink()


def make_sink(output: Path, form: Form) -> Sink:
    """Make the sink of an output, and the folder it lies in."""
    if form == "jsonl":
        output.parent.mkdir(parents=True, exist_ok=True)
        return GrowingFiles(output.with_name(f"{output.name}.manifest.json"), {"articles": output}, {})
    output.mkdir(parents=True, exist_ok=True)
    if form == "parquet":
        return ParquetParts(output)
    files = {table.name: output / f"{table.name}.csv" for table in TABLES}
    return GrowingFiles(output / "manifest.json", files, {table: header(table) for table in files})


@contextlib.contextmanager
def lock(output: Path, form: Form) -> Iterator[None]:
    """Keep a second run from writing to the same output; the system unlocks it, however the run ends.

    Raises:
        UsageError: another run has it.

    """
    try:
        import fcntl
    except ImportError:  # not a POSIX system
        yield
        return
    target = output
    if form == "jsonl" and (_partial(output).exists() or not output.exists()):
        target = _partial(output)
    descriptor = os.open(target, os.O_RDONLY | (0 if target.exists() else os.O_CREAT), 0o666)
    try:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise UsageError(f"{output}: another run is writing to it; wait for it, or give another output") from error
        yield
    finally:
        os.close(descriptor)


def _partial(path: Path) -> Path:
    return path.with_name(path.name + PARTIAL)


def _write_all(descriptor: int, data: bytes) -> None:
    view = memoryview(data)
    while view:
        view = view[os.write(descriptor, view) :]
