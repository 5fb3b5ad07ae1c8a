"""Calling plugins so that a failing one costs its own contribution and nothing else."""

from __future__ import annotations

import logging
import os
import sys
import time
from collections.abc import Callable, Hashable, Iterable, Iterator, Sized
from itertools import islice
from typing import Any

from newsparse.article import Article
from newsparse.checks import Checker, RefusedError
from newsparse.errors import NewsparseError, PluginError
from newsparse.models import Problem
from newsparse.registry import CORE, Registry

__all__ = ["MAX_ANNOTATIONS", "Calls"]

MAX_ANNOTATIONS = 1_000_000
"""How many annotations of one hook are taken from one plugin."""

TRACE = "NEWSPARSE_TRACE"
"""Environment variable: where it is set, each call of a hook is told on standard error, with its time."""

_log = logging.getLogger("newsparse")
_log.addHandler(logging.NullHandler())  # who wants the tracebacks adds a handler; problems stand on the article


class Calls:
    """The calls of one parse: asks the plugins, completes their answers, and keeps what went wrong."""

    def __init__(self, registry: Registry, *, strict: bool) -> None:
        self.registry = registry
        self.strict = strict
        self.problems: list[Problem] = []
        self.label = "article"
        self.traced = bool(os.environ.get(TRACE))

    def problem(self, plugin: str, hook: str, message: str, cause: BaseException | None = None) -> None:
        """Keep a problem, or raise it under `strict`.

        Raises:
            PluginError: under `strict`.
        """
        if self.strict and plugin != CORE:
            raise PluginError(f"{self.label}: plugin {plugin}, hook {hook}: {message}") from cause
        _log.warning("%s: plugin %s, hook %s: %s", self.label, plugin, hook, message, exc_info=cause)
        self.problems.append(Problem(plugin=plugin, hook=hook, message=message))

    def first(self, hook: str, wanted: type, **arguments: Any) -> tuple[str, Any] | None:
        """Ask the plugins in precedence until one has an answer; give its name and the answer."""
        for plugin, call in self.registry.callers[hook]:
            try:
                answers = self._timed(plugin, hook, call, arguments)
                answer = answers[0] if answers else None
                if answer is not None and wanted is tuple:
                    answer = _consumed(answer)
                if answer is not None and not isinstance(answer, wanted):
                    raise RefusedError(f"answered a {type(answer).__name__}; it takes a {wanted.__name__} or None")
            except (Exception, SystemExit) as error:  # a plugin may raise anything
                self.problem(plugin, hook, _told(error), error)
                continue
            if answer is not None:
                return plugin, answer
        return None

    def united(
        self,
        hook: str,
        article: Article,
        kind: type,
        complete: Callable[[Checker, Any], Any],
        key: Callable[[Any], Hashable],
    ) -> list[Any]:
        """Ask every plugin, and give what they found: complete, checked, each key once, first in precedence first."""
        found: dict[Hashable, Any] = {}
        for plugin, call in self.registry.callers[hook]:
            try:
                answers = self._timed(plugin, hook, call, {"article": article})
                items = _consumed(answers[0]) if answers else ()
            except (Exception, SystemExit) as error:  # a plugin may raise anything
                self.problem(plugin, hook, _told(error), error)
                continue
            if len(items) > MAX_ANNOTATIONS:
                self.problem(plugin, hook, f"gave more than {MAX_ANNOTATIONS} annotations; the rest was left out")
                items = items[:MAX_ANNOTATIONS]
            good = self.completed(plugin, hook, Checker(article, plugin), items, kind, complete)
            try:
                for item in good:
                    found.setdefault(key(item), item)
            except (Exception, SystemExit) as error:  # so may an annotation of its own kind, where two are compared
                self.problem(plugin, hook, f"{_told(error)}; the annotations after it were left out", error)
        return list(found.values())

    def _timed(self, plugin: str, hook: str, call: Callable[..., Any], arguments: dict[str, Any]) -> list[Any]:
        """Call a hook, and tell it where calls are traced; a lazy answer is consumed, so that its time counts."""
        if not self.traced:
            answers: list[Any] = call(**arguments)
            return answers
        start = time.perf_counter()
        answers = call(**arguments)
        if answers and isinstance(answers[0], Iterator):
            answers = [_consumed(answers[0])]
        count = len(answers[0]) if answers and isinstance(answers[0], Sized) else len(answers)
        print(f"newsparse: {plugin} {hook}: {count} in {1000 * (time.perf_counter() - start):.1f} ms", file=sys.stderr)
        return answers

    def completed(
        self,
        plugin: str,
        hook: str,
        checker: Checker,
        items: Iterable[Any],
        kind: type,
        complete: Callable[[Checker, Any], Any],
    ) -> list[Any]:
        """Check and complete a plugin's items; those that break an invariant become one problem."""
        good: list[Any] = []
        refused: list[str] = []
        for item in items:
            try:
                if not isinstance(item, kind):
                    raise RefusedError(f"gave a {type(item).__name__} where a {kind.__name__} is due")
                good.append(complete(checker, item))
            except RefusedError as error:
                refused.append(str(error))
            except (Exception, SystemExit) as error:  # an object of a stranger's class may raise on any access
                refused.append(_told(error))
        if refused:
            more = f" (and {len(refused) - 1} more were refused)" if len(refused) > 1 else ""
            self.problem(plugin, hook, f"{refused[0]}{more}")
        return good


def _consumed(answer: object) -> tuple[Any, ...]:
    if isinstance(answer, str | bytes) or not isinstance(answer, Iterable):
        raise TypeError(f"answered a {type(answer).__name__}; it takes an iterable of annotations, or None")
    return tuple(islice(answer, MAX_ANNOTATIONS + 1))


def _told(error: BaseException) -> str:
    try:
        message = str(error)
    except (Exception, SystemExit):  # a stranger's exception may fail even here
        return f"{type(error).__name__}, which cannot be told"
    if isinstance(error, NewsparseError | RefusedError):
        return message
    return f"{type(error).__name__}: {message}" if message else type(error).__name__
