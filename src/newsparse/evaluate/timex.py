"""TIMEX3 values that mean the same, written the same way."""

from __future__ import annotations

import datetime as dt
import re

__all__ = ["soften"]

PERIOD = re.compile(r"P(?P<time>T?)(?P<amount>\d+(?:\.\d+)?)(?P<unit>DE|CE|[YMWDHSQE])")
WEEK_DAY = re.compile(r"(?P<year>\d{4})-W(?P<week>\d\d)-(?P<day>[1-7])")
ONE_DIGIT_WEEK = re.compile(r"(?<=-W)(\d)(?=\D|$)")
CLOCK = re.compile(r"(?P<day>\d{4}-\d\d-\d\d)T(?P<hour>\d\d)(?::(?P<minute>\d\d))?(?::00)?(?:Z|[+-]\d\d(?::?\d\d)?)?")
FAMILIES = {"W": (7, "D"), "Q": (3, "M"), "DE": (10, "Y"), "CE": (100, "Y")}
"""Units of a period to how many of which unit they are."""


def soften(value: str) -> str:
    """Give one spelling to values that mean the same, as `P1W` and `P7D`, `2013-W12-5` and its date."""
    value = value.strip()
    if match := PERIOD.fullmatch(value):
        return _period(float(match["amount"]), match["time"] + match["unit"])
    value = ONE_DIGIT_WEEK.sub(r"0\1", value)
    if match := WEEK_DAY.fullmatch(value):
        try:
            return dt.date.fromisocalendar(int(match["year"]), int(match["week"]), int(match["day"])).isoformat()
        except ValueError:  # no such week
            return value
    if match := CLOCK.fullmatch(value):
        return _clock(match["day"], int(match["hour"]), match["minute"] or "00") or value
    return value


def _period(amount: float, unit: str) -> str:
    """Count whole hours as days where they fill them, weeks as days, quarters as months, whole years of months."""
    if unit == "TM" and amount and amount % 60 == 0:
        amount, unit = amount / 60, "TH"
    if unit == "TH" and amount and amount % 24 == 0:
        amount, unit = amount / 24, "D"
    if unit in FAMILIES:
        size, unit = FAMILIES[unit]
        amount *= size
    if unit == "M" and amount % 12 == 0:
        amount, unit = amount / 12, "Y"
    return f"P{amount:g}{unit}"


def _clock(day: str, hour: int, minute: str) -> str | None:
    if hour == 24:
        try:
            day, hour = (dt.date.fromisoformat(day) + dt.timedelta(1)).isoformat(), 0
        except (ValueError, OverflowError):
            return None
    return f"{day}T{hour:02d}:{minute}"
