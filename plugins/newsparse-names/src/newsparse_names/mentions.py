"""All mentions of an article: names with their roles, descriptions, pronouns."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import pairwise

from newsparse import Article, Mention, Span, Words
from newsparse_names.headlines import find_known
from newsparse_names.letters import describing_letters, naming_letters
from newsparse_names.naming import naming_reader
from newsparse_names.openings import acts, find_inner
from newsparse_names.phrases import read_apposition, role_start
from newsparse_names.runs import find_runs
from newsparse_names.unnamed import find_unnamed
from newsparse_names.vocabulary import Kind, Vocabulary

__all__ = ["find_mentions"]

TITLE_CASE = 0.6
"""A line in which more of its words than this share are capitalised is a headline in title case."""
LONG_TITLE = 5
"""With a stop at its end it is one when it has so many words and is a paragraph, and no verb is in small letters."""
_SMALL = re.compile("[lpw]")
"""A word in lower case that is not so in a headline."""


def find_mentions(article: Article, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Find the mentions of an article's sentences, in text order within each sentence."""
    words, text = article.words, article.text
    ranges = _ranges(article)
    naming, describing = naming_letters(words.forms, vocabulary), describing_letters(words.forms, vocabulary)
    known = find_inner(words, naming, ranges, vocabulary)
    titled: list[range] = []
    names: list[Mention] = []
    for sentence, inside in zip(article.sentences, ranges, strict=True):
        if _is_title_case(article, sentence, inside, naming):
            titled.append(inside)
            continue
        taken: set[int] = set()
        for mention, first, last in _names(text, words, naming, inside, known, vocabulary):
            taken.update(range(first, last))
            names.append(mention)
            yield mention
        yield from find_unnamed(words, describing, inside, taken, vocabulary)
    named = _kinds(text, names) if titled else {}
    for inside in titled:
        yield from find_known(text, words, inside, named, vocabulary)
        yield from find_unnamed(words, describing, inside, set(), vocabulary)


def _ranges(article: Article) -> list[range]:
    """Give the words of each sentence; every word is in one."""
    starts = article.words.starts
    firsts = [bisect_left(starts, sentence.start) for sentence in article.sentences]
    return [range(first, after) for first, after in pairwise([*firsts, len(starts)])]


def _kinds(text: str, names: Iterable[Mention]) -> dict[str, Kind | None]:
    """Give the names of an article with their kinds, and people's surnames."""
    told = [
        (mention.span if mention.head is None else mention.head, mention.kind)
        for mention in names
        if mention.form == "name"
    ]
    named: dict[str, Kind | None] = {head.of(text): kind for head, kind in told if kind}
    return named | {name.rpartition(" ")[2]: kind for name, kind in named.items() if kind == "person"}


def _is_title_case(article: Article, sentence: Span, inside: range, letters: str) -> bool:
    words, text = article.words, article.text
    stopped = text[sentence.end - 1] in '.!?"”’'
    if stopped and _SMALL.search(letters, inside.start, inside.stop):
        return False
    forms = [form for form in words.forms[inside.start : inside.stop] if form[0].isalpha()]
    if len(forms) < 4 or sum(not form[0].isupper() for form in forms) >= (1 - TITLE_CASE) * len(forms):
        return False
    block = article.block_at(sentence.start) if stopped else None
    return not stopped or (block is not None and block.span == sentence and len(forms) >= LONG_TITLE)


def _names(
    text: str, words: Words, letters: str, inside: range, known: frozenset[str], vocabulary: Vocabulary
) -> Iterator[tuple[Mention, int, int]]:
    """Give the names of a sentence with their first words and the words behind them."""
    floor, start, stop = inside.start, inside.start, inside.stop
    read, forms = naming_reader(vocabulary), words.forms
    for written, bounds in find_runs(text, words, letters, inside, vocabulary):
        begin, last, alone = bounds[0], bounds[-1], len(written) == 1
        opening = begin == start
        shape = read(written, opening)
        if shape is None:
            continue
        role_at, name_at, kind, sure, rule = shape
        if opening and alone and not (sure or written[0] in known or acts(words, begin, last, stop, vocabulary)):
            continue
        name = bounds[name_at]
        named = first = bounds[role_at]
        if first > floor and (kind is None or kind == "person"):
            first = _role_first(words, range(first, last), name, inside, floor, vocabulary)
            if first < named:
                kind, rule = "person", "role_before"
        role = _span(words, first, name) if first < name else None
        if last < stop and forms[last] == ",":
            apposition = read_apposition(words, last, stop, vocabulary)
            person = apposition is not None and apposition.kind == "person"
            if not sure and person:
                kind, rule = "person", "apposition"
            elif not sure and last + 1 < stop and forms[last + 1].isdigit():
                kind, rule = "person", "age_behind"
            if apposition and person and kind == "person" and role is None:
                role = _span(words, apposition.first, apposition.last)
        if kind is None and alone and _stands_in(words, named, last, inside, vocabulary):
            kind, rule = "place", "in_place"
        floor = last
        yield _mention(words, first, name, last, kind, role, rule), first, last


def _role_first(words: Words, named: range, name: int, inside: range, floor: int, vocabulary: Vocabulary) -> int:
    """Give where the role before a name begins: in small letters, or before the titles at `first`."""
    first, last, start, stop = named.start, named.stop, inside.start, inside.stop
    if first == name:
        at = name
        if name - 1 > floor and words.forms[name - 1] == "," and last < stop and words.forms[last] in ",.":
            at = name - 1  # `Its director, Rob Ferrow, left`
        begin = role_start(words, at, start if at == name else floor, vocabulary)  # `Calloway aide Rob Ferrow`
        return begin if begin < at else name
    while first > floor and words.lowers[first - 1] in vocabulary.modifiers and words.forms[first - 1].islower():
        first -= 1  # `former President Lee`
    return first


def _stands_in(words: Words, first: int, last: int, inside: range, vocabulary: Vocabulary) -> bool:
    """`in Velmora`, `near Velmora,`: what something is in is a place, unless it owns what follows."""
    before = words.lowers[first - 1] if first > inside.start else ""
    owns = last < inside.stop and words.lowers[last] in ("'s", "’s", "-")
    return before in vocabulary.inside and not owns


def _mention(
    words: Words, first: int, name: int, last: int, kind: Kind | None, role: Span | None, rule: str
) -> Mention:
    """Make the mention whose role or name begins at word `first`, its name at `name`, and that ends before `last`."""
    if name == last:  # a title without a name describes somebody
        return Mention(span=_span(words, first, last), form="nominal", kind="person", found_by=rule)
    starts, end = words.starts, words.ends[last - 1]
    head = Span(starts[name], end)
    span = Span(starts[first], end) if first < name else head
    return Mention(span=span, form="name", kind=kind, head=head, role=role, found_by=rule)


def _span(words: Words, first: int, last: int) -> Span:
    return Span(words.starts[first], words.ends[last - 1])
