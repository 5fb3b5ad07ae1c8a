"""`newsparse plugins`: what takes part, and what is broken."""

from __future__ import annotations

import json

import attrs
import click

from newsparse.cli.options import parser_from


@click.command()
@click.option("--json", "as_json", is_flag=True, help="Print JSON.")
def plugins(as_json: bool) -> None:
    """List the installed plugins, the hooks they answer, and those that cannot be used."""
    parser = parser_from(only=None, without=None, no_plugin=(), plugin_file=(), strict=False)
    if as_json:
        active = [attrs.asdict(one, filter=attrs.filters.exclude("plugin")) for one in parser.active]
        broken = [attrs.asdict(one) for one in parser.broken]
        click.echo(json.dumps({"active": active, "broken": broken}, indent=2))
        return
    for one in parser.active:
        hooks = ", ".join(hook.removeprefix("newsparse_") for hook in one.hooks)
        click.echo(f"{click.style(one.name, bold=True)} {one.version or ''}  {hooks}")
    if not parser.active:
        click.echo("no plugin is installed; pip install newsparse-dates, newsparse-quotes …")
    for bad in parser.broken:
        click.echo(f"{click.style('broken', fg='red')}  {bad.reason}")
