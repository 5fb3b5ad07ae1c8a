"""The bundled example: what the docs show first."""

import subprocess
import sys
from pathlib import Path


def example(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "newsparse.example", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False)


def test_it_prints_the_facts_of_the_bundled_article_with_their_offsets() -> None:
    done = example()
    assert (done.returncode, done.stderr) == (0, "")
    for line in (
        "[450:524]    read_more: Read more: Five charts that explain the crisis of Europe's small shipyards",
        '[396:439]    Tomas Brandt (Norrland chief executive), direct: "I am sorry for every family in this town,"',
        '[1233:1260]  Amara Osei (union leader), direct: "Nobody here has given up,"',
        "[704:716]    'last October' is 2022-10",
    ):
        assert line in done.stdout, done.stdout


def test_it_takes_any_text(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text("“We met on Friday,” said Ann Lee.", "utf-8")
    done = example(str(file), "--published", "2024-08-15")
    assert "[0:19]       Ann Lee, direct: “We met on Friday,”" in done.stdout
    assert "'Friday' is 2024-08-16" in done.stdout or "'Friday' is 2024-08-09" in done.stdout


def test_what_is_wrong_is_told_in_a_line(tmp_path: Path) -> None:
    for arguments, says in (
        ([str(tmp_path / "no.txt")], "cannot be read"),
        (["--published", "soon"], "no ISO 8601 date"),
    ):
        done = example(*arguments)
        assert done.returncode == 2
        assert says in done.stderr
        assert "Traceback" not in done.stderr


def test_a_pipe_that_closes_early_is_no_traceback() -> None:
    command = f"{sys.executable} -m newsparse.example | head -1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=True)
    assert done.stderr == ""
