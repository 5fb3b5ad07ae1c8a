"""Articles that the tests of several formats write."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsparse import Article, from_json, parse
from newsparse.testing import ODD_TEXTS


@pytest.fixture(scope="session")
def article() -> Article:
    """An article that has a bit of everything."""
    return from_json((Path(__file__).parent / "articles" / "riverton.json").read_text("utf-8"))


@pytest.fixture(scope="session")
def odd_articles() -> list[Article]:
    return [parse(text, published="2024-03-05") for text in ODD_TEXTS.values()]
