"""Times of day on a day: `2024-08-15T18:00`, `2024-08-15TNI`."""

from __future__ import annotations

import attrs

from newsparse_dates.fields import Fields
from newsparse_dates.resolve.context import Resolved

__all__ = ["with_time"]


def with_time(found: Resolved, fields: Fields) -> Resolved | None:
    """Add the clock time or the part of the day to a day; None when the clock has no such time."""
    hour = fields.hour
    if hour is None and fields.unit == "H" and fields.number is not None:
        hour = int(fields.number)
    if hour is None:
        return attrs.evolve(found, value=f"{found.value}T{fields.part}")
    minute = fields.minute or 0
    if fields.ampm:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if fields.ampm == "pm" else 0)
    elif fields.part in ("AF", "EV", "NI") and hour < 12 and not (fields.part == "NI" and hour < 5):
        hour += 12
    if hour > 24 or minute > 59:
        return None
    zone = fields.zone or ""
    clock = f"T{hour:02d}:{minute:02d}" + (f":{fields.second:02d}" if fields.second is not None else "")
    return attrs.evolve(found, value=f"{found.value}{clock}{zone if zone == 'Z' else ''}")
