"""What users of other extractors complain about, as made-up cases."""

import pytest

import newsparse
from newsparse_readmore import ReadmorePlugin, label_lines

FIRST = "The harbour of Velm opened again on Friday, a year after the storm that broke its wall."
SECOND = "Fishermen had waited for months, and most of them had gone to other towns along the coast."
THIRD = "The mayor cut a ribbon, and a band played for an hour in the rain."


def body(*lines):
    text = "\n".join(lines)
    return newsparse.Parser([ReadmorePlugin()], only=["newsparse-readmore"]).parse(text).body.split("\n")


@pytest.mark.parametrize(
    "prompt",
    ["Also read: Mayor resigns", "ALSO READ | Mayor of Velm resigns", "Also Read - Mayor resigns", "Also read"],
)
def test_also_read_lines_go_without_messing_up_others(prompt):
    """Asked for since 2016 at newspaper#257 (newspaper4k#36): "Remove 'Also read'"."""
    kept = "Also read in council was a letter from the king, the mayor said."
    assert body(FIRST, prompt, kept, SECOND) == [FIRST, kept, SECOND]


def test_seven_adverts_go():
    """trafilatura PR#916: the advert label stood seven times in one article."""
    lines = [one for _time in range(7) for one in ("PUBLICIDAD", FIRST)]
    assert body(*lines) == [FIRST] * 7


def test_captions_and_credits_are_told_from_text():
    """trafilatura#616, #80, #584: captions in the text."""
    caption, credit = "Boats lie in the harbour of Velm. (Ann Lee/AP Photo)", "Photo: Ann Lee / Daily Page"
    assert body(FIRST, caption, credit, SECOND) == [FIRST, SECOND]
    text = "\n".join([FIRST, caption, credit, SECOND])
    article = newsparse.Parser([ReadmorePlugin()], only=["newsparse-readmore"]).parse(text)
    assert article.body_with({"caption"}).split("\n") == [FIRST, caption, SECOND]


def test_a_newsletter_form_in_the_body_goes():
    """fundus PR#925, a blocker: the sign-up of the newsletter stood in the body."""
    form = [
        "Sign up for our newsletter",
        "Get the latest news from Velm straight to your inbox.",
        "Enter your email address",
        "Subscribe",
        "By signing up, you agree to our terms of use and privacy policy.",
    ]
    assert body(FIRST, *form, SECOND) == [FIRST, SECOND]


@pytest.mark.parametrize(
    "lines",
    [
        [FIRST, "No.", SECOND],
        [FIRST, "“We won,” she said.", SECOND],
        [FIRST, "He left.", "She stayed.", "Nobody spoke.", SECOND],
        [FIRST, "It cost 40 euros – in 1911.", SECOND],
        [FIRST, "• It was late.", "• It was full.", SECOND],
        [FIRST],
        ["“Who are you?” he asked.", "“Who are you?” she asked.", FIRST],
    ],
)
def test_no_paragraph_is_lost(lines):
    """newspaper4k#81, readability#692, trafilatura#304, goose3#190: short paragraphs and lists were lost."""
    assert body(*lines) == lines


@pytest.mark.parametrize(
    "line",
    [
        "Related to her work at the harbour is a book that she wrote in 2019.",
        "More about the storm is known now than a year ago, the office said.",
        "Comments that she made on the radio were read out in council.",
        "Share prices of the port company rose by 4% on Friday.",
        "Subscribe to the theory or not, the ice is melting.",
        "Advertisement for the post is not required by law, the court found.",
    ],
)
def test_what_begins_like_clutter_is_not_taken_for_it(line):
    """defuddle#343: over-removal."""
    assert body(FIRST, line, SECOND) == [FIRST, line, SECOND]


def test_headlines_of_others_do_not_reach_quotes_and_dates():
    """A headline in a list would become a false quote or event: its block is closed to them."""
    text = "\n".join([FIRST, SECOND, THIRD, "Most read", "“We will win on Monday,” says mayor", "Storm closes schools"])
    article = newsparse.Parser([ReadmorePlugin()], only=["newsparse-readmore"]).parse(text)
    assert [one.of(text) for one in article.sentences] == [FIRST, SECOND, THIRD]


def test_nothing_is_deleted_from_the_text():
    text = f"{FIRST}\nRead more: Mayor resigns\n{SECOND}\n"
    blocks = label_lines(text)
    assert [block.span.of(text) for block in blocks] == text.strip().split("\n")
