"""Compare labels with a gold standard: `python -m newsparse_readmore.confusion GOLD.jsonl`.

GOLD has lines `{"text": …, "blocks": [{"start", "end", "label"}]}`. Every gold block gets the label that most of its
characters have. Pointers ("Watch the video here:") count as paragraphs: they are the article's own words.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path

from newsparse_readmore.label import label_lines

__all__ = ["compare", "table"]

SAME = {"pointer": "paragraph", "list_item": "paragraph"}


def compare(rows: list[dict[str, object]]) -> Counter[tuple[str, str]]:
    """Count how often each gold label got each label."""
    counts: Counter[tuple[str, str]] = Counter()
    for row in rows:
        text = str(row["text"])
        kinds: list[str] = [""] * len(text)
        for block in label_lines(text):
            kinds[block.span.start : block.span.end] = [block.kind] * len(block.span)
        for gold in row["blocks"]:  # type: ignore[attr-defined]  # read from JSON
            inside = Counter(kind for kind in kinds[gold["start"] : gold["end"]] if kind)
            found = inside.most_common(1)[0][0] if inside else ""
            counts[SAME.get(gold["label"], gold["label"]), SAME.get(found, found)] += 1
    return counts


def table(counts: Counter[tuple[str, str]]) -> str:
    """Give the table as text: gold labels down, given ones across, and the accuracy."""
    gold = Counter(name for (name, _), number in counts.items() for _ in range(number))
    names = sorted({name for pair in counts for name in pair}, key=lambda name: (-gold[name], name))
    head = "gold".ljust(11) + "".join(name[:9].rjust(10) for name in names)
    rows = [
        name.ljust(11) + "".join(str(counts[name, other] or ".").rjust(10) for other in names)
        for name in names
        if any(counts[name, other] for other in names)
    ]
    right = sum(number for (wanted, found), number in counts.items() if wanted == found)
    return "\n".join([head, *rows, f"accuracy {right / max(1, counts.total()):.4f} of {counts.total()}"])


if __name__ == "__main__":
    lines = Path(sys.argv[1]).read_text(encoding="utf-8").splitlines()
    print(table(compare([json.loads(line) for line in lines])))
