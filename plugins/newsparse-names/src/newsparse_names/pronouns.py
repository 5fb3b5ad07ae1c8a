"""Whom a pronoun means: who spoke last, who was the subject last, by gender and number."""

from __future__ import annotations

from itertools import islice

from newsparse_names.cluster import Cluster
from newsparse_names.scene import NEAR, Scene

__all__ = ["is_pair", "resolve_pair", "resolve_pronoun"]

FAR = 2500
"""A pronoun does not reach back further than so many characters,"""
MOST = 12
"""nor over more mentions of people than this."""


def resolve_pronoun(scene: Scene, means: str | None, at: int) -> Cluster | None:
    """Give whom a pronoun at `at` means, None where the text does not tell.

    Parameters:
        scene: what stood before.
        means: m, f, n (a thing) or p (several); None for other words.
        at: where the pronoun begins.
    """
    if means in ("m", "f"):
        return _person(scene, str(means), at)
    return _body(scene, at) if means == "n" else None


def is_pair(phrase: str, pairs: frozenset[str]) -> bool:
    """Tell whether a phrase in lower case means several who were named: `they`, `the two leaders`."""
    return phrase in pairs or " ".join(phrase.split(maxsplit=2)[:2]) in pairs


def resolve_pair(scene: Scene, at: int) -> tuple[Cluster, ...]:
    """Give whom `the two leaders` or `they` at `at` mean: those who spoke together, or were named as a pair."""
    spoke = scene.last_speakers(at)
    if len(spoke) > 1 or (spoke and spoke[0].kind == "group"):
        return spoke
    seen, pair = scene.pair
    return pair if pair and at - seen <= NEAR and {one.kind for one in pair} == {"person"} else ()


def _person(scene: Scene, gender: str, at: int) -> Cluster | None:
    if speaker := scene.last_speaker(at):
        cluster, end = speaker
        between = any(subject and _may_be(one, gender) for _, one, subject in scene.since(end))
        if _may_be(cluster, gender) and not between:
            return _learnt(cluster, gender)
    before = (one for one in scene.since(at - FAR) if one[0] < at and _may_be(one[1], gender))
    near = list(islice(before, MOST))
    best = max(near, key=lambda one: (one[1].gender == gender, one[2]), default=None)  # the nearest of equals
    return _learnt(best[1], gender) if best else None


def _body(scene: Scene, at: int) -> Cluster | None:
    if (speaker := scene.last_speaker(at)) and speaker[0].kind in ("organisation", "group"):
        return speaker[0]
    for _, cluster, subject in scene.since(at - NEAR):
        if subject and cluster.kind == "organisation":
            return cluster
    return None


def _may_be(cluster: Cluster, gender: str) -> bool:
    return cluster.kind in ("person", None) and cluster.gender in (gender, None)


def _learnt(cluster: Cluster, gender: str) -> Cluster:
    cluster.gender = cluster.gender or gender
    cluster.kind = cluster.kind or "person"
    return cluster
