"""Facts that stand beside the text of a page, each with where it was read, the most trusted first."""

from __future__ import annotations

import itertools
import logging
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from typing import Any

import attrs
from lxml import etree

from newsparse import Metadata
from newsparse.lexicon import load_table
from newsparse_html.dates import fullness, read_date
from newsparse_html.jsonld import as_list, find_article, find_site_names, read_json_ld, strings
from newsparse_html.titles import clean_title, is_job, is_title_of, plain, split_authors, squeeze
from newsparse_html.urls import host_name, read_url

__all__ = ["Facts", "read_facts"]

Found = tuple[str, str]
"""A value as the page has it, and its origin."""

MAX_ITEMS = 2_000


@attrs.frozen(kw_only=True)
class Facts:
    """What a page says of itself."""

    metadata: tuple[Metadata, ...]
    """Title, authors, published, url, language and section; the first of a name is the most trusted."""
    titles: tuple[str, ...]
    """Everything the page calls its title."""
    descriptions: tuple[str, ...]
    """Everything the page calls its description."""
    body: str = ""
    """The text of the article as JSON-LD gives it; most pages do not."""


@cache
def _meta_names() -> dict[str, str]:
    return {name: fact for name, (fact, *_more) in load_table("newsparse_html", "markup", "meta.tsv").items()}


def read_facts(tree: etree._Element, *, guess_date: bool = True) -> Facts:
    """Read the facts of a page: from JSON-LD, OpenGraph and other meta elements, microdata, `<time>`, its text.

    Parameters
    ----------
        tree: the page.
        guess_date: search the page's text for a date (htmldate) where nothing declares one.

    """
    page = _Page(tree)
    sites = page.sites()
    titles = _titles(page, sites)
    facts = {
        "title": titles,
        "authors": _authors(page, sites),
        "published": _published(page, guess_date=guess_date),
        "url": _distinct((read_url(value, page.base) or "", origin) for value, origin in page.urls()),
        "language": _distinct((_language(value), origin) for value, origin in page.languages()),
        "section": _distinct((plain(value), origin) for value, origin in page.sections()),
    }
    return Facts(
        metadata=tuple(
            Metadata(name=name, value=value, origin=origin) for name, found in facts.items() for value, origin in found
        ),
        titles=tuple(value for value, _origin in titles),
        body=_body(page.article.get("articleBody")),
        descriptions=tuple(plain(value) for value, _origin in page.found("description", "description")),
    )


def _distinct(found: Iterable[Found]) -> list[Found]:
    """Keep the first of each value, and no empty one."""
    kept: dict[str, str] = {}
    for value, origin in found:
        if value:
            kept.setdefault(value, origin)
    return list(kept.items())


class _Page:
    """The places of a page where facts stand."""

    def __init__(self, tree: etree._Element) -> None:
        self.tree = tree
        self.nodes = read_json_ld(tree)
        self.heads = [one_line(head) for head in itertools.islice(tree.iter("h1"), 5)]
        self.name = tree.findtext(".//title") or ""
        self.article: Mapping[str, Any] = find_article(self.nodes, [self.name, *self.heads]) or {}
        names = _meta_names()
        order = {name: number for number, name in enumerate(names)}
        metas: list[tuple[int, str, str, str]] = []
        for meta in tree.iter("meta"):
            content = (meta.get("content") or "").strip()
            for key in ("property", "name", "itemprop", "http-equiv"):
                name = (meta.get(key) or "").strip().lower()
                if content and name in names:
                    metas.append((order[name], names[name], content, f"{_family(name)}:{name.removeprefix('og:')}"))
                    break
        self.metas = sorted(metas, key=lambda meta: meta[0])
        self.links = {
            relation: link.get("href", "")
            for link in reversed(list(tree.iter("link")))
            for relation in (link.get("rel") or "").lower().split()
        }
        self.items = tree.xpath("//*[@itemprop]")[:MAX_ITEMS]
        self.base = next((base.get("href") for base in tree.iter("base") if base.get("href")), None)

    def found(self, fact: str, *keys: str) -> Iterator[Found]:
        """Give what JSON-LD says under `keys`, then what the meta elements say of `fact`."""
        for key in keys:
            for value in strings(self.article.get(key)):
                yield value, f"json-ld:{key}"
        for _order, about, content, origin in self.metas:
            if about == fact:
                yield content, origin

    def microdata(self, prop: str) -> Iterator[Found]:
        """Give what the first elements say whose `itemprop` is `prop`."""
        for element in itertools.islice((one for one in self.items if prop in one.get("itemprop").split()), 8):
            value = element.get("content") or element.get("datetime") or "".join(element.itertext())
            yield " ".join(value.split())[:500], f"microdata:{prop}"

    def sites(self) -> list[str]:
        """Give the names of the site: what it calls itself, and its host."""
        named = [content for _order, about, content, _origin in self.metas if about == "site"]
        hosts = [host_name(read_url(value, self.base)) for value, _origin in self.urls()]
        return [
            *named,
            *find_site_names(self.nodes, self.article or None),
            *hosts,
            *(host.rpartition(".")[0] for host in hosts),
            *(host.split(".")[0] for host in hosts),
        ]

    def titles(self) -> Iterator[Found]:
        yield from self.found("title", "headline")
        yield from self.microdata("headline")
        yield self.name, "title"

    def urls(self) -> Iterator[Found]:
        yield self.links.get("canonical", ""), "link:canonical"
        yield from self.found("url")
        yield from self.found("", "mainEntityOfPage", "url")
        if self.base and "googleusercontent" not in self.base:
            yield self.base, "base"

    def languages(self) -> Iterator[Found]:
        root = next(self.tree.iter("html"), None)
        for name in ("lang", "{http://www.w3.org/XML/1998/namespace}lang", "xml:lang"):
            yield (root.get(name) or "" if root is not None else ""), "html:lang"
        yield from self.found("language", "inLanguage")

    def sections(self) -> Iterator[Found]:
        yield from self.found("section", "articleSection")
        yield from self.microdata("articleSection")

    def dates(self) -> Iterator[Found]:
        yield from self.found("published", "datePublished", "dateCreated", "uploadDate")
        yield from self.microdata("datePublished")
        yield from self.microdata("dateCreated")
        yield from self._times()

    def _times(self) -> Iterator[Found]:
        """Give the first `<time>` outside lists, asides and footers, where those of other articles stand."""
        for time in itertools.islice(self.tree.iter("time"), 20):
            around = {ancestor.tag for ancestor in time.iterancestors()}
            if around & {"li", "aside", "footer", "nav", "a"}:
                continue
            value = time.get("datetime") or time.get("content") or one_line(time)
            yield value, "time"
            return

    def bylines(self) -> Iterator[tuple[list[str], str]]:
        """Give groups of bylines, each from one place."""
        for key in ("author", "creator"):
            people = [one for one in as_list(self.article.get(key)) if not _is_organisation(one)]
            for named in (people, as_list(self.article.get(key))):
                yield [name for one in named for name in strings(one)], f"json-ld:{key}"
        groups = itertools.groupby((meta for meta in self.metas if meta[1] == "authors"), key=lambda meta: meta[3])
        for origin, group in groups:
            yield [content for _order, _about, content, _origin in group], origin
        yield [value for value, _origin in self.microdata("author")], "microdata:author"
        links = self.tree.xpath("//a[contains(concat(' ', @rel, ' '), ' author ')]")[:6]
        yield [one_line(link) for link in links], "link:author"


