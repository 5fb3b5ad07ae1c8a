"""`newsparse clean`: the article's own words, or every line with its label."""

from __future__ import annotations

from typing import Any

import click

from newsparse.article import Article
from newsparse.cli.options import parser_from, parser_options, read_input
from newsparse.errors import UsageError
from newsparse.models import BLOCK_KINDS, BODY_KINDS

MARGIN = max(map(len, BLOCK_KINDS)) + 2


@click.command()
@click.argument("file", metavar="FILE|-")
@click.option("--show", is_flag=True, help="Print every line with its label in the margin, and the rule that gave it.")
@click.option(
    "--with", "kinds", metavar="KINDS", default="", help="Keep these kinds, too (commas between), as caption."
)
@parser_options
def clean(file: str, show: bool, kinds: str, **plugins: Any) -> None:
    """Print the body of an article: its own words, without 'Read more' lines, adverts, captions and the like."""
    wanted = {kind.strip() for kind in kinds.split(",") if kind.strip()}
    if unknown := wanted - set(BLOCK_KINDS):
        raise UsageError(f"--with: no kind of block {sorted(unknown)[0]!r}; known: {', '.join(BLOCK_KINDS)}")
    article = parser_from(**plugins).parse(read_input(file))
    if show:
        _show(article)
    else:
        click.echo(article.body_with(wanted))  # type: ignore[arg-type]


def _show(article: Article) -> None:
    for block in article.blocks:
        kept = block.kind in BODY_KINDS or block.kind == "title"
        words = " ".join(block.span.of(article.text).split())
        rule = click.style(f"  ({block.found_by})", dim=True)
        click.echo(f"{click.style(f'{block.kind:<{MARGIN}}', fg='green' if kept else 'red')}{words}{rule}")
