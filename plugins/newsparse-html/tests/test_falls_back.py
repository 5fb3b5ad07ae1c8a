"""What cannot be read in the best way is read in the next: encodings, facts, extractors."""

import pytest

from newsparse_html import read
from newsparse_html.page import parse_html
from newsparse_html.read import read_html
from newsparse_html.recognise import HtmlText, decode_html

PARAGRAPH = "The harbour of Velm opens again on Monday, the mayor said, and the first ships are to leave at dawn."
PAGE = f"<html><head><title>Harbour</title></head><body><article><p>{PARAGRAPH}</p></article></body></html>"


def failing(*_given: object, **_named: object) -> None:
    raise OSError("no luck")


@pytest.mark.parametrize("charset", ["no-such-code", "hex", "utf-16"])
def test_a_charset_that_is_none_of_text_is_not_believed(charset: str) -> None:
    page = decode_html(f'<meta charset="{charset}"><p>Élan in the café of the très grand hôtel.'.encode("cp1252"))
    assert "café" in page.text
    assert page.origin == "bytes"


def test_a_page_that_was_cut_off_inside_a_character_is_utf_8() -> None:
    page = decode_html("<p>Two ships left the harbour for 3 €".encode()[:-1])
    assert (page.encoding, page.lost) == ("utf-8", 1)
    assert page.text == "<p>Two ships left the harbour for 3 \ufffd"


def test_facts_that_cannot_be_read_cost_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "read_facts", failing)
    source = read_html(HtmlText(PAGE, "utf-8", "utf-8"))
    assert PARAGRAPH in source.text
    assert [one.message for one in source.problems] == ["metadata could not be read: OSError: no luck"]


def test_an_extractor_that_fails_leaves_the_paragraphs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(read.EXTRACTORS, "trafilatura", failing)
    source = read_html(HtmlText(PAGE, "utf-8", "utf-8"))
    assert PARAGRAPH in source.text
    assert [one.message for one in source.problems] == ["trafilatura failed: OSError: no luck"]


@pytest.mark.parametrize("text", ["", "<!---->"])
def test_what_holds_no_element_is_no_page(text: str) -> None:
    assert parse_html(text) is None
