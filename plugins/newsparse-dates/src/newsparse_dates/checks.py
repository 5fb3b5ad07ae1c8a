"""Conditions that a match must meet beside its words: what is glued to it, and whether it is part of a name."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

import attrs

from newsparse import Words

from newsparse_dates.grammar import Grammar
from newsparse_dates.vocabulary import OTHER

__all__ = ["CHECKS", "Check", "Place", "in_address"]

FAR = 3
"""Words further apart than this many characters do not belong together."""
BEFORE = frozenset("$€£¥#@/\\.:-–+=_&%'’")
"""Characters that, glued to the front of a number, make it something else."""
AFTER = frozenset("%/\\=@_&°$€£")
"""The same at its end."""
OPENING = frozenset(".!?:;\"“”'‘([—–")


@attrs.frozen(eq=False)
class Place:
    """A run of words of time in its text."""

    text: str
    words: Words
    codes: str
    grammar: Grammar
    end: int

    def lowers(self, first: int, last: int) -> Sequence[str]:
        """Give words in lower case, with straight apostrophes."""
        return [word.replace("’", "'") for word in self.words.lowers[first:last]]

    def joined(self, first: int, last: int) -> bool:
        """Tell whether the words stand in one line, close to each other."""
        starts, ends, text = self.words.starts, self.words.ends, self.text
        for index in range(first, last - 1):
            end, start = ends[index], starts[index + 1]
            if end != start and (start - end > FAR or (text[end] != " " and "\n" in text[end:start])):
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
        return (
            not before or before in OPENING or "\n" in self.text[self.words.ends[index - 1] : self.words.starts[index]]
        )

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
    first = max(text.rfind(" ", max(0, start - LONGEST_ADDRESS), start), text.rfind("\n", max(0, start - LONGEST_ADDRESS), start)) + 1
    last = text.find(" ", end, end + LONGEST_ADDRESS)
    return ADDRESS.search(text, max(first, start - LONGEST_ADDRESS), last if last >= 0 else min(len(text), end + LONGEST_ADDRESS)) is not None


Check = Callable[[Place, int, int], bool]


def _alone(place: Place, first: int, last: int) -> bool:
    """Nothing is glued to the match that makes it part of a longer number, a price, an address or a name."""
    start, end = place.words.starts[first], place.words.ends[last - 1]
    before, after = place.text[start - 1 : start], place.text[end : end + 1]
    if before and (before in BEFORE or before.isalnum()) and not _dash_of_words(place.text, start):
        return False
    if after and (after in AFTER or after.isalnum()):
        return False
    return after not in ("-", ".", ",", ":") or not place.text[end + 1 : end + 2].isdigit()


def _dash_of_words(text: str, start: int) -> bool:
    """Tell whether the mark before `start` joins words, as in `post-1959`, `('98)`."""
    return text[start - 1] in "-–'’:." and not text[start - 2 : start - 1].isdigit() and text[start - 1] not in ":."


def _glued(place: Place, first: int, last: int) -> bool:
    """The match is one piece of text, with nothing glued to it."""
    return place.glued(first, last) and _alone(place, first, last)


def _clock_glued(place: Place, first: int, last: int) -> bool:
    """The clock time at the start is one piece, as `16:15`."""
    return place.glued(first, first + 3)


def _month_not_name(place: Place, first: int, last: int) -> bool:
    """The month is no verb (`May I`), march or person (`April Jones`)."""
    word, before, after = place.words.lowers[first], place.form(first - 1).lower(), place.form(last).lower()
    if before in place.grammar.lists["first_name"]:
        return False
    if word == "march" and after in ("for", "of", "on", "against") and before not in place.grammar.lists["preposition"]:
        return False
    if word in place.grammar.lists["month_or_word"] and first and place.named(first - 1) and not place.opens(first - 1):
        return False
    if word == "may" and after in place.grammar.lists["asking"] and place.opens(first):
        return False
    if last < len(place.codes) and place.named(last) and place.joined(first, last + 1):
        return before in place.grammar.lists["preposition"]
    return True


def _weekday_not_name(place: Place, first: int, last: int) -> bool:
    """The weekday is no surname (`Ann Friday`)."""
    return place.form(first - 1).lower() not in place.grammar.lists["first_name"]


def _not_name(place: Place, first: int, last: int) -> bool:
    """The word is no part of a name (`the Daily Planet`)."""
    capital = place.form(first)[:1].isupper() and not place.opens(first)
    return not (capital and last < len(place.codes) and place.named(last))


CHECKS: Mapping[str, Check] = {
    "alone": _alone,
    "clock_glued": _clock_glued,
    "glued": _glued,
    "month_not_name": _month_not_name,
    "not_name": _not_name,
    "weekday_not_name": _weekday_not_name,
}
"""Conditions by the names that rules use."""
