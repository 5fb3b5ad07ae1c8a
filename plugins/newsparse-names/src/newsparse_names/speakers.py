"""Whom descriptions, pronouns and the speakers of quotes mean."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable

import attrs
from newsparse import Article, Entity, Mention, Quote, Span

from newsparse_names.entities import Cluster, Clusters, _shown, name_words
from newsparse_names.vocabulary import Vocabulary

__all__ = ["resolve_entities"]

FAR = 2500
"""A pronoun does not reach back further than so many characters."""
NEAR = 700
"""The last speaker is taken for a pronoun when the quote before lies no further than this."""
_PREPOSITIONS = frozenset("of for from at in to by with".split())


def resolve_entities(article: Article, vocabulary: Vocabulary) -> Iterable[Entity]:
    """Resolve the names of an article, then its speakers in text order."""
    resolver = _Resolver(article, vocabulary)
    return resolver.run()


@attrs.define(eq=False)
class _Subject:
    """Who was last spoken of, for pronouns."""

    at: int
    cluster: Cluster
    subject: bool


class _Resolver:
    def __init__(self, article: Article, vocabulary: Vocabulary) -> None:
        self.article = article
        self.vocabulary = vocabulary
        self.clusters = Clusters(article, vocabulary)
        self.seen: list[_Subject] = []
        self.spoke: list[tuple[int, tuple[Cluster, ...]]] = []
        self.starts = {sentence.start for sentence in article.sentences}
        self.unnamed: dict[str, Cluster] = {}
        self.replaced: set[Span] = set()

    def run(self) -> Iterable[Entity]:
        speakers = {quote.speaker.span: quote for quote in self.article.quotes if quote.speaker}
        steps = [(mention.span.start, 0, mention) for mention in self.article.mentions]
        # a surname in the headline is understood by the full name in the text: names first, in text order
        cluster_of: dict[Span, Cluster] = {}
        for mention in self.article.mentions:
            if mention.form == "name" and (cluster := self.clusters.add(mention)):
                cluster_of[mention.span] = cluster
        order: list[tuple[int, int, object]] = list(steps)
        order += [(span.end, 1, quote) for span, quote in speakers.items()]
        for _at, _rank, item in sorted(order, key=lambda step: (step[0], step[1])):
            if isinstance(item, Mention):
                self._mention(item, cluster_of)
            elif isinstance(item, Quote):
                self._speaker(item, cluster_of)
        return self.clusters.entities()

    # mentions, in passing

    def _mention(self, mention: Mention, cluster_of: dict[Span, Cluster]) -> None:
        cluster = cluster_of.get(mention.span)
        if mention.form == "nominal" and mention.span not in self.replaced:
            cluster = self._antecedent(mention.span, mention)
            if cluster:
                cluster.mentions.append(mention)
        elif mention.form == "pronoun" and mention.span.start in self.starts:
            cluster = self._pronoun(mention.span.of(self.article.text).lower(), mention.span.start)
            if cluster:
                cluster.mentions.append(mention)
        if cluster:
            self.seen.append(_Subject(mention.span.start, cluster, self._is_subject(mention.span)))

    def _is_subject(self, span: Span) -> bool:
        before = self.article.text[max(0, span.start - 5) : span.start].lower()
        return span.start in self.starts or (span.start - 4 in self.starts and before.endswith("the "))

    # descriptions

    def _antecedent(self, span: Span, mention: Mention) -> Cluster | None:
        """`the ministry` is the last body with that word in its name, `the senator` the last person with that role."""
        text = self.article.text
        words = [word.lower() for word in name_words(text[span.start : span.end])]
        if not words or not text[span.start : span.end].lower().startswith(("the ", "this ", "that ")):
            if mention.found_by != "title_alone":
                return None
        head = words[-1] if words else ""
        for subject in reversed(self.seen):
            cluster = subject.cluster
            if cluster.kind == "person" and (head in cluster.role_words or (head in ("man", "woman") and cluster.gender == ("m" if head == "man" else "f"))):
                return cluster
            if cluster.kind in ("organisation", "group"):
                own = {word.lower() for word in cluster.words}
                if head in own:
                    return cluster
                if head in ("company", "firm", "group", "organisation", "organization", "bank", "carrier") and mention.kind == "organisation" and len(words) == 1 and not own & {"ministry", "parliament", "police", "court", "congress", "senate", "government", "army"}:
                    return cluster
        return None

    # pronouns

    def _pronoun(self, word: str, at: int) -> Cluster | None:
        wanted = self.vocabulary.pronouns.get(word)
        if wanted in ("m", "f"):
            return self._person(wanted, at)
        if wanted == "n":
            return self._body(at)
        return None

    def _person(self, gender: str, at: int) -> Cluster | None:
        if self.spoke:
            last, clusters = self.spoke[-1]
            if len(clusters) == 1 and at - last <= NEAR and _may_be(clusters[0], gender):
                newer = [one for one in self.seen if one.at > last and one.subject and _may_be(one.cluster, gender)]
                if not newer:
                    return _told(clusters[0], gender)
        near = [one for one in reversed(self.seen) if at - one.at <= FAR and one.at < at and _may_be(one.cluster, gender)]
        for test in (
            lambda one: one.subject and one.cluster.gender == gender,
            lambda one: one.cluster.gender == gender,
            lambda one: one.subject,
            lambda one: True,
        ):
            for one in near[:12]:
                if test(one):
                    return _told(one.cluster, gender)
        return None

    def _body(self, at: int) -> Cluster | None:
        if self.spoke:
            last, clusters = self.spoke[-1]
            if len(clusters) == 1 and at - last <= NEAR and clusters[0].kind in ("organisation", "group"):
                return clusters[0]
        for one in reversed(self.seen):
            if one.subject and at - one.at <= NEAR and one.cluster.kind == "organisation":
                return one.cluster
        return None

    # speakers

    def _speaker(self, quote: Quote, cluster_of: dict[Span, Cluster]) -> None:
        assert quote.speaker is not None  # noqa: S101 - only quotes with a speaker are passed
        span = quote.speaker.span
        found = self._who(span, cluster_of)
        for cluster in found:
            self._claim(cluster, span)
        if found:
            self.spoke.append((max(span.end, quote.spans[-1].end), found))
            if len(found) == 1:
                self.seen.append(_Subject(span.start, found[0], subject=True))

    def _claim(self, cluster: Cluster, span: Span) -> None:
        """Give a cluster the speaker's phrase, in the place of the mention inside it."""
        inside = [one for one in cluster.mentions if span.contains(one.span)]
        form = inside[0].form if inside else self._form(span)
        head = next((one.head or one.span for one in inside), None)
        role = next((one.role for one in inside if one.role), None)
        by = inside[0].found_by if inside else "speaker"
        cluster.mentions = [one for one in cluster.mentions if one not in inside]
        cluster.mentions.append(Mention(span=span, form=form, kind=None, head=head, role=role, found_by=by))  # type: ignore[arg-type]

    def _form(self, span: Span) -> str:
        return "pronoun" if span.of(self.article.text).lower() in self.vocabulary.pronouns else "nominal"

    def _who(self, span: Span, cluster_of: dict[Span, Cluster]) -> tuple[Cluster, ...]:
        text = span.of(self.article.text)
        if text.lower() in self.vocabulary.pronouns:
            cluster = self._pronoun(text.lower(), span.start)
            return (cluster,) if cluster else ()
        names = [one for one in self._inside(span) if one.form == "name" and one.span in cluster_of]
        heads = [one for one in names if self._is_head(one, span)]
        joint = self._joint(heads, span)
        if joint:
            return tuple(dict.fromkeys(cluster_of[one.span] for one in joint))
        if heads:
            best = next((one for one in heads if cluster_of[one.span].kind == "person"), heads[0])
            cluster = cluster_of[best.span]
            self._describe(cluster, best, span)
            return (cluster,)
        return self._described(span)

    def _inside(self, span: Span) -> list[Mention]:
        mentions = self.article.mentions
        index = bisect_left(mentions, span.start, key=lambda one: one.span.start)
        found = []
        while index < len(mentions) and mentions[index].span.start < span.end:
            if span.contains(mentions[index].span):
                found.append(mentions[index])
            index += 1
        return found

    def _is_head(self, name: Mention, span: Span) -> bool:
        """Tell whether a name speaks itself, and is not that of whom the speaker speaks for or belongs to."""
        before = self.article.text[span.start : name.span.start].split()
        after = self.article.text[name.span.end : span.end]
        if after.startswith(("'s ", "’s ", "' ", "’ ")):
            return False
        if after[:1] == "-":
            return False
        if not before:
            if name.kind != "person" and after.strip() and after[:1] not in ",(" and not after.startswith((" in ", " of ", " at ", " and ")):
                return False  # `Trump campaign officials`, `Iraqi officials`
            return True
        last = before[-1].lower()
        if last in _PREPOSITIONS or last in ("'s", "’s") or last.endswith(("'s", "’s")):
            return False
        if len(before) > 1 and before[-2].lower() in _PREPOSITIONS and last in ("the", "a", "an"):
            return False
        if last == "and" or last in ("the", "a", "an") or before[-1].endswith((",", ")")):
            return not any(word.lower() in _PREPOSITIONS for word in before) or name.kind == "person"
        return name.kind == "person"

    def _joint(self, heads: list[Mention], span: Span) -> list[Mention]:
        """Give the speakers of `Lee and Mayor Roe`; none where one of the names is no partner."""
        for first, second in zip(heads, heads[1:], strict=False):
            between = self.article.text[first.span.end : second.span.start].strip()
            if between in ("and", ", and", "and the", "&"):
                return [first, second]
        return []

    def _describe(self, cluster: Cluster, name: Mention, span: Span) -> None:
        """Take the words of the speaker's phrase around a name for its role, or into a body's name."""
        text = self.article.text
        head = name.head or name.span
        before = _shown(text[span.start : head.start]) if head.start > span.start else ""
        after = text[head.end : span.end].strip()
        if cluster.kind == "person" or (cluster.kind is None and before):
            cluster.kind = "person"
            role = before if before.strip(" ,") else after.lstrip(", ")
            role = role.strip(" ,")
            if role and (cluster.role is None or len(role) > len(cluster.role)):
                cluster.role = role
                cluster.role_words |= {word.strip(".,").lower() for word in role.split()}
        elif cluster.kind == "organisation" and after.startswith(("in the ", "of the ")) and "," not in after:
            cluster.name = _shown(text[head.start : span.end])

    def _described(self, span: Span) -> tuple[Cluster, ...]:
        """Resolve a speaker without a name: a body or person named before, else a speaker of its own."""
        text = self.article.text
        inside = [one for one in self._inside(span) if one.form == "nominal"]
        for mention in inside:
            if mention.span == span or mention.found_by == "title_alone" and mention.span.end == span.end:
                cluster = self._antecedent(span, mention)
                if cluster:
                    return (cluster,)
        words = [word.strip(",.").lower() for word in text[span.start : span.end].split()]
        kinds = [self.vocabulary.roles[word] for word in words if word in self.vocabulary.roles]
        if not kinds:
            return ()
        name = _shown(text[span.start : span.end])
        key = name.lower()
        definite = words[0] not in ("a", "an", "one", "another", "some")
        if definite and key in self.unnamed:
            return (self.unnamed[key],)
        cluster = Cluster(name=name, words=tuple(name.split()), kind=kinds[0], by="unnamed_speaker")
        self.clusters.all.append(cluster)
        self.unnamed[key] = cluster
        return (cluster,)


def _may_be(cluster: Cluster, gender: str) -> bool:
    return cluster.kind in ("person", None) and cluster.gender in (gender, None)


def _told(cluster: Cluster, gender: str) -> Cluster:
    cluster.gender = cluster.gender or gender
    cluster.kind = cluster.kind or "person"
    return cluster
