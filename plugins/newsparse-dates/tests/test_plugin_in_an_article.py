import pytest

import newsparse
from newsparse import Block, Span, hookimpl
from newsparse_dates import DatesPlugin


class Dateline:
    name = "datelines"

    @hookimpl
    def newsparse_label_blocks(self, article):
        return [Block(span=Span(0, 18), kind="dateline", found_by="here")]


def test_dates_in_datelines_and_text():
    text = "OSLO, May 3, 2020:\nThe minister said a day later that she left."
    article = newsparse.Parser([Dateline(), DatesPlugin()], only=["datelines", "newsparse-dates"]).parse(text)
    assert [(one.text, one.value) for one in article.dates] == [
        ("May 3, 2020", "2020-05-03"),
        ("a day later", "2020-05-04"),
    ]


def test_the_day_of_a_dateline_is_not_the_one_that_will_come():
    text = "OSLO, Aug 14 (AP)- The harbour will reopen on 3 May."
    parser = newsparse.Parser([Dateline(), DatesPlugin()], only=["datelines", "newsparse-dates"])
    assert [one.value for one in parser.parse(text, published="2024-08-15").dates] == ["2024-08-14", "2025-05-03"]


def test_an_expression_does_not_run_over_a_line():
    article = newsparse.Parser([DatesPlugin()], only=["newsparse-dates"]).parse("They met in May\n3 people came.\n")
    assert [one.text for one in article.dates] == ["May"]


def test_an_unknown_language_is_told():
    from newsparse_dates import find_dates

    with pytest.raises(newsparse.DataError, match="no data folder; known: en, de"):
        find_dates("hier", language="fr")
