"""Which entities an article has: its names, then descriptions, pronouns and speakers in text order."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from newsparse import Article, Entity, Mention, Quote, Span
from newsparse_names.cluster import Cluster, behind_the
from newsparse_names.clusters import Clusters
from newsparse_names.descriptions import resolve_description
from newsparse_names.named import Named
from newsparse_names.pronouns import is_pair, resolve_pair, resolve_pronoun
from newsparse_names.scene import Scene
from newsparse_names.speaking import Speaking
from newsparse_names.vocabulary import Vocabulary

__all__ = ["resolve_entities"]

INTRODUCING = ("a", "an", "another", "one")


def resolve_entities(article: Article, vocabulary: Vocabulary) -> Iterable[Entity]:
    """Resolve the names of an article, then its descriptions, pronouns and speakers in text order."""
    return _Resolver(article, vocabulary).run()


class _Resolver:
    def __init__(self, article: Article, vocabulary: Vocabulary) -> None:
        self.article = article
        self.text = article.text
        self.vocabulary = vocabulary
        self.clusters = Clusters(article, vocabulary)
        self.scene = Scene(article, vocabulary)
        self.named = Named(article, self.clusters)
        self.speaking = Speaking(article, vocabulary, self.clusters, self.named, self.scene)

    def run(self) -> Iterable[Entity]:
        """Go through the mentions once; a quote's speaker is looked at where its phrase ends."""
        by_span = {one.speaker.span: one for one in self.article.quotes if one.speaker}  # a speaker's last quote
        waiting = sorted(by_span.items(), key=lambda pair: pair[0].end)
        waiting.reverse()
        for mention, cluster in zip(self.article.mentions, self.named.clusters, strict=True):
            while waiting and waiting[-1][0].end < mention.span.start:
                self._speaker(*waiting.pop())
            if cluster:
                self.scene.see(mention.span, cluster)
            elif mention.form != "name":
                self._pass(mention)
        while waiting:
            self._speaker(*waiting.pop())
        return self.clusters.entities()

    def _pass(self, mention: Mention) -> None:
        """Note a mention on the way; descriptions and the pronouns that begin a sentence are resolved."""
        span = mention.span
        cluster = None
        if mention.form == "nominal":
            shown = self.text[span.start : span.end].lower()
            if is_pair(shown, self.vocabulary.pairs):
                for one in resolve_pair(self.scene, span.start):
                    one.take(mention)
                return
            if shown.startswith(INTRODUCING):
                self._introduce(span, shown.split())
            cluster = resolve_description(self.scene, span, mention)
            if cluster is None and mention.found_by.endswith("people"):
                cluster = self.speaking.new_or_again(self.text[span.start : span.end], mention.kind or "group")
        elif span.start in self.scene.starts:
            means = self.vocabulary.pronouns.get(self.text[span.start : span.end].lower())
            cluster = resolve_pronoun(self.scene, means, span.start)
        if cluster:
            cluster.take(mention)
            self.scene.see(span, cluster)

    def _introduce(self, span: Span, words: list[str]) -> None:
        if words[0] in INTRODUCING:
            self.scene.introduce(span, words[-1])

    def _speaker(self, span: Span, quote: Quote) -> None:
        found = self.speaking.who(span)
        for cluster in found:
            self._claim(cluster, span, joint=len(found) > 1)
        if found:
            self.scene.hear(quote.spans[-1].end, span, found)

    def _claim(self, cluster: Cluster, span: Span, *, joint: bool) -> None:
        """Give a cluster the speaker's phrase, in the place of the mention inside it; beside it where two speak."""
        inside = [one for one, _ in self.named.inside(span) if (one.span.start, one.span.end) in cluster.mentions]
        if len(inside) == 1 and inside[0].span == span:
            cluster.take(inside[0])
            return
        for one in () if joint else inside:
            del cluster.mentions[one.span.start, one.span.end]
        if behind_the(self.text, span.start):
            cluster.mentions.pop((span.start - 4, span.end), None)  # the same phrase with its article
        pronoun = span.of(self.text).lower() in self.vocabulary.pronouns
        form: Literal["name", "nominal", "pronoun"] = "pronoun" if pronoun else "nominal"
        cluster.take(
            Mention(
                span=span,
                form=inside[0].form if inside else form,
                head=next((one.head or one.span for one in inside), None),
                role=next((one.role for one in inside if one.role), None),
                found_by=inside[0].found_by if inside else "speaker",
            )
        )
