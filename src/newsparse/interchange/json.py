"""Articles as JSON and back, without loss."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterable, Mapping
from typing import Any

import attrs
from cattrs import Converter
from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override

from newsparse.article import Article
from newsparse.errors import UsageError
from newsparse.models import Problem
from newsparse.source import read_published
from newsparse.span import Span
from newsparse.words import find_words

__all__ = ["FORMAT", "OtherAnnotation", "from_dict", "from_json", "to_dict", "to_json"]

FORMAT = "newsparse-article/1"
"""Stands in every article's JSON; grows when a reader of the old form would misread the new one."""


@attrs.frozen(kw_only=True)
class OtherAnnotation:
    """An annotation of a class that the reader does not know: kept, and written out again as it was."""

    type: str
    """Module and name of its class, as `newsparse_money:Amount`."""
    span: Span
    """Where it stands."""
    json: str
    """All its fields, as JSON."""


def _make_converter() -> Converter:
    converter = Converter(forbid_extra_keys=False)
    converter.register_unstructure_hook(dt.datetime, dt.datetime.isoformat)
    converter.register_unstructure_hook(dt.date, dt.date.isoformat)
    converter.register_structure_hook(dt.datetime, lambda value, _type: dt.datetime.fromisoformat(value))
    converter.register_structure_hook(dt.date, lambda value, _type: dt.date.fromisoformat(value))
    writer = make_dict_unstructure_fn(
        Article,
        converter,
        words=override(omit=True),
        published=override(unstruct_hook=lambda value: value and value.isoformat()),
    )
    reader = make_dict_structure_fn(
        Article,
        converter,
        words=override(omit=True),
        published=override(struct_hook=lambda value, _type: read_published(value)),
        annotations=override(struct_hook=lambda values, _type: tuple(values)),
    )
    converter.register_unstructure_hook(Article, writer)
    converter.register_structure_hook(Article, reader)
    return converter


def _annotation_to_dict(annotation: Any) -> dict[str, Any]:
    if isinstance(annotation, OtherAnnotation):
        return {"type": annotation.type, **json.loads(annotation.json)}
    kind = type(annotation)
    return {"type": _type_name(kind), **_converter.unstructure(annotation)}


def _type_name(kind: type) -> str:
    return f"{kind.__module__}:{kind.__qualname__}"


_converter = _make_converter()


def to_dict(article: Article) -> dict[str, Any]:
    """Give an article as JSON types: dictionaries, lists, strings, numbers, True, False, None.

    An annotation of a plugin's own kind that holds something else is left out, and a problem says so.
    """
    if not article.annotations:
        return {"format": FORMAT, **_converter.unstructure(article)}
    written, problems = _written(article.annotations)
    data = _converter.unstructure(attrs.evolve(article, annotations=(), problems=(*article.problems, *problems)))
    return {"format": FORMAT, **data, "annotations": written}


def _written(annotations: Iterable[Any]) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Give annotations of plugins' own kinds as JSON types; those that cannot be written cost themselves alone."""
    written: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for one in annotations:
        try:
            data = _annotation_to_dict(one)
            json.dumps(data)
        except Exception as error:  # a stranger's class may hold anything
            kind = type(one).__name__
            plugin = str(getattr(one, "found_by", "") or type(one).__module__).partition(":")[0]
            told = f"{kind} {one.span.start}..{one.span.end} cannot be written as JSON: {type(error).__name__}: {error}"
            problems.append(Problem(plugin=plugin, hook="newsparse_annotate", message=told))
        else:
            written.append(data)
    return written, problems


def from_dict(data: Mapping[str, Any], annotation_types: Iterable[type] = ()) -> Article:
    """Make the article that `to_dict` gave; see `from_json`."""
    found = data.get("format") if isinstance(data, Mapping) else None
    if found != FORMAT:
        raise UsageError(f"from_json: no newsparse article of format {FORMAT!r} (its format is {found!r})")
    known = {_type_name(kind): kind for kind in annotation_types}
    try:
        article: Article = _converter.structure(data, Article)
        annotations = [_annotation(one, known) for one in article.annotations]
    except (BaseValidationError, AttributeError, KeyError, TypeError, ValueError) as error:
        raise UsageError(f"from_json: a field is missing or broken: {_first_cause(error)}") from error
    words = find_words(article.text, article.sentences)
    return attrs.evolve(article, annotations=annotations, words=words)


def _annotation(data: dict[str, Any], known: Mapping[str, type]) -> Any:
    fields = {name: value for name, value in data.items() if name != "type"}
    if kind := known.get(data["type"]):
        return _converter.structure(fields, kind)
    span = _converter.structure(data["span"], Span)
    return OtherAnnotation(type=data["type"], span=span, json=json.dumps(fields, ensure_ascii=False))


def _first_cause(error: BaseException) -> str:
    while isinstance(error, BaseExceptionGroup):
        error = error.exceptions[0]
    notes = " ".join(getattr(error, "__notes__", ()))
    return f"{type(error).__name__}: {error} {notes}".strip()


def to_json(article: Article, *, indent: int | None = None) -> str:
    """Write an article as JSON that `newsparse/interchange/article.schema.json` describes.

    Lone surrogates, which UTF-8 cannot hold, are kept: then all that is not ASCII is written as escapes.
    """
    data = to_dict(article)
    text = json.dumps(data, ensure_ascii=False, indent=indent)
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return json.dumps(data, indent=indent)
    return text


def from_json(text: str | bytes, annotation_types: Iterable[type] = ()) -> Article:
    """Read an article that `to_json` wrote.

    Parameters:
        text: one article's JSON.
        annotation_types: classes of plugins' own annotations; those of other classes become `OtherAnnotation`.

    Raises:
        UsageError: no JSON, no article, or a field missing or broken.
    """
    try:
        data = json.loads(text)
    except ValueError as error:
        raise UsageError(f"from_json: no JSON: {error}") from error
    return from_dict(data, annotation_types)
