"""What an article gives beyond its fields: body, look-ups, timeline, links, offsets."""

import datetime as dt
from urllib.parse import quote

import pytest

from newsparse import (
    Article,
    Block,
    Entity,
    Mention,
    Parser,
    Quote,
    Span,
    Speaker,
    UsageError,
    hookimpl,
    parse,
)

TEXT = "Title here\nHe left.\n\nShe stayed. Photo: AP\nThey met."


LINE = ("word " * 16).strip() + "s"
"""Eighty characters, the longest piece that a link gives in full."""


class Captions:
    """Labels the credit inside a line."""

    name = "captions"

    @hookimpl
    def newsparse_label_blocks(self, article: Article) -> list[Block]:
        return [Block(span=Span(33, 42), kind="credit", found_by="credit")]


@pytest.fixture
def article() -> Article:
    return Parser([Captions()], only=["captions"]).parse(TEXT, url="https://example.org/a?b=1#top")


def test_the_body_keeps_the_breaks_of_the_text_and_leaves_out_what_is_not_its_own(article: Article) -> None:
    assert article.body == "He left.\n\nShe stayed.\nThey met."
    assert article.body_with(["title", "credit"]) == TEXT


def test_an_unknown_kind_of_block_is_a_clear_error(article: Article) -> None:
    with pytest.raises(UsageError, match="no block kind 'photo'; known: title"):
        article.body_with(["photo"])
    with pytest.raises(UsageError, match="no block kind 'graph'"):
        article.body_with(["photo", "graph"])


def test_blocks_and_sentences_are_looked_up_by_offset(article: Article) -> None:
    block, sentence = article.block_at(34), article.sentence_at(22)
    assert block
    assert (block.kind, block.found_by) == ("credit", "captions:credit")
    assert sentence
    assert sentence.of(TEXT) == "She stayed."
    assert (article.block_at(10), article.sentence_at(34), article.block_at(999)) == (None, None, None)


def test_look_ups_at_the_very_edges(article: Article) -> None:
    first, last = article.blocks[0], article.blocks[-1]
    assert article.block_at(0) == first
    assert article.block_at(first.span.end - 1) == first
    assert article.block_at(first.span.end) is None
    assert article.block_at(last.span.end - 1) == last
    assert article.sentence_at(0) == article.sentences[0]
    assert article.sentence_at(article.sentences[1].start) == article.sentences[1]
    assert article.sentence_at(article.sentences[0].end) is None
    assert Article().block_at(0) is None
    assert Article().sentence_at(0) is None
    assert Article(text="  Hi.", blocks=[Block(span=Span(2, 5), kind="paragraph")]).block_at(1) is None


def test_the_body_of_blocks_far_apart_and_on_one_line() -> None:
    text = "One. Two.\n\n\n\nThree."
    spans = [Span(0, 4), Span(5, 9), Span(13, 19)]
    article = Article(text=text, blocks=[Block(span=span, kind="paragraph") for span in spans])
    assert article.body == "One. Two.\n\nThree."


def test_an_article_shows_no_words_when_it_is_printed(article: Article) -> None:
    assert "words=" not in repr(article)


def entity(name: str, number: int, start: int) -> Entity:
    mention = Mention(span=Span(start, start + len(name)), form="name", kind="person")
    return Entity(id=f"e{number}", name=name, kind="person", mentions=[mention])


def test_entities_speakers_and_their_quotes_are_looked_up() -> None:
    people = [entity("Ann Lee", 1, 0), entity("Bo Roe", 2, 10), entity("Cy Day", 3, 20)]
    quotes = [
        Quote(kind="direct", spans=[Span(30, 33)], speaker=Speaker(span=Span(20, 26), entities=["e3"])),
        Quote(kind="direct", spans=[Span(34, 37)], speaker=Speaker(span=Span(0, 7), entities=["e1", "e3"])),
        Quote(kind="direct", spans=[Span(38, 41)], speaker=Speaker(span=Span(10, 16))),
        Quote(kind="direct", spans=[Span(42, 45)]),
    ]
    article = Article(text="x" * 50, entities=people, quotes=quotes)
    assert [article.entity(one.id) for one in people] == people
    assert article.speakers() == (people[0], people[2])
    assert article.quotes_by("e3") == tuple(quotes[:2])
    assert article.quotes_by(people[0]) == (quotes[1],)
    assert article.quotes_by(people[1]) == ()
    with pytest.raises(UsageError, match="no 'e4' in this article; it has 3"):
        article.entity("e4")


