"""Whether the first word of a sentence, capitalised in any case, is a name."""

from __future__ import annotations

from collections.abc import Iterable

from newsparse import Words
from newsparse_names.vocabulary import Vocabulary

__all__ = ["acts", "find_capitalised"]

OPENING = frozenset('?!:"“”‘’')


def find_capitalised(
    words: Words, ranges: Iterable[range], marked: Iterable[list[int]], vocabulary: Vocabulary
) -> frozenset[str]:
    """Give the words that are capitalised in the middle of a sentence, and so are names where they begin one."""
    forms, lowers = words.forms, words.lowers
    return frozenset(
        [
            forms[index]
            for inside, marks in zip(ranges, marked, strict=True)
            for index in marks
            if (index > inside.start or _begins_name(words, index, inside.stop, vocabulary))
            and forms[index] is not lowers[index]
            and forms[index][0].isupper()
            and forms[index - 1] not in OPENING
        ]
    )


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


def _begins_name(words: Words, index: int, stop: int, vocabulary: Vocabulary) -> bool:
    """`Aerowind Ltd`: the first word of a sentence is capitalised for its own sake, as the one behind it is."""
    if index + 1 >= stop or not words.forms[index + 1][0].isupper() or words.forms[index] in vocabulary.not_names:
        return False
    return not _is_common(words.forms[index], vocabulary) and words.lowers[index] not in vocabulary.titles


def _is_common(form: str, vocabulary: Vocabulary) -> bool:
    """Tell whether a word that opens a sentence looks like one that is no name."""
    lower = form.lower()
    return lower in vocabulary.describing or lower.endswith(vocabulary.endings) or "'" in form or "’" in form
