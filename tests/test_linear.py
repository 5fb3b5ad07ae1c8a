"""Linear time: twice the text costs about twice the steps, for every plugin and all together, on hostile texts.

What is counted are lines of Python that run, turns of comprehensions among them, not seconds: the figure is the
same on every machine. What a regular expression does in C is not counted; `test_patterns.py` refuses the
patterns that could backtrack without end.
"""

from __future__ import annotations

import sys
from functools import cache
from types import FrameType
from typing import Any

import pytest

from newsparse import (
    Article,
    Block,
    DateMention,
    Entity,
    Event,
    Mention,
    Parser,
    Participant,
    Place,
    Quote,
    Speaker,
    When,
    hookimpl,
)
from newsparse.testing import PUBLISHED

HOSTILE: dict[str, str] = {
    "one trigger": "last ",
    "digits": "1234567890",
    "slashes": "1/",
    "months without spaces": "JanuaryFebruary",
    "month and stop": "Jan. ",
    "unfinished ranges": "from May 1-",
    "times": "5 p.m. ",
    "straight marks": '"',
    "apostrophes": "'",
    "unclosed quotations": '"We said no.\n\n',
    "nested marks": "“ he said ‘ she “ ",
    "quotations": '"No," said Ann Lee. ',
    "dated quotations": "“No,” said Ann Lee on 3 May 2019. ",
    "whole stories": (
        "VELM, Aug 14 (Reuters) - Seven people were killed when the harbour of Velm was shelled on Monday.\n"
        "“We lost all,” the mayor, Ann Lee, told reporters on Tuesday. She will meet Col. Juan Roe last week.\n"
        "Read more: Fishermen strike\n"
    ),
    "cues": "said ",
    "cues and commas": "said, ",
    "he said she said": "he said she said ",
    "according to": "according to ",
    "names": "Ann Lee ",
    "names and cues": "Ann Lee, the minister, said ",
    "short sentences": "Xa. Xb. ",
    "titles": "Gen. Lt. Col. ",
    "prompts": "Read more: A\n",
    "bullets": "- a\n",
    "lines of a name": "Ann Lee\n",
    "line ends": "\n",
    "blank lines": " \n\n",
    "round brackets": "(",
    "square brackets": "[",
    "no spaces": "SaidOnFridayHeLeft",
    "one long line": "The minister said on Monday that he would go. ",
    "commas": ", ",
    "articles": "the ",
    "hyphens": "al-",
    "stops": "U.S.",
    "combining characters": "e\u0301",
    "zero width": "\u200b\u200d",
    "opening tags": "<div>",
    "comments": "<!--",
    "unfinished attributes": '<a b="',
    "unfinished JSON": '{"a":',
    "triggers of events": "was killed in ",
}
"""What is repeated; where two plugins meet in it, as cues and commas, the layers feed one another."""

SHORT = 3_000
"""Characters of the shorter text: long enough for growth to show, and forty texts for every plugin."""

TOGETHER = "all together"


@cache
def parser(name: str) -> Parser:
    made = Parser() if name == TOGETHER else Parser(only=[name])
    for text in HOSTILE.values():  # data files are loaded and patterns compiled now
        made.parse(text * 5, published=PUBLISHED)
    return made


def repeated(piece: str, length: int) -> str:
    return piece * (length // len(piece))


def count_steps(parser: Parser, text: str) -> int:
    """Count the lines that run in one parse; a line of a loop or a comprehension counts each time round."""
    count = 0

    def on_event(_frame: FrameType, _event: str, _argument: Any) -> Any:
        nonlocal count
        count += 1
        return on_event

    before = sys.gettrace()  # a measurement of coverage, that goes on afterwards
    sys.settrace(on_event)
    try:
        parser.parse(text, published=PUBLISHED)
    finally:
        sys.settrace(before)
    return count


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("name", [*(one.name for one in Parser().active), TOGETHER])
def test_twice_the_text_is_twice_the_work(name: str, text: str) -> None:
    once, twice = (count_steps(parser(name), repeated(HOSTILE[text], SHORT * times)) for times in (1, 2))
    assert twice < 2.3 * once + 500, f"{once} steps for {SHORT} characters, {twice} for twice as many"


class Everywhere:
    """Finds every word as everything: what the core does with annotations is seen, and nothing else."""

    name = "everywhere"

    @hookimpl
    def newsparse_find_mentions(self, article: Article) -> list[Mention]:
        return [Mention(span=word, form="name") for word in article.words]

    @hookimpl
    def newsparse_find_dates(self, article: Article) -> list[DateMention]:
        return [DateMention(span=word, type="DATE", value="2024") for word in article.words]

    @hookimpl
    def newsparse_find_quotes(self, article: Article) -> list[Quote]:
        return [
            Quote(kind="direct", spans=[date.span], speaker=Speaker(span=date.span), said_on=date)
            for date in article.dates
        ]

    @hookimpl
    def newsparse_resolve_entities(self, article: Article) -> list[Entity]:
        return [Entity(name=one.text, kind="person", mentions=[one]) for one in article.mentions]

    @hookimpl
    def newsparse_find_events(self, article: Article) -> list[Event]:
        return [
            Event(
                span=word,
                trigger=word,
                quote=number,
                participants=[Participant(span=word)],
                place=Place(span=word),
                when=When(value="2024", granularity="year", anchor="expression", evidence=word),
            )
            for number, word in enumerate(article.words)
        ]

    @hookimpl
    def newsparse_label_blocks(self, article: Article) -> list[Block]:
        return [Block(span=one.span, kind="paragraph") for one in article.blocks]


def test_what_the_core_does_with_annotations_is_linear() -> None:
    parser = Parser([Everywhere()], only=["everywhere"], strict=True)
    once, twice = (count_steps(parser, "Ann left Oslo.\n" * times) for times in (500, 1000))
    assert twice < 2.1 * once, f"{once} steps for 500 lines, {twice} for twice as many"
