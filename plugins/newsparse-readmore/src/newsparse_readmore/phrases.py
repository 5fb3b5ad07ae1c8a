"""Label phrases: `Read more`, `Lesen Sie auch`, `Advertisement` at the head of a line, or in it.

`data/<language>/labels.tsv` gives each phrase a kind of block and a use:

    whole   the line is the phrase and nothing else
    label   it may also have a headline behind it, with a mark between: `More: Mayor resigns`
    weak    the same, but alone on a line it may be a heading: it needs other clutter beside it
    open    … or with nothing between: `A lire aussi Le maire part`
    start   whatever follows, the line is of that kind: `Sign up for our …`
    loose   the same, but it needs other clutter beside it, or to stand short outside the text: `Visit our …`
    hold    a line that holds it anywhere is
    lead    alone, or run together with the text of the line, from which it is cut: `Article content The council …`
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

import attrs

from newsparse import BlockKind
from newsparse.lexicon import load_table
from newsparse_readmore.line import LONG, TRAILING, Line, normal

__all__ = ["LANGUAGES", "REPORTED", "Phrase", "find_phrase", "load_leads", "load_phrases"]

PACKAGE = "newsparse_readmore"
LANGUAGES = tuple(
    sorted(folder.name for folder in (files(PACKAGE) / "data").iterdir() if (folder / "labels.tsv").is_file())
)
"""Languages with label phrases; all are looked for in every text, since few texts say their language."""
USES = ("whole", "label", "weak", "open", "start", "loose", "hold", "lead")
MARKS = ":：|–—>»›•·/~→]】)"
_BETWEEN = re.compile(r" [|·•/] ")
LABELLED = 250
"""Most characters of a label with its headline."""
REPORTED = re.compile(
    r"\b(?:said|says|saying|told|tells|asked|wrote|urged|urges|warned|shouted|sagte|dit|dijo|disse|ha detto)\b"
)
"""Verbs that make a call somebody's words."""


@attrs.frozen
class Phrase:
    """A phrase, the kind of block it marks, and how it stands in the line."""

    text: str
    kind: BlockKind
    use: str
    language: str


@cache
def load_phrases() -> tuple[Phrase, ...]:
    """Load the phrases of all languages."""
    found: dict[str, Phrase] = {}
    for language in ("en", *(one for one in LANGUAGES if one != "en")):
        for text, (kind, use) in load_table(PACKAGE, language, "labels.tsv").items():
            found.setdefault(text, Phrase(text, kind, use, language))  # type: ignore[arg-type]  # Block checks it
    return tuple(found.values())


@cache
def _by_head() -> Mapping[str, tuple[Phrase, ...]]:
    table: dict[str, list[Phrase]] = {}
    for phrase in load_phrases():
        if phrase.use != "hold":
            table.setdefault(phrase.text[:3], []).append(phrase)
    return {head: tuple(sorted(some, key=lambda one: -len(one.text))) for head, some in table.items()}


@cache
def _held() -> tuple[tuple[str, tuple[Phrase, ...]], ...]:
    """Give the phrases looked for anywhere, by their longest word: most lines have none of these."""
    by_word: dict[str, list[Phrase]] = {}
    for phrase in load_phrases():
        if phrase.use == "hold":
            word = max(phrase.text.split(), key=len)
            by_word.setdefault(next((one for one in by_word if one in phrase.text), word), []).append(phrase)
    return tuple((word, tuple(some)) for word, some in by_word.items())


@attrs.frozen
class Labelled:
    """What a phrase makes of a line."""

    phrase: Phrase
    rule: str
    is_bare: bool
    """Whether nothing but the phrase stands there, so that it may belong to the lines below."""

    @property
    def is_weak(self) -> bool:
        """Whether the line counts only beside other clutter."""
        return self.phrase.use == "loose" or (self.phrase.use == "weak" and self.is_bare)


