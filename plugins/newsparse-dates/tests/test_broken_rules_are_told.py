import pytest

from newsparse import DataError
from newsparse.rules import Rule
from newsparse_dates.daterules import as_date_rule
from newsparse_dates.firsts import find_opening


def rule(**more):
    return Rule(name="ago", pattern="ab", examples=("They met [two weeks ago].",), more=more)


@pytest.mark.parametrize(
    ("more", "message"),
    [
        ({"means": "shfit", "values": ["x"]}, "it means 'shfit'; known: calendar, shift"),
        ({"means": "shift", "type": "DAY", "values": ["x"]}, "type 'DAY'; known: DATE, TIME, DURATION, SET"),
        ({"means": "shift", "values": ["x"], "valeus": ["x"]}, "key 'valeus'; known: means, type"),
        ({"means": "shift"}, "0 values of 1 examples; give each one"),
    ],
)
def test_a_rule(more, message):
    with pytest.raises(DataError, match=message):
        as_date_rule("en/relative.toml", rule(**more), 0)


@pytest.mark.parametrize("pattern", ["a?", "(?:a|b?)", "[^a]b", "[a-c]b"])
def test_a_pattern_whose_beginning_is_open(pattern):
    with pytest.raises(DataError):
        find_opening(pattern)
