"""Where a match stands: the words and the characters around it."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from newsparse import Words
from newsparse_dates.grammar import Grammar
from newsparse_dates.vocabulary import OTHER

__all__ = ["Place", "in_address"]

FAR = 3
"""Words further apart than this many characters do not belong together."""
LINE_ENDS = frozenset("\n\r\v\f\x1c\x1d\x1e\x85\u2028\u2029")
"""Characters that end a line."""
OPENING = frozenset(".!?:;\"“”'‘([—–")
"""Marks after which a sentence may begin."""


@attrs.frozen(eq=False)
class Place:
    """A run of words of time in its text."""

    text: str
    """The article's text."""
    words: Words
    """Its words."""
    codes: str
    """A character for each word."""
    grammar: Grammar
    """The language's grammar."""
    end: int
    """Index of the word after the run."""

    def lowers(self, first: int, last: int) -> Sequence[str]:
        """Give words in lower case, with straight apostrophes."""
        return [word.replace("’", "'") for word in self.words.lowers[first:last]]

    def joined(self, first: int, last: int) -> bool:
        """Tell whether the words stand in one line, close to each other."""
        starts, ends, text = self.words.starts, self.words.ends, self.text
        for index in range(first, last - 1):
            between = text[ends[index] : starts[index + 1]]
            if between not in ("", " ") and (len(between) > FAR or not LINE_ENDS.isdisjoint(between)):
                return False
        return True

    def glued(self, first: int, last: int) -> bool:
        """Tell whether nothing stands between the words."""
        starts, ends = self.words.starts, self.words.ends
        return all(ends[index] == starts[index + 1] for index in range(first, last - 1))

    def form(self, index: int) -> str:
        """Give a word as written, "" outside of the text."""
        return self.words.forms[index] if 0 <= index < len(self.words.forms) else ""

    def opens(self, index: int) -> bool:
        """Tell whether a word begins a sentence or a line."""
        before = self.form(index - 1)
        if not before or before in OPENING:
            return True
        return not LINE_ENDS.isdisjoint(self.text[self.words.ends[index - 1] : self.words.starts[index]])

    def named(self, index: int) -> bool:
        """Tell whether a word is written as a name and tells nothing of time."""
        return self.form(index)[:1].isupper() and self.codes[index] == OTHER


ADDRESS = re.compile(r"://|@|\bwww\.|\.(?:com|org|net|html?)\b")
"""What makes a piece of text between spaces an address."""
LONGEST_ADDRESS = 200


def in_address(text: str, start: int, end: int) -> bool:
    """Tell whether characters are part of a web or mail address."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before.strip("\"'“”‘’([,;") and after not in ("@", "/", ".", "_"):
        return False
    first = (
        max(
            text.rfind(" ", max(0, start - LONGEST_ADDRESS), start),
            text.rfind("\n", max(0, start - LONGEST_ADDRESS), start),
        )
        + 1
    )
    last = text.find(" ", end, end + LONGEST_ADDRESS)
    return (
        ADDRESS.search(
            text, max(first, start - LONGEST_ADDRESS), last if last >= 0 else min(len(text), end + LONGEST_ADDRESS)
        )
        is not None
    )
