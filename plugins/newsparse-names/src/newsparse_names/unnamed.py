"""Mentions without a name: descriptions, peoples (`Afghan rebels`), counted groups (`two officials`), pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsparse import Mention, Span, Words
from newsparse_names.phrases import Nominal, read_nominal
from newsparse_names.vocabulary import Kind, Vocabulary

__all__ = ["find_unnamed"]


def find_unnamed(
    words: Words, inside: range, marks: Iterable[int], taken: set[int], vocabulary: Vocabulary
) -> Iterator[Mention]:
    """Find the descriptions and pronouns of a sentence.

    Parameters:
        words: the article's.
        inside: the sentence's words.
        marks: those of them at which a mention may begin.
        taken: words of names, which are no nouns of descriptions.
        vocabulary: the word lists.
    """
    lowers, forms, done = words.lowers, words.forms, inside.start
    small, pronouns, nationalities = vocabulary.small, vocabulary.pronouns, vocabulary.nationalities
    for index in marks:
        lower = lowers[index]
        people = forms[index] in nationalities
        if not (people or lower in small) or index < done:
            continue
        if people or lower not in pronouns or lower in vocabulary.determiners:
            found = _read(words, index, inside.stop, vocabulary)
            if found and found[0] not in taken:
                head, done, kind = found
                whole = Span(words.starts[index], words.ends[done - 1])
                noun = Span(words.starts[head], words.ends[done - 1])
                rule = "people" if people else "description"
                yield Mention(span=whole, form="nominal", kind=kind, head=noun, found_by=rule)
                continue
        if lower in pronouns and not (len(lower) > 1 and forms[index].isupper()):  # `IT`, `US`
            person: Kind | None = "person" if pronouns[lower] in ("m", "f") else None
            yield Mention(span=words[index], form="pronoun", kind=person, found_by="pronoun")


def _read(words: Words, index: int, stop: int, vocabulary: Vocabulary) -> Nominal | None:
    """Read a description from its first word, and refuse it where that word and its noun do not go together."""
    found = read_nominal(words, index, stop, vocabulary)
    if found is None:
        return None
    head, last, kind = found
    first, noun = words.lowers[index], words.lowers[head]
    plural = noun.endswith("s") or noun in vocabulary.description_nouns["plural"]
    if first in vocabulary.singular:  # `that women`, `a couple of`
        counts = noun in vocabulary.description_nouns["count"] and last < stop and words.lowers[last] == "of"
        return None if counts or (plural and kind == "group") else found
    if first in vocabulary.quantities:  # not `two-party`
        return found if kind == "group" else None
    if first in vocabulary.determiners:
        return found
    if kind == "group" or noun in vocabulary.description_nouns["forces"]:  # `Afghan rebels`, `Turkish police`
        return found
    return (head, last, "group") if kind == "organisation" and plural else None  # not `Catholic school`
