"""What begins like clutter, or stands like it, and is the article's own."""

import pytest

from newsparse_readmore import label_lines

BEFORE = "The harbour of Velm opened again on Friday, a year after the storm that broke its wall."
AFTER = "Fishermen had waited for months, and most of them had gone to other towns along the coast."
DROPPED = {"read_more", "promo", "advert", "nav"}

PROSE = [
    "Read more books, the minister told pupils.",
    "Read more than one book a month, she said, and you will see.",
    "“Read my lips,” he said. “No new taxes.”",
    "Related to the case, three men were held on Friday.",
    "Related: that is what the two families are, the court found.",
    "Related companies must pay the same tax, the minister said.",
    "Watch this space, the mayor said when asked about the bridge.",
    "Watch what happens when the ice melts, the scientist warned.",
    "More than 40 ships were lost.",
    "More on that later, she said.",
    "Most read newspapers on paper there.",
    "Most popular of all was the blue boat.",
    "Also read in parliament was a letter from the king.",
    "See also how the neighbours live, he advised.",
    "Sign up for our trips, the mayor told pupils.",
    "Subscribe to our view or not, the judge said, the law is clear.",
    "Follow the money, a police officer said.",
    "Follow us, the guides said, and the men did.",
    "Share this burden, the bishop asked.",
    "Advertisement sales fell by a third.",
    "Advertising brought the paper two million euros last year.",
    "Sponsored by a bank, the race drew 900 runners.",
    "Newsletters are back, and publishers earn well from them.",
    "The paper's newsletter reaches 900,000 people every morning.",
    "Its newsletter is free; readers sign up on the site with an email address.",
    "The site asked its users to accept cookies before they could read on.",
    "Tags were put on 300 birds in May.",
    "Comments by the minister angered the unions.",
    "Photos show that the bridge had cracks.",
    "Photos: that was all he kept of her.",
    "Video of the crash was shown in court.",
    "Live music is back in the old town.",
    "By Monday the bridge was open.",
    "By law, the council must answer within a month.",
    "By Ann Lee's own account, the ship was late.",
    "Credit cards are no longer taken there.",
    "Source of the river and of all quarrels, the lake is shared by two states.",
    "Editor's notes were found in the margins, the library said.",
    "Correction of the figures took the office two years.",
    "Update after update was promised, none came.",
    "Trending upwards for years, prices fell in May.",
    "Up next for the court is the case of the two brothers.",
    "Don't miss the point, the teacher said.",
    "Continue reading the letter, the judge ordered.",
    "Click here, the fake message said, and 400 people did.",
    "Recommended by doctors, the drug sold well.",
    "Listen to the sea, the old man said.",
    "Get the latest boat out, the captain shouted.",
    "Join us, the strikers called.",
    "Contact us at once, the letter said.",
    "Have your say, the mayor told them, and then we vote.",
    "What do you think of it, the lawyer asked.",
    "Lesen Sie auch das Kleingedruckte, rät die Verbraucherzentrale.",
    "Mehr zum Leben braucht er nicht, sagt der Fischer.",
    "Mehr als 40 Schiffe gingen verloren.",
    "À lire ces lettres, on comprend le roi.",
    "Lire la suite de Fibonacci est un jeu, dit-elle.",
    "Leia também os contratos, disse a juíza.",
    "Lee más libros, dijo la ministra a los alumnos.",
]


@pytest.mark.parametrize("line", PROSE)
def test_a_sentence_between_paragraphs_is_a_paragraph(line):
    blocks = label_lines(f"{BEFORE}\n{line}\n{AFTER}")
    assert [block.kind for block in blocks] == ["paragraph"] * 3


@pytest.mark.parametrize("line", PROSE)
def test_a_sentence_at_the_end_is_a_paragraph(line):
    blocks = label_lines(f"{BEFORE}\n{AFTER}\n{line}")
    assert [block.kind for block in blocks] == ["paragraph"] * 3


@pytest.mark.parametrize("line", PROSE)
def test_a_sentence_inside_a_paragraph_stays_in_it(line):
    text = f"{BEFORE} {line} {AFTER}"
    assert [block.span.of(text) for block in label_lines(text)] == [text]


