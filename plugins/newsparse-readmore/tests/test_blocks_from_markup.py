"""Blocks that markup told: headings, lists and captions stay what they are, clutter among them is found."""

from newsparse import Block, Span
from newsparse_readmore.label import label_blocks

LINES = [
    ("heading", "Harbour of Velm"),
    ("paragraph", "The harbour of Velm opened again on Friday, a year after the storm that broke its wall."),
    ("list_item", "Read more books, the mayor said."),
    ("list_item", "The sea"),
    ("caption", "The harbour at night"),
    ("paragraph", "Advertisement"),
    ("heading", "Related"),
    ("list_item", "Mayor opens the new bridge"),
    ("list_item", "Storm closes three schools"),
    ("paragraph", "Fishermen had waited. READ MORE: Why did they wait? Most of them had gone to other towns by then."),
]


def test_only_clutter_is_labelled_anew():
    text, blocks = "", []
    for kind, line in LINES:
        blocks.append(Block(span=Span(len(text), len(text) + len(line)), kind=kind, found_by="newsparse-html:markup"))
        text += line + "\n"
    assert [(block.kind, block.span.of(text)) for block in label_blocks(text, tuple(blocks))] == [
        ("advert", "Advertisement"),
        ("read_more", "Related"),
        ("read_more", "Mayor opens the new bridge"),
        ("read_more", "Storm closes three schools"),
        ("read_more", "READ MORE: Why did they wait?"),
    ]


def test_plain_blocks_of_the_core_are_labelled_as_the_text_is():
    text = "Harbour of Velm opens\nThe harbour of Velm opened again on Friday.\nRead more: Mayor resigns"
    plain = (
        Block(span=Span(0, 21), kind="title", found_by="line_title"),
        Block(span=Span(22, 65), kind="paragraph", found_by="line_paragraph"),
        Block(span=Span(66, len(text)), kind="paragraph", found_by="line_paragraph"),
    )
    assert [(block.kind, block.found_by) for block in label_blocks(text, plain)] == [
        ("title", "first_line"),
        ("read_more", "label_colon_headline"),
    ]
