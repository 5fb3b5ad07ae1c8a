"""One reading of an article: its expressions resolved from the first to the last, each knowing those before it."""

from __future__ import annotations

import datetime as dt
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import partial

from newsparse import DateMention, Span, Words
from newsparse_dates.article_kind import find_day_order, is_earnings, is_narrative
from newsparse_dates.daterules import DateType
from newsparse_dates.days import interval
from newsparse_dates.grammar import Grammar
from newsparse_dates.resolve import Antecedent, Context, Resolved, resolve
from newsparse_dates.scan import Recognised
from newsparse_dates.tense import Tense, clause_tense

__all__ = ["Reading"]


NEAR = 300
"""Characters between a day and a clock time that belongs to it."""


REPORTED = ("quarter", "quarter_hyphen", "quarter_code")
"""Rules for the quarter that a report is about; it is the first one named."""


class Reading:
    """Resolves the recognised expressions of one article in their order."""

    def __init__(
        self,
        words: Words,
        grammar: Grammar,
        published: dt.date | None,
        found: Sequence[Recognised],
        *,
        narrative: bool | None,
        day_first: bool | None,
        southern: bool,
        datelines: Sequence[Span] = (),
    ) -> None:
        self._words = words
        self._grammar = grammar
        self._found = found
        self._published = published
        self._earnings = is_earnings(words, found, grammar)
        self._narrative = is_narrative(found, published) if narrative is None else narrative
        self._day_first = find_day_order(found) if day_first is None else day_first
        self._southern = southern
        self._datelines = datelines
        self._last: Antecedent | None = None
        self._last_day: Antecedent | None = None
        self._last_quarter: Antecedent | None = None
        self._long_period: int | None = None

    def mentions(self) -> Iterator[DateMention]:
        """Give the date mentions in text order."""
        for one in self._found:
            resolved = resolve(one.rule.means, one.fields, self._context(one))
            if resolved:
                self._note_period(one)
                mention = self._mention(one, resolved)
                self._remember(mention, one)
                yield mention

    def _tense(self, one: Recognised) -> Tense | None:
        at = bisect_right(self._datelines, one.start, key=lambda line: line.start) - 1
        if at >= 0 and one.start < self._datelines[at].end:
            return None  # in `OSLO, Aug 14 - The harbour will reopen.` the day is not the one that will come
        return clause_tense(self._words, *one.whole, self._grammar)

    def _context(self, one: Recognised) -> Context:
        last_day = self._last_day
        return Context(
            published=self._published,
            tense=partial(self._tense, one),
            last=self._last,
            last_day=last_day,
            last_quarter=self._last_quarter,
            earnings=self._earnings,
            long_period=self._long_period is not None and one.start - self._long_period < NEAR,
            near=last_day is not None and one.start - last_day.span.end < NEAR,
            narrative=self._narrative,
            day_first=self._day_first,
        )

    def _mention(self, one: Recognised, resolved: Resolved) -> DateMention:
        days = interval(resolved.value, southern=self._southern) if resolved.anchor else None
        antecedent = self._antecedent(one) if resolved.anchor == "mention" else None
        return DateMention(
            span=Span(one.start, one.end),
            type=_type(one.rule.type, resolved.value),
            value=resolved.value,
            mod=one.fields.mod,
            quant=one.fields.quant,
            freq=one.fields.freq,
            earliest=days[0] if days else None,
            latest=days[1] if days else None,
            anchor=resolved.anchor,
            anchor_span=antecedent.span if antecedent else None,
            found_by=f"{one.rule.name}:{resolved.note}" if resolved.note else one.rule.name,
        )

    def _antecedent(self, one: Recognised) -> Antecedent | None:
        """Give the mention that an expression was resolved against."""
        if one.rule.means == "fiscal":
            return self._last_quarter
        if one.rule.means == "calendar" and one.fields.base in ("near", "mention") and one.fields.day is None:
            return self._last_day
        return self._last

    def _note_period(self, one: Recognised) -> None:
        """Keep where a business report spoke of half a year or more, until it names a quarter again."""
        if one.fields.quarter is not None:
            self._long_period = None
        elif one.rule.type == "DURATION" and one.fields.unit == "M" and (one.fields.number or 0) >= 6:
            self._long_period = one.end

    def _remember(self, mention: DateMention, one: Recognised) -> None:
        """Keep a mention of a calendar date for the expressions that will refer to it."""
        if not mention.earliest or mention.type not in ("DATE", "TIME") or len(mention.value) < 4:
            return
        if self._narrative and mention.anchor == "published":
            return
        self._last = Antecedent(mention.earliest, mention.value, mention.span)
        if mention.earliest == mention.latest:
            self._last_day = self._last
        if not self._last_quarter and one.rule.name in REPORTED and one.fields.year is None and not one.fields.fiscal:
            self._last_quarter = self._last


def _type(of_rule: DateType, value: str) -> DateType:
    """Give the TIMEX3 type: that of the rule, unless the value of a date has a time or is a length."""
    if of_rule != "DATE" or "_" in value:
        return of_rule
    return "DURATION" if value.startswith("P") else "TIME" if "T" in value[4:11] else of_rule
