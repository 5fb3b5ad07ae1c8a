"""Work on several processes that may raise, hang or die, given back in the order in which it was sent.

Tasks are small lists of items. Each worker tells in shared memory which item it is at, so that the item that hangs
or kills is known; the task is then done again, and an item that does it twice is marked as lost.
"""

from __future__ import annotations

import pickle
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from itertools import islice
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Protocol

import attrs

from newsparse.article import Article
from newsparse.errors import NewsparseError, UsageError
from newsparse.worker import ANSWER, FAILED, READY, Worker

if TYPE_CHECKING:
    from newsparse.parser import Parser

__all__ = ["Job", "WorkerError", "parse_in_pool", "work_in_order"]

TASKS_EACH = 2
"""Tasks that a worker has: the one it does and the one that waits, so that it is never idle."""
TASKS_AHEAD = 8
"""Tasks, for each worker, that may be done before the one that is awaited."""
TRIES = 2
"""How often an item may hang or kill its worker before it is lost."""
STARTS = 3
"""How many workers in a row may fail to start."""


class WorkerError(NewsparseError, RuntimeError):
    """A worker process that could not start, or that an item killed."""


class Job(Protocol):
    """What workers do with a task; it is pickled once for each of them."""

    def __call__(self, items: Sequence[Any], at: Callable[[int], None]) -> bytes:
        """Do a task; `at` is to be told the index of each item before work on it begins."""


@attrs.define
class _Task:
    number: int
    items: list[Any]
    tries: dict[int, int] = attrs.field(factory=dict)


@attrs.define
class _Crew:
    """The workers of a run, what each of them has to do, and what came back."""

    job: bytes
    count: int
    limit: float | None
    mark: Callable[[Any, str], Any]
    backlog: deque[_Task] = attrs.field(factory=deque)
    workers: dict[Worker, deque[_Task]] = attrs.field(factory=dict)
    done: dict[int, bytes] = attrs.field(factory=dict)
    failed_starts: int = 0

    def open_tasks(self) -> int:
        return len(self.backlog) + sum(map(len, self.workers.values())) + len(self.done)

    def hand_out(self) -> None:
        """Give waiting tasks to the workers that have least to do, and start workers as long as some are missing."""
        while self.backlog:
            if len(self.workers) < self.count and all(self.workers.values()):
                self.workers[Worker(self.job)] = deque()
            worker = min(self.workers, key=lambda one: len(self.workers[one]))
            if len(self.workers[worker]) >= TASKS_EACH:
                return
            task = self.backlog.popleft()
            self.workers[worker].append(task)
            worker.send(task.items)

    def listen(self) -> None:
        """Wait until a worker has something to say, dies, or is over its time."""
        tick = None if self.limit is None else min(1.0, max(0.05, self.limit / 4))
        ready = wait([end for worker in self.workers for end in worker.ends], tick)
        for worker in list(self.workers):
            if any(end in ready for end in worker.ends):
                self._hear(worker)
        if self.limit is not None:
            for worker in list(self.workers):
                if worker.busy_for() > self.limit and not worker.has_answer():
                    worker.kill()
                    self._replace(worker, f"took longer than {self.limit:g} s")

    def _hear(self, worker: Worker) -> None:
        alive = worker.is_alive()  # asked first: what a dead worker said before is in the pipe
        try:
            while worker.has_answer():
                self._take(worker, *worker.answer())
        except (EOFError, OSError):
            alive = False
        if not alive:
            self._replace(worker, f"killed its worker process ({worker.end_told()})")

    def _take(self, worker: Worker, kind: bytes, content: bytes) -> None:
        if kind == READY:
            self.failed_starts = 0
        elif kind == FAILED:
            raise WorkerError(content.decode("utf-8", "replace"))
        elif kind == ANSWER:
            task = self.workers[worker].popleft()
            self.done[task.number] = content

    def _replace(self, worker: Worker, reason: str) -> None:
        """Take a dead worker's tasks back; count one more try for the item it was at."""
        tasks = self.workers.pop(worker)
        worker.kill()
        index = worker.at()
        if not worker.was_ready:
            self.failed_starts += 1
            if self.failed_starts >= STARTS:
                raise WorkerError(
                    f"worker processes do not start ({worker.end_told()}); a script that uses several processes must "
                    "start them under: if __name__ == '__main__':"
                )
        elif tasks and index is not None:
            task = tasks[0]
            task.tries[index] = task.tries.get(index, 0) + 1
            if task.tries[index] > 2 * TRIES:
                raise WorkerError(f"item {index} of a task {reason}, even after it was marked as lost")
            if task.tries[index] == TRIES:
                task.items[index] = self.mark(task.items[index], reason)
        self.backlog.extendleft(reversed(tasks))

    def stop(self, *, now: bool) -> None:
        for worker in self.workers:
            worker.stop(now=now)
        self.workers.clear()


