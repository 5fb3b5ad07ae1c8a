"""Many articles on several processes, in order, reading ahead no more than the processes can use."""

from __future__ import annotations

import multiprocessing
from collections import deque
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from itertools import islice
from typing import TYPE_CHECKING

from newsparse.article import Article

if TYPE_CHECKING:
    from newsparse.parser import Parser

__all__ = ["parse_in_pool"]

CHUNKS_AHEAD = 2
"""Chunks that wait for each process, so that none is idle."""

_parser: Parser | None = None


def _start(parser: Parser) -> None:
    global _parser  # noqa: PLW0603 - a worker process has one parser, unpickled once
    _parser = parser


def _parse(sources: list[object]) -> list[Article]:
    assert _parser is not None  # noqa: S101 - set by `_start` before any chunk is sent
    return [_parser.parse(source) for source in sources]


def parse_in_pool(parser: Parser, sources: Iterable[object], workers: int, chunk: int) -> Iterator[Article]:
    """Parse `sources` in chunks on `workers` processes; give the articles in the order of their sources."""
    context = multiprocessing.get_context("spawn")
    stream = iter(sources)
    with ProcessPoolExecutor(workers, mp_context=context, initializer=_start, initargs=(parser,)) as pool:
        waiting: deque[Future[list[Article]]] = deque()
        try:
            while True:
                while len(waiting) < workers * CHUNKS_AHEAD and (sent := list(islice(stream, chunk))):
                    waiting.append(pool.submit(_parse, sent))
                if not waiting:
                    return
                yield from waiting.popleft().result()
        finally:
            for future in waiting:
                future.cancel()
