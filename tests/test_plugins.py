"""Plugins: found, chosen, checked, called each by itself; what a bad one costs."""

import datetime as dt
import types
from collections.abc import Iterator
from typing import Any

import attrs
import pytest

import newsparse
from newsparse import (
    Article,
    Block,
    DateMention,
    Entity,
    Mention,
    Parser,
    PluginError,
    Quote,
    Span,
    Speaker,
    UsageError,
    hookimpl,
)

TEXT = "Ann Lee spoke on Friday.\nRead more: Why Ann Lee spoke\n“No,” she said."


@attrs.frozen
class Words:
    """Finds a word as a date: a plugin that behaves."""

    word: str = "Friday"
    name: str = "words"

    @hookimpl
    def newsparse_find_dates(self, article: Article) -> list[DateMention]:
        start = article.text.index(self.word)
        span = Span(start, start + len(self.word))
        return [DateMention(span=span, type="DATE", value="XXXX-WXX-5", found_by="word")]


def named(name: str, hook: Any, hook_name: str = "newsparse_find_dates") -> types.SimpleNamespace:
    hook.__name__ = hook_name
    return types.SimpleNamespace(name=name, **{hook_name: hookimpl(hook)})


def parsed(*plugins: object, **options: Any) -> Article:
    return Parser(plugins, only=[newsparse.registry.plugin_name(one) for one in plugins], **options).parse(TEXT)


def test_a_plugin_is_an_object_with_hooks_and_its_work_is_completed() -> None:
    (date,) = parsed(Words()).dates
    assert (date.text, date.value, date.found_by) == ("Friday", "XXXX-WXX-5", "words:word")


def test_a_module_with_a_marked_function_is_a_plugin() -> None:
    module = types.ModuleType("shouting")

    def newsparse_find_mentions(article: Article) -> Iterator[Mention]:
        yield Mention(span=Span(0, 7), form="name")

    module.newsparse_find_mentions = hookimpl(newsparse_find_mentions)  # type: ignore[attr-defined]
    (mention,) = parsed(module).mentions
    assert (mention.text, mention.found_by) == ("Ann Lee", "shouting")


def test_several_plugins_are_united_and_the_first_has_what_two_find() -> None:
    both = parsed(Words(), Words(name="again"), Words("spoke", name="spoke"))
    assert [(date.text, date.found_by) for date in both.dates] == [("spoke", "spoke:word"), ("Friday", "words:word")]


def test_an_instance_replaces_the_installed_plugin_of_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    installed = newsparse.registry.Installed(
        plugins=(
            newsparse.registry.Registered(
                name="words", plugin=Words(), origin="installed", hooks=("newsparse_find_dates",)
            ),
        )
    )
    monkeypatch.setattr(newsparse.registry, "installed_plugins", lambda: installed)
    assert [date.text for date in Parser().parse(TEXT).dates] == ["Friday"]
    assert [date.text for date in Parser([Words("spoke")]).parse(TEXT).dates] == ["spoke"]
    assert Parser(without=["words"]).parse(TEXT).dates == ()


def raising(article: Article) -> list[DateMention]:
    raise ValueError("no luck")


DAY = DateMention(span=Span(0, 3), type="DATE", value="2024")


def failing_midway(article: Article) -> Iterator[DateMention]:
    yield DAY
    raise ValueError("half way")


def leaving(article: Article) -> list[DateMention]:
    raise SystemExit(3)


class UntellableError(Exception):
    def __str__(self) -> str:
        raise ValueError("no words")


def untellable(article: Article) -> list[DateMention]:
    raise UntellableError


class Unaskable:
    """An object that fails when it is asked for its class."""

    @property
    def __class__(self) -> type:  # type: ignore[override]
        raise ValueError("no class")


def wordless(article: Article) -> list[DateMention]:
    raise KeyError


BAD = {
    "raises": (raising, "ValueError: no luck"),
    "raises what cannot be told": (untellable, "UntellableError, which cannot be told"),
    "raises without a word": (wordless, "KeyError"),
    "fails midway": (failing_midway, "ValueError: half way"),
    "calls sys.exit": (leaving, "SystemExit: 3"),
    "answers a string": (lambda article: "Friday", "answered a str; it takes an iterable"),
    "answers a number": (lambda article: 7, "answered a int; it takes an iterable"),
    "gives what cannot be asked for its class": (lambda article: [Unaskable()], "ValueError: no class"),
    "gives another kind": (lambda article: [Span(0, 3)], "gave a Span where a DateMention is due"),
    "gives a span after the end": (
        lambda article: [DateMention(span=Span(0, 999), type="DATE", value="2024")], "ends after the text",
    ),
    "gives a span between blocks": (
        lambda article: [DateMention(span=Span(24, 25), type="DATE", value="2024")], "outside all blocks",
    ),
    "gives half an interval": (
        lambda article: [DateMention(span=Span(0, 3), type="DATE", value="2024", earliest=dt.date(2024, 1, 1))],
        "has one end of an interval without the other",
    ),
}  # fmt: skip


