"""A new plugin's package, written from templates: whole, and passing its own tests at once."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path
from string import Template

from newsparse.errors import UsageError
from newsparse.registry import HOOKS

__all__ = ["write_plugin"]

TREE = {
    "pyproject.toml": "pyproject.toml.txt",
    "README.md": "readme.md.txt",
    "src/{module}/__init__.py": "init.py.txt",
    "src/{module}/finding.py": "finding.py.txt",
    "src/{module}/py.typed": None,
    "tests/test_{short}.py": "test.py.txt",
}
"""File of the package to its template."""
_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_ANSWERS = {
    "newsparse_label_blocks": (
        "Block", 'Block(span=span, kind="advert", found_by="marker")', "blocks",
    ),
    "newsparse_find_mentions": ("Mention", 'Mention(span=span, form="name", found_by="marker")', "mentions"),
    "newsparse_find_dates": (
        "DateMention", 'DateMention(span=span, type="DATE", value="PRESENT_REF", found_by="marker")', "dates",
    ),
    "newsparse_find_quotes": ("Quote", 'Quote(kind="direct", spans=[span], found_by="marker")', "quotes"),
    "newsparse_resolve_entities": (
        "Entity",
        'Entity(name="MARK", kind="other", mentions=[Mention(span=span, form="name")], found_by="marker")',
        "entities",
    ),
    "newsparse_find_events": (
        "Event",
        'Event(span=article.sentence_at(span.start) or span, trigger=span, found_by="marker")',
        "events",
    ),
}  # fmt: skip
"""Hook to: class it gives, how one is made of a span, and the article's field it ends up in."""


def write_plugin(name: str, hook: str, folder: Path) -> Path:
    """Write the package `newsparse-<name>` that answers `hook` into `folder`.

    Returns:
        The package's folder.

    Raises:
        UsageError: a name that is none for a package, an unknown hook, or a folder that is there already.
    """
    short = name.removeprefix("newsparse-")
    if not _NAME.fullmatch(short):
        raise UsageError(f"new-plugin: {name!r} is no name for a package; use small letters, digits and single hyphens")
    full = hook if hook.startswith("newsparse_") else f"newsparse_{hook}"
    if full not in _ANSWERS:
        known = ", ".join(one.removeprefix("newsparse_") for one in HOOKS if one in _ANSWERS)
        raise UsageError(f"new-plugin: no template for hook {hook!r}; there is one for {known}")
    package = folder / f"newsparse-{short}"
    if package.exists():
        raise UsageError(f"new-plugin: {package} is there already; choose another name or folder")
    module = f"newsparse_{short.replace('-', '_')}"
    kind, made, field = _ANSWERS[full]
    words = {
        "short": short,
        "short_module": short.replace("-", "_"),
        "module": module,
        "hook": full,
        "kind": kind,
        "imports_sorted": ", ".join(sorted({kind, "Span", *(["Mention"] if "Mention(" in made else [])})),
        "made": made,
        "field": field,
        "plugin_class": "".join(part.capitalize() for part in short.split("-")) + "Plugin",
    }
    for path, template in TREE.items():
        target = package / path.format(module=module, short=words["short_module"])
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(Template(_template(template)).substitute(words) if template else "", "utf-8")
    return package


def _template(name: str) -> str:
    return files("newsparse.scaffold").joinpath("templates", name).read_text("utf-8")
