"""Amounts of money in news articles, and the quote that names them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import ClassVar

import attrs

from newsparse import Article, hookimpl
from newsparse_money.amounts import Amount, find_amounts

__all__ = ["Amount", "MoneyPlugin", "find_amounts"]


@attrs.frozen
class MoneyPlugin:
    """Annotates amounts of money."""

    name: ClassVar[str] = "newsparse-money"
    """The name the plugin goes by."""
    least: float = 0
    """Amounts below this are left out."""

    @hookimpl
    def newsparse_annotate(self, article: Article) -> Iterator[Amount]:
        """Find the amounts of the article's own words."""
        return (amount for amount in find_amounts(article) if amount.value >= self.least)
