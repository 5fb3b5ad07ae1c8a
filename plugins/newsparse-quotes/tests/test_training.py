"""The weights can be learned anew: the command of training/ on made-up annotated articles."""

from __future__ import annotations

import json
import subprocess
import sys
from importlib.util import find_spec
from itertools import product
from pathlib import Path

import pytest

from newsparse.testing import read_markup

HOME = Path(__file__).parents[1]
DECISIONS = ["gate", "shape", "speaker", "begin", "end", "lead", "float"]
NAMES = ("Ann Lee", "Bo Roe", "The mayor", "The coach")
THINGS = ("the bridge", "a new school", "the old mill")
ARTICLES = """\
[“We need {thing}, and now,”]{content} [said]{cue} [{name}]{speaker}, who came late. [“Nobody else does.”]{content}
The guide said “Old Mill” on it. They left.

[{name}]{speaker} [said]{cue} on Friday [that {thing} was closed, and that it was late]{content}, after a vote.
The plan for “{thing}” had failed. The talks they had told of went on.

After a day, [“we have {thing},”]{content} [{name}]{speaker} [told]{cue} them, [“but no money.”]{content}
A sign with “No entry” stood there. It cost more than he had told.

In May, but not in June, [{thing} will open]{content}, [{name}]{speaker} [said]{cue}.
A play, “The Ferry”, opens on Monday.
"""


def annotated(number: int, marked: str) -> str:
    text, pieces = read_markup(marked)
    quote: dict[str, list[list[int]]] = {}
    for span, label in pieces:
        quote.setdefault(label, []).append([span.start, span.end])
    return json.dumps({"id": str(number), "text": text, "quotes": [{"kind": "mixed", **quote}]})


def learn(articles: list[str], folder: Path) -> subprocess.CompletedProcess[str]:
    (folder / "annotated.jsonl").write_text("\n".join(articles) + "\n", "utf-8")
    command = [sys.executable, "-m", "training", str(folder / "annotated.jsonl"), "-o", str(folder / "weights")]
    return subprocess.run(command, cwd=HOME, capture_output=True, text=True, check=False)


@pytest.mark.skipif(find_spec("sklearn") is None, reason="training needs scikit-learn, which is not installed")
def test_weights_learned_from_annotated_articles_find_quotes_in_others(tmp_path: Path) -> None:
    made = [
        article.replace("{name}", name).replace("{thing}", thing)
        for article, name, thing in product(ARTICLES.split("\n\n"), NAMES, THINGS)
    ]
    run = learn([annotated(number, marked) for number, marked in enumerate(made)], tmp_path)
    assert run.returncode == 0, run.stderr
    first, *lines = run.stdout.splitlines()
    known, held = (int(word) for word in first.split() if word.isdigit())
    assert (known + held, held > 5) == (len(made), True)
    assert [line.split()[0] for line in lines[: len(DECISIONS)]] == DECISIONS
    assert sorted(path.name for path in (tmp_path / "weights").iterdir()) == sorted(
        f"weights_{name}.tsv" for name in DECISIONS
    )
    (total,) = [line.split() for line in lines if line.startswith("all ")]
    assert int(total[1]) == held
    assert float(total[5]) > 0.8, run.stdout


@pytest.mark.skipif(find_spec("sklearn") is None, reason="training needs scikit-learn, which is not installed")
def test_too_few_articles_are_told(tmp_path: Path) -> None:
    run = learn([annotated(0, "[Ann Lee]{speaker} [said]{cue} [that it rained]{content}.")], tmp_path)
    assert run.returncode == 1
    assert "more articles are needed" in run.stderr
