"""The files of a run: those named, those of folders and globs, in an order that never changes."""

from __future__ import annotations

import glob
import hashlib
import os
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Literal

import attrs

from newsparse.errors import UsageError

__all__ = ["InputFile", "Inputs", "find_inputs"]

Kind = Literal["text", "html", "jsonl", "csv", "tsv", "parquet"]
KINDS: dict[str, Kind] = {
    ".txt": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "jsonl", ".ndjson": "jsonl",
    ".csv": "csv", ".tsv": "tsv", ".parquet": "parquet",
}  # fmt: skip
PACKED = (".gz", ".zst")
"""JSONL and CSV may be compressed."""


@attrs.frozen(kw_only=True)
class InputFile:
    """A file to read."""

    path: Path
    name: str
    """Its path below the folder that all inputs share; identifies its rows."""
    kind: Kind
    packed: str = ""
    """`.gz`, `.zst` or nothing."""
    size: int = 0
    """Bytes on disk."""


@attrs.frozen(kw_only=True)
class Inputs:
    """The files of a run; listed anew each time, so that millions of them need no memory."""

    roots: tuple[Path, ...]
    """Files and folders, as named or found by globs."""
    shared: Path
    """The folder that all of them lie in."""
    count: int
    """Number of files."""
    size: int
    """Bytes of all files."""
    fingerprint: str
    """A hash of the files' names, sizes and times of change."""
    kinds: tuple[str, ...]
    """The kinds of the files, each once."""
    left_out: tuple[tuple[str, int], ...]
    """Suffixes of files in folders that are no input, and how many files have them."""
    output: Path
    """What the run writes; it is no input, even where it lies in a folder that is."""

    def files(self) -> Iterator[InputFile]:
        """List the files in order."""
        for path in _walk(self.roots, self.output):
            if kind_of(path):
                yield _input_file(path, self.shared)


def kind_of(path: Path) -> tuple[Kind, str] | None:
    """Tell what a file's name says it is, and how it is packed."""
    suffixes = [suffix.lower() for suffix in path.suffixes]
    packed = suffixes.pop() if suffixes and suffixes[-1] in PACKED else ""
    kind = KINDS.get(suffixes[-1]) if suffixes else None
    if kind is None or (packed and kind not in ("jsonl", "csv", "tsv")):
        return None
    return kind, packed


def find_inputs(names: Iterable[str | os.PathLike[str]], output: str | os.PathLike[str] = "") -> Inputs:
    """Find the files of `names`: files, folders (searched with all below them), glob patterns; never `output`.

    Raises:
        UsageError: nothing is there, or a file of a kind that cannot be read is named.

    """
    roots = tuple(dict.fromkeys(root for name in names for root in _expanded(os.fspath(name))))
    if not roots:
        raise UsageError("input: name a file, a folder or a pattern")
    shared = Path(os.path.commonpath([(root if root.is_dir() else root.parent).absolute() for root in roots]))
    digest = hashlib.sha256()
    kinds: dict[str, None] = {}
    left_out: Counter[str] = Counter()
    count = size = 0
    written = Path(output).absolute() if output else Path()
    for path in _walk(roots, written):
        if not kind_of(path):
            left_out[path.suffix or path.name] += 1
            continue
        status = path.stat()
        file = _input_file(path, shared)
        digest.update(f"{file.name}\0{status.st_size}\0{status.st_mtime_ns}\0".encode("utf-8", "surrogateescape"))
        kinds[file.kind] = None
        count += 1
        size += status.st_size
    if not count:
        raise UsageError(f"{roots[0]}: no input there; known kinds: {_known()}")
    return Inputs(
        roots=roots,
        shared=shared,
        count=count,
        size=size,
        fingerprint=digest.hexdigest(),
        kinds=tuple(kinds),
        left_out=tuple(sorted(left_out.items())),
        output=written,
    )


def _known() -> str:
    return f"{', '.join(KINDS)} (.jsonl, .csv and .tsv also with {' or '.join(PACKED)})"


def _expanded(name: str) -> list[Path]:
    if Path(name).exists():
        found = [name]
    else:
        found = sorted(glob.glob(name, recursive=True))  # noqa: PTH207 - patterns may be absolute
        if not found:
            raise UsageError(f"{name}: no such file, folder or pattern")
    paths = [Path(one) for one in found]
    if len(paths) > 1:  # of a pattern's matches, folders and other kinds are left out
        paths = [path for path in paths if path.is_file() and kind_of(path)] or paths
    for path in paths:
        if path.is_file() and not kind_of(path):
            raise UsageError(f"{path}: cannot be read as articles; known kinds: {_known()}")
        if not path.is_dir() and not path.is_file():
            raise UsageError(f"{path}: is neither a file nor a folder; copy it into a file, so that it can be resumed")
    return paths


def _walk(roots: Iterable[Path], output: Path) -> Iterator[Path]:
    own = {output.name, f"{output.name}.partial", f"{output.name}.manifest.json"}
    for root in roots:
        if not root.is_dir():
            yield root
            continue
        for folder, below, files in os.walk(root, onerror=_raise):
            hidden = own if Path(folder).absolute() == output.parent else ()
            below[:] = sorted(name for name in below if not name.startswith(".") and name not in hidden)
            found = sorted(name for name in files if not name.startswith(".") and name not in hidden)
            yield from (Path(folder, name) for name in found)


def _raise(error: OSError) -> None:
    raise error


def _input_file(path: Path, shared: Path) -> InputFile:
    kind, packed = kind_of(path) or ("text", "")
    name = path.absolute().relative_to(shared).as_posix().encode("utf-8", "replace").decode("utf-8")
    return InputFile(path=path, name=name, kind=kind, packed=packed, size=path.stat().st_size)
