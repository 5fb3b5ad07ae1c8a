"""The text as attribution sees it: words, with each region in marks as one item, in units that end like sentences.

`"We won. It was close," Lee said. "Very close."` is six items in two units: the region, `Lee`, `said`, `.` and
the second region. A block that ends in a colon goes on in the next one, when that opens with a mark.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

import attrs

from newsparse import ANNOTATED_KINDS, Article, Block
from newsparse_quotes.lexicon import cues, listed
from newsparse_quotes.marks import Region, find_regions, opens
from newsparse_quotes.tags import ACRONYMS, QUOTED, kind_of, tag_of

__all__ = ["LONGEST_UNIT", "Stream", "read_streams"]

LONGEST_UNIT = 400
"""Units are cut after so many items, so that odd text costs no more than other text."""


def _column() -> array[int]:
    return array("I")


@attrs.define(slots=True)
class Stream:
    """Items of one block (or of one and the next, see above)."""

    kind: str
    """Kind of the block."""
    lowers: list[str] = attrs.field(factory=list)
    """Each item in lower case; `QUOTED` for a region."""
    forms: list[str] = attrs.field(factory=list)
    """Each item as written; `QUOTED` for a region."""
    tags: tuple[str, ...] = ()
    """Each item's tag."""
    kinds: tuple[str, ...] = ()
    """Each item's kind."""
    starts: array[int] = attrs.field(factory=_column)
    """First code point of each item."""
    ends: array[int] = attrs.field(factory=_column)
    """The code point after each item."""
    regions: dict[int, Region] = attrs.field(factory=dict)
    """Item to region."""
    sizes: dict[int, int] = attrs.field(factory=dict)
    """Item to the number of words (not marks) in the region."""
    tails: dict[int, str] = attrs.field(factory=dict)
    """Item to the stop with which the region ends inside its marks, empty when with none."""
    units: list[tuple[int, int]] = attrs.field(factory=list)
    """Item ranges that end like sentences."""
    bare: bool = False
    """Whether there is nothing but regions."""
    runs_on: bool = False
    """Whether the last region has no closing mark."""


def read_streams(article: Article) -> list[Stream]:
    """Read every annotated block of the article; one with neither cue nor region is left without items."""
    stops = [sentence.end for sentence in article.sentences]
    blocks = [block for block in article.blocks if block.kind in ANNOTATED_KINDS]
    text = article.text
    opening = [opens(text, block.span.start) for block in blocks] + [False]
    streams: list[Stream] = []
    joins = False
    for index, block in enumerate(blocks):
        stream = streams[-1] if joins else Stream(block.kind)
        seam = len(stream.lowers) if joins else -1
        _add_block(article, stream, block, opening[index + 1])
        if not joins:
            streams.append(stream)
        joins = opening[index + 1] and text[block.span.end - 1] == ":" and seam < 0
        if not joins:
            _finish(article, stream, stops, seam)
    return streams


def _add_block(article: Article, stream: Stream, block: Block, runs_on: bool) -> None:
    """Add the items of a block."""
    text, words = article.text, article.words
    left, right = block.span.start, block.span.end
    starts, ends, forms, lowers = words.starts, words.ends, words.forms, words.lowers
    at, last = bisect_left(starts, left), bisect_left(starts, right)
    regions = find_regions(text, left, right, runs_on)
    if not regions and not stream.lowers and cues().keys().isdisjoint(lowers[at:last]):
        return
    for region in regions:
        a = bisect_left(starts, region.start, at, last)
        b = bisect_left(starts, region.end, a, last)
        if a == b:
            continue
        stream.lowers += lowers[at:a]
        stream.forms += forms[at:a]
        stream.starts += starts[at:a]
        stream.ends += ends[at:a]
        item = len(stream.lowers)
        stream.regions[item] = region
        stream.sizes[item] = b - a - list(map(kind_of, forms[a:b])).count(".")
        stream.tails[item] = _tail(text, region)
        stream.lowers.append(QUOTED)
        stream.forms.append(QUOTED)
        stream.starts.append(starts[a])
        stream.ends.append(ends[b - 1])
        at = b
        stream.runs_on = not region.closed
    stream.lowers += lowers[at:last]
    stream.forms += forms[at:last]
    stream.starts += starts[at:last]
    stream.ends += ends[at:last]


def _finish(article: Article, stream: Stream, stops: Sequence[int], seam: int) -> None:
    """Add what follows from all items: units, acronyms, whether there is anything but regions."""
    if not stream.lowers:
        return
    if not ACRONYMS.isdisjoint(stream.forms) and not article.text[stream.starts[0] : stream.ends[-1]].isupper():
        stream.lowers = [
            form if form in ACRONYMS else low for form, low in zip(stream.forms, stream.lowers, strict=True)
        ]
    stream.tags = tuple(map(tag_of, stream.forms))
    stream.kinds = tuple(map(kind_of, stream.forms))
    stream.bare = bool(stream.regions) and not any(low[0].isalnum() for low in stream.lowers)
    left, right = stream.starts[0], stream.ends[-1]
    stream.units = list(_units(stream, stops[bisect_right(stops, left) : bisect_right(stops, right)], seam))


def _units(stream: Stream, stops: Sequence[int], seam: int) -> Iterator[tuple[int, int]]:
    """Cut the items at sentence ends outside regions and behind regions that end like a sentence."""
    ends, count = stream.ends, len(stream.lowers)
    if len(stops) < 2 and not stream.regions:
        yield from _cut(0, count)
        return
    cuts: set[int] = set()
    for stop in stops:
        item = bisect_left(ends, stop)
        if item < count and ends[item] == stop:
            cuts.add(item + 1)
    for item, tail in stream.tails.items():
        if tail and tail in ".?!…" and not _attributed(stream, item, tail):
            cuts.add(item + 1)
        else:
            cuts.discard(item + 1)
    cuts.discard(seam)
    for first, last in pairwise([0, *sorted(cut for cut in cuts if cut < count), count]):
        yield from _cut(first, last)


def _cut(first: int, last: int) -> Iterator[tuple[int, int]]:
    if last - first <= LONGEST_UNIT:
        yield first, last
        return
    for begin in range(first, last, LONGEST_UNIT):
        yield begin, min(begin + LONGEST_UNIT, last)


def _tail(text: str, region: Region) -> str:
    """Give the stop with which a region ends inside its marks."""
    tail = text[max(region.start + 1, region.end - 3) : region.end].rstrip("\"”’'»“` ")
    return tail[-1] if tail and tail[-1] in ".?!…,;:—–-" else ""


def _attributed(stream: Stream, item: int, mark: str) -> bool:
    """Tell whether what follows a region that ends like a sentence still belongs to its sentence."""
    following = stream.forms[item + 1] if item + 1 < len(stream.forms) else QUOTED
    if following == QUOTED:
        return False
    if following[0].islower() or following in ",;:–—-.)":
        return True
    table = cues()
    window = stream.lowers[item + 1 : item + 8]
    for place, word in enumerate(window):
        cue = table.get(word)
        if cue is not None and cue.form in ("VBD", "VBZ"):
            return mark in "?!…" or window[place + 1 : place + 2] in ([], ["."])
        if word == "." and window[place - 1] not in listed("titles.txt"):
            break
    return False
