"""Expressions that refer to a date named before, and articles whose dates continue from one another."""

import datetime as dt

import pytest

from newsparse_dates import find_dates

PUBLISHED = dt.date(2024, 8, 15)
CASES = (
    ("It opened on May 3, 2020 and closed a day later.", "a day later", "2020-05-04"),
    ("It opened on May 3, 2020 and closed two weeks later.", "two weeks later", "2020-W20"),
    ("It opened on May 3, 2020 and closed that day.", "that day", "2020-05-03"),
    ("It opened on May 3, 2020 and closed the same month.", "the same month", "2020-05"),
    ("It opened in 1988 and closed later that year.", "later that year", "1988"),
    ("It opened in 1988 and closed the following year.", "the following year", "1989"),
    ("It opened on May 3, 2020, planned two years earlier.", "two years earlier", "2018"),
    ("It opened on May 3, 2020 and closed the next morning.", "the next morning", "2020-05-04TMO"),
)


@pytest.mark.parametrize(("text", "words", "value"), CASES)
def test_refers_to_the_mention_before(text, words, value):
    first, second = find_dates(text, PUBLISHED)
    assert (second.text, second.value, second.anchor, second.anchor_span) == (words, value, "mention", first.span)


def test_a_clock_time_belongs_to_the_day_just_named():
    _, clock = find_dates("They met on May 3, 2020. It began at 6 p.m. there.", PUBLISHED)
    assert (clock.value, clock.anchor) == ("2020-05-03T18:00", "mention")


HISTORY = (
    "The war began in 1914. In August the army crossed the river. By 1915 it stood in the hills. The siege of 1916 "
    "lasted until December. In 1917 a second army came. On 3 March it won. Peace came in 1918, on 11 November."
)


def test_a_history_continues_from_its_own_dates():
    found = {one.text: one.value for one in find_dates(HISTORY, PUBLISHED)}
    assert found["August"] == "1914-08"
    assert found["December"] == "1916-12"
    assert found["3 March"] == "1917-03-03"
    assert found["11 November"] == "1918-11-11"


def test_the_choice_goes_before_the_articles_look():
    found = {one.text: one.value for one in find_dates(HISTORY, PUBLISHED, narrative=False)}
    assert found["August"] == "2024-08"
    news = find_dates("It opened in 1998. It closed in June.", PUBLISHED, narrative=True)
    assert [one.value for one in news] == ["1998", "1998-06"]
    assert news[1].anchor == "mention"


def test_news_does_not_continue_from_a_year_it_names():
    text = "The firm, founded in 1998, said on Monday that it will close in December."
    assert [one.value for one in find_dates(text, PUBLISHED)] == ["1998", "2024-08-12", "2024-12"]


def test_months_run_on_over_the_turn_of_the_year():
    text = "In December 1941 they came. In January they left."
    assert [one.value for one in find_dates(text, PUBLISHED, narrative=True)] == ["1941-12", "1942-01"]
