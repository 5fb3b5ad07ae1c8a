"""The names of countries are those of Unicode CLDR, which Babel brings."""

from __future__ import annotations

import pytest

from newsparse.lexicon import load_words


def test_no_territory_of_cldr_is_missing() -> None:
    """Where this fails, Babel has newer names: add those it tells to `territories.txt`."""
    babel = pytest.importorskip("babel")
    territories = babel.Locale.parse("en").territories.items()
    names = {name for code, name in territories if len(code) == 2 and name[0].isupper()}
    assert names - load_words("newsparse_names", "en", "territories.txt") == set()
