"""Read the fields of a time expression out of the words of a rule's groups."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from newsparse_dates.fields import Fields
from newsparse_dates.numerals import read_number, read_year_words
from newsparse_dates.vocabulary import Vocabulary

__all__ = ["READERS", "read_fields"]

Reader = Callable[[Sequence[str], Vocabulary], Mapping[str, Any]]


def read_fields(
    groups: Mapping[str, Sequence[str]], constants: Mapping[str, Any], vocabulary: Vocabulary
) -> Fields | None:
    """Read the fields from the groups of a match (name to lower-case words); None where they contradict a number.

    A digit at the end of a group's name is left out, so that `hour2` is another place for the same field.
    """
    fields: dict[str, Any] = dict(constants)
    for name, words in groups.items():
        reader = READERS.get(name.rstrip("0123456789"))
        if reader is None:
            continue
        try:
            fields.update(reader(words, vocabulary))
        except (KeyError, ValueError):
            return None
    if fields.get("plus") and fields.get("number"):
        fields["number"] += fields["plus"]
    return Fields(**fields)


def _table(field: str, table: str, convert: Callable[[str], Any] = str) -> Reader:
    def read(words: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, Any]:
        return {field: convert(vocabulary.values[table][vocabulary.phrase(table, words)][0])}

    return read


def _integer(field: str) -> Reader:
    return lambda words, _: {field: int(words[0])}


def _month(words: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, Any]:
    return {"month": int(words[0]) if words[0].isdecimal() else int(vocabulary.values["month_name"][words[0]][0])}


def _leading_digits(word: str) -> int:
    digits = word[: next((at for at, char in enumerate(word) if not char.isdecimal()), len(word))]
    return int(digits)


def _nth(field: str) -> Reader:
    def read(words: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, Any]:
        if words[0][0].isdecimal():
            return {field: _leading_digits(words[0])}
        return {field: int(vocabulary.values["ordinal"][vocabulary.phrase("ordinal", words)][0])}

    return read


def _century(words: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, Any]:
    return {"century": _nth("century")(words, vocabulary)["century"] - 1}


def _year(words: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, Any]:
    digits = next((word for word in words if word.isdecimal()), "")
    if digits:
        return {"year": int(digits)} if len(digits) > 2 else {"short_year": int(digits)}
    year = read_year_words(words, vocabulary.values["cardinal"])
    if not year:
        raise ValueError(words)
    return {"year": year} if year >= 100 else {"short_year": year}


def _decade(words: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, Any]:
    if words[0][0].isdecimal():
        number = _leading_digits(words[0])
        if number % 10:
            raise ValueError(words)
    else:
        number = int(vocabulary.values["decade_name"][words[-1]][0])
        if len(words) > 1:
            number += 100 * int(vocabulary.values["cardinal"][words[0]][0])
    if number % 100 == 0 and 1000 <= number < 2000:
        return {"century": number // 100}  # the 1800s are a century, the 2000s in news a decade
    return {"decade": number // 10} if number >= 1000 else {"short_year": number, "decade": -1}


def _number(words: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, Any]:
    few = vocabulary.values["few"].get(vocabulary.phrase("few", words))
    if few:
        return {"vague": True} if few[0] == "X" else {"number": float(few[0])}
    number = read_number(words, vocabulary.values["cardinal"], vocabulary.decimal)
    if number is None:
        raise ValueError(words)
    return {"number": number}


def _clock(words: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, Any]:
    """Read `6pm`, `430pm`, `noon`."""
    word = words[0]
    if not word[0].isdecimal():
        hour, minute = vocabulary.values["clock_name"][word][0].split(":")
        return {"hour": int(hour), "minute": int(minute)}
    digits = word[:-2]
    hour, minute = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
    return {"hour": int(hour), "minute": int(minute), "ampm": word[-2:]}


def _hhmm(words: Sequence[str], _: Vocabulary) -> Mapping[str, Any]:
    hour, minute = int(words[0][:2]), int(words[0][2:4])
    if hour > 24 or minute > 59:
        raise ValueError(words)
    return {"hour": hour, "minute": minute}


def _measure(words: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, Any]:
    """Read `7hrs`."""
    number = _leading_digits(words[0])
    unit = vocabulary.values["unit"][words[0][len(str(number)) :]]
    return {"number": float(number), "unit": unit[0]}


def _eight_digits(words: Sequence[str], _: Vocabulary) -> Mapping[str, Any]:
    return {"year": int(words[0][:4]), "month": int(words[0][4:6]), "day": int(words[0][6:8])}


def _stamp(words: Sequence[str], _: Vocabulary) -> Mapping[str, Any]:
    """Read the day and hour of an ISO time, as `05t10`."""
    day, clock = words[0].split("t")
    digits = clock.rstrip("z")
    return {
        "day": int(day),
        "hour": int(digits[:2]),
        **({"minute": int(digits[2:4])} if len(digits) > 2 else {}),
        **({"zone": "Z"} if clock.endswith("z") else {}),
    }


def _quarter(words: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, Any]:
    code = vocabulary.values.get("quarter_code", {}).get(words[0])
    return {"quarter": int(code[0])} if code else _nth("quarter")(words, vocabulary)


def _fiscal_year(words: Sequence[str], _: Vocabulary) -> Mapping[str, Any]:
    """Read `FY2022`, `FY22`."""
    return {"year": int(words[0][2:])} if len(words[0]) == 6 else {"short_year": int(words[0][2:])}


def _half(words: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, Any]:
    code = vocabulary.values.get("half_code", {}).get(words[0])
    if code:
        return {"half": int(code[0])}
    return _nth("half")(words, vocabulary)


def _numeric(words: Sequence[str], _: Vocabulary) -> Mapping[str, Any]:
    """Read the numbers of `03/09/2024`, without deciding which is the day."""
    return {"numeric": tuple(int(word) for word in words if word.isdecimal())}


def _zulu(words: Sequence[str], _: Vocabulary) -> Mapping[str, Any]:
    return {"zone": "Z"}


def _times(words: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, Any]:
    """Read `twice`, `three times`."""
    name = vocabulary.values.get("times_name", {}).get(words[0])
    number = int(name[0]) if name else read_number(words[:-1], vocabulary.values["cardinal"])
    return {"freq": f"{int(number or 1)}X"}


def _minute_glued(words: Sequence[str], _: Vocabulary) -> Mapping[str, Any]:
    """Read the end of `6:30pm`."""
    return {"minute": int(words[0][:2]), "ampm": words[0][2:]}


def _weekday_part(words: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, Any]:
    """Read a weekday and a part of the day in one word, as German `Montagabend`."""
    weekday, part = vocabulary.values["weekday_part"][words[0]]
    return {"weekday": int(weekday), "part": part}


def _period(words: Sequence[str], vocabulary: Vocabulary) -> Mapping[str, Any]:
    """Read a number and its unit in one word, as German `zweijährig`."""
    number, unit = vocabulary.values["period_adjective"][words[0]]
    return {"number": float(number), "unit": unit}


def _number_as(field: str, sign: int = 1) -> Reader:
    return lambda words, vocabulary: {field: sign * int(_number(words, vocabulary)["number"])}


def _share(number: float) -> Reader:
    return lambda words, _: {"number": number}


READERS: Mapping[str, Reader] = {
    "ampm": _table("ampm", "ampm"),
    "century": _century,
    "clock": _clock,
    "compact": _eight_digits,
    "day": _nth("day"),
    "day_after": lambda words, _: {"day_offset": 1},
    "day_word": _table("day_offset", "day_word", int),
    "decade": _decade,
    "era": lambda words, _: {"era": "BC"},
    "every": _table("quant", "every"),
    "hhmm": _hhmm,
    "holiday": _table("holiday", "holiday"),
    "exact_year": _integer("year"),
    "fiscal": lambda words, _: {"fiscal": True},
    "fiscal_year": _fiscal_year,
    "half": _half,
    "half_last": lambda words, _: {"half": 2},
    "halves": _share(0.5),
    "hour": _integer("hour"),
    "hour_word": _number_as("hour"),
    "measure": _measure,
    "minute": _integer("minute"),
    "minute_glued": _minute_glued,
    "month": _month,
    "number": _number,
    "numeric": _numeric,
    "part": _table("part", "part_name"),
    "period": _table("value", "period_word"),
    "period_adjective": _period,
    "quarter": _quarter,
    "quarters": _share(0.25),
    "reference": _table("value", "reference"),
    "season": _table("season", "season_name"),
    "second": _integer("second"),
    "set": _table("value", "set_word"),
    "stamp": _stamp,
    "times": _times,
    "unit": _table("unit", "unit"),
    "unit_adjective": _table("unit", "unit_adjective"),
    "weekday_part": _weekday_part,
    "week_which": _table("week_which", "which", int),
    "weekday": _table("weekday", "weekday_name", int),
    "weekdays": _table("weekday", "weekday_plural", int),
    "which": _table("which", "which", int),
    "year": _year,
    "year_which": _table("year_which", "which", int),
    "zone": _table("zone", "zone"),
    "zulu": _zulu,
}
"""Group name to how its words are read."""
