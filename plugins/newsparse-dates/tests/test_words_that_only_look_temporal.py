import datetime as dt

import pytest

from newsparse_dates import find_dates

TEXTS = (
    "They may march. He sat in the sun and wed her.",
    "A second man left. They seconded it.",
    "Prices fall. The fall of Rome was long.",
    "She is a 12-year-old girl. He is 52 years old.",
    "The former minister and once a star left.",
    "It cost $1,998, €2024 or 1995 dollars.",
    "They won 3-2, 21-19 and 4:3 there.",
    "See page 12, p. 1998b and version 3.11.2.",
    "Call 555-1998 or +44 20 7946 0958.",
    "See https://example.org/2024/08/15/may-day and www.friday.com.",
    "Write to a.may@example.org or june@example.org.",
    "Since 9/11 they fly less.",
    "Ann Friday and April Jones left.",
    "The Sunday Times and the Daily Mail said so.",
    "Sun Systems, Mar Ltd and Sat Corp. rose.",
    "They joined the March for Peace on foot.",
    "Three-quarters of them, a quarter of it, left.",
    "Some 2000 people and 1500 soldiers came.",
    "Flight 1945 to Rome left.",
    "They work 24/7 and share it 50/50.",
    "The Prague Spring and the Arab Spring ended.",
)


@pytest.mark.parametrize("text", TEXTS)
def test_nothing_is_found(text):
    assert [(one.text, one.found_by) for one in find_dates(text, dt.date(2024, 8, 15))] == []
