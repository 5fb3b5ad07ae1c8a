"""The layers of a parse. Each takes the frozen article and gives the next one; none edits another's work."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import attrs

from newsparse.article import ANNOTATED_KINDS, Article
from newsparse.blocks import unite_blocks
from newsparse.calls import Calls
from newsparse.checks import Checker
from newsparse.linking import link_events, link_quotes, number_entities
from newsparse.models import Block, DateMention, Entity, Event, Mention, Quote
from newsparse.segment import split_sentences
from newsparse.span import Span
from newsparse.words import find_words

__all__ = ["LAYERS", "Layer"]

Layer = Callable[[Article, Calls], Article]


def label_blocks(article: Article, calls: Calls) -> Article:
    """Let labellers overrule the plain blocks; the first in precedence has what two of them claim."""
    hook = "newsparse_label_blocks"
    labelled = calls.united(hook, article, Block, Checker.block, lambda block: block.span)
    blocks, refused = unite_blocks(article.text, article.blocks, labelled)
    for block in refused:
        plugin = block.found_by.partition(":")[0]
        overruled = any(
            other.found_by.partition(":")[0] == plugin for other in blocks if other.span.overlaps(block.span)
        )
        if overruled:
            calls.problem(plugin, hook, f"its blocks overlap at {block.span.start}..{block.span.end}")
    title = article.title or next((one.span.of(article.text) for one in blocks if one.kind == "title"), None)
    return attrs.evolve(article, blocks=blocks, title=title)


def find_sentences(article: Article, calls: Calls) -> Article:
    """Split the annotated blocks into sentences, by the first plugin that can or by the core, and into words."""
    hook = "newsparse_split_sentences"
    answer = calls.first(hook, tuple, article=article)
    sentences: list[Span] = []
    if answer:
        plugin, given = answer
        sentences = sorted(calls.completed(plugin, hook, Checker(article, plugin), given, Span, Checker.sentence))
        if any(after.start < before.end for before, after in itertools.pairwise(sentences)):
            calls.problem(plugin, hook, "its sentences overlap; the core's were taken")
            sentences = []
    if not sentences:
        parts = [block.span for block in article.blocks if block.kind in ANNOTATED_KINDS]
        sentences = [one for part in parts for one in split_sentences(article.text, part, article.language)]
    return attrs.evolve(article, sentences=sentences, words=find_words(article.text, sentences))


def find_mentions(article: Article, calls: Calls) -> Article:
    """Names, descriptions and pronouns."""
    found = calls.united("newsparse_find_mentions", article, Mention, Checker.mention, _place)
    return attrs.evolve(article, mentions=sorted(found, key=_place))


def find_dates(article: Article, calls: Calls) -> Article:
    """Time expressions."""
    found = calls.united("newsparse_find_dates", article, DateMention, Checker.date, _place)
    return attrs.evolve(article, dates=sorted(found, key=_place))


def find_quotes(article: Article, calls: Calls) -> Article:
    """Who said what."""
    found = calls.united("newsparse_find_quotes", article, Quote, Checker.quote, lambda quote: quote.spans)
    return attrs.evolve(article, quotes=sorted(found, key=lambda quote: quote.spans))


def resolve_entities(article: Article, calls: Calls) -> Article:
    """Which mentions are the same; then the speakers are joined to their entities."""

    def key(entity: Entity) -> tuple[str, tuple[Span, ...]]:
        # two entities may share all their mentions, as joint speakers who are named once
        return entity.name, tuple(mention.span for mention in entity.mentions)

    found = calls.united("newsparse_resolve_entities", article, Entity, Checker.entity, key)
    entities = number_entities(found)
    return attrs.evolve(article, entities=entities, quotes=link_quotes(article.quotes, entities))


def find_events(article: Article, calls: Calls) -> Article:
    """What happened and when, joined to the entities."""
    found = calls.united("newsparse_find_events", article, Event, Checker.event, lambda event: event.trigger)
    events = link_events(sorted(found, key=lambda event: event.trigger), article.entities)
    return attrs.evolve(article, events=events)


def annotate(article: Article, calls: Calls) -> Article:
    """Annotations of plugins' own kinds."""
    found = calls.united(
        "newsparse_annotate", article, object, Checker.annotation, lambda one: (type(one).__name__, one.span, one)
    )
    return attrs.evolve(article, annotations=sorted(found, key=lambda one: (one.span, type(one).__name__)))


def _place(one: Mention | DateMention) -> tuple[int, int]:
    return one.span.start, one.span.end


LAYERS: tuple[Layer, ...] = (
    label_blocks,
    find_sentences,
    find_mentions,
    find_dates,
    find_quotes,
    resolve_entities,
    find_events,
    annotate,
)
"""The whole control flow: the layers in the order in which they run, once each."""
