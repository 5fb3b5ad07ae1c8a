"""The JSON Schema of an article's JSON, made from the models: `python -m newsparse.interchange.schema`."""

from __future__ import annotations

import ast
import datetime as dt
import inspect
import json
import sys
import textwrap
import types
from collections.abc import Iterator
from importlib.resources import files
from itertools import pairwise
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

import attrs

from newsparse.article import Article
from newsparse.interchange.json import FORMAT

__all__ = ["article_schema", "make_schema"]

DIALECT = "https://json-schema.org/draft/2020-12/schema"
LEFT_OUT = {"words"}
"""Fields that follow from others and are not written."""
PLAIN: dict[Any, dict[str, Any]] = {
    str: {"type": "string"},
    int: {"type": "integer"},
    bool: {"type": "boolean"},
    type(None): {"type": "null"},
    dt.date: {"type": "string", "format": "date"},
    dt.datetime: {"type": "string", "pattern": r"^\d{4}-\d\d-\d\dT"},
    Any: {"$ref": "#/$defs/Annotation"},
}
ANNOTATION = {
    "type": "object",
    "description": "An annotation of a plugin's own kind.",
    "properties": {
        "type": {"type": "string", "description": "Module and name of its class, with a colon between."},
        "span": {"$ref": "#/$defs/Span"},
    },
    "required": ["type", "span"],
}


def article_schema() -> dict[str, Any]:
    """Give the JSON Schema (2020-12) that the output of `to_json` and `to_dict` meets."""
    text = files("newsparse.interchange").joinpath("article.schema.json").read_text("utf-8")
    schema: dict[str, Any] = json.loads(text)
    return schema


def make_schema() -> dict[str, Any]:
    """Make the schema anew from the models."""
    defs: dict[str, Any] = {"Annotation": ANNOTATION}
    article = _object(Article, defs)
    article["properties"] = {"format": {"const": FORMAT}, **article["properties"]}
    article["required"] = ["format", *article["required"]]
    return {"$schema": DIALECT, "title": FORMAT, **article, "$defs": dict(sorted(defs.items()))}


def _object(model: type, defs: dict[str, Any]) -> dict[str, Any]:
    """Describe an attrs class; the classes its fields hold go into `defs`."""
    hints = get_type_hints(model)
    told = dict(_field_docs(model))
    names = [field.name for field in attrs.fields(model) if field.name not in LEFT_OUT]
    properties = {}
    for name in names:
        described = {"description": told[name]} if name in told else {}
        properties[name] = {**described, **_type(hints[name], defs)}
    return {
        "type": "object",
        "description": _first_paragraph(inspect.getdoc(model) or ""),
        "properties": properties,
        "required": names,
        "additionalProperties": False,
    }


def _type(hint: Any, defs: dict[str, Any]) -> dict[str, Any]:
    origin = get_origin(hint)
    if hint in PLAIN:
        return dict(PLAIN[hint])
    if origin is Literal:
        return {"enum": list(get_args(hint))}
    if origin in (Union, types.UnionType):
        return {"anyOf": [_type(one, defs) for one in get_args(hint)]}
    if origin is tuple:
        return {"type": "array", "items": _type(get_args(hint)[0], defs)}
    if not attrs.has(hint):
        raise TypeError(f"schema: no JSON type for {hint!r}; say it in PLAIN")
    if hint.__name__ not in defs:
        defs[hint.__name__] = {}  # stands there while its own fields are described
        defs[hint.__name__] = _object(hint, defs)
    return {"$ref": f"#/$defs/{hint.__name__}"}


def _field_docs(model: type) -> Iterator[tuple[str, str]]:
    """Give the documentation strings under a class's fields."""
    tree = ast.parse(textwrap.dedent(inspect.getsource(model))).body[0]
    body = tree.body if isinstance(tree, ast.ClassDef) else []
    for field, after in pairwise(body):
        told = after.value if isinstance(after, ast.Expr) else None
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name) and isinstance(told, ast.Constant):
            yield field.target.id, _first_paragraph(str(told.value))


def _first_paragraph(text: str) -> str:
    return " ".join(text.split("\n\n", maxsplit=1)[0].split())


if __name__ == "__main__":
    json.dump(make_schema(), sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")
