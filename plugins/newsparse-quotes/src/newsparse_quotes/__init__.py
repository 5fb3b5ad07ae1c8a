"""Who said what: direct, mixed and indirect quotes in the text of news articles."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import attrs

from newsparse import Article, Parser, Quote, hookimpl
from newsparse_quotes.join import find_in_article

__all__ = ["QuotesPlugin", "find_quotes"]


@attrs.frozen
class QuotesPlugin:
    """Finds quotes with their cue, the mention of their speaker and the date they were said on."""

    name: ClassVar[str] = "newsparse-quotes"
    """The name the plugin goes by."""

    @hookimpl
    def newsparse_find_quotes(self, article: Article) -> Iterable[Quote]:
        """Find who said what in English text; text in other languages is left alone."""
        return find_in_article(article) if _is_english(article) else ()


def _is_english(article: Article) -> bool:
    return (article.language or "en").partition("-")[0].lower() == "en"


def find_quotes(text: str) -> tuple[Quote, ...]:
    """Find who said what in a text, without the other plugins: speakers have no names, and quotes no dates."""
    return Parser([QuotesPlugin()], only=["newsparse-quotes"]).parse(text).quotes
