"""What fuzzing has found, and the corpus it starts from, go through every target; nothing is broken any more."""

from __future__ import annotations

from collections.abc import Callable
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

FOLDER = Path(__file__).parent / "fuzz"


def load(name: str) -> ModuleType:
    spec = spec_from_file_location(f"newsparse_fuzz_{name}", FOLDER / f"{name}.py")
    assert spec
    assert spec.loader
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


targets = load("targets")
TARGETS: dict[str, Callable[[bytes], None]] = targets.TARGETS
CORPUS = {str(path.relative_to(FOLDER / "corpus")): path.read_bytes() for path in sorted(FOLDER.glob("corpus/*/*"))}


@pytest.mark.parametrize("target", TARGETS)
@pytest.mark.parametrize("name", CORPUS)
def test_no_input_breaks_a_target(target: str, name: str) -> None:
    TARGETS[target](CORPUS[name])


def test_every_target_has_a_corpus() -> None:
    folders = {name.partition("/")[0] for name in CORPUS}
    assert folders == {targets.CORPORA.get(target, "text") for target in TARGETS}


def test_every_plugin_has_a_target() -> None:
    here = {path.name for path in (FOLDER.parent.parent / "plugins").glob("newsparse-*")}
    assert {target for target in TARGETS if target.startswith("newsparse-")} == here


def test_a_broken_promise_is_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(targets, "from_json", lambda _text: None)
    with pytest.raises(AssertionError):
        TARGETS["text"](b"He left.")
