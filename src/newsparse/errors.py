"""What newsparse raises when it is misused; text itself is never misuse."""

from __future__ import annotations

__all__ = ["DataError", "NewsparseError", "PluginError", "SourceError", "UsageError"]


class NewsparseError(Exception):
    """The parent of everything newsparse raises on purpose."""


class UsageError(NewsparseError, ValueError):
    """A call that cannot be carried out as written; the message says what would be right."""


class SourceError(NewsparseError, ValueError):
    """A source that is no article: of the wrong type, missing, or longer than `max_chars`."""


class DataError(NewsparseError, ValueError):
    """A word list or rule file of a plugin that is broken; found when it is loaded."""


class PluginError(NewsparseError, RuntimeError):
    """A plugin that failed or broke an invariant, raised under `strict=True`."""
