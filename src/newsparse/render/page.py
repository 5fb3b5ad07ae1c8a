"""The page: one HTML file with its style and script inside, and a policy that lets nothing else in or out."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterable, Sequence
from functools import cache
from importlib.resources import files

from newsparse.article import Article
from newsparse.render.elements import Element, add, element, serialised
from newsparse.render.facts import LAYERS, find_facts
from newsparse.render.sides import sides
from newsparse.render.text import article_text

__all__ = ["to_html"]


def to_html(articles: Article | Iterable[Article], *, title: str | None = None) -> str:
    """Make one self-contained HTML page of an article, or of several with an index to search by speaker.

    Parameters:
        articles: what to show.
        title: the page's title; by default the article's.
    """
    several = (articles,) if isinstance(articles, Article) else tuple(articles)
    heading = title or (several[0].title if len(several) == 1 else None) or f"{len(several)} articles"
    page = element("html", lang=(several[0].language if len(several) == 1 and several[0].language else "en"))
    page.append(_head(heading))
    body = add(page, "body")
    body.append(_header(heading, several))
    main = add(body, "main")
    if len(several) != 1:
        main.append(_index(several))
    for number, article in enumerate(several):
        main.append(_section(article, f"a{number}-", alone=len(several) == 1))
    add(
        body,
        "div",
        "Point at a highlight, or move to it with the Tab key, to see why it is there.",
        id="told",
        role="status",
    )
    add(body, "script").text = _asset("page.js")
    return f"<!DOCTYPE html>\n{serialised([page])}\n"


@cache
def _asset(name: str) -> str:
    return files("newsparse.render").joinpath("assets", name).read_text("utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _head(title: str) -> Element:
    head = element("head")
    add(head, "meta", charset="utf-8")
    policy = (
        f"default-src 'none'; style-src {_hash(_asset('page.css'))}; script-src {_hash(_asset('page.js'))}; "
        "base-uri 'none'; form-action 'none'"
    )
    add(head, "meta", http_equiv="Content-Security-Policy", content=policy)
    add(head, "meta", name="viewport", content="width=device-width, initial-scale=1")
    add(head, "meta", name="referrer", content="no-referrer")
    add(head, "title", title)
    add(head, "style").text = _asset("page.css")
    return head


def _header(heading: str, articles: Sequence[Article]) -> Element:
    header = element("header")
    add(header, "h1", heading, dir="auto")
    if len(articles) == 1:
        _meta(header, articles[0])
    switches = add(header, "fieldset", class_="layers")
    add(switches, "legend", "Show")
    for layer, name in LAYERS.items():
        label = add(switches, "label", class_=layer)
        add(label, "input", type="checkbox", checked="checked", data_layer=layer)
        add(label, "span", name)
    return header


def _meta(parent: Element, article: Article) -> None:
    published = article.published.isoformat() if article.published else "no publication date"
    line = add(parent, "p", " · ".join([published, *article.authors]), class_="meta", dir="auto")
    if article.url:
        line.text = f"{line.text} · "
        if article.url.startswith(("https://", "http://")):
            add(line, "a", article.url, href=article.url, rel="noreferrer")
        else:
            line.text += article.url


def _section(article: Article, prefix: str, *, alone: bool) -> Element:
    section = element("section", class_="article", id=f"{prefix}article")
    if not alone:
        add(section, "h2", article.title or article.id or "No title", dir="auto")
        _meta(section, article)
    section.append(article_text(article, tuple(find_facts(article)), prefix))
    section.append(sides(article, prefix))
    return section


def _index(articles: Sequence[Article]) -> Element:
    index = element("nav", class_="index", aria_label="Index")
    add(index, "h2", "Index")
    label = add(index, "label", "Search by speaker ")
    add(label, "input", type="search", id="search")
    items = add(index, "ul")
    for number, article in enumerate(articles):
        speakers = sorted({quote.speaker.name for quote in article.quotes if quote.speaker and quote.speaker.name})
        item = add(items, "li", data_speakers=" ".join(speakers).casefold(), dir="auto")
        add(item, "a", article.title or article.id or "No title", href=f"#a{number}-article")
        add(item, "small", f" {', '.join(speakers) or 'nobody is quoted by name'}")
    add(index, "p", "", id="found", role="status")
    return index
