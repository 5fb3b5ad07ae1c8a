"""Fuzz newsparse, guided by coverage: needs `pip install atheris`.

    python tests/fuzz/fuzz.py text [NEW]                # until it is stopped, or something is found; new inputs to NEW
    python tests/fuzz/fuzz.py --all --seconds 120       # every target, two minutes altogether, as in the check
    python tests/fuzz/fuzz.py text crash-…              # what was found, once more

What is found stands in `crash-…` or `timeout-…`; mend it, and put the input, small, into `tests/fuzz/corpus/`, where
the tests run it for ever after.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE))  # atheris starts this file anew; `targets` lies beside it
PACKAGES = ["newsparse", "newsparse_dates", "newsparse_events", "newsparse_html", "newsparse_names", "newsparse_quotes",
            "newsparse_readmore"]  # fmt: skip
LIMITS = ["-max_len=4096", "-timeout=20", "-rss_limit_mb=4096"]
"""An input is at most 4,096 bytes long, and may take 20 seconds: instrumented code is slow."""


def fuzz(target: str, options: list[str]) -> None:
    """Fuzz one target in this process; libFuzzer ends it."""
    import atheris

    with atheris.instrument_imports(include=PACKAGES):
        from targets import CORPORA, TARGETS

        TARGETS[target](b"Ann Lee said on Friday that 2 people died.")  # plugins are imported now
    flags = [one for one in options if one.startswith("-")]
    places = [one for one in options if not one.startswith("-")]
    if not any(Path(one).is_file() for one in places):  # new inputs go to the first folder, so the kept one is last
        new = places or [tempfile.mkdtemp(prefix=f"fuzz-{target}-")]
        places = [*new, str(HERE / "corpus" / CORPORA.get(target, "text"))]
    arguments = [sys.argv[0], *LIMITS, f"-dict={HERE / 'words.dict'}", *flags, *places]
    atheris.Setup(arguments, TARGETS[target])
    atheris.Fuzz()


def fuzz_all(seconds: float) -> int:
    """Fuzz every target for its share of the seconds, each in a process of its own; 1 where something was found."""
    from targets import TARGETS

    found = 0
    for target in TARGETS:
        with tempfile.TemporaryDirectory() as room:  # new inputs go here, not into the kept corpus
            share = f"-max_total_time={max(1, round(seconds / len(TARGETS)))}"
            command = [sys.executable, __file__, target, share, "-verbosity=0", "-print_final_stats=1", room]
            done = subprocess.run(command, check=False, capture_output=True, text=True, errors="replace")
        runs = [line for line in done.stderr.splitlines() if "number_of_executed_units" in line]
        print(f"{target}: {runs[0].split()[-1] if runs else 'no'} inputs, exit code {done.returncode}", flush=True)
        if done.returncode:
            found = 1
            print(done.stdout + done.stderr)
    return found


def main() -> int:
    """Run what the command line asks for."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("target", nargs="?")
    ask.add_argument("--all", action="store_true")
    ask.add_argument("--seconds", type=float, default=120)
    options, rest = ask.parse_known_args()
    if options.all:
        return fuzz_all(options.seconds)
    if not options.target:
        ask.error("name a target, or give --all")
    fuzz(options.target, rest)
    return 0


if __name__ == "__main__":
    sys.exit(main())
