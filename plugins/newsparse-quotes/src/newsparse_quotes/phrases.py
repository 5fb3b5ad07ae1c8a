"""Noun phrases beside a cue: `Lee`, `the ministry`, `Ann Lee, a spokeswoman for the party`, `he`.

A small grammar over word kinds: determiners, capitals, titles, pronouns and appositions open and close phrases; verbs,
conjunctions, subordinators and marks end them.
"""

from __future__ import annotations

from newsparse_quotes.lexicon import cues, kinds, words
from newsparse_quotes.stream import QUOTED, Stream

__all__ = ["read_phrase_after", "read_phrase_before", "skip_back"]

REACH = 28
"""How many items a phrase with its apposition may reach."""
_OPEN_PP = frozenset(
    ["of", "for", "in", "at", "from", "with", "on", "to", "by", "and", "&", "about", "against", "under", "near"]
)
_BREAK = frozenset([",", ";", ":", ".", "?", "!", "(", ")", "[", "]", "–", "—", "…", QUOTED])
_SOLE = frozenset(["he", "she", "they", "we", "i", "you", "it", "who"])
_LINKS = frozenset(["'s", "’s", "-", "'", "’", ".", "&", "/"])


def _is_verb(low: str) -> bool:
    return low in words("common_verbs.txt") or kinds().get(low) == "aux"


def skip_back(stream: Stream, at: int, first: int) -> int:
    """Step from the item before a cue back over auxiliaries, adverbs and days, as in `Lee on Monday also said`."""
    kind = kinds()
    low = stream.lowers
    while at >= first:
        word = low[at]
        what = kind.get(word)
        if what in {"aux", "adv"} or (word.endswith("ly") and stream.forms[at].islower()):
            at -= 1
        elif what == "time" and stream.forms[at][0].isupper():
            at -= 2 if at > first and low[at - 1] in ("on", "last", "late", "early") else 1
        elif word in ("'s", "’s") and at > first and low[at - 1] in _SOLE:
            at -= 1
        else:
            break
    return at


def read_phrase_before(stream: Stream, at: int, first: int) -> tuple[int, int] | None:
    """Read the noun phrase that ends with item `at`, not before item `first`; None when there is none."""
    low, _forms = stream.lowers, stream.forms
    if at < first:
        return None
    if low[at] in _SOLE:
        return at, at + 1
    if low[at] == "," and at - 1 > first:
        return _with_apposition(stream, at, first)
    return _bare_before(stream, at, first)


def _bare_before(stream: Stream, at: int, first: int) -> tuple[int, int] | None:
    low, forms, kind = stream.lowers, stream.forms, kinds()
    verbs = words("common_verbs.txt")
    begin = at + 1
    index = at
    while index >= first and at - index < REACH:
        word = low[index]
        what = kind.get(word)
        form = forms[index]
        if word == ")" and index != at:
            opened = next((i for i in range(index - 1, max(first, index - 5), -1) if low[i] == "("), first)
            if opened > first:
                index = opened - 1
                continue
        if word in _LINKS:
            if word == "." and not (
                (index > first and low[index - 1] in words("titles.txt"))
                or (index > first and len(low[index - 1]) == 1)
            ):
                break
            index -= 1
            continue
        if word in _BREAK or what in ("sub", "wh", "aux", "pron", "obj") or (word == "that" and index != at):
            break
        if word in verbs and form.islower():
            break
        if what == "conj":
            if not (
                index > first
                and index < at
                and (
                    forms[index - 1][0].isupper()
                    or (forms[index - 1].islower() and kind.get(low[index + 1]) in ("det", "poss"))
                )
            ):
                break
            if not (forms[index - 1][0].isupper() and forms[index + 1][0].isupper()):
                break
        elif what == "prep":
            if word not in _OPEN_PP or index == at:
                break
        elif what == "adv" and index == at:
            break
        else:
            begin = index
            if what in ("det", "poss") and not (
                index > first
                and low[index - 1]
                in ("of", "for", "in", "at", "from", "all", "with", "both", "some", "many", "most", "one", "several")
            ):
                break
        index -= 1
    if begin > at:
        return None
    begin = _trimmed(stream, begin, at)
    return begin, at + 1


