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


def marked(example: str) -> list[str]:
    return re.findall(r"\[(.*?)\]", example)


@pytest.mark.parametrize(("language", "rule"), RULES, ids=[f"{language}-{rule.name}" for language, rule in RULES])
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


@pytest.mark.parametrize(("language", "rule"), RULES, ids=[f"{language}-{rule.name}" for language, rule in RULES])
def test_counter_examples(language, rule):
    for example in rule.rule.counter_examples:
        assert [
            one.text for one in find_dates(example, PUBLISHED, language=language) if one.found_by == rule.name
        ] == []
