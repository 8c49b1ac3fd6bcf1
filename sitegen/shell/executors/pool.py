"""Articles analysed by several processes of this machine."""

import os
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from typing import Protocol, cast

from sitegen.diagnostics import InputError
from sitegen.model.parse import Parser
from sitegen.pipeline.memo import Memo
from sitegen.pipeline.orders import order, receive
from sitegen.pipeline.tasks import IN_PROCESS, Analyses, Task, chunks
from sitegen.shell.executors.answers import delivery, fatal
from sitegen.shell.executors.spawned import Spawned
from sitegen.shell.executors.zygote import Zygote

# To start processes takes as long as to read so many articles.
_FEW = 30
# Articles an order at most, and orders a worker at least: the last of them end at nearly the same time.
_MOST, _LEAST_ORDERS = 16, 4
# With so many processes that died of one article, it is at fault itself.
_DEATHS = 3


class Crew(Protocol):
    """Where workers come from."""

    def begin(self) -> None:
        """Get ready to hire, meanwhile. Raises OSError where the system refuses."""

    def hire(self) -> Connection:
        """Return the connection to a new worker. Raises OSError where the system refuses."""


Hiring = Callable[[Parser], AbstractContextManager[Crew]]
# Where a library of the system has threads of its own, as on macOS, a process that has loaded it is not to be forked.
_HIRING: Hiring = Zygote if hasattr(os, "fork") and sys.platform != "darwin" else Spawned


class Pool:
    """Has articles analysed by ``workers`` processes, by default one a core; few are not worth it.

    A process that dies is replaced, and what it was at is done again.
    """

    def __init__(self, workers: int | None = None, *, few: int = _FEW, hiring: Hiring = _HIRING) -> None:
        self._workers = workers or cores()
        self._few = few
        self._hiring = hiring
        self._early: list[AbstractContextManager[Crew]] = []

    @contextmanager
    def expecting(self, articles: int, parser: Parser) -> Iterator[None]:
        """See ``Executor``: the model is being loaded while texts are looked through."""
        with ExitStack() as stack:
            if articles >= self._few:
                hiring = self._hiring(parser)
                crew = stack.enter_context(hiring)
                # Where the system refuses now, it says so when a worker is hired.
                with suppress(OSError):
                    crew.begin()
                self._early.append(hiring)
            yield
            self._early.clear()

    def run(self, tasks: Sequence[Task], parser: Parser, memo: Memo) -> Analyses:
        """See ``Executor``."""
        if len(tasks) < self._few:
            yield from IN_PROCESS.run(tasks, parser, memo)
            return
        most = max(1, min(_MOST, len(tasks) // (_LEAST_ORDERS * self._workers)))
        with ExitStack() as stack:
            crew = stack.enter_context(self._early.pop() if self._early else self._hiring(parser))
            shift = _Shift(tasks, parser, memo, crew, stack)
            yield from shift.work(chunks(tasks, most), self._workers)


@dataclass(slots=True)
class _Shift:
    """One run of a pool: who is at what."""

    tasks: Sequence[Task]
    parser: Parser
    memo: Memo
    crew: Crew
    stack: ExitStack
    queue: deque[range] = field(default_factory=deque)
    busy: dict[Connection, range] = field(default_factory=dict)
    deaths: dict[int, int] = field(default_factory=dict)

    def work(self, orders: Iterable[range], workers: int) -> Analyses:
        """Have all of ``orders`` carried out by so many workers; yields places of tasks and what came of them."""
        self.queue.extend(orders)
        while self.queue or self.busy:
            while self.queue and len(self.busy) < workers:
                self._give(self.stack.enter_context(self.crew.hire()))
            for ready in wait(list(self.busy)):
                worker = cast("Connection", ready)
                places = self.busy.pop(worker)
                try:
                    answered = worker.recv_bytes()
                except (EOFError, OSError):
                    self._lost(worker, places)
                    continue
                delivered = delivery(answered)
                # The worker is to have something to do while its answer is looked at.
                if self.queue:
                    self._give(worker)
                else:
                    worker.close()
                yield from zip(places, receive(delivered, self._some(places), self.memo), strict=True)

    def _some(self, places: range) -> Sequence[Task]:
        return self.tasks[places.start : places.stop]

    def _give(self, worker: Connection) -> None:
        places = self.queue.popleft()
        try:
            worker.send_bytes(order(self._some(places), self.parser, self.memo))
        except OSError:
            self._lost(worker, places)
        else:
            self.busy[worker] = places

    def _lost(self, worker: Connection, places: range) -> None:
        """Have done again what a worker died of, one by one: it may be one article alone that is too much."""
        worker.close()
        for place in reversed(places):
            self.deaths[place] = self.deaths.get(place, 0) + 1
            if self.deaths[place] == _DEATHS:
                raise InputError(fatal(self.tasks[place]), exit_code=2)
            self.queue.appendleft(range(place, place + 1))


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