def test_an_unknown_entity_is_a_clear_error(article: Article) -> None:
    with pytest.raises(UsageError, match="no 'e9' in this article"):
        article.entity("e9")


@pytest.mark.parametrize(
    ("text", "piece", "start", "link"),
    [
        ("He left. She stayed.", "She stayed.", 9, "#:~:text=She%20stayed."),
        ("He left, he-man. Then he left.", "left", 25, "#:~:text=He%20left%2C%20he%2Dman.%20Then%20he-,left"),
        (
            "Ω " + "word " * 30,
            "word " * 30,
            2,
            "#:~:text=word%20word%20word%20word%20word,word%20word%20word%20word%20word",
        ),
        (f"{LINE} {LINE}", LINE, 81, f"#:~:text=word%20word%20word%20word%20words-,{quote(LINE)}"),
        (
            f"{LINE} s. {LINE} t.",
            f"{LINE} t.",
            84,
            "#:~:text=word%20word%20word%20words%20s.-,word%20word%20word%20word%20word,word%20word%20word%20words%20t.",
        ),
        (
            f"Gone.\n{LINE} t. {LINE}",
            f"{LINE} t.",
            6,
            "#:~:text=word%20word%20word%20word%20word,word%20word%20word%20words%20t.",
        ),
    ],
)
def test_a_link_opens_the_article_at_a_span(text: str, piece: str, start: int, link: str) -> None:
    article = parse(text, url="https://example.org/a#top")
    assert article.link(Span(start, start + len(piece))) == f"https://example.org/a{link}"


def test_a_link_needs_a_url_and_a_span_of_the_text(article: Article) -> None:
    with pytest.raises(UsageError, match=r"the article has no url; give one: parse\(text, url=...\)"):
        parse("He left.").link(Span(0, 2))
    with pytest.raises(UsageError, match="ends after the text"):
        article.link(Span(0, 999))


def test_offsets_for_languages_that_count_otherwise() -> None:
    article = parse("🚀é and 🧪 left")
    span = Span(7, 8)
    assert span.of(article.text) == "🧪"
    assert article.offsets(span) == (8, 10)
    assert article.offsets(span, "utf-8") == (11, 15)
    assert article.offsets(Span(0, 3)) == (0, 4)
    assert article.offsets(Span(2, 6)) == (3, 7)
    assert Article(text="\uffff\uffff!").offsets(Span(1, 3)) == (1, 3)
    with pytest.raises(UsageError, match="no encoding 'utf-9'"):
        article.offsets(span, "utf-9")  # type: ignore[arg-type]
    with pytest.raises(UsageError, match="no encoding 'latin-1'; known: utf-16, utf-8"):
        article.offsets(span, "latin-1")  # type: ignore[arg-type]


def test_an_article_is_made_by_keyword_alone() -> None:
    with pytest.raises(TypeError):
        Article("text")  # type: ignore[misc]


def test_articles_are_frozen_and_hold_tuples(article: Article) -> None:
    with pytest.raises(AttributeError):
        article.text = "other"  # type: ignore[misc]
    assert isinstance(article.blocks, tuple)


def test_the_same_source_gives_the_same_article() -> None:
    assert parse(TEXT, published="2024-08-15") == parse(TEXT, published=dt.date(2024, 8, 15))


def test_the_title_is_the_block_of_that_kind_or_what_is_given() -> None:
    assert parse("He left.").title is None
    assert parse("Gone at last\nHe left the house and came to the harbour.").title == "Gone at last"
    assert parse("Gone at last\nHe left the house and came to the harbour.", title="Left").title == "Left"
