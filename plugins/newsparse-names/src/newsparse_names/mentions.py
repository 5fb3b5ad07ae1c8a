"""All mentions of an article: names with their roles, descriptions, pronouns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsparse import Article, Mention, Span, Words
from newsparse_names.headlines import find_known
from newsparse_names.naming import Naming, read_naming
from newsparse_names.phrases import Apposition, read_apposition, read_nominal, role_start
from newsparse_names.runs import find_runs
from newsparse_names.vocabulary import Kind, Vocabulary

__all__ = ["find_mentions"]

_INSIDE = frozenset(("in", "near", "outside", "across", "throughout"))
_OPENING = frozenset('?!:"“”‘’')
TITLE_CASE = 0.6
"""A line in which more of its words than this share are capitalised is a headline in title case."""
LONG_TITLE = 5
"""With a stop at its end it is one when it has so many words and is a paragraph, and no verb is in small letters."""


def find_mentions(article: Article, vocabulary: Vocabulary) -> Iterator[Mention]:
    """Find the mentions of an article's sentences, in text order within each sentence."""
    words, text = article.words, article.text
    ranges = [words.within(sentence) for sentence in article.sentences]
    marked = [_marks(words, inside, vocabulary) for inside in ranges]
    known = _capitalised_inside(words, ranges, marked)
    named: dict[str, Kind | None] = {}
    headlines: list[tuple[range, list[int]]] = []
    for sentence, inside, marks in zip(article.sentences, ranges, marked, strict=True):
        if _is_title_case(article, sentence, inside, vocabulary):
            headlines.append((inside, marks))
            continue
        taken: set[int] = set()
        for mention, first, last in _names(text, words, inside, marks, known, vocabulary):
            taken.update(range(first, last))
            if mention.kind and mention.form == "name":
                named[(mention.head or mention.span).of(text)] = mention.kind
            yield mention
        yield from _others(words, inside, marks, taken, vocabulary)
    if headlines:
        named |= {name.rpartition(" ")[2]: kind for name, kind in named.items() if kind == "person"}
    for inside, marks in headlines:
        yield from find_known(text, words, inside, named, vocabulary)
        yield from _others(words, inside, marks, set(), vocabulary)


def _marks(words: Words, inside: range, vocabulary: Vocabulary) -> list[int]:
    """Give the words at which a mention may begin: those not in lower case, determiners, pronouns, particles."""
    start, stop, beginning = inside.start, inside.stop, vocabulary.beginning
    pairs = zip(words.forms[start:stop], words.lowers[start:stop], strict=True)
    return [at for at, (form, low) in enumerate(pairs, start) if form is not low or low in beginning]


def _is_title_case(article: Article, sentence: Span, inside: range, vocabulary: Vocabulary) -> bool:
    words, text = article.words, article.text
    stopped = text[sentence.end - 1] in '.!?"”’'
    if stopped and _has_small(words, inside, vocabulary.headline_small):
        return False
    letters = [form for form in words.forms[inside.start : inside.stop] if form[0].isalpha()]
    if len(letters) < 4 or sum(not form[0].isupper() for form in letters) >= (1 - TITLE_CASE) * len(letters):
        return False
    block = article.block_at(sentence.start) if stopped else None
    return not stopped or (block is not None and block.span == sentence and len(letters) >= LONG_TITLE)


def _has_small(words: Words, inside: range, small: frozenset[str]) -> bool:
    """Tell whether a word is in lower case that is not so in a headline."""
    forms, lowers = words.forms, words.lowers
    for index in inside:
        form = forms[index]
        if form is lowers[index] and form not in small and form[0].isalpha():
            return True
    return False


