"""Ranges of dates: two mentions with `to`, `until` or a dash between them, as one interval of days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

import attrs

from newsparse import DateMention, Span
from newsparse.lexicon import load_words

__all__ = ["DateRange", "find_ranges"]

LONGEST = 9
"""Characters between the ends of a range."""


@attrs.frozen(kw_only=True)
class DateRange:
    """An interval between two date mentions."""

    span: Span
    """From the first character of the first mention to the last one of the second."""
    first: DateMention
    """Where it begins."""
    last: DateMention
    """Where it ends."""
    earliest: dt.date
    """First calendar day."""
    latest: dt.date
    """Last calendar day, inclusive."""


def find_ranges(text: str, dates: Iterable[DateMention]) -> tuple[DateRange, ...]:
    """Find the ranges among the date mentions of a text, as `from [3] to [5 May]` or `[2009]-[2010]`."""
    joints = _joints()
    found = []
    mentions = tuple(dates)
    for first, last in pairwise(mentions):
        between = text[first.span.end : last.span.start]
        if len(between) > LONGEST or between.strip(" .").lower() not in joints:
            continue
        if first.earliest and last.latest and first.earliest <= last.latest:
            span = Span(first.span.start, last.span.end)
            found.append(DateRange(span=span, first=first, last=last, earliest=first.earliest, latest=last.latest))
    return tuple(found)


@cache
def _joints() -> frozenset[str]:
    return load_words("newsparse_dates", "any", "range_joint.txt")
