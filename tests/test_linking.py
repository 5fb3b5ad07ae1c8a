"""Speakers, participants and places are joined to entities by the spans of their mentions."""

from __future__ import annotations

from newsparse import Entity, Event, Mention, Participant, Place, Quote, Span, Speaker
from newsparse.linking import link_events, link_quotes, number_entities


def entity(name: str, *mentions: Mention, number: int = 0, role: str | None = None) -> Entity:
    return Entity(id=f"e{number}" if number else "", name=name, kind="person", mentions=mentions, role=role)


def mention(start: int, end: int, head: Span | None = None) -> Mention:
    return Mention(span=Span(start, end), form="name", head=head)


MAYOR = entity("Ann Lee", mention(0, 13, Span(6, 13)), number=1, role="Mayor")
LEE = entity("Bo Lee", mention(6, 13), mention(20, 26), number=2, role="poet")
CITY = entity("Velm", mention(30, 34, Span(30, 34)), number=3)
UNION = entity("Dockers", mention(14, 24, Span(14, 19)), number=5)
TWIN = entity("Velm City", mention(30, 34), number=4)


def linked(*spans: Span, entities: tuple[Entity, ...] = (MAYOR,), place: Span | None = None) -> list[str | None]:
    participants = [Participant(span=span) for span in spans]
    event = Event(span=Span(0, 40), trigger=Span(14, 18), participants=participants, place=place and Place(span=place))
    (done,) = link_events([event], entities)
    return [one.entity for one in (*done.participants, *((done.place,) if done.place else ()))]


def test_entities_are_numbered_by_their_first_mention_then_by_name() -> None:
    late, early = entity("A", mention(9, 10)), entity("B", mention(1, 2), mention(12, 13))
    same = entity("A", mention(1, 2))
    assert [(one.id, one.name) for one in number_entities([late, early, same])] == [
        ("e1", "A"),
        ("e2", "B"),
        ("e3", "A"),
    ]


def test_a_participant_is_joined_by_a_mention_or_by_its_head() -> None:
    assert linked(Span(0, 13), Span(6, 13), Span(0, 5)) == ["e1", "e1", None]


def test_a_head_may_stand_first_in_its_mention() -> None:
    assert linked(Span(14, 19), Span(14, 24), Span(19, 24), entities=(UNION,)) == ["e5", "e5", None]


def test_a_whole_mention_goes_before_the_head_of_another() -> None:
    assert linked(Span(6, 13), entities=(MAYOR, LEE)) == ["e2"]


def test_a_mention_that_is_its_own_head_counts_once() -> None:
    assert linked(Span(30, 34), entities=(CITY,), place=Span(30, 34)) == ["e3", "e3"]


def test_of_two_entities_a_participant_is_neither() -> None:
    assert linked(Span(30, 34), entities=(CITY, TWIN)) == [None]


def test_an_event_that_nothing_is_joined_to_stays_the_same_object() -> None:
    event = Event(span=Span(0, 40), trigger=Span(14, 18), participants=[Participant(span=Span(1, 2))])
    (done,) = link_events([event], (MAYOR,))
    assert done is event


def test_a_joint_speaker_has_all_names_and_no_role() -> None:
    quotes = [
        Quote(kind="direct", spans=[Span(36, 39)], speaker=Speaker(span=Span(30, 34))),
        Quote(kind="direct", spans=[Span(40, 43)], speaker=Speaker(span=Span(20, 26))),
        Quote(kind="direct", spans=[Span(44, 47)], speaker=Speaker(span=Span(1, 2))),
        Quote(kind="direct", spans=[Span(48, 51)]),
    ]
    joint, single, unknown, nobody = link_quotes(quotes, (CITY, TWIN, LEE))
    assert joint.speaker == Speaker(span=Span(30, 34), name="Velm and Velm City", entities=("e3", "e4"))
    assert single.speaker == Speaker(span=Span(20, 26), name="Bo Lee", role="poet", entities=("e2",))
    assert (unknown, nobody) == tuple(quotes[2:])
