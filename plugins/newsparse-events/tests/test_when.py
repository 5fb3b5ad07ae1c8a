"""When things happened, and how that is known."""

from __future__ import annotations

import pytest

import newsparse
from newsparse import Event
from newsparse_events import EventsPlugin

PARSER = newsparse.Parser(only=["newsparse-dates", "newsparse-events", "newsparse-readmore"])


def event(text: str, trigger: str, published: str | None = "2024-08-15") -> Event:
    article = PARSER.parse(text, published=published)
    (found,) = [one for one in article.events if one.trigger.of(text) == trigger]
    return found


@pytest.mark.parametrize(
    ("text", "trigger", "value", "granularity"),
    [
        ("The mayor resigned on Monday.", "resigned", "2024-08-12", "day"),
        ("The committee voted in February.", "voted", "2024-02", "month"),
        ("The firm closed its plant in 2019.", "closed", "2019", "year"),
        ("The ministers met last week.", "met", "2024-08-05/2024-08-11", "week"),
        ("The company grew in the third quarter.", "grew", "2024-35", "quarter"),
        ("It rained last summer.", "rained", "2023-22", "season"),
    ],
    ids=lambda one: one if isinstance(one, str) and " " not in one else None,
)
def test_a_value_is_never_finer_than_the_words(text: str, trigger: str, value: str, granularity: str) -> None:
    when = event(text, trigger).when
    assert when is not None
    assert (when.value, when.granularity, when.anchor) == (value, granularity, "expression")


def test_the_evidence_is_the_words_that_date_it() -> None:
    text = "The committee voted in February."
    when = event(text, "voted").when
    assert when is not None
    assert when.evidence is not None
    assert when.evidence.of(text) == "February"


@pytest.mark.parametrize(
    ("text", "trigger", "anchor", "value"),
    [
        ("The minister denied that he took bribes.", "denied", "reporting", "2024-08-15"),
        ("The mayor called for an inquiry.", "called for", "tense", "../2024-08-15"),
        ("The council will build a bridge.", "build", "tense", "2024-08-15/.."),
    ],
    ids=["reporting", "tense, past", "tense, future"],
)
def test_what_no_date_tells_the_act_of_reporting_or_the_tense_may(
    text: str, trigger: str, anchor: str, value: str
) -> None:
    when = event(text, trigger).when
    assert when is not None
    assert (when.anchor, when.value) == (anchor, value)


def test_a_date_of_the_sentence_goes_before_one_of_the_sentence_before() -> None:
    when = event("Calloway spoke on Wednesday. Lee said last week that the port is shut.", "said").when
    assert when is not None
    assert (when.value, when.anchor) == ("2024-08-05/2024-08-11", "expression")


def test_the_same_happening_named_again_keeps_its_date() -> None:
    text = (
        "The army attacked Oldtown on Monday. The mayor fled. The sky was grey. The park was shut. The attack failed."
    )
    when = event(text, "attack").when
    assert when is not None
    assert (when.value, when.anchor) == ("2024-08-12", "same happening")


BACKGROUND = (
    "The parliament passed the law following the assassination of two men in a drone strike near Oldtown Airport "
    "on January 3, 2020."
)


@pytest.mark.parametrize("trigger", ["assassination", "drone strike"])
def test_a_background_clause_keeps_its_own_date(trigger: str) -> None:
    when = event(BACKGROUND, trigger).when
    assert when is not None
    assert when.value == "2020-01-03"


def test_what_follows_on_something_old_is_not_old_itself() -> None:
    when = event(BACKGROUND, "passed").when
    assert when is not None
    assert when.value == "../2024-08-15"


def test_a_joined_verb_shares_the_date() -> None:
    text = "The committee said in February that the bridge is unsafe, and called on the government to act."
    when = event(text, "called on").when
    assert when is not None
    assert when.value == "2024-02"


