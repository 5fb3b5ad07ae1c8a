"""The manifest of an output: what it is made of and how far it is, so that a run can be taken up again."""

from __future__ import annotations

import json
import os
import platform
import re
from pathlib import Path
from typing import Any

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError

import newsparse
from newsparse.batch.readers import Position
from newsparse.errors import UsageError
from newsparse.parser import Parser

__all__ = ["Manifest", "State", "describe_plugins", "load_manifest", "save_manifest"]

FORMAT = "newsparse-batch/1"


@attrs.frozen(kw_only=True)
class State:
    """How far an output is; everything up to here is safely on disk."""

    parts: int = 0
    """Parts that are written."""
    position: Position = attrs.field(factory=Position)
    """Where to read on."""
    found: dict[str, int] = attrs.field(factory=dict)
    """Rows, error rows, quotes … so far."""
    lengths: dict[str, int] = attrs.field(factory=dict)
    """Bytes of each file that grows."""
    complete: bool = False


@attrs.frozen(kw_only=True)
class Manifest:
    """What stands in the file; it holds no time, so that equal runs give equal bytes."""

    settings: dict[str, str]
    """All that the output depends on, as text: newsparse, plugins, input, options."""
    state: State


_converter = Converter()


def describe_plugins(parser: Parser) -> str:
    """Tell the plugins of a parser, their versions and settings, in their order."""
    told = []
    for one in parser.active:
        settings = "" if one.origin == "installed" else f" {re.sub(r' at 0x[0-9a-fA-F]+', '', repr(one.plugin))}"
        told.append(f"{one.name} {one.version or 'handed over'}{settings}")
    return "; ".join(told) or "none"


def describe_newsparse() -> str:
    """Tell the version of newsparse and of Python, whose Unicode tables take part."""
    return f"{newsparse.__version__} on Python {platform.python_version()}"


def load_manifest(path: Path) -> Manifest | None:
    """Read a manifest; None where there is none.

    Raises:
        UsageError: the file is no manifest.

    """
    try:
        data = json.loads(path.read_bytes())
        if data.pop("format") != FORMAT:
            raise ValueError("of another format")
        return _converter.structure(data, Manifest)
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, AttributeError, TypeError, BaseValidationError) as error:
        raise UsageError(f"{path}: is no manifest of a batch run; give another output, or begin anew") from error


def save_manifest(path: Path, manifest: Manifest) -> None:
    """Write a manifest in one step: there is always the old one or the new one."""
    data: dict[str, Any] = {"format": FORMAT, **_converter.unstructure(manifest)}
    scratch = path.with_name(f".{path.name}.partial")
    try:
        with scratch.open("wb") as file:
            file.write(json.dumps(data, indent=2, ensure_ascii=True).encode("ascii") + b"\n")
            file.flush()
            os.fsync(file.fileno())
        scratch.replace(path)
    finally:
        scratch.unlink(missing_ok=True)
    sync_folder(path.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder last, where the system can."""
    if os.name == "posix":
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
