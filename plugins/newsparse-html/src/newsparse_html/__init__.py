"""The article in a news page: its blocks, title, authors and publication date, each with its origin."""

from __future__ import annotations

from importlib.util import find_spec
from typing import ClassVar

import attrs

from newsparse import Source, UsageError, hookimpl
from newsparse_html.recognise import recognise

__all__ = ["HtmlPlugin"]

EXTRACTORS = ("trafilatura", "resiliparse")
"""Names of the extractors."""


def _check_extractor(_plugin: HtmlPlugin, _attribute: object, extractor: str) -> None:
    if extractor not in EXTRACTORS:
        raise UsageError(f"HtmlPlugin: no extractor {extractor!r}; known: {', '.join(EXTRACTORS)}")
    if find_spec(extractor) is None:
        raise UsageError(f"HtmlPlugin: {extractor} is not installed; pip install newsparse-html[fast]")


@attrs.frozen
class HtmlPlugin:
    """Reads the article of an HTML page, given as str, bytes, a path or a mapping with `html`."""

    name: ClassVar[str] = "newsparse-html"

    extractor: str = attrs.field(default="trafilatura", validator=_check_extractor)
    """What finds the main content: `trafilatura`, the most exact, or `resiliparse`, the fastest."""
    guess_date: bool = True
    """Search the page's text for a date (htmldate) where no markup declares one."""

    @hookimpl
    def newsparse_read_source(self, source: object) -> Source | None:
        """Read the text, blocks and facts of a page; None when the source is no HTML."""
        page = recognise(source)
        if page is None:
            return None
        from newsparse_html.read import read_html  # here, since a run over plain text needs no tree

        return read_html(page, self.extractor, guess_date=self.guess_date)
