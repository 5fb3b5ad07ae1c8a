"""An entity in the making, and the words of names that tell one from another."""

from __future__ import annotations

from collections.abc import Sequence

import attrs

from newsparse import Entity, Mention

__all__ = ["Cluster", "bare_word", "behind_the", "name_words", "suffix", "surname", "without_determiner"]

DETERMINERS = frozenset(["the", "a", "an"])
LEADING = ("The ", "the ", "A ", "a ", "An ", "an ")
SUFFIXES = frozenset(["Jr", "Sr", "II", "III", "IV"])
ARTICLES = ("al-", "Al-", "el-", "El-")


def name_words(name: str) -> tuple[str, ...]:
    """Give the words of a name that tell it from others, without stops and determiners."""
    if " " not in name and name.isalnum():
        return (name,) if name.lower() not in DETERMINERS else ()
    return tuple([word.strip(".,") for word in name.split() if word.lower() not in DETERMINERS])


def without_determiner(name: str) -> str:
    """Give a name on one line, without an article before it."""
    shown = " ".join(name.split())
    if shown.startswith(LEADING):
        for determiner in LEADING:
            shown = shown.removeprefix(determiner)
    return shown or name


def suffix(words: Sequence[str]) -> str:
    """Give the `Jr` of a name, without its stop."""
    return words[-1] if len(words) > 2 and words[-1] in SUFFIXES else ""


def surname(words: Sequence[str]) -> str:
    """Give the word that a later mention repeats, without an Arabic article."""
    return bare_word(words[-2] if suffix(words) else words[-1])


def behind_the(text: str, at: int) -> bool:
    """Tell whether `the` stands right before a place of a text."""
    return text[max(0, at - 4) : at].lower() == "the "


def bare_word(word: str) -> str:
    """Cut the Arabic article off a word, as `al-` off `al-Tamimi`."""
    return word[3:] if word.startswith(ARTICLES) else word


@attrs.define(eq=False)
class Cluster:
    """An entity in the making."""

    name: str
    words: tuple[str, ...]
    kind: str | None
    gender: str | None = None
    role: str | None = None
    role_words: frozenset[str] = frozenset()
    mentions: dict[tuple[int, int], Mention] = attrs.Factory(dict)
    """By start and end."""
    forms: tuple[tuple[str, ...], ...] = ()
    """The words of every form it was named by."""
    by: str = "name"
    _own: tuple[tuple[str, ...], frozenset[str]] = ((), frozenset())

    @property
    def last(self) -> str:
        """The word that a later mention repeats: the surname, without an Arabic article."""
        return surname(self.words)

    @property
    def own(self) -> frozenset[str]:
        """The words of its name in lower case."""
        if self._own[0] is not self.words:
            self._own = self.words, frozenset([word.lower() for word in self.words])
        return self._own[1]

    def take(self, mention: Mention) -> None:
        """Take a mention, in the place of one with the same span."""
        span = mention.span
        self.mentions[span.start, span.end] = mention
        if self.kind is None:
            self.kind = mention.kind

    def entity(self) -> Entity:
        """Give the finished entity."""
        kind = self.kind or ("person" if self.role else "other")
        mentions = [mention for _, mention in sorted(self.mentions.items())]
        return Entity(name=self.name, kind=kind, role=self.role, mentions=mentions, found_by=self.by)  # type: ignore[arg-type]
