"""The timeline as a drawing: a row a happening, a bar from its first to its last day, arrows for open ends."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence

from newsparse.render.elements import Element, add, element
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
    height = TOP + ROW * len(happenings) + 6
    label = f"Timeline of {len(happenings)} happenings from {first} to {last}; the list below says the same in words"
    drawing = element("svg", class_="timeline", viewBox=f"0 0 {WIDTH} {height}", role="img", aria_label=label)
    for day, anchor, x in ((first, "start", LEFT), (last, "end", WIDTH - RIGHT)):
        if day is first or first != last:
            add(drawing, "text", day.isoformat(), x=str(x), y="12", text_anchor=anchor, class_="axis")
    add(drawing, "line", x1=str(LEFT), x2=str(WIDTH - RIGHT), y1="18", y2="18", class_="axis")
    for number, happening in enumerate(happenings):
        _row(drawing, happening, TOP + ROW * number + ROW / 2, first, last)
    return drawing


def _x(day: dt.date, first: dt.date, last: dt.date) -> float:
    share = (day - first).days / ((last - first).days + 1)
    return LEFT + share * (WIDTH - LEFT - RIGHT)


def _row(drawing: Element, happening: Happening, y: float, first: dt.date, last: dt.date) -> None:
    when = happening.when
    start = _x(when.earliest, first, last) if when.earliest else None
    end = _x(when.latest + dt.timedelta(1), first, last) if when.latest and when.latest < dt.date.max else None
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
