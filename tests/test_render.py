"""The page of an article: highlights on the right words, everything escaped, nothing that leaves it."""

from __future__ import annotations

import cProfile
import datetime as dt
import re
from html.parser import HTMLParser

import attrs
import pytest

from newsparse import (
    Article,
    Block,
    DateMention,
    Entity,
    Event,
    Happening,
    Mention,
    Participant,
    Quote,
    Span,
    Speaker,
    UsageError,
    When,
)
from newsparse.render import to_html
from newsparse.render.explain import explain
from newsparse.render.facts import Fact, told_when
from newsparse.render.text import pieces
from newsparse.render.timeline import draw_timeline

TEXT = "Ann 🚀 Lee left.\n“We met <Bob> on Friday,” she said.\nRead more: Why"


def span(piece: str) -> Span:
    start = TEXT.index(piece)
    return Span(start, start + len(piece))


@pytest.fixture
def article() -> Article:
    when = When(
        value="2024-08-16", earliest=dt.date(2024, 8, 16), latest=dt.date(2024, 8, 16), granularity="day",
        anchor="expression", evidence=span("Friday"),
    )  # fmt: skip
    open_when = When(value="../2024-08-10", latest=dt.date(2024, 8, 10), granularity="interval", anchor="tense")
    mentions = [Mention(span=span("Ann 🚀 Lee"), text="Ann 🚀 Lee", form="name", found_by="n:full")]
    mentions.append(Mention(span=span("she"), text="she", form="pronoun", found_by="n:pronoun"))
    date = DateMention(
        span=span("Friday"), text="Friday", type="DATE", value="2024-08-16", earliest=dt.date(2024, 8, 16),
        latest=dt.date(2024, 8, 16), anchor="published", found_by="d:weekday",
    )  # fmt: skip
    quote = span("“We met <Bob> on Friday,”")
    return Article(
        title="<script>alert(1)</script>",
        published=dt.date(2024, 8, 15),
        url="javascript:alert(1)",
        text=TEXT,
        blocks=[
            Block(span=span("Ann 🚀 Lee left."), kind="paragraph", found_by="newsparse:line"),
            Block(span=span("“We met <Bob> on Friday,” she said."), kind="paragraph", found_by="newsparse:line"),
            Block(span=span("Read more: Why"), kind="read_more", found_by="r:label"),
        ],
        dates=[date],
        quotes=[
            Quote(
                kind="direct", spans=[quote], text=quote.of(TEXT), cue=span("said"), said_on=None, found_by="q:csv",
                speaker=Speaker(span=span("she"), text="she", name="Ann 🚀 Lee", role="mayor", entities=["e1"]),
            )
        ],
        entities=[Entity(id="e1", name="Ann 🚀 Lee", kind="person", role="mayor", mentions=mentions, found_by="n")],
        events=[
            Event(
                span=span("Ann 🚀 Lee left."), text="", trigger=span("left"), when=open_when, found_by="e:left",
                participants=[Participant(span=span("Ann 🚀 Lee"), text="Ann 🚀 Lee", entity="e1", role="actor")],
            ),
            Event(span=span("“We met <Bob> on Friday,”"), trigger=span("met"), when=when, quote=0, found_by="e:met"),
        ],
    )  # fmt: skip


