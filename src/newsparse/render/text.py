"""The article's text with its facts highlighted in place; stripped lines are folded."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise

from newsparse.article import DATED_KINDS, Article
from newsparse.models import Block
from newsparse.render.elements import Element, add, append_text, element
from newsparse.render.facts import LAYERS, Fact
from newsparse.span import Span

__all__ = ["article_text", "pieces"]

NAMES = {"title": "p", "heading": "h3", "list_item": "p"}


def article_text(article: Article, facts: Sequence[Fact], prefix: str) -> Element:
    """Make the text's element: a child a block, and one that unfolds for each run of stripped blocks."""
    whole = element("article", class_="text", dir="auto")
    if article.language:
        whole.set("lang", article.language)
    seen: set[str] = set()
    inside = _by_block(article.blocks, facts)
    for stripped, run in groupby(article.blocks, key=lambda block: block.kind not in DATED_KINDS):
        if stripped:
            whole.append(_folded(article, list(run)))
            continue
        line, end = whole, 0
        for block in run:
            between = article.text[end : block.span.start]
            if line is whole or "\n" in between:
                line = add(whole, NAMES.get(block.kind, "p"), class_=block.kind, dir="auto")
            else:  # a dateline, and the paragraph that goes on behind it
                append_text(line, between)
            end = block.span.end
            for span, covering in pieces(block.span, inside.get(block.span.start, ())):
                _append(line, span.of(article.text), covering, prefix, seen)
    return whole


def _folded(article: Article, blocks: Sequence[Block]) -> Element:
    details = element("details", class_="stripped")
    kinds = ", ".join(sorted({block.kind.replace("_", " ") for block in blocks}))
    lines = "1 line" if len(blocks) == 1 else f"{len(blocks)} lines"
    add(details, "summary", f"{lines} left out: {kinds}")
    for block in blocks:
        line = add(details, "p", block.span.of(article.text), dir="auto", title=f"Found by {block.found_by}.")
        append_text(line, f" [{block.kind}]")
    return details


Placed = tuple[Span, Fact]
"""A fact and one of its spans."""


def _by_block(blocks: Sequence[Block], facts: Iterable[Fact]) -> dict[int, list[Placed]]:
    """Give the facts that stand in each block, by the block's start."""
    starts = [block.span.start for block in blocks]
    placed: dict[int, list[Placed]] = {}
    for fact in facts:
        for span in fact.spans:
            for index in range(max(bisect_right(starts, span.start) - 1, 0), bisect_left(starts, span.end)):
                placed.setdefault(starts[index], []).append((span, fact))
    return placed


def pieces(part: Span, placed: Iterable[Placed]) -> Iterator[tuple[Span, tuple[Fact, ...]]]:
    """Cut `part` wherever a fact begins or ends; give each piece with the facts that cover it."""
    inside = [(span, fact) for span, fact in placed if span.overlaps(part)]
    cuts = {part.start, part.end}
    for span, _fact in inside:
        cuts |= {max(span.start, part.start), min(span.end, part.end)}
    edges = sorted(cuts)
    starting: dict[int, list[tuple[Span, Fact]]] = {}
    for span, fact in inside:
        starting.setdefault(max(span.start, part.start), []).append((span, fact))
    open_now: list[tuple[Span, Fact]] = []
    for start, end in pairwise(edges):
        open_now = [(span, fact) for span, fact in open_now if span.end > start] + starting.get(start, [])
        yield Span(start, end), tuple(fact for _span, fact in open_now)


def _append(line: Element, text: str, covering: Sequence[Fact], prefix: str, seen: set[str]) -> None:
    if not covering:
        append_text(line, text)
        return
    layers = {fact.layer for fact in covering}
    mark = add(line, "span", class_=" ".join(["fact", *(layer for layer in LAYERS if layer in layers)]))
    mark.set("data-facts", " ".join(prefix + fact.key for fact in covering))
    mark.set("data-told", "\n".join(fact.told for fact in covering))
    # the first piece of a fact is where links to it lead, and where the keyboard stops
    parent = mark
    for fact in covering:
        if fact.key not in seen:
            seen.add(fact.key)
            parent = add(parent, "span", id=prefix + fact.key)
            mark.set("tabindex", "0")
            mark.set("role", "note")
    append_text(parent, text)
