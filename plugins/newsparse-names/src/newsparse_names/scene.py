"""Who has been spoken of and who has spoken, up to a place of the text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from operator import itemgetter

import attrs

from newsparse import Article, Span
from newsparse_names.cluster import Cluster, behind_the
from newsparse_names.vocabulary import Vocabulary

__all__ = ["NEAR", "Scene", "Seen", "Spoke"]

DISORDER = 500
"""A speaker is noted when its phrase ends, by its beginning: no more than so far out of order."""
LATELY = 1200
"""Whoever came in unnamed is remembered for so many characters."""
LINKS = frozenset(["and", "met", "met with", "and the", "and his", "and her", "and his wife", "and her husband"])
LINK = 17
"""The words between a pair are no longer than this."""
NEAR = 700
"""Whoever spoke last goes on speaking when the quote before lies no further back than so many characters."""


Seen = tuple[int, Cluster, bool]
"""A mention on the way: where it begins, who it is, and whether it is a subject."""


@attrs.frozen(eq=False)
class Spoke:
    """A quote on the way."""

    end: int
    clusters: tuple[Cluster, ...]


class Scene:
    """What the resolver knows at a place of the text."""

    def __init__(self, article: Article, vocabulary: Vocabulary) -> None:
        self.text = article.text
        self.starts = {sentence.start for sentence in article.sentences}
        self.seen: list[Seen] = []
        self.spoke: list[Spoke] = []
        self.introduced: dict[str, int] = {}
        self.verbs = vocabulary.verbs
        self.nouns = vocabulary.description_nouns
        pieces = (span for quote in article.quotes if quote.kind != "indirect" for span in quote.spans)
        self.quoted = sorted((one.start, one.end) for one in pieces if self.text[one.start] in "\"“'‘«")
        self.last_end = 0
        self.pair: tuple[int, tuple[Cluster, ...]] = (0, ())

    def see(self, span: Span, cluster: Cluster) -> None:
        """Note a mention, and with the one before it a pair, as in `Lee and Roe`, `Lee met Roe`."""
        start, last_end = span.start, self.last_end
        if last_end <= start <= last_end + LINK and self.seen:
            link = self.text[last_end:start].strip(" ,")
            before = self.seen[-1][1]
            if link in LINKS and before is not cluster:
                self.pair = (start, (before, cluster))
        self.last_end = span.end
        self.seen.append((start, cluster, self._is_subject(span)))

    def _is_subject(self, span: Span) -> bool:
        """Tell whether a mention begins its sentence or its clause, and nobody else speaks of it."""
        start = span.start
        if start in self.starts or (start - 4 in self.starts and behind_the(self.text, start)):
            return not self._is_quoted(start)
        if not self.text.endswith((", ", "; ", " — "), 0, start):
            return False
        behind = self.text[span.end : span.end + 24].split(maxsplit=2)
        return any(word.endswith("ed") or word in self.verbs for word in behind[:2]) and not self._is_quoted(start)

    def _is_quoted(self, at: int) -> bool:
        index = bisect_right(self.quoted, (at, at)) - 1
        return index >= 0 and at < self.quoted[index][1]

    def introduce(self, span: Span, noun: str) -> None:
        """Note that `a nurse` came into the story, unless it says what somebody is: `Lee, a nurse`, `is a nurse`."""
        before = self.text[max(0, span.start - 8) : span.start]
        if not before.rstrip().endswith((",", " is", " was", " as", " became", "(")):
            self.introduced[noun] = span.start

    def is_introduced(self, noun: str, at: int) -> bool:
        """Tell whether somebody unnamed came in lately who is a `noun`."""
        return at - self.introduced.get(noun, at - LATELY) < LATELY

    def lately(self, most: int) -> Iterable[Cluster]:
        """Give who was mentioned in the last `most` mentions, each once, the nearest first."""
        return dict.fromkeys(map(itemgetter(1), reversed(self.seen[-most:])))

    def since(self, at: int) -> Iterator[Seen]:
        """Give the mentions that begin behind `at`, the nearest first."""
        for one in reversed(self.seen):
            if one[0] <= at - DISORDER:
                return
            if one[0] > at:
                yield one

    def hear(self, end: int, span: Span, clusters: tuple[Cluster, ...]) -> None:
        """Note a quote that ends at `end`, said by those at `span`."""
        self.spoke.append(Spoke(max(end, span.end), clusters))
        if len(clusters) == 1:
            self.seen.append((span.start, clusters[0], True))

    def last_speaker(self, at: int) -> tuple[Cluster, int] | None:
        """Give the one who spoke near before `at`, and where that quote ended."""
        if not self.spoke:
            return None
        last = self.spoke[-1]
        near = len(last.clusters) == 1 and at - last.end <= NEAR
        return (last.clusters[0], last.end) if near else None

    def last_speakers(self, at: int) -> tuple[Cluster, ...]:
        """Give those who spoke near before `at`."""
        near = self.spoke and at - self.spoke[-1].end <= NEAR
        return self.spoke[-1].clusters if near else ()
