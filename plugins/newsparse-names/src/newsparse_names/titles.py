"""Titles before a name, as `Foreign Minister` in `Foreign Minister Ines Calloway`: where the name begins."""

from __future__ import annotations

from collections.abc import Sequence

from newsparse_names.vocabulary import Vocabulary

__all__ = ["after_title"]


def after_title(bare: Sequence[str], vocabulary: Vocabulary) -> tuple[int, bool]:
    """Give the index at which the name begins after a title, and whether there is a title at all."""
    title = -1
    for index, word in enumerate(bare):
        lower = word.lower()
        if _is_title(lower, vocabulary) or (title >= 0 and index == title + 1 and lower in vocabulary.roles):
            title = index
        elif title >= 0 and word[0].isupper() and index > title + 1:
            break
    if title < 0:
        return 0, False
    at = title + 1
    if at < len(bare) and bare[at] in ("of", "for"):
        return _after_complement(bare, at, vocabulary), True
    return at, True


def _is_title(word: str, vocabulary: Vocabulary) -> bool:
    """Tell a title, and one made of several words, as `secretary-treasurer`, `vice-president`."""
    if "-" not in word:
        return word in vocabulary.titles
    *before, last = word.split("-")
    return last in vocabulary.titles and all(one in vocabulary.titles or one in vocabulary.modifiers for one in before)


def _after_complement(bare: Sequence[str], at: int, vocabulary: Vocabulary) -> int:
    """`Secretary of State Ines Calloway`: the name begins at a given name, else with the last two words."""
    for index in range(at + 2, len(bare)):
        if bare[index] in vocabulary.given_names:
            return index
    return len(bare) - 2 if len(bare) - at > 3 else len(bare)
