"""The house: a light import, imports that run one way, no plugin imported by the core."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

import newsparse

SOURCE = Path(newsparse.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))

LEVELS = (
    ("errors", "span"),
    ("models", "words", "lexicon", "rules"),
    ("timeline", "citation", "blocks"),
    ("article", "segment"),
    ("hookspecs",),
    ("registry", "checks"),
    ("source", "calls", "linking"),
    ("layers",),
    ("parser", "pool", "worker"),
    ("interchange", "batch", "spark", "evaluate", "render", "bench", "testing", "scaffold"),
    ("cli", "example"),
)
"""A module imports from its own level or those above it."""
LAZY = {"article": {"render"}}
"""Imports inside a function that go the other way: an article shows itself in a notebook."""
LEVEL = {name: number for number, names in enumerate(LEVELS) for name in names}


def imports_of(path: Path) -> set[str]:
    """Give the newsparse modules a file imports when it is loaded (not those named for type checkers alone)."""
    tree = ast.parse(path.read_text("utf-8"))
    checked_only = {
        id(inner) for node in ast.walk(tree) if isinstance(node, ast.If) and "TYPE_CHECKING" in ast.dump(node.test)
        for inner in ast.walk(node)
    }  # fmt: skip
    found = set()
    for node in ast.walk(tree):
        if id(node) in checked_only:
            continue
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "newsparse":
            parts = node.module.split(".")
            found |= {parts[1]} if len(parts) > 1 else {alias.name for alias in node.names if alias.name in LEVEL}
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("newsparse.")}
    return found


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(SOURCE)))
def test_imports_run_one_way(path: Path) -> None:
    own = path.relative_to(SOURCE).with_suffix("").parts[0]
    if own == "__init__":
        return
    assert own in LEVEL, f"{own} stands in no level; say where it belongs"
    above = {name: LEVEL[name] for name in imports_of(path) if LEVEL.get(name, 0) > LEVEL[own]}
    assert set(above) <= LAZY.get(own, set())


def loaded_by(statement: str) -> set[str]:
    code = f"import sys; {statement}; print(' '.join(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(run.stdout.split())


def test_importing_newsparse_stays_light() -> None:
    loaded = loaded_by("import newsparse")
    heavy = {"importlib.metadata", "tomllib", "cattrs", "click", "dateutil", "multiprocessing", "json", "lxml"}
    assert loaded & heavy == set()
    assert {name for name in loaded if name.startswith("newsparse_")} == set()


def test_parsing_needs_no_network_module() -> None:
    # (importlib.metadata loads socket with the email package, and opens none)
    loaded = loaded_by("import newsparse; newsparse.Parser(only=[]).parse('He left.')")
    assert loaded & {"ssl", "http.client", "urllib.request"} == set()


def test_the_core_names_no_plugin() -> None:
    for path in MODULES:
        imported = [
            node for node in ast.walk(ast.parse(path.read_text("utf-8")))
            if isinstance(node, ast.Import | ast.ImportFrom) and "newsparse_" in ast.dump(node)
        ]  # fmt: skip
        assert imported == [], path
