"""The data: every rule finds its examples and none of its counter-examples; every phrase labels its line."""

import tomllib

import pytest

from newsparse import Span
from newsparse.lexicon import read_data
from newsparse.models import BLOCK_KINDS
from newsparse.testing import nested_repetitions
from newsparse_readmore import label_lines
from newsparse_readmore.line import Line
from newsparse_readmore.phrases import LANGUAGES, PACKAGE, USES, find_phrase, load_phrases, phrase_key
from newsparse_readmore.shapes import find_author, find_shape, load_shapes

SHAPES = load_shapes()
RULES = [shape.rule for shape in SHAPES]
PHRASES = load_phrases()


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_takes_its_examples_whole_and_leaves_its_counter_examples(rule):
    assert [one for one in rule.examples if not (one[0] + one[-1] == "[]" and rule.regex.fullmatch(one[1:-1]))] == []
    assert [one for one in rule.counter_examples if rule.regex.match(one)] == []


@pytest.mark.parametrize("shape", SHAPES, ids=lambda shape: shape.rule.name)
def test_the_rule_is_tried_on_its_examples(shape):
    lines = [Line(Span(0, len(one) - 2), one[1:-1]) for one in shape.rule.examples]
    if shape.where == "below_title":
        assert [find_author(line) for line in lines] == [shape.rule.name] * len(lines)
    else:
        found = [find_shape(line, at_edge=True) for line in lines]
        assert found == [(shape.kind, shape.rule.name, shape.is_weak)] * len(lines)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_a_rule_has_a_counter_example_and_no_nested_repetition(rule):
    assert rule.counter_examples
    assert nested_repetitions(rule.pattern) == []


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: f"{phrase.language}-{phrase.text}")
def test_a_phrase_alone_on_a_line_tells_its_kind(phrase):
    found = find_phrase(Line(Span(0, len(phrase.text)), phrase.text))
    assert found is not None
    assert found.phrase.kind == phrase.kind


def test_phrases_are_written_as_they_are_compared():
    assert [one.text for one in PHRASES if one.text != phrase_key(one.text)] == []
    assert {one.kind for one in PHRASES} <= set(BLOCK_KINDS)
    assert {one.use for one in PHRASES} <= set(USES)


def test_languages_that_have_phrases():
    assert set(LANGUAGES) >= {"en", "de", "fr", "es", "pt", "it", "nl", "pl", "tr", "ru", "ar", "hi", "id", "ja"}


def test_a_label_in_any_case_with_a_headline_behind_it():
    text = "The ship left.\nREAD MORE: Mayor resigns\nread more — Mayor resigns\nRead More Mayor resigns"
    assert [block.kind for block in label_lines(text)] == ["paragraph", "read_more", "read_more", "read_more"]


def test_patterns_are_short_and_made_of_fragments():
    rules = tomllib.loads(read_data(PACKAGE, "any", "lines.toml"))["rule"]
    assert [rule["name"] for rule in rules if len(rule["pattern"]) > 110] == []
