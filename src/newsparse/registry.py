"""Which plugins take part, in which order, and what is wrong with those that do not."""

from __future__ import annotations

import inspect
import os
from collections.abc import Iterable, Sequence
from types import ModuleType
from typing import Literal

import attrs
import pluggy

from newsparse import hookspecs
from newsparse.errors import UsageError

__all__ = ["CORE", "BrokenPlugin", "Installed", "Registered", "Registry", "installed_plugins", "make_registry"]

CORE = "newsparse"
"""The name under which the core's own work is told."""
ENTRY_POINTS = "newsparse"
ALLOW_LIST = "NEWSPARSE_PLUGINS"
"""Environment variable: where it is set, only the installed plugins it names (commas between) are loaded."""
HOOKS: tuple[str, ...] = tuple(name for name in vars(hookspecs) if name.startswith(hookspecs.PREFIX))
"""All hooks, in the order in which they are called."""


@attrs.frozen(kw_only=True)
class Registered:
    """A plugin that takes part."""

    name: str
    """Its name, as `newsparse-dates`."""
    plugin: object
    """The object whose methods or functions are called."""
    origin: Literal["handed over", "installed"]
    """Whether the user gave it to the parser or pip installed it."""
    version: str | None = None
    """Version of its distribution, where it is installed."""
    hooks: tuple[str, ...] = ()
    """The hooks it answers, in calling order."""


@attrs.frozen(kw_only=True)
class BrokenPlugin:
    """An installed plugin that could not be used, and why."""

    name: str
    """Its name, as `newsparse-dates`."""
    reason: str
    """What is wrong, and what would be right."""


@attrs.frozen(kw_only=True)
class Installed:
    """What the entry points gave."""

    plugins: tuple[Registered, ...] = ()
    """Usable plugins, by name."""
    broken: tuple[BrokenPlugin, ...] = ()
    """The others, by name."""


@attrs.frozen(kw_only=True, eq=False)
class Registry:
    """The plugins of one parser in their order of precedence, and how to call each by itself."""

    plugins: tuple[Registered, ...]
    """Those handed over in the order given, then the installed ones by name."""
    broken: tuple[BrokenPlugin, ...]
    """Installed plugins that could not be used."""
    callers: dict[str, tuple[tuple[str, pluggy.HookCaller], ...]]
    """Hook name to (plugin name, caller of that plugin alone), in precedence."""


def plugin_name(plugin: object) -> str:
    """Give the name a plugin goes by: its `name`, or a module's own name, or its class's."""
    name = getattr(plugin, "name", None)
    if isinstance(name, str) and name:
        return name
    return plugin.__name__ if isinstance(plugin, ModuleType) else type(plugin).__name__


def check_plugin(plugin: object, name: str) -> tuple[str, ...]:
    """Check that every marked function of a plugin answers a hook as it is specified.

    Returns:
        The hooks it answers.

    Raises:
        UsageError: it has no hook, a misspelt one, unknown arguments, arguments with a default, or a wrapper.
    """
    if inspect.isclass(plugin):
        raise UsageError(f"plugin {name}: is a class; hand over an instance: {plugin.__name__}()")
    needed = getattr(plugin, "api_version", hookspecs.API_VERSION)
    if not isinstance(needed, int) or needed > hookspecs.API_VERSION:
        raise UsageError(
            f"plugin {name}: needs version {needed!r} of the hooks, and newsparse has {hookspecs.API_VERSION}; "
            "upgrade newsparse, or install an older version of the plugin"
        )
    manager = _manager()
    try:
        manager.register(plugin, name)
        manager.check_pending()
    except pluggy.PluginValidationError as error:
        raise UsageError(f"plugin {name}: {' '.join(str(error).split())}; known hooks: {', '.join(HOOKS)}") from error
    except Exception as error:  # register() reads every attribute of the plugin, and properties can raise
        raise UsageError(f"plugin {name}: cannot be registered: {type(error).__name__}: {error}") from error
    callers = manager.get_hookcallers(plugin) or []
    if not callers:
        raise UsageError(
            f"plugin {name}: answers no hook; mark a function with @newsparse.hookimpl, named after a hook"
        )
    for caller in callers:
        for implementation in caller.get_hookimpls():
            if implementation.kwargnames:
                raise UsageError(
                    f"plugin {name}: {caller.name}: argument {implementation.kwargnames[0]!r} has a default, "
                    "which would always be used; take the default away"
                )
            if implementation.hookwrapper or implementation.wrapper:
                raise UsageError(f"plugin {name}: {caller.name}: is a wrapper; every plugin answers for itself alone")
    answered = {caller.name for caller in callers}
    return tuple(hook for hook in HOOKS if hook in answered)


