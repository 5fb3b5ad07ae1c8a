"""brat standoff: `.ann` beside the `.txt` of the article's text, and corrected `.ann` files read back.

Format: https://brat.nlplab.org/standoff.html. Offsets count code points. Values from a list (a quote's kind) are
attributes; free values (a date's) are notes of the form `value=2024-08-15`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import get_args

import attrs

from newsparse.article import Article
from newsparse.errors import UsageError
from newsparse.interchange.corrections import apply_standoff
from newsparse.interchange.standoff import LAYERS, Labelled, Relation, Standoff, read_standoff
from newsparse.models import BLOCK_KINDS, DateType, EntityKind, MentionForm, QuoteKind, Status
from newsparse.span import Span

__all__ = ["brat_config", "from_brat", "to_brat"]

LISTED = {
    ("Block", "kind"): BLOCK_KINDS,
    ("Mention", "form"): get_args(MentionForm),
    ("Mention", "kind"): get_args(EntityKind),
    ("Date", "type"): get_args(DateType),
    ("Quote", "kind"): get_args(QuoteKind),
    ("Event", "status"): get_args(Status),
}
"""Label and name of the values that brat shows as attributes."""
RELATIONS = {
    "Quote": (("speaker", "Speaker"), ("cue", "Cue"), ("said_on", "Date")),
    "Event": (
        ("actor", "Participant"), ("recipient", "Participant"), ("other", "Participant"), ("place", "Place"),
        ("asserted_by", "Quote"),
    ),
}  # fmt: skip
"""Label of the source to names of relations and labels of their targets."""
LINE = re.compile(r"[^\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
LINE_END = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
TEXT_BOUND = re.compile(r"(?P<label>\S+) (?P<spans>\d+ \d+(?:;\d+ \d+)*)")
ATTRIBUTE = re.compile(r"(?P<name>\S+) (?P<of>\S+) (?P<value>\S+)")
RELATION = re.compile(r"(?P<name>\S+) Arg1:(?P<source>\S+) Arg2:(?P<target>\S+)")
NOTE = re.compile(r"AnnotatorNotes (?P<of>\S+)")


def to_brat(article: Article, layers: Iterable[str] = LAYERS) -> str:
    """Write the facts of an article's `layers` as the text of a `.ann` file; the `.txt` is `article.text`."""
    standoff = read_standoff(article, layers)
    ids = {one.id: f"T{number}" for number, one in enumerate(standoff.labelled, 1)}
    lines = []
    attributes = notes = 0
    for one in standoff.labelled:
        pieces = _pieces(article.text, one)
        where = ";".join(f"{piece.start} {piece.end}" for piece in pieces)
        words = " ".join(LINE_END.sub(" ", piece.of(article.text)) for piece in pieces)
        lines.append(f"{ids[one.id]}\t{one.label} {where}\t{words}")
        free = []
        for name, value in one.values:
            if (one.label, name) in LISTED:
                attributes += 1
                lines.append(f"A{attributes}\t{one.label}_{name} {ids[one.id]} {value}")
            else:
                free.append(f"{name}={value}")
        if free:
            notes += 1
            lines.append(f"#{notes}\tAnnotatorNotes {ids[one.id]}\t{'; '.join(free)}")
    for number, relation in enumerate(standoff.relations, 1):
        lines.append(f"R{number}\t{relation.name} Arg1:{ids[relation.source]} Arg2:{ids[relation.target]}")
    return "".join(f"{line}\n" for line in lines)


def _pieces(text: str, one: Labelled) -> list[Span]:
    """Cut spans where lines end: brat keeps an annotation on one line of its file."""
    return [
        piece
        for span in one.spans
        for piece in [Span(*line.span()) for line in LINE.finditer(text, span.start, span.end)] or [span]
    ]


