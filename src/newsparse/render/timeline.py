"""The timeline as a drawing: a row a happening, a bar from its first to its last day, arrows for open ends.

Gaps are drawn shortened (by their logarithm), so that a year long past does not press this week into one corner.
"""

from __future__ import annotations

import datetime as dt
import math
from collections.abc import Mapping, Sequence
from itertools import pairwise

from newsparse.render.elements import Element, add, element
from newsparse.render.facts import told_when
from newsparse.timeline import Happening

__all__ = ["draw_timeline"]

WIDTH, LEFT, RIGHT, TOP, ROW = 360, 12, 12, 26, 20
"""Pixels."""
LEAST_BAR = 5.0
OPEN = 24.0


def draw_timeline(happenings: Sequence[Happening]) -> Element | None:
    """Draw happenings from top to bottom in their order; None when there is nothing to draw."""
    days = [day for one in happenings for day in (one.when.earliest, one.when.latest) if day]
    if not days:
        return None
    first, last = min(days), max(days)
    places = _places([*(one.when.earliest for one in happenings), *(_after(one.when.latest) for one in happenings)])
    height = TOP + ROW * len(happenings) + 6
    label = f"Timeline of {len(happenings)} happenings from {first} to {last}; the list below says the same in words"
    drawing = element("svg", class_="timeline", viewBox=f"0 0 {WIDTH} {height}", role="img", aria_label=label)
    for text, anchor, x in (
        (str(first), "start", LEFT),
        ("gaps shortened", "middle", WIDTH // 2),
        (str(last), "end", WIDTH - RIGHT),
    ):
        if anchor == "start" or first != last:
            add(drawing, "text", text, x=str(x), y="12", text_anchor=anchor, class_="axis")
    add(drawing, "line", x1=str(LEFT), x2=str(WIDTH - RIGHT), y1="18", y2="18", class_="axis")
    for number, happening in enumerate(happenings):
        _row(drawing, happening, TOP + ROW * number + ROW / 2, places)
    return drawing


def _after(day: dt.date | None) -> dt.date | None:
    return day + dt.timedelta(1) if day and day < dt.date.max else None


def _places(days: Sequence[dt.date | None]) -> Mapping[dt.date, float]:
    """Give each day its place on the axis, left to right."""
    edges = sorted({day for day in days if day})
    ways = [0.0]
    for before, day in pairwise(edges):
        ways.append(ways[-1] + math.log1p((day - before).days))
    share = (WIDTH - LEFT - RIGHT) / (ways[-1] or 1)
    return {day: LEFT + way * share for day, way in zip(edges, ways, strict=True)}


def _row(drawing: Element, happening: Happening, y: float, places: Mapping[dt.date, float]) -> None:
    when = happening.when
    start = places[when.earliest] if when.earliest else None
    after = _after(when.latest)
    end = places[after] if after else None
    if start is None and end is None:
        return
    kind = happening.events[0].status
    row = add(drawing, "g", class_=f"happening {kind}")
    left = start if start is not None else max(LEFT, (end or 0) - OPEN)
    right = end if end is not None else min(WIDTH - RIGHT, (start or 0) + OPEN)
    width = max(right - left, LEAST_BAR)
    left = min(left, WIDTH - RIGHT - width)
    add(row, "rect", x=f"{left:.1f}", y=f"{y - 4:.1f}", width=f"{width:.1f}", height="8", rx="3")
    if start is None:
        add(row, "path", d=f"M{left:.1f} {y - 4:.1f}l-6 4 6 4z", class_="open")
    if end is None:
        add(row, "path", d=f"M{left + width:.1f} {y - 4:.1f}l6 4-6 4z", class_="open")
    room = left > WIDTH / 2
    x, anchor = (left - 10, "end") if room else (left + width + 10, "start")
    add(row, "text", told_when(when), x=f"{x:.1f}", y=f"{y + 3.5:.1f}", text_anchor=anchor)