def installed_plugins() -> Installed:
    """Load every plugin that an installed distribution announces in the entry-point group `newsparse`.

    Where the environment variable `NEWSPARSE_PLUGINS` is set, only those it names are. A plugin that
    cannot be loaded or does not pass the check is told in `broken`; the others are not touched.
    """
    from importlib.metadata import entry_points  # here, since it takes longer to import than all of newsparse

    usable: dict[str, Registered] = {}
    broken: list[BrokenPlugin] = []
    allowed = os.environ.get(ALLOW_LIST)
    names = None if allowed is None else {name.strip() for name in allowed.split(",")}
    for point in sorted(entry_points(group=ENTRY_POINTS), key=lambda point: (point.name, point.value)):
        if names is not None and names.isdisjoint({point.name, point.name.removeprefix("newsparse-")}):
            continue
        try:
            loaded = point.load()
            plugin = loaded() if inspect.isclass(loaded) else loaded
            name = plugin_name(plugin) if not isinstance(plugin, ModuleType) else point.name
            if name in usable:
                raise UsageError(f"plugin {name}: is installed twice; uninstall one")
            hooks = check_plugin(plugin, name)
        except UsageError as error:
            broken.append(BrokenPlugin(name=point.name, reason=str(error)))
        except (Exception, SystemExit) as error:  # whatever a stranger's import does
            reason = f"plugin {point.name}: cannot be loaded from {point.value}: {type(error).__name__}: {error}"
            broken.append(BrokenPlugin(name=point.name, reason=reason))
        else:
            version = point.dist.version if point.dist else None
            usable[name] = Registered(name=name, plugin=plugin, origin="installed", version=version, hooks=hooks)
    return Installed(plugins=tuple(usable[name] for name in sorted(usable)), broken=tuple(broken))


def make_registry(plugins: Sequence[object], only: Iterable[str] | None, without: Iterable[str]) -> Registry:
    """Choose the plugins of a parser and make a caller for each of their hooks.

    Raises:
        UsageError: a plugin handed over is broken or given twice; `only` or `without` names no plugin.
    """
    given: dict[str, Registered] = {}
    for plugin in plugins:
        name = plugin_name(plugin)
        if name in given:
            raise UsageError(f"Parser: two plugins are named {name!r}; give one of them another `name`")
        given[name] = Registered(name=name, plugin=plugin, origin="handed over", hooks=check_plugin(plugin, name))
    installed = installed_plugins()
    everything = [*given.values(), *(one for one in installed.plugins if one.name not in given)]
    known = [one.name for one in everything]
    kept = _named("only", only, known, installed.broken) if only is not None else set(known)
    kept -= _named("without", without, known, installed.broken)
    chosen = tuple(one for one in everything if one.name in kept)
    return Registry(plugins=chosen, broken=installed.broken, callers=_callers(chosen))


def _named(argument: str, names: Iterable[str], known: Sequence[str], broken: Sequence[BrokenPlugin]) -> set[str]:
    if isinstance(names, str):
        raise UsageError(f"Parser: {argument}={names!r} is a str; give a list of plugin names")
    found = set()
    for name in names:
        full = name if name in known else f"newsparse-{name}"
        if full not in known:
            if any(one.name == name for one in broken):
                full = name
            else:
                raise UsageError(
                    f"Parser: {argument}: no plugin {name!r}; known: {', '.join(known) or 'none installed'}"
                )
        found.add(full)
    return found


def _manager() -> pluggy.PluginManager:
    manager = pluggy.PluginManager("newsparse")
    manager.add_hookspecs(hookspecs)
    return manager


def _callers(plugins: Sequence[Registered]) -> dict[str, tuple[tuple[str, pluggy.HookCaller], ...]]:
    """Make a caller for each hook of each plugin.

    Each plugin has a manager to itself: a shared one confuses plugins that are equal, and refuses unhashable ones.
    """
    managers = {one.name: _manager() for one in plugins}
    for one in plugins:
        managers[one.name].register(one.plugin, one.name)
    return {
        hook: tuple((one.name, getattr(managers[one.name].hook, hook)) for one in plugins if hook in one.hooks)
        for hook in HOOKS
    }
