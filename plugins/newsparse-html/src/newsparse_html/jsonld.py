"""Reading schema.org facts out of a page's JSON-LD, which is often broken, nested and about several things."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from lxml import etree

from newsparse_html.titles import is_title_of

__all__ = ["find_article", "find_site_names", "read_json_ld", "strings"]

ARTICLE_TYPES = (
    "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "OpinionNewsArticle", "BackgroundNewsArticle",
    "ReviewNewsArticle", "LiveBlogPosting", "Report", "Article", "BlogPosting", "SocialMediaPosting", "Review",
    "CreativeWork", "WebPage", "VideoObject",
)  # fmt: skip
"""Types that may be the article, the likeliest first."""
MAX_NODES = 5_000
MAX_CHARS = 2_000_000
_WRAPPING = re.compile(
    r"^\s*(?:<!--|//\s*<!\[CDATA\[|<!\[CDATA\[|/\*.{0,20}?\*/)|(?:-->|//\s*\]\]>|\]\]>)\s*;?\s*$", re.DOTALL
)
_TRAILING_COMMA = re.compile(r",(\s*[}\]])")
Node = Mapping[str, Any]


def read_json_ld(tree: etree._Element) -> list[Node]:
    """Read every object of the page's JSON-LD, those inside others included, in the order of the page."""
    nodes: list[Node] = []
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = script.text or ""
        if len(text) > MAX_CHARS:
            continue
        nodes.extend(_objects(_loaded(text)))
    return nodes[:MAX_NODES]


def _loaded(text: str) -> Any:
    text = _WRAPPING.sub("", text.strip()).strip()
    for attempt in (text, _TRAILING_COMMA.sub(r"\1", text)):
        try:
            return json.loads(attempt, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(value: Any) -> Iterator[Node]:
    waiting = [value]
    while waiting:
        one = waiting.pop()
        if isinstance(one, Mapping):
            yield one
            waiting.extend(part for part in reversed(list(one.values())) if isinstance(part, Mapping | list))
        elif isinstance(one, list):
            waiting.extend(part for part in reversed(one) if isinstance(part, Mapping | list))


def types(node: Node) -> list[str]:
    """Give the types of a node, without the address of their vocabulary."""
    return [name.rpartition("/")[2] for name in strings(node.get("@type"))]


def find_article(nodes: Sequence[Node], heads: Sequence[str] = ()) -> Node | None:
    """Find the node that is the article among those of other articles, of the site and of the page.

    One whose headline may be a wording of `heads`, the page's own, goes before others, then the likelier type, then one
    that has a headline and a date.
    """
    ranked = []
    for index, node in enumerate(nodes):
        kind = next(iter(types(node)), "")
        headline = next(iter(strings(node.get("headline"))), "")
        if kind in ARTICLE_TYPES and (headline or node.get("datePublished")):
            foreign = not (headline and is_title_of(headline, heads))
            ranked.append((foreign, ARTICLE_TYPES.index(kind), not headline, not node.get("datePublished"), index))
    return nodes[min(ranked)[-1]] if ranked else None


def find_site_names(nodes: Sequence[Node], article: Node | None) -> list[str]:
    """Give the names of the site and its publisher."""
    about = [node for node in nodes if {"WebSite", "NewsMediaOrganization"} & set(types(node))]
    if article:
        about += [one for one in as_list(article.get("publisher")) if isinstance(one, Mapping)]
    return [name for node in about for name in strings(node.get("name"))]


def as_list(value: Any) -> list[Any]:
    """Give a list as it is, nothing for None, and anything else as a list of one."""
    if value is None:
        return []
    return value if isinstance(value, list) else [value]


def strings(value: Any) -> list[str]:
    """Give the strings a value holds: itself, those of a list, the `@value`, `name` or `@id` of objects."""
    found = []
    for one in as_list(value):
        text = _named(one) if isinstance(one, Mapping) else one
        if isinstance(text, str) and text.strip():
            found.append(" ".join(text.split()))
    return found


def _named(node: Node) -> str | None:
    return next((node[key] for key in ("@value", "name", "@id", "url") if isinstance(node.get(key), str)), None)
