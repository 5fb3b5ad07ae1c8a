"""Broken, huge and hostile pages: fewer results and a problem, no exception, no network, no growing out of hand."""

import importlib.util
import socket
from typing import Any

import attrs
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import newsparse
from newsparse.testing import assert_invariants, count_calls
from newsparse_html import HtmlPlugin

HEAD = "<!doctype html><html><head><title>Ships return</title></head><body>"
PARAGRAPH = "<p>The first ships left the harbour of Velm on Friday morning, a year after the pier had fallen in.</p>"
TEXT = "The first ships left the harbour"
PAGES: dict[str, tuple[str | bytes, bool]] = {
    "empty": (HEAD, False),
    "script only": (HEAD + "<script>load()</script><noscript>Turn on scripts</noscript>", False),
    "10,000 divisions": (HEAD + "<div>" * 10_000 + PARAGRAPH * 3, False),
    "1,000 divisions": (HEAD + "<div>" * 1_000 + PARAGRAPH * 3, True),
    "nested lists": (HEAD + "<ul><li>" * 3_000 + PARAGRAPH, False),
    "nested tables": (HEAD + "<table><tr><td>" * 300 + PARAGRAPH * 3, True),
    "entities that laugh": (
        '<!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;&a;"><!ENTITY c "&b;&b;&b;&b;">]><html><body><p>&c;</p>'
        + PARAGRAPH * 3,
        True,
    ),
    "binary": (b"<html>" + bytes(range(256)) * 50, False),
    "NUL": (HEAD + (PARAGRAPH * 3).replace("Friday", "Fri\0day"), True),
    "lone surrogate": (HEAD + PARAGRAPH * 3 + "\ud800", True),
    "never closed": (HEAD + PARAGRAPH * 3 + "<p><b><i><table><tr>" * 50, True),
    "open comment": (HEAD + PARAGRAPH * 3 + "<!--" + PARAGRAPH * 50, True),
    "nested JSON-LD": (HEAD + '<script type="application/ld+json">' + "[" * 50_000 + "</script>" + PARAGRAPH * 3, True),
    "title of bars": ("<html><title>" + " | a" * 20_000 + "</title><body>" + PARAGRAPH * 3, True),
    "100,000 attributes": (
        HEAD + "<p " + " ".join(f'a{n}="x"' for n in range(100_000)) + "></p>" + PARAGRAPH * 3,
        True,
    ),
    "60,000 elements": (HEAD + "<p><i></i></p>" * 30_000 + PARAGRAPH * 3, True),
    "remote parts": (
        HEAD + '<base href="http://dailypage.example/"><link rel="canonical" href="/ships"><img src="/pier.jpg">'
        '<iframe src="http://dailypage.example/x"></iframe><link rel="amphtml" href="/amp">' + PARAGRAPH * 3,
        True,
    ),
}


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_arguments: Any, **_options: Any) -> None:
        raise AssertionError("the network was asked")

    for name in ("connect", "connect_ex", "sendto"):
        monkeypatch.setattr(socket.socket, name, refuse)
    for name in ("create_connection", "getaddrinfo", "gethostbyname"):
        monkeypatch.setattr(socket, name, refuse)


@pytest.fixture(params=["trafilatura", "resiliparse"])
def parser(request: pytest.FixtureRequest) -> newsparse.Parser:
    if importlib.util.find_spec(request.param) is None:
        pytest.skip(f"{request.param} is not installed")
    return newsparse.Parser([HtmlPlugin(request.param)], only=["newsparse-html"])


@pytest.mark.parametrize("name", PAGES)
def test_any_page_gives_text_or_a_problem(name: str, parser: newsparse.Parser) -> None:
    page, readable = PAGES[name]
    article = parser.parse(page)
    assert TEXT in article.text or not readable  # how deep a page is read depends on lxml's version
    assert article.body or article.problems or name == "binary"
    assert {problem.plugin for problem in article.problems} <= {"newsparse-html"}