def _trimmed(stream: Stream, begin: int, at: int) -> int:
    """Cut a leading `But` or `On Monday` off a phrase."""
    kind = kinds()
    low = stream.lowers
    while begin < at and (kind.get(low[begin]) in ("adv", "conj", "prep", "sub") or low[begin] in _LINKS):
        begin += 1
    return begin


def _with_apposition(stream: Stream, at: int, first: int) -> tuple[int, int] | None:
    """Read `Ann Lee, a spokeswoman for the party` that ends with the comma at `at`."""
    low, _forms, kind = stream.lowers, stream.forms, kinds()
    index = at - 1
    while index > first and at - index < REACH and low[index] not in (",", ";", QUOTED):
        index -= 1
    if low[index] != "," or index <= first:
        return None
    before = _bare_before(stream, index - 1, first)
    if before is None:
        return None
    what = kind.get(low[index + 1])
    word = low[index + 1]
    if (
        what in ("wh", "prep", "sub", "conj", "adv", "aux")
        or word in ("who", "whose")
        or word.endswith("ing")
        or word.isdigit()
    ):
        return before
    if word == "that":
        return None
    return before[0], at


def read_phrase_after(stream: Stream, at: int, last: int) -> tuple[int, int] | None:
    """Read the noun phrase that begins with item `at`, with an apposition behind it, up to item `last`."""
    low, _forms, kind = stream.lowers, stream.forms, kinds()
    if at >= last or low[at] in _BREAK:
        return None
    if low[at] in _SOLE:
        return at, at + 1
    end = _bare_after(stream, at, last)
    if end is None:
        return None
    if end + 1 < last and low[end] == "," and _opens_apposition(stream, end + 1):
        index = end + 1
        while index < last and index - at < REACH + 10:
            word = low[index]
            if word in (",", ";", ":", ")", "?", "!", QUOTED, "—", "–") or (word == "." and index + 1 == last):
                break
            if word in ("who", "which", "that", "as", "while", "when", "after", "during") or kind.get(word) == "aux":
                break
            index += 1
        if index < last and low[index] in ("who", "which", "that"):
            index -= low[index - 1] == ","
        return at, index
    return at, end


def _opens_apposition(stream: Stream, at: int) -> bool:
    low, kind = stream.lowers[at], kinds()
    what = kind.get(low)
    return what in ("det", "poss") or (
        what is None and not low.endswith("ing") and low[0].isalpha() and low not in cues()
    )


def _bare_after(stream: Stream, at: int, last: int) -> int | None:
    low, forms, kind, cue = stream.lowers, stream.forms, kinds(), cues()
    verbs = words("common_verbs.txt")
    index = at
    head = False
    while index < last and index - at < REACH:
        word = low[index]
        what = kind.get(word)
        form = forms[index]
        if word in _LINKS:
            if word == "." and not (low[index - 1] in words("titles.txt") or len(low[index - 1]) == 1):
                break
        elif word in _BREAK or what in ("sub", "wh", "aux", "pron", "obj") or (word == "that" and index > at):
            break
        elif what == "conj":
            if not head or not (
                index + 1 < last and (forms[index + 1][0].isupper() or kind.get(low[index + 1]) in ("det", "poss"))
            ):
                break
        elif what == "prep":
            if not head or word not in ("of", "for", "at", "from", "with", "in", "on", "under", "to", "against"):
                break
            if word in ("in", "on", "at", "to", "with") and (
                index + 1 < last
                and (
                    kind.get(low[index + 1]) == "time"
                    or (
                        low[index + 1] in ("a", "an", "his", "her", "their", "the")
                        and word in ("in", "on", "at", "to", "with")
                        and low[index - 1] not in words("titles.txt")
                    )
                )
            ):
                break
        elif (
            (what == "time" and head)
            or (what == "adv" and head)
            or (form.islower() and (word in verbs or (word in cue and cue[word].form in ("VBD", "VBZ") and head)))
        ):
            break
        else:
            head = head or what is None
        index += 1
    while index > at and (
        (
            kind.get(low[index - 1]) in ("prep", "conj", "det", "poss")
            and low[index - 1] not in ("all", "others", "one", "some", "many", "most", "both")
        )
        or low[index - 1] in ("-",)
    ):
        index -= 1
    return index if index > at else None
