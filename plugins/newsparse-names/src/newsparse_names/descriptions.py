"""Whom a description means: `the ministry` is the last body with that word in its name."""

from __future__ import annotations

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
    person = mention.kind in ("person", None)  # `the federation` is not the federation's president
    for cluster in scene.lately(LOOK_BACK):
        if cluster.kind == "person":
            told = cluster.role_words
            fits = person and head in told and ("former" not in others or "former" in told)
        elif cluster.kind in ("organisation", "group"):
            told = cluster.own
            fits = head in told
        else:
            continue
        if fits and (shared := 1 + len(others & told)) > best[0]:
            best = (shared, cluster)
    return best[1]


def _body_before(scene: Scene, noun: str, at: int) -> Cluster | None:
    """Give the body that `the company` means: that word is in its name, or it was the subject last."""
    other = scene.nouns["state"] | (scene.nouns["no_company"] if noun in scene.nouns["company"] else frozenset())
    for _, cluster, subject in scene.since(at - FAR):
        own = cluster.own
        if cluster.kind == "organisation" and noun in own:
            return cluster
        untold = cluster.kind is None and not cluster.role and cluster.by != "two_words"  # those are mostly people
        open_kind = cluster.kind == "organisation" or untold
        if subject and open_kind and not own & other:
            return cluster
    return None


def goes_on_speaking(scene: Scene, span: Span) -> Cluster | None:
    """`the author said` right after a quote of a named person, and nobody new between, goes on with it."""
    speaker = scene.last_speaker(span.start)
    noun = scene.text[span.start : span.end].lower().split()[-1]
    if speaker is None or noun in scene.nouns["anonymous"] or scene.is_introduced(noun, span.start):
        return None
    cluster, end = speaker
    named = cluster.kind == "person" and len(cluster.words) > 1 and cluster.by != "unnamed_speaker"
    newer = any(at < span.start and subject and one is not cluster for at, one, subject in scene.since(end))
    return cluster if named and not newer else None
