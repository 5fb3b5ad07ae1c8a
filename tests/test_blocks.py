"""Plain blocks by their shape, and several labellers' blocks made one sequence."""

from newsparse import Block, Span
from newsparse.blocks import find_blocks, trim, unite_blocks

LONG = "The council met until late at night and in the end it voted for the new bridge over the river."


def labelled(text: str) -> list[tuple[str, str]]:
    return [(block.kind, block.span.of(text)) for block in find_blocks(text)]


def test_title_heading_and_paragraphs_by_shape() -> None:
    text = f"Bridge gets go-ahead\n\n{LONG}\nLong debate\n{LONG}\n  Ann Lee  "
    assert labelled(text) == [
        ("title", "Bridge gets go-ahead"),
        ("paragraph", LONG),
        ("heading", "Long debate"),
        ("paragraph", LONG),
        ("paragraph", "Ann Lee"),
    ]


def test_one_line_is_a_paragraph() -> None:
    assert labelled("Bridge gets go-ahead") == [("paragraph", "Bridge gets go-ahead")]


def test_a_first_line_with_a_full_stop_is_no_title() -> None:
    assert labelled(f"He left.\n{LONG}")[0] == ("paragraph", "He left.")


def test_every_kind_of_line_end_ends_a_block() -> None:
    assert [text for _kind, text in labelled("One.\r\nTwo.\rThree.\u2028Four.\x85Five.")] == [
        "One.", "Two.", "Three.", "Four.", "Five.",
    ]  # fmt: skip


def test_zero_width_characters_belong_to_no_edge() -> None:
    assert trim("\ufeff \u200bHi\u200d ", 0, 7) == Span(3, 5)
    assert labelled("\u200b\n\ufeff") == []


def block(start: int, end: int, kind: str = "paragraph", by: str = "core") -> Block:
    return Block(span=Span(start, end), kind=kind, found_by=by)


def test_a_label_inside_a_line_leaves_the_rest_of_the_line() -> None:
    text = "He left. READ MORE: Why She stayed."
    blocks, refused = unite_blocks(text, [block(0, 35)], [block(9, 23, "read_more", "more")])
    assert [(one.kind, one.span.of(text)) for one in blocks] == [
        ("paragraph", "He left."), ("read_more", "READ MORE: Why"), ("paragraph", "She stayed."),
    ]  # fmt: skip
    assert refused == []


def test_a_label_over_several_lines_takes_their_place() -> None:
    text = "One\ntwo\nthree\nfour"
    plain = [block(0, 3), block(4, 7), block(8, 13), block(14, 18)]
    blocks, _ = unite_blocks(text, plain, [block(4, 13, "nav")])
    assert [one.span.of(text) for one in blocks] == ["One", "two\nthree", "four"]


def test_the_first_in_precedence_has_what_two_claim() -> None:
    first, second, third = block(0, 5, "nav", "a"), block(3, 9, "promo", "b"), block(5, 9, "advert", "c")
    blocks, refused = unite_blocks("aaaaabbbb", [block(0, 9)], [first, second, third])
    assert (blocks, refused) == ((first, third), [second])


def test_labels_that_touch_stand_side_by_side_and_overlapping_ones_are_refused() -> None:
    text = "One two three four"
    labels = [
        block(4, 7, "nav"),
        block(0, 3, "promo"),
        block(8, 13, "advert"),
        block(2, 5, "note"),
        block(6, 9, "note"),
    ]
    blocks, refused = unite_blocks(text, [block(0, 18)], labels)
    assert [(one.kind, one.span.of(text)) for one in blocks] == [
        ("promo", "One"), ("nav", "two"), ("advert", "three"), ("paragraph", "four"),
    ]  # fmt: skip
    assert refused == labels[3:]


def test_a_label_that_runs_into_the_next_or_around_it_is_refused() -> None:
    labels = [block(4, 7, "nav"), block(0, 5, "note"), block(0, 18, "note"), block(5, 6, "note"), block(0, 4, "promo")]
    blocks, refused = unite_blocks("One two three four", [block(0, 18)], labels)
    assert [(one.kind, one.span) for one in blocks] == [
        ("promo", Span(0, 4)), ("nav", Span(4, 7)), ("paragraph", Span(8, 18)),
    ]  # fmt: skip
    assert refused == labels[1:4]


def test_labels_without_a_gap_between_them() -> None:
    text = "OneTwoThree"
    labels = [block(3, 6, "nav"), block(0, 3, "promo"), block(6, 11, "advert")]
    blocks, refused = unite_blocks(text, [block(0, 11)], labels)
    assert [one.kind for one in blocks] == ["promo", "nav", "advert"]
    assert refused == []


def test_a_plain_block_that_no_label_covers_is_the_same_block() -> None:
    plain = [block(0, 3), block(4, 7)]
    blocks, _ = unite_blocks("One two", plain, [block(4, 7, "nav")])
    assert blocks[0] is plain[0]


def test_how_long_a_title_or_a_heading_may_be() -> None:
    for length, kind in ((200, "title"), (201, "paragraph")):
        assert labelled("A" * length + "\n" + "b" * 300)[0][0] == kind
    for length, kind in ((80, "heading"), (81, "paragraph")):
        assert labelled("He left.\n" + "A" * length + "\n" + "b" * 300)[1][0] == kind
    for length, kind in ((81, "heading"), (80, "paragraph"), (30, "paragraph")):  # of the line below
        assert labelled("He left.\nLong debate\n" + "b" * length + "\n" + "b" * 300)[1][0] == kind


def test_a_heading_begins_with_a_capital_a_figure_or_another_script() -> None:
    lines = ["Long debate", "3 things to know", "会議", "long debate", "— long debate"]
    kinds = [labelled(f"He left.\n{line}\n{LONG}\n")[1][0] for line in lines]
    assert kinds == ["heading", "heading", "heading", "paragraph", "heading"]
