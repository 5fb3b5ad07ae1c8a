"""Libraries that only some formats need, and how to install them."""

from __future__ import annotations

import importlib
from typing import Any

from newsparse.errors import UsageError

__all__ = ["load_extra"]


def load_extra(module: str, extra: str, purpose: str) -> Any:
    """Import a module.

    Raises:
        UsageError: it is not installed; the message names the extra to install.
    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise UsageError(f"{purpose} needs {module}; pip install 'newsparse[{extra}]'") from error
