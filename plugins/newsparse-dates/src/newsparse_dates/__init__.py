"""Time expressions of news articles: recognised, resolved against the publication date, and told apart by rule."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import attrs

from newsparse import Article, DateMention, hookimpl
from newsparse.words import find_words
from newsparse_dates.find import find_dates, find_in_words
from newsparse_dates.grammar import LANGUAGES, load_grammar
from newsparse_dates.ranges import DateRange, find_ranges

__all__ = ["DateRange", "DatesPlugin", "find_dates", "find_ranges"]


@attrs.frozen
class DatesPlugin:
    """Finds the time expressions of an article."""

    name: ClassVar[str] = "newsparse-dates"

    day_first: bool | None = None
    """`03/01` is 3 January (True) or 1 March (False); None decides from the text and the language."""
    narrative: bool | None = None
    """Dates continue from one another; None decides from the text."""
    southern: bool = False
    """Seasons are those of the southern hemisphere."""

    @hookimpl
    def newsparse_find_dates(self, article: Article) -> Iterable[DateMention]:
        """Find time expressions in the sentences and the datelines of the article."""
        language = (article.language or "en").partition("-")[0].lower()
        if language not in LANGUAGES:
            return ()
        lines = [block.span for block in article.blocks if block.kind == "dateline"]
        words = article.words.merged(find_words(article.text, lines)) if lines else article.words
        return find_in_words(
            article.text,
            words,
            article.published,
            load_grammar(language),
            narrative=self.narrative,
            day_first=self.day_first,
            southern=self.southern,
            datelines=lines,
        )
