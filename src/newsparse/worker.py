"""One worker process, seen from both ends: it never outlives its parent, and never leaves it waiting."""

from __future__ import annotations

import contextlib
import ctypes
import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
import traceback
from collections.abc import Iterator
from multiprocessing.connection import Connection
from multiprocessing.sharedctypes import RawArray
from queue import SimpleQueue
from typing import Any

__all__ = ["ANSWER", "FAILED", "READY", "Worker"]

READY, ANSWER, FAILED = b"R", b"A", b"F"
"""What a message of a worker begins with."""
IDLE = -1
PATIENCE = 2.0
"""Seconds that a worker has to end by itself."""
_context = multiprocessing.get_context("spawn")


class Worker:
    """A process that does tasks in the order in which they are sent, seen from its parent."""

    def __init__(self, job: bytes) -> None:
        self.was_ready = False
        self._at = RawArray("q", (0, IDLE))  # items begun so far; index of the item in its task
        self._seen = (0, time.monotonic())
        tasks, self._tasks = _context.Pipe(duplex=False)
        self._answers, answers = _context.Pipe(duplex=False)
        tied = threading.current_thread() is threading.main_thread()
        arguments = (job, tasks, answers, self._at, os.getpid() if tied else None)
        self._process = _context.Process(target=_serve, args=arguments, daemon=True, name="newsparse-worker")
        with _no_interrupts():
            self._process.start()
        tasks.close()
        answers.close()
        self.ends = (self._answers, self._process.sentinel)
        self._outbox: SimpleQueue[bytes | None] = SimpleQueue()
        threading.Thread(target=_post, args=(self._outbox, self._tasks), daemon=True).start()

    def send(self, items: list[Any]) -> None:
        """Send a task. A thread does the writing: a worker that computes does not read, and pipes are short."""
        self._outbox.put(pickle.dumps(items, protocol=5))

    def has_answer(self) -> bool:
        """Tell whether a message, or the end of the pipe, can be read."""
        return self._answers.poll()

    def answer(self) -> tuple[bytes, bytes]:
        """Read a message: its kind and content."""
        message = self._answers.recv_bytes()
        self.was_ready = self.was_ready or message[:1] == READY
        return message[:1], message[1:]

    def at(self) -> int | None:
        """Give the index of the item it works on, in the first task it has not answered."""
        index = int(self._at[1])
        return None if index == IDLE else index

    def busy_for(self) -> float:
        """Give the seconds for which it has been seen at the same item."""
        begun, now = int(self._at[0]), time.monotonic()
        if begun != self._seen[0] or self._at[1] == IDLE:
            self._seen = (begun, now)
        return now - self._seen[1]

    def is_alive(self) -> bool:
        """Tell whether the process runs."""
        return self._process.is_alive()

    def end_told(self) -> str:
        """Tell how the process ended."""
        self._process.join(PATIENCE)
        code = self._process.exitcode
        if code is not None and code < 0:
            return signal.Signals(-code).name if -code in signal.valid_signals() else f"signal {-code}"
        return f"exit code {code}"

    def kill(self) -> None:
        """End it at once."""
        self._process.kill()
        self._process.join(PATIENCE)
        self._close()

    def stop(self, *, now: bool) -> None:
        """End it, and wait until it has ended."""
        self._close()
        if not now:
            self._process.join(PATIENCE)
        if self._process.is_alive():
            self._process.kill()
        self._process.join(PATIENCE)

    def _close(self) -> None:
        self._outbox.put(None)
        self._answers.close()


def _post(outbox: SimpleQueue[bytes | None], tasks: Connection) -> None:
    with contextlib.suppress(OSError), tasks:  # OSError: the worker has died, which its parent sees elsewhere
        while (task := outbox.get()) is not None:
            tasks.send_bytes(task)


@contextlib.contextmanager
def _no_interrupts() -> Iterator[None]:
    """Let a new process begin with Ctrl-C blocked, so that it can never print a traceback of its own."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _serve(job: bytes, tasks: Connection, answers: Connection, at: Any, parent: int | None) -> None:
    """Do tasks until the parent closes the pipe or is gone: what a worker runs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _die_with(parent)
    inbox: SimpleQueue[bytes | None] = SimpleQueue()
    threading.Thread(target=_receive, args=(tasks, inbox), daemon=True).start()
    try:
        do = pickle.loads(job)  # noqa: S301 - made by the parent
    except BaseException as error:  # a plugin's import may raise anything
        answers.send_bytes(FAILED + f"a worker process cannot start: {type(error).__name__}: {error}".encode())
        return
    answers.send_bytes(READY)

    def begin(index: int) -> None:
        at[1] = index
        at[0] += 1

    while (task := inbox.get()) is not None:
        try:
            answer = ANSWER + do(pickle.loads(task), begin)  # noqa: S301 - made by the parent
        except Exception:
            answer = FAILED + traceback.format_exc().encode("utf-8", "replace")
        at[1] = IDLE
        answers.send_bytes(answer)


def _receive(tasks: Connection, inbox: SimpleQueue[bytes | None]) -> None:
    with contextlib.suppress(EOFError, OSError):
        while True:
            inbox.put(tasks.recv_bytes())
    inbox.put(None)
    time.sleep(PATIENCE)
    os._exit(1)  # the parent is gone and the task hangs


def _die_with(parent: int | None) -> None:
    """Have the kernel kill this process with its parent, even while a task holds the interpreter (Linux).

    Elsewhere, `_receive` sees the pipe closed and ends the process as soon as the interpreter lets it.
    """
    if parent is None or sys.platform != "linux":  # the signal is tied to the thread that started the process
        return
    with contextlib.suppress(AttributeError, OSError):
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0)  # PR_SET_PDEATHSIG
    if os.getppid() != parent:
        os._exit(1)