def work_in_order(
    job: Job,
    tasks: Iterable[Sequence[Any]],
    *,
    workers: int,
    time_limit: float | None,
    mark: Callable[[Any, str], Any],
) -> Generator[bytes, None, None]:
    """Do `tasks` on worker processes, and give their answers in order.

    Parameters:
        job: what is done with each task.
        tasks: lists of items that can be pickled; read ahead by a few only.
        workers: number of processes.
        time_limit: seconds that one item may take; None: any time.
        mark: makes, of an item that hung or killed its worker twice and the reason, the item that takes its place.

    Raises:
        WorkerError: workers do not start, or `job` itself raised.
        UsageError: the job or an item cannot be pickled.

    """
    crew = _Crew(job=_pickled(job), count=workers, limit=time_limit, mark=mark)
    numbered = enumerate(map(list, tasks))
    awaited = 0
    clean = False
    try:
        while True:
            room = workers * (TASKS_EACH + TASKS_AHEAD) - crew.open_tasks()
            crew.backlog.extend(_Task(number, items) for number, items in islice(numbered, min(room, workers)))
            if not crew.open_tasks():
                clean = True
                return
            crew.hand_out()
            while awaited in crew.done:
                yield crew.done.pop(awaited)
                awaited += 1
            if any(crew.workers.values()):
                crew.listen()
    finally:
        crew.stop(now=not clean)


def _pickled(thing: object) -> bytes:
    try:
        return pickle.dumps(thing, protocol=5)
    except (pickle.PicklingError, TypeError, AttributeError) as error:
        raise UsageError(
            f"worker processes need plugins and sources that can be pickled: {error}; define them in a module"
        ) from error


@attrs.frozen
class _Lost:
    reason: str


@attrs.frozen
class _ParseJob:
    parser: Parser

    def __call__(self, items: Sequence[Any], at: Callable[[int], None]) -> bytes:
        answers: list[object] = []
        for index, item in enumerate(items):
            at(index)
            if isinstance(item, _Lost):
                answers.append(WorkerError(f"parse_many: a source {item.reason}"))
                break
            try:
                answers.append(self.parser.parse(item))
            except Exception as error:  # it is raised again where the articles are taken
                answers.append(_sendable(error))
                break
        return pickle.dumps(answers, protocol=5)


def _sendable(error: Exception) -> Exception:
    try:
        pickle.loads(pickle.dumps(error))  # noqa: S301 - our own
    except Exception:  # exceptions with arguments of their own often cannot be made again
        return WorkerError(f"{type(error).__name__}: {error}")
    return error


def parse_in_pool(
    parser: Parser, sources: Iterable[object], workers: int, chunk: int, time_limit: float | None = None
) -> Iterator[Article]:
    """Parse `sources` in chunks on `workers` processes; give the articles in the order of their sources."""
    stream = iter(sources)
    tasks = iter(lambda: list(islice(stream, chunk)), [])
    answers = work_in_order(
        _ParseJob(parser), tasks, workers=workers, time_limit=time_limit, mark=lambda _item, reason: _Lost(reason)
    )
    for answer in answers:
        for one in pickle.loads(answer):  # noqa: S301 - written by our own workers
            if isinstance(one, BaseException):
                raise one
            yield one
