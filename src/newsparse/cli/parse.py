"""`newsparse parse`: the facts of one article, for a person or as JSON."""

from __future__ import annotations

from typing import Any

import click

from newsparse.cli.options import parser_from, parser_options, read_input
from newsparse.cli.pretty import pretty


@click.command()
@click.argument("file", metavar="FILE|-")
@click.option("--published", metavar="DATE", help="Publication date or moment, ISO 8601, as 2024-08-15.")
@click.option("--title", help="The title, where it does not stand in the text.")
@click.option("--url", help="The article's address.")
@click.option("--language", metavar="TAG", help="Language of the text, as en or de.")
@click.option("--format", "form", type=click.Choice(["pretty", "json"]), default="pretty", show_default=True)
@parser_options
def parse(
    file: str,
    published: str | None,
    title: str | None,
    url: str | None,
    language: str | None,
    form: str,
    **plugins: Any,
) -> None:
    """Find the facts of one article (- reads standard input)."""
    parser = parser_from(**plugins)
    article = parser.parse(read_input(file), published=published, title=title, url=url, language=language)
    if form == "json":
        from newsparse.interchange import to_json

        click.echo(to_json(article, indent=2))
    else:
        click.echo(pretty(article))
