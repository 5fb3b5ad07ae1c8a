"""The text as attribution sees it: words, with each region in marks as one item, in units that end like sentences.

`"We won. It was close," Lee said. "Very close."` is six items in two units: the region, `Lee`, `said`, `.` and
the second region.
"""

from __future__ import annotations

import itertools
from bisect import bisect_left, bisect_right

import attrs

from newsparse import ANNOTATED_KINDS, Article
from newsparse_quotes.marks import Region, find_regions, opens

__all__ = ["QUOTED", "Stream", "read_stream"]

QUOTED = "<Q>"
"""The form of an item that is a region in marks."""
SHORT = 3
"""Regions of up to so many words are words of the sentence they stand in when nothing else tells."""


@attrs.define(slots=True)
class Stream:
    """Items of one block."""

    kind: str
    """Kind of the block."""
    start: int
    """First code point of the block."""
    end: int
    """The code point after its last one."""
    lowers: list[str]
    """Each item in lower case; `QUOTED` for a region."""
    forms: list[str]
    """Each item as written; `QUOTED` for a region."""
    starts: list[int]
    """First code point of each item."""
    ends: list[int]
    """The code point after each item."""
    regions: dict[int, Region]
    """Item index to region."""
    sizes: dict[int, int]
    """Item index to the number of words (not marks) in the region."""
    units: list[tuple[int, int]]
    """Item ranges that end like sentences."""
    tails: dict[int, str]
    """Item index to the stop with which the region ends, `` when with none."""


def read_stream(article: Article) -> list[Stream]:
    """Read every annotated block of the article."""
    text = article.text
    words = article.words
    starts, ends, forms, lowers = words.starts, words.ends, words.forms, words.lowers
    stops = [sentence.end for sentence in article.sentences]
    blocks = [block for block in article.blocks if block.kind in ANNOTATED_KINDS]
    streams = []
    for index, block in enumerate(blocks):
        left, right = block.span.start, block.span.end
        following = blocks[index + 1].span if index + 1 < len(blocks) else None
        runs_on = following is not None and opens(text, following.start, following.end)
        first, last = bisect_left(starts, left), bisect_left(starts, right)
        regions: dict[int, Region] = {}
        sizes: dict[int, int] = {}
        cut: list[tuple[int, int]] = []
        for region in find_regions(text, left, right, runs_on):
            a = bisect_left(starts, region.start, first, last)
            b = bisect_left(starts, region.end, first, last)
            if a < b:
                cut.append((a, b))
                item = a - first - sum(y - x - 1 for x, y in cut[:-1])
                regions[item] = region
                sizes[item] = sum(form[0].isalnum() for form in forms[a:b])
        if not cut:
            stream = Stream(
                block.kind,
                left,
                right,
                list(lowers[first:last]),
                list(forms[first:last]),
                list(starts[first:last]),
                list(ends[first:last]),
                regions,
                sizes,
                [],
                {},
            )
        else:
            low: list[str] = []
            form: list[str] = []
            begin: list[int] = []
            stop: list[int] = []
            at = first
            for a, b in cut:
                low += lowers[at:a]
                low.append(QUOTED)
                form += forms[at:a]
                form.append(QUOTED)
                begin += starts[at:a]
                begin.append(starts[a])
                stop += ends[at:a]
                stop.append(ends[b - 1])
                at = b
            low += lowers[at:last]
            form += forms[at:last]
            begin += starts[at:last]
            stop += ends[at:last]
            stream = Stream(block.kind, left, right, low, form, begin, stop, regions, sizes, [], {})
        _keep_acronyms(stream)
        a, b = bisect_right(stops, left), bisect_right(stops, right)
        stream.units = _units(text, stream, stops[a:b])
        streams.append(stream)
    return streams


def _keep_acronyms(stream: Stream) -> None:
    """Leave `US` and `WHO` in capitals, so that they are no pronouns."""
    for acronym in ("US", "WHO", "IT"):
        if (acronym in stream.forms and not stream.forms[0].isupper()) or stream.forms.count(acronym) > 1:
            for item, form in enumerate(stream.forms):
                if form == acronym:
                    stream.lowers[item] = acronym


def _units(text: str, stream: Stream, stops: list[int]) -> list[tuple[int, int]]:
    """Cut the items into units: at sentence ends outside regions and behind regions that end like one."""
    starts, ends, count = stream.starts, stream.ends, len(stream.lowers)
    cuts: set[int] = set()
    for stop in stops:
        item = bisect_left(ends, stop)
        if item < count and (ends[item] == stop or starts[item] >= stop):
            cuts.add(item + 1 if ends[item] == stop else item)
    for item, region in stream.regions.items():
        stream.tails[item] = tail = _tail(text, region)
        if item + 1 < count and tail and tail in ".?!…":
            cuts.discard(item + 1)
            if not _attributed(stream, item, tail):
                cuts.add(item + 1)
        elif item + 1 < count:
            cuts.discard(item + 1)
    cuts.discard(0)
    edges = [0, *sorted(cut for cut in cuts if cut < count), count]
    return [(a, b) for a, b in itertools.pairwise(edges) if a < b]


def _tail(text: str, region: Region) -> str:
    """Give the stop with which a region ends inside its marks."""
    tail = text[max(region.start + 1, region.end - 3) : region.end].rstrip("\"”’'»“` ")
    return tail[-1] if tail and tail[-1] in ".?!…,;:—–-" else ""


def _attributed(stream: Stream, item: int, mark: str) -> bool:
    """Tell whether what follows a region that ends like a sentence still belongs to its sentence."""
    following = stream.forms[item + 1]
    if following == QUOTED:
        return False
    if following[0].islower() or following in ",;:–—-.)":
        return True
    if mark in "?!…":
        from newsparse_quotes.lexicon import cues

        table = cues()
        window = stream.lowers[item + 1 : item + 7]
        return any(
            (cue := table.get(word)) is not None and cue.form in ("VBD", "VBZ")
            for word in window[: window.index(".") if "." in window else None]
        )
    return False
