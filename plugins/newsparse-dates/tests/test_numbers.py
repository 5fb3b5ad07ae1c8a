import pytest

from newsparse_dates.firsts import Opening, find_opening
from newsparse_dates.grammar import load_grammar
from newsparse_dates.numerals import read_number, read_year_words
from newsparse_dates.shapes import digit_code

CARDINALS = load_grammar("en").vocabulary.values["cardinal"]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("twenty four", 24),
        ("twenty - four", 24),
        ("a hundred", 100),
        ("two thousand", 2000),
        ("one hundred five", 105),
        ("5 1 / 2", 5.5),
        ("1 / 2", 0.5),
        ("2 . 5", 2.5),
        ("1 , 200", 1200),
        ("three hundred thousand", 300_000),
        ("cats", None),
        ("1 / 0", None),
    ],
)
def test_number(words, number):
    assert read_number(words.split(), CARDINALS) == number


def test_decimal_comma():
    assert read_number(["1", ".", "200", ",", "5"], CARDINALS, ",") == 1200.5


@pytest.mark.parametrize(
    ("words", "year"), [("nineteen ninety - six", 1996), ("two thousand", 2000), ("twenty twenty four", 2024)]
)
def test_spoken_year(words, year):
    assert read_year_words(words.split(), CARDINALS) == year


def test_shapes_of_digits():
    words = ["7", "07", "1998", "0735", "1990s", "3rd", "6pm", "430pm", "30pm", "7hrs", "20240815", "fy2022", "b52"]
    codes = [digit_code(word) for word in words]
    assert len(set(codes)) == len(words) - 1  # 6pm and 430pm share their shape
    assert codes[-1] == ""


@pytest.mark.parametrize(
    ("pattern", "first", "second", "single"),
    [
        ("ab", "a", "b", ""),
        ("a?b", "ab", "b", "b"),
        ("(?:a|b)c", "ab", "c", ""),
        ("(?:a|bd)c", "ab", "cd", ""),
        ("[ab]{0,2}c", "abc", "abc", "c"),
        ("(?<=x)a(?!b)", "a", "", "a"),
        ("(?P<n>a)+b", "a", "ab", ""),
        ("(?:ab)+c", "a", "b", ""),
        ("a(?:b|c)??", "a", "bc", "a"),
    ],
)
def test_how_a_pattern_can_begin(pattern, first, second, single):
    assert find_opening(pattern) == Opening(frozenset(first), frozenset(second), frozenset(single))
