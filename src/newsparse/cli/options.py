"""Options that several commands share, and the parser they describe."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable, Sequence
from contextlib import redirect_stdout
from pathlib import Path
from types import ModuleType
from typing import Any, TypeVar

import attrs
import click

from newsparse.article import Article
from newsparse.errors import UsageError
from newsparse.parser import Parser

__all__ = ["CommandParser", "parser_from", "parser_options", "read_input"]

Command = TypeVar("Command", bound=Callable[..., Any])


@attrs.frozen
class CommandParser(Parser):
    """A parser for commands: what plugins print goes to standard error, since standard output is the command's."""

    def parse(self, source: object, **given: Any) -> Article:
        """Find the facts of one article; see `Parser.parse`."""
        with redirect_stdout(sys.stderr):
            return super().parse(source, **given)


def parser_options(command: Command) -> Command:
    """Add the options that choose plugins; `parser_from` takes them."""
    for option in reversed(
        (
            click.option("--only", metavar="NAMES", help="Use these plugins alone (names with commas between)."),
            click.option("--without", metavar="NAMES", help="Leave these plugins out (names with commas between)."),
            click.option("--no-plugin", multiple=True, metavar="NAME", help="Leave this plugin out; may be repeated."),
            click.option(
                "--plugin-file",
                multiple=True,
                type=click.Path(path_type=Path),
                metavar="FILE.py",
                help="Use the hooks of this Python file, before all others; may be repeated.",
            ),
            click.option(
                "--strict", is_flag=True, help="Stop where a plugin fails, instead of telling it as a problem."
            ),
        )
    ):
        command = option(command)
    return command


def parser_from(
    only: str | None, without: str | None, no_plugin: Sequence[str], plugin_file: Sequence[Path], strict: bool
) -> Parser:
    """Make the parser that the options describe."""
    with redirect_stdout(sys.stderr):  # plugins are imported
        modules = [load_plugin_file(path) for path in plugin_file]
        names = None if only is None else [*_listed(only), *(module.__name__ for module in modules)]
        return CommandParser(modules, only=names, without=[*_listed(without or ""), *no_plugin], strict=strict)


def load_plugin_file(path: Path) -> ModuleType:
    """Load a Python file as a module whose marked functions are a plugin.

    Raises:
        UsageError: it is not there, or fails when it is run.
    """
    spec = importlib.util.spec_from_file_location(path.stem, path)
    if spec is None or spec.loader is None or not path.is_file():
        raise UsageError(f"--plugin-file: {path} is no Python file; name one that ends in .py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[path.stem] = module
    try:
        spec.loader.exec_module(module)
    except Exception as error:  # it is the user's own code
        raise UsageError(f"--plugin-file: {path} fails when it is loaded: {type(error).__name__}: {error}") from error
    return module


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
