"""From a page to the text of its article: lines chosen and labelled, facts read, and what went wrong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import unescape

from lxml import etree

from newsparse import BODY_KINDS, Block, Metadata, Problem, Source, Span
from newsparse_html.extract import EXTRACTORS, extract_paragraphs
from newsparse_html.label import Labelled, label_lines
from newsparse_html.lines import Lines, find_lines, fold
from newsparse_html.metadata import Facts, read_facts
from newsparse_html.page import parse_html, tame
from newsparse_html.recognise import HtmlText
from newsparse_html.titles import find_byline

__all__ = ["read_html"]

NAME = "newsparse-html"
NO_FACTS = Facts(metadata=(), titles=(), descriptions=())
MAX_ELEMENTS = 50_000
MAX_DEPTH = 200
"""Pages of more elements, or deeper ones, are read without the extractor, whose work may grow faster than the page."""
LEAST = 0.5
"""A body shorter than this share of the one in JSON-LD is not the article's."""


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
    text = tame(page.text)
    tree = parse_html(text)
    if tree is None:
        return _source([], _read_as(page), [*messages, "no element could be read from the page"])
    try:
        facts = read_facts(tree, guess_date=guess_date)
    except Exception as error:  # whatever a page does to a reader of metadata, its text can still be read
        facts = NO_FACTS
        messages.append(f"metadata could not be read: {type(error).__name__}: {error}")
    found = find_lines(tree)
    extracted = _extracted(tree, text, found, extractor, messages)
    labelled = label_lines(found.lines, extracted, facts.titles, facts.descriptions)
    if facts.body and sum(len(line.text) for line in labelled if line.kind in BODY_KINDS) < LEAST * len(facts.body):
        labelled = _from_json_ld(facts)
    if not labelled:
        messages.append("no article was found in the page")
    return _source(labelled, (*facts.metadata, *_byline(facts, found), *_read_as(page)), messages)


def _extracted(tree: etree._Element, text: str, page: Lines, extractor: str, messages: list[str]) -> str:
    """Give the extractor's text; where it cannot work or finds none, the paragraphs."""
    found = ""
    if page.elements > MAX_ELEMENTS or page.depth > MAX_DEPTH:
        messages.append(f"the page has {page.elements} elements, {page.depth} deep; it was read without {extractor}")
    else:
        try:
            found = EXTRACTORS[extractor](tree, text)
        except Exception as error:  # an extractor may raise anything on a broken page
            messages.append(f"{extractor} failed: {type(error).__name__}: {error}")
    return found if found.strip() else extract_paragraphs(page.lines)


def _from_json_ld(facts: Facts) -> list[Labelled]:
    """Make the lines of an article whose page shows its text by script only, or behind a wall."""
    body = unescape(facts.body)
    tree = parse_html(body) if "</p>" in body else None
    texts = [line.text for line in find_lines(tree).lines] if tree is not None else map(fold, body.splitlines())
    found = [Labelled(facts.titles[0], "title", "json_ld_headline")] if facts.titles else []
    return found + [Labelled(text, "paragraph", "json_ld_article_body") for text in texts if text]


def _byline(facts: Facts, page: Lines) -> list[Metadata]:
    """Take the authors from the text of the page where no markup names any."""
    if any(one.name == "authors" for one in facts.metadata):
        return []
    names = find_byline(line.text for line in page.lines)
    return [Metadata(name="authors", value=name, origin="text:byline") for name in names]


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
