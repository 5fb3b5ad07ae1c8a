"""Noun phrases beside a cue: `Lee`, `the ministry`, `Ann Lee, a spokeswoman for the party`, `he`.

A small grammar over word kinds: determiners, capitals, titles, pronouns and appositions open and close phrases; verbs,
conjunctions, subordinators and marks end them.
"""

from __future__ import annotations

from newsparse_quotes.lexicon import cues, listed
from newsparse_quotes.stream import Stream
from newsparse_quotes.tags import QUOTED

__all__ = ["Phrase", "read_phrase_after", "read_phrase_before", "skip_back"]

Phrase = tuple[int, int]
"""First item of a phrase and the item after its last one."""
REACH = 28
"""How many items a phrase may reach, and its apposition."""
_SOLE = frozenset(["he", "she", "they", "we", "i", "you", "it", "who"])
_LINKS = frozenset(["'s", "’s", "-", "'", "’", ".", "&", "/"])
_IN_PHRASE = frozenset(["of", "for", "in", "at", "from", "with", "on", "to", "by", "about", "against", "under", "near"])
_BEHIND = frozenset(["of", "for", "at", "from", "with", "in", "on", "under", "to", "against"])
_BEFORE_DETERMINER = frozenset(
    ["of", "for", "in", "at", "from", "all", "with", "both", "some", "many", "most", "one", "several"]
)
_HEADS = frozenset(["all", "others", "one", "some", "many", "most", "both", "two", "three", "several"])
_NO_APPOSITION = frozenset(["wh", "prep", "sub", "conj", "adv", "aux", "ly"])
_APPOSITION_END = frozenset([",", ";", ":", ")", "?", "!", QUOTED, "—", "–"])
_APPOSITION_STOP = frozenset(["who", "which", "that", "as", "while", "when", "after", "during"])


def skip_back(stream: Stream, at: int, first: int) -> int:
    """Step from the item before a cue back over auxiliaries, adverbs and days, as in `Lee on Monday also said`."""
    low, kinds = stream.lowers, stream.kinds
    while at >= first:
        kind = kinds[at]
        if kind in ("aux", "adv", "ly"):
            at -= 1
        elif kind == "time" and stream.forms[at][0].isupper():
            at -= 2 if at > first and low[at - 1] in ("on", "last", "late", "early") else 1
        elif low[at] in ("'s", "’s") and at > first and low[at - 1] in _SOLE:
            at -= 1
        else:
            break
    return at


def read_phrase_before(stream: Stream, at: int, first: int) -> Phrase | None:
    """Read the noun phrase that ends with item `at`, not before item `first`; None when there is none."""
    if at < first:
        return None
    if stream.lowers[at] in _SOLE:
        return at, at + 1
    if stream.lowers[at] == "," and at - 1 > first:
        return _with_apposition(stream, at, first)
    return _bare_before(stream, at, first)


def _bare_before(stream: Stream, at: int, first: int) -> Phrase | None:
    low, kinds = stream.lowers, stream.kinds
    begin = at + 1
    index = at
    stop = max(first, at - REACH)
    while index >= stop:
        word, kind = low[index], kinds[index]
        if word == ")" and index < at:
            index = _bracket(low, index, first)
            continue
        if kind == ".":
            if word not in _LINKS or (word == "." and not _is_abbreviation(stream, index - 1, first)):
                break
        elif kind == "conj":
            if not _joins(stream, index, first, at):
                break
        elif not _belongs(word, kind, index == at):
            break
        elif kind != "prep":
            begin = index
            if kind in ("det", "poss") and not (index > first and _before_determiner(stream, index - 1)):
                break
        index -= 1
    if begin > at:
        return None
    while begin < at and (kinds[begin] in ("adv", "conj", "prep", "sub") or low[begin] in _LINKS):
        begin += 1
    return begin, at + 1


def _before_determiner(stream: Stream, index: int) -> bool:
    """Tell whether a phrase goes on before a determiner, as in `all the men`, `the two leaders`."""
    return stream.lowers[index] in _BEFORE_DETERMINER or stream.kinds[index] in ("det", "poss")


def _belongs(word: str, kind: str, last: bool) -> bool:
    """Tell whether a word may stand in a noun phrase, as its last word or before that."""
    if kind in ("sub", "wh", "aux", "pron", "obj", "verb") or (word == "that" and not last):
        return False
    if kind == "prep":
        return word in _IN_PHRASE and not last
    return not (kind == "adv" and last)


def _bracket(low: list[str], index: int, first: int) -> int:
    """Step over a short bracket, as the party of a senator; onto the `)` again when it is none."""
    for opened in range(index - 1, max(first, index - 7), -1):
        if low[opened] == "(":
            return opened - 1
    return first - 1


