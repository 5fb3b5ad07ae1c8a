"""The documentation holds: every code block runs and shows its true output, every hook and argument is told.

Conventions in Markdown files: a ```python block runs, all of a file's blocks in one namespace; a ```text block
right after it is what it prints. In a ```python block with `>>>` the shown results are checked (doctest). In a
```console block, lines with `$ ` run in an empty folder and what follows is their output; `...` stands for
anything. A block after a line `<!-- not run: reason -->` is left alone.
"""

from __future__ import annotations

import contextlib
import doctest
import inspect
import io
import logging
import os
import re
import subprocess
import sys
from itertools import zip_longest
from pathlib import Path

import attrs
import pytest

from newsparse import errors, hookspecs
from newsparse.registry import HOOKS

ROOT = Path(__file__).parent.parent
PAGES = sorted(
    page
    for pattern in ("README.md", "docs/**/*.md", "plugins/*/README.md")
    for page in ROOT.glob(pattern)
    if "_build" not in page.parts
)
BLOCK = re.compile(
    r"(?P<mute><!-- not run: [^\n]+ -->\n+)?^```(?P<kind>[\w{}-]*)[^\n]*\n(?P<code>.*?)^```$", re.MULTILINE | re.DOTALL
)
OPTIONS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE


@attrs.frozen(kw_only=True)
class CodeBlock:
    """A fenced block of a page that runs."""

    kind: str
    code: str
    line: int
    output: str | None


def code_blocks(page: Path) -> list[CodeBlock]:
    text = page.read_text("utf-8")
    matches = list(BLOCK.finditer(text))
    blocks = []
    for match, after in zip_longest(matches, matches[1:]):
        if match["mute"] or match["kind"] not in ("python", "console"):
            continue
        shown = (
            after and after["kind"] == "text" and not after["mute"] and not text[match.end() : after.start()].strip()
        )
        line = text.count("\n", 0, match.start("code"))
        output = after["code"] if after and shown else None
        blocks.append(CodeBlock(kind=match["kind"], code=match["code"], line=line, output=output))
    return blocks


def same(shown: str, printed: str) -> bool:
    return doctest.OutputChecker().check_output(shown, printed, OPTIONS)


def run_python(block: CodeBlock, namespace: dict[str, object], page: Path) -> None:
    printed = io.StringIO()
    if ">>> " in block.code:
        test = doctest.DocTestParser().get_doctest(block.code, namespace, page.name, str(page), block.line)
        runner = doctest.DocTestRunner(optionflags=OPTIONS)
        runner.run(test, out=printed.write, clear_globs=False)
        namespace.update(test.globs)
        assert runner.summarize(verbose=False).failed == 0, printed.getvalue()
        return
    code = compile("\n" * block.line + block.code, str(page), "exec")
    with contextlib.redirect_stdout(printed):
        exec(code, namespace)
    if block.output is not None:
        assert same(block.output, printed.getvalue()), f"{page}:{block.line} prints\n{printed.getvalue()}"


def run_console(block: CodeBlock, folder: Path, page: Path) -> None:
    parts = re.split(r"^\$ (.*)$", block.code, flags=re.MULTILINE)
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    for command, shown in zip(parts[1::2], parts[2::2], strict=True):
        done = subprocess.run(
            ["bash", "-c", command],
            cwd=folder, capture_output=True, text=True, check=False, timeout=300,
            env={**os.environ, "PATH": path, "COLUMNS": "100", "PYTHONWARNINGS": "ignore"},
        )  # fmt: skip
        printed = done.stdout + done.stderr
        assert not shown.strip() or same(shown.lstrip("\n"), printed), f"{page}: $ {command}\n{printed}"


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_every_code_block_runs_and_shows_its_true_output(
    page: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.syspath_prepend(str(tmp_path))
    logger = logging.getLogger("newsparse")
    request.addfinalizer(lambda level=logger.level: logger.setLevel(level))  # a page may turn it up for itself
    namespace: dict[str, object] = {"__name__": "__main__"}
    for block in code_blocks(page):
        if block.kind == "python":
            run_python(block, namespace, page)
        else:
            run_console(block, tmp_path, page)


HOOK_PAGE = (ROOT / "docs" / "reference" / "hooks.md").read_text("utf-8")


@pytest.mark.parametrize("hook", HOOKS)
def test_every_hook_and_argument_is_documented(hook: str) -> None:
    specification = getattr(hookspecs, hook)
    told = inspect.getdoc(specification) or ""
    for part in ("Parameters:", "Returns:", "Since "):
        assert part in told, f"{hook}: its docstring has no {part!r}"
    for argument in inspect.signature(specification).parameters:
        assert f"{argument}: " in told, f"{hook}: argument {argument} is not documented"
        assert f"`{hook}({argument})`" in HOOK_PAGE, f"docs/reference/hooks.md does not tell {hook}({argument})"


def test_every_hook_has_a_plugin_that_uses_it() -> None:
    sources = [path.read_text("utf-8") for path in (ROOT / "plugins").glob("*/src/**/*.py")]
    tests = (ROOT / "tests" / "test_plugins.py").read_text("utf-8")
    for hook in HOOKS:
        assert any(f"def {hook}(" in source for source in sources) or f'"{hook}"' in tests, hook


@pytest.mark.parametrize("error", [*errors.__all__, "WorkerError"])
def test_every_error_is_documented(error: str) -> None:
    assert error in (ROOT / "docs" / "reference" / "errors.md").read_text("utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_links_between_pages_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\((?!https?:|#|mailto:)([^)#\s]+)", text):
        assert (page.parent / target).exists(), f"{page.name}: no {target}"


def test_the_page_of_the_command_line_is_the_one_made_from_the_commands() -> None:
    made = subprocess.run(
        [sys.executable, "-m", "newsparse.cli.reference"],
        capture_output=True, text=True, check=True, env={**os.environ, "NO_COLOR": "1"},
    ).stdout  # fmt: skip
    page = (ROOT / "docs" / "reference" / "cli.md").read_text("utf-8")
    assert page == made, "make it anew: python -m newsparse.cli.reference > docs/reference/cli.md"
