"""What kind of thing a name is: what its words tell, what the article tells, and no guess beyond."""

import pytest

import newsparse

KINDS = {
    "given name": ("Ines Calloway left early.", "Ines Calloway", "person"),
    "common surname": ("Vorrel Jefferson left early.", "Vorrel Jefferson", "person"),
    "family name first": ("Zhao Lirong left early.", "Zhao Lirong", "person"),
    "double given name": ("Anna-Brit Voss left early.", "Anna-Brit Voss", "person"),
    "surname that is a word of other names": ("Helen Ridge walked along Granite Ridge.", "Helen Ridge", "person"),
    "the same word in a place": ("Helen Ridge walked along Granite Ridge.", "Granite Ridge", "place"),
    "called by its last word": ("Houn Veraq left early. Veraq took the bus.", "Houn Veraq", "person"),
    "speaker": ('"We lost," Houn Veraq said on Monday.', "Houn Veraq", "person"),
    "who": ("Houn Veraq, who said the boat was late, left.", "Houn Veraq", "person"),
    "pact": ("Three states left the Silver Pact in May.", "Silver Pact", "other"),
    "pact by its last word": ("Three states left the Silver Veraq. The Veraq is dead.", "Silver Veraq", "other"),
    "conference": ("She spoke at the Harbour Workers Conference.", "Harbour Workers Conference", "other"),
    "hurricane": ("Hurricane Odo took the roof off.", "Hurricane Odo", "other"),
    "town with a saint": ("Rain fell on San Verro all day.", "San Verro", "place"),
    "part of a country": ("Rain fell on North Dellmark all day.", "North Dellmark", "place"),
    "team of a state": ("The North Carolina Lancers won again.", "North Carolina Lancers", "other"),
    "publisher": ("Copper Lane Publishing bought the novel.", "Copper Lane Publishing", "organisation"),
    "well-known firm": ("Goldman Sachs raised its forecast.", "Goldman Sachs", "organisation"),
    "a people": ("Most Kenyans stayed at home.", "Kenyans", "group"),
    "nothing tells": ("The Cobalt Runner sank in the bay.", "Cobalt Runner", "other"),
}


@pytest.mark.parametrize(("text", "name", "kind"), KINDS.values(), ids=KINDS)
def test_the_kind_of_a_name(text: str, name: str, kind: str) -> None:
    kinds = {entity.name: entity.kind for entity in newsparse.parse(text, published="2024-08-15").entities}
    assert kinds.get(name) == kind, kinds


def test_a_company_is_not_the_name_of_two_words_before_it() -> None:
    article = newsparse.parse("Ieng Soreth lost the case. The company paid nothing.", published="2024-08-15")
    assert [(entity.name, len(entity.mentions)) for entity in article.entities] == [("Ieng Soreth", 1)]


def test_an_article_before_a_short_name_tells_that_it_is_nobody() -> None:
    article = newsparse.parse("They read the Oldtown Meridian-Times. The Meridian-Times was late.")
    assert [entity.kind for entity in article.entities if "Meridian-Times" in entity.name] == ["other"]
