"""The constructions by which English news says who said what, one a case."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsparse import Parser, Quote
from newsparse.testing import read_cases
from newsparse_quotes import QuotesPlugin, find_quotes

CASES = read_cases((Path(__file__).parent / "data" / "constructions.txt").read_text("utf-8"))


def shown(quote: Quote, text: str) -> str:
    speaker = quote.speaker.text if quote.speaker else "-"
    cue = quote.cue.of(text) if quote.cue else "-"
    return f"{quote.kind} | {speaker} | {cue} | {' || '.join(span.of(text) for span in quote.spans)}"


@pytest.mark.parametrize(("text", "wanted"), CASES, ids=[text[:40] for text, _wanted in CASES])
def test_construction(text: str, wanted: str) -> None:
    assert "\n".join(shown(quote, text) for quote in find_quotes(text)) == wanted


NOT_QUOTED = {
    "a scare quote": "The so-called “experts” stayed at home.",
    "a title": "Her book “The Long Bridge” sells well.",
    "a nickname": "Robert “Bob” Ferrow opened the shop.",
    "inches": "The 12\" pipe and the 6' ladder were gone.",
    "a motto on a sign": "A sign with “No entry” stood at the gate.",
}


@pytest.mark.parametrize("text", NOT_QUOTED.values(), ids=NOT_QUOTED)
def test_marks_that_quote_nobody(text: str) -> None:
    assert find_quotes(text) == ()


def test_a_quote_over_several_paragraphs_is_one() -> None:
    text = "“The bridge is old,” Lee said.\n“It was built by my father.\n“It will not stand another winter.”"
    (quote,) = find_quotes(text)
    assert [span.of(text) for span in quote.spans] == [
        "“The bridge is old,”",
        "“It was built by my father.",
        "“It will not stand another winter.”",
    ]


def test_a_stray_mark_costs_at_most_its_paragraph() -> None:
    text = 'He held a 5" pipe and a " mark.\n“We met,” said Ann Lee.\n“We left,” said Bo Roe.'
    assert [quote.text for quote in find_quotes(text)][-2:] == ["“We met,”", "“We left,”"]


def test_the_audience_is_not_the_speaker() -> None:
    (quote,) = find_quotes("“We are done,” the minister told Reuters on Friday.")
    assert quote.speaker
    assert quote.speaker.text == "the minister"


DATED = {
    "behind the cue": ("Lee said on Sunday that ships would come.", "2024-08-11"),
    "before the speaker": ("On Sunday, Lee said that ships would come.", "2024-08-11"),
    "last April": ("Lee told reporters last April that ships would come.", "2024-04"),
    "inside the content": ("Lee said that ships would come on Sunday.", None),
    "in a clause about the speaker": ("Lee, who was elected last April, said that ships would come.", None),
    "in a clause behind the cue": ("Lee said after the vote in April that ships would come.", None),
}


@pytest.mark.parametrize(("text", "day"), DATED.values(), ids=DATED)
def test_said_on_is_the_date_of_the_cue(text: str, day: str | None) -> None:
    parser = Parser([QuotesPlugin()])
    if "newsparse-dates" not in {one.name for one in parser.active}:
        pytest.skip("newsparse-dates is not installed")
    (quote,) = parser.parse(text, published="2024-08-15").quotes
    assert (quote.said_on.value if quote.said_on else None) == day


def test_a_date_behind_the_cue_is_no_content() -> None:
    text = "Bridge to close\nThe bridge in Velmora will close in May, the town council said on Monday."
    (quote,) = find_quotes(text)
    assert quote.text == "The bridge in Velmora will close in May"


def test_a_date_that_another_quote_tells_is_not_when_it_was_said() -> None:
    parser = Parser([QuotesPlugin()])
    if "newsparse-dates" not in {one.name for one in parser.active}:
        pytest.skip("newsparse-dates is not installed")
    text = "Lee told reporters on Sunday that ships would come by May, adding that the port “cannot sleep.”"
    days = [one.said_on and one.said_on.value for one in parser.parse(text, published="2024-08-15").quotes]
    assert days == ["2024-08-11", "2024-08-11"]
