"""`newsparse view`: articles as one page that a person can read and check."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from newsparse.article import Article
from newsparse.cli.options import parser_from, parser_options, read_input
from newsparse.errors import UsageError
from newsparse.interchange import from_json
from newsparse.interchange.json import FORMAT
from newsparse.parser import Parser
from newsparse.render import to_html


@click.command()
@click.argument("files", metavar="ARTICLE…", nargs=-1, required=True)
@click.option("-o", "--output", metavar="PAGE", help="The page to write; standard output without it.")
@click.option("--published", metavar="DATE", help="Publication date of the articles, ISO 8601.")
@click.option("--open", "opened", is_flag=True, help="Open the page in the browser (needs -o).")
@parser_options
def view(
    files: tuple[str, ...],
    output: str | None,
    published: str | None,
    opened: bool,
    **plugins: Any,
) -> None:
    """Show articles with their facts highlighted, as one HTML page (texts, HTML files, or parsed .json)."""
    if opened and not output:
        raise UsageError("view: --open needs a page to open; say where with -o page.html")
    parser = parser_from(**plugins)
    page = to_html(
        [_article(parser, name, published) for name in files]
        if len(files) > 1
        else _article(parser, files[0], published)
    )
    if output is None:
        click.echo(page, nl=False)
        return
    Path(output).write_text(page, "utf-8")
    if opened:
        click.launch(Path(output).resolve().as_uri())


def _article(parser: Parser, name: str, published: str | None) -> Article:
    source = read_input(name)
    if name.endswith(".json") and isinstance(source, Path) and source.is_file():
        text = source.read_text("utf-8")
        if FORMAT in text[:200]:
            return from_json(text)
    return parser.parse(source, published=published)
