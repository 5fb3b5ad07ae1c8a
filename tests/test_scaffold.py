"""A new plugin's package passes its own tests at once, for every hook there is a template for."""

import subprocess
import sys
from pathlib import Path

import pytest

from newsparse import UsageError
from newsparse.scaffold import _ANSWERS, write_plugin


@pytest.mark.parametrize("hook", _ANSWERS)
def test_a_new_package_passes_its_own_tests(hook: str, tmp_path: Path) -> None:
    package = write_plugin("tide-marks", hook.removeprefix("newsparse_"), tmp_path)
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider"],
        cwd=package, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    ("name", "hook", "says"),
    [
        ("Tide Marks", "find_dates", "is no name for a package"),
        ("tides", "find_tides", "no template for hook 'find_tides'; there is one for label_blocks"),
    ],
)
def test_what_cannot_be_written_is_told(name: str, hook: str, says: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=says):
        write_plugin(name, hook, tmp_path)


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    write_plugin("tides", "find_dates", tmp_path)
    with pytest.raises(UsageError, match="is there already"):
        write_plugin("tides", "find_dates", tmp_path)
