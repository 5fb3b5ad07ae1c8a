"""The command line: one file a command, loaded when it is called."""

from __future__ import annotations

import importlib
import os
import sys

import click

from newsparse.errors import NewsparseError

__all__ = ["COMMANDS", "main", "newsparse"]

COMMANDS = {
    "parse": "newsparse.cli.parse:parse",
    "clean": "newsparse.cli.clean:clean",
    "batch": "newsparse.cli.batch:batch",
    "view": "newsparse.cli.view:view",
    "convert": "newsparse.cli.convert:convert",
    "explain": "newsparse.cli.explain:explain",
    "evaluate": "newsparse.cli.evaluate:evaluate_command",
    "plugins": "newsparse.cli.plugins:plugins",
    "new-plugin": "newsparse.cli.new_plugin:new_plugin",
}
"""Command name to where it is defined; the order is that of `newsparse --help`."""


class _LazyGroup(click.Group):
    """Imports a command's module when the command is wanted."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        module, _, attribute = COMMANDS[cmd_name].partition(":")
        command: click.Command = getattr(importlib.import_module(module), attribute)
        return command


@click.group(cls=_LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="newsparse")
def newsparse() -> None:
    """Facts one can cite from the text of news articles."""


def main() -> None:
    """Run the command line; errors of use end with exit code 2 and one line that says what to do.

    Exit codes: 0 done, 1 something could not be read or written, 2 wrong use, 130 interrupted.
    """
    try:
        newsparse(prog_name="newsparse", standalone_mode=False)
    except click.exceptions.Exit as stop:
        sys.exit(stop.exit_code)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except click.Abort:
        click.echo("newsparse: interrupted", err=True)
        sys.exit(130)
    except NewsparseError as error:
        click.echo(f"newsparse: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        # the reader of a pipe has gone: nothing is wrong, and Python must not complain when it flushes
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
    except OSError as error:
        click.echo(f"newsparse: {error.filename or 'file'}: {error.strerror or error}", err=True)
        sys.exit(1)