def _is_abbreviation(stream: Stream, index: int, first: int) -> bool:
    """Tell whether the full stop behind an item ends no sentence."""
    word = stream.lowers[index] if index >= first else ""
    return len(word) == 1 or word in listed("titles.txt")


def _joins(stream: Stream, index: int, first: int, last: int) -> bool:
    """Tell whether the conjunction at `index` joins two names."""
    return first < index < last and stream.kinds[index - 1] == "cap" and (stream.kinds[index + 1] == "cap")


def _with_apposition(stream: Stream, at: int, first: int) -> Phrase | None:
    """Read `Ann Lee, a spokeswoman for the party` that ends with the comma at `at`."""
    low = stream.lowers
    index = at - 1
    stop = max(first, at - REACH)
    while index > stop and low[index] not in (",", ";", QUOTED):
        index -= 1
    if low[index] != "," or index <= first or low[index + 1] == "that":
        return None
    before = _bare_before(stream, index - 1, first)
    if before is None:
        return None
    word = low[index + 1]
    if stream.kinds[index + 1] in _NO_APPOSITION or word in _SOLE or word.endswith("ing") or word.isdigit():
        return before
    return before[0], at


def read_phrase_after(stream: Stream, at: int, last: int) -> Phrase | None:
    """Read the noun phrase that begins with item `at`, with an apposition behind it, up to item `last`."""
    low = stream.lowers
    if at >= last or low[at] in _APPOSITION_END or low[at] == ".":
        return None
    if low[at] in _SOLE:
        return at, at + 1
    end = _bare_after(stream, at, last)
    if end is None:
        return None
    if end + 1 < last and low[end] == "," and _opens_apposition(stream, end + 1):
        close = _apposition_end(stream, end + 1, last)
        # `According to Lee, more than two came`: without a comma behind it, it would be all of the content
        leads = at >= 2 and low[at - 2] == "according" and (close >= last or low[close] != ",")
        if not leads and (close == last or stream.kinds[close] not in ("aux", "verb", "pron")):
            return at, close
    return at, end


def _opens_apposition(stream: Stream, at: int) -> bool:
    low, kind = stream.lowers[at], stream.kinds[at]
    return kind in ("det", "poss") or (kind in ("low", "cap") and not low.endswith("ing") and low not in cues())


def _apposition_end(stream: Stream, at: int, last: int) -> int:
    low, kinds = stream.lowers, stream.kinds
    index = at
    stop = min(last, at + REACH)
    while index < stop:
        word = low[index]
        number = word == "," and index + 1 < last and low[index - 1].isdigit() and low[index + 1].isdigit()
        if (word in _APPOSITION_END and not number) or (word == "." and index + 1 == last):
            break
        if word in _APPOSITION_STOP or kinds[index] in ("aux", "verb", "pron"):
            break
        index += 1
    if index < last and low[index] in ("who", "which", "that") and low[index - 1] == ",":
        index -= 1
    return index


def _bare_after(stream: Stream, at: int, last: int) -> int | None:
    low, kinds = stream.lowers, stream.kinds
    index = at
    head = False
    named = kinds[at] == "cap"
    stop = min(last, at + REACH)
    while index < stop:
        word, kind = low[index], kinds[index]
        if kind == ".":
            if word not in _LINKS or (word == "." and not _is_abbreviation(stream, index - 1, at)):
                break
        elif not _continues(stream, index, last, head, named):
            break
        else:
            head = head or kind in ("cap", "low", "ly")
        index += 1
    while index > at and (
        (kinds[index - 1] in ("prep", "conj", "det", "poss") and low[index - 1] not in _HEADS) or low[index - 1] == "-"
    ):
        index -= 1
    return index if index > at else None


def _continues(stream: Stream, index: int, last: int, head: bool, named: bool) -> bool:
    """Tell whether a word goes on with a noun phrase; `head`: it has a noun yet; `named`: it begins as a name."""
    word, kind = stream.lowers[index], stream.kinds[index]
    if kind == "cap":
        return True
    if kind == "conj":
        return head and index + 1 < last and stream.kinds[index + 1] in ("cap", "det", "poss")
    if kind == "prep":
        return head and _extends(stream, index, last, named)
    if kind in ("time", "adv"):
        return not head
    if kind in ("sub", "wh", "aux", "pron", "obj", "verb") or word == "that":
        return False
    return not (head and (cue := cues().get(word)) is not None and cue.form in ("VBD", "VBZ"))


def _extends(stream: Stream, index: int, last: int, named: bool) -> bool:
    """Tell whether a preposition goes on with a noun phrase: `of the ministry`, not `on Sunday`, `in a speech`."""
    word = stream.lowers[index]
    if word not in _BEHIND or index + 1 >= last:
        return False
    if word in ("of", "for", "from", "under", "against"):
        return stream.kinds[index + 1] != "time"
    return not named and stream.kinds[index + 1] not in ("time", "det", "poss")
