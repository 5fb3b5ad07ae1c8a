"""Plugins that misbehave, at every hook: what each costs, and that the others' work is complete.

A text is parsed with the installed plugins, then with one more that misbehaves at one hook: the article is the same
but for a `Problem` that names the plugin, the hook and the fault.
"""

from __future__ import annotations

import json
import sys
import time
import types
import warnings
from collections.abc import Iterator
from itertools import repeat
from typing import Any

import attrs
import pytest

import newsparse
from newsparse import (
    Article,
    Block,
    DateMention,
    Entity,
    Event,
    Mention,
    Parser,
    PluginError,
    Quote,
    Source,
    Span,
    calls,
    hookimpl,
)
from newsparse.interchange import from_json
from newsparse.registry import HOOKS
from newsparse.testing import PUBLISHED

TEXT = (
    "Harbour reopens\n\nThe minister, Ann Lee, said on Friday that ships would return.\n"
    "Read more: Why Ann Lee spoke\n\n“No,” she told reporters. Two ships sank last April.\n"
)
READ, SPLIT = "newsparse_read_source", "newsparse_split_sentences"
UNITED = [hook for hook in HOOKS if hook not in (READ, SPLIT)]
ANNOTATING = [hook for hook in UNITED if hook != "newsparse_label_blocks"]
NAME = Span(TEXT.index("Ann Lee"), TEXT.index("Ann Lee") + 7)
STRIPPED = Span(TEXT.index("Why"), TEXT.index("Why") + 3)
END = len(TEXT)


@attrs.frozen
class Note:
    """An annotation of a plugin's own kind."""

    span: Span
    thing: Any = None


@attrs.frozen(eq=False)
class Quarrelling:
    """An annotation that cannot be compared."""

    span: Span

    def __eq__(self, other: object) -> bool:
        raise ValueError("not comparable")

    def __hash__(self) -> int:
        return 1


class UntellableError(Exception):
    def __str__(self) -> str:
        raise ValueError("no words")


class Unaskable:
    """An object that fails when it is asked for its class."""

    @property
    def __class__(self) -> type:  # type: ignore[override]
        raise ValueError("no class")


def annotation(hook: str, span: Span) -> Any:
    """Make what a hook gives, at a span."""
    mention = Mention(span=span, form="name")
    return {
        READ: Source(text="text", blocks=[Block(span=span, kind="paragraph")]),
        SPLIT: span,
        "newsparse_label_blocks": Block(span=span, kind="paragraph"),
        "newsparse_find_mentions": mention,
        "newsparse_find_dates": DateMention(span=span, type="DATE", value="2024"),
        "newsparse_find_quotes": Quote(kind="direct", spans=[span]),
        "newsparse_resolve_entities": Entity(name="Ann", kind="person", mentions=[mention]),
        "newsparse_find_events": Event(span=span, trigger=span),
        "newsparse_annotate": Note(span),
    }[hook]


def plugin(hook: str, answer: Any, name: str = "bad") -> types.SimpleNamespace:
    """Make a plugin that answers one hook by a function of what the hook is given."""

    def of_source(source: object) -> Any:
        return answer(source)

    def of_article(article: Article) -> Any:
        return answer(article)

    function = of_source if hook == READ else of_article
    function.__name__ = hook
    return types.SimpleNamespace(name=name, **{hook: hookimpl(function)})


def parsed(*plugins: object, **options: Any) -> Article:
    return Parser(plugins, **options).parse(TEXT, published=PUBLISHED)


WITHOUT = parsed()


def assert_costs_nothing_else(article: Article, hook: str, says: str | None) -> None:
    assert attrs.evolve(article, problems=()) == WITHOUT
    assert list(article.words) == list(WITHOUT.words)
    told = [(one.plugin, one.hook) for one in article.problems]
    assert told == ([] if says is None else [("bad", hook)])
    assert says is None or says in article.problems[0].message


def raising(error: BaseException) -> Any:
    def answer(_given: object) -> Any:
        raise error

    return answer


def recursing(given: object) -> Any:
    return recursing(given)


def assigning(given: Any) -> Any:
    given.text = "Something else."


def deleting(given: Any) -> Any:
    del given.text


def appending(given: Any) -> Any:
    given.dates.append(1)


def overwriting(given: Any) -> Any:
    given.blocks[0] = None


def warning(_given: object) -> None:
    warnings.warn("careful", UserWarning, stacklevel=1)


async def waiting(_given: object) -> list[Any]:
    return []


