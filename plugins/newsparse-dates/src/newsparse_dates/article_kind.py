"""What kind of article is this? Its own dates and words tell how its dates are meant."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from newsparse import Words
from newsparse_dates.grammar import Grammar
from newsparse_dates.scan import Recognised

__all__ = ["find_day_order", "is_earnings", "is_narrative"]

DEICTIC = ("day_word", "weekday", "which_unit", "units_ago", "unit_ago", "weekday_part", "this_part", "which_weekday")


def is_earnings(words: Words, found: Sequence[Recognised], grammar: Grammar) -> bool:
    """Tell whether the article reports the results of a quarter: it names one, and speaks of profit or sales."""
    quarters = sum(1 for one in found if one.rule.means == "fiscal" and one.fields.unit != "Y")
    if not quarters:
        return False
    return sum(1 for word in words.lowers if word in grammar.lists["business"]) >= 2


def is_narrative(found: Sequence[Recognised], published: dt.date | None) -> bool:
    """Tell whether the article is a history: it names many years that are over, and little beside the present day."""
    years = [one.fields.year for one in found if one.fields.year is not None]
    past = [year for year in years if published is None or year < published.year - 1]
    deictic = sum(1 for one in found if one.rule.name in DEICTIC)
    return len(past) >= 5 and len(past) > 3 * deictic


def find_day_order(found: Sequence[Recognised]) -> bool | None:
    """Tell from the article's own numeric dates whether the day goes first; None where none of them tells."""
    for one in found:
        if one.fields.numeric:
            first, second = one.fields.numeric[:2]
            if first > 12 >= second:
                return True
            if second > 12 >= first:
                return False
    return None
