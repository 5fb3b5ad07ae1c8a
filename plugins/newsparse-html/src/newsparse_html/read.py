"""From a page to the text of its article: lines chosen and labelled, facts read, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from lxml import etree

from newsparse import Block, Metadata, Problem, Source, Span
from newsparse_html.extract import EXTRACTORS
from newsparse_html.label import Labelled, label_lines
from newsparse_html.lines import find_lines
from newsparse_html.metadata import Facts, read_facts
from newsparse_html.page import HEAD, HtmlText, decode_html, looks_like_html, parse_html

__all__ = ["read_html"]

NAME = "newsparse-html"
NO_FACTS = Facts(metadata=(), titles=(), descriptions=())
MAX_ELEMENTS = 100_000
"""Pages of more elements are read without the extractor, whose work may grow faster than the page."""


def recognise(source: object) -> HtmlText | None:
    """Give the page a source holds, decoded; None when it is no HTML."""
    if isinstance(source, Mapping):
        page = source.get("html")
        if isinstance(page, str | bytes):
            return _decoded(page)
        source = source.get("text")
    if isinstance(source, bytes | bytearray):
        return decode_html(bytes(source)) if looks_like_html(decode_html(bytes(source[:HEAD])).text) else None
    if isinstance(source, str):
        return HtmlText(source) if looks_like_html(source) else None
    return None


def _decoded(page: str | bytes) -> HtmlText:
    return HtmlText(page) if isinstance(page, str) else decode_html(page)


def read_html(page: HtmlText, extractor: str = "trafilatura", *, guess_date: bool = True) -> Source:
    """Read the article of a page.

    Parameters
    ----------
        page: the page, decoded.
        extractor: name of the extractor that chooses the lines.
        guess_date: search the text for a date where no markup declares one.

    Returns
    -------
        Text, blocks and facts; with nothing of them, and a problem, where the page has no article.

    """
    messages: list[str] = []
    if page.lost:
        messages.append(f"{page.lost} characters could not be read as {page.encoding} and were replaced by U+FFFD")
    tree = parse_html(page.text)
    if tree is None:
        return _source([], _read_as(page), [*messages, "no element could be read from the page"])
    try:
        facts = read_facts(tree, guess_date=guess_date)
    except Exception as error:  # whatever a page does to a reader of metadata, its text can still be read
        facts = NO_FACTS
        messages.append(f"metadata could not be read: {type(error).__name__}: {error}")
    lines = find_lines(tree)
    extracted = _extracted(tree, page.text, extractor, messages)
    labelled = label_lines(lines, extracted, facts.titles, facts.descriptions)
    if not labelled:
        messages.append("no article was found in the page")
    return _source(labelled, (*facts.metadata, *_read_as(page)), messages)


def _extracted(tree: etree._Element, text: str, extractor: str, messages: list[str]) -> str:
    if sum(1 for _element in tree.iter()) > MAX_ELEMENTS:
        messages.append(f"the page has more than {MAX_ELEMENTS} elements; it was read without {extractor}")
        return ""
    try:
        return EXTRACTORS[extractor](tree, text)
    except ImportError:
        raise
    except Exception as error:  # an extractor may raise anything on a broken page
        messages.append(f"{extractor} failed: {type(error).__name__}: {error}")
        return ""


def _read_as(page: HtmlText) -> tuple[Metadata, ...]:
    return (Metadata(name="encoding", value=page.encoding, origin=page.origin),) if page.encoding else ()


def _source(labelled: Sequence[Labelled], metadata: Iterable[Metadata], messages: Iterable[str]) -> Source:
    pieces: list[str] = []
    blocks: list[Block] = []
    start = 0
    for line in labelled:
        blocks.append(Block(span=Span(start, start + len(line.text)), kind=line.kind, found_by=line.rule))
        pieces.append(line.text)
        start += len(line.text) + 1
    return Source(
        text="\n".join(pieces),
        metadata=tuple(metadata),
        blocks=tuple(blocks),
        problems=tuple(Problem(plugin=NAME, hook="newsparse_read_source", message=message) for message in messages),
    )
