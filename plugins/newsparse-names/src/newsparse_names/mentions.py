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
    words = article.words
    ranges = [words.within(sentence) for sentence in article.sentences]
    known = _capitalised_inside(words, ranges)
    named: dict[str, Kind | None] = {}
    headlines: list[range] = []
    for sentence, inside in zip(article.sentences, ranges, strict=True):
        if _is_title_case(article, sentence, inside, vocabulary):
            headlines.append(inside)
            continue
        taken: set[int] = set()
        for mention, first, last in _names(article, inside, known, vocabulary):
            taken.update(range(first, last))
            if mention.kind and mention.form == "name":
                named[(mention.head or mention.span).of(article.text)] = mention.kind
            yield mention
        yield from _others(article, inside, taken, vocabulary)
    if headlines:
        named |= {name.rpartition(" ")[2]: kind for name, kind in named.items() if kind == "person"}
    for inside in headlines:
        yield from find_known(article.text, words, inside, named, vocabulary)
        yield from _others(article, inside, set(), vocabulary)


def _is_title_case(article: Article, sentence: Span, inside: range, vocabulary: Vocabulary) -> bool:
    words, text = article.words, article.text
    stopped = text[sentence.end - 1] in '.!?"”’'
    small = vocabulary.headline_small
    pairs = zip(words.forms[inside.start : inside.stop], words.lowers[inside.start : inside.stop], strict=True)
    if stopped and any(form is low and form not in small and form[0].isalpha() for form, low in pairs):
        return False
    letters = [words.forms[index] for index in inside if words.forms[index][0].isalpha()]
    if len(letters) < 4 or sum(not form[0].isupper() for form in letters) >= (1 - TITLE_CASE) * len(letters):
        return False
    block = article.block_at(sentence.start) if stopped else None
    return not stopped or (block is not None and block.span == sentence and len(letters) >= LONG_TITLE)


def _names(
    article: Article, inside: range, known: frozenset[str], vocabulary: Vocabulary
) -> Iterator[tuple[Mention, int, int]]:
    words, floor = article.words, inside.start
    for run in find_runs(article.text, words, inside, vocabulary):
        opening = run[0].first == inside.start
        naming = read_naming(run, vocabulary, opening=opening)
        if naming is None:
            continue
        if opening and len(run) == 1 and not naming.sure and run[0].form not in known:
            continue
        first = naming.first
        if naming.kind in ("person", None) and naming.name == naming.first:
            first = role_start(words, naming.name, inside.start, vocabulary)  # `Calloway aide Rob Ferrow`
        elif naming.kind == "person":
            first = _widened(words, naming.first, floor, vocabulary)
        kind, rule = naming.kind, naming.rule
        if first < naming.first:
            kind, rule = "person", "role_before"
        apposition = read_apposition(words, naming.last, inside.stop, vocabulary)
        if told := _told_around(words, naming, len(run), inside, apposition):
            kind, rule = told
        role = None
        if first < naming.name:
            role = _span(words, first, min(naming.name, naming.last))
        elif apposition and kind == "person" and apposition.kind == "person":
            role = _span(words, apposition.first, apposition.last)
        yield _mention(words, naming, first, kind, role, rule), first, naming.last
        floor = naming.last


def _told_around(
    words: Words, naming: Naming, length: int, inside: range, apposition: Apposition | None
) -> tuple[Kind, str] | None:
    """Give the kind that the words around a name tell, and the rule, where its own words leave it open."""
    behind = naming.last + 1 < inside.stop and words.forms[naming.last] == ","
    if not naming.sure and apposition and apposition.kind == "person":
        return "person", "apposition"
    if not naming.sure and behind and words.forms[naming.last + 1].isdigit():
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
    return Mention(
        span=_span(words, first, naming.last),
        form="name",
        kind=kind,
        head=head,
        role=role,
        found_by=rule,
    )


def _others(article: Article, inside: range, taken: set[int], vocabulary: Vocabulary) -> Iterator[Mention]:
    """Descriptions that begin at a determiner, and pronouns."""
    words = article.words
    done = inside.start
    small = vocabulary.small
    lowers = words.lowers[inside.start : inside.stop]
    for index in [at for at, lower in enumerate(lowers, inside.start) if lower in small]:
        if index < done:
            continue
        lower = words.lowers[index]
        if lower in vocabulary.determiners:
            found = read_nominal(words, index, inside.stop, vocabulary)
            if found and found[0] not in taken:
                head, done, kind = found
                yield Mention(
                    span=_span(words, index, done),
                    form="nominal",
                    kind=kind,
                    head=_span(words, head, done),
                    found_by="description",
                )
                continue
        if lower in vocabulary.pronouns and not (words.forms[index].isupper() and len(lower) > 1):  # `IT`, `US`
            person = vocabulary.pronouns[lower] in ("m", "f")
            yield Mention(span=words[index], form="pronoun", kind="person" if person else None, found_by="pronoun")


def _capitalised_inside(words: Words, ranges: Iterable[range]) -> frozenset[str]:
    """Give the words that are capitalised in the middle of a sentence, and so are names where they begin one."""
    forms, lowers = words.forms, words.lowers
    return frozenset(
        forms[index]
        for inside in ranges
        for index in inside[1:]
        if forms[index] is not lowers[index] and forms[index][0].isupper() and forms[index - 1] not in _OPENING
    )


def _span(words: Words, first: int, last: int) -> Span:
    return Span(words.starts[first], words.ends[last - 1])
