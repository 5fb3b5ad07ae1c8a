"""Find the time expressions of a text and resolve them: recognition first, then the calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence

import attrs

from newsparse import DateMention, Span, Words, read_published
from newsparse.words import find_words
from newsparse_dates.grammar import Grammar, load_grammar
from newsparse_dates.reading import Reading
from newsparse_dates.scan import scan

__all__ = ["find_dates", "find_in_words"]


def find_dates(
    text: str,
    published: dt.date | str | None = None,
    *,
    language: str = "en",
    narrative: bool | None = None,
    day_first: bool | None = None,
    southern: bool = False,
) -> tuple[DateMention, ...]:
    """Find the time expressions of a text and resolve them against its publication date.

    Parameters:
        text: any text; its lines are taken for paragraphs.
        published: publication day or moment, also as an ISO 8601 string; None leaves relative expressions unresolved.
        language: `en` or `de`.
        narrative: dates continue from one another (True), stand beside the publication date (False), or as the
            text itself suggests (None).
        day_first: `03/01` is 3 January (True) or 1 March (False); None decides from the text.
        southern: seasons are those of the southern hemisphere.

    Raises:
        newsparse.UsageError: `published` is no date.
        newsparse.DataError: there are no rules for the language.
    """
    day = read_published(published)
    words = find_words(text, [Span(0, len(text))] if text else [])
    grammar = load_grammar(language)
    found = find_in_words(text, words, day, grammar, narrative=narrative, day_first=day_first, southern=southern)
    return tuple(attrs.evolve(mention, text=mention.span.of(text)) for mention in found)


def find_in_words(
    text: str,
    words: Words,
    published: dt.date | None,
    grammar: Grammar,
    *,
    narrative: bool | None = None,
    day_first: bool | None = None,
    southern: bool = False,
    datelines: Sequence[Span] = (),
) -> Iterator[DateMention]:
    """Find and resolve the time expressions among the words of a text."""
    day = published.date() if isinstance(published, dt.datetime) else published
    found = list(scan(text, words, grammar))
    return Reading(
        words, grammar, day, found, narrative=narrative, day_first=day_first, southern=southern, datelines=datelines
    ).mentions()
