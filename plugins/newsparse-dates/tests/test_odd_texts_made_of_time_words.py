"""Any sequence of words of time gives what it can and raises nothing."""

import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from newsparse_dates import find_dates, find_ranges
from newsparse_dates.grammar import LANGUAGES, load_grammar

MARKS = [
    ".",
    ",",
    ":",
    "/",
    "-",
    "–",
    "'",
    "’s",
    "(",
    ")",
    "3",
    "31",
    "07",
    "44",
    "1998",
    "20240815",
    "3rd",
    "6pm",
    "1990s",
    "7hrs",
]


def words_of(language):
    return sorted({*load_grammar(language).vocabulary.codes, *MARKS, "BC", "AD", "May", "Sun", "FY2022", "Q3"})


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("published", [None, dt.date(2024, 2, 29)], ids=str)
@settings(max_examples=300, deadline=None)
@given(data=st.data())
def test_raises_nothing(language, published, data):
    words = data.draw(st.lists(st.sampled_from(words_of(language)), max_size=12))
    text = data.draw(st.sampled_from([" ", "", " "])).join(words)
    narrative = data.draw(st.sampled_from([None, True]))
    found = find_dates(text, published, language=language, narrative=narrative)
    find_ranges(text, found)
    ends = [0]
    for one in found:
        assert ends[-1] <= one.span.start < one.span.end <= len(text)
        assert one.text == one.span.of(text)
        assert one.earliest is None or one.earliest <= one.latest
        ends.append(one.span.end)
