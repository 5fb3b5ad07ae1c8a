"""Who said what: direct, mixed and indirect quotes in the text of news articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import attrs

from newsparse import Article, Quote, hookimpl
from newsparse_quotes.join import find_in_article

__all__ = ["QuotesPlugin"]


@attrs.frozen
class QuotesPlugin:
    """Finds quotes with their cue, the mention of their speaker and the date they were said on."""

    name: ClassVar[str] = "newsparse-quotes"

    @hookimpl
    def newsparse_find_quotes(self, article: Article) -> Iterable[Quote]:
        """Find who said what."""
        return find_in_article(article)
