"""The page of constructions holds: each example is found by its rule, and the page is the one that is made."""

from pathlib import Path

import pytest

from newsparse_quotes import find_quotes
from newsparse_quotes.reference import examples, page

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "quote-constructions.md"


@pytest.mark.parametrize(("name", "row"), examples().items(), ids=examples())
def test_the_rule_of_the_name_finds_the_example(name: str, row: tuple[str, ...]) -> None:
    assert [quote.found_by for quote in find_quotes(row[0])] == [f"newsparse-quotes:{name}"]


@pytest.mark.skipif(not PAGE.parent.exists(), reason="the docs are not beside this package")
def test_the_page_is_the_one_that_is_made() -> None:
    assert PAGE.read_text("utf-8") == page(), "make it anew: python -m newsparse_quotes.reference"
