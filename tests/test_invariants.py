"""What an annotation must be to stand in an article, one broken invariant at a time."""

from __future__ import annotations

import datetime as dt
from typing import Any

import pytest

from newsparse import Article, Block, DateMention, Entity, Event, Mention, Participant, Quote, Span, When
from newsparse.checks import Checker, RefusedError

TEXT = "Title\nOne two three.\nRead more: four\nFive six."
BLOCKS = [
    Block(span=Span(0, 5), kind="title"),
    Block(span=Span(6, 20), kind="paragraph"),
    Block(span=Span(21, 36), kind="read_more"),
    Block(span=Span(37, 46), kind="paragraph"),
]
DAY = DateMention(span=Span(6, 9), type="DATE", value="2024")


@pytest.fixture
def checker() -> Checker:
    return Checker(Article(text=TEXT, blocks=BLOCKS, dates=[DAY], quotes=[quote(Span(6, 9))]), "mine")


def quote(*spans: Span, **more: Any) -> Quote:
    return Quote(kind="direct", spans=spans, **more)


def date(earliest: str | None, latest: str | None) -> DateMention:
    days = [dt.date.fromisoformat(day) if day else None for day in (earliest, latest)]
    return DateMention(span=Span(6, 9), type="DATE", value="2024", earliest=days[0], latest=days[1])


def event(when: tuple[str, str] | None = None, **more: Any) -> Event:
    time = None
    if when:
        days = list(map(dt.date.fromisoformat, when))
        time = When(value="x", earliest=days[0], latest=days[1], granularity="day", anchor="expression")
    return Event(**{"span": Span(6, 20), "trigger": Span(10, 13), "when": time, **more})


INSIDE = {
    "a word": (Span(6, 9), "One"),
    "a whole block": (Span(6, 20), "One two three."),
    "the first block": (Span(0, 5), "Title"),
    "the last characters": (Span(42, 46), "six."),
    "title and paragraph": (Span(0, 9), "Title\nOne"),
}
OUTSIDE = {
    "after the text": (Span(40, 47), "ends after the text (46 characters)"),
    "begins between blocks": (Span(5, 9), "starts or ends outside all blocks"),
    "ends between blocks": (Span(6, 21), "starts or ends outside all blocks"),
    "in the clutter": (Span(21, 25), "lies in a read_more block"),
    "from a paragraph into the clutter": (Span(15, 25), "lies in a read_more block"),
    "with one character in the clutter": (Span(15, 22), "lies in a read_more block"),
    "over the clutter": (Span(15, 41), "lies in a read_more block"),
}


@pytest.mark.parametrize(("span", "text"), INSIDE.values(), ids=INSIDE)
def test_a_span_inside(checker: Checker, span: Span, text: str) -> None:
    assert checker.inside(span) == text


@pytest.mark.parametrize(("span", "says"), OUTSIDE.values(), ids=OUTSIDE)
def test_a_span_outside(checker: Checker, span: Span, says: str) -> None:
    with pytest.raises(RefusedError) as refused:
        checker.inside(span)
    assert says in str(refused.value)


def test_before_the_first_block() -> None:
    checker = Checker(Article(text="  One.", blocks=[Block(span=Span(2, 6), kind="paragraph")]), "mine")
    for span in (Span(0, 1), Span(0, 6), Span(1, 3)):
        with pytest.raises(RefusedError, match="outside all blocks"):
            checker.inside(span)
    with pytest.raises(RefusedError, match="outside all blocks"):
        Checker(Article(text="One."), "mine").inside(Span(0, 3))


GOOD = {
    "date without days": date(None, None),
    "date of one day": date("2024-01-01", "2024-01-01"),
    "date of two days": date("2024-01-01", "2024-01-02"),
    "quote of two pieces": quote(Span(6, 9), Span(10, 13), cue=Span(14, 19), said_on=DAY),
    "pieces that touch": quote(Span(6, 9), Span(9, 13)),
    "event": event(("2024-01-01", "2024-01-01"), quote=0, participants=[Participant(span=Span(6, 9))]),
    "mention with its head": Mention(span=Span(6, 20), form="name", head=Span(10, 13), role=Span(6, 9)),
    "mention that is its head": Mention(span=Span(6, 9), form="name", head=Span(6, 9)),
}
BAD = {
    "start without end": (date("2024-01-01", None), "one end of an interval without the other"),
    "end without start": (date(None, "2024-01-01"), "one end of an interval without the other"),
    "date backwards": (date("2024-01-02", "2024-01-01"), "its interval 2024-01-02..2024-01-01 runs backwards"),
    "pieces overlap": (quote(Span(6, 10), Span(9, 13)), "quote 'One ': its pieces overlap or stand out of order"),
    "pieces out of order": (quote(Span(6, 9), Span(14, 19), Span(10, 13)), "quote 'One': its pieces overlap"),
    "cue outside": (quote(Span(6, 9), cue=Span(21, 25)), "lies in a read_more block"),
    "said on no date": (quote(Span(6, 9), said_on=date("2024-01-01", "2024-01-01")), "none of the article's dates"),
    "event backwards": (event(("2024-01-02", "2024-01-01")), "event 'two': its interval runs backwards"),
    "trigger outside": (event(trigger=Span(21, 25)), "lies in a read_more block"),
    "no such quote": (event(quote=1), "there is no quote 1"),
    "a quote before the first": (event(quote=-1), "there is no quote -1"),
    "head outside": (Mention(span=Span(6, 9), form="name", head=Span(8, 13)), "its head lies outside it"),
    "role in the clutter": (Mention(span=Span(6, 9), form="name", role=Span(21, 25)), "lies in a read_more block"),
    "mention of an entity": (
        Entity(name="x", kind="person", mentions=[Mention(span=Span(21, 25), form="name")]),
        "lies in a read_more block",
    ),
    "white space before a block": (Block(span=Span(5, 9), kind="nav"), "white space at its ends"),
    "white space behind a block": (Block(span=Span(6, 10), kind="nav"), "white space at its ends"),
}
KINDS = {DateMention: "date", Quote: "quote", Event: "event", Mention: "mention", Entity: "entity", Block: "block"}


@pytest.mark.parametrize("one", GOOD.values(), ids=GOOD)
def test_a_good_annotation_is_completed(checker: Checker, one: Any) -> None:
    done = getattr(checker, KINDS[type(one)])(one)
    assert done.found_by == "mine"
    assert done.text == (" ".join(span.of(TEXT) for span in one.spans) if isinstance(one, Quote) else one.span.of(TEXT))


@pytest.mark.parametrize(("one", "says"), BAD.values(), ids=BAD)
def test_a_bad_annotation_is_refused(checker: Checker, one: Any, says: str) -> None:
    with pytest.raises(RefusedError) as refused:
        getattr(checker, KINDS[type(one)])(one)
    assert says in str(refused.value)


def test_an_entitys_mentions_are_sorted_and_keep_what_another_layer_found() -> None:
    known = Mention(span=Span(14, 19), form="nominal", text="three", found_by="other:rule")
    fresh = Mention(span=Span(6, 9), form="name", found_by="rule")
    checker = Checker(Article(text=TEXT, blocks=BLOCKS, mentions=[known]), "mine")
    done = checker.entity(Entity(id="e9", name="One", kind="person", mentions=[known, fresh], found_by="all"))
    assert done.mentions[1] is known
    assert (done.mentions[0].text, done.mentions[0].found_by) == ("One", "mine:rule")
    assert (done.id, done.found_by) == ("", "mine:all")
