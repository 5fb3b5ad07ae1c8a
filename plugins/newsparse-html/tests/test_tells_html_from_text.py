"""What is a page, what is plain text that mentions a tag, and how a page's bytes are read."""

import pytest

import newsparse
from newsparse_html import HtmlPlugin
from newsparse_html.recognise import decode_html, looks_like_html, recognise

PARAGRAPH = "<p>The ships left the harbour of Velm on Friday, a year after the pier fell into the cold sea.</p>"


@pytest.mark.parametrize(
    ("start", "html"),
    [
        pytest.param("<!DOCTYPE html><html>", True, id="doctype"),
        pytest.param('\ufeff\n <html lang="en">', True, id="byte order mark and blank"),
        pytest.param('<?xml version="1.0"?>\n<html xmlns="x">', True, id="xhtml"),
        pytest.param("<!-- cached on Friday --> <!-- b --><body>", True, id="comments first"),
        pytest.param("<article>" + PARAGRAPH * 2 + "</article>", True, id="fragment"),
        pytest.param(PARAGRAPH, False, id="one paragraph may be a quoted tag"),
        pytest.param("Use <b> for bold, said Ann. <html> starts a page.", False, id="text that mentions tags"),
        pytest.param("<b>Ann Lee</b> said so.", False, id="inline tag first"),
        pytest.param("<headline> is no tag", False, id="longer name"),
        pytest.param("<!-- never closed", False, id="open comment"),
        pytest.param("", False, id="empty"),
        pytest.param("https://dailypage.example/ships.html", False, id="address"),
    ],
)
def test_tells_html_from_text(start: str, html: bool) -> None:
    assert looks_like_html(start) is html


@pytest.mark.parametrize(
    ("data", "encoding", "origin"),
    [
        pytest.param("<html>é".encode(), "utf-8", "utf-8", id="utf-8"),
        pytest.param("<html>é".encode("utf-16"), "utf-16", "bom", id="byte order mark"),
        pytest.param('<html><meta charset="iso-8859-1">“é'.encode("cp1252"), "cp1252", "declared", id="as browsers do"),
        pytest.param(
            '<html><meta http-equiv="Content-Type" content="text/html; charset=windows-1251">Ш'.encode("cp1251"),
            "cp1251",
            "declared",
            id="http-equiv",
        ),
        pytest.param('<html><meta charset="iso-8859-1">é'.encode(), "utf-8", "utf-8", id="declared wrong"),
    ],
)
def test_decodes_as_declared_unless_the_bytes_tell_better(data: bytes, encoding: str, origin: str) -> None:
    page = decode_html(data)
    assert (page.encoding, page.origin, page.lost) == (encoding, origin, 0)


def test_undeclared_encoding_is_guessed_from_the_bytes() -> None:
    text = "<html><p>Le préfet a été reçu à l’hôtel où les élèves étaient réunis après la cérémonie.</p>" * 5
    assert "préfet a été reçu" in decode_html(text.encode("cp1252")).text


def test_lost_characters_become_a_problem() -> None:
    data = b'<html><meta charset="utf-8"><body>' + PARAGRAPH.encode() * 3 + b"\x81</body>"
    article = newsparse.Parser([HtmlPlugin()], only=["newsparse-html"]).parse(data)
    assert "could not be read" in str(article.problems[0])


@pytest.mark.parametrize(
    ("source", "text"),
    [
        pytest.param({"html": PARAGRAPH}, PARAGRAPH, id="html"),
        pytest.param({"html": PARAGRAPH.encode()}, PARAGRAPH, id="html in bytes"),
        pytest.param({"text": "<html>x"}, "<html>x", id="a page as text"),
    ],
)
def test_recognises_mappings(source: object, text: str) -> None:
    page = recognise(source)
    assert page is not None
    assert page.text == text


@pytest.mark.parametrize("source", [{"text": "Plain."}, {"title": "x"}, {"html": None}, "Plain.", b"Plain.", 3, None])
def test_leaves_other_sources_to_the_core(source: object) -> None:
    assert recognise(source) is None
