"""A timeline: happenings in the order of time, each with all the events that tell of it."""

from __future__ import annotations

import datetime as dt

import pytest

from newsparse import Event, Participant, Span, When
from newsparse.timeline import Happening, find_timeline


def happening(
    at: int, when: str | None, *, who: str = "Ann Lee", kind: str | None = "ASSAULT", entity: str | None = None
) -> Event:
    """Make an event whose trigger stands at `at`."""
    return Event(
        span=Span(at, at + 9),
        trigger=Span(at, at + 5),
        when=None if when is None else time(when),
        participants=(Participant(span=Span(at + 5, at + 9), text=who, entity=entity, role="actor"),),
        type=kind,
    )


def time(value: str) -> When:
    """Make a time of `2024-01-03`, `2024-01-03/2024-01-09`, `../2024-01-03` or `2024-01-03/..`."""
    first, _, last = value.partition("/")
    days = [None if day == ".." else dt.date.fromisoformat(day) for day in (first, last or first)]
    return When(
        value=value, earliest=days[0], latest=days[1], granularity="interval" if last else "day", anchor="expression"
    )


def triggers(*events: Event) -> list[list[int]]:
    """Give the starts of the triggers, by happening."""
    return [[event.trigger.start for event in one.events] for one in find_timeline(events)]


def test_the_earlier_stands_first_wherever_it_is_told() -> None:
    assert triggers(happening(0, "2024-03-01"), happening(10, "2020-01-03"), happening(20, "2024-02-01")) == [
        [10],
        [20],
        [0],
    ]


def test_what_has_no_start_stands_at_its_end() -> None:
    assert triggers(happening(0, "../2024-01-03"), happening(10, "2020-01-01"), happening(20, "2024-02-01")) == [
        [10],
        [0],
        [20],
    ]


def test_of_two_that_begin_together_the_shorter_stands_first() -> None:
    assert triggers(happening(0, "2024-03-01/2024-03-31"), happening(10, "2024-03-01")) == [[10], [0]]


def test_two_at_one_time_stand_in_text_order() -> None:
    assert triggers(happening(10, "2024-03-01", kind="AGREE"), happening(0, "2024-03-01")) == [[0], [10]]


def test_open_times_stand_at_their_known_end() -> None:
    assert triggers(happening(0, "2024-05-01/.."), happening(10, "../2024-02-01"), happening(20, "2024-03-01")) == [
        [10],
        [20],
        [0],
    ]


def test_a_happening_is_made_by_keyword_alone() -> None:
    with pytest.raises(TypeError):
        Happening(time("2024-03-01"), None, ())  # type: ignore[misc]


def test_undated_events_have_no_place() -> None:
    assert triggers(happening(0, None), happening(10, "2024-03-01")) == [[10]]


def test_repeated_mentions_are_one_happening_with_all_their_events() -> None:
    assert triggers(happening(0, "2024-03-01"), happening(10, "2020-01-03"), happening(20, "2024-03-01")) == [
        [10],
        [0, 20],
    ]


def test_entities_tell_that_participants_are_one() -> None:
    assert triggers(
        happening(0, "2024-03-01", who="Ann Lee", entity="e1"), happening(10, "2024-03-01", who="she", entity="e1")
    ) == [[0, 10]]


@pytest.mark.parametrize(
    "other",
    [
        happening(10, "2024-03-02"),
        happening(10, "2024-03-01", kind="AGREE"),
        happening(10, "2024-03-01", who="Bo Carr"),
        happening(10, "2024-03-01", who="Ann Lee", entity="e2"),
    ],
    ids=["time", "type", "participants", "entity"],
)
def test_what_differs_is_another_happening(other: Event) -> None:
    assert len(triggers(happening(0, "2024-03-01"), other)) == 2


def test_events_without_a_type_stay_apart() -> None:
    assert len(triggers(happening(0, "2024-03-01", kind=None), happening(10, "2024-03-01", kind=None))) == 2


def test_that_both_lie_before_one_day_does_not_make_them_one() -> None:
    assert len(triggers(happening(0, "../2024-03-01"), happening(10, "../2024-03-01"))) == 2
