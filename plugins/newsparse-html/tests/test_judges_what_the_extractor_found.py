"""Lines an extractor takes for text, or leaves out: what their own look and place say against it."""

import pytest

from newsparse_html.label import label_lines
from newsparse_html.lines import find_lines
from newsparse_html.page import parse_html

FIRST = "The first ships left the harbour of Velm on Friday morning, a year after the pier had fallen into the sea."
LAST = "The town has planned a feast for the fishermen on Monday, when the market opens for the first time in a year."
KNOWN = {"Ships return", FIRST, LAST}


def judged(found: str, inside: str = "", before: str = "", after: str = "") -> list[tuple[str, str, str]]:
    tree = parse_html(
        f"<html><body><main><h1>Ships return</h1>{before}"
        f"<div class=text><p>{FIRST}</p>{inside}<p>{LAST}</p></div></main>{after}</body></html>"
    )
    assert tree is not None
    labelled = label_lines(find_lines(tree).lines, f"Ships return\n{FIRST}\n{found}\n{LAST}", ["Ships return"])
    return [(line.text, line.kind, line.rule) for line in labelled if line.text not in KNOWN]


@pytest.mark.parametrize(
    ("found", "page", "wanted"),
    [
        pytest.param(
            "Donate", {"inside": "<div class=button-row>Donate</div>"}, ("Donate", "other", "lone_line"), id="lone line"
        ),
        pytest.param(
            "15 August 2024, 9:30",
            {"before": "<div>15 August 2024, 9:30</div>"},
            ("15 August 2024, 9:30", "byline", "dated_line"),
            id="dated line above the text",
        ),
        pytest.param(
            "Most viewed",
            {"after": "<div><h2>Most viewed</h2></div>"},
            ("Most viewed", "other", "outside_the_frame"),
            id="beyond the frame",
        ),
        pytest.param(
            "7", {"inside": "<div class=number>7</div>"}, ("7", "separator", "only_marks"), id="number of its own"
        ),
        pytest.param(
            "Strike", {"inside": "<p><a href=x>Strike</a></p>"}, ("Strike", "other", "one_link"), id="link to a topic"
        ),
        pytest.param(
            "Ann Lee covers harbours for this page.",
            {"inside": "<div class=author-bio><p>Ann Lee covers harbours for this page.</p></div>"},
            ("Ann Lee covers harbours for this page.", "note", "named_note"),
            id="author's note",
        ),
        pytest.param(
            "We said so, and we were right.",
            {"inside": "<blockquote class=twitter-tweet><p>We said so, and we were right.</p></blockquote>"},
            ("We said so, and we were right.", "embed", "named_embed"),
            id="embedded post",
        ),
        pytest.param(
            "",
            {"inside": "<div class=post><h3>What comes next</h3></div><p>More ships will follow on Monday.</p>"},
            ("What comes next", "heading", "heading_of_text"),
            id="heading the extractor left out",
        ),
        pytest.param(
            "",
            {"inside": "<p>More ships will follow on Monday.</p>"},
            ("More ships will follow on Monday.", "paragraph", "like_its_neighbours"),
            id="paragraph the extractor left out",
        ),
    ],
)
def test_judges_each_line(found: str, page: dict[str, str], wanted: tuple[str, str, str]) -> None:
    assert judged(found, **page)[0] == wanted
