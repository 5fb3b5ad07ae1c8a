"""The reference page of constructions: `python -m newsparse_quotes.reference` prints it."""

from __future__ import annotations

from newsparse.lexicon import load_table
from newsparse_quotes import find_quotes
from newsparse_quotes.lexicon import LANGUAGE, PACKAGE

__all__ = ["examples", "page"]

INTRODUCTION = """# Constructions of quotes

The rule in a quote's `found_by` names how the text attributes it. This page is made by
`python -m newsparse_quotes.reference`; the tests hold each example to its rule.

Which words may be cues, and how each behaves, is in `data/en/verbs.tsv` and `data/en/cue_words.tsv`. Whether a cue
attributes something, where its content begins and ends, who speaks, and whether a quotation without a cue goes on with
the quote before it is decided by sums of named weights (`data/en/weights_*.tsv`), learned from annotated news.

"""


def examples() -> dict[str, tuple[str, ...]]:
    """Give each construction with its example and a remark."""
    return load_table(PACKAGE, LANGUAGE, "constructions.tsv")


def page() -> str:
    """Give the page."""
    parts = [INTRODUCTION]
    for name, (example, remark) in examples().items():
        parts.append(f"## {name}\n\n{remark}\n\n> {example}\n\n| kind | speaker | content |\n|---|---|---|\n")
        for quote in find_quotes(example):
            speaker = quote.speaker.text if quote.speaker else "nobody named"
            content = " … ".join(span.of(example) for span in quote.spans)
            parts.append(f"| {quote.kind} | {speaker} | {content} |\n")
        parts.append("\n")
    return "".join(parts).rstrip("\n") + "\n"


if __name__ == "__main__":
    print(page(), end="")
