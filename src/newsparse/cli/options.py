"""Options that several commands share, and the parser they describe."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

from newsparse.errors import UsageError
from newsparse.parser import Parser

__all__ = ["parser_from", "parser_options", "read_input"]

Command = TypeVar("Command", bound=Callable[..., Any])


def parser_options(command: Command) -> Command:
    """Add the options that choose plugins; `parser_from` takes them."""
    for option in reversed(
        (
            click.option("--only", metavar="NAMES", help="Use these plugins alone (names with commas between)."),
            click.option("--without", metavar="NAMES", help="Leave these plugins out (names with commas between)."),
            click.option(
                "--strict", is_flag=True, help="Stop where a plugin fails, instead of telling it as a problem."
            ),
        )
    ):
        command = option(command)
    return command


def parser_from(only: str | None, without: str | None, strict: bool) -> Parser:
    """Make the parser that the options describe."""
    return Parser(only=None if only is None else _listed(only), without=_listed(without or ""), strict=strict)


def _listed(names: str) -> list[str]:
    return [name.strip() for name in names.split(",") if name.strip()]


def read_input(path: str) -> bytes | Path:
    """Give the source named on the command line: standard input for `-`, else a path."""
    if path != "-":
        return Path(path)
    if sys.stdin.isatty():
        click.echo("newsparse: reading the article from the terminal; end it with Ctrl-D", err=True)
    data = sys.stdin.buffer.read()
    if not data:
        raise UsageError("standard input is empty; pipe an article's text in, or name a file")
    return data
