"""Words: what one is, and the columns and ranges they are read by."""

import pytest

from newsparse import Span, Words, parse
from newsparse.words import find_words

CASES = {
    "possessive": ("Iraq's law", "Iraq|'s|law"),
    "curly possessive": ("Iraq’s law", "Iraq|’s|law"),
    "inner apostrophe": ("O'Brien doesn't", "O'Brien|doesn't"),
    "hyphens": ("US-led al-Sudani", "US|-|led|al|-|Sudani"),
    "stops": ("U.S. 3.5%", "U|.|S|.|3|.|5|%"),
    "marks": ("“No,” he said", "“|No|,|”|he|said"),
    "other scripts": ("Он сказал 東京", "Он|сказал|東京"),
}


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_what_a_word_is(text: str, wanted: str) -> None:
    words = find_words(text, [Span(0, len(text))])
    assert "|".join(words.forms) == wanted
    assert [span.of(text) for span in words] == list(words.forms)


def test_words_are_found_inside_the_sentences_alone() -> None:
    article = parse("A title\nHe left. She stayed.")
    assert article.words.forms == ("A", "title", "He", "left", ".", "She", "stayed", ".")
    assert [article.words.within(sentence) for sentence in article.sentences] == [range(2), range(2, 5), range(5, 8)]


def test_words_are_a_sequence_of_spans() -> None:
    words = find_words("a bc", [Span(0, 4)])
    assert (words[1], words[0:2], words[-1]) == (Span(2, 4), (Span(0, 1), Span(2, 4)), Span(2, 4))
    assert words == find_words("a bc", [Span(0, 4)])
    assert words != Words()
    assert hash(words) == hash(find_words("a bc", [Span(0, 4)]))


def test_words_that_differ_in_one_column_are_not_equal() -> None:
    words = Words([0], [1], ["a"])
    assert words != Words([1], [1], ["a"])
    assert words != Words([0], [2], ["a"])
    assert Words([0], [2], ["a"]) != words
    assert words != Words([0], [1], ["b"])
    assert words != "a"


def test_the_words_of_further_parts_take_their_places() -> None:
    text = "OSLO - Rain fell. NICE - Snow fell. End"
    fell = [Span(7, 17), Span(25, 35)]
    places = [Span(0, 6), Span(18, 24), Span(36, 39)]
    merged = find_words(text, fell).merged(find_words(text, places))
    whole = find_words(text, [Span(0, len(text))])
    assert merged == whole
    assert merged.lowers == whole.lowers
    assert merged.merged(Words()) == Words().merged(merged) == merged