class Reader(HTMLParser):
    """Reads the facts of a page back: the words under each key, and where links lead."""

    def __init__(self) -> None:
        super().__init__()
        self.words: dict[str, str] = {}
        self.ids: set[str] = set()
        self.links: list[str] = []
        self.tags: list[str] = []
        self._open: list[list[str]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        found = dict(attrs)
        if found.get("id"):
            self.ids.add(str(found["id"]))
        if tag == "a":
            self.links.append(str(found.get("href")))
        if tag == "span":
            self._open.append(str(found.get("data-facts") or "").split())

    def handle_endtag(self, tag: str) -> None:
        if tag == "span":
            self._open.pop()

    def handle_data(self, data: str) -> None:
        for key in {key for keys in self._open for key in keys}:
            self.words[key] = self.words.get(key, "") + data


def read(page: str) -> Reader:
    reader = Reader()
    reader.feed(page)
    return reader


def test_highlights_stand_on_the_right_words(article: Article) -> None:
    assert read(to_html(article)).words == {
        "a0-quote-0": "“We met <Bob> on Friday,”",
        "a0-speaker-0": "she",
        "a0-date-0": "Friday",
        "a0-event-0": "left",
        "a0-event-1": "met",
        "a0-e1-0": "Ann 🚀 Lee",
        "a0-e1-1": "she",
    }


def test_every_link_inside_the_page_leads_to_a_place_in_it(article: Article) -> None:
    reader = read(to_html(article))
    assert {link[1:] for link in reader.links} <= reader.ids
    assert {"a0-quote-0", "a0-event-0", "a0-event-1", "a0-date-0", "a0-e1-1"} <= {link[1:] for link in reader.links}


def test_what_comes_from_the_article_is_text_and_nothing_else(article: Article) -> None:
    page = to_html(article)
    assert read(page).tags.count("script") == 1
    assert '<h1 dir="auto">&lt;script&gt;alert(1)&lt;/script&gt;</h1>' in page
    assert 'href="javascript' not in page


def test_nothing_is_loaded_from_elsewhere(article: Article) -> None:
    page = to_html(article)
    assert "default-src 'none'" in page
    assert not re.search(r"""(?:src|href)=["'](?!#)""", page)
    assert "url(" not in page


def test_stripped_lines_are_folded_with_their_kind(article: Article) -> None:
    page = to_html(article)
    assert "<summary>1 line left out: read more</summary>" in page
    assert "Read more: Why [read_more]" in page


def test_a_dateline_stands_before_its_paragraph_with_its_date() -> None:
    text = "OSLO, May 3 — Ann left.\nBob stayed."
    blocks = [
        Block(span=Span(0, 13), kind="dateline", found_by="d"),
        Block(span=Span(14, 23), kind="paragraph", found_by="p"),
        Block(span=Span(24, 35), kind="paragraph", found_by="p"),
    ]
    date = DateMention(span=Span(6, 11), text="May 3", type="DATE", value="XXXX-05-03", found_by="d:month_day")
    page = to_html(Article(text=text, blocks=blocks, dates=[date]))
    reader = read(page)
    assert reader.words == {"a0-date-0": "May 3"}
    assert {link[1:] for link in reader.links} <= reader.ids
    assert " — Ann left.</p><p" in page
    assert "left out" not in page


def test_several_articles_have_an_index(article: Article) -> None:
    page = to_html([article, article])
    assert page.count('data-speakers="ann 🚀 lee"') == 2
    assert {"a0-quote-0", "a1-quote-0", "a1-article"} <= read(page).ids


@pytest.mark.parametrize("text", ["", "\0\x0b\ud800\ufffe", "שלום <b>", "a" * 5000])
def test_odd_articles_make_a_page(text: str) -> None:
    blocks = [Block(span=Span(0, len(text)), kind="paragraph", found_by="x")] if text else []
    page = to_html(Article(text=text, title=text, blocks=blocks))
    page.encode("utf-8")
    assert page.startswith("<!DOCTYPE html>")


def test_an_article_shows_itself_in_a_notebook(article: Article) -> None:
    shown = article._repr_html_()
    assert shown.startswith("<iframe srcdoc=")
    assert "<script>" not in shown


@pytest.mark.parametrize(
    ("value", "told"),
    [("2024", "2024"), ("../2024-08", "until 2024-08"), ("2024/..", "from 2024 on"), ("2024/2025", "2024 to 2025")],
)
def test_open_ends_are_told_in_words(value: str, told: str) -> None:
    assert told_when(When(value=value, granularity="interval", anchor="tense")) == told


def test_work_grows_with_the_article() -> None:
    def calls(lines: int) -> int:
        spans = [Span(5 * line, 5 * line + 4) for line in range(lines)]
        article = Article(
            text="1999\n" * lines,
            blocks=[Block(span=span, kind="paragraph", found_by="p") for span in spans],
            dates=[DateMention(span=span, text="1999", type="DATE", value="1999", found_by="d") for span in spans],
        )
        profile = cProfile.Profile()
        profile.runcall(to_html, article)
        return sum(entry.callcount for entry in profile.getstats())

    calls(1)
    assert calls(400) < 2.5 * calls(200)


def drawn(*days: tuple[dt.date | None, dt.date | None]) -> list[tuple[float, float]]:
    happenings = []
    for earliest, latest in days:
        when = When(value="x", earliest=earliest, latest=latest, granularity="interval", anchor="expression")
        event = Event(span=Span(0, 1), trigger=Span(0, 1), when=when)
        happenings.append(Happening(when=when, type=None, events=(event,)))
    drawing = draw_timeline(happenings)
    assert drawing is not None
    return [(float(bar.get("x", "")), float(bar.get("width", ""))) for bar in drawing.iter("rect")]


def test_the_timeline_keeps_the_order_and_shortens_gaps() -> None:
    day = dt.date
    bars = drawn(
        (day(1912, 4, 15), day(1912, 4, 15)), (day(2023, 1, 1), day(2023, 12, 31)), (None, day(2023, 3, 10)),
        (day(2023, 3, 14), day(2023, 3, 14)), (day(2023, 3, 16), None), (day.max, day.max), (day.min, day.max),
    )  # fmt: skip
    assert all(x >= 0 and x + width <= 360 for x, width in bars)
    assert bars[3][0] - bars[0][0] > 20 < bars[5][0] - bars[3][0]
    assert bars[0][0] < bars[3][0] < bars[4][0] < bars[5][0]


def test_one_day_alone_is_drawn() -> None:
    assert len(drawn((dt.date(2023, 1, 1), dt.date(2023, 1, 1)))) == 1


def test_overlapping_facts_are_cut_into_pieces() -> None:
    spans = {"a": Span(0, 5), "b": Span(3, 8), "c": Span(3, 4), "d": Span(9, 12)}
    facts = [(span, Fact(key=key, layer="quote", spans=(span,), told="")) for key, span in spans.items()]
    cut = pieces(Span(0, 8), facts)
    assert [(one.start, one.end, "".join(fact.key for fact in facts)) for one, facts in cut] == [
        (0, 3, "a"), (3, 4, "abc"), (4, 5, "ab"), (5, 8, "b"),
    ]  # fmt: skip


def test_a_quote_is_explained_by_what_was_matched_and_what_was_not(article: Article) -> None:
    sentences = [block.span for block in article.blocks[:2]]
    told = explain(attrs.evolve(article, sentences=sentences), quote=1)
    assert [label for label, _text in told] == [
        "quote", "content", "cue", "speaker", "resolved", "sentence", "date not taken",
    ]  # fmt: skip
    assert dict(told)["resolved"] == "e1, Ann 🚀 Lee by n:pronoun, first named at “Ann 🚀 Lee” [0:9]"


def test_a_date_and_an_event_are_explained(article: Article) -> None:
    assert dict(explain(article, date=1))["resolved against"] == "the publication date, 2024-08-15"
    told = dict(explain(article, event=2))
    assert told["time"] == "2024-08-16 by expression, from “Friday” [33:39]"
    assert told["asserted by"] == "quote 1: “We met <Bob> on Friday,”"


@pytest.mark.parametrize("asked", [{}, {"quote": 1, "date": 1}, {"quote": 0}, {"event": 3}])
def test_what_cannot_be_explained_is_a_clear_error(article: Article, asked: dict[str, int]) -> None:
    with pytest.raises(UsageError, match="explain: "):
        explain(article, **asked)