SOUP = (
    "<p>", "</p>", "<div class='related'>", "<div>", "</div>", "<h1>", "</h1>", "<h2>", "<ul>", "<li>",
    "</ul>", "<br>", "<a href=x>", "</a>", "<b>", "</b>", "<pre>", "\n", "<table>", "<td>", "<figure>",
    "<figcaption>", "<nav>", "</nav>", "<script>", "</script>", "<!--", "-->", "<time>", "<aside>", "&amp;",
    "&nbsp;", "&#0;", "<", ">", "\u200b", "\u2028", "\x0b", "\x85", "é", "\x00", "<span class='sr-only'>",
    "</span>", "* * *", "Read more", "<meta property='og:title' content='Ships'>",
    "Ann Lee said on Friday that the harbour of Velm will open again, after a year of works.",
    '<script type="application/ld+json">{"@type": "NewsArticle", "datePublished": 5, "author": [[]]}</script>',
)  # fmt: skip


@settings(max_examples=80, deadline=None, suppress_health_check=list(HealthCheck))
@given(soup=st.lists(st.sampled_from(SOUP), max_size=60).map("".join))
def test_any_soup_of_tags_keeps_the_invariants(soup: str) -> None:
    article = newsparse.Parser([HtmlPlugin()], only=["newsparse-html"]).parse({"html": soup})
    assert {problem.message for problem in article.problems} <= {
        "no article was found in the page",
        "no element could be read from the page",
    }
    assert_invariants(attrs.evolve(article, problems=()))


def test_a_copy_from_a_cache_is_the_article() -> None:
    page = (
        '<html><head><base href="https://dailypage.example/ships"></head><body><div><div>This is the cache of '
        "https://dailypage.example/ships as it appeared on 16 Aug 2024.</div></div><div><article><h1>Ships return</h1>"
        f"{PARAGRAPH * 3}</article></div></body></html>"
    )
    article = newsparse.Parser([HtmlPlugin()], only=["newsparse-html"], strict=True).parse(page)
    assert article.url == "https://dailypage.example/ships"
    assert "cache" not in article.text


def test_invariants_hold(parser: newsparse.Parser) -> None:
    assert_invariants(parser.parse(HEAD + "<h1>Ships return</h1>" + PARAGRAPH * 3))


def test_work_grows_with_the_page() -> None:
    parser = newsparse.Parser([HtmlPlugin()], only=["newsparse-html"])
    part = "<div class='text-part'><h2>Day {n}</h2>" + PARAGRAPH + "<ul><li>Item <a href=x>one</a>.</li></ul></div>"
    pages = [HEAD + "".join(part.replace("{n}", str(n)) for n in range(times)) for times in (1, 150, 300)]
    parser.parse(pages[0])
    once, twice = (count_calls(parser, page) for page in pages[1:])
    assert twice < 2.5 * once, f"{once} calls for a page, {twice} for one twice as long"


def test_the_text_of_a_script_only_page_is_taken_from_json_ld() -> None:
    body = "The first ships left the harbour of Velm.\\n\\nMore ships will follow on Monday, said Cora Hill."
    page = (
        "<html><head><script type='application/ld+json'>"
        f'{{"@type": "NewsArticle", "headline": "Ships return", "articleBody": "{body}"}}'
        "</script></head><body><div id=app></div></body></html>"
    )
    article = newsparse.Parser([HtmlPlugin()], only=["newsparse-html"], strict=True).parse(page)
    assert [(block.kind, block.span.of(article.text)) for block in article.blocks] == [
        ("title", "Ships return"),
        ("paragraph", "The first ships left the harbour of Velm."),
        ("paragraph", "More ships will follow on Monday, said Cora Hill."),
    ]


def test_what_the_user_gives_wins() -> None:
    page = HEAD + '<meta property="article:published_time" content="2024-08-15">' + PARAGRAPH * 3
    article = newsparse.parse({"html": page, "published": "2020-01-02", "title": "Mine", "url": "https://a.example/"})
    assert (str(article.published), article.title, article.url) == ("2020-01-02", "Mine", "https://a.example/")


def test_an_unknown_extractor_is_refused() -> None:
    with pytest.raises(newsparse.UsageError, match="no extractor 'magic'; known: trafilatura, resiliparse"):
        HtmlPlugin("magic")


def test_an_extractor_that_is_not_installed_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("newsparse_html.find_spec", lambda _name: None)
    with pytest.raises(newsparse.UsageError, match=r"resiliparse is not installed; pip install newsparse-html\[fast\]"):
        HtmlPlugin("resiliparse")


def test_importing_the_plugin_imports_no_extractor() -> None:
    import subprocess
    import sys

    code = "import sys, newsparse_html; print({'trafilatura', 'htmldate', 'resiliparse'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout == "set()\n"
