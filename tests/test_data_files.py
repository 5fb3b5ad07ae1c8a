"""Word lists and rule files: what is read, and what the errors of broken ones say."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from newsparse import DataError
from newsparse.lexicon import load_table, load_words
from newsparse.rules import alternation, load_rules

RULES = """
[fragments]
number = 'two|three'
count = '(?P<number>{number})'

[[rule]]
name = "units_ago"
pattern = '{count} {unit} ago'
examples = ["They met [two weeks ago]."]
counter_examples = ["Two weeks."]
means = "past"
"""


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "some_words" / "data" / "en"
    folder.mkdir(parents=True)
    (tmp_path / "some_words" / "__init__.py").write_text("", "utf-8")
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.delitem(sys.modules, "some_words", raising=False)
    return folder


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, "utf-8")


def test_a_word_list_is_a_set_without_comments_and_blank_lines(package: Path) -> None:
    write(package, "cues.txt", "# Written for this test.\nsaid\n\n# told\ntold\n")
    assert load_words("some_words", "en", "cues.txt") == {"said", "told"}


def test_a_table_is_a_dictionary_from_its_first_column(package: Path) -> None:
    write(package, "months.tsv", "# Written for this test.\nMay\t5\tspring\nJune\t6\tsummer\n")
    assert load_table("some_words", "en", "months.tsv") == {"May": ("5", "spring"), "June": ("6", "summer")}


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("said\n", "line 1 must be a '#' comment that says where the entries come from"),
        ("# x\ntold\nsaid\nsaid\n", "'said' stands there twice; once is enough"),
    ],
)
def test_a_broken_word_list_is_told(package: Path, text: str, says: str) -> None:
    write(package, "cues.txt", text)
    with pytest.raises(DataError, match=says):
        load_words("some_words", "en", "cues.txt")


@pytest.mark.parametrize(
    ("text", "says"),
    [("# x\nMay\n", "'May' has one column"), ("# x\nMay\t5\nMay\t6\n", "key 'May' stands there twice")],
)
def test_a_broken_table_is_told(package: Path, text: str, says: str) -> None:
    write(package, "months.tsv", text)
    with pytest.raises(DataError, match=says):
        load_table("some_words", "en", "months.tsv")


@pytest.mark.usefixtures("package")
def test_a_missing_file_is_told_with_its_folder() -> None:
    with pytest.raises(DataError, match=r"some_words: no data file en/cues.txt; the folder data/en must hold it"):
        load_words("some_words", "en", "cues.txt")


@pytest.mark.parametrize("language", ["", "..", "../en", "en/../en", "en\0", "\ud800", "."])
@pytest.mark.usefixtures("package")
def test_what_is_no_language_never_becomes_a_path(language: str) -> None:
    with pytest.raises(DataError, match=r"some_words: '.*' is no language's tag; give one such as 'en'"):
        load_words("some_words", language, "cues.txt")


def test_rules_fill_fragments_in_and_keep_the_plugins_own_keys(package: Path) -> None:
    write(package, "ago.toml", RULES)
    (rule,) = load_rules("some_words", "en", "ago.toml", {"unit": alternation(["week", "weeks"])})
    match = rule.regex.search("two weeks ago")
    assert match
    assert (match["number"], rule.examples, rule.more) == ("two", ("They met [two weeks ago].",), {"means": "past"})


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("[[rule]]\nname = ", "no valid TOML"),
        ("[[rule]]\nname = 'a'\npattern = 'b'\n", "rule 'a': no examples; a rule has a name, a pattern and examples"),
        ("[[rule]]\npattern = 'b'\nexamples = ['b']\n", "rule None: no name"),
        ("[[rule]]\nname = 'a'\npattern = '{untis}'\nexamples = ['b']\n", "rule 'a': no fragment 'untis'; known: unit"),
        (
            "[[rule]]\nname = 'a'\npattern = 'b'\nexamples = ['b']\n" * 2,
            "rule 'a' stands there twice; names are unique",
        ),
    ],
)
def test_a_broken_rule_file_is_told(package: Path, text: str, says: str) -> None:
    write(package, "broken.toml", text)
    with pytest.raises(DataError, match=says):
        load_rules("some_words", "en", "broken.toml", {"unit": "weeks"})


def test_a_pattern_that_does_not_compile_is_told_when_it_is_used(package: Path) -> None:
    write(package, "broken.toml", "[[rule]]\nname = 'a'\npattern = '(b'\nexamples = ['b']\n")
    (rule,) = load_rules("some_words", "en", "broken.toml")
    with pytest.raises(DataError, match=r"broken.toml: rule 'a': the pattern does not compile: .*: \(b"):
        rule.regex  # noqa: B018


def test_an_alternation_tries_the_longest_first() -> None:
    assert alternation(["a", "a.b", "ab"]) == r"a\.b|ab|a"
