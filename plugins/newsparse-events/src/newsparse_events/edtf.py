"""Dates as the Extended Date/Time Format (ISO 8601-2) writes them."""

from __future__ import annotations

import datetime as dt
import re

from newsparse import DateMention, Span, When
from newsparse.models import Granularity, WhenAnchor

__all__ = ["grain_of", "when_day", "when_of", "when_open"]

_DAY = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)(?:T.*)?\Z")
_PART = re.compile(r"(?P<year>\d{4})-(?P<part>SP|SU|FA|WI|Q[1-4]|W\d\d(?:-WE)?|H[12])\Z")
_MONTH = re.compile(r"\d{4}-\d\d\Z")
_PARTS = {
    "SP": "21",
    "SU": "22",
    "FA": "23",
    "WI": "24",
    "Q1": "33",
    "Q2": "34",
    "Q3": "35",
    "Q4": "36",
    "H1": "40",
    "H2": "41",
}


_GRAINS: dict[str, Granularity] = {
    **dict.fromkeys(("SP", "SU", "FA", "WI"), "season"),
    **dict.fromkeys(("Q1", "Q2", "Q3", "Q4"), "quarter"),
    **dict.fromkeys(("H1", "H2"), "interval"),
}
_YEARS: dict[int, Granularity] = {4: "year", 3: "decade", 2: "century"}


def grain_of(date: DateMention) -> Granularity:
    """Tell how fine a date mention is: day, week, month, season, quarter, year, decade, century or interval."""
    value = date.value
    if _DAY.match(value):
        return "day"
    if part := _PART.match(value):
        return _GRAINS.get(part["part"], "week")
    if value.isdigit():
        return _YEARS.get(len(value), "interval")
    return "month" if _MONTH.match(value) else "interval"


def when_of(date: DateMention, anchor: WhenAnchor, grain: Granularity | None = None) -> When:
    """Make an event's time of a date mention; it is never finer than the mention."""
    grain = grain or grain_of(date)
    value = date.value
    if grain == "day":
        value = value[:10]
    elif grain in ("season", "quarter"):
        value = f"{value[:4]}-{_PARTS[value[5:]]}"
    elif grain in ("decade", "century"):
        value = value.ljust(4, "X")
    elif grain not in ("month", "year"):
        value = f"{date.earliest}/{date.latest}"
    return When(
        value=value,
        earliest=date.earliest,
        latest=date.latest,
        granularity=grain,
        anchor=anchor,
        evidence=date.span,
    )


def when_day(day: dt.date, anchor: WhenAnchor, evidence: Span | None = None) -> When:
    """Make an event's time of one day."""
    return When(
        value=day.isoformat(),
        earliest=day,
        latest=day,
        granularity="day",
        anchor=anchor,
        evidence=evidence,
    )


def when_open(day: dt.date, *, past: bool) -> When:
    """Make the open interval up to `day` or from it on, which is all that a tense tells."""
    if past:
        return When(value=f"../{day.isoformat()}", latest=day, granularity="interval", anchor="tense")
    return When(value=f"{day.isoformat()}/..", earliest=day, granularity="interval", anchor="tense")
