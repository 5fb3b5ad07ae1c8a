"""What happened and when in the text of news articles: dated events that say how they were dated."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import attrs

from newsparse import Article, Event, hookimpl
from newsparse.models import WhenAnchor
from newsparse_events.find import ANCHORS, TYPE_MARGIN, find_events, find_in_article

__all__ = ["ANCHORS", "TYPE_MARGIN", "EventsPlugin", "find_events"]


@attrs.frozen
class EventsPlugin:
    """Finds events with their time, status, participants, place and type."""

    name: ClassVar[str] = "newsparse-events"

    type_margin: float = attrs.field(default=TYPE_MARGIN)
    """How clearly a type must stand out to be given; 0 gives one wherever anything speaks for it."""
    anchors: frozenset[WhenAnchor] = attrs.field(default=ANCHORS, converter=frozenset)
    """How times may be found; leave some out to have fewer and surer ones."""

    @hookimpl
    def newsparse_find_events(self, article: Article) -> Iterable[Event]:
        """Find what happens in the article."""
        return find_in_article(article, type_margin=self.type_margin, anchors=self.anchors)
