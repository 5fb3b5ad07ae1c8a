"""Names in headlines in title case, where capitals tell nothing: those that the article names elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from newsparse import Mention, Span, Words
from newsparse_names.vocabulary import Kind, Vocabulary

__all__ = ["find_known"]

LONGEST = 6
"""A name has at most so many words here."""


def find_known(
    text: str, words: Words, inside: range, named: Mapping[str, Kind | None], vocabulary: Vocabulary
) -> Iterator[Mention]:
    """Find the longest known names of a headline, as `Calloway` in `Calloway Wants New Bridge`.

    Parameters:
        text: the article's.
        words: the article's.
        inside: the headline's words.
        named: names found in sentences, with their kinds.
        vocabulary: the word lists, for names of places.
    """
    done = inside.start
    for index in inside:
        if index < done or not words.forms[index][0].isupper():
            continue
        for last in range(min(inside.stop, index + LONGEST), index, -1):
            name = text[words.starts[index] : words.ends[last - 1]]
            place = name in vocabulary.places
            if name in named or place:
                span = Span(words.starts[index], words.ends[last - 1])
                kind = named.get(name) or ("place" if place else None)
                yield Mention(span=span, form="name", kind=kind, head=span, found_by="headline")
                done = last
                break
