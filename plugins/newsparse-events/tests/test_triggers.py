"""Which words are events, and which of their form are not."""

from __future__ import annotations

import pytest

import newsparse

PARSER = newsparse.Parser(only=["newsparse-events"])


@pytest.mark.parametrize(
    ("text", "triggers"),
    [
        ("Exiles in Miami say the boy is safe.", ["say"]),
        ("Many in the town think so.", ["think"]),
        ("The mayor sat chatting with a guard.", ["sat", "chatting"]),
        ("He hid in the cellar and wept.", ["hid", "wept"]),
        ("The firm expects shipments to shrink.", ["expects", "shipments", "shrink"]),
        ("Two others were wounded.", ["wounded"]),
        ("The wounded lay in tents.", ["lay"]),
        ("Election 2016: Mayor quits the race.", ["quits", "race"]),
        ("The election: Mayor quits.", ["election", "quits"]),
        ("A witness was there.", []),
        ("Their family ties are close.", []),
    ],
    ids=lambda one: one if isinstance(one, str) else None,
)
def test_verbs_and_nouns_that_tell_of_something_are_events(text: str, triggers: list[str]) -> None:
    assert [one.trigger.of(text) for one in PARSER.parse(text).events] == triggers
