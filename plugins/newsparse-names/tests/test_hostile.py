"""Texts made to be slow: the work grows with the text."""

from __future__ import annotations

import pytest

from newsparse import Parser
from newsparse.testing import count_calls

LETTERS = "abcdefghij"


def many_people(count: int) -> str:
    """Give sentences about many people with one surname."""
    return "".join(f"Ann{LETTERS[n % 10]}{LETTERS[n // 10 % 10]}{LETTERS[n // 100]} Lee left. " for n in range(count))


TEXTS = {
    "one surname": many_people,
    "capitals": lambda count: "Ann Lee " * count,
    "and": lambda count: "Ann and " * count,
    "of": lambda count: "Bank of " * count,
    "particles": lambda count: "van der " * count,
    "pronouns": lambda count: "Ann Lee spoke. She left. " * count,
    "open brackets": lambda count: "Big Agency (BA " * count,
    "descriptions": lambda count: "Velmora Inc. left. The company said so. A nurse left. " * count,
}


@pytest.mark.parametrize("make", TEXTS.values(), ids=TEXTS)
def test_work_grows_with_the_text(make: object) -> None:
    parser = Parser(only=["newsparse-names", "newsparse-quotes"])
    assert callable(make)
    once, twice = (count_calls(parser, make(count)) for count in (400, 800))
    assert twice < 2.5 * once