@pytest.mark.parametrize(
    ("text", "trigger", "value"),
    [
        ("Ann Calloway, who was elected last October, resigned.", "resigned", "../2024-08-15"),
        ("The firm, which was founded in 1998, closed its plant on Monday.", "closed", "2024-08-12"),
        ("The union said on Monday that it will strike in June.", "said", "2024-08-12"),
        ("The company announced on Tuesday that it will close 14 stores in June.", "close", "2025-06"),
        ("Police arrested a man who had escaped from prison in March.", "arrested", "../2024-08-15"),
        ("Police arrested a man who had escaped from prison in March.", "escaped", "2024-03"),
        ("The senator blamed the defeat in Tuesday's election.", "blamed", "../2024-08-15"),
        ("The senator blamed the defeat in Tuesday's election.", "election", "2024-08-13"),
        ("Earlier this year, the minister stressed that the bridge is safe.", "stressed", "2024"),
        ("Two guards were killed in Tuesday's attack.", "killed", "2024-08-13"),
        ("The 1998 bombing that killed a guard shook the town.", "killed", "1998"),
        ("In a statement, the ministry said the bridge is safe.", "statement", "2024-08-15"),
        ("The minister left on Monday, hoping for talks.", "hoping", "2024-08-12"),
        ("The minister left on Monday, and officials were hoping for talks.", "hoping", None),
        ("He slept on Monday when the wall fell.", "fell", "2024-08-12"),
        ("The firm sold bonds due on 1 November 2029.", "sold", "../2024-08-15"),
        ("The army withdrew and will leave the port on Friday.", "withdrew", "../2024-08-15"),
    ],
    ids=lambda one: one if isinstance(one, str) and " " not in one else None,
)
def test_a_date_of_another_clause_is_not_the_event_s(text: str, trigger: str, value: str) -> None:
    when = event(text, trigger).when
    assert (when and when.value) == value


@pytest.mark.parametrize(
    ("title", "lead", "trigger", "value"),
    [
        (
            "Rebels attack garrison",
            "The toll rose on Thursday. The bombing on Monday shook Oldtown.",
            "attack",
            "2024-08-12",
        ),
        ("Mayor resigns", "The mayor of Oldtown resigned on Monday.", "resigns", "2024-08-12"),
        ("Singer stages protest", "She sang before the gates, and a crowd cheered.", "protest", "2024-08-15"),
        (
            "Driver rams gate",
            "Two guards fell. A blast was heard at noon on Monday. Nobody slept.",
            "rams",
            "2024-08-12",
        ),
        (
            "Singer mourns at tower after defeat",
            "The singer mourned at the tower on Wednesday. The crowd had marched on Monday.",
            "defeat",
            "2024-08-14",
        ),
    ],
    ids=["an act of its kind", "its word", "told of today", "the first day told", "another word of the headline"],
)
def test_a_headline_has_the_day_of_what_the_body_tells_of_it(title: str, lead: str, trigger: str, value: str) -> None:
    when = event(f"{title}\n\n{lead}\n", trigger).when
    assert when is not None
    assert when.value == value


def test_without_published_only_the_text_dates() -> None:
    text = "The mayor resigned on Monday. The strike began on 3 May 2019. Workers marched. The minister said so."
    article = PARSER.parse(text)
    assert {one.trigger.of(text): one.when and one.when.value for one in article.events} == {
        "resigned": None,
        "strike": "2019-05-03",
        "began": "2019-05-03",
        "marched": None,
        "said": None,
    }


def test_anchors_can_be_chosen() -> None:
    parser = newsparse.Parser([EventsPlugin(anchors={"expression"})], only=["newsparse-dates", "newsparse-events"])
    text = "The mayor resigned on Monday. The minister denied it."
    assert [
        (one.trigger.of(text), one.when and one.when.value) for one in parser.parse(text, published="2024-08-15").events
    ] == [
        ("resigned", "2024-08-12"),
        ("denied", None),
    ]


def test_clutter_yields_no_event() -> None:
    text = (
        "Harbour reopens\nThe harbour of Oldtown reopened on Monday after a long strike, the mayor said.\n"
        "Read more: Rebels attacked the garrison on Tuesday\nThe ferries sailed again, and the fishermen cheered.\n"
    )
    triggers = [one.trigger.of(text) for one in PARSER.parse(text, published="2024-08-15").events]
    assert "reopened" in triggers
    assert "attacked" not in triggers
