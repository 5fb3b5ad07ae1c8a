"""Getting from what a user has to a text: strings, bytes of any encoding, files, mappings."""

from __future__ import annotations

import codecs
import datetime as dt
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import attrs

from newsparse.article import Published
from newsparse.errors import SourceError, UsageError
from newsparse.models import Metadata, Problem, Source
from newsparse.registry import CORE

__all__ = ["MAX_CHARS", "Given", "load_source", "read_plain", "read_published"]

MAX_CHARS = 5_000_000
"""Default of `Parser(max_chars=...)`: some fifty times the longest article a newspaper prints."""
MAX_BYTES_A_CHARACTER = 4
_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF32_LE, "utf-32"), (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"),
)  # fmt: skip


@attrs.frozen(kw_only=True)
class Given:
    """What the user says of an article beside its source; it goes before all that is read from the source."""

    id: str | None = None
    url: str | None = None
    title: str | None = None
    published: Published | None = None
    language: str | None = None
    authors: tuple[str, ...] = ()

    def filled_from(self, row: Mapping[Any, Any]) -> Given:
        """Take from a mapping what is not given yet.

        Raises:
            UsageError: a value of the wrong type.
        """
        found: dict[str, Any] = {}
        for name in ("id", "url", "title", "language"):
            value = row.get(name)
            if getattr(self, name) is None and value is not None:
                if name == "id" and isinstance(value, int):
                    value = str(value)
                if not isinstance(value, str):
                    raise UsageError(f"source: {name} is {type(value).__name__}; give a str")
                found[name] = value or None
        if self.published is None:
            found["published"] = read_published(row.get("published"))
        if not self.authors and row.get("authors"):
            authors = row["authors"]
            found["authors"] = (authors,) if isinstance(authors, str) else tuple(map(str, authors))
        return attrs.evolve(self, **found)


def read_published(published: object) -> Published | None:
    """Read a publication date: a date, a datetime (its zone is kept) or an ISO 8601 string.

    Raises:
        UsageError: anything else.
    """
    if published is None or isinstance(published, dt.date):  # a datetime is a date, too
        return published
    if not isinstance(published, str):
        raise UsageError(
            f"published: {published!r} is {type(published).__name__}; give a date, a datetime or an ISO string"
        )
    text = published.strip()
    if not text:
        return None
    try:
        return dt.date.fromisoformat(text) if len(text) <= 10 else dt.datetime.fromisoformat(text)
    except ValueError as error:
        raise UsageError(
            f"published: {published!r} is no ISO 8601 date; give one such as '2024-08-15' or '2024-08-15T09:30+01:00'"
        ) from error


def load_source(source: object, max_chars: int) -> str | bytes | Mapping[Any, Any]:
    """Check a source's type and length, and read it when it is a path.

    Raises:
        SourceError: it is of another type, a file that cannot be read, or too long.
    """
    if isinstance(source, os.PathLike):
        path = Path(source)
        try:
            source = path.read_bytes()
        except OSError as error:
            raise SourceError(f"{path}: cannot be read: {error.strerror or error}") from error
    if isinstance(source, bytearray | memoryview):
        source = bytes(source)
    if not isinstance(source, str | bytes | Mapping):
        kind = "None" if source is None else type(source).__name__
        raise SourceError(
            f"source is {kind}; give the article's text (str or bytes), a pathlib.Path, or a mapping with 'text'"
        )
    check_length(source, max_chars)
    return source


def check_length(source: object, max_chars: int) -> None:
    """Refuse text longer than `max_chars` characters (or four times as many bytes).

    Raises:
        SourceError: it is too long.
    """
    size = len(source) if isinstance(source, str) else 0
    if isinstance(source, bytes):
        size = len(source) // MAX_BYTES_A_CHARACTER
    if size > max_chars:
        raise SourceError(
            f"source has {size} characters, max_chars is {max_chars}; cut it, or give Parser(max_chars=...)"
        )


def read_plain(source: str | bytes | Mapping[Any, Any]) -> Source:
    """Read a source that no plugin recognised as plain text.

    Raises:
        SourceError: a mapping without a text.
    """
    if isinstance(source, Mapping):
        text = source.get("text")
        if not isinstance(text, str | bytes):
            raise SourceError(f"source: a mapping needs a 'text' that is str or bytes, not {type(text).__name__}")
        source = text
    return Source(text=source) if isinstance(source, str) else decode(source)


def decode(data: bytes) -> Source:
    """Decode bytes by their byte order mark, as UTF-8, else by what their bytes look most like.

    Characters that cannot be read become U+FFFD, and a problem says so.
    """
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _decoded(data, encoding)
    try:
        return Source(text=data.decode("utf-8"))
    except UnicodeDecodeError:
        pass
    if b"\0" not in data:
        from charset_normalizer import from_bytes  # here, since it is large and seldom needed

        best = from_bytes(data).best()
        if best is not None:
            return _decoded(data, best.encoding)
    return _decoded(data, "utf-8")


def _decoded(data: bytes, encoding: str) -> Source:
    text = data.decode(encoding, "replace")
    origin = Metadata(name="encoding", value=encoding, origin="bytes")
    lost = text.count("\ufffd") - data.decode(encoding, "ignore").count("\ufffd")
    if not lost:
        return Source(text=text, metadata=(origin,))
    message = f"{lost} characters could not be read as {encoding} and were replaced by U+FFFD; give decoded text"
    return Source(
        text=text, metadata=(origin,), problems=(Problem(plugin=CORE, hook="newsparse_read_source", message=message),)
    )
