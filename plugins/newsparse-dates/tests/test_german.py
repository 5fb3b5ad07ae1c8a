"""Another language is another data folder."""

import datetime as dt

import newsparse
from newsparse_dates import DatesPlugin, find_dates
from newsparse_dates.grammar import load_grammar

STORY = (
    "Wien - Die Stadt will bis Ende des Jahres entscheiden. Am Mittwochabend sagte sie, man habe vor drei Wochen "
    "begonnen. Im ersten Halbjahr 2024 stieg der Umsatz um 2,5 Prozent. Am 9. November 1989 fiel die Mauer; zwei Jahre "
    "später war alles anders. Heute Morgen um 8.30 Uhr begann die dreitägige Tagung. Die 12-jährige Tochter fehlte."
)


def test_a_story():
    found = find_dates(STORY, dt.date(2024, 8, 15), language="de")
    assert [(one.text, one.type, one.value, one.mod) for one in found] == [
        ("Ende des Jahres", "DATE", "2024", "END"),
        ("Mittwochabend", "TIME", "2024-08-14TEV", None),
        ("vor drei Wochen", "DATE", "2024-W30", None),
        ("ersten Halbjahr 2024", "DATE", "2024-H1", None),
        ("9. November 1989", "DATE", "1989-11-09", None),
        ("zwei Jahre später", "DATE", "1991", None),
        ("Heute Morgen", "TIME", "2024-08-15TMO", None),
        ("8.30 Uhr", "TIME", "2024-08-15T08:30", None),
        ("dreitägige", "DURATION", "P3D", None),
    ]


def test_the_articles_language_chooses():
    parser = newsparse.Parser([DatesPlugin()], only=["newsparse-dates"])
    german = parser.parse("Sie kamen am 3. Mai 2020 an.", language="de-AT")
    assert [one.value for one in german.dates] == ["2020-05-03"]
    assert parser.parse("Ils sont venus en mai 2020.", language="fr").dates == ()


def test_sixty_constructions():
    assert len(load_grammar("de").rules) >= 60
