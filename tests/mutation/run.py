"""Change the code a little, many times, and see whether the tests notice (cosmic-ray).

    pip install -e '.[test,mutation]' ./plugins/*/
    python tests/mutation/run.py values             # all changes of one part of the code; see PARTS
    python tests/mutation/run.py pipeline --sample 200

Works on a copy of the last commit, so that the checkout is never touched. Prints the share of changes that a test
noticed, and each change that none did; `survivors.tsv` says why those that are known make no difference.

Left out are changes that cannot make one: `|` in annotations, which are never evaluated, and `is` for `==`; and of
the eleven arithmetic operators that could stand for another only the opposite one, since the rest are easier to see.
"""

from __future__ import annotations

import argparse
import os
import random
import re
import sqlite3
import subprocess
import sys
import tempfile
from pathlib import Path

import attrs

ROOT = Path(__file__).resolve().parents[2]
CORE = "src/newsparse"
PLUGIN = "plugins/newsparse-dates"
DATES = f"{PLUGIN}/src/newsparse_dates"
LEFT_OUT = (
    "core/ReplaceBinaryOperator_BitOr_.*",
    "core/ReplaceBinaryOperator_.*_(Mul|Div|FloorDiv|Mod|Pow|RShift|LShift|BitOr|BitAnd|BitXor)",
    "core/ReplaceComparisonOperator_.*_(Is|IsNot)",
)


@attrs.frozen
class Part:
    """Modules, and the tests that must notice a change in them, the quickest first."""

    folder: str
    modules: tuple[str, ...]
    tests: tuple[str, ...]


def files(*names: str, folder: str = "tests") -> tuple[str, ...]:
    return tuple(f"{folder}/test_{name}.py" for name in names)


PARTS = {
    "values": Part(
        CORE,
        ("span", "words", "blocks", "citation", "timeline", "article"),
        files("span", "words", "blocks", "timeline", "article"),
    ),
    "pipeline": Part(
        CORE,
        ("checks", "calls", "linking", "layers", "parser", "source", "registry"),
        files(
            "invariants", "linking", "choosing_plugins", "source_readers", "source", "plugins", "article", "parse_many"
        ),
    ),
    "data": Part(CORE, ("lexicon", "rules", "segment"), files("data_files", "sentences")),
    "dates": Part(
        f"{DATES}/resolve",
        tuple(path.stem for path in sorted((ROOT / DATES / "resolve").glob("*.py")) if path.stem != "__init__"),
        files(
            "resolving_positions",
            "resolving_periods",
            "policies",
            "anaphora_and_narrative",
            "ranges",
            "rules_do_what_their_examples_show",
            folder=f"{PLUGIN}/tests",
        ),
    ),
}


def prepare(part: Part, copy: Path, room: Path, sample: int | None) -> tuple[Path, Path]:
    """Write the changes to make into a database; mark as left out what is not to be made."""
    config, database = room / "config.toml", room / "changes.sqlite"
    modules = ", ".join(f'"{part.folder}/{module}.py"' for module in part.modules)
    command = f"{sys.executable} -m pytest -x -q -p no:cacheprovider {' '.join(part.tests)}"
    left_out = ", ".join(f'"{one}"' for one in LEFT_OUT)
    config.write_text(
        f'[cosmic-ray]\nmodule-path = [{modules}]\ntimeout = 100.0\nexcluded-modules = []\ntest-command = "{command}"\n'
        f'[cosmic-ray.distributor]\nname = "local"\n'
        f"[cosmic-ray.filters.operators-filter]\nexclude-operators = [{left_out}]\n",
        "utf-8",
    )
    run = [sys.executable, "-m", "cosmic_ray.cli"]
    subprocess.run([*run, "init", config, database], cwd=copy, check=True)
    subprocess.run([sys.executable, "-m", "cosmic_ray.tools.filters.operators_filter", database, config], check=True)
    if sample:
        with sqlite3.connect(database) as table:
            jobs = [
                job
                for (job,) in table.execute(
                    "select job_id from work_items where job_id not in (select job_id from work_results)"
                )
            ]
            random.Random(0).shuffle(jobs)
            table.executemany("delete from mutation_specs where job_id = ?", [(job,) for job in jobs[sample:]])
            table.executemany("delete from work_items where job_id = ?", [(job,) for job in jobs[sample:]])
    return config, database


def known_survivors() -> set[tuple[str, str]]:
    """Give file and changed line of the survivors that are explained."""
    lines = (Path(__file__).parent / "survivors.tsv").read_text("utf-8").splitlines()
    return {(row[0], row[1]) for row in (line.split("\t") for line in lines if line and line[0] != "#")}


def report(database: Path) -> int:
    known = known_survivors()
    with sqlite3.connect(database) as table:
        rows = list(
            table.execute(
                "select module_path, test_outcome, diff from work_results join mutation_specs using (job_id) "
                "where worker_outcome != 'SKIPPED'"
            )
        )
    survivors = [(path, diff) for path, outcome, diff in rows if outcome == "SURVIVED"]
    new = explained = 0
    for path, diff in survivors:
        before, after = (re.search(rf"(?m)^\{sign}(?![+-])[ \t]*(\S.*)$", diff) for sign in "-+")
        line = before[1] if before else ""
        if (path, line) in known:
            explained += 1
            continue
        new += 1
        print(f"{path}\n  - {line}\n  + {after[1] if after else ''}")
    made = len(rows)
    print(f"{made} changes, {made - len(survivors)} noticed ({1 - len(survivors) / max(made, 1):.1%}),", end=" ")
    print(f"{explained} explained, {new} not")
    return new


def main() -> int:
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("part", choices=PARTS)
    ask.add_argument("--sample", type=int, help="make only so many of the changes, drawn by chance")
    options = ask.parse_args()
    part = PARTS[options.part]
    with tempfile.TemporaryDirectory() as name:
        room = Path(name)
        copy = room / "copy"
        subprocess.run(["git", "clone", "-q", ROOT, copy], check=True)
        os.environ["PYTHONPATH"] = os.pathsep.join(map(str, [copy / "src", *copy.glob("plugins/*/src")]))
        os.environ |= {"PYTHONDONTWRITEBYTECODE": "1", "PYTEST_DISABLE_PLUGIN_AUTOLOAD": "1"}
        config, database = prepare(part, copy, room, options.sample)
        subprocess.run([sys.executable, "-m", "cosmic_ray.cli", "exec", config, database], cwd=copy, check=True)
        report(database)
    return 0


if __name__ == "__main__":
    sys.exit(main())
