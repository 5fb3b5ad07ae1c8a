"""Who speaks: the entity of each quote's speaker, and of the mentions on the way."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise, takewhile
from typing import Literal

from newsparse import Article, Entity, Mention, Quote, Span
from newsparse_names.descriptions import goes_on_speaking, resolve_description
from newsparse_names.entities import Cluster, Clusters, name_words, without_determiner
from newsparse_names.pronouns import resolve_pair, resolve_pronoun
from newsparse_names.scene import Scene
from newsparse_names.vocabulary import Kind, Vocabulary

__all__ = ["resolve_entities"]

MOST_NAME_WORDS = 4
_PREPOSITIONS = frozenset(["of", "for", "from", "at", "in", "to", "by", "with"])
_POSSESSIVE = ("'s ", "’s ", "' ", "’ ")
_CLAUSE = frozenset(["who", "which", "whose", "whom", "that", "and", "where", "but"])
_BEHIND_NOUN = frozenset(["familiar", "close", "involved", "on", "about", "against", "near", "under", "speaking"])
_TAILS = (",", "(", " in ", " of ", " at ", " and ", " (")
"""What may stand behind a name that speaks itself, within its phrase."""


def resolve_entities(article: Article, vocabulary: Vocabulary) -> Iterable[Entity]:
    """Resolve the names of an article, then its descriptions, pronouns and speakers in text order."""
    return _Resolver(article, vocabulary).run()


class _Resolver:
    def __init__(self, article: Article, vocabulary: Vocabulary) -> None:
        self.article = article
        self.vocabulary = vocabulary
        self.clusters = Clusters(article, vocabulary)
        self.scene = Scene(article, vocabulary.verbs)
        self.named: dict[Span, Cluster] = {}
        self.unnamed: dict[str, Cluster] = {}

    def run(self) -> Iterable[Entity]:
        """Go through the text once for the names, and once for who is meant and who speaks."""
        for mention in self.article.mentions:
            if mention.form == "name" and (cluster := self.clusters.add(mention)):
                self.named[mention.span] = cluster
        speaking = {quote.speaker.span: quote for quote in self.article.quotes if quote.speaker}
        steps: list[tuple[int, int, Mention | Quote]] = [(one.span.start, 0, one) for one in self.article.mentions]
        steps += [(span.end, 1, quote) for span, quote in speaking.items()]
        for _at, _rank, one in sorted(steps, key=lambda step: step[:2]):
            if isinstance(one, Mention):
                self._pass(one)
            else:
                self._speaker(one)
        return self.clusters.entities()

    def _pass(self, mention: Mention) -> None:
        """Note a mention on the way; descriptions and the pronouns that begin a sentence are resolved."""
        cluster = self.named.get(mention.span)
        if mention.form == "nominal" and self._is_pair(mention.span.of(self.article.text).lower()):
            for one in resolve_pair(self.scene, mention.span.start):
                one.take(mention)
            return
        if mention.form == "nominal":
            self._introduce(mention)
            cluster = resolve_description(self.scene, mention.span, mention)
        elif mention.form == "pronoun" and mention.span.start in self.scene.starts:
            means = self.vocabulary.pronouns.get(mention.span.of(self.article.text).lower())
            cluster = resolve_pronoun(self.scene, means, mention.span.start)
        if cluster:
            if mention.form != "name":
                cluster.take(mention)
            self.scene.see(mention.span, cluster)

    def _introduce(self, mention: Mention) -> None:
        words = mention.span.of(self.article.text).lower().split()
        if words[0] in ("a", "an", "another", "one"):
            self.scene.introduce(mention.span, words[-1])

    def _speaker(self, quote: Quote) -> None:
        if quote.speaker is None:
            return
        span = quote.speaker.span
        found = self._who(span)
        for cluster in found:
            self._claim(cluster, span, joint=len(found) > 1)
        if found:
            self.scene.hear(quote.spans[-1].end, span, found)

    def _claim(self, cluster: Cluster, span: Span, *, joint: bool) -> None:
        """Give a cluster the speaker's phrase, in the place of the mention inside it; beside it where two speak."""
        inside = [one for one in self._inside(span) if one.span in cluster.mentions]
        for one in () if joint else inside:
            del cluster.mentions[one.span]
        pronoun = span.of(self.article.text).lower() in self.vocabulary.pronouns
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

    def _who(self, span: Span) -> tuple[Cluster, ...]:
        """Give who speaks: by a pronoun, a name in the phrase, two names, a description, a bare name."""
        word = span.of(self.article.text).lower()
        if word == "who":
            return self._relative(span)
        the = self.article.text[max(0, span.start - 4) : span.start].lower() == "the "
        if self._is_pair(f"the {word}" if the else word) and (pair := resolve_pair(self.scene, span.start)):
            return pair
        if word in self.vocabulary.pronouns:
            cluster = resolve_pronoun(self.scene, self.vocabulary.pronouns[word], span.start)
            return (cluster,) if cluster else ()
        heads = [one for one in self._inside(span, "name") if one.span in self.named and self._is_head(one, span)]
        if joint := self._joint(heads):
            return tuple(dict.fromkeys(self.named[one.span] for one in joint))
        if heads:
            best = next((one for one in heads if self.named[one.span].kind == "person"), heads[0])
            self._describe(self.named[best.span], best, span)
            return (self.named[best.span],)
        return self._described(span) or self._bare_name(span)

    def _is_pair(self, phrase: str) -> bool:
        """Tell whether a phrase in lower case means several who were named: `they`, `the two leaders`."""
        return phrase in self.vocabulary.pairs or " ".join(phrase.split()[:2]) in self.vocabulary.pairs

    def _relative(self, span: Span) -> tuple[Cluster, ...]:
        """`Governor Lee, who said`: the name right before."""
        index = bisect_left(self.article.mentions, span.start, key=lambda one: one.span.start)
        for mention in reversed(self.article.mentions[max(0, index - 3) : index]):
            between = self.article.text[mention.span.end : span.start]
            if mention.span in self.named and mention.span.end <= span.start and not between.strip(" ,"):
                return (self.named[mention.span],)
        return ()

    def _bare_name(self, span: Span) -> tuple[Cluster, ...]:
        """A capitalised speaker whom no rule took for a name, as at the beginning of a line or in a headline."""
        words = name_words(span.of(self.article.text))
        if not words or len(words) > MOST_NAME_WORDS or not all(word[:1].isupper() for word in words):
            return ()
        if len(words[0]) == 1 or words[0] in self.vocabulary.not_names:
            return ()  # `I`, `Most`
        found = self.clusters.add(Mention(span=span, form="name", head=span, found_by="speaker_name"))
        return (found,) if found else ()

    def _inside(self, span: Span, form: str | None = None) -> list[Mention]:
        mentions = self.article.mentions
        index = bisect_left(mentions, span.start, key=lambda one: one.span.start)
        found = []
        while index < len(mentions) and mentions[index].span.start < span.end:
            if span.contains(mentions[index].span) and form in (None, mentions[index].form):
                found.append(mentions[index])
            index += 1
        return found

    def _is_head(self, name: Mention, span: Span) -> bool:
        """Tell whether a name speaks itself, and is not that of whom the speaker speaks for or belongs to."""
        before = self.article.text[span.start : name.span.start].split()
        after = self.article.text[name.span.end : span.end]
        if after.startswith(_POSSESSIVE) or (after.strip() and not after.startswith(_TAILS)):
            return False  # `Lee's office`, `the Vermont senator`
        if not before:
            return True
        last = before[-1].lower()
        article = last in ("the", "a", "an")
        if last in _PREPOSITIONS:
            return False
        if last.endswith(("'s", "’s")):
            return name.kind == "person"  # `the paper's Ann Lee`
        if article and len(before) > 1 and before[-2].lower() in _PREPOSITIONS:
            return False
        bound = any(word.lower() in _PREPOSITIONS for word in before)
        introduced = article or last == "and" or last.endswith((",", ")"))
        return name.kind == "person" or (introduced and not bound)

    def _joint(self, heads: list[Mention]) -> tuple[Mention, ...]:
        """Give the two speakers of `Lee and Mayor Roe`."""
        for first, second in pairwise(heads):
            if self.article.text[first.span.end : second.span.start].strip() in ("and", ", and", "and the", "&"):
                return (first, second)
        return ()

    def _describe(self, cluster: Cluster, name: Mention, span: Span) -> None:
        """Take the words of the speaker's phrase around a name for its role, or into a body's name."""
        text = self.article.text
        head = name.head or name.span
        before = text[span.start : head.start].strip(" ,")
        after = text[head.end : span.end].strip()
        behind = after[1:].strip(" ,") if after.startswith(",") else ""
        before = before if self._ends_in_role(before) else ""
        if cluster.kind == "person" or (cluster.kind is None and before):
            cluster.kind = "person"
            if role := before or (behind if self._is_role(behind) else ""):
                self.clusters.describe(cluster, role)
        elif cluster.kind == "organisation" and after.startswith(("in the ", "of the ")) and "," not in after:
            cluster.name = without_determiner(text[head.start : span.end])

    def _of_somebody(self, span: Span) -> Cluster | None:
        """`the Calloway aide` is the person whose role has all of these words."""
        words = {word.lower() for word in name_words(span.of(self.article.text))}
        described = Mention(span=span, form="nominal", kind="person")
        found = resolve_description(self.scene, span, described)
        return found if found and words <= found.role_words else None

    def _kind_of_noun(self, words: list[str]) -> Kind | None:
        """Give the kind of a description by its noun, the last word before any preposition, clause or comma."""
        noun = ""
        for word in words:
            if noun and (word in _PREPOSITIONS or word in _CLAUSE or word in _BEHIND_NOUN):
                break
            noun = word.strip(",.")
            if word.endswith(","):
                break
        roles = self.vocabulary.roles
        if noun in roles:
            return roles[noun]
        singular = noun.removesuffix("s")
        people = singular in roles or singular.capitalize() in self.vocabulary.nationalities
        return "group" if singular != noun and people else None

    def _ends_in_role(self, words: str) -> bool:
        """Tell whether words before a name say what its bearer is: they end with a role, or are somebody's."""
        split = words.replace("’", "'").split()
        if not split:
            return False
        last = split[-1].strip(",.").lower()
        owned = any(word.endswith("'s") for word in split[:-1]) and split[-1].islower()
        return owned or last in self.vocabulary.roles or last in self.vocabulary.titles

    def _is_role(self, words: str) -> bool:
        """Tell whether words behind a name say what its bearer is: a role stands in them, before any clause."""
        first = [word.lower().strip(",.") for word in words.partition(",")[0].split()]
        if not first or first[0] in _CLAUSE:
            return False
        roles, titles = self.vocabulary.roles, self.vocabulary.titles
        return any(word in roles or word in titles for word in takewhile(lambda word: word not in _CLAUSE, first))

    def _described(self, span: Span) -> tuple[Cluster, ...]:
        """Resolve a speaker without a name: a body or person named before, else a speaker of its own."""
        for mention in self._inside(span, "nominal"):
            titled = mention.found_by.endswith("title_alone") and mention.span.end == span.end
            if (mention.span == span or titled) and (cluster := resolve_description(self.scene, span, mention)):
                return (cluster,)
        words = span.of(self.article.text).lower().split()
        kind = self._kind_of_noun(words)
        if kind is None:
            return ()
        name = without_determiner(span.of(self.article.text))
        again = self.unnamed.get(name.lower()) if words[0] not in ("a", "an", "one", "another", "some") else None
        if again is None and words[0] == "the" and len(words) <= 3 and kind == "person":
            again = self._of_somebody(span) or goes_on_speaking(self.scene, span)
        if again is None:
            again = Cluster(name=name, words=tuple(name.split()), kind=kind, by="unnamed_speaker")
            self.clusters.all.append(again)
            self.unnamed[name.lower()] = again
        return (again,)
