"""Articles in the formats other programs read.

One module a format; `newsparse.interchange.NAME` finds each function here and loads its module when it is used.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

from newsparse.interchange.json import from_json, to_json

if TYPE_CHECKING:
    from newsparse.interchange.brat import brat_config, from_brat, to_brat
    from newsparse.interchange.displacy import to_displacy, to_displacy_spans
    from newsparse.interchange.icalendar import to_icalendar
    from newsparse.interchange.label_studio import from_label_studio, label_studio_config, to_label_studio
    from newsparse.interchange.ninjs import to_ninjs
    from newsparse.interchange.plover import to_plover
    from newsparse.interchange.schema import article_schema
    from newsparse.interchange.schema_org import to_schema_org
    from newsparse.interchange.spacy import to_spacy
    from newsparse.interchange.tables import to_arrow, to_csv, to_pandas, to_polars
    from newsparse.interchange.timeml import to_timeml
    from newsparse.interchange.web_annotation import to_web_annotations

__all__ = [
    "article_schema",
    "brat_config",
    "from_brat",
    "from_json",
    "from_label_studio",
    "label_studio_config",
    "to_arrow",
    "to_brat",
    "to_csv",
    "to_displacy",
    "to_displacy_spans",
    "to_icalendar",
    "to_json",
    "to_label_studio",
    "to_ninjs",
    "to_pandas",
    "to_plover",
    "to_polars",
    "to_schema_org",
    "to_spacy",
    "to_timeml",
    "to_web_annotations",
]

_MODULES = {
    "brat": ("brat_config", "from_brat", "to_brat"),
    "displacy": ("to_displacy", "to_displacy_spans"),
    "icalendar": ("to_icalendar",),
    "label_studio": ("from_label_studio", "label_studio_config", "to_label_studio"),
    "ninjs": ("to_ninjs",),
    "plover": ("to_plover",),
    "schema": ("article_schema",),
    "schema_org": ("to_schema_org",),
    "spacy": ("to_spacy",),
    "tables": ("to_arrow", "to_csv", "to_pandas", "to_polars"),
    "timeml": ("to_timeml",),
    "web_annotation": ("to_web_annotations",),
}
_HOME = {name: module for module, names in _MODULES.items() for name in names}


def __getattr__(name: str) -> Any:
    """Load a format's module when its function is first used."""
    if name not in _HOME:
        raise AttributeError(f"module 'newsparse.interchange' has no attribute {name!r}")
    return getattr(importlib.import_module(f"newsparse.interchange.{_HOME[name]}"), name)
