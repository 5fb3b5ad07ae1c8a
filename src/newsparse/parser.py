"""The parser: plugins chosen once, then any number of articles through the same layers."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType, ModuleType
from typing import Any

import attrs

from newsparse.article import Article
from newsparse.blocks import find_blocks, unite_blocks
from newsparse.calls import Calls
from newsparse.checks import Checker
from newsparse.errors import UsageError
from newsparse.layers import LAYERS
from newsparse.models import Block, Metadata, Source, as_tuple
from newsparse.registry import CORE, BrokenPlugin, Registered, Registry, make_registry
from newsparse.source import MAX_CHARS, Given, check_length, load_source, read_plain, read_published

__all__ = ["Parser", "parse"]


@attrs.frozen
class ModuleByName:
    """Stands for a module in a pickle: its name, and the file it may have been loaded from by hand."""

    name: str
    file: str | None

    def load(self) -> ModuleType:
        """Give the module in the process that reads the pickle."""
        with contextlib.suppress(ImportError):
            module = importlib.import_module(self.name)
            if self.file is None or getattr(module, "__file__", None) == self.file:
                return module
        spec = importlib.util.spec_from_file_location(self.name, self.file or "")
        if spec is None or spec.loader is None:
            raise UsageError(f"plugin {self.name}: is no module that another process can import; put it in a file")
        module = importlib.util.module_from_spec(spec)
        sys.modules[self.name] = module
        spec.loader.exec_module(module)
        return module


def _names(names: Iterable[str] | None) -> tuple[str, ...] | None:
    if isinstance(names, str):
        raise UsageError(f"Parser: {names!r} is a str; give a list of plugin names")
    return None if names is None else tuple(names)


def _no_names(names: Iterable[str] | None) -> tuple[str, ...]:
    return _names(names) or ()


@attrs.frozen
class Parser:
    """Finds the facts of articles with the plugins it was made with; shared by threads, pickled to workers.

    Raises:
        UsageError: a plugin handed over is broken, or `only` or `without` names none.
    """

    plugins: tuple[object, ...] = attrs.field(default=(), converter=as_tuple)
    """Plugins handed over, in their order of precedence; one replaces the installed plugin of its name."""
    only: tuple[str, ...] | None = attrs.field(default=None, kw_only=True, converter=_names)
    """Names of the only plugins to use, `newsparse-` left out or not; None: all."""
    without: tuple[str, ...] = attrs.field(default=(), kw_only=True, converter=_no_names)
    """Names of plugins to leave out."""
    strict: bool = attrs.field(default=False, kw_only=True)
    """Raise `PluginError` where a plugin fails, instead of keeping a `Problem`."""
    max_chars: int = attrs.field(default=MAX_CHARS, kw_only=True)
    """The longest text that is parsed, in characters."""
    _registry: Registry = attrs.field(init=False, eq=False, repr=False)

    @_registry.default
    def _make_registry(self) -> Registry:
        return make_registry(self.plugins, self.only, self.without)

    @property
    def active(self) -> tuple[Registered, ...]:
        """The plugins that take part, in their order of precedence."""
        return self._registry.plugins

    @property
    def broken(self) -> tuple[BrokenPlugin, ...]:
        """Installed plugins that cannot be used, and why."""
        return self._registry.broken

    def parse(
        self,
        source: object,
        *,
        published: object = None,
        title: str | None = None,
        url: str | None = None,
        id: str | None = None,
        language: str | None = None,
    ) -> Article:
        """Find the facts of one article.

        Parameters:
            source: the text as str or bytes, a path, a mapping with `text` (and any of `title`, `published`,
                `url`, `id`, `language`, `authors`), or whatever an installed plugin reads, as HTML.
            published: publication date: a date, a datetime (its zone is kept) or an ISO 8601 string. What is
                given here goes before what the source says.
            title: the title, where it does not stand in the text.
            url: the article's address.
            id: your identifier.
            language: BCP 47 tag.

        Raises:
            SourceError: a source of the wrong type, a file that cannot be read, or a text over `max_chars`.
            UsageError: a `published` that is no date.
            PluginError: a plugin failed, under `strict`.
        """
        given = Given(id=id, url=url, title=title, published=read_published(published), language=language)
        loaded = load_source(source, self.max_chars)
        if isinstance(loaded, Mapping):
            given = given.filled_from(loaded)
        calls = Calls(self._registry, strict=self.strict)
        calls.label = f"article {given.id}" if given.id else "article"
        shown = MappingProxyType(loaded) if isinstance(loaded, dict) else loaded  # the user's own stays as it is
        answer = calls.first("newsparse_read_source", Source, source=shown)
        reader, read = answer or (CORE, read_plain(loaded))
        check_length(read.text, self.max_chars)
        calls.problems.extend(read.problems)
        article = _described(_started(read, reader, calls), given, read, calls)
        for layer in LAYERS:
            article = layer(article, calls)
        return attrs.evolve(article, problems=calls.problems)

    def parse_many(self, sources: Iterable[object], *, workers: int = 1, chunk: int = 16) -> Iterator[Article]:
        """Parse many sources, in their order, on `workers` processes; see `parse` for what a source is.

        Sources are read ahead by a few chunks only, so that any number of them can be streamed.

        Raises:
            UsageError: `workers` or `chunk` is less than 1; and what `parse` raises.
        """
        if workers < 1 or chunk < 1:
            raise UsageError(f"parse_many: workers={workers}, chunk={chunk}; both are 1 or more")
        if workers == 1:
            return map(self.parse, sources)
        from newsparse.pool import parse_in_pool  # here, since multiprocessing is large and seldom needed

        return parse_in_pool(self, sources, workers, chunk)

    def __reduce__(self) -> tuple[Callable[..., Parser], tuple[Any, ...]]:
        plugins = [
            ModuleByName(one.__name__, getattr(one, "__file__", None)) if isinstance(one, ModuleType) else one
            for one in self.plugins
        ]
        return _unpickled, (plugins, self.only, self.without, self.strict, self.max_chars)


def _unpickled(
    plugins: Iterable[object], only: tuple[str, ...] | None, without: tuple[str, ...], strict: bool, max_chars: int
) -> Parser:
    loaded = [one.load() if isinstance(one, ModuleByName) else one for one in plugins]
    return Parser(loaded, only=only, without=without, strict=strict, max_chars=max_chars)


def _started(read: Source, reader: str, calls: Calls) -> Article:
    """Make the article of a source: its text, and a plain or marked-up block for everything in it."""
    bare = Article(text=read.text)
    marked = calls.completed(reader, "newsparse_read_source", Checker(bare, reader), read.blocks, Block, Checker.block)
    plain = tuple(attrs.evolve(block, found_by=f"{CORE}:{block.found_by}") for block in find_blocks(read.text))
    blocks, refused = unite_blocks(read.text, plain, marked)
    for block in refused:
        calls.problem(reader, "newsparse_read_source", f"its blocks overlap at {block.span.start}..{block.span.end}")
    return attrs.evolve(bare, blocks=blocks)


def _described(article: Article, given: Given, read: Source, calls: Calls) -> Article:
    """Add what stands beside the text: the user's word first, then the most trusted of the source."""

    def known(name: str) -> Metadata | None:
        return next((one for one in read.metadata if one.name == name and one.value), None)

    def value(name: str) -> str | None:
        return one.value if (one := known(name)) else None

    published = given.published
    said = known("published")
    if published is None and said:
        try:
            published = read_published(said.value)
        except UsageError as error:
            calls.problem(CORE, "newsparse_read_source", f"{said.origin}: {error}")
    return attrs.evolve(
        article,
        id=given.id,
        published=published,
        metadata=read.metadata,
        authors=given.authors or [one.value for one in read.metadata if one.name == "authors"],
        title=given.title or value("title"),
        url=given.url or value("url"),
        language=given.language or value("language"),
    )


@cache
def _default_parser() -> Parser:
    return Parser()


def parse(
    source: object,
    *,
    published: object = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    language: str | None = None,
) -> Article:
    """Find the facts of one article with every installed plugin; see `Parser.parse`."""
    return _default_parser().parse(source, published=published, title=title, url=url, id=id, language=language)
