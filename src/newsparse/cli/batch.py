"""`newsparse batch`: many articles into JSONL or tables, with progress, on all cores."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from newsparse.batch import PART_ROWS, TIME_LIMIT, run
from newsparse.cli.options import parser_from, parser_options
from newsparse.cli.progress import make_watcher
from newsparse.errors import UsageError


@click.command()
@click.argument("inputs", metavar="INPUT...", nargs=-1, required=True)
@click.option(
    "-o",
    "--output",
    required=True,
    type=click.Path(path_type=Path),
    help="A .jsonl file (also .jsonl.gz, .jsonl.zst), or a folder for tables.",
)
@click.option(
    "--to",
    type=click.Choice(["jsonl", "parquet", "csv"]),
    help="Form of the output [jsonl for a .jsonl file, else parquet].",
)
@click.option(
    "--columns",
    metavar="FIELD=NAME,...",
    default="",
    help="Where the fields stand, as text=body,published=day; guessed otherwise.",
)
@click.option(
    "--date-format", metavar="FORMAT", help="Form of the publication dates, as %d/%m/%Y [ISO 8601, RFC 2822]."
)
@click.option("--workers", type=click.IntRange(min=1), help="Worker processes [one for each core].")
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True),
    default=TIME_LIMIT,
    show_default=True,
    metavar="SECONDS",
    help="What takes longer becomes an error row.",
)
@click.option(
    "--part-rows",
    type=click.IntRange(min=1),
    default=PART_ROWS,
    show_default=True,
    metavar="ROWS",
    help="After so many rows all work is safe; rows of one Parquet file.",
)
@click.option("--restart", is_flag=True, help="Throw away what an earlier run has written to the output.")
@parser_options
def batch(
    inputs: tuple[str, ...],
    output: Path,
    to: str | None,
    columns: str,
    date_format: str | None,
    workers: int | None,
    time_limit: float,
    part_rows: int,
    restart: bool,
    **plugins: Any,
) -> None:
    """Find the facts of many articles: files, folders and patterns of .txt, .html, .jsonl, .csv, .tsv, .parquet.

    A run that was interrupted, in whatever way, is continued by the same command.
    """
    with _told_interrupt(), make_watcher() as watcher:
        report = run(
            inputs,
            output,
            parser=parser_from(**plugins),
            to=to,
            columns=read_columns(columns),
            date_format=date_format,
            workers=workers,
            time_limit=time_limit,
            part_rows=part_rows,
            restart=restart,
            watcher=watcher,
        )
    watcher.tell_report(report)


@contextmanager
def _told_interrupt() -> Iterator[None]:
    try:
        yield
    except KeyboardInterrupt:
        click.echo("newsparse: what is written is kept; the same command goes on from there", err=True)
        raise


def read_columns(text: str) -> dict[str, str]:
    """Read `text=body,published=day`.

    Raises:
        UsageError: a piece has no `=`.

    """
    pairs = {}
    for piece in filter(None, text.split(",")):
        field, equals, name = piece.partition("=")
        if not equals:
            raise UsageError(f"--columns: {piece!r} names no column; write it as {piece}=NAME")
        pairs[field.strip()] = name.strip()
    return pairs
