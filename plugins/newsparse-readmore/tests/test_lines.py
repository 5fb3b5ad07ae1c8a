"""Lines of any sort: line ends, odd spaces, zero-width characters, lines wrapped at a width."""

import pytest

from newsparse_readmore import label_lines

ARTICLE = [
    ("title", "Harbour of Velm opens again"),
    ("byline", "By Ann Lee"),
    ("paragraph", "The harbour of Velm opened again on Friday, a year after the storm that broke its wall."),
    ("read_more", "Read more: Mayor of Velm resigns"),
    ("paragraph", "Fishermen had waited for months, and most of them had gone to other towns along the coast."),
    ("read_more", "Related"),
    ("read_more", "Storm closes three schools"),
]
ENDS = {"\n": "unix", "\r\n": "windows", "\r": "old mac", "\n\n": "blank lines", "\r\n\r\n": "windows blank lines"}


@pytest.mark.parametrize("end", ENDS, ids=ENDS.values())
def test_line_ends(end):
    text = end.join(line for _kind, line in ARTICLE) + end
    assert [(block.kind, block.span.of(text)) for block in label_lines(text)] == ARTICLE


@pytest.mark.parametrize(
    "space", ["\u00a0", "\u202f", "\u2009", "  ", "\t"], ids=["no-break", "narrow", "thin", "two", "tab"]
)
def test_odd_spaces(space):
    lines = [(kind, line.replace(" ", space)) for kind, line in ARTICLE]
    text = "\n".join(line for _kind, line in lines)
    assert [(block.kind, block.span.of(text)) for block in label_lines(text)] == lines


@pytest.mark.parametrize("mark", ["\u200b", "\u200e", "\u200f", "\ufeff", "\u2060", "\u00ad"])
def test_zero_width_characters_around_and_inside_lines(mark):
    lines = [(kind, line[:6] + mark + line[6:]) for kind, line in ARTICLE]
    text = "\n".join(mark + line + mark for _kind, line in lines)
    assert [(block.kind, block.span.of(text)) for block in label_lines(text)] == lines


WRAPPED = """\
Harbour of Velm opens again

The harbour of Velm opened again on Friday, a year after the
storm that broke its wall and sank forty of the ships that
lay behind it. The mayor cut a ribbon, and a band played for
an hour in the rain.

Read more: Mayor of Velm resigns

Fishermen had waited for months, and most of them had gone
to other towns along the coast, where the harbours are small
and dear. They will come back, the mayor said.
"""


def test_lines_wrapped_at_a_width_are_joined():
    blocks = label_lines(WRAPPED)
    assert [(block.kind, block.span.of(WRAPPED).split()[0]) for block in blocks] == [
        ("title", "Harbour"),
        ("paragraph", "The"),
        ("read_more", "Read"),
        ("paragraph", "Fishermen"),
    ]


def test_wrapped_lines_with_windows_line_ends():
    text = WRAPPED.replace("\n", "\r\n")
    assert [block.kind for block in label_lines(text)] == ["title", "paragraph", "read_more", "paragraph"]


def test_wrapped_paragraphs_without_blank_lines_between():
    text = WRAPPED.replace("\n\n", "\n")
    assert [block.kind for block in label_lines(text)] == ["title", "paragraph", "read_more", "paragraph"]


def test_short_lines_of_a_poem_are_not_joined():
    text = "The wind goes out,\nthe wind comes in,\nthe boats lie still\nand wait for him,\nand wait for him.\n"
    assert len(label_lines(text)) == 5


@pytest.mark.parametrize("text", ["", " \n\t\n", "\u200b\n\ufeff"])
def test_nothing_gives_nothing(text):
    assert label_lines(text) == ()
