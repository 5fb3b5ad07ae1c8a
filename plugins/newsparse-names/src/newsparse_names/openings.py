"""Whether the first word of a sentence, capitalised in any case, is a name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from newsparse import Words
from newsparse_names.vocabulary import Vocabulary

__all__ = ["acts", "find_inner"]

_OPENING = re.compile('"')
_TWO_CAPITALS = re.compile("[AI][AION]")


def find_inner(words: Words, letters: str, ranges: Sequence[range], vocabulary: Vocabulary) -> frozenset[str]:
    """Give the words that do not open a sentence or clause: one capitalised there is a name where it opens one, too.

    Parameters:
        words: the article's.
        letters: what each of them may be in a name.
        ranges: the words of each sentence.
        vocabulary: the word lists.
    """
    forms = words.forms
    opened = {found.end() for found in _OPENING.finditer(letters)}
    firsts = sorted(opened.union([inside.start for inside in ranges]))
    inner = [forms[first + 1 : after] for first, after in pairwise([*firsts, len(forms)])]
    names = [
        forms[inside.start]
        for inside in ranges
        if inside.start not in opened and _begins_name(words, letters, inside, vocabulary)
    ]
    return frozenset().union(names, *inner)


def acts(words: Words, first: int, last: int, stop: int, vocabulary: Vocabulary) -> bool:
    """Tell whether the first word of a sentence is a name by what it does or owns: `Velmora rejected`, `Velmora's`.

    Parameters:
        words: the article's.
        first: the word.
        last: the word behind it.
        stop: the word behind its sentence.
        vocabulary: the word lists.
    """
    following = words.forms[last] if last < stop else ""
    if following not in vocabulary.agent_verbs and following not in ("'s", "’s"):
        return False
    return not _is_common(words.forms[first], vocabulary)


def _begins_name(words: Words, letters: str, inside: range, vocabulary: Vocabulary) -> bool:
    """`Aerowind Ltd`: the first word of a sentence is capitalised for its own sake, as the one behind it is."""
    first = inside.start
    if not _TWO_CAPITALS.match(letters, first, inside.stop) or words.lowers[first] in vocabulary.titles:
        return False
    return not _is_common(words.forms[first], vocabulary)


def _is_common(form: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a word that opens a sentence looks like one that is no name."""
    lower = form.lower()
    return lower in vocabulary.describing or lower.endswith(vocabulary.endings) or "'" in form or "’" in form
