"""`newsparse new-plugin`: a whole package to start from."""

from __future__ import annotations

from pathlib import Path

import click

from newsparse.scaffold import write_plugin


@click.command("new-plugin")
@click.argument("name")
@click.option("--hook", default="find_mentions", show_default=True, help="The hook it answers, as find_quotes.")
@click.option("--folder", type=click.Path(path_type=Path), default=Path(), help="Where to write it; here by default.")
def new_plugin(name: str, hook: str, folder: Path) -> None:
    """Write a complete plugin package that passes its own tests."""
    package = write_plugin(name, hook, folder)
    click.echo(f"{package} is written; next: cd {package} && python -m pytest")
