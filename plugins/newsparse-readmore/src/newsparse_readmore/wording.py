"""Lines told by the words they are made of: labels of lists, and calls to the reader.

    Most Read Stories This Week            label_words: `most`, `stories` and words that may stand beside them
    Latest Velm News                       label_words: with up to two words of its own, in capitals
    Sign up for the Velm Brief, our daily newsletter      call_to_reader: what to do, with what, and whose it is

The words are data (`wording.tsv`, for each language).
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import pairwise

import attrs

from newsparse.lexicon import load_table
from newsparse_readmore.line import Line
from newsparse_readmore.phrases import PACKAGE, REPORTED

__all__ = ["WORDINGS", "Wording", "find_call", "is_label_of_words"]

FILE = "wording.tsv"
WORDINGS = tuple(sorted(folder.name for folder in (files(PACKAGE) / "data").iterdir() if (folder / FILE).is_file()))
"""Languages whose labels and calls are known by their words."""
MOST_WORDS = 8
LONGEST_LABEL = 60
LONGEST_CALL = 260
LONGEST_PLAIN = 110
"""Most characters of a call that ends with a full stop and does not tell whose newsletter it is."""
REACH = 16
"""Words behind the verb among which its object is looked for."""
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*'?|&")
_ADDRESS = re.compile(r"(?<!\w)@\w|https?:|www\.|[\w.]@\w")


@attrs.frozen
class Wording:
    """The words of one language: of labels (`more`, `thing`, `link`), and of calls by what they are about."""

    label: Mapping[str, str]
    leads: frozenset[str]
    verbs: Mapping[str, frozenset[str]]
    things: Mapping[str, frozenset[str]]
    own: Mapping[str, str]


@cache
def load_wording(language: str) -> Wording:
    """Load the words of a language."""
    words: dict[str, dict[str, set[str]]] = {}
    for key, (listed,) in load_table(PACKAGE, language, FILE).items():
        part, _, group = key.partition(" ")
        for word in listed.split(", "):
            words.setdefault(part, {}).setdefault(word, set()).add(group)
    return Wording(
        label={word: min(parts) for word, parts in words.get("label", {}).items()},
        leads=frozenset(words.get("lead", {})),
        verbs={word: frozenset(groups) for word, groups in words.get("verb", {}).items()},
        things={word: frozenset(groups) for word, groups in words.get("thing", {}).items()},
        own={word: min(groups) for word, groups in words.get("own", {}).items()},
    )


@cache
def _by_head(part: str) -> Mapping[str, tuple[Wording, ...]]:
    """Give the languages that may be meant, by the first word of a line."""
    table: dict[str, list[Wording]] = {}
    for language in WORDINGS:
        wording = load_wording(language)
        heads = wording.label if part == "label" else (*wording.leads, *wording.verbs)
        for head in {word.split()[0] for word in heads}:
            table.setdefault(head, []).append(wording)
    return {head: tuple(some) for head, some in table.items()}


def is_label_of_words(line: Line) -> bool:
    """Tell whether a line is made of the words of labels: `More Top Stories`, `Latest Velm News`."""
    if len(line.text) > LONGEST_LABEL or line.has_full_stop or not 2 <= line.words <= MOST_WORDS:
        return False
    words = _WORD.findall(line.bare)
    return bool(words) and any(_is_label(words, wording) for wording in _by_head("label").get(words[0].lower(), ()))


def _is_label(words: Sequence[str], wording: Wording) -> bool:
    parts = [wording.label.get(word.lower()) for word in words]
    if "more" not in parts or "thing" not in parts:
        return False
    unknown = [word for word, part in zip(words, parts, strict=True) if part is None]
    if not unknown:
        return True
    named = len(unknown) <= 2 and all(word[:1].isupper() for word in (*unknown, words[-1]))
    return named and parts[0] == "more" and parts[-1] == "thing"


def find_call(line: Line) -> str | None:
    """Find what a line calls the reader to: "strong" where it tells whose it is (`our newsletter`), else "weak"."""
    text = line.bare
    if not 8 <= len(text) <= LONGEST_CALL or text[0] in "\"'«":
        return None
    head = _WORD.match(line.key)
    if head is None or not (some := _by_head("call").get(head[0])):
        return None
    if REPORTED.search(line.key):
        return None
    words = _WORD.findall(line.key)
    return next((found for wording in some if (found := _call(line, words, wording))), None)


def _call(line: Line, words: Sequence[str], wording: Wording) -> str | None:
    at = 0
    while (width := _width(words, at, wording.leads)) and not _width(words, at, wording.verbs) > width:
        at += width
    width = _width(words, at, wording.verbs)
    if not width:
        return None
    groups = wording.verbs[" ".join(words[at : at + width])]
    rest = words[at + width : at + width + REACH]
    pairs = [*rest, *map(" ".join, pairwise(rest))]
    if not any(not groups.isdisjoint(wording.things.get(word, ())) for word in pairs):
        return None
    whose = {wording.own.get(word) for word in (*words[: at + width], *pairs)}
    if "strong" in whose or _ADDRESS.search(line.plain):
        return "strong" if not line.has_full_stop or len(line.text) <= LONGEST_CALL else "weak"
    if "weak" in whose or not line.has_full_stop:
        return "weak" if len(line.text) <= LONGEST_PLAIN else None
    return None


def _width(words: Sequence[str], at: int, known: Mapping[str, object] | frozenset[str]) -> int:
    return next((n for n in (4, 3, 2, 1) if " ".join(words[at : at + n]) in known and at + n <= len(words)), 0)