@pytest.mark.parametrize(("hook", "says"), BAD.values(), ids=BAD)
def test_a_bad_plugin_costs_its_own_contribution_alone(hook: Any, says: str) -> None:
    article = parsed(named("bad", hook), Words())
    assert [date.found_by for date in article.dates] == ["words:word"]
    (problem,) = article.problems
    assert (problem.plugin, problem.hook) == ("bad", "newsparse_find_dates")
    assert says in problem.message


def test_the_traceback_goes_to_the_log_and_nothing_to_the_screen(
    caplog: pytest.LogCaptureFixture, capsys: pytest.CaptureFixture[str]
) -> None:
    parsed(named("bad", raising))
    assert "ValueError: no luck" in caplog.text
    assert capsys.readouterr() == ("", "")


@pytest.mark.parametrize(("hook", "says"), BAD.values(), ids=BAD)
def test_strict_raises_an_error_that_names_plugin_hook_and_article(hook: Any, says: str) -> None:
    for name in ("bad", "zealous"):
        parser = Parser([named(name, hook)], only=[name], strict=True)
        with pytest.raises(PluginError, match=f"article seven: plugin {name}, hook newsparse_find_dates: ") as caught:
            parser.parse(TEXT, id="seven")
    assert says in str(caught.value)


def test_good_annotations_of_a_plugin_survive_its_bad_ones() -> None:
    def some(article: Article) -> list[object]:
        good = DateMention(span=Span(17, 23), type="DATE", value="2024")
        return [attrs.evolve(good, span=Span(5, 500)), good, "Friday", attrs.evolve(good, span=Span(500, 501))]

    article = parsed(named("some", some))
    assert [date.text for date in article.dates] == ["Friday"]
    assert article.problems[0].message.endswith("(and 2 more were refused)")


