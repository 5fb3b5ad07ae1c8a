"""A run that is killed, hangs, loses workers, fills the disk or is interrupted: it ends well and can go on."""

import json
import os
import random
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from newsparse.interchange import from_json

PLUGIN = """
import os, signal, time
import newsparse

@newsparse.hookimpl
def newsparse_find_mentions(article):
    if "SLOW" in article.text:
        time.sleep(0.02)
    if "HANG" in article.text:
        while True:
            pass
    if "GRIP" in article.text:  # one call that never lets the interpreter go
        int("9" * 4000) ** 10 ** 9
    if "EXIT" in article.text:
        os._exit(7)
    if "KILL" in article.text:
        os.kill(os.getpid(), signal.SIGKILL)
    if "RAISE" in article.text:
        raise KeyError("no such thing")
    start = article.text.index("Velmora")
    yield newsparse.Mention(span=newsparse.Span(start, start + 7), form="name", found_by="town")
"""


class Bench:
    """A folder with an input and a plugin, and the command line in it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        (folder / "towns.py").write_text(PLUGIN, "utf-8")

    def write(self, words: list[str]) -> None:
        lines = [
            json.dumps({"id": f"a{index}", "text": f"Velmora opens, part {index}. {word}"})
            for index, word in enumerate(words)
        ]
        (self.folder / "news.jsonl").write_text("\n".join(lines), "utf-8")

    def start(self, output: str, *options: str) -> "subprocess.Popen[str]":
        # a shell's background job hears no Ctrl-C, unless it listens anew
        listen = "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)"
        command = [
            sys.executable, "-c", f"{listen}; from newsparse.cli import main; main()",
            "batch", "news.jsonl", "-o", output, "--only", "",
            "--plugin-file", "towns.py", "--part-rows", "20", *options,
        ]  # fmt: skip
        return subprocess.Popen(command, cwd=self.folder, stderr=subprocess.PIPE, text=True, start_new_session=True)

    def run(self, output: str, *options: str, code: int = 0) -> str:
        process = self.start(output, *options)
        told = process.communicate(timeout=120)[1]
        assert process.returncode == code, told
        assert "Traceback" not in told
        return told

    def wait_for(self, output: str, rows: int, process: "subprocess.Popen[str]") -> None:
        name = f"{output}.manifest.json" if output.endswith(".jsonl") else f"{output}/manifest.json"
        for _ in range(1500):
            assert process.poll() is None, process.communicate()[1]
            if (self.folder / name).exists():
                state = json.loads((self.folder / name).read_text("utf-8"))["state"]
                if state["found"].get("rows", 0) >= rows:
                    return
            time.sleep(0.02)
        raise AssertionError("it takes too long")

    def files(self, output: str) -> dict[str, bytes]:
        root = self.folder / output
        paths = (
            [root, root.with_name(root.name + ".manifest.json")]
            if root.is_file()
            else [p for p in root.rglob("*") if p.is_file()]
        )
        return {str(path.relative_to(root.parent)).replace(output, "OUT"): path.read_bytes() for path in paths}

    def errors(self, output: str) -> dict[str, str]:
        found = {}
        for line in (self.folder / output).read_text("utf-8").splitlines():
            article = from_json(line)
            if told := [problem.message for problem in article.problems if problem.hook == "batch"]:
                found[str(article.id)] = told[0]
            elif not article.problems:
                assert [mention.text for mention in article.mentions] == ["Velmora"]
        return found


@pytest.fixture
def bench(tmp_path: Path) -> Bench:
    return Bench(tmp_path)


def workers_left(session: int) -> list[int]:
    """Give the processes of a session that still run."""
    left = []
    for entry in Path("/proc").iterdir():
        try:
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
        except (OSError, IndexError):
            continue
        if int(fields[3]) == session and fields[0] != "Z":
            left.append(int(entry.name))
    return left


def wait_until_gone(session: int) -> None:
    for _ in range(200):
        if not workers_left(session):
            return
        time.sleep(0.05)
    raise AssertionError(f"processes were left: {workers_left(session)}")


needs_proc = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="looks for orphans in /proc")


@needs_proc
@pytest.mark.parametrize(
    ("output", "form"),
    [("out.jsonl", []), ("tables", []), ("tables", ["--to", "csv"])],
    ids=["jsonl", "parquet", "csv"],
)
def test_a_killed_run_goes_on_and_gives_the_same_bytes(bench: Bench, output: str, form: list[str]) -> None:
    if output == "tables" and not form:
        pytest.importorskip("pyarrow", reason="Parquet needs pyarrow")
    bench.write(["SLOW"] * 100)
    bench.run(f"whole-{output}", *form)
    for rows in (20, 60):
        process = bench.start(output, "--workers", "2", *form)
        bench.wait_for(output, rows, process)
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        wait_until_gone(process.pid)
    told = bench.run(output, *form)
    assert "100 articles" in told
    undisturbed = {name.replace("whole-OUT", "OUT"): data for name, data in bench.files(f"whole-{output}").items()}
    assert bench.files(output) == undisturbed


@needs_proc
def test_no_worker_outlives_a_killed_run_even_in_a_call_that_holds_the_interpreter(bench: Bench) -> None:
    bench.write(["", "GRIP", "GRIP", ""])
    process = bench.start("out.jsonl", "--workers", "2")
    deadline = time.monotonic() + 30
    while len(workers_left(process.pid)) < 3 and time.monotonic() < deadline:
        time.sleep(0.05)
    time.sleep(1)
    os.kill(process.pid, signal.SIGKILL)
    process.communicate()
    wait_until_gone(process.pid)


def test_rows_that_hang_kill_or_raise_become_error_rows(bench: Bench) -> None:
    words = [""] * 40
    words[3], words[17], words[18], words[25], words[39] = "HANG", "EXIT", "KILL", "RAISE", "GRIP"
    bench.write(words)
    told = bench.run("out.jsonl", "--workers", "2", "--time-limit", "1")
    assert "error row a3: took longer than 1 s" in told
    assert "40 articles in out.jsonl: " in told.replace("40 articles in out.jsonl\n", "40 articles in out.jsonl: ")
    assert bench.errors("out.jsonl") == {
        "a3": "took longer than 1 s",
        "a17": "killed its worker process (exit code 7)",
        "a18": "killed its worker process (SIGKILL)",
        "a39": "took longer than 1 s",
    }


@needs_proc
def test_a_worker_that_somebody_kills_costs_no_row(bench: Bench) -> None:
    bench.write(["SLOW"] * 200)
    process = bench.start("out.jsonl", "--workers", "2")
    bench.wait_for("out.jsonl", 20, process)
    for pid in workers_left(process.pid):
        if pid != process.pid and b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes():
            os.kill(pid, signal.SIGKILL)
    told = process.communicate(timeout=60)[1]
    assert (process.returncode, "error row" in told) == (0, False), told
    assert bench.errors("out.jsonl") == {}
    wait_until_gone(process.pid)


@needs_proc
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM], ids=["ctrl-c", "terminate"])
def test_an_interrupted_run_is_tidy_and_goes_on(bench: Bench, number: signal.Signals) -> None:
    bench.write(["SLOW"] * 100)
    process = bench.start("out.jsonl", "--workers", "2")
    bench.wait_for("out.jsonl", 20, process)
    os.killpg(process.pid, number)  # as a terminal does: to the run and to its workers
    told = process.communicate(timeout=30)[1]
    assert "Traceback" not in told
    if number == signal.SIGINT:
        assert process.returncode == 130
        assert "interrupted" in told
        assert "the same command goes on" in told
    wait_until_gone(process.pid)
    assert not (bench.folder / "out.jsonl").exists()
    bench.run("out.jsonl")
    assert len((bench.folder / "out.jsonl").read_text("utf-8").splitlines()) == 100


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """Give a folder that holds 200 kB."""
    folder = tmp_path / "disk"
    folder.mkdir()
    try:
        done = subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=200k", "tmpfs", str(folder)], capture_output=True, check=False
        )
    except FileNotFoundError:
        pytest.skip("there is no mount command")
    if done.returncode:
        pytest.skip("a small file system cannot be mounted here")
    yield folder
    subprocess.run(["umount", str(folder)], check=True)


@pytest.mark.parametrize(
    ("output", "form"),
    [("disk/out.jsonl", "jsonl"), ("disk/tables", "csv"), ("disk/tables", "parquet")],
    ids=["jsonl", "csv", "parquet"],
)
def test_a_full_disk_is_told_and_the_run_goes_on_when_there_is_room(
    bench: Bench, small_disk: Path, output: str, form: str
) -> None:
    if form == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet needs pyarrow")
    chance = random.Random(1)
    bench.write(["".join(chance.choices("abcdefgh ", k=1500)) for _ in range(300)])
    told = bench.run(output, "--to", form, code=1)
    assert f"newsparse: {output}: the disk is full; make room and run the same again" in told
    subprocess.run(["mount", "-o", "remount,size=20m", str(small_disk)], check=True)
    bench.run(output, "--to", form)
    whole = "whole.jsonl" if form == "jsonl" else "whole"
    bench.run(whole, "--to", form)
    assert sorted(bench.files(output).values()) == sorted(bench.files(whole).values())


def test_a_disk_that_cannot_be_written_is_told(bench: Bench, small_disk: Path) -> None:
    bench.write([""])
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    told = bench.run("disk/out.jsonl", code=1)
    assert "cannot be read or written: Read-only file system; put it right and run the same again" in told


def test_an_output_that_cannot_be_written_is_told(bench: Bench) -> None:
    bench.write([""])
    (bench.folder / "file").write_text("", "utf-8")
    told = bench.run("file/out.jsonl", code=1)
    assert "newsparse: file: cannot be read or written: Not a directory" in told or "File exists" in told


def test_two_runs_do_not_write_to_the_same_output(bench: Bench) -> None:
    bench.write(["SLOW"] * 200)
    process = bench.start("out.jsonl", "--workers", "1")
    bench.wait_for("out.jsonl", 20, process)
    assert "another run is writing to it" in bench.run("out.jsonl", code=2)
    process.communicate(timeout=60)
    assert process.returncode == 0
