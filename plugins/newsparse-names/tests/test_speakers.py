"""Speakers resolved to names: a development set of made-up articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from newsparse import Article, Parser
from newsparse.testing import read_cases

WRONG = {
    "We thought it was dust": "newsparse-quotes gives `van Dalen` for the speaker, not `Raman and van Dalen`",
}
"""Quotes whose speaker should be right and is not, and why."""


def marks(piece: str) -> tuple[pytest.MarkDecorator, ...]:
    return (pytest.mark.xfail(strict=True, reason=WRONG[piece]),) if piece in WRONG else ()


CASES = [
    pytest.param(text, *line.split(" | "), id=line, marks=marks(line.partition(" | ")[0]))
    for name in ("speakers.txt", "speakers_blind.txt", "speakers_blind_second.txt")
    for text, answers in read_cases((Path(__file__).parent / "data" / name).read_text("utf-8"))
    for line in answers.splitlines()
]


FLOOR = 0.95
"""The share of the set that must be right, whatever becomes of single cases."""


@pytest.fixture(scope="module")
def parser() -> Parser:
    made = Parser()
    if "newsparse-quotes" not in {one.name for one in made.active}:
        pytest.skip("newsparse-quotes is not installed")
    return made


def speaker_of(article: Article, piece: str) -> str:
    quote = next((one for one in article.quotes if piece in one.text), None)
    if quote is None:
        return "(no such quote)"
    return (quote.speaker.name if quote.speaker else None) or "-"


@pytest.mark.parametrize(("text", "piece", "name"), CASES)
def test_the_speaker_is_resolved(parser: Parser, text: str, piece: str, name: str) -> None:
    assert speaker_of(parser.parse(text, published="2024-08-15"), piece) == name


def test_the_set_is_large_enough_to_mean_something() -> None:
    assert len(CASES) >= 60


def test_accuracy_on_the_development_set(parser: Parser) -> None:
    right = sum(
        speaker_of(parser.parse(text, published="2024-08-15"), piece) == name
        for text, piece, name in (case.values for case in CASES)
    )
    assert right >= FLOOR * len(CASES), f"{right} of {len(CASES)} speakers are right"
