"""Addresses (URIs) of an article and of the facts in it, the same in every format."""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from urllib.parse import quote

from newsparse.article import Article

__all__ = ["article_uri", "fact_uri", "without_none"]


def article_uri(article: Article) -> str:
    """Give the article's address: its url, else a URN made of its id or, where it has none, of its text."""
    if article.url:
        return article.url.partition("#")[0]
    name = article.id or _digest(article.text)
    return f"urn:newsparse:{quote(name, safe='', errors='replace')}"


@lru_cache(maxsize=8)  # asked for once a fact
def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:32]


def fact_uri(article: Article, name: str) -> str:
    """Give the address of a fact, by its id or by its layer and number, as `quote0`."""
    return f"{article_uri(article)}#{name}"


def without_none(**fields: object) -> dict[str, object]:
    """Leave out what is None or empty; `at_` stands for JSON-LD's `@`."""
    return {
        name.replace("at_", "@", 1) if name.startswith("at_") else name: value
        for name, value in fields.items()
        if value is not None and value not in ("", [], ())
    }
