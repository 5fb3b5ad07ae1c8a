"""Positions in the calendar: years, months, days, weekdays, seasons, holidays, and times of day on them."""

from __future__ import annotations

import datetime as dt

import attrs

from newsparse_dates.days import SEASON_MONTH, day_of, shifted, unit_value
from newsparse_dates.fields import Fields
from newsparse_dates.holiday_days import holiday_day
from newsparse_dates.resolve.clock import with_time
from newsparse_dates.resolve.context import Anchor, Context, Resolved
from newsparse_dates.resolve.policy import century_of, choose_weekday, choose_year, month_year

__all__ = ["resolve_calendar"]


def resolve_calendar(fields: Fields, context: Context) -> Resolved | None:
    """Resolve a position in the calendar, with what is missing taken from the context."""
    fields = _with_year(fields, context)
    found = _position(fields, context)
    if found is None:
        return None
    if fields.unit:
        found = _unit_around(found, fields.unit)
    if fields.hour is None and fields.part is None and fields.unit != "H":
        return found
    return with_time(found, fields)


def _with_year(fields: Fields, context: Context) -> Fields:
    """Fill in a year of two digits, or one named by `last year`."""
    if fields.short_year is not None and fields.decade is None:
        return attrs.evolve(fields, year=century_of(fields.short_year, context))
    if fields.base == "year" and context.last:
        return attrs.evolve(fields, year=context.last.day.year)
    if fields.year_which is not None and context.published:
        return attrs.evolve(fields, year=context.published.year + fields.year_which)
    return fields


def _unit_around(found: Resolved, unit: str) -> Resolved:
    """Give the week around a day (`the week of March 4`), the year around its end."""
    if unit == "H" or len(found.value) < 7 or found.value.startswith("X"):
        return found
    day = dt.date.fromisoformat((found.value + "-01")[:10])
    return attrs.evolve(found, value=unit_value(day, unit))


def _position(fields: Fields, context: Context) -> Resolved | None:
    """Resolve by the finest thing that is named; the order of the table decides."""
    for name, resolver in POSITIONS:
        if getattr(fields, name) is not None:
            return resolver(fields, context)
    return _near_day(fields, context)


def _year_anchor(fields: Fields) -> Anchor:
    if fields.base == "year":  # `June of that year`
        return "mention"
    return "published" if fields.year_which is not None else "text"


def _era(fields: Fields, _: Context) -> Resolved:
    if fields.century is not None:
        return Resolved(f"BC{fields.century:02d}", "text")
    return Resolved(f"BC{fields.year:04d}" if fields.era == "BC" else f"{fields.year:04d}", "text")


def _decade(fields: Fields, context: Context) -> Resolved:
    if fields.short_year is None:
        return Resolved(f"{fields.decade:03d}", "text")
    return Resolved(f"{century_of(fields.short_year, context) // 10:03d}", "text")


def _century(fields: Fields, _: Context) -> Resolved:
    return Resolved(f"{fields.century:02d}", "text")


def _near_day(fields: Fields, context: Context) -> Resolved | None:
    """Resolve `today`, `yesterday`, `that night`; a bare time of day belongs to the day spoken of."""
    if (fields.base == "mention" or (fields.base == "near" and context.near)) and context.last_day:
        base, anchor = context.last_day.day, "mention"
    else:
        base, anchor = context.published, "published"  # type: ignore[assignment]
    if not base:
        return Resolved("XXXX-XX-XX")
    day = shifted(base, "D", fields.day_offset or 0)
    return Resolved(day.isoformat(), anchor) if day else None  # type: ignore[arg-type]


def _day(fields: Fields, context: Context) -> Resolved | None:
    if fields.month is not None:
        return _month_day(fields, context)
    if fields.weekday is not None:
        return _weekday_and_day(fields, context)
    base, anchor = context.base(fields.base)
    if not base:
        return Resolved(f"XXXX-XX-{fields.day:02d}")
    day = day_of(base.year, base.month, fields.day or 0)
    return Resolved(day.isoformat(), anchor) if day else None