def find_phrase(line: Line) -> Labelled | None:
    """Find the phrase that tells what a line is."""
    if len(line.text) > LONG:
        return None
    key = line.key
    for phrase in _by_head().get(key[:3], ()) or _by_head().get(key[:2], ()):
        if key.startswith(phrase.text) and (found := _used(line, phrase)):
            return found
    if row := _in_a_row(key):
        return Labelled(row, "labels_in_a_row", False)
    if line.text.startswith(("“", "„", "«", '"')):
        return None
    for word, phrases in _held():
        if word in key:
            for phrase in phrases:
                if phrase.text in key and not (line.is_prose and REPORTED.search(key)):
                    return Labelled(phrase, "holds_phrase", False)
    return None


def _used(line: Line, phrase: Phrase) -> Labelled | None:
    end = len(phrase.text)
    if line.whole == phrase.text.rstrip(TRAILING):
        if phrase.kind == "nav" and line.has_full_stop and " " not in phrase.text:
            return None  # “Pause.”
        return Labelled(phrase, "bare_label" if phrase.kind == "read_more" else "whole_line", True)
    following = line.bare[end : end + 3]
    if phrase.use in ("start", "loose"):
        return _begun(line, phrase, following)
    if (
        phrase.use in ("whole", "lead")
        or (phrase.use, phrase.kind) == ("weak", "nav")
        or len(line.text) > LABELLED
        or not following
    ):
        return None
    if phrase.use == "open" and line.plain[0] + line.plain[-1] in ("()", "[]"):
        return Labelled(phrase, "label_in_brackets", False)
    if following.lstrip()[:1] in MARKS or following[:2] in (" -", "- ") or following[:3] in (": ", " : "):
        return _separated(line, phrase)
    if phrase.use == "open" and not line.has_full_stop and _opens(following, phrase):
        return Labelled(phrase, "label_headline", False)
    return None


def _in_a_row(key: str) -> Phrase | None:
    """Give the first of several phrases with marks between: `Advertisement · Scroll to continue`."""
    if len(key) > LABELLED or not _BETWEEN.search(key):
        return None
    found = [_known().get(part.strip()) for part in _BETWEEN.split(key)]
    return found[0] if all(found) else None


@cache
def _known() -> Mapping[str, Phrase]:
    return {phrase.text: phrase for phrase in load_phrases()}


@cache
def load_leads() -> Mapping[str, Phrase]:
    """Load what is cut off from the head of a line, as it is written there."""
    return {phrase.text.capitalize() + " ": phrase for phrase in load_phrases() if phrase.use == "lead"}


def _begun(line: Line, phrase: Phrase, following: str) -> Labelled | None:
    """Take `Sign up for our …`, and leave `Sign up for our trips, the mayor told pupils.` alone."""
    if following[:1].isalnum() and phrase.text[-1].isalnum() and phrase.text[-1].isascii():
        return None
    if phrase.kind in ("promo", "read_more", "nav") and REPORTED.search(line.key):
        return None
    if phrase.kind == "read_more" and ((line.has_full_stop and len(line.text) > 80) or line.text[-1] in ",;"):
        return None
    return Labelled(phrase, "starts_with_phrase", False)


def _separated(line: Line, phrase: Phrase) -> Labelled | None:
    """Take `Related: Mayor resigns`, and leave a paragraph of several sentences alone."""
    if line.has_full_stop and line.bare[len(phrase.text) :].lstrip(MARKS + " -")[:1].islower():
        return None  # Related: that is what they are, the court found.
    short_label = phrase.use in ("label", "weak")
    if short_label and line.has_full_stop and (line.has_sentences or len(line.text) > 120):
        return None
    if line.has_full_stop and line.has_sentences and len(line.text) > 160:
        return None
    return Labelled(phrase, "short_label_headline" if short_label else "label_colon_headline", False)


def _opens(following: str, phrase: Phrase) -> bool:
    """Tell whether a headline begins after the phrase: `Related Mayor resigns`, `A lire aussiLe maire part`."""
    first = following.lstrip()[:1]
    if not following[:1].isspace() and first.isalpha() and first.isascii() and not first.isupper():
        return False
    if " " not in phrase.text and phrase.text.isascii() and phrase.text != "related":
        return False
    return first.isupper() or first.isdigit() or first in "\"'«[" or not (first.islower() or first in ",;.")


def phrase_key(text: str) -> str:
    """Give a phrase as it is compared with lines."""
    return normal(text).lower().replace("i\u0307", "i")
