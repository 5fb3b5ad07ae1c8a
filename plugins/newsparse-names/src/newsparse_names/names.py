"""The names of a sentence, each with the role before or behind it."""

from __future__ import annotations

from collections.abc import Iterator

from newsparse import Mention, Span, Words
from newsparse_names.naming import naming_reader
from newsparse_names.openings import acts
from newsparse_names.phrases import read_apposition, role_start
from newsparse_names.runs import find_runs
from newsparse_names.vocabulary import Kind, Vocabulary

__all__ = ["find_names"]


def find_names(
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
