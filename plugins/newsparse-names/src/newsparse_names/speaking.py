"""Who speaks at the phrase that a quote gives as its speaker."""

from __future__ import annotations

from newsparse import Article, Mention, Span
from newsparse_names.cluster import Cluster, bare_word, behind_the, name_words, without_determiner
from newsparse_names.clusters import Clusters
from newsparse_names.descriptions import goes_on_speaking, resolve_description
from newsparse_names.heads import ends_in_role, is_head, is_role, joint_heads, kind_of_noun
from newsparse_names.named import Named
from newsparse_names.pronouns import is_pair, resolve_pair, resolve_pronoun
from newsparse_names.roles import describe
from newsparse_names.scene import Scene
from newsparse_names.vocabulary import Kind, Vocabulary

__all__ = ["Speaking"]

MOST_NAME_WORDS = 4
NEW = ("a", "an", "one", "another", "some")


class Speaking:
    """Decides who speaks: by a pronoun, a name in the phrase, two names, a description, a bare name."""

    def __init__(
        self, article: Article, vocabulary: Vocabulary, clusters: Clusters, named: Named, scene: Scene
    ) -> None:
        self.text = article.text
        self.vocabulary = vocabulary
        self.clusters = clusters
        self.named = named
        self.scene = scene
        self.unnamed: dict[str, Cluster] = {}

    def who(self, span: Span) -> tuple[Cluster, ...]:
        """Give who speaks at `span`; nobody where the text does not tell."""
        phrase = span.of(self.text).lower()
        if phrase == "who":  # `Governor Lee, who said`
            cluster = self.named.right_before(self.text, span.start)
            if cluster and cluster.kind is None and len(cluster.words) > 1:
                cluster.kind = "person"
            return (cluster,) if cluster else ()
        the = behind_the(self.text, span.start)
        words = f"the {phrase}" if the else phrase
        if is_pair(words, self.vocabulary.pairs) and (pair := resolve_pair(self.scene, span.start)):
            return pair
        if phrase in self.vocabulary.pronouns:
            cluster = resolve_pronoun(self.scene, self.vocabulary.pronouns[phrase], span.start)
            return (cluster,) if cluster else ()
        inside = self.named.inside(span)
        return self._by_name(span, inside) or self._described(span, inside) or self._bare_name(span)

    def _by_name(self, span: Span, inside: list[tuple[Mention, Cluster | None]]) -> tuple[Cluster, ...]:
        whose = {
            mention.span: cluster
            for mention, cluster in inside
            if cluster and is_head(self.text, mention, span, self.vocabulary)
        }
        heads = [mention for mention, _ in inside if mention.span in whose]
        if joint := joint_heads(self.text, heads):
            return tuple(dict.fromkeys(whose[one.span] for one in joint))
        if not heads:
            return ()
        best = next((one for one in heads if whose[one.span].kind == "person"), heads[0])
        cluster = whose[best.span]
        if cluster.kind is None and self._is_persons(cluster, best):
            cluster.kind = "person"
        if best.span != span:
            self._describe(cluster, best, span)
        return (cluster,)

    def _is_persons(self, cluster: Cluster, name: Mention) -> bool:
        """Tell whether who speaks under a name that tells nothing is a person: `Houn Veraq`, not `the Silver Pact`."""
        if behind_the(self.text, name.span.start):
            return False
        last = bare_word(cluster.words[-1])
        return len(cluster.words) > 1 or last in self.vocabulary.surnames or last in self.vocabulary.given_names

    def _describe(self, cluster: Cluster, name: Mention, span: Span) -> None:
        """Take the words of the speaker's phrase around a name for its role, or into a body's name."""
        text, vocabulary = self.text, self.vocabulary
        head = name.head or name.span
        before = text[span.start : head.start].strip(" ,")
        after = text[head.end : span.end].removeprefix(".").strip()
        behind = after[1:].strip(" ,") if after.startswith(",") else ""
        before = before if ends_in_role(before, vocabulary) else ""
        if cluster.kind == "person" or (cluster.kind is None and before):
            cluster.kind = "person"
            if role := before or (behind if is_role(behind, vocabulary) else ""):
                describe(cluster, role, vocabulary)
        elif cluster.kind == "organisation" and after.startswith(("in the ", "of the ")) and "," not in after:
            cluster.name = without_determiner(text[head.start : span.end])

    def _described(self, span: Span, inside: list[tuple[Mention, Cluster | None]]) -> tuple[Cluster, ...]:
        """Resolve a speaker without a name: a body or person named before, else a speaker of its own."""
        for mention, _ in inside:
            if mention.form != "nominal":
                continue
            titled = mention.span.end == span.end and mention.found_by.endswith("title_alone")
            if (titled or mention.span == span) and (cluster := resolve_description(self.scene, span, mention)):
                return (cluster,)
        shown = span.of(self.text)
        words = shown.lower().split()
        kind = kind_of_noun(words, self.vocabulary)
        if kind is None:
            return ()
        if words[0] == "the" and len(words) <= 3 and kind == "person":
            again = self.unnamed.get(without_determiner(shown).lower())
            again = again or self._of_somebody(span) or goes_on_speaking(self.scene, span)
            if again:
                return (again,)
        return (self.new_or_again(shown, kind, new=words[0] in NEW),)

    def new_or_again(self, shown: str, kind: Kind, *, new: bool = False) -> Cluster:
        """Give who is described by these words: the one described so before, or somebody new."""
        name = without_determiner(shown)
        again = None if new else self.unnamed.get(name.lower())
        if again is None:
            rule = "unnamed_speaker"
            again = self.unnamed[name.lower()] = Cluster(name, tuple(name.split()), kind, by=rule)
            self.clusters.all.append(again)
        return again

    def _of_somebody(self, span: Span) -> Cluster | None:
        """`the Calloway aide` is the person whose role has all of these words."""
        words = {word.lower() for word in name_words(span.of(self.text))}
        described = Mention(span=span, form="nominal", kind="person")
        found = resolve_description(self.scene, span, described)
        return found if found and words <= found.role_words else None

    def _bare_name(self, span: Span) -> tuple[Cluster, ...]:
        """A capitalised speaker whom no rule took for a name, as at the beginning of a line or in a headline."""
        words = name_words(span.of(self.text))
        if not words or len(words) > MOST_NAME_WORDS or not all(word[:1].isupper() for word in words):
            return ()
        if len(words[0]) == 1 or words[0] in self.vocabulary.not_names:
            return ()  # `I`, `Most`
        found = self.clusters.add(Mention(span=span, form="name", head=span, found_by="speaker_name"))
        return (found,) if found else ()
