"""Reading the publication date a page declares: ISO 8601 where it is, the forms mail and sites use elsewhere."""

from __future__ import annotations

import datetime as dt
import re

from dateutil import parser, tz

__all__ = ["fullness", "read_date"]

EARLIEST = 1990
LATEST = 2100
ZONES = {
    "UT": 0, "UTC": 0, "GMT": 0, "Z": 0, "WET": 0, "BST": 1, "IST": 5.5, "CET": 1, "CEST": 2, "EET": 2, "EEST": 3,
    "EST": -5, "EDT": -4, "CST": -6, "CDT": -5, "MST": -7, "MDT": -6, "PST": -8, "PDT": -7, "AKST": -9, "HST": -10,
    "MSK": 3, "JST": 9, "KST": 9, "HKT": 8, "SGT": 8, "AEST": 10, "AEDT": 11, "ACST": 9.5, "AWST": 8, "NZST": 12,
    "NZDT": 13,
}  # fmt: skip
"""Hours from UTC of the zone names sites print; `ET` and the like change with the season and are left out."""
_COMPACT = re.compile(r"\d{8}(?:T?\d{4,6})?")
_ISO_DAY = re.compile(r"(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})")
_EPOCH = re.compile(r"\d{10}(?:\d{3})?")
_FIRST = dt.datetime(1904, 1, 1)
_SECOND = dt.datetime(1904, 2, 2, 1, 1)


def read_date(text: str) -> str | None:
    """Read a date into ISO 8601, with its time and zone where it has them; None when it names no full day.

    Nothing is filled in: `May 2024` is no day, and a time without a zone stays without one.
    """
    text = " ".join(text.split())[:80]
    if not text or not any(character.isdigit() for character in text):
        return None
    moment = _iso(text) or _epoch(text) or _printed(text)
    if moment is None:
        return None
    if not EARLIEST <= moment.year <= LATEST:
        return None
    return moment.isoformat()


def fullness(date: str, trusted: str) -> int:
    """Rank a date by what it adds to the most trusted one, which itself is 1.

    The same moment in the zone of the newsroom is 3, since its day is the day that the article calls today; a time with
    a zone on the day of one without is 2; another moment is 0.
    """
    if date == trusted:
        return 1
    one, other = dt.datetime.fromisoformat(date), dt.datetime.fromisoformat(trusted)
    if one.tzinfo is None:
        return 0
    if other.tzinfo is None:
        return 2 if one.date() == other.date() else 0
    return 3 if one.utcoffset() and not other.utcoffset() and abs(one - other) < dt.timedelta(minutes=1) else 0


def _iso(text: str) -> dt.date | None:
    if _COMPACT.fullmatch(text) is None and not _ISO_DAY.match(text):
        return None
    try:
        return dt.date.fromisoformat(text) if len(text) in (8, 10) else dt.datetime.fromisoformat(text)
    except ValueError:
        return None


def _epoch(text: str) -> dt.datetime | None:
    """Read seconds or milliseconds since 1970."""
    if not _EPOCH.fullmatch(text):
        return None
    return dt.datetime.fromtimestamp(int(text[:10]), dt.UTC)


def _zone(name: str | None, offset: int | None) -> dt.tzinfo | None:
    if offset is not None:
        return tz.tzoffset(None, offset)
    hours = ZONES.get((name or "").upper())
    return None if hours is None else dt.timezone(dt.timedelta(hours=hours))


def _printed(text: str) -> dt.date | None:
    """Read a printed form such as `Wed, 28 Feb 2024 11:02:00 GMT`; what it leaves out shows in two defaults."""
    try:
        one, other = (parser.parse(text, default=default, tzinfos=_zone) for default in (_FIRST, _SECOND))
    except (ValueError, OverflowError, TypeError, AttributeError):
        return None
    if one.date() != other.date():
        return None
    if one.hour != other.hour:
        return one.date()
    return one.replace(tzinfo=dt.timezone(one.utcoffset() or dt.timedelta())) if one.tzinfo else one
