"""What was missed, found in error or got wrong, to look at."""

from __future__ import annotations

from collections.abc import Callable, Iterable

import attrs

from newsparse.evaluate.rows import Annotated
from newsparse.span import Span

__all__ = ["Mistake", "OnMistake", "Teller"]


@attrs.frozen(kw_only=True)
class Mistake:
    """One thing that a prediction got wrong."""

    article: str
    """Id of the article."""
    what: str
    """missed, false, speaker, span, value, time, type, left or lost."""
    gold: str
    """What it should be; empty where there is nothing."""
    predicted: str
    """What it is; empty where it was missed."""


OnMistake = Callable[[Mistake], None]


class Teller:
    """Hands the mistakes of one article on, where somebody wants them."""

    def __init__(self, article: Annotated, on_mistake: OnMistake | None) -> None:
        self._article = article
        self._on_mistake = on_mistake

    def __call__(self, what: str, gold: str = "", predicted: str = "") -> None:
        """Tell one."""
        if self._on_mistake:
            self._on_mistake(Mistake(article=self._article.id, what=what, gold=gold, predicted=predicted))

    def words(self, *parts: Span | Iterable[Span] | str | None) -> str:
        """Give the words at spans, and values beside them, on one line."""
        if not self._on_mistake:
            return ""
        told = []
        for part in parts:
            if isinstance(part, str) or part is None:
                told.append(part or "-")
            else:
                spans = [part] if isinstance(part, Span) else part
                told.append(" … ".join(" ".join(span.of(self._article.text).split()) for span in spans) or "-")
        return " | ".join(told)