def _month_day(fields: Fields, context: Context) -> Resolved | None:
    month, day = fields.month or 0, fields.day or 0
    if fields.year is not None:
        found = day_of(fields.year, month, day)
        return Resolved(found.isoformat(), _year_anchor(fields)) if found else None
    if not day_of(2000, month, day):
        return None
    found, anchor = choose_year(month, day, fields, context)
    return Resolved(found.isoformat(), anchor) if found else Resolved(f"XXXX-{month:02d}-{day:02d}")


def _weekday_and_day(fields: Fields, context: Context) -> Resolved | None:
    """Resolve `Friday the 9th`: the nearest such day."""
    base = context.published
    if not base:
        return Resolved(f"XXXX-XX-{fields.day:02d}")
    first = base.replace(day=1)
    months = [found for step in range(-6, 7) if (found := shifted(first, "M", step))]
    days = [day for month in months if (day := day_of(month.year, month.month, fields.day or 0))]
    fitting = [day for day in days if day.isoweekday() == fields.weekday]
    best = min(fitting, key=lambda day: abs(day - base), default=None)
    return Resolved(best.isoformat(), "published") if best else None


def _month(fields: Fields, context: Context) -> Resolved | None:
    month = fields.month or 0
    if not 1 <= month <= 12:
        return None
    if fields.year is not None:
        return Resolved(f"{fields.year:04d}-{month:02d}", _year_anchor(fields))
    year, anchor = month_year(month, fields, context)
    return Resolved(f"{year:04d}-{month:02d}", anchor) if year else Resolved(f"XXXX-{month:02d}")


def _season(fields: Fields, context: Context) -> Resolved | None:
    if fields.year is not None:
        return Resolved(f"{fields.year:04d}-{fields.season}", _year_anchor(fields))
    if context.narrative and context.last and fields.which is None:
        return Resolved(f"{context.last.day.year:04d}-{fields.season}", "mention")
    base = context.published
    if not base:
        return Resolved(f"XXXX-{fields.season}")
    if fields.base == "past":  # `this past spring`: the last one that has begun
        begun = SEASON_MONTH[fields.season or "WI"] <= base.month
        return Resolved(f"{base.year - (not begun):04d}-{fields.season}", "published")
    running = base.year - (fields.season == "WI" and base.month <= 2)
    return Resolved(f"{running + (fields.which or 0):04d}-{fields.season}", "published")


def _year(fields: Fields, _: Context) -> Resolved:
    return Resolved(f"{fields.year:04d}", _year_anchor(fields))


def _weekday(fields: Fields, context: Context) -> Resolved | None:
    weekday = fields.weekday or 1
    if fields.week_which is not None and context.published:
        year, week, _ = context.published.isocalendar()
        day = shifted(dt.date.fromisocalendar(year, week, weekday), "W", fields.week_which)
        anchor: Anchor = "published"
    else:
        day, anchor = choose_weekday(weekday, fields, context)
    return Resolved(day.isoformat(), anchor) if day else Resolved(f"XXXX-WXX-{weekday}")


def _holiday(fields: Fields, context: Context) -> Resolved | None:
    rule = fields.holiday or ""
    if fields.year is not None:
        day = holiday_day(rule, fields.year)
        return Resolved(day.isoformat(), "text") if day else None
    base = context.published
    if not base:
        return Resolved("XXXX-XX-XX")
    days = [day for step in (-1, 0, 1) if (day := holiday_day(rule, base.year + step))]
    if fields.which == -1:
        days = [day for day in days if day < base][-1:]
    elif fields.which == 1:
        days = [day for day in days if day > base][:1]
    best = min(days, key=lambda day: abs(day - base), default=None)
    best = shifted(best, "D", fields.day_offset or 0) if best else None
    return Resolved(best.isoformat(), "published") if best else Resolved("XXXX-XX-XX")


POSITIONS = (
    ("era", _era),
    ("decade", _decade),
    ("century", _century),
    ("holiday", _holiday),
    ("day", _day),
    ("month", _month),
    ("season", _season),
    ("year", _year),
    ("day_offset", _near_day),
    ("weekday", _weekday),
)
"""Field to the function that resolves an expression with it, the finest and most telling first."""
