"""Conditions that a match must meet beside its words: what is glued together, what stands before and after."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import attrs

from newsparse import Words

__all__ = ["CHECKS", "Check", "Place"]

FAR = 3
"""Words further apart than this many characters do not belong together."""


@attrs.frozen(eq=False)
class Place:
    """A run of words of time in its text."""

    text: str
    words: Words
    codes: str
    first: int
    end: int

    def lowers(self, first: int, last: int) -> Sequence[str]:
        """Give words in lower case, with straight apostrophes."""
        return [word.replace("’", "'") for word in self.words.lowers[first:last]]

    def joined(self, first: int, last: int) -> bool:
        """Tell whether the words stand in one line, close to each other."""
        starts, ends = self.words.starts, self.words.ends
        for index in range(first, last - 1):
            gap = starts[index + 1] - ends[index]
            if gap and (
                gap > FAR
                or (not self.text.startswith(" ", ends[index]) and "\n" in self.text[ends[index] : starts[index + 1]])
            ):
                return False
        return True

    def glued(self, first: int, last: int) -> bool:
        """Tell whether nothing stands between the words."""
        return self.words.ends[last - 1] - self.words.starts[first] == sum(
            self.words.ends[index] - self.words.starts[index] for index in range(first, last)
        )

    def before(self, first: int) -> str:
        """Give the character before the match, "" at the start of the text."""
        start = self.words.starts[first]
        return self.text[start - 1 : start]

    def after(self, last: int) -> str:
        """Give the character after the match, "" at the end of the text."""
        end = self.words.ends[last - 1]
        return self.text[end : end + 1]


Check = Callable[[Place, int, int], bool]


def _alone(place: Place, first: int, last: int) -> bool:
    """Nothing is glued to the match that makes it part of a longer number, a price, an address or a name."""
    before, after = place.before(first), place.after(last)
    if before and (before in "$€£¥#@/\\.:-+=_&%" or before.isalnum()):
        return False
    if after and (after in "%/\\=@_&°" or after.isalnum()):
        return False
    if after in ("-", ".", ",", ":"):
        end = place.words.ends[last - 1]
        following = place.text[end + 1 : end + 2]
        return not following.isdigit()
    return True


def _glued(place: Place, first: int, last: int) -> bool:
    return place.glued(first, last) and _alone(place, first, last)


CHECKS: Mapping[str, Check] = {"alone": _alone, "glued": _glued}
"""Conditions by the names that rules use."""
