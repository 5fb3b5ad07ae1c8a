"""The outsider's plugin of the documentation: a whole package that passes its own tests and takes part."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "docs" / "examples" / "newsparse-money"


def run(*command: str, cwd: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *command],
        cwd=cwd, capture_output=True, text=True, check=False, env={**os.environ, **environment},
    )  # fmt: skip


def test_its_own_tests_pass() -> None:
    done = run("-m", "pytest", "-q", "-p", "no:cacheprovider", "-W", "error", cwd=PACKAGE)
    assert done.returncode == 0, done.stdout + done.stderr


def test_built_and_installed_it_takes_part_in_every_parse(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="the build backend is not installed; pip install newsparse[test]")
    site = tmp_path / "site"
    install = ("-m", "pip", "install", "-q", "--no-deps", "--no-index", "--no-build-isolation", "--target")
    done = run(*install, str(site), str(PACKAGE), cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    told = """
import newsparse
article = newsparse.Parser(only=["money"], strict=True).parse("It cost 20 euros.")
print([(one.text, one.currency, one.value, one.found_by) for one in article.annotations])
"""
    done = run("-c", told, cwd=tmp_path, PYTHONPATH=str(site))
    assert done.stdout == "[('20 euros', 'EUR', 20.0, 'newsparse-money:word_last')]\n", done.stderr


@pytest.mark.parametrize("command", ["explain", "new-plugin", "view"])
def test_the_commands_for_people_and_authors_are_in_the_reference(command: str) -> None:
    assert f"## {command}\n" in (ROOT / "docs" / "reference" / "cli.md").read_text("utf-8")


@pytest.mark.parametrize(("option", "label"), [("--quote", "content"), ("--date", "resolved against")])
def test_explain_says_why(option: str, label: str, tmp_path: Path) -> None:
    (tmp_path / "article.txt").write_text("On Tuesday nobody came. “We are glad,” said Ann Lee.\n", "utf-8")
    code = "from newsparse.cli import main; main()"
    done = run("-c", code, "explain", "article.txt", "--published", "2024-08-15", option, "1", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert label in [line.partition(":")[0] for line in done.stdout.splitlines()]
