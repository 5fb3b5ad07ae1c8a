"""Plugins as installed distributions: a real one in a fresh environment, and broken ones beside it."""

import json
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

PYPROJECT = """
[project]
name = "newsparse-hashtags"
version = "0.3.0"

[project.entry-points.newsparse]
newsparse-hashtags = "hashtags"

[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"

[tool.hatch.build.targets.wheel]
include = ["hashtags.py"]
"""
MODULE = """
import newsparse

@newsparse.hookimpl
def newsparse_find_mentions(article):
    for index, word in enumerate(article.words.forms):
        if word == "#":
            span = newsparse.Span(article.words.starts[index], article.words.ends[index + 1])
            yield newsparse.Mention(span=span, form="name", found_by="hash")
"""
LIST = """
import json, newsparse
parser = newsparse.Parser()
print(json.dumps([[one.name for one in parser.active], [one.reason for one in parser.broken]]))
"""


def run(*command: str | Path, **environment: str) -> str:
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False, env={**os.environ, **environment}
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def test_a_plugin_package_is_built_installed_and_found(tmp_path: Path) -> None:
    pytest.importorskip("hatchling", reason="the build backend is not installed; pip install newsparse[test]")
    package, wheels, venv = tmp_path / "package", tmp_path / "wheels", tmp_path / "venv"
    package.mkdir()
    (package / "pyproject.toml").write_text(PYPROJECT, "utf-8")
    (package / "hashtags.py").write_text(MODULE, "utf-8")
    run(sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", wheels, package)
    run(sys.executable, "-m", "venv", venv)
    python = venv / "bin" / "python"
    # newsparse itself and what it needs are lent from this environment, so that no network is touched
    lent = run(python, "-c", "import sysconfig; print(sysconfig.get_path('purelib'))").strip()
    Path(lent, "lent.pth").write_text(f"import site; site.addsitedir({sysconfig.get_path('purelib')!r})\n", "utf-8")
    run(python, "-m", "pip", "install", "-q", "--no-deps", "--no-index", *wheels.glob("*.whl"))
    active, _broken = json.loads(run(python, "-c", LIST))
    assert "newsparse-hashtags" in active
    told = run(
        python, "-c", "import newsparse; print(newsparse.Parser(only=['hashtags']).parse('A #tag.').mentions[0])"
    )
    assert "text='#tag'" in told
    assert "found_by='newsparse-hashtags:hash'" in told


BROKEN = {
    "not-there": ("not_there_at_all", None, "cannot be loaded from not_there_at_all: ModuleNotFoundError"),
    "raises": ("raises_on_import", "raise RuntimeError('no licence')", "RuntimeError: no licence"),
    "exits": ("exits_on_import", "import sys; sys.exit(1)", "SystemExit: 1"),
    "empty": ("answers_nothing", "", "answers no hook"),
    "misspelt": (
        "misspelt_hook",
        "import newsparse\n@newsparse.hookimpl\ndef newsparse_find_date(article): return []",
        "known hooks: newsparse_read_source",
    ),
    "default": (
        "default_argument",
        "import newsparse\n@newsparse.hookimpl\ndef newsparse_find_dates(article, day_first=True): return []",
        "argument 'day_first' has a default",
    ),
}


@pytest.fixture
def with_broken(tmp_path: Path) -> str:
    """Give a folder of broken distributions, and a good one among them."""
    good = ("good_one", "import newsparse\n@newsparse.hookimpl\ndef newsparse_find_dates(article): return []", "")
    for name, (module, code, _says) in {**BROKEN, "good": good}.items():
        if code is not None:
            (tmp_path / f"{module}.py").write_text(code, "utf-8")
        info = tmp_path / f"{module}-1.0.dist-info"
        info.mkdir()
        (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: 1.0\n", "utf-8")
        (info / "entry_points.txt").write_text(f"[newsparse]\n{name} = {module}\n", "utf-8")
    return str(tmp_path)


def test_broken_plugins_are_told_and_the_others_work(with_broken: str) -> None:
    active, broken = json.loads(run(sys.executable, "-c", LIST, PYTHONPATH=with_broken))
    assert "good" in active
    for name, (_module, _code, says) in BROKEN.items():
        assert name not in active
        assert [reason for reason in broken if reason.startswith(f"plugin {name}:") and says in reason], (name, broken)


def test_the_command_line_tells_broken_plugins(with_broken: str) -> None:
    told = run(sys.executable, "-c", "from newsparse.cli import main; main()", "plugins", PYTHONPATH=with_broken)
    assert told.count("broken") == len(BROKEN)
