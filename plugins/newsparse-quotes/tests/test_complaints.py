"""What users of other quote extractors complain about, each as a test."""

from __future__ import annotations

import pytest

from newsparse_quotes import find_quotes

COMPLAINTS = {
    "a stray mark must not lose the article": (
        'The " stood alone.\n“We won,” said Ann Lee.',
        [("“We won,”", "Ann Lee")],
    ),
    "floating quotes": (
        "“We won,” said Ann Lee. “Nobody believed in us.”",
        [("“We won,” “Nobody believed in us.”", "Ann Lee")],
    ),
    "a floating quote whose speaker does something": (
        "She disapproved. “It was terrible.”",
        [("“It was terrible.”", "She")],
    ),
    "a motto beside a sentence": ("The motto stands over the door. “Live free or die.”", []),
    "a speaker keeps its article": ("The two leaders said they had won.", [("they had won", "The two leaders")]),
    "a dash and a name": ("“We won.” — Ann Lee", [("“We won.”", "Ann Lee")]),
    "unusual verbs": ("“We won,” quipped Ann Lee.", [("“We won,”", "Ann Lee")]),
    "nicknames in marks": ("Ann “Ace” Lee left the field.", []),
    "indirect speech": ("Lee said they had won.", [("they had won", "Lee")]),
    "a role with the speaker": ("“We won,” said the coach, Ann Lee.", [("“We won,”", "the coach, Ann Lee")]),
    "emoji before the quote keep the offsets": ("🏆🏆 “We won,” said Ann Lee.", [("“We won,”", "Ann Lee")]),
    "a verb of speech that is none": ("Sales rose, as reported losses fell.", []),
    "a place in marks is no quote": ("They met at the “Old Mill” on Friday.", []),
}


@pytest.mark.parametrize(("text", "wanted"), COMPLAINTS.values(), ids=COMPLAINTS)
def test_complaint(text: str, wanted: list[tuple[str, str]]) -> None:
    found = [(quote.text, quote.speaker.text if quote.speaker else "") for quote in find_quotes(text)]
    assert found == wanted
    for quote in find_quotes(text):
        assert quote.text == " ".join(span.of(text) for span in quote.spans)
