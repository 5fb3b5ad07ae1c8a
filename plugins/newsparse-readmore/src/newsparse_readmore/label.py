"""From a text to its labelled blocks: the chain of the rules, in the order in which they decide.

1. the line's own shape (captions, bylines, tweets, dates …), then its wording (label phrases);
2. what its neighbours tell: lists under a label, lines among clutter, the tail;
3. the article's structure: title, standfirst, headings;
4. inside the lines that are the article's: prompts and datelines.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsparse import Block, BlockKind, Span
from newsparse_readmore.context import mark_context
from newsparse_readmore.inline import find_dateline, find_lead, find_prompts
from newsparse_readmore.line import LONG, Line
from newsparse_readmore.marks import DROPPED, Mark, Marks
from newsparse_readmore.phrases import find_phrase
from newsparse_readmore.shapes import find_shape
from newsparse_readmore.split import find_lines
from newsparse_readmore.structure import mark_structure
from newsparse_readmore.wording import find_call, is_label_of_words

__all__ = ["label_blocks", "label_lines"]

BARE_LABEL = 40
"""A read-more line up to this length may be the head of a list."""
EDGE = 8
"""Lines at the start, and half of those at the end, in which notes and lines about the author are looked for."""
PLAIN = frozenset({"line_title", "line_heading", "line_paragraph"})


def label_lines(text: str) -> tuple[Block, ...]:
    """Label every line of a text (every paragraph, where lines were wrapped at a width).

    Returns:
        Blocks in text order that cover everything but white space; `found_by` names the rule, `text` the default.
    """
    lines, _joined = find_lines(text)
    marks = _marks(lines, structure=True)
    return tuple(block for line, mark in zip(lines, marks, strict=True) for block in _blocks(text, line, mark))


def label_blocks(text: str, given: Sequence[Block]) -> Iterable[Block]:
    """Give the blocks that differ from the plain ones, or that a rule is sure of.

    Where the blocks come from markup, its headings, lists and captions stay; only what a rule takes for clutter,
    a byline or the like is labelled.
    """
    if any(block.found_by.rpartition(":")[2] not in PLAIN for block in given):
        return _relabelled(text, given)
    plain = {one.span: one.kind for one in given}
    return tuple(
        block for block in label_lines(text) if block.found_by != "text" or plain.get(block.span) != block.kind
    )


def _relabelled(text: str, given: Sequence[Block]) -> tuple[Block, ...]:
    lines = [Line(block.span, block.span.of(text)) for block in given]
    marks = _marks(lines, structure=False, given=[block.kind for block in given])
    return tuple(
        block
        for line, mark, before in zip(lines, marks, given, strict=True)
        for block in _blocks(text, line, mark)
        if block.found_by != "text" and (block.kind != before.kind or block.span != before.span)
    )


def _marks(lines: Sequence[Line], *, structure: bool, given: Sequence[BlockKind] = ()) -> Marks:
    marks: Marks = [_own_mark(line, at_edge=at < EDGE or len(lines) - at <= 2 * EDGE) for at, line in enumerate(lines)]
    for at, kind in enumerate(given):
        if marks[at] is None and kind not in ("paragraph", "list_item", "heading"):
            marks[at] = Mark(kind, "text")
    if structure and len(lines) > 1 and _is_labelled_title(marks[0]) and lines[1].is_prose and marks[1] is None:
        marks[0] = None
    mark_context(lines, marks)
    if structure:
        mark_structure(lines, marks)
    return marks


def _is_labelled_title(mark: Mark | None) -> bool:
    """Tell whether the first line may be a title: `Watch: Mayor falls into the harbour`, and text follows."""
    return mark is not None and mark.kind == "read_more" and mark.rule == "short_label_headline"


def _own_mark(line: Line, *, at_edge: bool) -> Mark | None:
    if len(line.text) > LONG * 2:
        return None
    is_short = len(line.text) <= BARE_LABEL
    if shape := find_shape(line, at_edge=at_edge):
        kind, rule, is_weak = shape
        return Mark(kind, rule, kind == "read_more" and is_short, is_weak)
    if found := find_phrase(line):
        opens = found.phrase.kind == "read_more" and (found.is_bare or is_short)
        return Mark(found.phrase.kind, found.rule, opens, found.is_weak)
    if is_label_of_words(line):
        return Mark("read_more", "label_words", opens=True)
    if call := find_call(line):
        return Mark("promo", "call_to_reader", is_weak=call == "weak")
    return None


def _blocks(text: str, line: Line, mark: Mark | None) -> Iterable[Block]:
    if mark is not None and (mark.kind in DROPPED or mark.kind not in ("paragraph", "standfirst")):
        return (Block(span=line.span, kind=mark.kind, found_by=mark.rule),)
    kind: BlockKind = mark.kind if mark else "paragraph"
    rule = mark.rule if mark else "text"
    return _pieces(text, line.span, kind, rule)


def _pieces(text: str, span: Span, kind: BlockKind, rule: str) -> Iterable[Block]:
    """Give a line's blocks: its dateline, its prompts, and the text around them."""
    inner: list[Block] = []
    if lead := find_lead(text, span.start, span.end):
        inner.append(Block(span=lead[0], kind=lead[1], found_by="run_into_text"))
    elif dateline := find_dateline(text, span.start, span.end):
        inner.append(Block(span=dateline, kind="dateline", found_by="dateline"))
    inner += [
        Block(span=one, kind="read_more", found_by=name) for one, name in find_prompts(text, span.start, span.end)
    ]
    found: list[Block] = []
    start = span.start
    for block in inner:
        if piece := _trim(text, start, block.span.start):
            found.append(Block(span=piece, kind=kind, found_by=rule))
        found.append(block)
        start = block.span.end
    if piece := _trim(text, start, span.end):
        found.append(Block(span=piece, kind=kind, found_by=rule))
    return found


def _trim(text: str, start: int, end: int) -> Span | None:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end) if start < end else None
