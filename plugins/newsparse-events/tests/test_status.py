"""Whether things happened."""

from __future__ import annotations

import pytest

import newsparse

PARSER = newsparse.Parser(only=["newsparse-events"])


@pytest.mark.parametrize(
    ("text", "trigger", "status"),
    [
        ("The rebels attacked the port.", "attacked", "happened"),
        ("The troops have withdrawn.", "withdrawn", "happened"),
        ("The workers began to march.", "march", "happened"),
        ("The troops are withdrawing from the valley.", "withdrawing", "ongoing"),
        ("The council will build a bridge.", "build", "planned"),
        ("The minister plans to resign.", "resign", "planned"),
        ("The talks are expected to begin soon.", "begin", "planned"),
        ("The planned summit was cancelled.", "summit", "planned"),
        ("The army may withdraw from the valley.", "withdraw", "hypothetical"),
        ("If the council approves the plan, ships return.", "approves", "hypothetical"),
        ("The rebels threatened to attack the port.", "attack", "hypothetical"),
        ("Workers feared an attack.", "attack", "hypothetical"),
        ("The mayor called for an inquiry.", "inquiry", "hypothetical"),
        ("The council did not approve the plan.", "approve", "denied"),
        ("The union refused to sign the deal.", "sign", "denied"),
        ("The police never arrested him.", "arrested", "denied"),
        ("No attack took place.", "attack", "denied"),
    ],
    ids=lambda one: one if " " in one else None,
)
def test_status(text: str, trigger: str, status: str) -> None:
    article = PARSER.parse(text, published="2024-08-15")
    assert [one.status for one in article.events if one.trigger.of(text) == trigger] == [status]


def test_what_is_quoted_says_which_quote_asserts_it() -> None:
    parser = newsparse.Parser(only=["newsparse-quotes", "newsparse-events"])
    text = "“We will attack the port,” the rebel leader Bo Carr said on Friday."
    article = parser.parse(text, published="2024-08-15")
    assert [(one.trigger.of(text), one.quote) for one in article.events] == [("attack", 0), ("said", None)]
