"""Formats for what happened when, read back by their own readers: TimeML, PLOVER, iCalendar."""

from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import attrs
import pytest

from newsparse import Article, Event, Span, When, interchange

HERE = Path(__file__).parent


def planned(value: str, earliest: dt.date | None, latest: dt.date | None, **fields: Any) -> Article:
    """Give an article with one planned event at a time."""
    when = When(value=value, earliest=earliest, latest=latest, granularity="interval", anchor="expression")
    event = Event(span=Span(0, 9), text="They vote.", trigger=Span(5, 9), when=when, status="planned")
    return Article(text="They vote.", events=[event], **fields)


def test_timeml_meets_its_definition_and_keeps_the_text(article: Article, odd_articles: list[Article]) -> None:
    etree = pytest.importorskip("lxml.etree", reason="needs lxml")
    definition = etree.DTD(str(HERE / "schemas" / "timeml-part.dtd"))
    for one in (article, *odd_articles, Article(text="")):
        root = etree.fromstring(interchange.to_timeml(one).encode("utf-8"))
        assert definition.validate(root), definition.error_log
        text = "".join(root.find("TEXT").itertext())
        assert len(text) == len(one.text)
        assert all(a == b or b == "\ufffd" for a, b in zip(one.text, text, strict=True))


def test_timeml_links_events_to_their_times(article: Article) -> None:
    etree = pytest.importorskip("lxml.etree", reason="needs lxml")
    root = etree.fromstring(interchange.to_timeml(article).encode("utf-8"))
    words = {one.get("eid") or one.get("tid"): one.text for one in root.iter("EVENT", "TIMEX3")}
    links = [
        (words["e" + one.get("eventInstanceID")[2:]], one.get("relType"), words[one.get("relatedToTime")])
        for one in root.iter("TLINK")
    ]
    assert links == [
        ("vote", "IS_INCLUDED", "March 15"),
        ("struck", "IS_INCLUDED", "February"),
        ("blocked", "IS_INCLUDED", "February"),
        ("met", "IS_INCLUDED", "last week"),
        ("protested", "BEFORE", "2024-03-05"),
        ("sue", "IS_INCLUDED", "summer 2025"),
    ]
    assert [one.get("polarity") for one in root.iter("MAKEINSTANCE")] == ["POS"] * 4 + ["NEG"] * 2 + ["POS"] * 2


def test_a_time_without_words_of_its_own_is_an_empty_timex() -> None:
    etree = pytest.importorskip("lxml.etree", reason="needs lxml")
    one = planned("2024-05", dt.date(2024, 5, 1), dt.date(2024, 5, 31))
    root = etree.fromstring(interchange.to_timeml(one).encode("utf-8"))
    (timex,) = root.find("TEXT").iter("TIMEX3")
    assert (timex.get("value"), timex.text) == ("2024-05", None)


def test_plover_records_are_the_typed_events_that_happened(article: Article) -> None:
    records = interchange.to_plover(article)
    told = [(one["event"], one["date"], [who["name"] for who in one["actor"]]) for one in records]
    assert told == [
        ("PROTEST", "2024-02", ["port workers’ union"]),
        ("PROTEST", "2024-02", ["port workers’ union"]),
        ("CONSULT", "2024-W09", ["Ann Lee", "Omar Diaz"]),
        ("PROTEST", None, ["port workers’ union"]),
    ]
    assert [one["event"] for one in interchange.to_plover(article, statuses=["planned"])] == ["ACCUSE"]
    for one in records:
        assert article.text[one["text_start"] : one["text_end"]] == one["text"]
        assert one["quad"] in ("material conflict", "verbal cooperation")


def test_the_calendar_holds_the_planned_events(article: Article) -> None:
    icalendar = pytest.importorskip("icalendar", reason="needs icalendar")
    calendar = icalendar.Calendar.from_ical(interchange.to_icalendar(article))
    entries = calendar.walk("VEVENT")
    assert [(str(one["summary"]), one.decoded("dtstart"), one.decoded("dtend")) for one in entries] == [
        ("vote: the council", dt.date(2024, 3, 15), dt.date(2024, 3, 16)),
        ("sue: port workers’ union, Riverton", dt.date(2025, 6, 1), dt.date(2025, 9, 1)),
    ]
    assert [str(one["status"]) for one in entries] == ["CONFIRMED", "TENTATIVE"]
    assert all(not one.errors for one in entries)
    assert str(entries[0]["description"]).endswith("on the bridge on March 15.\n(2024-03-15)")


def test_calendar_lines_are_short_and_end_as_the_standard_says(article: Article) -> None:
    written = interchange.to_icalendar([article, attrs.evolve(article, text=article.text, id="two", url=None)])
    assert written.count("BEGIN:VEVENT") == 4
    for line in written.split("\r\n"):
        assert "\n" not in line
        assert len(line.encode("utf-8")) <= 75


def test_an_open_end_has_no_place_in_the_calendar() -> None:
    assert "VEVENT" not in interchange.to_icalendar(planned("2024-05/..", dt.date(2024, 5, 1), None))


@pytest.mark.parametrize(
    ("published", "stamp"),
    [
        (dt.date(2024, 3, 5), "20240305T000000Z"),
        (dt.datetime(2024, 3, 5, 1, 30, tzinfo=dt.timezone(dt.timedelta(hours=2))), "20240304T233000Z"),
        (None, "20240501T000000Z"),
    ],
    ids=["a day", "a moment", "unknown: the event's first day"],
)
def test_calendar_entries_are_stamped_without_a_clock(published: dt.date | None, stamp: str) -> None:
    one = planned("2024-05-01", dt.date(2024, 5, 1), dt.date(2024, 5, 1), published=published)
    assert f"DTSTAMP:{stamp}\r\n" in interchange.to_icalendar(one)
