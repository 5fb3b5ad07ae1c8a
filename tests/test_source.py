"""Sources: what can be parsed, what is decoded how, and what the errors say."""

import datetime as dt
from pathlib import Path

import pytest

from newsparse import NewsparseError, Parser, SourceError, UsageError, parse


def test_empty_text_gives_an_empty_article() -> None:
    article = parse("")
    assert (article.text, article.blocks, article.body, article.problems) == ("", (), "", ())


@pytest.mark.parametrize(
    ("source", "says"),
    [
        (None, "source is None; give the article's text"),
        (7, "source is int; give the article's text"),
        (["a"], "source is list; give the article's text"),
        ({}, "a mapping needs a 'text'"),
        ({"text": 3}, "a mapping needs a 'text' that is str or bytes, not int"),
        (Path("no/such/file.txt"), "cannot be read: No such file or directory"),
        (Path(), "cannot be read: Is a directory"),
    ],
)
def test_what_is_no_source_is_a_clear_error(source: object, says: str) -> None:
    with pytest.raises(SourceError, match=says):
        parse(source)


def test_a_text_over_max_chars_is_a_clear_error() -> None:
    with pytest.raises(SourceError, match=r"has 11 characters, max_chars is 10; cut it, or give Parser\(max_chars"):
        Parser(max_chars=10).parse("Hello world")


SHIPS = "🚢" * 10


@pytest.mark.parametrize("source", [SHIPS, SHIPS.encode(), bytearray(SHIPS.encode()), memoryview(SHIPS.encode())])
def test_a_text_as_long_as_max_chars_is_read(source: object) -> None:
    assert Parser(only=[], max_chars=10).parse(source).text == SHIPS
    with pytest.raises(SourceError, match="max_chars is 9"):
        Parser(only=[], max_chars=9).parse(source)


def test_a_file_is_read(tmp_path: Path) -> None:
    file = tmp_path / "article.txt"
    file.write_text("Élan vital.", "utf-8")
    assert parse(file).text == "Élan vital."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_bytes_are_decoded_whatever_their_encoding(encoding: str) -> None:
    text = "“Der Präsident kam für drei Tage nach Köln”, sagte der Sprecher der Behörde am Dienstag. Später größer."
    article = parse(text.encode(encoding))
    assert (article.text, article.problems) == (text, ())


def test_bytes_that_cannot_be_read_are_replaced_and_told() -> None:
    article = parse(b"\xff\xfeh\x00e\x00 \xd8")
    assert article.text.startswith("he")
    assert "\ufffd" in article.text
    assert "were replaced by U+FFFD" in article.problems[0].message


def test_a_mapping_brings_what_stands_beside_the_text() -> None:
    article = parse({"text": "He left.", "title": "Gone", "published": "2024-08-15", "url": "https://e.org/1", "id": 7})
    assert (article.title, article.published, article.url, article.id) == (
        "Gone", dt.date(2024, 8, 15), "https://e.org/1", "7",
    )  # fmt: skip


def test_what_is_given_goes_before_the_mapping() -> None:
    article = parse(
        {"text": "He left.", "title": "Gone", "published": "2024-08-15"}, published="2020-01-01", title="Left"
    )
    assert (article.title, article.published) == ("Left", dt.date(2020, 1, 1))


@pytest.mark.parametrize(
    ("authors", "wanted"),
    [
        ("Ann Lee", ("Ann Lee",)),
        (["Ann Lee", "Bo Roe"], ("Ann Lee", "Bo Roe")),
        ([], ()),
        ("", ()),
        (None, ()),
    ],
)
def test_a_mapping_brings_its_authors(authors: object, wanted: tuple[str, ...]) -> None:
    assert parse({"text": "He left.", "authors": authors}).authors == wanted


@pytest.mark.parametrize(("name", "value"), [("title", 7), ("id", 1.5), ("url", b"x"), ("language", ["en"])])
def test_a_mapping_with_a_value_of_another_type_is_a_clear_error(name: str, value: object) -> None:
    with pytest.raises(UsageError, match=f"source: {name} is {type(value).__name__}; give a str"):
        parse({"text": "He left.", name: value})


def test_an_empty_string_in_a_mapping_is_not_known() -> None:
    article = parse({"text": "He left.", "title": "", "url": "", "language": "", "id": ""})
    assert (article.title, article.url, article.language, article.id) == (None, None, None, None)


@pytest.mark.parametrize(
    ("published", "wanted"),
    [
        (None, None),
        ("", None),
        ("2024-08-15", dt.date(2024, 8, 15)),
        (" 20240815 ", dt.date(2024, 8, 15)),
        ("2024-08-15T09:30:00+01:00", dt.datetime(2024, 8, 15, 9, 30, tzinfo=dt.timezone(dt.timedelta(hours=1)))),
        ("2024-08-15T09:30Z", dt.datetime(2024, 8, 15, 9, 30, tzinfo=dt.UTC)),
        (dt.date(2024, 8, 15), dt.date(2024, 8, 15)),
    ],
)
def test_published_takes_dates_and_iso_strings(published: object, wanted: object) -> None:
    assert parse("He left.", published=published).published == wanted


@pytest.mark.parametrize("published", ["last week", "15/08/2024", "2024-13-01", 20240815, 3.5])
def test_any_other_published_is_a_clear_error(published: object) -> None:
    with pytest.raises(UsageError, match=r"published: .*ISO"):
        parse("He left.", published=published)


def test_all_errors_have_one_parent() -> None:
    assert issubclass(SourceError, NewsparseError)
    assert issubclass(UsageError, ValueError)
