"""What an article gives beyond its fields: body, look-ups, timeline, links, offsets."""

import datetime as dt
import pickle

import pytest

from newsparse import Article, Block, Parser, Span, UsageError, hookimpl, parse

TEXT = "Title here\nHe left.\n\nShe stayed. Photo: AP\nThey met."


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


def test_blocks_and_sentences_are_looked_up_by_offset(article: Article) -> None:
    block, sentence = article.block_at(34), article.sentence_at(22)
    assert block
    assert (block.kind, block.found_by) == ("credit", "captions:credit")
    assert sentence
    assert sentence.of(TEXT) == "She stayed."
    assert (article.block_at(10), article.sentence_at(34), article.block_at(999)) == (None, None, None)


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
    with pytest.raises(UsageError, match="no encoding 'latin-1'; known: utf-16, utf-8"):
        article.offsets(span, "latin-1")  # type: ignore[arg-type]


def test_articles_are_frozen_and_hold_tuples(article: Article) -> None:
    with pytest.raises(AttributeError):
        article.text = "other"  # type: ignore[misc]
    assert isinstance(article.blocks, tuple)


def test_the_same_source_gives_the_same_article() -> None:
    assert parse(TEXT, published="2024-08-15") == parse(TEXT, published=dt.date(2024, 8, 15))


def test_parse_many_keeps_the_order_on_one_process_or_two() -> None:
    sources = [f"Article {number}. It is short." for number in range(40)]
    parser = Parser(only=[])
    alone = [article.text for article in parser.parse_many(sources)]
    together = [article.text for article in parser.parse_many(iter(sources), workers=2, chunk=3)]
    assert alone == together == sources


def test_parse_many_refuses_no_workers() -> None:
    with pytest.raises(UsageError, match="workers=0"):
        Parser(only=[]).parse_many(["a"], workers=0)


def test_a_parser_is_a_value() -> None:
    parser = Parser(only=[], strict=True, max_chars=99)
    assert pickle.loads(pickle.dumps(parser)) == parser
