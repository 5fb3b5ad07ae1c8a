"""PLOVER types by word lists and composition."""

from __future__ import annotations

import pytest

import newsparse
from newsparse_events import EventsPlugin

PARSER = newsparse.Parser([EventsPlugin(type_margin=0)], only=["newsparse-events"])
SURE = newsparse.Parser(only=["newsparse-events"])


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("The rebels attacked the port.", "attacked", "ASSAULT"),
        ("Protesters marched through the town.", "marched", "PROTEST"),
        ("The ministers met on Monday.", "met", "CONSULT"),
        ("The two sides agreed on a plan.", "agreed on", "AGREE"),
        ("The minister accused the army of lies.", "accused", "ACCUSE"),
        ("The police arrested three activists.", "arrested", "COERCE"),
        ("The army will withdraw from the valley.", "withdraw", "AGREE"),
        ("The army will attack the port.", "attack", "THREATEN"),
        ("The army must withdraw.", "withdraw", "REQUEST"),
        ("The union refused to sign.", "sign", "REJECT"),
        ("The army tried to seize the port.", "seize", "ASSAULT"),
        ("The council plans to impose sanctions on the island.", "impose", "THREATEN"),
        ("The council imposed sanctions on the island.", "imposed", "SANCTION"),
        ("Sanctions were imposed on the island.", "imposed", "SANCTION"),
        ("The governor lifted the curfew.", "lifted", "CONCEDE"),
        ("Workers blocked the bridge.", "blocked", "PROTEST"),
        ("The minister welcomed the delegation.", "welcomed", "CONSULT"),
        ("The minister welcomed the decision.", "welcomed", "SUPPORT"),
        ("The general released the prisoners.", "released", "RETREAT"),
    ],
    ids=lambda one: one if " " in one else None,
)
def test_type(text: str, trigger: str, wanted: str) -> None:
    article = PARSER.parse(text)
    assert [one.type for one in article.events if one.trigger.of(text) == trigger] == [wanted]


@pytest.mark.parametrize(
    "text",
    [
        "A bus crashed near the bridge and four passengers died.",
        "A man was arrested for robbery after he stole two cars.",
        "The flood destroyed forty houses.",
    ],
)
def test_accidents_crime_and_disasters_have_no_type(text: str) -> None:
    assert [one.type for one in SURE.parse(text).events if one.type] == []


@pytest.mark.parametrize(
    "text",
    [
        "The ministry released a report on Monday.",
        "She recalled a long winter on the coast.",
        "Trading on the exchange was slow.",
        "He wanted a larger boat.",
        "The letter did not mention the boat.",
        "He gave a press conference on Monday.",
        "Field tests suggested a leak.",
    ],
)
def test_what_only_shares_a_word_with_a_type_has_none(text: str) -> None:
    assert [one.type for one in SURE.parse(text).events if one.type] == []


def test_a_word_beside_a_typed_one_is_not_of_its_type() -> None:
    found = {one.trigger.of(text): one.type for text in (BESIDE,) for one in SURE.parse(text).events}
    assert (found["protest"], found["printed"]) == ("PROTEST", None)


BESIDE = "The baker printed a calendar with pictures of the protest."