def _names(
    text: str, words: Words, inside: range, marks: list[int], known: frozenset[str], vocabulary: Vocabulary
) -> Iterator[tuple[Mention, int, int]]:
    floor, start, stop = inside.start, inside.start, inside.stop
    for run in find_runs(text, words, inside, marks, vocabulary):
        opening = run[0].first == start
        naming = read_naming(run, vocabulary, opening=opening)
        if naming is None:
            continue
        first, name, last, kind, sure, rule = naming
        if opening and not sure and len(run) == 1 and run[0].form not in known:
            continue
        if kind is None or kind == "person":
            if name == first:
                first = role_start(words, name, start, vocabulary)  # `Calloway aide Rob Ferrow`
            elif kind:
                first = _widened(words, first, floor, vocabulary)
            if first < naming.first:
                kind, rule = "person", "role_before"
        behind = last < stop and words.forms[last] == ","
        apposition = read_apposition(words, last, stop, vocabulary) if behind else None
        if not sure and (told := _told_around(words, naming, len(run), inside, apposition)):
            kind, rule = told
        role = None
        if first < name:
            role = _span(words, first, min(name, last))
        elif apposition and kind == "person" and apposition.kind == "person":
            role = _span(words, apposition.first, apposition.last)
        yield _mention(words, naming, first, kind, role, rule), first, last
        floor = last


def _told_around(
    words: Words, naming: Naming, length: int, inside: range, apposition: Apposition | None
) -> tuple[Kind, str] | None:
    """Give the kind that the words around a name tell, and the rule, where its own words leave it open."""
    if apposition and apposition.kind == "person":
        return "person", "apposition"
    behind = naming.last + 1 < inside.stop and words.forms[naming.last] == ","
    if behind and words.forms[naming.last + 1].isdigit():
        return "person", "age_behind"
    if naming.kind is None and length == 1 and _stands_in(words, naming.first, naming.last, inside):
        return "place", "in_place"
    return None


def _stands_in(words: Words, first: int, last: int, inside: range) -> bool:
    """`in Velmora`, `near Velmora,`: what something is in is a place, unless it owns what follows."""
    before = words.lowers[first - 1] if first > inside.start else ""
    owns = last < inside.stop and words.lowers[last] in ("'s", "’s", "-")
    return before in _INSIDE and not owns


def _widened(words: Words, first: int, floor: int, vocabulary: Vocabulary) -> int:
    """`former President Lee`: take the small modifiers before a capitalised title into the role."""
    index = first - 1
    while index >= floor and (words.lowers[index] in vocabulary.modifiers and words.forms[index].islower()):
        index -= 1
    return index + 1


def _mention(words: Words, naming: Naming, first: int, kind: Kind | None, role: Span | None, rule: str) -> Mention:
    if naming.name == naming.last:  # a title without a name describes somebody
        return Mention(span=_span(words, first, naming.last), form="nominal", kind="person", found_by=rule)
    head = _span(words, naming.name, naming.last)
    span = _span(words, first, naming.last) if first < naming.name else head
    return Mention(span=span, form="name", kind=kind, head=head, role=role, found_by=rule)


def _others(
    words: Words, inside: range, marks: list[int], taken: set[int], vocabulary: Vocabulary
) -> Iterator[Mention]:
    """Descriptions that begin at a determiner, and pronouns."""
    lowers, stop, done = words.lowers, inside.stop, inside.start
    small, determiners, pronouns = vocabulary.small, vocabulary.determiners, vocabulary.pronouns
    for index in marks:
        lower = lowers[index]
        if lower not in small or index < done:
            continue
        if lower in determiners:
            found = read_nominal(words, index, stop, vocabulary)
            if found and found[0] not in taken:
                head, done, kind = found
                whole = _span(words, index, done)
                noun = _span(words, head, done)
                yield Mention(span=whole, form="nominal", kind=kind, head=noun, found_by="description")
                continue
        if lower in pronouns and not (len(lower) > 1 and words.forms[index].isupper()):  # `IT`, `US`
            person: Kind | None = "person" if pronouns[lower] in ("m", "f") else None
            yield Mention(span=words[index], form="pronoun", kind=person, found_by="pronoun")


def _capitalised_inside(words: Words, ranges: Iterable[range], marked: Iterable[list[int]]) -> frozenset[str]:
    """Give the words that are capitalised in the middle of a sentence, and so are names where they begin one."""
    forms, lowers = words.forms, words.lowers
    return frozenset(
        [
            forms[index]
            for inside, marks in zip(ranges, marked, strict=True)
            for index in marks
            if index > inside.start
            and forms[index] is not lowers[index]
            and forms[index][0].isupper()
            and forms[index - 1] not in _OPENING
        ]
    )


def _span(words: Words, first: int, last: int) -> Span:
    return Span(words.starts[first], words.ends[last - 1])
