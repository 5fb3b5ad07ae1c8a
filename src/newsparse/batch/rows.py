"""One row of an input: what is to be parsed, or why it cannot be."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from email.utils import parsedate_to_datetime
from pathlib import Path
from typing import Any

import attrs

from newsparse.article import Article, Published
from newsparse.batch.columns import Columns
from newsparse.blocks import find_blocks
from newsparse.errors import UsageError
from newsparse.models import Problem
from newsparse.parser import Parser
from newsparse.registry import CORE
from newsparse.source import read_published

__all__ = ["HOOK", "Row", "error_article", "make_row", "parse_row", "read_date"]

HOOK = "batch"
"""Where a hook's name stands in other problems: the row itself could not be parsed."""


@attrs.frozen(kw_only=True)
class Row:
    """A row as it goes to a worker."""

    number: int
    """Its place in the whole input, counted from 0."""
    id: str
    """Its own identifier, or where it stands, as `news.jsonl:12`."""
    source: Mapping[str, Any] | Path | None = None
    """What the parser reads: a mapping or a file."""
    error: str | None = None
    """Why it cannot be parsed."""


def make_row(number: int, where: str, fields: Mapping[str, Any], columns: Columns, date_format: str | None) -> Row:
    """Make the row of a table's record; what is wrong with it becomes its error."""
    source: dict[str, Any] = {}
    error = None
    for field, column in columns.used().items():
        value = fields.get(column)
        if value is None or value == "":
            continue
        if field == "published":
            try:
                source[field] = read_date(value, date_format)
            except UsageError as failure:
                error = f"column {column!r}: {failure}"
        elif field in ("text", "html"):
            source[field] = _readable(value) if isinstance(value, str) else value
        elif field == "authors" and isinstance(value, list | tuple):
            source[field] = tuple(_clean(one) for one in value if one is not None)
        else:
            source[field] = _clean(value)
    content = columns.text or columns.html or "text"
    text = source.get("text", source.get("html"))
    if text is None or (isinstance(text, str) and not text.strip()):
        error = f"column {content!r} has no text"
    elif not isinstance(text, str | bytes):
        error = f"column {content!r} holds a {type(text).__name__}, not text"
    return Row(number=number, id=source.pop("id", None) or where, source=source, error=error)


def _readable(text: str) -> str | bytes:
    """Give text with bytes that were no UTF-8 back as bytes: the parser finds out their encoding, and says so."""
    if not any("\udc80" <= character <= "\udcff" for character in text if character > "\ud7ff"):
        return text
    try:
        return text.encode("utf-8", "surrogateescape")
    except UnicodeEncodeError:
        return text


def _clean(value: object) -> str:
    if isinstance(value, float) and value.is_integer():  # an integer column with gaps, as pandas writes it
        value = int(value)
    return str(value).encode("utf-8", "replace").decode("utf-8")


def read_date(value: object, date_format: str | None = None) -> Published | None:
    """Read a publication date: a date or moment, ISO 8601, as mail and RSS write it, or by `date_format`.

    Raises:
        UsageError: it is none of these.

    """
    if not isinstance(value, str) or not value.strip():
        return read_published(value)
    text = value.strip()
    try:
        if date_format is not None:
            moment = dt.datetime.strptime(text, date_format)
            return moment if "%H" in date_format or "%I" in date_format else moment.date()
        if text[:1].isalpha() or "," in text[:4]:
            return parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError) as error:
        wanted = f"a date of the form {date_format!r}" if date_format else "an ISO 8601 or RFC 2822 date"
        raise UsageError(f"{value!r} is not {wanted}; say the date format, as '%d/%m/%Y'") from error
    return read_published(text)


def parse_row(parser: Parser, row: Row) -> tuple[Article, str | None]:
    """Parse a row; give the article and, for an error row, what went wrong. Raises nothing."""
    error = row.error
    if error is None:
        try:
            return parser.parse(row.source, id=row.id), None
        except (Exception, SystemExit) as failure:  # a row that raises costs itself and nothing else
            told = str(failure)
            error = told if isinstance(failure, UsageError) and told else f"{type(failure).__name__}: {told}"
    return error_article(row, error, parser.max_chars), error


def error_article(row: Row, error: str, max_chars: int) -> Article:
    """Make the article of a row that could not be parsed: what was given, its lines as blocks, and the problem."""
    fields = row.source if isinstance(row.source, Mapping) else {}
    text = fields.get("text")
    if not isinstance(text, str) or len(text) > max_chars:
        text = ""
    authors = fields.get("authors") or ()
    blocks = (attrs.evolve(block, found_by=f"{CORE}:{block.found_by}") for block in find_blocks(text))
    return Article(
        id=row.id,
        url=fields.get("url"),
        title=fields.get("title"),
        published=fields.get("published"),
        authors=(authors,) if isinstance(authors, str) else authors,
        language=fields.get("language"),
        text=text,
        blocks=blocks,
        problems=(Problem(plugin=CORE, hook=HOOK, message=error),),
    )
