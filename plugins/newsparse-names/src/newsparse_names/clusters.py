"""Which names are the same: full names, surnames, acronyms, short forms."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from newsparse import Article, Entity, Mention
from newsparse_names.cluster import Cluster, bare_word, behind_the, name_words, suffix, surname, without_determiner
from newsparse_names.roles import describe
from newsparse_names.vocabulary import Vocabulary

__all__ = ["Clusters"]

MOST_RIVALS = 24
"""Of the entities that share a word, the latest so many are compared."""
GENERIC = frozenset(["the", "of", "and", "for", "in", "&", "a", "an"])


class Clusters:
    """The entities of an article, built up in text order."""

    def __init__(self, article: Article, vocabulary: Vocabulary) -> None:
        self.text = article.text
        self.vocabulary = vocabulary
        self.all: list[Cluster] = []
        self.by_raw: dict[str, Cluster] = {}
        self.by_name: dict[str, Cluster] = {}
        self.by_word: dict[str, list[Cluster]] = {}
        self.by_acronym: dict[str, Cluster] = {}

    def add(self, mention: Mention) -> Cluster | None:
        """Put a name into its cluster, a new one where it is new; None for a word that says nothing."""
        head = mention.span if mention.head is None else mention.head
        raw = self.text[head.start : head.end]
        plain = mention.role is None
        if plain and (seen := self.by_raw.get(raw)):
            seen.take(mention)
            return seen
        words = name_words(raw)
        if not words:
            return None
        joined = " ".join(words)
        name = self.vocabulary.aliases.get(joined, joined)
        gender = self._gender(mention, words)
        cluster = self._known(name, words, mention, gender)
        if cluster is None:
            rule = mention.found_by.rpartition(":")[2]
            cluster = Cluster(without_determiner(raw), words, mention.kind, by=rule)
            self.all.append(cluster)
        elif cluster.kind is None and self._shows_person(cluster, words, mention):
            cluster.kind = "person"
        self._learn(cluster, mention, raw, name, words, head.end)
        cluster.gender = cluster.gender or gender
        if plain:
            self.by_raw[raw] = cluster
        return cluster

    def _known(self, name: str, words: Sequence[str], mention: Mention, gender: str | None) -> Cluster | None:
        kind = mention.kind
        known = self.by_name.get(name)
        if len(words) == 1:
            if known and _differs(known, gender):
                known = None
            role = self._role_words(mention)
            if known and not role:
                return known
            short = self._short(words[0], kind, gender, role)
            return short if short and not (known and role.isdisjoint(short.role_words)) else known
        if known and not (len(words) < len(known.words) and _differs(known, gender)):
            return known  # not `Ms. Ríos Santana` for `Pedro Ríos Santana`
        for rival in reversed(self.by_word.get(surname(words), ())):
            last = _ends_with(rival.words, words) and self._is_last_part(words, rival, kind)
            if last and not _differs(rival, gender):
                return rival
            if self._same_person(rival, words, kind) or (
                len(rival.words) == 1 and self._completes(rival, words, kind, gender)
            ):
                return rival
        if kind == "person" and (named := self._named_first(words, gender)):
            return named
        return self._same_body(words) if kind in ("organisation", None) else None

    def _role_words(self, mention: Mention) -> frozenset[str]:
        if mention.role is None:
            return frozenset()
        abbreviations = self.vocabulary.abbreviations
        words = [word.strip(".,") for word in mention.role.of(self.text).lower().split()]
        return frozenset([abbreviations.get(word, word) for word in words]) - self.vocabulary.honorifics

    def _shows_person(self, cluster: Cluster, words: Sequence[str], mention: Mention) -> bool:
        """Tell whether a word alone shows that a cluster is a person: `Veraq` after `Houn Veraq`, not `the Pact`."""
        word, vocabulary = words[-1], self.vocabulary
        if len(words) > 1 or len(cluster.words) == 1 or cluster.last != bare_word(word):
            return False
        if word.isupper() or word.lower() in vocabulary.describing:
            return False
        if word in vocabulary.nationalities or (word.endswith("s") and word not in vocabulary.surnames):
            return False
        return not behind_the(self.text, mention.span.start)

    def _short(self, word: str, kind: str | None, gender: str | None, role: frozenset[str]) -> Cluster | None:
        """Find whom a single word means: an acronym, a surname, a given name, the first word of a body's name."""
        if word in self.by_acronym:
            return self.by_acronym[word]
        best, most = None, (0, 0)
        for one in reversed(self.by_word.get(bare_word(word), ())):
            if one.kind is None and kind not in ("person", None):
                continue
            if _fits(one, kind, gender) and (rank := self._rank(one, word)):
                worth = (rank, len(role & one.role_words))
                if worth > most:  # the latest of equals
                    best, most = one, worth
        return best

    def _rank(self, one: Cluster, word: str) -> int:
        """Rank what a word is of a cluster: surname, inner name, a body's first word, given name; 0 nothing."""
        if one.kind is None:
            return 4 if len(one.words) > 1 and one.last == bare_word(word) else 0
        if one.kind == "person":
            if one.last == bare_word(word):
                return 4
            if word in one.words[1:]:
                return 3
            return 1 if one.words[0] == word and len(one.words) > 1 else 0
        body = one.kind == "organisation" and one.words[0] == word and word not in self.vocabulary.places
        return 2 if body else 0

    def _is_last_part(self, words: Sequence[str], rival: Cluster, kind: str | None) -> bool:
        """`van der Meer`, `Ríos Santana`: the last words of a longer name."""
        if words[0].lower() in self.vocabulary.particles:
            return True
        return rival.kind in ("person", None) and kind in ("person", None) and len(rival.words) > len(words)

    def _same_person(self, rival: Cluster, words: Sequence[str], kind: str | None) -> bool:
        """`George Bush` is `George W. Bush`, `Bill Ferrow` is `William Ferrow`; `Laura Bush` is not."""
        if rival.kind not in ("person", None) or kind not in ("person", None) or len(rival.words) < 2:
            return False
        if suffix(words) and suffix(rival.words) and suffix(words) != suffix(rival.words):
            return False
        first, other = words[0], rival.words[0]
        short = {(first.lower(), other.lower()), (other.lower(), first.lower())} & self.vocabulary.same_given
        initial = (len(first) == 1 and other.startswith(first)) or (len(other) == 1 and first.startswith(other))
        same_first = first == other or initial or bool(short)
        return same_first and (surname(words) == rival.last or set(words) <= set(rival.words))

    def _completes(self, rival: Cluster, words: Sequence[str], kind: str | None, gender: str | None) -> bool:
        """Tell whether a full name is that of a surname that stood before it, as in a headline."""
        if rival.kind not in ("person", None) or kind == "organisation":
            return False
        return _fits(rival, kind, gender) and rival.words[0] not in self.vocabulary.places

    def _named_first(self, words: Sequence[str], gender: str | None) -> Cluster | None:
        """`Samir al-Halabi` is who was `her brother Samir` before."""
        for rival in reversed(self.by_word.get(words[0], ())):
            if rival.kind == "person" and rival.words == (words[0],) and not _differs(rival, gender):
                return rival
        return None

    def _same_body(self, words: Sequence[str]) -> Cluster | None:
        """`Foreign Ministry` is the `Iraqi Foreign Ministry`; `Norrland Shipping` the `Norrland Shipping Company`."""
        wanted = tuple(words)
        for rival in reversed(self.by_word.get(words[-1], ())):
            if rival.kind == "organisation" and (
                rival.words[-len(wanted) :] == wanted or wanted[-len(rival.words) :] == rival.words
            ):
                return rival
        for rival in reversed(self.by_word.get(words[0], ())):
            if rival.kind == "organisation" and rival.words[: len(wanted)] == wanted:
                return rival
        return None

    def _learn(self, cluster: Cluster, mention: Mention, raw: str, name: str, words: tuple[str, ...], end: int) -> None:
        cluster.take(mention)
        if len(words) > len(cluster.words):
            cluster.name, cluster.words = without_determiner(raw), words
        if mention.kind == "person" and cluster.kind == "other":
            cluster.kind = "person"
        if mention.role is not None:
            describe(cluster, mention.role.of(self.text), self.vocabulary)
        self.by_name.setdefault(name, cluster)
        if words not in cluster.forms:
            cluster.forms += (words,)
            for word in {*words, bare_word(words[-1])}:
                known = self.by_word.setdefault(word, [])
                if cluster not in known:
                    known.append(cluster)
                    if len(known) > MOST_RIVALS:
                        del known[0]
        if len(words) > 1 and cluster.kind != "person":
            self._learn_acronym(cluster, words, end)

    def _learn_acronym(self, cluster: Cluster, words: Sequence[str], end: int) -> None:
        """Take `(JOC)` behind a name as its acronym, and its initials as what it may be called."""
        initials = "".join([word[0] for word in words if word[0].isupper() and word.lower() not in GENERIC])
        behind = self.text[end : end + 12]
        if behind.startswith((" (", " - (")):
            given = behind.partition("(")[2].partition(")")[0].replace(".", "")
            if given.isupper() and 2 <= len(given) <= 8:
                self.by_acronym[given] = cluster
                cluster.kind = cluster.kind or "organisation"
        if len(initials) >= 3:
            self.by_acronym.setdefault(initials, cluster)

    def _gender(self, mention: Mention, words: Sequence[str]) -> str | None:
        if mention.kind not in ("person", None):
            return None
        if mention.role is not None:
            for word in mention.role.of(self.text).lower().split():
                if gender := self.vocabulary.gendered.get(word.strip(".,")):
                    return gender
        gender = self.vocabulary.given_names.get(words[0]) if len(words) > 1 else None
        return gender if gender in ("m", "f") else None

    def entities(self) -> Iterable[Entity]:
        """Give the finished entities that have a mention."""
        return (cluster.entity() for cluster in self.all if cluster.mentions)


def _ends_with(name: Sequence[str], part: Sequence[str]) -> bool:
    return [word.lower() for word in name[-len(part) :]] == [word.lower() for word in part]


def _fits(cluster: Cluster, kind: str | None, gender: str | None) -> bool:
    if _differs(cluster, gender):
        return False
    return kind is None or cluster.kind is None or kind == cluster.kind


def _differs(cluster: Cluster, gender: str | None) -> bool:
    return gender is not None and cluster.gender is not None and gender != cluster.gender
