"""Write the reference page of the rules: `python -m newsparse_readmore.reference > docs/reference/block-rules.md`."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import cache
from itertools import groupby

import attrs

from newsparse.lexicon import read_data
from newsparse_readmore.phrases import LANGUAGES, PACKAGE, load_phrases
from newsparse_readmore.shapes import load_shapes

__all__ = ["Place", "load_places", "reference_page"]

HEAD = """# Block rules

How `newsparse-readmore` labels the lines of an article. The name of a rule is what `found_by` tells. This page is
written by `python -m newsparse_readmore.reference`; the tests hold it to the rules.

A line is tried in this order: its shape, its wording, then its place among its neighbours, then the structure of the
article; what no rule is sure of is a paragraph.
"""
USES = """## Phrases

A phrase stands at the head of a line, in any case, behind bullets and numbers. Its use says what may follow:

| use | the line is of its kind when |
|---|---|
| whole | it is the phrase and nothing else |
| label | … or the phrase, a mark and a headline: `More: Mayor resigns` |
| weak | as label; alone on a line it may be a heading and needs clutter beside it |
| open | … or a headline follows with nothing between: `Also read Mayor resigns` |
| start | anything follows, unless it is reported speech or reads on as a sentence |
| loose | as start, with clutter beside it, or short and outside the text |
| hold | the phrase stands anywhere in it |
| lead | it is the phrase alone; run together with text, the phrase is cut off |
"""


@attrs.frozen
class Place:
    """A rule that the code decides: what it does, and texts in which it does and does not."""

    name: str
    kind: str
    does: str
    examples: tuple[str, ...] = attrs.field(converter=tuple)
    counter_examples: tuple[str, ...] = attrs.field(converter=tuple)


@cache
def load_places() -> tuple[Place, ...]:
    """Load the rules of wording, place and structure."""
    return tuple(Place(**entry) for entry in tomllib.loads(read_data(PACKAGE, "any", "places.toml"))["place"])


def reference_page() -> str:
    """Give the page as Markdown."""
    return "\n".join([HEAD, *_shapes(), *_places(), USES, *_phrases()]) + "\n"


def _shapes() -> Iterator[str]:
    yield "## Shapes of lines\n"
    yield "In order of precedence.\n"
    yield "| rule | kind | where | example | not |"
    yield "|---|---|---|---|---|"
    for shape in load_shapes():
        examples = shape.rule.examples[0][1:-1], shape.rule.counter_examples[0]
        shown = " | ".join(_code(one) for one in examples)
        yield f"| `{shape.rule.name}` | {shape.kind} | {shape.where.replace('_', ' ')} | {shown} |"
    yield ""


def _places() -> Iterator[str]:
    yield "## Wording, place and structure\n"
    yield "What gets the label stands in square brackets; ` / ` parts lines.\n"
    yield "| rule | labels | example | not |"
    yield "|---|---|---|---|"
    for rule in load_places():
        shown = " | ".join(_code(_lines(one)) for one in (rule.examples[0], rule.counter_examples[0]))
        yield f"| `{rule.name}` | {rule.does} | {shown} |"
    yield ""


def _phrases() -> Iterator[str]:
    for language in LANGUAGES:
        some = sorted(
            (one for one in load_phrases() if one.language == language), key=lambda one: (one.kind, one.use, one.text)
        )
        yield f"### {language}\n"
        yield f"{len(some)} phrases.\n"
        yield "| kind | use | phrases |"
        yield "|---|---|---|"
        for (kind, use), group in groupby(some, key=lambda one: (one.kind, one.use)):
            yield f"| {kind} | {use} | {', '.join(_code(one.text) for one in group)} |"
        yield ""


def _lines(text: str) -> str:
    return text.replace("\n", " / ")


def _code(text: str) -> str:
    return f"`{text.replace('|', chr(92) + '|')}`"


if __name__ == "__main__":
    print(reference_page(), end="")
