"""What an entity is, from the words beside its name: which of them are shown as its role, which may describe it."""

from __future__ import annotations

from newsparse_names.cluster import Cluster
from newsparse_names.vocabulary import Vocabulary

__all__ = ["describe"]

CLAUSES = (" who ", " which ", " whose ", " that ")


def describe(cluster: Cluster, role: str, vocabulary: Vocabulary) -> None:
    """Take a role's words; the first that is more than a form of address is what is shown."""
    shown = _shown(role, vocabulary)
    if not shown or shown.isdigit():
        return
    if _is_better(shown, cluster.role, vocabulary):
        cluster.role = shown
    abbreviations = vocabulary.abbreviations
    words = {word.strip(".,").lower() for word in shown.split()}
    cluster.role_words |= words | {abbreviations[word] for word in words if word in abbreviations}


def _is_better(shown: str, known: str | None, vocabulary: Vocabulary) -> bool:
    """Tell whether a role says more than the one known: `Mayor` than `friend`, `mayor of Velmora` than `mayor`."""
    if known is None:
        return True
    if shown.lower() in vocabulary.weak_roles:
        return False
    if _last(known) in vocabulary.weak_roles:
        return True
    short = vocabulary.abbreviations
    if len(shown) <= len(known):
        return False
    return known in shown or known.lower().strip(".") in short or short.get(_last(shown)) == known.lower()


def _last(role: str) -> str:
    return role.rpartition(" ")[2].lower().rstrip(".")


def _shown(role: str, vocabulary: Vocabulary) -> str:
    """Cut forms of address, determiners and clauses off a role, as `his` and `, Mr.` off `his lawyer, Mr.`."""
    words = _without_clause(" ".join(role.split())).split()
    addressed = False
    while words and words[-1].strip(".,").lower() in vocabulary.honorifics:
        addressed = True
        words.pop()
    if addressed and not any(_says_role(word.strip(".,").lower(), vocabulary) for word in words):
        return ""  # `But Mr.`
    if words and words[-1].lower() in vocabulary.determiners:
        return ""  # no phrase of its own
    while words and words[0].lower() in vocabulary.determiners:
        words.pop(0)
    return " ".join(words).rstrip(",")


def _says_role(word: str, vocabulary: Vocabulary) -> bool:
    return word in vocabulary.roles or word in vocabulary.titles


def _without_clause(role: str) -> str:
    """Cut the clause off a role, as `who came first` off `chairman of the club, who came first`."""
    for opening in CLAUSES:
        role = role.partition(opening)[0]
    return role.rstrip(" ,")
