"""newsparse-names: who is in a news article."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import ClassVar

import attrs

from newsparse import Article, Entity, Mention, Parser, hookimpl
from newsparse_names.mentions import find_mentions
from newsparse_names.resolving import resolve_entities
from newsparse_names.vocabulary import load_vocabulary

__all__ = ["NamesPlugin", "find_entities"]


@attrs.frozen
class NamesPlugin:
    """Finds names, roles, descriptions and pronouns, and resolves them to entities."""

    name: ClassVar[str] = "newsparse-names"
    """The name the plugin goes by."""

    @hookimpl
    def newsparse_find_mentions(self, article: Article) -> Iterator[Mention]:
        """Find mentions in English text; text in other languages is left alone."""
        return find_mentions(article, load_vocabulary()) if _is_english(article) else iter(())

    @hookimpl
    def newsparse_resolve_entities(self, article: Article) -> Iterable[Entity]:
        """Resolve the article's mentions and speakers."""
        return resolve_entities(article, load_vocabulary()) if _is_english(article) else ()


def _is_english(article: Article) -> bool:
    return (article.language or "en").partition("-")[0].lower() == "en"


def find_entities(text: str) -> tuple[Entity, ...]:
    """Find who is in a text, by names alone, without the other plugins."""
    return Parser([NamesPlugin()], only=["newsparse-names"]).parse(text).entities
