"""Positions in the calendar: years, months, days, weekdays, seasons, quarters, and clock times on them."""

from __future__ import annotations

import datetime as dt

import attrs

from newsparse_dates.calendar import day_of, shifted, week_value
from newsparse_dates.fields import Fields
from newsparse_dates.holidays_ import holiday_day
from newsparse_dates.resolve.clock import with_time
from newsparse_dates.resolve.context import Context, Resolved
from newsparse_dates.resolve.policy import century_of, choose_weekday, choose_year, month_year, quarter_year

__all__ = ["resolve_calendar"]


def resolve_calendar(fields: Fields, context: Context) -> Resolved | None:
    """Resolve a position in the calendar, with what is missing taken from the context."""
    fields = _with_year(fields, context)
    found = _position(fields, context)
    if found is None or (fields.hour is None and fields.part is None):
        return found
    return with_time(found, fields)


def _with_year(fields: Fields, context: Context) -> Fields:
    """Fill in a year of two digits, or one named by `last year`."""
    if fields.short_year is not None and fields.decade is None:
        return attrs.evolve(fields, year=century_of(fields.short_year, context))
    if fields.year_which is not None and context.published:
        return attrs.evolve(fields, year=context.published.year + fields.year_which)
    return fields


def _position(fields: Fields, context: Context) -> Resolved | None:  # noqa: C901, PLR0911 the table of positions
    if fields.era == "BC":
        return Resolved(f"BC{fields.year:04d}", "text")
    if fields.decade is not None:
        return _decade(fields, context)
    if fields.century is not None:
        return Resolved(f"{fields.century:02d}", "text")
    if fields.holiday:
        return _holiday(fields, context)
    if fields.day is not None and fields.month is not None:
        return _month_day(fields, context)
    if fields.month is not None:
        return _month(fields, context)
    if fields.quarter is not None or fields.half is not None:
        return _quarter(fields, context)
    if fields.season:
        return _season(fields, context)
    if fields.year is not None:
        return Resolved(f"{fields.year:04d}", "published" if fields.year_which is not None else "text")
    if fields.day_offset is not None:
        return _near_day(context, fields.day_offset)
    if fields.weekday is not None:
        return _weekday(fields, context)
    if fields.day is not None:
        return _bare_day(fields, context)
    return _near_day(context, fields.which or 0)


def _year_anchor(fields: Fields) -> str:
    return "published" if fields.year_which is not None else "text"


def _decade(fields: Fields, context: Context) -> Resolved:
    if fields.short_year is None:
        return Resolved(f"{fields.decade:03d}", "text")
    return Resolved(f"{century_of(fields.short_year, context) // 10:03d}", "text")


def _near_day(context: Context, offset: int) -> Resolved | None:
    if not context.published:
        return Resolved("XXXX-XX-XX")
    day = shifted(context.published, "D", offset)
    return Resolved(day.isoformat(), "published") if day else None


def _month_day(fields: Fields, context: Context) -> Resolved | None:
    month, day = fields.month or 0, fields.day or 0
    if fields.year is not None:
        found = day_of(fields.year, month, day)
        return Resolved(found.isoformat(), _year_anchor(fields)) if found else None  # type: ignore[arg-type]
    if not day_of(2000, month, day):
        return None
    if not context.published:
        return Resolved(f"XXXX-{month:02d}-{day:02d}")
    found = choose_year(month, day, fields, context)
    return Resolved(found.isoformat(), "published") if found else None


def _month(fields: Fields, context: Context) -> Resolved | None:
    month = fields.month or 0
    if not 1 <= month <= 12:
        return None
    if fields.year is not None:
        return Resolved(f"{fields.year:04d}-{month:02d}", _year_anchor(fields))  # type: ignore[arg-type]
    if not context.published:
        return Resolved(f"XXXX-{month:02d}")
    return Resolved(f"{month_year(month, fields, context):04d}-{month:02d}", "published")


def _quarter(fields: Fields, context: Context) -> Resolved | None:
    number, letter, count = (fields.quarter, "Q", 4) if fields.quarter else (fields.half, "H", 2)
    if not number or not 1 <= number <= count:
        return None
    if fields.year is not None:
        return Resolved(f"{fields.year:04d}-{letter}{number}", _year_anchor(fields))  # type: ignore[arg-type]
    if not context.published:
        return Resolved(f"XXXX-{letter}{number}")
    return Resolved(f"{quarter_year(number, 12 // count, context):04d}-{letter}{number}", "published")


def _season(fields: Fields, context: Context) -> Resolved | None:
    if fields.year is not None:
        return Resolved(f"{fields.year:04d}-{fields.season}", _year_anchor(fields))  # type: ignore[arg-type]
    if not context.published:
        return Resolved(f"XXXX-{fields.season}")
    return Resolved(f"{context.published.year + (fields.which or 0):04d}-{fields.season}", "published")


def _weekday(fields: Fields, context: Context) -> Resolved | None:
    weekday = fields.weekday or 1
    if not context.published:
        return Resolved(f"XXXX-WXX-{weekday}")
    day = choose_weekday(weekday, fields, context)
    return Resolved(day.isoformat(), "published") if day else None


def _bare_day(fields: Fields, context: Context) -> Resolved | None:
    if not context.published:
        return Resolved(f"XXXX-XX-{fields.day:02d}")
    day = day_of(context.published.year, context.published.month, fields.day or 0)
    return Resolved(day.isoformat(), "published") if day else None


def _holiday(fields: Fields, context: Context) -> Resolved | None:
    if fields.year is not None:
        day = holiday_day(fields.holiday or "", fields.year)
        return Resolved(day.isoformat(), "text") if day else None
    if not context.published:
        return Resolved("XXXX-XX-XX")
    year = context.published.year
    days = [day for day in (holiday_day(fields.holiday or "", one) for one in (year - 1, year, year + 1)) if day]
    if fields.which == -1:
        days = [day for day in days if day < context.published][-1:]
    elif fields.which == 1:
        days = [day for day in days if day > context.published][:1]
    published: dt.date = context.published
    best = min(days, key=lambda day: abs(day - published), default=None)
    return Resolved(best.isoformat(), "published") if best else None


_ = week_value
