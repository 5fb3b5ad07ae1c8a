"""spaCy: an article as a `Doc` whose span groups are the layers. Extra: `[spacy]`."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any

from newsparse.article import Article
from newsparse.interchange.extras import load_extra
from newsparse.interchange.standoff import LAYERS, Labelled, read_standoff

__all__ = ["to_spacy"]


def to_spacy(article: Article, nlp: Any = None, layers: Iterable[str] = LAYERS) -> Any:
    """Make a `spacy.tokens.Doc` of an article.

    The groups of `doc.spans` are `quotes`, `speakers`, `cues`, `dates`, `mentions`, `events`, `participants`,
    `places`, `blocks` and `sentences`. A span's label says what it is (`direct`, `DATE`, `person`, a PLOVER type);
    its `kb_id_` is its entity's or the value of its date, its `id_` that of the fact, as `quote0`. A span is
    widened to whole tokens of spaCy's.

    Parameters:
        article: what to convert.
        nlp: a pipeline whose tokenizer is used (`nlp.make_doc`); a blank one of the article's language otherwise.
        layers: what to take along.

    Raises:
        UsageError: spaCy is not installed.
    """
    spacy = load_extra("spacy", "spacy", "spaCy documents")
    doc = (nlp or _blank(spacy, article.language)).make_doc(article.text)
    groups: dict[str, list[Any]] = {
        "sentences": [_span(doc, one.start, one.end, "sentence") for one in article.sentences]
    }
    for one in read_standoff(article, layers).labelled:
        group = groups.setdefault(f"{one.label.lower()}s", [])
        group.extend(
            _span(doc, span.start, span.end, _label(one), kb_id=_knowledge(one), span_id=one.id) for span in one.spans
        )
    for name, spans in groups.items():
        doc.spans[name] = [span for span in spans if span is not None]
    doc.user_data["newsparse"] = {"id": article.id, "url": article.url, "title": article.title}
    return doc


@cache  # making one takes a fifth of a second
def _blank(spacy: Any, language: str | None) -> Any:
    try:
        return spacy.blank((language or "en").partition("-")[0].lower())
    except ImportError:  # spaCy does not know the language
        return spacy.blank("xx")


def _span(doc: Any, start: int, end: int, label: str, **ids: str) -> Any:
    return doc.char_span(start, end, label=label, alignment_mode="expand", **ids)


def _label(one: Labelled) -> str:
    for name in ("kind", "type"):
        if value := one.value(name):
            return value
    return one.label.lower()


def _knowledge(one: Labelled) -> str:
    return one.value("entity") or one.value("value") or one.value("when") or ""