@pytest.mark.parametrize(("count", "told"), [(2, []), (3, ["gave more than 2 annotations; the rest was left out"])])
def test_as_many_annotations_as_are_allowed_are_no_problem(
    count: int, told: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(newsparse.calls, "MAX_ANNOTATIONS", 2)
    days = [DateMention(span=Span(start, start + 2), type="DATE", value="2024") for start in (0, 8, 17)]
    article = parsed(named("days", lambda article: iter(days[:count])))
    assert [date.span.start for date in article.dates] == [0, 8]
    assert [problem.message for problem in article.problems] == told


TRACED = {
    "fails midway": (failing_midway, []),
    "nothing": (lambda article: None, ["newsparse: days newsparse_find_dates: 0"]),
    "a list": (lambda article: [DAY, DAY], ["newsparse: days newsparse_find_dates: 2"]),
    "a generator": (lambda article: iter([DAY, DAY]), ["newsparse: days newsparse_find_dates: 2"]),
    "a number": (lambda article: 7, ["newsparse: days newsparse_find_dates: 1"]),
}


@pytest.mark.parametrize(("answer", "told"), TRACED.values(), ids=TRACED)
def test_calls_are_told_where_they_are_traced(
    answer: Any, told: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    quiet = parsed(named("days", answer), Words())
    assert capsys.readouterr() == ("", "")
    monkeypatch.setenv("NEWSPARSE_TRACE", "1")
    assert parsed(named("days", answer), Words()) == quiet
    lines = [line.partition(" in ") for line in capsys.readouterr().err.splitlines()]
    assert [first for first, _, _ in lines] == [*told, "newsparse: words newsparse_find_dates: 1"]
    assert all(0 <= float(time.removesuffix(" ms")) < 60_000 for _, _, time in lines)


def test_nothing_is_annotated_in_a_read_more_line() -> None:
    def label(article: Article) -> list[Block]:
        return [Block(span=Span(25, 53), kind="read_more", found_by="label")]

    everywhere = named("all", lambda article: [Mention(span=Span(36, 43), form="name")], "newsparse_find_mentions")
    article = parsed(named("more", label, "newsparse_label_blocks"), everywhere)
    assert article.body == "Ann Lee spoke on Friday.\n“No,” she said."
    assert article.mentions == ()
    assert article.problems[0].message == "span 36..43 lies in a read_more block"


def test_overlapping_blocks_of_one_plugin_are_a_problem() -> None:
    def label(article: Article) -> list[Block]:
        return [Block(span=Span(25, 53), kind="nav"), Block(span=Span(36, 53), kind="promo")]

    article = parsed(named("more", label, "newsparse_label_blocks"))
    assert [block.kind for block in article.blocks] == ["paragraph", "nav", "paragraph"]
    assert "its blocks overlap at 36..53" in article.problems[0].message


def test_speakers_are_joined_to_entities_by_their_spans() -> None:
    she = Span(60, 63)

    def quotes(article: Article) -> list[Quote]:
        return [Quote(kind="direct", spans=[Span(54, 59)], speaker=Speaker(span=she), cue=Span(64, 68))]

    def entities(article: Article) -> list[Entity]:
        mentions = [Mention(span=she, form="pronoun"), Mention(span=Span(0, 7), form="name")]
        return [Entity(name="Ann Lee", kind="person", role="mayor", mentions=mentions)]

    article = parsed(named("q", quotes, "newsparse_find_quotes"), named("e", entities, "newsparse_resolve_entities"))
    (quote,) = article.quotes
    assert quote.speaker == Speaker(span=she, text="she", name="Ann Lee", role="mayor", entities=["e1"])
    assert quote.text == "“No,”"
    assert article.quotes_by("e1") == (quote,)
    assert [entity.name for entity in article.speakers()] == ["Ann Lee"]
    assert [mention.text for mention in article.entity("e1").mentions] == ["Ann Lee", "she"]


def test_two_entities_may_share_a_joint_speakers_mention() -> None:
    def entities(article: Article) -> list[Entity]:
        joint = [Mention(span=Span(0, 7), form="name")]
        return [Entity(name=name, kind="person", mentions=joint) for name in ("Ann", "Lee", "Ann")]

    article = parsed(named("e", entities, "newsparse_resolve_entities"))
    assert [(entity.id, entity.name) for entity in article.entities] == [("e1", "Ann"), ("e2", "Lee")]


def test_a_plugin_may_split_sentences() -> None:
    def halves(article: Article) -> list[Span]:
        return [Span(0, 7), Span(8, 24)]

    article = Parser([named("halves", halves, "newsparse_split_sentences")], only=["halves"]).parse(TEXT)
    assert [one.of(TEXT) for one in article.sentences] == ["Ann Lee", "spoke on Friday."]


@attrs.frozen(kw_only=True)
class Amount:
    """An annotation of a plugin's own kind."""

    span: Span
    text: str = ""
    found_by: str = ""


def test_annotations_of_a_plugins_own_kind_are_kept() -> None:
    article = parsed(named("money", lambda article: [Amount(span=Span(0, 3), found_by="sum")], "newsparse_annotate"))
    assert article.annotations == (Amount(span=Span(0, 3), text="Ann", found_by="money:sum"),)


def misspelt(article: Article) -> list[DateMention]:
    return []


def with_default(article: Article, day_first: bool = False) -> list[DateMention]:
    return []


def unknown_argument(article: Article, settings: object) -> list[DateMention]:
    return []


REFUSED = {
    "a class": (Words, "is a class; hand over an instance: Words"),
    "no hook": (types.SimpleNamespace(name="empty"), "answers no hook; mark a function with @newsparse.hookimpl"),
    "a misspelt hook": (named("odd", misspelt, "newsparse_find_date"), "known hooks: newsparse_read_source"),
    "an argument with a default": (named("odd", with_default), "argument 'day_first' has a default"),
    "a later version": (
        types.SimpleNamespace(name="odd", api_version=2, newsparse_find_dates=hookimpl(lambda article: [])),
        "needs version 2 of the hooks, and newsparse has 1; upgrade newsparse",
    ),
    "an unknown argument": (named("odd", unknown_argument), "settings"),
}


@pytest.mark.parametrize(("plugin", "says"), REFUSED.values(), ids=REFUSED)
def test_what_is_no_plugin_is_refused_at_once(plugin: object, says: str) -> None:
    with pytest.raises(UsageError, match=says):
        Parser([plugin])


def test_two_plugins_of_one_name_are_refused() -> None:
    with pytest.raises(UsageError, match="two plugins are named 'words'"):
        Parser([Words(), Words("spoke")])


@pytest.mark.parametrize("option", ["only", "without"])
def test_an_unknown_name_is_refused_with_the_known_ones(option: str) -> None:
    with pytest.raises(UsageError, match=f"{option}: no plugin 'wrods'; known: .*words"):
        Parser([Words()], **{option: ["wrods"]})


def test_names_in_one_string_are_refused() -> None:
    with pytest.raises(UsageError, match="is a str; give a list"):
        Parser([Words()], only="words")
