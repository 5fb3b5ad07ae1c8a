"""What an amount of money looks like, and what it comes to."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import attrs

from newsparse import Article, Span
from newsparse.lexicon import load_table
from newsparse.rules import Rule, load_rules

__all__ = ["Amount", "amount_rules", "find_amounts"]

PACKAGE = "newsparse_money"


@attrs.frozen(kw_only=True)
class Amount:
    """An amount of money."""

    span: Span
    """Where it stands."""
    text: str = ""
    """Its words; filled in by the parser."""
    currency: str
    """ISO 4217 code."""
    value: float
    """In units of the currency."""
    quote: int | None = None
    """Index in `article.quotes` of the quote that names it."""
    found_by: str = ""
    """Plugin and rule."""


@cache
def amount_rules() -> tuple[Rule, ...]:
    """Load the patterns of amounts."""
    return load_rules(PACKAGE, "en", "amounts.toml")


@cache
def _values(name: str) -> dict[str, str]:
    return {key: value for key, (value,) in load_table(PACKAGE, "en", name).items()}


def find_amounts(article: Article) -> Iterator[Amount]:
    """Find amounts in the sentences of an article; where two rules hold, the first in the file has it."""
    taken: set[int] = set()
    for rule in amount_rules():
        for sentence in article.sentences:
            for match in rule.regex.finditer(article.text, sentence.start, sentence.end):
                if match.start() not in taken:
                    taken.add(match.start())
                    span = Span(*match.span())
                    yield Amount(
                        span=span,
                        currency=_values("currencies.tsv")[match["currency"].lower()],
                        value=float(match["number"].replace(",", ""))
                        * float(_values("scales.tsv")[_scale(match["scale"])]),
                        quote=_quote_around(article, span),
                        found_by=rule.name,
                    )


def _scale(word: str | None) -> str:
    return (word or "one").lower()


def _quote_around(article: Article, span: Span) -> int | None:
    for number, quote in enumerate(article.quotes):
        if any(piece.contains(span) for piece in quote.spans):
            return number
    return None
