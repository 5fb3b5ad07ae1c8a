"""Which installed plugins take part: what their entry points give, the allow-list, versions, and names told wrongly."""

from __future__ import annotations

import importlib.metadata
import types
from collections.abc import Callable
from typing import Any

import attrs
import pytest

from newsparse import Article, DateMention, Parser, UsageError, hookimpl
from newsparse.registry import BrokenPlugin, Installed, installed_plugins


class Days:
    """A plugin as a class, which is made when it is loaded."""

    name = "newsparse-days"

    @hookimpl
    def newsparse_find_dates(self, article: Article) -> list[DateMention]:
        return []


class Nights(Days):
    name = "newsparse-nights"


@hookimpl
def newsparse_find_dates(article: Article) -> list[DateMention]:
    return []


def module(name: str) -> types.ModuleType:
    made = types.ModuleType(name)
    made.newsparse_find_dates = newsparse_find_dates  # type: ignore[attr-defined]
    return made


@attrs.frozen
class Point:
    """What stands for an entry point: it gives `thing`, or raises it."""

    name: str
    thing: Any
    version: str | None = None

    @property
    def value(self) -> str:
        return f"{self.name}.module"

    @property
    def dist(self) -> Any:
        return self.version and types.SimpleNamespace(version=self.version)

    def load(self) -> Any:
        if isinstance(self.thing, BaseException):
            raise self.thing
        return self.thing


Install = Callable[..., Installed]


@pytest.fixture
def install(monkeypatch: pytest.MonkeyPatch) -> Install:
    """Give a function that puts entry points in the place of the real ones and loads them."""
    monkeypatch.delenv("NEWSPARSE_PLUGINS", raising=False)

    def points(*given: Point) -> Installed:
        monkeypatch.setattr(importlib.metadata, "entry_points", lambda group: given if group == "newsparse" else ())
        return installed_plugins()

    return points


def names(found: Installed) -> list[str]:
    return [one.name for one in found.plugins]


def test_a_class_is_made_and_a_module_goes_by_its_entry_point(install: Install) -> None:
    found = install(Point("zz", Days, "1.2"), Point("newsparse-tides", module("tides_impl")), Point("aa", Nights()))
    assert [(one.name, one.version, one.origin) for one in found.plugins] == [
        ("newsparse-days", "1.2", "installed"),
        ("newsparse-nights", None, "installed"),
        ("newsparse-tides", None, "installed"),
    ]
    assert isinstance(found.plugins[0].plugin, Days)
    assert found.plugins[0].hooks == ("newsparse_find_dates",)
    assert found.broken == ()


def test_a_plugin_that_is_installed_twice_is_used_once_and_told(install: Install) -> None:
    found = install(Point("b", Days, "2"), Point("a", Days, "1"))
    assert [(one.name, one.version) for one in found.plugins] == [("newsparse-days", "1")]
    assert found.broken == (BrokenPlugin(name="b", reason="plugin newsparse-days: is installed twice; uninstall one"),)


@pytest.mark.parametrize(
    ("allowed", "wanted"),
    [
        (None, ["newsparse-days", "newsparse-nights"]),
        ("", []),
        ("days", ["newsparse-days"]),
        ("newsparse-nights", ["newsparse-nights"]),
        (" days , nights ", ["newsparse-days", "newsparse-nights"]),
    ],
)
def test_the_environment_says_what_is_loaded(
    install: Install, monkeypatch: pytest.MonkeyPatch, allowed: str | None, wanted: list[str]
) -> None:
    installed = (Point("newsparse-days", Days), Point("newsparse-nights", Nights))
    install()
    if allowed is not None:
        monkeypatch.setenv("NEWSPARSE_PLUGINS", allowed)
    assert names(install(*installed)) == wanted


def test_one_that_cannot_be_loaded_costs_itself(install: Install) -> None:
    found = install(Point("bad", ImportError("no such thing")), Point("gone", SystemExit(2)), Point("days", Days))
    assert names(found) == ["newsparse-days"]
    assert [one.reason for one in found.broken] == [
        "plugin bad: cannot be loaded from bad.module: ImportError: no such thing",
        "plugin gone: cannot be loaded from gone.module: SystemExit: 2",
    ]


def test_a_broken_plugin_may_be_named_and_is_not_there(install: Install) -> None:
    install(Point("bad", ImportError()), Point("newsparse-days", Days))
    assert Parser(only=["bad"]).active == ()
    assert [one.name for one in Parser(without=["bad"]).active] == ["newsparse-days"]
    with pytest.raises(UsageError, match="only: no plugin 'worse'; known: newsparse-days"):
        Parser(only=["worse"])


def test_without_any_plugin_an_unknown_name_is_told_so(install: Install) -> None:
    install()
    with pytest.raises(UsageError, match="without: no plugin 'days'; known: none installed"):
        Parser(without=["days"])


def test_names_are_given_short_or_in_full(install: Install) -> None:
    install(Point("newsparse-days", Days), Point("newsparse-nights", Nights))
    for name in ("days", "newsparse-days"):
        assert [one.name for one in Parser(only=[name]).active] == ["newsparse-days"]
        assert [one.name for one in Parser(without=[name]).active] == ["newsparse-nights"]
    assert [one.name for one in Parser(only=["days", "nights"], without=["days"]).active] == ["newsparse-nights"]


def test_what_is_handed_over_stands_first_and_replaces_its_namesake(install: Install) -> None:
    install(Point("newsparse-days", Days), Point("newsparse-nights", Nights))
    mine = Nights()
    assert [(one.name, one.origin) for one in Parser([mine]).active] == [
        ("newsparse-nights", "handed over"),
        ("newsparse-days", "installed"),
    ]


def test_a_plugin_without_a_name_goes_by_its_class() -> None:
    class Plain:
        name = ""
        newsparse_find_dates = Days.newsparse_find_dates

    assert [one.name for one in Parser([Plain()], only=["Plain"]).active] == ["Plain"]


@pytest.mark.parametrize(
    ("version", "says"), [(1, None), (0, None), (2, "needs version 2 of the hooks"), ("1", "needs version '1'")]
)
def test_the_version_of_the_hooks_a_plugin_needs(version: object, says: str | None) -> None:
    plugin = types.SimpleNamespace(name="days", api_version=version, newsparse_find_dates=newsparse_find_dates)
    if says is None:
        assert [one.name for one in Parser([plugin], only=["days"]).active] == ["days"]
    else:
        with pytest.raises(UsageError, match=says):
            Parser([plugin])


def wrapping(old: bool) -> types.SimpleNamespace:
    def newsparse_find_dates(article: Article) -> Any:
        return (yield)

    mark = hookimpl(hookwrapper=True) if old else hookimpl(wrapper=True)
    return types.SimpleNamespace(name="wrapping", newsparse_find_dates=mark(newsparse_find_dates))


@pytest.mark.parametrize("old", [True, False], ids=["hookwrapper", "wrapper"])
def test_a_wrapper_is_refused(old: bool) -> None:
    with pytest.raises(UsageError, match="plugin wrapping: newsparse_find_dates: is a wrapper"):
        Parser([wrapping(old)])


def test_an_object_that_cannot_be_looked_into_is_no_plugin() -> None:
    class Closed(Days):
        def __dir__(self) -> list[str]:
            raise OSError("no sensor")

    with pytest.raises(UsageError, match="newsparse-days: cannot be registered: OSError: no sensor"):
        Parser([Closed()])
