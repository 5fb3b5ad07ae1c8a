"""Events in the order of time, repeated mentions of one happening together."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable

import attrs

from newsparse.models import Event, When

__all__ = ["Happening", "find_timeline"]


@attrs.frozen(kw_only=True)
class Happening:
    """One thing that happened, with every event of the article that tells of it."""

    when: When
    """Its time."""
    type: str | None
    """PLOVER type, where the events have one."""
    events: tuple[Event, ...]
    """The events that tell of it, in text order; their spans are the evidence."""


def find_timeline(events: Iterable[Event]) -> tuple[Happening, ...]:
    """Order the dated events by time and join those of one happening.

    Two events are one happening when they have the same type and the same closed time and share a participant; that
    both lie before one day does not make them one. Undated events have no place on a timeline; an open time stands at
    its known end.
    """
    groups: list[list[Event]] = []
    by_key: dict[tuple[str, str], list[list[Event]]] = {}
    for event in events:
        if event.when is None:
            continue
        closed = event.when.earliest is not None and event.when.latest is not None
        rivals = by_key.setdefault((event.type, event.when.value), []) if event.type and closed else []
        group = next((group for group in rivals if any(_share_participant(event, other) for other in group)), None)
        if group is None:
            group = []
            groups.append(group)
            rivals.append(group)
        group.append(event)
    happenings = [
        Happening(when=group[0].when, type=group[0].type, events=tuple(group)) for group in groups if group[0].when
    ]
    return tuple(sorted(happenings, key=lambda happening: (_moment(happening.when), happening.events[0].trigger)))


def _share_participant(event: Event, other: Event) -> bool:
    def names(of: Event) -> set[str]:
        return {participant.entity or participant.text.casefold() for participant in of.participants}

    return bool(names(event) & names(other))


def _moment(when: When) -> tuple[dt.date, dt.date]:
    earliest = when.earliest or when.latest or dt.date.min
    return earliest, when.latest or dt.date.max
