"""One reading of an article: its expressions resolved from the first to the last, each knowing those before it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from functools import partial

import attrs

from newsparse import DateMention, Span, Words

from newsparse_dates.article_kind import find_day_order, is_earnings, is_narrative
from newsparse_dates.days import interval
from newsparse_dates.grammar import Grammar
from newsparse_dates.resolve import Antecedent, Context, Resolved, resolve
from newsparse_dates.scan import Recognised
from newsparse_dates.tense import clause_tense

__all__ = ["Reading"]


NEAR = 250
"""Characters between a day and a clock time that belongs to it."""


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
    ) -> None:
        self._words = words
        self._grammar = grammar
        self._found = found
        self._context = Context(
            published=published,
            tense=lambda: None,
            earnings=is_earnings(words, found, grammar),
            narrative=is_narrative(found, published) if narrative is None else narrative,
            day_first=find_day_order(found) if day_first is None else day_first,
        )

    def mentions(self) -> Iterator[DateMention]:
        """Give the date mentions in text order."""
        for one in self._found:
            tense = partial(clause_tense, self._words, *one.whole, self._grammar)
            resolved = resolve(
                one.rule.means, one.fields, attrs.evolve(self._context, tense=tense, near=self._near(one))
            )
            if resolved:
                mention = self._mention(one, resolved)
                self._remember(mention, one)
                yield mention

    def _near(self, one: Recognised) -> bool:
        last = self._context.last_day
        return last is not None and one.start - last.span.end < NEAR

    def _mention(self, one: Recognised, resolved: Resolved) -> DateMention:
        days = interval(resolved.value, southern=self._context.southern) if resolved.anchor else None
        last = self._context.last
        return DateMention(
            span=Span(one.start, one.end),
            type="TIME"
            if one.rule.type == "DATE" and "T" in resolved.value[4:11] and "_" not in resolved.value
            else one.rule.type,  # type: ignore[arg-type]
            value=resolved.value,
            mod=one.fields.mod,
            quant=one.fields.quant,
            freq=one.fields.freq,
            earliest=days[0] if days else None,
            latest=days[1] if days else None,
            anchor=resolved.anchor,
            anchor_span=last.span if last and resolved.anchor == "mention" else None,
            found_by=f"{one.rule.name}:{resolved.note}" if resolved.note else one.rule.name,
        )

    def _remember(self, mention: DateMention, one: Recognised) -> None:
        """Keep a mention of a calendar date for the expressions that will refer to it."""
        if not mention.earliest or mention.type not in ("DATE", "TIME") or len(mention.value) < 4:
            return
        if self._context.narrative and mention.anchor == "published":
            return
        last = Antecedent(mention.earliest, mention.value, mention.span)
        changes = {"last": last}
        if mention.earliest == mention.latest:
            changes["last_day"] = last
        if (
            one.rule.name in ("quarter", "quarter_hyphen", "quarter_code")
            and one.fields.year is None
            and not one.fields.fiscal
            and not self._context.last_quarter
        ):
            changes["last_quarter"] = last
        self._context = attrs.evolve(self._context, **changes)
