"""pyarrow, where it is installed."""

from __future__ import annotations

import importlib
from typing import Any

from newsparse.errors import UsageError

__all__ = ["load_pyarrow"]


def load_pyarrow(purpose: str, module: str = "pyarrow") -> Any:
    """Import pyarrow or a module of it.

    Raises:
        UsageError: it is not installed.

    """
    try:
        return importlib.import_module(module)
    except ImportError as error:
        raise UsageError(f"{purpose} needs pyarrow; pip install 'newsparse[arrow]'") from error
