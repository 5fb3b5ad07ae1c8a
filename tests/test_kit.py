"""The kit for authors of plugins: the contract lets a good plugin pass and fails bad ones; the readers of cases."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from pickle import PicklingError
from typing import Any

import attrs
import pytest

from newsparse import Article, Block, DateMention, Mention, NewsparseError, Quote, Span, hookimpl
from newsparse.rules import Rule
from newsparse.testing import (
    ODD_TEXTS,
    PluginContract,
    assert_invariants,
    nested_repetitions,
    read_cases,
    read_markup,
    rule_cases,
)

ROOT = Path(__file__).parent.parent


def capitals(article: Article) -> Iterator[Mention]:
    """Find the words in capitals of three letters and more."""
    for sentence in article.sentences:
        for match in re.finditer("[A-Z]{3,9}", sentence.of(article.text)):
            span = Span(sentence.start + match.start(), sentence.start + match.end())
            yield Mention(span=span, form="name", found_by="capitals")


@attrs.frozen
class Good:
    """Keeps the contract."""

    name: str = "good"

    @hookimpl
    def newsparse_find_mentions(self, article: Article) -> Iterator[Mention]:
        return capitals(article)


class RaisesOnNul(Good):
    @hookimpl
    def newsparse_find_mentions(self, article: Article) -> list[Mention]:
        if "\0" in article.text:
            raise ValueError("embedded null character")
        return list(capitals(article))


class RaisesOnNothing(Good):
    @hookimpl
    def newsparse_find_mentions(self, article: Article) -> list[Mention]:
        assert article.text[0]
        return []


class OutOfRange(Good):
    @hookimpl
    def newsparse_find_mentions(self, article: Article) -> Iterator[Mention]:
        for one in capitals(article):
            yield attrs.evolve(one, span=Span(one.span.start, len(article.text) + 1))


class InStrippedLines(Good):
    @hookimpl
    def newsparse_find_mentions(self, article: Article) -> Iterator[Mention]:
        for match in re.finditer("\n", article.text):
            yield Mention(span=Span(*match.span()), form="name", found_by="line_end")


class SaysNoRule(Good):
    @hookimpl
    def newsparse_find_mentions(self, article: Article) -> Iterator[dict[str, object]]:
        for one in capitals(article):
            yield {"span": one.span}


class CallsForEachPair(Good):
    @hookimpl
    def newsparse_find_mentions(self, article: Article) -> list[Mention]:
        for _one in article.sentences:
            for other in article.sentences:
                other.of("")
        return []


class ScansForEachWord(Good):
    """Does its quadratic work inside one call of the regular expressions' engine."""

    @hookimpl
    def newsparse_find_mentions(self, article: Article) -> list[Mention]:
        re.findall(r"\w+[^\0]*\0", article.text)
        return []


class Unpicklable(Good):
    def __reduce__(self) -> tuple[Any, ...]:
        return (Good, (lambda: "good",))


@attrs.define
class Remembers:
    """Keeps state of the articles it has seen."""

    name: str = "remembers"
    seen: int = 0

    @hookimpl
    def newsparse_find_mentions(self, article: Article) -> Iterator[Mention]:
        self.seen += 1
        for one in capitals(article):
            yield attrs.evolve(one, role=str(self.seen))


class WritesIntoWords(Good):
    @hookimpl
    def newsparse_find_mentions(self, article: Article) -> Iterator[Mention]:
        article.words.starts[0] += 1
        return capitals(article)


class SetsPastTheSurface(Good):
    @hookimpl
    def newsparse_find_mentions(self, article: Article) -> Iterator[Mention]:
        object.__setattr__(article, "title", "Another title")
        return capitals(article)


class Guesses(Good):
    @hookimpl
    def newsparse_find_dates(self, article: Article) -> Iterator[DateMention]:
        for match in re.finditer("Friday", article.text):
            yield DateMention(
                span=Span(*match.span()), type="DATE", value="2024-08-16", anchor="published", found_by="guess"
            )


class Misspelt:
    name = "misspelt"

    @hookimpl
    def newsparse_find_date(self, article: Article) -> list[DateMention]:
        return []


SAMPLE = "NATO met on Friday. “We need this,” said Ann Lee of the IMF.\n"


def check(plugin: object, name: str) -> None:
    """Run one of the contract's tests on a plugin, as pytest does."""
    contract = type("Contract", (PluginContract,), {"plugin": plugin, "sample": SAMPLE})()
    for arguments in [(odd,) for odd in ODD_TEXTS] if name == "test_odd_text_raises_nothing" else [()]:
        getattr(contract, name)(*arguments)


@pytest.mark.parametrize("name", [name for name in vars(PluginContract) if name.startswith("test_")])
def test_a_good_plugin_passes(name: str) -> None:
    check(Good(), name)


