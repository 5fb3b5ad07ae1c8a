"""The table of gold labels against given ones."""

import json
import runpy
import sys

from newsparse_readmore.confusion import compare, table

LINES = [
    ("Rain fell on the harbour for a third day, and the ships stayed where they were.", "paragraph"),
    ("Read more: Why the ships stay", "read_more"),
    ("The mayor said that the harbour would open again when the wind had dropped.", "list_item"),
    ("Nobody was hurt, and the ferries are to sail again in the morning.", "promo"),
]


def row():
    text, blocks = "", []
    for line, label in LINES:
        blocks.append({"start": len(text), "end": len(text) + len(line), "label": label})
        text += line + "\n"
    return {"text": text, "blocks": blocks}


def test_each_gold_block_has_the_label_of_most_of_its_characters():
    counts = compare([row()])
    assert counts == {("paragraph", "paragraph"): 2, ("read_more", "read_more"): 1, ("promo", "paragraph"): 1}


def test_a_block_that_nobody_labelled_counts_too():
    assert compare([{"text": "  \n", "blocks": [{"start": 0, "end": 2, "label": "nav"}]}]) == {("nav", ""): 1}


def test_the_table_is_printed(tmp_path, monkeypatch, capsys):
    (tmp_path / "gold.jsonl").write_text(json.dumps(row()) + "\n", "utf-8")
    monkeypatch.setattr(sys, "argv", ["confusion", str(tmp_path / "gold.jsonl")])
    monkeypatch.delitem(sys.modules, "newsparse_readmore.confusion")
    runpy.run_module("newsparse_readmore.confusion", run_name="__main__")
    assert [line.split() for line in capsys.readouterr().out.splitlines()] == [
        ["gold", "paragraph", "promo", "read_more"],
        ["paragraph", "2", ".", "."],
        ["promo", "1", ".", "."],
        ["read_more", ".", ".", "1"],
        ["accuracy", "0.7500", "of", "4"],
    ]


def test_nothing_to_compare():
    assert table(compare([])).endswith("accuracy 0.0000 of 0")
