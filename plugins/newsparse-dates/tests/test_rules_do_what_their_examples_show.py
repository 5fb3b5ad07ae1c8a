"""Every rule finds what its examples mark, with the value they give, and nothing in its counter-examples."""

import datetime as dt
import re

import pytest

from newsparse_dates import find_dates
from newsparse_dates.grammar import LANGUAGES, load_grammar

PUBLISHED = dt.date(2024, 8, 15)
RULES = [(language, rule) for language in LANGUAGES for rule in load_grammar(language).rules]


def plain(example: str) -> str:
    return example.replace("[", "").replace("]", "")


@pytest.mark.parametrize(("language", "rule"), RULES, ids=[f"{language}-{rule.name}" for language, rule in RULES])
def test_examples(language, rule):
    for example, values in zip(rule.rule.examples, rule.values, strict=True):
        found = find_dates(plain(example), PUBLISHED, language=language)
        assert [one.text for one in found] == re.findall(r"\[(.*?)\]", example)
        assert " ".join(one.value for one in found) == values
        if rule.means not in ("before", "after"):
            assert {one.found_by for one in found} == {rule.name}


@pytest.mark.parametrize(("language", "rule"), RULES, ids=[f"{language}-{rule.name}" for language, rule in RULES])
def test_counter_examples(language, rule):
    for example in rule.rule.counter_examples:
        assert [one.text for one in find_dates(example, PUBLISHED, language=language) if one.found_by == rule.name] == []
