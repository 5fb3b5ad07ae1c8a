"""Headlines in title case, where capitals tell nothing: the names in them are those that the article has elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from newsparse import Article, Mention, Span, Words
from newsparse_names.vocabulary import Kind, Vocabulary

__all__ = ["find_known", "is_title_case", "kinds_of_names"]

LONGEST = 6
"""A name has at most so many words here."""
TITLE_CASE = 0.6
"""A line in which more of its words than this share are capitalised is a headline in title case."""
LONG_TITLE = 5
"""With a stop at its end it is one when it has so many words and is a paragraph, and no verb is in small letters."""
_SMALL = re.compile("[lpw]")
"""A word in lower case that is not so in a headline."""


def is_title_case(article: Article, sentence: Span, inside: range, letters: str) -> bool:
    """Tell whether most words of a sentence are capitalised; `letters` say what each word may be in a name."""
    words, text = article.words, article.text
    stopped = text[sentence.end - 1] in '.!?"”’'
    if stopped and _SMALL.search(letters, inside.start, inside.stop):
        return False
    forms = [form for form in words.forms[inside.start : inside.stop] if form[0].isalpha()]
    if len(forms) < 4 or sum(not form[0].isupper() for form in forms) >= (1 - TITLE_CASE) * len(forms):
        return False
    block = article.block_at(sentence.start) if stopped else None
    return not stopped or (block is not None and block.span == sentence and len(forms) >= LONG_TITLE)


def kinds_of_names(text: str, names: Iterable[Mention]) -> dict[str, Kind | None]:
    """Give the names of an article with their kinds, and people's surnames."""
    told = [
        (mention.span if mention.head is None else mention.head, mention.kind)
        for mention in names
        if mention.form == "name"
    ]
    named: dict[str, Kind | None] = {head.of(text): kind for head, kind in told if kind}
    return named | {name.rpartition(" ")[2]: kind for name, kind in named.items() if kind == "person"}


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
