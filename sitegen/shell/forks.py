"""Many small pieces of work shared among copies of this process, which see all that it holds and send back little."""

import gc
import os
import pickle
import selectors
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

T = TypeVar("T")

# Forking and the way back cost some milliseconds: fewer pieces than this are quicker done here.
_WORTH_FORKING = 200
# Pieces that a copy is given at a time, and after how many it ends: what it touches of the memory that it shares with
# this process becomes its own, so its size would grow with its age.
_CHUNK = 24
_LIFETIME = 1_200
# Chunks that may be done before an earlier one that takes long.
_AHEAD = 8


def cores() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def forked(
    work: Callable[[int], T], pieces: int, *, first: Iterable[int] = (), processes: int | None = None
) -> Iterator[T]:
    """Yield ``work(0)``, ``work(1)``, … ``work(pieces - 1)`` in this order, made by up to ``processes`` copies.

    ``work`` returns plain values, which are pickled. What it raises is raised here when its turn comes, as if all were
    done in this process; so they are where forking is not safe, or would not pay. The pieces ``first`` are done here
    before, so that the copies find loaded what these needed. The copies end with the iterator, and where this process
    is killed, at the end of the chunk that they are at.
    """
    number = processes or cores()
    if number < 2 or pieces < _WORTH_FORKING or not _can_fork():
        yield from map(work, range(pieces))
        return
    ready: dict[int, T] = {}
    for piece in first:
        # It will go wrong again when its turn comes.
        with suppress(Exception):
            ready[piece] = work(piece)
    yield from _Crew(lambda piece: ready[piece] if piece in ready else work(piece), pieces, number).results()


def _can_fork() -> bool:
    # The system's own libraries do not survive it on macOS; a caller's other threads may hold what a copy needs.
    return sys.platform not in {"win32", "darwin"} and threading.current_thread() is threading.main_thread()


@dataclass(slots=True)
class _Copy:
    """A forked process: ``asked`` and ``answers`` are pipes, ``chunk`` is where what it works at begins."""

    pid: int
    asked: int
    answers: int
    chunk: int = -1
    done: int = 0
    received: bytearray = field(default_factory=bytearray)


class _Crew(Generic[T]):
    """The copies of one run; ``finished`` holds what came back before its turn, by the number of its first piece."""

    def __init__(self, work: Callable[[int], T], pieces: int, processes: int) -> None:
        self._work = work
        self._pieces = pieces
        self._processes = processes
        self._copies: dict[int, _Copy] = {}
        self._finished: dict[int, list[T]] = {}
        self._ready = selectors.DefaultSelector()
        self._next = 0

    def results(self) -> Iterator[T]:
        try:
            turn = 0
            while turn < self._pieces:
                self._employ(turn)
                if turn not in self._finished:
                    self._receive()
                    continue
                found = self._finished.pop(turn)
                yield from found
                # A copy stops where something goes wrong: here it goes wrong again, as it does to whoever called.
                for number in range(turn + len(found), min(turn + _CHUNK, self._pieces)):
                    yield self._work(number)
                turn += _CHUNK
        finally:
            for copy in list(self._copies.values()):
                with suppress(ProcessLookupError):
                    os.kill(copy.pid, signal.SIGKILL)
                self._dismiss(copy)
            self._ready.close()

    def _employ(self, turn: int) -> None:
        """Give every copy that is idle something to do, and make new ones in the place of those that ended."""
        last = turn + _AHEAD * self._processes * _CHUNK
        idle = [copy for copy in self._copies.values() if copy.chunk < 0]
        while self._next < min(self._pieces, last):
            if not idle and len(self._copies) == self._processes:
                return
            copy = idle.pop() if idle else self._fork()
            copy.chunk = self._next
            self._next += _CHUNK
            with suppress(BrokenPipeError):
                os.write(copy.asked, copy.chunk.to_bytes(8))

    def _fork(self) -> _Copy:
        theirs, asked = os.pipe()
        answers, back = os.pipe()
        others = [end for copy in self._copies.values() for end in (copy.asked, copy.answers)]
        pid = os.fork()
        if pid == 0:
            try:
                # Ctrl-C reaches all: it is this process's parent that says what follows.
                signal.signal(signal.SIGINT, signal.SIG_IGN)
                # What is shared stays so: the collector would write to all of it.
                gc.freeze()
                # A copy that held the end of another's pipe would keep it from noticing that the parent is gone.
                for end in (asked, answers, *others):
                    os.close(end)
                self._serve(theirs, back)
            finally:
                os._exit(0)
        os.close(theirs)
        os.close(back)
        copy = _Copy(pid, asked, answers)
        self._copies[answers] = copy
        self._ready.register(answers, selectors.EVENT_READ)
        return copy

    def _serve(self, asked: int, answers: int) -> None:
        while order := os.read(asked, 8):
            first = int.from_bytes(order)
            made = []
            with suppress(Exception):
                for number in range(first, min(first + _CHUNK, self._pieces)):
                    made.append(self._work(number))
            content = pickle.dumps(made, pickle.HIGHEST_PROTOCOL)
            _write(answers, len(content).to_bytes(8) + content)

    def _receive(self) -> None:
        """Take in what copies have sent."""
        for key, _ in self._ready.select():
            copy = self._copies[key.fd]
            got = os.read(copy.answers, 1 << 20)
            copy.received += got
            if not got:
                # It was killed, by whomever: what it was given is done here.
                if copy.chunk >= 0:
                    self._finished[copy.chunk] = []
                self._dismiss(copy)
                continue
            size = int.from_bytes(copy.received[:8])
            if len(copy.received) >= 8 and len(copy.received) == 8 + size:
                self._finished[copy.chunk] = pickle.loads(copy.received[8:])
                copy.received.clear()
                copy.done += _CHUNK
                copy.chunk = -1
                if copy.done >= _LIFETIME:
                    self._dismiss(copy)

    def _dismiss(self, copy: _Copy) -> None:
        """End a copy: it does so by itself when it can read no more."""
        self._ready.unregister(copy.answers)
        del self._copies[copy.answers]
        os.close(copy.asked)
        os.close(copy.answers)
        os.waitpid(copy.pid, 0)


def _write(handle: int, content: Any) -> None:
    left = memoryview(content)
    while left:
        left = left[os.write(handle, left) :]
