"""Whom a description means: `the ministry` is the last body with that word in its name."""

from __future__ import annotations

from newsparse import Mention, Span
from newsparse_names.entities import Cluster, name_words
from newsparse_names.scene import Scene

__all__ = ["goes_on_speaking", "resolve_description"]

LOOK_BACK = 80
"""A description is matched with no more than so many mentions before it."""
_GENDERED = {"man": "m", "woman": "f"}
_ANY_BODY = frozenset(["company", "firm", "group", "organisation", "organization", "bank", "carrier"])
_STATE = frozenset(["ministry", "parliament", "police", "court", "congress", "senate", "government", "army", "council"])
_DEFINITE = ("the ", "this ", "that ")


def resolve_description(scene: Scene, span: Span, mention: Mention) -> Cluster | None:
    """Give the person or body before it that bears out most of a definite description's words."""
    shown = scene.text[span.start : span.end].lower()
    if not shown.startswith(_DEFINITE) and not mention.found_by.endswith("title_alone"):
        return None
    words = [word.lower() for word in name_words(shown)]
    best: tuple[int, Cluster | None] = (0, None)
    for seen in reversed(scene.seen[-LOOK_BACK:]):
        shared = _agreement(seen.cluster, words, mention.kind)
        if shared > best[0]:
            best = (shared, seen.cluster)
    return best[1]


def _agreement(cluster: Cluster, words: list[str], kind: str | None) -> int:
    """Count the words of a description that a cluster bears out; 0 where it cannot be meant."""
    head = words[-1] if words else ""
    if cluster.kind == "person":
        if head in cluster.role_words or (head in _GENDERED and cluster.gender == _GENDERED[head]):
            return 1 + len(set(words[:-1]) & cluster.role_words)
    elif cluster.kind in ("organisation", "group"):
        own = {word.lower() for word in cluster.words}
        if head in own:
            return 1 + len(set(words[:-1]) & own)
        if head in _ANY_BODY and kind == "organisation" and len(words) == 1 and not own & _STATE:
            return 1
    return 0


def goes_on_speaking(scene: Scene, span: Span) -> Cluster | None:
    """`the author said` right after a quote of a named person, and nobody new between, goes on with it."""
    speaker = scene.last_speaker(span.start)
    if speaker is None:
        return None
    cluster, end = speaker
    named = cluster.kind == "person" and len(cluster.words) > 1 and cluster.by != "unnamed_speaker"
    newer = any(one.at < span.start and one.subject and one.cluster is not cluster for one in scene.since(end))
    return cluster if named and not newer else None