FAULTS: dict[str, tuple[Any, str | None]] = {
    "raises": (raising(ValueError("no luck")), "ValueError: no luck"),
    "raises without words": (raising(KeyError()), "KeyError"),
    "raises an error that cannot be told": (raising(UntellableError()), "UntellableError, which cannot be told"),
    "runs out of memory": (raising(MemoryError()), "MemoryError"),
    "recurses without end": (recursing, "RecursionError: maximum recursion depth"),
    "calls sys.exit": (lambda _given: sys.exit(3), "SystemExit: 3"),
    "warns, where warnings are errors": (warning, "UserWarning: careful"),
    "returns None": (lambda _given: None, None),
    "returns a string": (lambda _given: "Friday", "answered a str"),
    "returns bytes": (lambda _given: b"Friday", "answered a bytes"),
    "returns a number": (lambda _given: 7, "answered a int"),
    "returns what cannot be asked for its class": (lambda _given: Unaskable(), "ValueError: no class"),
    "is asynchronous": (waiting, "answered a coroutine"),
    "sets a field": (assigning, "Error: "),
    "deletes a field": (deleting, "Error"),
}
"""At any hook: what the plugin does, and what the problem says."""


@pytest.mark.filterwarnings("ignore:coroutine")
@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize(("answer", "says"), FAULTS.values(), ids=FAULTS)
def test_a_fault_costs_the_answer_alone(hook: str, answer: Any, says: str | None) -> None:
    assert_costs_nothing_else(parsed(plugin(hook, answer)), hook, says)


@pytest.mark.filterwarnings("ignore:coroutine")
@pytest.mark.parametrize("hook", HOOKS)
@pytest.mark.parametrize("fault", [name for name, (_answer, says) in FAULTS.items() if says])
def test_under_strict_a_fault_raises(hook: str, fault: str) -> None:
    with pytest.raises(PluginError, match=f"plugin bad, hook {hook}: "):
        parsed(plugin(hook, FAULTS[fault][0]), strict=True)


@pytest.mark.parametrize("hook", [hook for hook in HOOKS if hook != READ])
@pytest.mark.parametrize(("answer", "says"), [(appending, "AttributeError"), (overwriting, "TypeError")])
def test_tuples_cannot_be_changed(hook: str, answer: Any, says: str) -> None:
    assert_costs_nothing_else(parsed(plugin(hook, answer)), hook, says)


def midway(hook: str) -> Any:
    def answer(_given: object) -> Iterator[Any]:
        yield annotation(hook, NAME)
        raise ValueError("half way")

    return answer


@pytest.mark.parametrize("hook", [SPLIT, *UNITED])
def test_a_generator_that_fails_midway_costs_its_answer(hook: str) -> None:
    assert_costs_nothing_else(parsed(plugin(hook, midway(hook))), hook, "ValueError: half way")


WRONG: dict[str, tuple[Any, str]] = {
    "a pair of numbers": ((0, 7), "gave a tuple where a "),
    "a string": ("Friday", "gave a str where a "),
    "None": (None, "gave a NoneType where a "),
    "a span type of another library": (types.SimpleNamespace(start=0, end=7), "gave a SimpleNamespace where a "),
    "an article": (WITHOUT, "gave a Article where a "),
    "an object that fails on any question": (Unaskable(), "ValueError: no class"),
}


@pytest.mark.parametrize("hook", [SPLIT, *UNITED])
@pytest.mark.parametrize(("item", "says"), WRONG.values(), ids=WRONG)
def test_an_item_of_another_class_is_refused(hook: str, item: Any, says: str) -> None:
    if hook == "newsparse_annotate":  # where any frozen attrs class with a span is welcome
        says = " has no span" if item is WITHOUT else " is no annotation; make it a frozen attrs class with a span"
    assert_costs_nothing_else(parsed(plugin(hook, lambda _article: [item])), hook, says)


PLACES: dict[str, tuple[Span, str]] = {
    "after the text": (Span(END + 5, END + 9), "ends after the text"),
    "across the end": (Span(END - 5, END + 1), "ends after the text"),
    "far after the text": (Span(0, 10**30), "ends after the text"),
    "between blocks": (Span(15, 17), "starts or ends outside all blocks"),
    "in a stripped block": (STRIPPED, "lies in a read_more block"),
    "into a stripped block": (Span(STRIPPED.start - 20, STRIPPED.end), "lies in a read_more block"),
}


@pytest.mark.parametrize("hook", [SPLIT, *ANNOTATING])
@pytest.mark.parametrize(("span", "says"), PLACES.values(), ids=PLACES)
def test_a_span_at_a_forbidden_place_is_refused(hook: str, span: Span, says: str) -> None:
    assert_costs_nothing_else(parsed(plugin(hook, lambda _article: [annotation(hook, span)])), hook, says)


