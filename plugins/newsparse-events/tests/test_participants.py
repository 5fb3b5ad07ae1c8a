"""Who takes part and where."""

from __future__ import annotations

import pytest

import newsparse

PARSER = newsparse.Parser(only=["newsparse-dates", "newsparse-names", "newsparse-events"])


def cast(text: str, trigger: str) -> list[tuple[str, str]]:
    article = PARSER.parse(text, published="2024-08-15")
    (found,) = [one for one in article.events if one.trigger.of(text) == trigger]
    return [(one.text, one.role) for one in found.participants]


@pytest.mark.parametrize(
    ("text", "trigger", "wanted"),
    [
        ("Rebels attacked the garrison.", "attacked", [("Rebels", "actor")]),
        ("Police arrested three activists.", "arrested", [("Police", "actor"), ("three activists", "recipient")]),
        ("Two men were killed by police.", "killed", [("Two men", "recipient"), ("police", "actor")]),
        ("Ann Lee met Bo Carr on Tuesday.", "met", [("Ann Lee", "actor"), ("Bo Carr", "actor")]),
        ("France and Spain agreed on a fence.", "agreed on", [("France and Spain", "actor")]),
        ("The minister announced that the bridge was shut.", "announced", [("The minister", "actor")]),
        ("The minister stressed the necessity of a bridge.", "stressed", [("The minister", "actor")]),
        (
            "The president demanded that Spain withdraw its troops.",
            "demanded",
            [("The president", "actor"), ("Spain", "recipient")],
        ),
        (
            "The rebel group (RRG) attacked two soldiers.",
            "attacked",
            [("The rebel group (RRG)", "actor"), ("two soldiers", "recipient")],
        ),
        ("The army staged a large protest.", "protest", [("The army", "actor")]),
        ("“We sail to a secret port,” said Ann Lee.", "said", [("Ann Lee", "actor")]),
        ("The boat will sail to a secret port, said the mayor.", "said", [("the mayor", "actor")]),
        ("Ann Lee, a sailor, said the mayor had left.", "said", [("Ann Lee", "actor")]),
        ("A bombing near Oldtown killed one soldier.", "killed", [("one soldier", "recipient")]),
        ("A crane collapsed and killed two workers.", "collapsed", []),
        ("The first ship of Spain arrived.", "arrived", [("Spain", "actor")]),
    ],
    ids=lambda one: one if isinstance(one, str) and " " in one else None,
)
def test_position_and_voice_tell_the_roles(text: str, trigger: str, wanted: list[tuple[str, str]]) -> None:
    assert cast(text, trigger) == wanted


def test_a_joined_verb_has_the_subject_of_the_first() -> None:
    text = "The committee said in February that the bridge is unsafe, and called on the government to act."
    assert cast(text, "called on") == [("The committee", "actor"), ("the government", "recipient")]


def test_participants_are_linked_to_entities() -> None:
    text = "Ann Lee met Bo Carr on Tuesday."
    article = PARSER.parse(text, published="2024-08-15")
    names = {entity.id: entity.name for entity in article.entities}
    assert [names.get(one.entity or "") for one in article.events[0].participants] == ["Ann Lee", "Bo Carr"]


PLACES = {
    "after another verb's clause": ("They raided a house and met a man who lived in Lyon.", "raided", None),
    "in the clause itself": ("They raided a house and met a man who lived in Lyon.", "lived", "Lyon"),
    "shared by joined verbs": ("A bomb killed two people and wounded five in Lyon.", "killed", "Lyon"),
    "of what was said": ("A bomb exploded in Lyon, police said.", "said", None),
    "of saying": ("“A bomb exploded,” police said in Lyon.", "said", "Lyon"),
    "before everything": ("In Lyon, police said that a bomb exploded.", "said", "Lyon"),
}


@pytest.mark.parametrize(("text", "trigger", "place"), PLACES.values(), ids=PLACES)
def test_a_place_belongs_to_its_clause(text: str, trigger: str, place: str | None) -> None:
    article = PARSER.parse(text, published="2024-08-15")
    (found,) = [one for one in article.events if one.trigger.of(text) == trigger]
    assert (found.place and found.place.text) == place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Workers marched in Paris on Monday.", "Paris"),
        ("Workers marched in the northern city of Lyon.", "Lyon"),
        ("The force was formed to combat Spain.", None),
        ("Workers marched in French uniforms.", None),
        ("Workers marched in May.", None),
    ],
    ids=lambda one: one if one and " " in one else None,
)
def test_a_place_is_a_name_after_a_preposition(text: str, place: str | None) -> None:
    article = PARSER.parse(text, published="2024-08-15")
    assert [one.place and one.place.text for one in article.events][:1] == [place]
