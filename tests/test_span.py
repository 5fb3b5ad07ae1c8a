"""Spans are half-open, never empty, and count code points."""

import pytest

from newsparse import Span, UsageError


def test_a_span_cuts_its_characters_out_of_the_text() -> None:
    assert Span(4, 7).of("He said 🚀") == "aid"


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_an_empty_or_reversed_span_is_refused(start: int, end: int) -> None:
    with pytest.raises(UsageError, match="start must be 0 or more and lie before end"):
        Span(start, end)


@pytest.mark.parametrize(
    ("other", "overlaps", "contained"),
    [
        (Span(0, 1), False, False),
        (Span(0, 2), False, False),
        (Span(1, 3), True, False),
        (Span(2, 5), True, True),
        (Span(5, 6), False, False),
        (Span(6, 9), False, False),
        (Span(0, 9), True, False),
        (Span(3, 4), True, True),
    ],
)
def test_overlap_and_containment_at_the_edges(other: Span, overlaps: bool, contained: bool) -> None:
    assert (Span(2, 5).overlaps(other), Span(2, 5).contains(other)) == (overlaps, contained)


def test_spans_sort_by_start_then_end() -> None:
    assert sorted([Span(2, 5), Span(0, 9), Span(0, 3)]) == [Span(0, 3), Span(0, 9), Span(2, 5)]


@pytest.mark.parametrize(
    ("one", "other", "less"),
    [
        (Span(1, 3), Span(1, 4), True),
        (Span(1, 4), Span(1, 3), False),
        (Span(1, 3), Span(1, 3), False),
        (Span(2, 3), Span(1, 9), False),
        (Span(1, 9), Span(2, 3), True),
    ],
)
def test_the_order_of_two_spans(one: Span, other: Span, less: bool) -> None:
    assert (one < other) is less
    assert (other > one) is less
    assert (one <= other) is (less or one == other)


def test_a_span_is_compared_with_spans_alone() -> None:
    with pytest.raises(TypeError):
        sorted([Span(1, 3), (1, 4)])  # type: ignore[type-var]
