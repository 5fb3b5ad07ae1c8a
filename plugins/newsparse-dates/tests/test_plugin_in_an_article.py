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


def test_an_expression_does_not_run_over_a_line():
    article = newsparse.Parser([DatesPlugin()], only=["newsparse-dates"]).parse("They met in May\n3 people came.\n")
    assert [one.text for one in article.dates] == ["May"]


def test_an_unknown_language_is_told():
    from newsparse_dates import find_dates

    with pytest.raises(newsparse.DataError, match="no data folder; known: en, de"):
        find_dates("hier", language="fr")
