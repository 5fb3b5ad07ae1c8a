"""`newsparse explain`: why a fact was found."""

from __future__ import annotations

from typing import Any

import click

from newsparse.cli.options import parser_from, parser_options, read_input
from newsparse.render.explain import explain as explained
from newsparse.render.facts import told_date, told_event, told_quote


@click.command()
@click.argument("file", metavar="FILE|-")
@click.option("--published", metavar="DATE", help="Publication date, ISO 8601.")
@click.option("--quote", type=int, metavar="N", help="Explain quote N, counted from 1.")
@click.option("--date", type=int, metavar="N", help="Explain date N.")
@click.option("--event", type=int, metavar="N", help="Explain event N.")
@parser_options
def explain(
    file: str, published: str | None, quote: int | None, date: int | None, event: int | None, **plugins: Any
) -> None:
    """Say why a quote, date or event was found; without a number, list them with theirs."""
    article = parser_from(**plugins).parse(read_input(file), published=published)
    if quote is date is event is None:
        layers = (
            ("quote", [told_quote(article, one) for one in article.quotes]),
            ("date", [told_date(one) for one in article.dates]),
            ("event", [told_event(article, one) for one in article.events]),
        )
        for layer, told in layers:
            for number, text in enumerate(told, 1):
                click.echo(f"{click.style(f'--{layer} {number}', bold=True)}  {text}")
        return
    for label, text in explained(article, quote=quote, date=date, event=event):
        click.echo(f"{click.style(f'{label}:', bold=True)} {text}")
