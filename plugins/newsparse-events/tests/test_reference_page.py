"""The reference page is what the data give, and its examples are true."""

from __future__ import annotations

from pathlib import Path
from typing import get_args

import pytest

import newsparse
from newsparse.models import Status
from newsparse.testing import read_markup
from newsparse_events import EventsPlugin
from newsparse_events.kinds_of_event import TYPES
from newsparse_events.reference import examples, reference_page

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "event-types.md"
PARSER = newsparse.Parser([EventsPlugin(type_margin=0)], only=["newsparse-events"])


def test_the_page_is_the_one_the_data_give() -> None:
    assert PAGE.read_text("utf-8") == reference_page(), (
        "run: python -m newsparse_events.reference > docs/reference/event-types.md"
    )


def test_every_type_and_status_has_an_example() -> None:
    assert set(examples()) == {*TYPES, *get_args(Status)}


@pytest.mark.parametrize("name", [*TYPES, *get_args(Status)])
def test_the_examples_are_true(name: str) -> None:
    text, ((trigger, _label),) = read_markup(examples()[name][1])
    (event,) = [one for one in PARSER.parse(text).events if one.trigger == trigger]
    assert name in (event.type, event.status)
