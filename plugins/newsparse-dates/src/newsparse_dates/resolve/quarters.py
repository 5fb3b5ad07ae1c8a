"""Quarters and halves, and the periods of business reports: `the quarter`, `a year earlier`, `the year-ago period`.

A report speaks of the quarter it reports, which is the last one it has named, or else the last one that is over.
"""

from __future__ import annotations

import datetime as dt

from newsparse_dates.days import quarter_value, shifted
from newsparse_dates.fields import Fields
from newsparse_dates.resolve.context import Anchor, Context, Resolved
from newsparse_dates.resolve.policy import century_of, quarter_year

__all__ = ["resolve_fiscal"]


def resolve_fiscal(fields: Fields, context: Context) -> Resolved | None:
    """Resolve a named quarter or half, the reported quarter, or the same one in another year."""
    if fields.quarter is not None or fields.half is not None:
        return _named(fields, context)
    if fields.month is not None:
        return _ended(fields.month, context)
    compares = bool(fields.which or fields.year)
    if (context.long_period and compares) or (fields.unit == "Y" and not context.earnings):
        return _year_before(fields, context)
    base, anchor = _reported(context)
    if base is None:
        return Resolved("XXXX-QX")
    if fields.year is not None:
        quarter = quarter_value(base)[5:]
        return Resolved(f"{fields.year:04d}-{quarter}", anchor)
    day = shifted(base, "Y", fields.which or 0)
    return Resolved(quarter_value(day), anchor) if day else None


def _reported(context: Context) -> tuple[dt.date | None, Anchor]:
    if context.last_quarter:
        return context.last_quarter.day, "mention"
    return (shifted(context.published, "Q", -1), "published") if context.published else (None, "published")


def _ended(month: int, context: Context) -> Resolved:
    """Resolve `the quarter ended March 31`: the last such quarter that is over."""
    base = context.published
    if base is None:
        return Resolved(f"XXXX-Q{(month + 2) // 3}")
    year = base.year if month < base.month else base.year - 1
    return Resolved(f"{year:04d}-Q{(month + 2) // 3}", "published")


def _named(fields: Fields, context: Context) -> Resolved | None:
    number, letter, count = (fields.quarter, "Q", 4) if fields.quarter else (fields.half, "H", 2)
    if not number or not 1 <= number <= count:
        return None
    if fields.year is not None:
        return Resolved(f"{fields.year:04d}-{letter}{number}", "text")
    if fields.short_year is not None:
        return Resolved(f"{century_of(fields.short_year, context):04d}-{letter}{number}", "text")
    if not context.published:
        return Resolved(f"XXXX-{letter}{number}")
    if fields.year_which is not None:
        year = context.published.year + fields.year_which
    else:
        year = quarter_year(number, 12 // count, context.published) + (fields.which or 0)
    return Resolved(f"{year:04d}-{letter}{number}", "published")


def _year_before(fields: Fields, context: Context) -> Resolved | None:
    if fields.year is not None:
        return Resolved(f"{fields.year:04d}", "text")
    base, anchor = context.published, "published"
    if base is None:
        return Resolved("XXXX")
    day = shifted(base, "Y", fields.which or 0)
    return Resolved(f"{day.year:04d}", anchor) if day else None  # type: ignore[arg-type]
