"""The reference page of the command line, made from the commands: `python -m newsparse.cli.reference`."""

from __future__ import annotations

import click

from newsparse.cli import COMMANDS, newsparse

__all__ = ["page"]

INTRODUCTION = """# Command line

`newsparse COMMAND --help` prints what stands here. Errors go to standard error, one line each.

| exit code | meaning |
|---|---|
| 0 | done |
| 1 | something could not be read or written |
| 2 | wrong use: the message says what would be right |
| 130 | interrupted by Ctrl-C |

| environment variable | meaning |
|---|---|
| `NEWSPARSE_PLUGINS` | where it is set, only the installed plugins it names (commas between) are loaded |
| `NEWSPARSE_TRACE` | where it is set, each call of a hook is told on standard error with its time |
| `NO_COLOR` | where it is set, no colours are used; there are none either where the output is no terminal |
"""


def page() -> str:
    """Give the page."""
    parts = [INTRODUCTION]
    group = click.Context(newsparse, info_name="newsparse")
    for name in COMMANDS:
        command = newsparse.get_command(group, name)
        if command is not None:
            context = click.Context(command, info_name=name, parent=group, terminal_width=100, max_content_width=100)
            parts.append(f"## {name}\n\n```text\n{command.get_help(context)}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    click.echo(page(), nl=False)
