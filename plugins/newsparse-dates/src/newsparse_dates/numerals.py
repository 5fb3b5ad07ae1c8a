"""Numbers as texts write them: `twenty-four`, `5 1/2`, `2.5`, `1,200`, `nineteen ninety-six`, `a few`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

__all__ = ["read_number", "read_year_words"]


def read_number(words: Sequence[str], cardinals: Mapping[str, tuple[str, ...]], decimal: str = ".") -> float | None:
    """Read a number from lower-case words; None when they name none.

    Digits may have decimals (`2`, `.`, `5`), thousands (`1`, `,`, `200`) and a fraction (`5`, `1`, `/`, `2`);
    `decimal` is the mark of the decimals, the other one that of the thousands.
    """
    if not words:
        return None
    if words[0][0].isdecimal():
        return _read_digits(words, decimal)
    total = part = 0
    seen = False
    for word in words:
        if word not in cardinals:
            continue
        seen = True
        value = int(cardinals[word][0])
        if value >= 1000:
            total, part = (total + (part or 1)) * value if total == 0 else total + (part or 1) * value, 0
        elif value == 100:
            part = (part or 1) * 100
        else:
            part += value
    return float(total + part) if seen else None


def _read_digits(words: Sequence[str], decimal: str) -> float | None:
    thousands = "." if decimal == "," else ","
    if "/" in words:
        at = words.index("/")
        if not (words[at - 1].isdecimal() and at + 1 < len(words) and words[at + 1].isdecimal() and int(words[at + 1])):
            return None
        whole = "".join(words[: at - 1]).replace("-", "")
        return (int(whole) if whole.isdecimal() else 0) + int(words[at - 1]) / int(words[at + 1])
    try:
        return float("".join(words).replace(thousands, "").replace(decimal, "."))
    except ValueError:
        return None


def read_year_words(words: Sequence[str], cardinals: Mapping[str, tuple[str, ...]]) -> int | None:
    """Read a year spoken in two halves, as `nineteen ninety-six`, or in full, as `two thousand`."""
    values = [int(cardinals[word][0]) for word in words if word in cardinals]
    if len(values) >= 2 and 10 <= values[0] <= 21 and all(value < 100 for value in values):
        return values[0] * 100 + sum(values[1:])
    number = read_number(words, cardinals)
    return int(number) if number else None