def brat_config() -> str:
    """Give the `annotation.conf` that lets brat show and change what `to_brat` writes."""
    labels = dict.fromkeys(["Block", "Mention", "Date", "Quote", "Speaker", "Cue", "Event", "Participant", "Place"])
    relations = [f"{name}\tArg1:{source}, Arg2:{target}" for source, held in RELATIONS.items() for name, target in held]
    attributes = [f"{label}_{name}\tArg:{label}, Value:{'|'.join(kinds)}" for (label, name), kinds in LISTED.items()]
    sections = {
        "entities": list(labels),
        "relations": [*relations, "<OVERLAP>\tArg1:<ANY>, Arg2:<ANY>, <OVL-TYPE>:<ANY>"],
        "events": [],
        "attributes": attributes,
    }
    return "\n".join("\n".join([f"[{name}]", *lines, ""]) for name, lines in sections.items())


def from_brat(ann: str, article: Article | str, layers: Iterable[str] = LAYERS) -> Article:
    """Read a `.ann` file back.

    Parameters:
        ann: the text of the file.
        article: the article it was written from, whose facts of `layers` are replaced; or the text alone.
        layers: what to read.

    Raises:
        UsageError: a line that is no brat standoff, or a label outside the text; the message names the line.
    """
    whole = Article(text=article) if isinstance(article, str) else article
    return apply_standoff(whole, _read(ann, whole, layers), layers, found_by="brat")


def _read(ann: str, article: Article, layers: Iterable[str]) -> Standoff:
    labelled: dict[str, Labelled] = {}
    relations = []
    known: dict[tuple[str, tuple[Span, ...]], list[tuple[Span, ...]]] = {}
    for one in read_standoff(article, layers).labelled:
        known.setdefault((one.label, _joined(article.text, _pieces(article.text, one))), []).append(one.spans)
    values: list[tuple[str, str, str]] = []
    for number, line in enumerate(ann.split("\n"), 1):
        if not line.strip() or line[0] not in "TAMR#":
            continue  # events and equivalences of brat's own, normalisations
        id, _, rest = line.partition("\t")
        first, _, last = rest.partition("\t")
        if id[0] == "T" and (match := TEXT_BOUND.fullmatch(first)):
            spans = _joined(article.text, _spans(match["spans"], number))
            written = known.get((match["label"], spans))
            labelled[id] = Labelled(id=id, label=match["label"], spans=written.pop(0) if written else spans)
        elif id[0] in "AM" and (match := ATTRIBUTE.fullmatch(first)):
            values.append((match["of"], match["name"].rpartition("_")[2], match["value"]))
        elif id[0] == "R" and (match := RELATION.fullmatch(first)):
            relations.append(Relation(name=match["name"], source=match["source"], target=match["target"]))
        elif id[0] == "#":
            match = NOTE.fullmatch(first)
            values.extend((match["of"], name, value) for name, value in _notes(last) if match)
        else:
            raise UsageError(f"brat: line {number} is no standoff: {line[:60]!r}; see https://brat.nlplab.org/standoff")
    for of, name, value in values:
        if of in labelled:
            labelled[of] = attrs.evolve(labelled[of], values=(*labelled[of].values, (name, value)))
    whole = [one for one in relations if one.source in labelled and one.target in labelled]
    return Standoff(labelled=labelled.values(), relations=whole)


def _spans(written: str, line: int) -> list[Span]:
    try:
        return [Span(*map(int, one.split())) for one in written.split(";")]
    except UsageError as error:
        raise UsageError(f"brat: line {line}: {error}") from error


def _joined(text: str, spans: Iterable[Span]) -> tuple[Span, ...]:
    """Join pieces that only the end of a line parts."""
    joined: list[Span] = []
    for span in sorted(spans):
        between = text[joined[-1].end : span.start] if joined else "x"
        if joined and not between.strip() and between.splitlines() != [between]:
            joined[-1] = Span(joined[-1].start, max(span.end, joined[-1].end))
        else:
            joined.append(span)
    return tuple(joined)


def _notes(note: str) -> Iterator[tuple[str, str]]:
    for one in note.split(";"):
        name, equals, value = one.partition("=")
        if equals and value.strip():
            yield name.strip(), value.strip()