@pytest.mark.parametrize(
    ("plugin", "fails"),
    [
        (RaisesOnNul(), "test_odd_text_raises_nothing"),
        (RaisesOnNothing(), "test_odd_text_raises_nothing"),
        (OutOfRange(), "test_same_text_same_answer"),
        (OutOfRange(), "test_odd_text_raises_nothing"),
        (InStrippedLines(), "test_odd_text_raises_nothing"),
        (SaysNoRule(), "test_same_text_same_answer"),
        (CallsForEachPair(), "test_work_grows_with_the_text"),
        (ScansForEachWord(), "test_time_grows_with_the_text"),
        (Unpicklable(), "test_can_be_pickled"),
        (Remembers(), "test_same_text_same_answer"),
        (WritesIntoWords(), "test_changes_nothing_it_is_given"),
        (SetsPastTheSurface(), "test_changes_nothing_it_is_given"),
        (Guesses(), "test_without_a_date_nothing_is_guessed"),
        (Misspelt(), "test_answers_hooks_as_specified"),
    ],
    ids=lambda value: value if isinstance(value, str) else type(value).__name__,
)
def test_a_bad_plugin_fails(plugin: object, fails: str) -> None:
    with pytest.raises((AssertionError, NewsparseError, AttributeError, PicklingError)):
        check(plugin, fails)


QUOTE = Quote(kind="direct", spans=[Span(0, 4)], found_by="x")
BLOCKS = (Block(span=Span(0, 5), kind="paragraph", found_by="x"), Block(span=Span(5, 9), kind="advert", found_by="x"))


@pytest.mark.parametrize(
    ("broken", "says"),
    [
        (Article(text="NATO met.", quotes=[QUOTE]), "lies in no block"),
        (Article(text="NATO met.", blocks=BLOCKS[:1]), "the text's end lies in no block"),
        (Article(text="NATO met.", blocks=[BLOCKS[0], BLOCKS[0]]), "overlaps the block before it"),
        (Article(text="NATO met.", blocks=BLOCKS, sentences=[Span(6, 9)]), "lies in a advert block"),
        (Article(text="NATO met.", blocks=BLOCKS, quotes=[attrs.evolve(QUOTE, found_by="")]), "who found it"),
    ],
    ids=["in no block", "uncovered end", "overlap", "in an advert", "found by nobody"],
)
def test_an_article_that_breaks_an_invariant_is_told(broken: Article, says: str) -> None:
    with pytest.raises(AssertionError, match=says):
        assert_invariants(broken)


def test_markup_gives_the_plain_text_and_its_labelled_spans() -> None:
    text, found = read_markup("[Ann 🚀]{speaker} said: [no].")
    assert text == "Ann 🚀 said: no."
    assert [(span.of(text), label) for span, label in found] == [("Ann 🚀", "speaker"), ("no", "")]


def test_cases_are_read_from_a_text_file() -> None:
    text = "# dates\nOn Friday.\nOr later.\n=>\nFriday\n\n# nothing\n\nNo date.\n=>\n"
    assert read_cases(text) == [("On Friday.\nOr later.", "Friday"), ("No date.", "")]


def test_a_case_without_a_middle_is_told() -> None:
    with pytest.raises(ValueError, match=r"case 'On Friday\.': no line '=>'"):
        read_cases("On Friday.\nFriday\n")


def test_rule_files_run_as_cases() -> None:
    rule = Rule(
        name="units_ago",
        pattern="(two|three) weeks ago",
        examples=("They met [two weeks ago], not [three weeks ago].",),
        counter_examples=("Two weeks were over.",),
    )
    cases = rule_cases([rule])
    assert [case.id for case in cases] == ["units_ago-1", "units_ago-not-1"]
    for one, text, wanted in (case.values for case in cases):
        assert [match[0] for match in one.regex.finditer(text)] == wanted


@pytest.mark.parametrize(
    ("pattern", "faults"),
    [
        ("(a+)+b", 1), ("(?:a*b?)*", 1), ("((?P<x>a+)|b)*", 1), ("(?:a|(?:b(?:c+)){2,})", 1), ("(?=(a+)+)", 1),
        ("a+b+", 0), ("(a{1,9}b)*", 0), ("(?:a+){1,3}", 0), ("(ab|cd)+", 0), ("", 0),
    ],
)  # fmt: skip
def test_repetitions_inside_repetitions_are_found(pattern: str, faults: int) -> None:
    assert len(nested_repetitions(pattern)) == faults


@pytest.mark.parametrize("package", sorted((ROOT / "plugins").glob("newsparse-*")), ids=lambda path: path.name)
def test_every_plugin_here_is_tested_by_the_contract(package: Path) -> None:
    tests = [file.read_text("utf-8") for file in (package / "tests").glob("test_*.py")]
    assert any(re.search(r"^class Test\w+\(PluginContract\):", test, re.MULTILINE) for test in tests), package.name
