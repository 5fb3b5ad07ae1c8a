"""Find where rules hold: runs of words of time, and in each run the longest match from left to right."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

import attrs

from newsparse import Words
from newsparse_dates.checks import CHECKS
from newsparse_dates.daterules import DateRule
from newsparse_dates.fields import Fields
from newsparse_dates.grammar import Grammar
from newsparse_dates.place import Place, in_address
from newsparse_dates.readers import read_fields

__all__ = ["Recognised", "scan"]


@attrs.frozen(kw_only=True)
class Recognised:
    """A time expression as its words stand: which rule found it, where, and what the words say."""

    rule: DateRule
    """The rule that holds."""
    first: int
    """Index of its first word."""
    last: int
    """Index of the word after its last one."""
    fields: Fields
    """What its words say."""
    start: int
    """First character."""
    end: int
    """Character after the last one."""
    whole: tuple[int, int]
    """Words of the construction it is part of, as `3 to 5 May`."""


def scan(text: str, words: Words, grammar: Grammar) -> Iterator[Recognised]:
    """Give the time expressions of a text, recognised and not yet resolved, from left to right."""
    codes = grammar.vocabulary.encode(words.forms)
    core, before = grammar.core.at, grammar.before.at
    for run in grammar.run.finditer(codes):
        at, end = run.span()
        while opening := grammar.opener.search(codes, at, end):
            at = opening.start()
            pair = codes[at : at + 2]
            if not core(pair) and not before(pair):
                at += 1
                continue
            found = _longest(Place(text, words, codes, grammar, end), grammar, at)
            if found:
                if not in_address(text, found[0].start, found[-1].end):
                    yield from found
                at = max(one.last for one in found)
            else:
                at += 1


def _longest(place: Place, grammar: Grammar, at: int) -> list[Recognised]:
    """Give what the best rule finds at word `at`, with the modifiers around it; nothing if no rule holds."""
    best = _with_after(place, grammar, _core(place, grammar, at))
    for modifier in grammar.before.at(place.codes[at : at + 2]):
        match = modifier.regex.match(place.codes, at)
        if not match:
            continue
        core = _core(place, grammar, match.end())
        if not core or not _takes(modifier, core[0]) or not place.joined(at, core[0].last):
            continue
        core = _with_after(place, grammar, core)
        if not best or core[-1].last > best[-1].last:
            best = [_modified(place, modifier, core[0], at, core[0].last), *core[1:]]
    return best


def _with_after(place: Place, grammar: Grammar, found: list[Recognised]) -> list[Recognised]:
    """Add the modifier that follows, as `or so`."""
    if not found or found[-1].last >= place.end:
        return found
    last = found[-1].last
    for modifier in grammar.after.at(place.codes[last : last + 2]):
        match = modifier.regex.match(place.codes, last)
        if match and _takes(modifier, found[-1]) and place.joined(last - 1, match.end()):
            return [*found[:-1], _modified(place, modifier, found[-1], found[-1].first, match.end())]
    return found


def _takes(modifier: DateRule, one: Recognised) -> bool:
    return one.rule.means in modifier.takes or one.rule.name in modifier.takes


def _modified(place: Place, modifier: DateRule, core: Recognised, first: int, last: int) -> Recognised:
    fields = attrs.evolve(core.fields, **{key: modifier.constants[key] for key in modifier.constants})
    return attrs.evolve(
        core, first=first, last=last, fields=fields, start=place.words.starts[first], end=place.words.ends[last - 1]
    )


def _core(place: Place, grammar: Grammar, at: int) -> list[Recognised]:
    """Give what the rule with the longest match at word `at` finds; with equal length the first in order."""
    if at >= place.end:
        return []
    matches = []
    for rule in grammar.core.at(place.codes[at : at + 2]):
        match = rule.regex.match(place.codes, at)
        if match:
            matches.append((-match.end(), rule.order, rule, match))
    for _, _, rule, match in sorted(matches, key=lambda one: one[:2]):
        first, last = match.span()
        if (
            last > place.end
            or not place.joined(first, last)
            or not all(CHECKS[name](place, first, last) for name in rule.checks)
        ):
            continue
        groups = {name: match.span(name) for name in rule.regex.groupindex if match.start(name) >= 0}
        found = _read(place, grammar, rule, first, last, groups)
        if found:
            return found
    return []


def _read(
    place: Place, grammar: Grammar, rule: DateRule, first: int, last: int, groups: Mapping[str, tuple[int, int]]
) -> list[Recognised]:
    """Read the fields of a match; a rule with groups `a`, `b` … finds one expression in each of them.

    What stands outside of them goes for all: the month in `3 to 5 May`.
    """
    parts = {name: span for name, span in groups.items() if len(name) == 1}
    if not parts:
        fields = read_fields(_words(place, groups), rule.constants, grammar.vocabulary)
        return [_recognised(place, rule, first, last, fields)] if fields else []
    found: list[Recognised] = []
    common = {name: span for name, span in groups.items() if len(name) > 1 and name[-2] != "_"}
    for part, (start, end) in parts.items():
        own = {name[:-2]: span for name, span in groups.items() if name.endswith(f"_{part}")}
        constants = {**rule.constants, **(rule.constants_of_b if part == "b" else {})}
        fields = read_fields(_words(place, {**common, **own}), constants, grammar.vocabulary)
        if fields is None:
            return []
        if found and fields.short_year is not None and found[0].fields.year is not None:
            fields = attrs.evolve(fields, year=found[0].fields.year // 100 * 100 + fields.short_year, short_year=None)
        one = _recognised(place, rule, start, end, fields)
        found.append(attrs.evolve(one, whole=(first, last)))
    return found


def _words(place: Place, groups: Mapping[str, tuple[int, int]]) -> Mapping[str, Sequence[str]]:
    return {name: place.lowers(start, end) for name, (start, end) in groups.items()}


def _recognised(place: Place, rule: DateRule, first: int, last: int, fields: Fields) -> Recognised:
    starts, ends = place.words.starts, place.words.ends
    return Recognised(
        rule=rule,
        first=first,
        last=last,
        fields=fields,
        start=starts[first],
        end=ends[last - 1],
        whole=(first, last),
    )
