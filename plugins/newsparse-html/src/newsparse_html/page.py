"""Reading a page into a tree without believing or fetching anything."""

from __future__ import annotations

import re

from lxml import etree, html

__all__ = ["parse_html", "tame"]

LONG_TAG = 20_000
_LONG_TAG = re.compile(rf"<([A-Za-z][\w:-]*)[^<>]{{{LONG_TAG},}}")
MAX_ATTRIBUTES = 1_000
"""Work grows with the square of an element's attributes; one with more loses them."""


def parse_html(text: str) -> etree._Element | None:
    """Read a page into a tree, however broken it is; None when nothing can be read from it.

    Comments are left out. No entity is expanded but those of HTML, and nothing outside the text is read.
    """
    parser = html.HTMLParser(
        encoding="utf-8",
        no_network=True,
        remove_comments=True,
        remove_pis=True,
        huge_tree=True,
        collect_ids=False,
        default_doctype=False,
    )
    data = text.replace("\0", "\ufffd").encode("utf-8", "replace")
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return None


def tame(text: str) -> str:
    """Take the attributes off tags that have thousands of them."""
    pieces = (piece for piece in text.split("<") if len(piece) > LONG_TAG)
    if all(0 <= piece.find(">") <= LONG_TAG for piece in pieces):
        return text
    return _LONG_TAG.sub(_bare_tag, text)


def _bare_tag(match: re.Match[str]) -> str:
    return f"<{match[1]}" if match[0].count("=") > MAX_ATTRIBUTES or match[0].count(" ") > MAX_ATTRIBUTES else match[0]
