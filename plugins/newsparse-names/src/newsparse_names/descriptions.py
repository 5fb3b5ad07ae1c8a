"""Whom a description means: `the ministry` is the last body with that word in its name."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from newsparse import Mention, Span
from newsparse_names.cluster import Cluster, name_words
from newsparse_names.scene import Scene

__all__ = ["goes_on_speaking", "resolve_description"]

LOOK_BACK = 80
"""A description is matched with no more than so many mentions before it."""
FAR = 1500
"""A body is looked for no further back than so many characters."""
_DEFINITE = ("the ", "this ", "that ")


def resolve_description(scene: Scene, span: Span, mention: Mention) -> Cluster | None:
    """Give the person or body before it that bears out most of a definite description's words."""
    shown = scene.text[span.start : span.end].lower()
    if not shown.startswith(_DEFINITE) and not mention.found_by.endswith("title_alone"):
        return None
    words = [word.lower() for word in name_words(shown)]
    if words and scene.is_introduced(words[-1], span.start):
        return None
    if len(words) == 1 and words[0] in scene.nouns["any_body"] and mention.kind == "organisation":
        return _body_before(scene, words[0], span.start)
    if not words:
        return None
    best: tuple[int, Cluster | None] = (0, None)
    head, others = words[-1], set(words[:-1])
    for seen in reversed(scene.seen[-LOOK_BACK:]):
        cluster = seen.cluster
        if cluster is not best[1] and head in _says_of(cluster, mention.kind):
            shared = _agreement(cluster, others)
            if shared > best[0]:
                best = (shared, cluster)
    return best[1]


def _body_before(scene: Scene, noun: str, at: int) -> Cluster | None:
    """Give the body that `the company` means: that word is in its name, or it was the subject last."""
    other = scene.nouns["state"] | (scene.nouns["no_company"] if noun in scene.nouns["company"] else frozenset())
    for one in scene.since(at - FAR):
        cluster = one.cluster
        own = cluster.own
        if cluster.kind == "organisation" and noun in own:
            return cluster
        open_kind = cluster.kind == "organisation" or (cluster.kind is None and not cluster.role)
        if one.subject and open_kind and not own & other:
            return cluster
    return None


def _says_of(cluster: Cluster, described: str | None) -> AbstractSet[str]:
    """Give the words that may describe a cluster, where what is described is of its kind."""
    if cluster.kind == "person":  # `the federation` is not the federation's president
        return cluster.role_words if described in ("person", None) else frozenset()
    return cluster.own if cluster.kind in ("organisation", "group") else frozenset()


def _agreement(cluster: Cluster, others: set[str]) -> int:
    """Count the words of a description that a cluster bears out whose noun fits; 0 where it cannot be meant."""
    if cluster.kind == "person" and "former" in others and "former" not in cluster.role_words:
        return 0
    return 1 + len(others & (cluster.role_words if cluster.kind == "person" else cluster.own))


def goes_on_speaking(scene: Scene, span: Span) -> Cluster | None:
    """`the author said` right after a quote of a named person, and nobody new between, goes on with it."""
    speaker = scene.last_speaker(span.start)
    noun = scene.text[span.start : span.end].lower().split()[-1]
    if speaker is None or noun in scene.nouns["anonymous"] or scene.is_introduced(noun, span.start):
        return None
    cluster, end = speaker
    named = cluster.kind == "person" and len(cluster.words) > 1 and cluster.by != "unnamed_speaker"
    newer = any(one.at < span.start and one.subject and one.cluster is not cluster for one in scene.since(end))
    return cluster if named and not newer else None
