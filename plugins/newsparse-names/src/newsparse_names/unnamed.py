"""Mentions without a name: descriptions, peoples (`Afghan rebels`), counted groups (`two officials`), pronouns."""

from __future__ import annotations

import re
from collections.abc import Iterator

from newsparse import Mention, Span, Words
from newsparse_names.vocabulary import Kind, Vocabulary

__all__ = ["find_unnamed"]

_UNNAMED = re.compile("[dbqtPp](?:(?<!p)[mnPt]{0,5}n|(?<=[bp]))")
"""The first word, what stands between, and the last noun that follows at once; or a pronoun."""


def find_unnamed(
    words: Words, letters: str, inside: range, taken: set[int], vocabulary: Vocabulary
) -> Iterator[Mention]:
    """Find the descriptions and pronouns of a sentence.

    Parameters:
        words: the article's.
        letters: what each of them may be in a description.
        inside: the sentence's words.
        taken: words of names, which are no nouns of descriptions.
        vocabulary: the word lists.
    """
    starts, ends, search = words.starts, words.ends, _UNNAMED.search
    at, stop = inside.start, inside.stop
    while found := search(letters, at, stop):
        first, last = found.span()
        at = first + 1
        if last > at:
            kind = _kind(words, first, last, stop, vocabulary) if last - 1 not in taken else None
            if kind:
                at = last
                whole, noun = Span(starts[first], ends[last - 1]), Span(starts[last - 1], ends[last - 1])
                rule = "people" if letters[first] == "P" else "description"
                yield Mention(span=whole, form="nominal", kind=kind, head=noun, found_by=rule)
                continue
            if letters[first] != "b":
                continue
        one: Kind | None = "person" if vocabulary.pronouns[words.lowers[first]] in ("m", "f") else None
        yield Mention(span=Span(starts[first], ends[first]), form="pronoun", kind=one, found_by="pronoun")


def _kind(words: Words, first: int, last: int, stop: int, vocabulary: Vocabulary) -> Kind | None:
    """Give what a description means by its noun, None where its first word and its noun do not go together."""
    begins, noun = words.lowers[first], words.lowers[last - 1]
    kind = vocabulary.describing[noun]
    nouns = vocabulary.description_nouns
    plural = noun.endswith("s") or noun in nouns["plural"]
    if begins in vocabulary.singular:  # `that women`, `a couple of`
        counts = noun in nouns["count"] and last < stop and words.lowers[last] == "of"
        return None if counts or (plural and kind == "group") else kind
    if begins in vocabulary.quantities:  # not `two-party`
        return kind if kind == "group" else None
    if begins in vocabulary.determiners:
        return kind
    if kind == "group" or noun in nouns["forces"]:  # `Afghan rebels`, `Turkish police`
        return kind
    return "group" if kind == "organisation" and plural else None  # not `Catholic school`