def one_line(element: etree._Element) -> str:
    """Give the text of an element without its line breaks."""
    return " ".join("".join(element.itertext()).split())


def _family(name: str) -> str:
    return "opengraph" if name.startswith(("og:", "article:")) else "meta"


def _is_organisation(author: object) -> bool:
    return isinstance(author, Mapping) and "Organization" in str(author.get("@type"))


def _authors(page: _Page, sites: Sequence[str]) -> list[Found]:
    """Take all authors from the first place that names persons, since places spell and order them differently.

    `Staff` and the name of the site are taken where no place has a person.
    """
    squeezed = {squeeze(site) for site in sites}
    fallback: list[Found] = []
    for texts, origin in page.bylines():
        names = list(dict.fromkeys(name for text in texts for name in split_authors(text)))
        persons = [name for name in names if squeeze(name) not in squeezed and not is_job(name)]
        if persons:
            return [(name, origin) for name in persons]
        fallback = fallback or [(name, origin) for name in names]
    return fallback


def _titles(page: _Page, sites: Sequence[str]) -> list[Found]:
    """Read the titles; the heading readers see goes first, where it may be a wording of another one."""
    found = _distinct((clean_title(value, sites, page.heads), origin) for value, origin in page.titles())
    named = [value for value, _origin in found]
    seen = next((head for head in map(plain, page.heads) if is_title_of(head, named)), None)
    return _distinct([(seen, "h1"), *found] if seen and seen not in named[:1] else found)


def _published(page: _Page, *, guess_date: bool) -> list[Found]:
    """Read the dates, and put the fullest form of the most trusted one first."""
    found = _distinct((read_date(value) or "", origin) for value, origin in page.dates())
    if not found and guess_date:
        found = list(_guessed(page.tree))
    return sorted(found, key=lambda one: -fullness(one[0], found[0][0]))


def _guessed(tree: etree._Element) -> Iterator[Found]:
    from htmldate import find_date  # here: it takes 0.1 s to import

    logging.getLogger("htmldate").setLevel(logging.CRITICAL)
    found = find_date(tree, original_date=True, min_date="1990-01-01", max_date="2100-12-31")
    if found:
        yield found, "htmldate"


def _body(value: object) -> str:
    parts = [part for part in as_list(value) if isinstance(part, str)]
    return "\n".join(parts)


def _language(value: str) -> str:
    """Give a BCP 47 tag: `en_us` is `en-US`."""
    tag = value.strip().replace("_", "-").split(",")[0].split(";")[0].strip()
    parts = tag.split("-")
    if not (2 <= len(parts[0]) <= 3 and all(part.isalnum() for part in parts)):
        return ""
    return "-".join([parts[0].lower(), *(part.upper() if len(part) == 2 else part.title() for part in parts[1:3])])
