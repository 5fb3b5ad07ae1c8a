"""The article's own words and what stands between them, line by line."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

import attrs

from newsparse import Article, Block, hookimpl
from newsparse_readmore.label import label_blocks, label_lines

__all__ = ["ReadmorePlugin", "label_lines"]


@attrs.frozen
class ReadmorePlugin:
    """Labels 'Read more' lines, adverts, captions, bylines, titles and the like by visible rules."""

    name: ClassVar[str] = "newsparse-readmore"

    @hookimpl
    def newsparse_label_blocks(self, article: Article) -> Iterable[Block]:
        """Label the lines whose wording, shape or place tells what they are."""
        return label_blocks(article.text, article.blocks)
