"""Conditions that a match must meet beside its words: what is glued to it, and whether it is part of a name."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from newsparse_dates.place import Place

__all__ = ["CHECKS", "Check"]

BEFORE = frozenset("$€£¥#@/\\.:-–+=_&%'’")
"""Characters that, glued to the front of a number, make it something else."""
AFTER = frozenset("%/\\=@_&°$€£")
"""The same at its end."""

CLOSING = frozenset("\"'”’.,")
QUOTES = frozenset("\"'“‘”’`")

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


def _not_title(place: Place, first: int, last: int) -> bool:
    """The words are no title (`on "Today"`, `"This Week"`, `CBS This Morning`)."""
    if not all(place.form(index)[:1].isupper() for index in range(first, last)):
        return True
    quoted = place.form(first - 1) in QUOTES
    if last - first > 1:
        return not (quoted or (first and place.named(first - 1)))
    closed = any(place.form(index) in QUOTES for index in range(last, last + 2)) and place.form(last) in CLOSING
    return not (quoted and closed)


def _not_discourse(place: Place, first: int, last: int) -> bool:
    """The word does not open the sentence as a mere turn of speech (`Now, look at this`)."""
    return not (
        place.form(last) == "," and place.opens(first) and place.words.lowers[first] in place.grammar.lists["discourse"]
    )


def _beside_future(place: Place, first: int, last: int) -> bool:
    """The word before or after speaks of the future (`will soon`)."""
    cues = place.grammar.cues
    return any(cues.get(place.form(index).lower()) == "future" for index in (first - 1, last))


def _not_numbered(place: Place, first: int, last: int) -> bool:
    """The number is not that of a thing (`Flight 1945`)."""
    return place.form(first - 1).lower() not in place.grammar.lists["numbered"]


CHECKS: Mapping[str, Check] = {
    "alone": _alone,
    "beside_future": _beside_future,
    "clock_glued": _clock_glued,
    "glued": _glued,
    "month_not_name": _month_not_name,
    "not_discourse": _not_discourse,
    "not_name": _not_name,
    "not_numbered": _not_numbered,
    "not_title": _not_title,
    "weekday_not_name": _weekday_not_name,
}
"""Conditions by the names that rules use."""
