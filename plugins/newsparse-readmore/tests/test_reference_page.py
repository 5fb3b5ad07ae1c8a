"""The page and the examples of what the code decides, held to what the rules do."""

from pathlib import Path

import pytest

from newsparse.testing import read_markup
from newsparse_readmore import label_lines
from newsparse_readmore.reference import load_places, reference_page

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "block-rules.md"
PLACES = load_places()


def test_the_page_is_the_one_the_rules_give():
    assert PAGE.read_text("utf-8") == reference_page(), (
        "run: python -m newsparse_readmore.reference > docs/reference/block-rules.md"
    )


def labelled(text, rule):
    return [(block.kind, block.span.of(text)) for block in label_lines(text) if block.found_by == rule]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_place_labels_what_its_examples_mark(place):
    for example in place.examples:
        text, marked = read_markup(example)
        assert labelled(text, place.name) == [(place.kind, span.of(text)) for span, _label in marked]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_a_place_labels_nothing_in_its_counter_examples(place):
    assert place.counter_examples
    assert [labelled(text, place.name) for text in place.counter_examples if labelled(text, place.name)] == []
