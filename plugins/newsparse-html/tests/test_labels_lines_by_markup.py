"""What the markup tells of each line of an article."""

import pytest

import newsparse
from newsparse_html import HtmlPlugin

FIRST = "The first ships left the harbour of Velm on Friday morning, a year after the pier had fallen into the sea."
MORE = "The harbour master, Cora Hill, said that forty ships are registered and that all of them will go out again."
LAST = "The town has planned a feast for the fishermen on Monday, when the market opens for the first time in a year."


def labels(inside: str, before: str = "", after: str = "") -> list[tuple[str, str, str]]:
    page = (
        "<!doctype html><html><head><title>Ships return</title></head><body><article><h1>Ships return</h1>"
        f"{before}<div class=text><p>{FIRST}</p>{inside}<p>{MORE}</p><p>{LAST}</p></div>{after}</article></body></html>"
    )
    article = newsparse.Parser([HtmlPlugin()], only=["newsparse-html"], strict=True).parse(page)
    known = {"Ships return", FIRST, MORE, LAST}
    return [
        (text, block.kind, block.found_by.partition(":")[2])
        for block in article.blocks
        if (text := block.span.of(article.text)) not in known
    ]


@pytest.mark.parametrize(
    ("markup", "wanted"),
    [
        pytest.param("<h2>A year of works</h2>", [("A year of works", "heading", "tag_heading")], id="heading"),
        pytest.param(
            "<ul><li>The works cost four million crowns.</li></ul>",
            [("The works cost four million crowns.", "list_item", "tag_list_item")],
            id="list item",
        ),
        pytest.param(
            "<blockquote><p>We waited for this day, and now it has come at last.</p></blockquote>",
            [("We waited for this day, and now it has come at last.", "paragraph", "prose")],
            id="quotation",
        ),
        pytest.param(
            "<figure><img src=x><figcaption>The old pier</figcaption></figure>",
            [("The old pier", "caption", "tag_caption")],
            id="caption",
        ),
        pytest.param(
            "<p><strong><a href=x>WHY THE FISHERMEN OF ARN ARE ON STRIKE</a></strong></p>",
            [("WHY THE FISHERMEN OF ARN ARE ON STRIKE", "read_more", "one_link")],
            id="paragraph that is one link",
        ),
        pytest.param(
            "<p>Background: <a href=x>Why the old pier fell</a></p>",
            [("Background: Why the old pier fell", "read_more", "label_and_link")],
            id="label and link",
        ),
        pytest.param(
            "<p>As the <a href=x>Daily Page</a> has reported:</p>",
            [("As the Daily Page has reported:", "paragraph", "prose")],
            id="a colon after the link is prose",
        ),
        pytest.param("<p>* * *</p>", [("* * *", "separator", "only_marks")], id="marks"),
        pytest.param(
            "<p>Line one of the song<br>Line two of the song</p>",
            [("Line one of the song", "paragraph", "prose"), ("Line two of the song", "paragraph", "prose")],
            id="line breaks",
        ),
        pytest.param(
            "<p>See <a href=x>the plans<span class='visually-hidden'>, opens new tab</span></a> of the town.</p>",
            [("See the plans of the town.", "paragraph", "like_its_neighbours")],
            id="words for screen readers",
        ),
    ],
)
def test_labels_what_stands_between_paragraphs(markup: str, wanted: list[tuple[str, str, str]]) -> None:
    assert labels(markup) == wanted


@pytest.mark.parametrize(
    "markup",
    [
        pytest.param("<aside class=newsletter-signup><p>Get our letter every morning.</p></aside>", id="newsletter"),
        pytest.param("<div class=related-stories><p>Strike in Arn goes on.</p></div>", id="related stories"),
        pytest.param("<div id=ad-slot-3><p>Advertisement</p></div>", id="advertisement"),
        pytest.param("<div class='share-bar'><p>Share this story</p></div>", id="share bar"),
        pytest.param("<nav><a href=x>World</a></nav>", id="navigation"),
        pytest.param("<button>Listen to this article</button>", id="button"),
        pytest.param("<script>var p = '<p>no</p>'</script>", id="script"),
        pytest.param("<div style='display: none'><p>Thank you for signing up with us.</p></div>", id="hidden"),
    ],
)
def test_clutter_is_never_in_the_body(markup: str) -> None:
    assert [one for one in labels(markup) if one[1] in newsparse.BODY_KINDS] == []


def test_a_name_says_nothing_of_an_element_that_holds_much_of_the_article() -> None:
    inside = f"<div class=promo><p>A: {FIRST}</p><p>B: {MORE}</p><p>C: {LAST}</p></div>"
    assert [kind for _text, kind, _rule in labels(inside)] == ["paragraph"] * 3


def test_text_under_the_title_is_a_standfirst_or_a_byline() -> None:
    before = "<p>Fishermen go out again after a year of works</p><div>By Ann Lee, Harbour Editor, 15 August 2024</div>"
    assert labels("", before) == [
        ("Fishermen go out again after a year of works", "standfirst", "under_title"),
        ("By Ann Lee, Harbour Editor, 15 August 2024", "byline", "under_title"),
    ]


def test_a_caption_is_kept_once() -> None:
    figure = "<figure><img src=x><figcaption>The old pier in the harbour of Velm, last year</figcaption></figure>"
    assert len(labels(figure + figure)) == 1


def test_a_line_that_the_article_repeats_is_kept() -> None:
    price = "<p>Tickets cost ten crowns, children go free.</p>"
    assert len(labels(price + price)) == 2


def test_a_heading_after_the_text_is_no_part_of_it() -> None:
    after = "<h2>Most viewed</h2><ul><li><a href=x>Strike in Arn goes on for a third week</a></li></ul>"
    assert [one for one in labels("", after=after) if one[1] == "heading"] == []
