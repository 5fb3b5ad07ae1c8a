"""All mentions of an article: names with their roles, descriptions, pronouns."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from itertools import pairwise

from newsparse import Article, Mention
from newsparse_names.headlines import find_known, is_title_case, kinds_of_names
from newsparse_names.letters import describing_letters, naming_letters
from newsparse_names.names import find_names
from newsparse_names.openings import find_inner
from newsparse_names.unnamed import find_unnamed
from newsparse_names.vocabulary import Vocabulary

__all__ = ["find_mentions"]


def find_mentions(article: Article, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Find the mentions of an article's sentences, in text order within each sentence."""
    words, text = article.words, article.text
    ranges = _ranges(article)
    naming, describing = naming_letters(words.forms, vocabulary), describing_letters(words.forms, vocabulary)
    known = find_inner(words, naming, ranges, vocabulary)
    titled: list[range] = []
    names: list[Mention] = []
    for sentence, inside in zip(article.sentences, ranges, strict=True):
        if is_title_case(article, sentence, inside, naming):
            titled.append(inside)
            continue
        taken: set[int] = set()
        for mention, first, last in find_names(text, words, naming, inside, known, vocabulary):
            taken.update(range(first, last))
            names.append(mention)
            yield mention
        yield from find_unnamed(words, describing, inside, taken, vocabulary)
    named = kinds_of_names(text, names) if titled else {}
    for inside in titled:
        yield from find_known(text, words, inside, named, vocabulary)
        yield from find_unnamed(words, describing, inside, set(), vocabulary)


def _ranges(article: Article) -> list[range]:
    """Give the words of each sentence; every word is in one."""
    starts = article.words.starts
    firsts = [bisect_left(starts, sentence.start) for sentence in article.sentences]
    return [range(first, after) for first, after in pairwise([*firsts, len(starts)])]
