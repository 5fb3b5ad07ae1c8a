"""The hooks a plugin can answer, in the order in which the parser calls them.

Every hook is called once an article. All but `newsparse_read_source` get the frozen article with what the
layers above found; what a hook returns is checked, united with the answers of the other plugins and sorted by
the parser. A plugin gives its annotations a `found_by` that is the rule's name alone; the parser puts the
plugin's name before it and fills in every `text`.
"""

from __future__ import annotations

from collections.abc import Iterable

import pluggy

from newsparse.article import Article
from newsparse.models import Block, DateMention, Entity, Event, Mention, Quote, Source
from newsparse.span import Span

__all__ = ["API_VERSION", "PREFIX", "hookimpl"]

API_VERSION = 1
"""Version of the hooks. It grows when a hook changes so that old answers no longer fit; a plugin that needs a
later one says so by an attribute `api_version`, and is refused here. Hooks that are to go warn for a version before."""

PREFIX = "newsparse_"

hookspec = pluggy.HookspecMarker("newsparse")
hookimpl = pluggy.HookimplMarker("newsparse")
"""Mark a function of a plugin as the answer to the hook of the same name."""


@hookspec
def newsparse_read_source(source: object) -> Source | None:
    """Read the text of an article, and what stands beside it, out of a source of a kind you know.

    Called first. The first plugin with an answer wins; the core reads what no plugin recognises.

    Parameters:
        source: what the user gave: str, bytes (a path's content), or a mapping, that can be read only.

    Returns:
        The text, its metadata and the blocks known from markup; None when the source is of another kind.

    Since 0.1.
    """


@hookspec
def newsparse_label_blocks(article: Article) -> Iterable[Block]:  # type: ignore[empty-body]
    """Label the blocks of the text that you are sure of, as a 'Read more: …' line or a caption.

    Called when the text is read. `article.blocks` holds the blocks the core or the markup gives; a block you
    return takes the place of what it covers: of a line, several lines, or a part of one. Where two plugins'
    blocks overlap, the first in precedence has it.

    Parameters:
        article: text, metadata and plain blocks.

    Returns:
        Blocks whose spans do not overlap, with white space at their ends cut off.

    Since 0.1.
    """


@hookspec
def newsparse_split_sentences(article: Article) -> Iterable[Span] | None:
    """Split the annotated blocks (`newsparse.ANNOTATED_KINDS`) into sentences.

    Called when the blocks are labelled. The first plugin with an answer wins; the core splits otherwise.

    Parameters:
        article: text and labelled blocks.

    Returns:
        Sentences in text order, inside annotated blocks; None to leave it to others.

    Since 0.1.
    """


@hookspec
def newsparse_find_mentions(article: Article) -> Iterable[Mention]:  # type: ignore[empty-body]
    """Find names, roles, descriptions and pronouns as they stand in the text.

    Called when sentences and words are there.

    Parameters:
        article: text, blocks, sentences, words.

    Returns:
        Mentions; they may lie inside one another, but no two have the same span.

    Since 0.1.
    """


@hookspec
def newsparse_find_dates(article: Article) -> Iterable[DateMention]:  # type: ignore[empty-body]
    """Find time expressions and resolve them against `article.published` and one another.

    Called after the mentions. Date mentions may also lie in dateline blocks (`newsparse.DATED_KINDS`).

    Parameters:
        article: everything up to the mentions.

    Returns:
        Date mentions that do not overlap.

    Since 0.1.
    """


@hookspec
def newsparse_find_quotes(article: Article) -> Iterable[Quote]:  # type: ignore[empty-body]
    """Find what is said, by whom, by which cue and when.

    Called after the dates; `said_on` is one of `article.dates`.

    Parameters:
        article: everything up to the dates.

    Returns:
        Quotes; a speaker needs its span only, the parser joins it to its entity.

    Since 0.1.
    """


@hookspec
def newsparse_resolve_entities(article: Article) -> Iterable[Entity]:  # type: ignore[empty-body]
    """Decide which mentions are the same person, organisation, group or place.

    Called after the quotes, since who speaks is evidence. A speaker is joined to the entities that have a
    mention with the speaker's span (two entities may share a joint speaker's span).

    Parameters:
        article: everything up to the quotes.

    Returns:
        Entities without ids; the parser gives them.

    Since 0.1.
    """


@hookspec
def newsparse_find_events(article: Article) -> Iterable[Event]:  # type: ignore[empty-body]
    """Find what happens: trigger, time, status, participants, place, type and the quote that asserts it.

    Called after the entities; a participant or place is joined to the entity that has a mention with its span.

    Parameters:
        article: everything up to the entities.

    Returns:
        Events, one a trigger.

    Since 0.1.
    """


@hookspec
def newsparse_annotate(article: Article) -> Iterable[object]:  # type: ignore[empty-body]
    """Add annotations of a kind of your own, as amounts of money.

    Called last. They are kept in `article.annotations`.

    Parameters:
        article: everything else.

    Returns:
        Frozen attrs objects with a `span` (and `text` and `found_by`, filled in where they exist).

    Since 0.1.
    """
