"""Facts one can cite from the text of news articles.

>>> import newsparse
>>> article = newsparse.parse(text, published="2024-08-15")
>>> article.quotes, article.events, article.dates, article.entities, article.body
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from newsparse.article import ANNOTATED_KINDS, DATED_KINDS, Article
from newsparse.errors import DataError, NewsparseError, PluginError, SourceError, UsageError
from newsparse.hookspecs import hookimpl
from newsparse.models import (
    BLOCK_KINDS,
    BODY_KINDS,
    Block,
    BlockKind,
    DateMention,
    Entity,
    Event,
    Mention,
    Metadata,
    Participant,
    Place,
    Problem,
    Quote,
    Source,
    Speaker,
    When,
)
from newsparse.parser import Parser, parse
from newsparse.source import read_published
from newsparse.span import Span
from newsparse.timeline import Happening
from newsparse.words import Words

if TYPE_CHECKING:
    from newsparse.interchange import from_json, to_json

__all__ = [
    "ANNOTATED_KINDS",
    "BLOCK_KINDS",
    "BODY_KINDS",
    "DATED_KINDS",
    "Article",
    "Block",
    "BlockKind",
    "DataError",
    "DateMention",
    "Entity",
    "Event",
    "Happening",
    "Mention",
    "Metadata",
    "NewsparseError",
    "Parser",
    "Participant",
    "Place",
    "PluginError",
    "Problem",
    "Quote",
    "Source",
    "SourceError",
    "Span",
    "Speaker",
    "UsageError",
    "When",
    "Words",
    "from_json",
    "hookimpl",
    "parse",
    "read_published",
    "to_json",
]

__version__ = "0.1.0"


def __getattr__(name: str) -> Any:
    """Load the JSON functions when they are first used: cattrs costs more than all the rest."""
    if name in ("from_json", "to_json"):
        from newsparse import interchange

        return getattr(interchange, name)
    raise AttributeError(f"module 'newsparse' has no attribute {name!r}")
