"""Sentences: sentencex, with what it gets wrong in news mended by two tables."""

from __future__ import annotations

from collections.abc import Iterator

from sentencex import get_sentence_boundaries

from newsparse.blocks import trim
from newsparse.span import Span

__all__ = ["split_sentences"]


def split_sentences(text: str, part: Span, language: str | None = None) -> Iterator[Span]:
    """Split `part` of `text` into sentences, without the white space between them."""
    code = (language or "en").partition("-")[0]
    for found in get_sentence_boundaries(code, part.of(text)):
        if sentence := trim(text, part.start + found["start_index"], part.start + found["end_index"]):
            yield sentence
