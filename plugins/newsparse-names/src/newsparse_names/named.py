"""The mentions of an article by place, and whose each name is."""

from __future__ import annotations

from bisect import bisect_left

from newsparse import Article, Mention, Span
from newsparse_names.cluster import Cluster
from newsparse_names.clusters import Clusters

__all__ = ["Named"]


class Named:
    """Which cluster each name of an article belongs to."""

    def __init__(self, article: Article, clusters: Clusters) -> None:
        """Put every name into its cluster, in text order."""
        self.mentions = article.mentions
        self.starts = [mention.span.start for mention in article.mentions]
        add = clusters.add
        self.clusters = [add(mention) if mention.form == "name" else None for mention in article.mentions]

    def inside(self, span: Span) -> list[tuple[Mention, Cluster | None]]:
        """Give the mentions in a span, each name with its cluster."""
        index, end, found = bisect_left(self.starts, span.start), span.end, []
        while index < len(self.starts) and self.starts[index] < end:
            mention = self.mentions[index]
            if mention.span.end <= end:
                found.append((mention, self.clusters[index]))
            index += 1
        return found

    def right_before(self, text: str, at: int) -> Cluster | None:
        """Give whose name stands right before a place, but for a comma."""
        index = bisect_left(self.starts, at)
        for near in range(index - 1, max(0, index - 3) - 1, -1):
            end = self.mentions[near].span.end
            if self.clusters[near] and end <= at and not text[end:at].strip(" ,"):
                return self.clusters[near]
        return None
