"""Label Studio: tasks with predictions that a person corrects, and corrected tasks read back.

Offsets count code points, as Label Studio's own do by now. Where a region's words do not stand at its offsets (some
versions counted UTF-16 units, or lost white space), they are looked for beside them. A region of Label Studio is one
span: the pieces of a quote are regions of their own, joined by the relation `continues`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from html import escape
from typing import Any

from newsparse.article import Article
from newsparse.errors import UsageError
from newsparse.interchange.brat import LISTED, RELATIONS
from newsparse.interchange.corrections import apply_standoff
from newsparse.interchange.standoff import LAYERS, Labelled, Relation, Standoff, read_standoff
from newsparse.span import Span

__all__ = ["from_label_studio", "label_studio_config", "to_label_studio"]

CONTINUES = "continues"
NEAR = 100
"""Characters within which the words of a region are looked for that do not stand at its offsets."""
FREE = {"Mention": ("entity",), "Date": ("value", "mod"), "Event": ("when", "type")}
"""Values that are typed in."""


def to_label_studio(article: Article, layers: Iterable[str] = LAYERS) -> dict[str, Any]:
    """Give an article as a task with one prediction; import a list of them as JSON."""
    standoff = read_standoff(article, layers)
    data = {
        "text": article.text,
        "id": article.id,
        "url": article.url,
        "title": article.title,
        "published": article.published and article.published.isoformat(),
    }
    result = [region for one in standoff.labelled for region in _regions(one, article.text)]
    result += [_relation(one.source, one.target, one.name) for one in standoff.relations]
    return {
        "data": {name: value for name, value in data.items() if value is not None},
        "predictions": [{"model_version": "newsparse", "result": result}],
    }


def _regions(one: Labelled, text: str) -> Iterator[dict[str, Any]]:
    first = one.id
    for number, span in enumerate(one.spans):
        id = f"{one.id}.{number}" if number else one.id
        where = {"start": span.start, "end": span.end, "text": span.of(text)}
        yield _part(id, "label", "labels", {**where, "labels": [one.label]})
        if number:
            yield _relation(first, id, CONTINUES)
            continue
        for name, value in one.values:
            control = f"{one.label}_{name}"
            if (one.label, name) in LISTED:
                yield _part(id, control, "choices", {**where, "choices": [value]})
            else:
                yield _part(id, control, "textarea", {**where, "text": [value]})


def _part(id: str, control: str, kind: str, value: Mapping[str, Any]) -> dict[str, Any]:
    return {"id": id, "from_name": control, "to_name": "text", "type": kind, "value": dict(value)}


def _relation(source: str, target: str, name: str) -> dict[str, Any]:
    return {"type": "relation", "from_id": source, "to_id": target, "direction": "right", "labels": [name]}


def label_studio_config() -> str:
    """Give the labelling configuration (XML) of a project that takes these tasks."""
    labels = dict.fromkeys(["Mention", "Date", "Quote", "Speaker", "Cue", "Event", "Participant", "Place", "Block"])
    names = dict.fromkeys([*(name for held in RELATIONS.values() for name, _target in held), CONTINUES])
    return "\n".join(
        [
            "<View>",
            "  <Style>.htx-text { white-space: pre-wrap; }</Style>",
            '  <Labels name="label" toName="text">',
            *(f'    <Label value="{label}"/>' for label in labels),
            "  </Labels>",
            '  <Text name="text" value="$text"/>',
            "  <Relations>",
            *(f'    <Relation value="{escape(name)}"/>' for name in names),
            "  </Relations>",
            *(line for (label, name), kinds in LISTED.items() for line in _choices(label, name, kinds)),
            *(
                f'  <TextArea name="{label}_{name}" toName="text" perRegion="true" whenTagName="label" '
                f'whenLabelValue="{label}" placeholder="{name}" maxSubmissions="1"/>'
                for label, free in FREE.items()
                for name in free
            ),
            "</View>",
            "",
        ]
    )


def _choices(label: str, name: str, kinds: Iterable[str]) -> Iterator[str]:
    yield (
        f'  <Choices name="{label}_{name}" toName="text" perRegion="true" whenTagName="label" '
        f'whenLabelValue="{label}" choice="single">'
    )
    for kind in kinds:
        yield f'    <Choice value="{kind}"/>'
    yield "  </Choices>"


def from_label_studio(
    task: Mapping[str, Any], article: Article | None = None, layers: Iterable[str] = LAYERS
) -> Article:
    """Read a task of Label Studio's JSON export: its last annotation that was not cancelled, else its prediction.

    Parameters:
        task: one task of the export.
        article: the article it was made from, whose facts of `layers` are replaced; else one is made of its text.
        layers: what to read.

    Raises:
        UsageError: no task with a text and a result, or a region outside the text.
    """
    try:
        whole = article or Article(text=task["data"]["text"], id=task["data"].get("id"), url=task["data"].get("url"))
        standoff = _read(_result(task), whole.text)
    except (KeyError, TypeError, IndexError, AttributeError) as error:
        raise UsageError(
            f"Label Studio: no task with data.text and annotations: {type(error).__name__} {error}"
        ) from error
    return apply_standoff(whole, standoff, layers, found_by="label-studio")


def _result(task: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    made = [one for one in task.get("annotations") or () if not one.get("was_cancelled")]
    chosen = made or task.get("predictions") or ()
    return list(chosen[-1]["result"]) if chosen else []


def _read(result: Iterable[Mapping[str, Any]], text: str) -> Standoff:
    spans: dict[str, list[Span]] = {}
    labels: dict[str, str] = {}
    values: dict[str, list[tuple[str, str]]] = {}
    relations = []
    for one in result:
        if one["type"] == "relation":
            name = (one.get("labels") or [""])[0]
            relations.append(Relation(name=name, source=one["from_id"], target=one["to_id"]))
            continue
        value = one["value"]
        if one["type"] == "labels":
            labels[one["id"]] = value["labels"][0]
            spans[one["id"]] = [_span(text, value["start"], value["end"], value.get("text"))]
        elif given := value.get("choices") or value.get("text"):
            name = one["from_name"].rpartition("_")[2]
            values.setdefault(one["id"], []).append((name, given if isinstance(given, str) else given[0]))
    for piece in [one for one in relations if one.name == CONTINUES and one.target in spans]:
        spans.setdefault(piece.source, []).extend(spans.pop(piece.target))
    labelled = [
        Labelled(id=id, label=labels[id], spans=sorted(spans[id]), values=values.get(id, ()))
        for id in spans if id in labels
    ]  # fmt: skip
    kept = [one for one in relations if one.source in spans and one.target in spans]
    return Standoff(labelled=labelled, relations=kept)


def _span(text: str, start: int, end: int, words: str | None) -> Span:
    """Give the span of a region, by its words where they are told and do not stand at its offsets."""
    if not words or text[start:end] == words:
        return Span(start, end)
    units = text.encode("utf-16-le", "surrogatepass")
    before = len(units[: 2 * start].decode("utf-16-le", "replace"))
    if text.startswith(words, before):
        return Span(before, before + len(words))
    places = [match.start() for match in re.finditer(re.escape(words), text[max(0, start - NEAR) : end + NEAR])]
    if not places:
        return Span(start, end)
    nearest = min((place + max(0, start - NEAR) for place in places), key=lambda place: abs(place - start))
    return Span(nearest, nearest + len(words))
