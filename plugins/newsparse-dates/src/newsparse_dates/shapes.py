"""Words made of digits, as `7`, `07`, `1998`, `1990s`, `3rd`, `6pm`: one character stands for each shape.

Rules are patterns over such characters, one a word. Numbers of one or two digits have a character each, so
that a rule can ask for a day (1 to 31) or a minute; longer ones share a character by their shape.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["SHAPES", "SHAPE_CODES", "digit_code"]

_PLAIN = 0xE100
"""`0` to `99` without leading zero."""
_ZERO = 0xE180
"""`00` to `09`."""
(
    _THREE,
    _YEAR,
    _FOUR,
    _LONG,
    _EIGHT,
    _DECADE,
    _DECADE_2,
    _NTH_DAY,
    _NTH,
    _CLOCK,
    _MEASURE,
    _STAMP,
    _ZULU,
    _MINUTE,
    _FISCAL,
) = map(chr, range(0xE1A0, 0xE1AF))

_GLUED: tuple[tuple[str, re.Pattern[str]], ...] = (
    (_DECADE, re.compile(r"(?:1[0-9]|20)[0-9]0(?:['’]?s|ern?)")),
    (_DECADE_2, re.compile(r"[1-9]0(?:['’]?s|ern?)")),
    (_NTH_DAY, re.compile(r"(?:[12]?[0-9]|3[01])(?:st|nd|rd|th)")),
    (_NTH, re.compile(r"[0-9]{1,3}(?:st|nd|rd|th)")),
    (_CLOCK, re.compile(r"(?:1[0-2]|0?[1-9])(?:[0-5][0-9])?[ap]m")),
    (_STAMP, re.compile(r"[0-3][0-9]t[0-2][0-9](?:z|[0-5][0-9](?:[0-5][0-9])?z?)?")),
    (_MINUTE, re.compile(r"[0-5][0-9][ap]m")),
    (_ZULU, re.compile(r"[0-5][0-9]z")),
    (_MEASURE, re.compile(r"[0-9]{1,4}[a-zäöüß]{1,7}")),
)


def _range(first: int, last: int) -> str:
    return "".join(chr(_PLAIN + number) for number in range(first, last + 1))


def _zeros(first: int) -> str:
    return "".join(chr(_ZERO + number) for number in range(first, 10))


DIGITS = f"{_range(0, 99)}{_zeros(0)}{_THREE}{_YEAR}{_FOUR}{_LONG}{_EIGHT}"
"""All characters of plain numbers."""

SHAPES: Mapping[str, str] = {
    "clock_glued": _CLOCK,
    "day_digits": f"[{_range(1, 31)}{_zeros(1)}]",
    "decade_digits": _DECADE,
    "eight_digits": _EIGHT,
    "fiscal_digits": _FISCAL,
    "four_digits": f"[{_FOUR}{_YEAR}]",
    "hour_digits": f"[{_range(0, 24)}{_zeros(0)}]",
    "measure": _MEASURE,
    "minute_digits": f"[{_range(10, 59)}{_zeros(0)}]",
    "minute_glued": f"[{_MINUTE}{_CLOCK}]",
    "month_digits": f"[{_range(1, 12)}{_zeros(1)}]",
    "nth": f"[{_NTH_DAY}{_NTH}]",
    "nth_day": _NTH_DAY,
    "number_digits": f"[{DIGITS}]",
    "one_digit": f"[{_range(1, 9)}]",
    "short_decade": _DECADE_2,
    "short_digits": f"[{_range(0, 99)}{_THREE}]",
    "stamp": _STAMP,
    "three_digits": f"[{_THREE}]",
    "two_digits": f"[{_range(10, 99)}{_zeros(0)}]",
    "year_digits": _YEAR,
    "zulu": _ZULU,
}
"""Fragments for rules: name to pattern."""

SHAPE_CODES = frozenset(code for pattern in SHAPES.values() for code in pattern if code not in "[]")
"""All characters that stand for words made of digits."""


def digit_code(word: str) -> str:
    """Give the character that stands for a lower-case word of digits, "" for any other word."""
    if not "0" <= word[0] <= "9":
        return _FISCAL if word.startswith("fy") and word[2:].isdecimal() and len(word) in (4, 6) else ""
    if not (word.isdecimal() and word.isascii()):
        return next((code for code, shape in _GLUED if shape.fullmatch(word)), "")
    if len(word) <= 2:
        return chr((_ZERO if word[0] == "0" and len(word) == 2 else _PLAIN) + int(word))
    if len(word) == 4:
        return _YEAR if "1000" <= word <= "2199" else _FOUR
    if len(word) == 8 and word[:2] in ("19", "20"):
        return _EIGHT
    return _THREE if len(word) == 3 else _LONG