BLOCKS: dict[str, tuple[list[Block], str]] = {
    "after the text": ([Block(span=Span(END, END + 1), kind="nav")], "ends after the text"),
    "with white space": ([Block(span=Span(15, 20), kind="nav")], "has white space at its ends"),
}


@pytest.mark.parametrize(("blocks", "says"), BLOCKS.values(), ids=BLOCKS)
def test_a_block_at_a_forbidden_place_is_refused(blocks: list[Block], says: str) -> None:
    hook = "newsparse_label_blocks"
    assert_costs_nothing_else(parsed(plugin(hook, lambda _article: blocks)), hook, says)


def test_sentences_that_overlap_are_refused_together() -> None:
    answer = [Span(0, 7), Span(3, 9)]
    assert_costs_nothing_else(parsed(plugin(SPLIT, lambda _article: answer)), SPLIT, "its sentences overlap")


def test_the_blocks_of_a_reader_are_checked() -> None:
    article = parsed(plugin(READ, lambda _source: Source(text=TEXT, blocks=[Block(span=Span(0, 10**6), kind="nav")])))
    assert_costs_nothing_else(article, READ, "ends after the text")


@pytest.mark.parametrize("hook", UNITED)
def test_an_answer_without_an_end_is_cut(hook: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "MAX_ANNOTATIONS", 10_000)
    one = annotation(hook, NAME)
    article = parsed(plugin(hook, lambda _article: repeat(one)))
    assert article == attrs.evolve(parsed(plugin(hook, lambda _article: [one])), problems=article.problems)
    assert [str(one) for one in article.problems] == [
        f"bad ({hook}): gave more than 10000 annotations; the rest was left out"
    ]


def test_sentences_without_an_end_are_not_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(calls, "MAX_ANNOTATIONS", 10_000)
    article = parsed(plugin(SPLIT, lambda _article: repeat(Span(0, 7))))
    assert_costs_nothing_else(article, SPLIT, "its sentences overlap")


def test_a_million_annotations_are_taken() -> None:
    many = 1_000_000
    shared = Mention(span=Span(0, 7), form="name")
    made = attrs.evolve(shared, span=Span(0, 15))
    answer = [*repeat(shared, many // 2), *repeat(made, many // 2)]
    article = parsed(plugin("newsparse_find_mentions", lambda _article: answer))
    spans = {one.span for one in WITHOUT.mentions} | {Span(0, 7), Span(0, 15)}
    assert (article.problems, {one.span for one in article.mentions}) == ((), spans)


def test_annotations_that_quarrel_cost_those_after_them() -> None:
    answer = [Quarrelling(Span(0, 3)), Quarrelling(Span(0, 3)), Quarrelling(Span(0, 4))]
    article = parsed(plugin("newsparse_annotate", lambda _article: answer), plugin("newsparse_annotate", note, "good"))
    assert [type(one) for one in article.annotations] == [Quarrelling, Note]
    assert [one.message for one in article.problems] == [
        "ValueError: not comparable; the annotations after it were left out"
    ]


def note(_article: Article) -> list[Note]:
    return [Note(Span(0, 7))]


def test_an_annotation_that_json_cannot_hold_costs_itself() -> None:
    answer = [Note(Span(0, 7), object()), Note(Span(0, 15), "kept")]
    article = parsed(plugin("newsparse_annotate", lambda _article: answer, "notes"))
    written = json.loads(newsparse.to_json(article))
    assert [one["thing"] for one in written["annotations"]] == ["kept"]
    (problem,) = written["problems"]
    assert "Note 0..7 cannot be written as JSON: TypeError" in problem["message"]
    assert from_json(newsparse.to_json(article)).quotes == article.quotes


def test_a_reader_cannot_change_the_users_own_mapping() -> None:
    given = {"text": TEXT, "published": PUBLISHED}
    article = Parser([plugin(READ, lambda source: source.clear())]).parse(given)
    assert_costs_nothing_else(article, READ, "AttributeError")
    assert given == {"text": TEXT, "published": PUBLISHED}


def test_ctrl_c_and_cancellation_go_through() -> None:
    for error in (KeyboardInterrupt(), GeneratorExit()):
        with pytest.raises(type(error)):
            parsed(plugin("newsparse_find_dates", raising(error)))


def test_a_slow_plugin_is_waited_for() -> None:
    """A limit on time is promised for batches only: see `test_pool.py` and `test_batch_crash.py`."""
    start = time.monotonic()
    article = parsed(plugin("newsparse_find_dates", lambda _article: time.sleep(0.3)))
    assert time.monotonic() - start >= 0.3
    assert_costs_nothing_else(article, "newsparse_find_dates", None)
