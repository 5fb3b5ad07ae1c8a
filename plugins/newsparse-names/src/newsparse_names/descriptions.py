"""Whom a description means: `the ministry` is the last body with that word in its name."""

from __future__ import annotations

from newsparse import Mention, Span
from newsparse_names.entities import Cluster, name_words
from newsparse_names.scene import Scene

__all__ = ["goes_on_speaking", "resolve_description"]

LOOK_BACK = 80
"""A description is matched with no more than so many mentions before it."""
_ANY_BODY = frozenset(["company", "firm", "group", "organisation", "organization", "bank", "carrier"])
_ANONYMOUS = frozenset(
    ["source", "witness", "official", "resident", "neighbour", "neighbor", "insider", "man", "woman"]
)
_COMPANY = frozenset(["company", "firm", "carrier", "bank"])
_NO_COMPANY = frozenset(
    ["university", "college", "school", "fund", "foundation", "association", "union", "party", "committee", "agency"]
)
FAR = 1500
"""A body is looked for no further back than so many characters."""
_STATE = frozenset(
    [
        "ministry",
        "parliament",
        "police",
        "court",
        "congress",
        "senate",
        "government",
        "army",
        "council",
        "administration",
        "department",
    ]
)
_DEFINITE = ("the ", "this ", "that ")


def resolve_description(scene: Scene, span: Span, mention: Mention) -> Cluster | None:
    """Give the person or body before it that bears out most of a definite description's words."""
    shown = scene.text[span.start : span.end].lower()
    if not shown.startswith(_DEFINITE) and not mention.found_by.endswith("title_alone"):
        return None
    words = [word.lower() for word in name_words(shown)]
    if words and scene.is_introduced(words[-1], span.start):
        return None
    if len(words) == 1 and words[0] in _ANY_BODY and mention.kind == "organisation":
        return _body_before(scene, words[0], span.start)
    best: tuple[int, Cluster | None] = (0, None)
    for seen in reversed(scene.seen[-LOOK_BACK:]):
        shared = _agreement(seen.cluster, words)
        if shared > best[0]:
            best = (shared, seen.cluster)
    return best[1]


def _body_before(scene: Scene, noun: str, at: int) -> Cluster | None:
    """Give the body that `the company` means: that word is in its name, or it was the subject last."""
    for one in scene.since(at - FAR):
        cluster = one.cluster
        own = {word.lower() for word in cluster.words}
        if cluster.kind == "organisation" and noun in own:
            return cluster
        open_kind = cluster.kind == "organisation" or (cluster.kind is None and not cluster.role)
        if one.subject and open_kind and not own & (_STATE | (_NO_COMPANY if noun in _COMPANY else frozenset())):
            return cluster
    return None


def _agreement(cluster: Cluster, words: list[str]) -> int:
    """Count the words of a description that a cluster bears out; 0 where it cannot be meant."""
    head = words[-1] if words else ""
    if cluster.kind == "person":
        if "former" in words and "former" not in cluster.role_words:
            return 0
        if head in cluster.role_words:
            return 1 + len(set(words[:-1]) & cluster.role_words)
    elif cluster.kind in ("organisation", "group"):
        own = {word.lower() for word in cluster.words}
        if head in own:
            return 1 + len(set(words[:-1]) & own)
    return 0


def goes_on_speaking(scene: Scene, span: Span) -> Cluster | None:
    """`the author said` right after a quote of a named person, and nobody new between, goes on with it."""
    speaker = scene.last_speaker(span.start)
    noun = scene.text[span.start : span.end].lower().split()[-1]
    if speaker is None or noun in _ANONYMOUS or scene.is_introduced(noun, span.start):
        return None
    cluster, end = speaker
    named = cluster.kind == "person" and len(cluster.words) > 1 and cluster.by != "unnamed_speaker"
    newer = any(one.at < span.start and one.subject and one.cluster is not cluster for one in scene.since(end))
    return cluster if named and not newer else None
