"""Articles in the formats other programs read."""

from __future__ import annotations

from newsparse.interchange.json import from_json, to_json

__all__ = ["from_json", "to_json"]
