"""Names, roles and who is the same, one construction a case."""
# ruff: noqa: E501 - a case is a line

from __future__ import annotations

import pytest

from newsparse_names import find_entities

# text, then the entities wanted: name / kind / role / mentions, parted by bars; `-` is no role
CASES = {
    "title before": (
        "Iraqi Prime Minister Karim al-Basri left. Basri smiled.",
        ["Karim al-Basri / person / Iraqi Prime Minister / Iraqi Prime Minister Karim al-Basri, Basri"],
    ),
    "title with what it is of": (
        "They met Secretary of State Ines Calloway.",
        ["Ines Calloway / person / Secretary of State / Secretary of State Ines Calloway"],
    ),
    "title with what it is of, and a rare given name": (
        "They met Governor of Arvania Houn Veraq.",
        ["Houn Veraq / person / Governor of Arvania / Governor of Arvania Houn Veraq"],
    ),
    "title of two words in one": (
        "They met Vice-President Ines Calloway.",
        ["Ines Calloway / person / Vice-President / Vice-President Ines Calloway"],
    ),
    "small role before": (
        "They met union leader Amara Osei.",
        ["Amara Osei / person / union leader / union leader Amara Osei"],
    ),
    "former before a title": (
        "In Oslo former President Ann Lee spoke.",
        ["Oslo / place / - / Oslo", "Ann Lee / person / former President / former President Ann Lee"],
    ),
    "apposition behind": (
        "Ann Lee, a spokeswoman for the mayor, left.",
        ["Ann Lee / person / spokeswoman for the mayor / Ann Lee, the mayor"],
    ),
    "office behind": (
        "Tomas Brandt, chief executive of Norrland, left.",
        ["Tomas Brandt / person / chief executive of Norrland / Tomas Brandt", "Norrland / other / - / Norrland"],
    ),
    "age behind": ("Corlan Vesk, 34, fell.", ["Corlan Vesk / person / - / Corlan Vesk"]),
    "no role in an address": ("Mr. Brandt met Mrs. Osei.", ["Brandt / person / - / Mr. Brandt", "Osei / person / - / Mrs. Osei"]),
    "initials and suffix": (
        "George W. Ferrow Jr. spoke. Ferrow left.",
        ["George W. Ferrow Jr / person / - / George W. Ferrow Jr, Ferrow"],
    ),
    "middle initial comes and goes": (
        "Ann B. Lee spoke. Ann Lee left.",
        ["Ann B. Lee / person / - / Ann B. Lee, Ann Lee"],
    ),
    "two people with one surname": (
        "Anna Marsh met Peter Marsh. Ms. Marsh left. Mr. Marsh stayed.",
        ["Anna Marsh / person / - / Anna Marsh, Ms. Marsh", "Peter Marsh / person / - / Peter Marsh, Mr. Marsh"],
    ),
    "acronym in brackets": (
        "The Coastal Rescue Agency (CRA) came. CRA boats left.",
        ["Coastal Rescue Agency / organisation / - / Coastal Rescue Agency, CRA, CRA"],
    ),
    "of and and in a body's name": (
        "They went to the Department of Health and Human Services.",
        ["Department of Health and Human Services / organisation / - / Department of Health and Human Services"],
    ),
    "Arabic": ("Abu Omar al-Tamimi fell. Tamimi rose.", ["Abu Omar al-Tamimi / person / - / Abu Omar al-Tamimi, Tamimi"]),
    "Dutch": ("They met Peter van der Meer. Then van der Meer left.", ["Peter van der Meer / person / - / Peter van der Meer, van der Meer"]),
    "Chinese": ("President Lin Weiguo spoke. Lin left.", ["Lin Weiguo / person / President / President Lin Weiguo, Lin"]),
    "Spanish double surname": (
        "María Fernández Ortega spoke. Fernández left.",
        ["María Fernández Ortega / person / - / María Fernández Ortega, Fernández"],
    ),
    "Indonesian single name": ("They met Minister Sutarno. Sutarno left.", ["Sutarno / person / Minister / Minister Sutarno, Sutarno"]),
    "the ministry": (
        "They went to the Health Ministry. The ministry was shut.",
        ["Health Ministry / organisation / - / Health Ministry, The ministry"],
    ),
    "the senator": (
        "They met Sen. Ruth Ballard. The senator left.",
        ["Ruth Ballard / person / Sen. / Sen. Ruth Ballard, The senator"],
    ),
    "she": ("They met Ann Lee. She left.", ["Ann Lee / person / - / Ann Lee, She"]),
    "what something is in is a place": (
        "They shut Velmora down. The yard in Velmora will close.",
        ["Velmora / place / - / Velmora, Velmora"],
    ),
    "an adjective is no entity": ("They ate French bread.", []),
    "a country's adjective before a hyphen": ("The US-led mission ended.", ["US / place / - / US"]),
    "the first word of a sentence is no name": ("Negotiations went on. Boats left.", []),
    "a day is no name": ("They met Ann Lee on Friday.", ["Ann Lee / person / - / Ann Lee"]),
    "a city opens a sentence": (
        "Former New York Gov. Dale Whitcombe left.",
        ["Dale Whitcombe / person / New York Gov. / New York Gov. Dale Whitcombe"],
    ),
    "an acronym without brackets": (
        "They joined the Coastal Rescue Forces CRF. CRF boats left.",
        ["Coastal Rescue Forces / organisation / - / Coastal Rescue Forces, CRF, CRF"],
    ),
    "one state, two names": (
        "They left the US. The United States was cold.",
        ["United States / place / - / US, United States"],
    ),
    "nickname": (
        "They met William Ferrow. Bill Ferrow left.",
        ["William Ferrow / person / - / William Ferrow, Bill Ferrow"],
    ),
    "father and son": (
        "Dale Whitcombe Sr. met Dale Whitcombe Jr. in Oslo.",
        [
            "Dale Whitcombe Sr / person / - / Dale Whitcombe Sr",
            "Dale Whitcombe Jr / person / - / Dale Whitcombe Jr",
            "Oslo / place / - / Oslo",
        ],
    ),
    "a friend is more than that": (
        "They met his friend Tomas Brandt. Mayor Tomas Brandt left.",
        ["Tomas Brandt / person / Mayor / friend Tomas Brandt, Mayor Tomas Brandt"],
    ),
    "names in a headline": (
        "Brandt Wants New Bridge Near Oslo\n\nMayor Tomas Brandt left.",
        ["Tomas Brandt / person / Mayor / Brandt, Mayor Tomas Brandt", "Oslo / place / - / Oslo"],
    ),
    "the two leaders": (
        "President Lin Weiguo met Prime Minister Sofia Andersdotter. The two leaders left.",
        [
            "Lin Weiguo / person / President / President Lin Weiguo, The two leaders",
            "Sofia Andersdotter / person / Prime Minister / Prime Minister Sofia Andersdotter, The two leaders",
        ],
    ),
    "the first word of a sentence acts": (
        "Velmora rejected the plan. Oslona's mayor left. Rain fell. Residents said no.",
        ["Velmora / other / - / Velmora", "Oslona / other / - / Oslona"],
    ),
    "people of a country": (
        "The army shot at Afghan rebels. The rebels fled. Turkish police came; two Turkish officials left.",
        ["Afghan rebels / group / - / Afghan rebels, The rebels", "Turkish police / organisation / - / Turkish police"],
    ),
    "an adjective before anything else": ("They left a Catholic school choir and two Spanish campaign managers.", []),
    "a form of address tells nobody apart": (
        "They met Ted Roe. Roe spoke. Rafael Roe listened. Mr. Roe left.",
        ["Ted Roe / person / - / Ted Roe, Roe, Mr. Roe", "Rafael Roe / person / - / Rafael Roe"],
    ),
    "a role with a comma before the name": (
        "Its director, Rob Ferrow, left. She met her rival, Sen. Ann Lee, and the governor, Dale Whitcombe.",
        [
            "Rob Ferrow / person / director / director, Rob Ferrow",
            "Ann Lee / person / Sen. / Sen. Ann Lee",
            "Dale Whitcombe / person / governor / governor, Dale Whitcombe",
        ],
    ),
    "a title of two words": (
        "They met Secretary-Treasurer Gary Bright. The Corlan-Velm mission left.",
        ["Gary Bright / person / Secretary-Treasurer / Secretary-Treasurer Gary Bright", "Corlan-Velm / other / - / Corlan-Velm"],
    ),
    "a role ends before a clause": (
        "They met Ann Lee, a pastor supporting the strike, on Friday.",
        ["Ann Lee / person / pastor / Ann Lee"],
    ),
    "the last two words of a longer name": (
        "Guadalupe Ríos Santana spoke. Ríos Santana left.",
        ["Guadalupe Ríos Santana / person / - / Guadalupe Ríos Santana, Ríos Santana"],
    ),
    "a title tells two of one surname apart": (
        "They met Senator Malcolm Reid and Patricia Reid. Senator Reid left.",
        ["Malcolm Reid / person / Senator / Senator Malcolm Reid, Senator Reid", "Patricia Reid / person / - / Patricia Reid"],
    ),
    "a body of owners": (
        "The Baltic Ferry Operators' Association (BFOA) and the Teachers’ Union met. The BFOA left.",
        [
            "Baltic Ferry Operators' Association / organisation / - / Baltic Ferry Operators' Association, BFOA, BFOA",
            "Teachers’ Union / organisation / - / Teachers’ Union",
        ],
    ),
    "somebody's body": (
        "They read Rawlings' Council report.",
        ["Rawlings / other / - / Rawlings", "Council / other / - / Council"],
    ),
    "a programme does not name its presenter": (
        "They watched the Anna Reed Show. Reed laughed.",
        ["Anna Reed Show / other / - / Anna Reed Show", "Reed / other / - / Reed"],
    ),
    "a law is a thing": ("They read the Clean Water Act.", ["Clean Water Act / other / - / Clean Water Act"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "wanted"), CASES.values(), ids=CASES)
def test_who_is_in_it(text: str, wanted: list[str]) -> None:
    found = [
        f"{one.name} / {one.kind} / {one.role or '-'} / {', '.join(mention.text for mention in one.mentions)}"
        for one in find_entities(text)
    ]
    assert found == wanted
