"""Periods of business reports: `the quarter`, `a year earlier`, `the year-ago period`."""

from __future__ import annotations

from newsparse_dates.calendar import quarter_value, shifted
from newsparse_dates.fields import Fields
from newsparse_dates.resolve.context import Context, Resolved

__all__ = ["resolve_fiscal"]


def resolve_fiscal(fields: Fields, context: Context) -> Resolved | None:
    """Resolve a period that a report compares with: the last completed quarter, or the same a year before."""
    base = context.published
    if base is None:
        return Resolved("XXXX-QX")
    years = fields.which or 0
    if fields.unit == "Y" and not context.earnings:
        day = shifted(base, "Y", years)
        return Resolved(f"{day.year:04d}", "published") if day else None
    day = shifted(base, "Q", -1 + 4 * years)
    return Resolved(quarter_value(day), "published") if day else None
