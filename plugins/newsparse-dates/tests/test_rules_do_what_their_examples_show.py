"""Every rule finds what its examples mark, with the value they give, and nothing in its counter-examples."""

import datetime as dt
import re

import pytest

from newsparse.testing import nested_repetitions
from newsparse_dates import find_dates
from newsparse_dates.grammar import LANGUAGES, load_grammar

PUBLISHED = dt.date(2024, 8, 15)
RULES = [
    pytest.param(language, rule, id=f"{language}-{rule.name}")
    for language in LANGUAGES
    for rule in load_grammar(language).rules
]
each_rule = pytest.mark.parametrize(("language", "rule"), RULES)


def plain(example):
    return example.replace("[", "").replace("]", "")


def marked(example):
    return re.findall(r"\[(.*?)\]", example)


@each_rule
def test_examples(language, rule):
    for example, values in zip(rule.rule.examples, rule.values, strict=True):
        found = find_dates(plain(example), PUBLISHED, language=language)
        if rule.means == "none":
            assert found == ()
            continue
        assert [one.text for one in found if one.text in marked(example)] == marked(example)
        assert values in " ".join(one.value for one in found)
        if rule.means not in ("before", "after"):
            assert rule.name in {one.found_by.partition(":")[0] for one in found if one.text in marked(example)}


@each_rule
def test_counter_examples(language, rule):
    for example in rule.rule.counter_examples:
        found = find_dates(example, PUBLISHED, language=language)
        assert [one.text for one in found if one.found_by.partition(":")[0] == rule.name] == []


@each_rule
def test_patterns_take_linear_time(language, rule):
    assert nested_repetitions(rule.pattern) == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_names_are_unique(language):
    names = [rule.name for rule in load_grammar(language).rules]
    assert sorted(names) == sorted(set(names))
