"""Articles stored by earlier versions are read by this one: the files in `golden/` are never written anew.

What a parse of the same text finds today may differ; what was found then is kept.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from newsparse import from_json, to_json
from newsparse.testing import assert_invariants

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("name", sorted(path.stem for path in GOLDEN.glob("*.json")))
def test_a_stored_article_is_read_and_keeps_all_it_had(name: str) -> None:
    stored = (GOLDEN / f"{name}.json").read_text("utf-8")
    article = from_json(stored)
    assert_invariants(article)
    assert json.loads(to_json(article)) == json.loads(stored)


def test_what_stands_in_a_stored_article() -> None:
    article = from_json((GOLDEN / "harbour.json").read_text("utf-8"))
    assert article.text.startswith("Harbour of Velm reopens after storm\n\nBy Nora Quist")
    assert [quote.text for quote in article.quotes][1] == "“We worked day and night,” “Nobody was hurt.”"
    assert article.dates[-1].value == "2025-05-03"
    assert [entity.name for entity in article.entities] == ["Velm", "Ann Lee", "Oslo", "Juan Roe"]


def test_text_beyond_ascii_is_what_it_was() -> None:
    article = from_json((GOLDEN / "mayor.json").read_text("utf-8"))
    assert article.text.startswith('Ärzte und 👩🏽\u200d🚀 tell: "It’s over"\r\n\r\n')
    assert article.published.isoformat() == "2024-08-15T10:00:00+02:00"
