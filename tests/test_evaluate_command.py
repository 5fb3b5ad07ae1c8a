"""`newsparse evaluate`: a table, or JSON with every figure."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from newsparse.cli.evaluate import evaluate_command
from newsparse.errors import UsageError

TEXT = "“No,” said Ann Lee."
GOLD = {"id": "a", "text": TEXT, "quotes": [{"kind": "direct", "content": [[0, 5]], "speaker": [[11, 18]]}]}
FOUND = {"id": "a", "quotes": [{"kind": "direct", "content": [[1, 3]], "speaker": []}]}


@pytest.fixture
def gold(tmp_path: Path) -> str:
    file = tmp_path / "gold.jsonl"
    file.write_text(json.dumps(GOLD) + "\n", "utf-8")
    return str(file)


@pytest.fixture
def found(tmp_path: Path) -> str:
    file = tmp_path / "found.jsonl"
    file.write_text(json.dumps(FOUND) + "\n" + json.dumps({"id": "b", "quotes": []}) + "\n", "utf-8")
    return str(file)


def run(*arguments: str) -> tuple[str, str]:
    done = CliRunner().invoke(evaluate_command, arguments, catch_exceptions=False, standalone_mode=False)
    return done.stdout, done.stderr


def test_predictions_are_scored(gold: str, found: str) -> None:
    told, beside = run(gold, found)
    assert told.splitlines()[-1].split() == ["all", "1", "1", "1.000", "1.000", "1.000", "1.000"] + ["0.000"] * 3 + [
        "1.000"
    ]
    assert beside == "newsparse: 1 predictions have no gold article; they are left out\n"


def test_json_has_every_figure(gold: str, found: str) -> None:
    scores = json.loads(run(gold, found, "--json")[0])
    assert scores["quotes"]["direct"]["exact F1"] == 1.0
    assert scores["quotes"]["direct"]["speaker exact"] == 0.0


def test_mistakes_are_written_to_be_looked_at(gold: str, found: str, tmp_path: Path) -> None:
    file = tmp_path / "mistakes.jsonl"
    run(gold, found, "--mistakes", str(file))
    assert [json.loads(line) for line in file.read_text("utf-8").splitlines()] == [
        {
            "layer": "quotes", "article": "a", "what": "speaker", "gold": "direct | “No,” | Ann Lee",
            "predicted": "direct | No | -",
        }
    ]  # fmt: skip


def test_options_reach_the_layer(gold: str, found: str) -> None:
    scores = json.loads(run(gold, found, "--json", "--kinds", "indirect", "--layers", "quotes")[0])
    assert scores["quotes"]["all"]["gold"] == 0


def test_the_gold_texts_can_be_parsed_now(gold: str) -> None:
    scores = json.loads(run(gold, "--parse", "--json", "--only", "")[0])
    assert scores["quotes"]["all"]["predicted"] == 0


def test_a_missing_prediction_is_told(gold: str, tmp_path: Path) -> None:
    empty = tmp_path / "empty.jsonl"
    empty.write_text("", "utf-8")
    assert (
        run(gold, str(empty))[1] == "newsparse: 1 gold articles have no prediction; nothing counts as found in them\n"
    )


@pytest.mark.parametrize("arguments", [[], ["FOUND", "--parse"]])
def test_predictions_or_parse_one_of_the_two(gold: str, found: str, arguments: list[str]) -> None:
    with pytest.raises(UsageError, match="name a file of predictions, or give --parse"):
        run(gold, *(found if one == "FOUND" else one for one in arguments))


def test_gold_without_annotations_is_refused(tmp_path: Path) -> None:
    bare = tmp_path / "bare.jsonl"
    bare.write_text('{"id": "a", "text": "Ann left."}', "utf-8")
    with pytest.raises(UsageError, match="has no annotations; it needs one of: quotes, dates, events, cleaning"):
        run(str(bare), str(bare))