TEXTS = {
    "about newsletters": [
        "Why newsletters earn more than adverts",
        "Subscribe, read, forget: that was the newsletter of old, a thing nobody wanted.",
        "Now publishers ask you to sign up for a newsletter before you can read on.",
        "“Sign up for our newsletter” is the line that Ann Lee sees most, she said.",
        "Her own newsletter costs five euros a month and has 9,000 readers.",
    ],
    "listicle": [
        "Five boats worth a trip",
        "1. The Blue Gull",
        "She sails twice a day from the old harbour and takes forty guests on board.",
        "2. The Old Ann",
        "Built in 1911, she is the oldest ship on this coast, and she still sails under canvas.",
        "3. The Night Train",
        "Not a train at all, she leaves at ten in the evening and is back for breakfast.",
    ],
    "live blog": [
        "Storm hits the coast: what we know",
        "10:42 The harbour of Velm is closed",
        "The port office said that no ship would leave before noon.",
        "10:15 Two schools stay shut",
        "The council told parents to keep their children at home.",
        "9:50 First trees fall on the coast road",
        "Police asked drivers to stay away from the coast road.",
    ],
    "interview": [
        "“I was never afraid of the sea”",
        "Ann Lee sailed alone for a year. We met her at the harbour of Velm.",
        "Q: Were you afraid?",
        "A: Never.",
        "Q: Not once?",
        "A: Once. There was a night with no wind and no sound at all.",
        "Q: And then?",
        "A: Then I sang.",
    ],
    "poem": [
        "A poem for the harbour",
        "The town read this poem by Ann Lee at the opening on Friday:",
        "The wind goes out,",
        "the wind comes in,",
        "the boats lie still",
        "and wait for him.",
        "It was the first time that the poem was read in public, her sister said.",
    ],
    "numbered parts": [
        "The year of the storm",
        "1",
        "The wind came from the west, as it had come every autumn, and nobody in Velm was afraid of it.",
        "2",
        "By noon the first boats were lost, and by night the wall of the harbour had fallen into the sea.",
        "Pause.",
        "Then the wind turned, and what it had left behind was carried out with the tide.",
    ],
    "two lines": ["Ship sinks off Velm", "All nine men were saved on Friday night, police said."],
    "one-sentence paragraphs": [
        "Ship sinks off Velm",
        "Nine men were saved on Friday.",
        "None was hurt.",
        "The ship had left at dawn.",
        "It carried salt.",
        "“We were lucky,” said its captain.",
        "He is 61.",
    ],
}


@pytest.mark.parametrize("lines", TEXTS.values(), ids=TEXTS)
def test_a_whole_text_survives(lines):
    text = "\n".join(lines)
    blocks = label_lines(text)
    assert [block.span.of(text) for block in blocks if block.kind not in DROPPED] == lines
    assert {block.kind for block in blocks} <= {"title", "standfirst", "paragraph", "heading", "list_item"}


def test_a_text_without_line_breaks_is_one_paragraph():
    text = " ".join([BEFORE, AFTER, "Read more books, she said.", "Related to it, a man was held."] * 30)
    assert [(block.span.of(text), block.kind) for block in label_lines(text)] == [(text, "paragraph")]


def test_a_heading_that_could_be_a_label_stays():
    text = f"{BEFORE}\nBackground\n{AFTER}\nAnalysis\n{BEFORE}\nLatest\n{AFTER}"
    assert [block.kind for block in label_lines(text)] == ["paragraph", *["heading", "paragraph"] * 3]


CALLED_UPON = [
    "Join the army or leave the country, she told them in a letter to the newsroom.",
    "Support for local journalism has fallen by half in our town since the spring.",
    "Follow the river past our old mill, where the path turns to Velm and the sea.",
    "“Sign up for our newsletter and win a boat” was all the letter had to offer.",
    "Read more of our letters and you will see how the war changed them, she said.",
    "Help came late, and the members of the crew had left their boats.",
    "Get up early, leave your car at home and bring something warm to wear.",
    "Top officials read the news in silence.",
    "Most stories end well.",
]


@pytest.mark.parametrize("line", CALLED_UPON)
def test_a_sentence_with_the_words_of_calls_is_a_paragraph(line):
    before = "The harbour of Velm opened again on Friday, a year after the storm that broke its wall."
    blocks = label_lines(f"{before}\n{line}\n{before}")
    assert [block.kind for block in blocks] == ["paragraph"] * 3


LISTS = {
    "poem": "The harbour lies in winter light\nThe boats of Velm are gone from sight\nAnd Anna waits until the night",
    "after a colon": "Boats from Velm must leave by Monday night\nBoats from Oslo must pay at the Harbour Office\n"
    "Nobody may fish in the waters of Velm before June",
    "bullets": "• Boats from Velm must leave by Monday night\n• Boats from Oslo must pay at the Harbour Office\n"
    "• Nobody may fish in the waters of Velm before June",
    "names": "Ann Lee, Velm Harbour Office\nBo Hill, Fishermen of the Coast\nEva Moe, Council of the Town of Velm",
}


@pytest.mark.parametrize("lines", LISTS.values(), ids=LISTS)
def test_a_list_of_the_article_stays(lines):
    before = "The harbour of Velm opened again on Friday, and the council of the town gave out three new rules:"
    after = "Fishermen had waited for months, and most of them had gone to other towns along the coast."
    kinds = {block.kind for block in label_lines(f"{before}\n{lines}\n{after}")}
    assert kinds <= {"paragraph", "heading", "list_item"}
