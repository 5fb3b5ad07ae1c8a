"""The extractors that say which text of a page is its main content; what they choose is then judged line by line."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable

from lxml import etree

from newsparse_html.place import Line

__all__ = ["EXTRACTORS", "Extractor", "extract_paragraphs"]

Extractor = Callable[[etree._Element, str], str]
"""Gets the tree (its own copy) and the characters of a page, gives the text of the main content, a line a block."""

SENTENCE = 60
"""A line of more characters is taken for text where no extractor tells."""
ENOUGH = 600
"""Characters of text that a fast extraction must have found."""


def extract_with_trafilatura(tree: etree._Element, _html: str) -> str:
    """Extract with trafilatura (https://trafilatura.readthedocs.io), the most exact.

    Its fast mode is enough where it finds a text, since lines it leaves out are found by their neighbours; otherwise
    it compares with other algorithms, which takes half as long again.
    """
    from trafilatura import bare_extraction  # here: it takes 0.15 s to import

    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    text = ""
    for fast in (True, False):
        found = bare_extraction(tree, include_comments=False, with_metadata=False, fast=fast)
        text = str(getattr(found, "text", None) or "")
        if len(text) > ENOUGH:
            break
    return text


def extract_with_resiliparse(_tree: etree._Element, html: str) -> str:
    """Extract with Resiliparse (https://resiliparse.chatnoir.eu): it finds nearly all, with clutter, in 2 ms a page."""
    from resiliparse.extract.html2text import extract_plain_text  # here: it is an optional dependency

    html = html.replace("\0", "\ufffd").encode("utf-8", "replace").decode()  # it stops at NUL, refuses surrogates
    return str(extract_plain_text(html, main_content=True, alt_texts=False, preserve_formatting=True))


def extract_paragraphs(lines: Iterable[Line]) -> str:
    """Give the lines that are sentences of some length and no links: what is left to do without an extractor."""
    return "\n".join(line.text for line in lines if len(line.text) > SENTENCE and line.linked * 2 < len(line.text))


EXTRACTORS: dict[str, Extractor] = {
    "trafilatura": extract_with_trafilatura,
    "resiliparse": extract_with_resiliparse,
}
"""The extractors by name."""
