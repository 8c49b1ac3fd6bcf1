"""Workers that are processes of their own from the start: each loads the model for itself.

For systems without fork, and for those whose libraries do not survive one.
"""

import multiprocessing
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from types import TracebackType
from typing import Self

from sitegen.model.parse import Parser
from sitegen.shell.executors.worker import serve

_spawning = multiprocessing.get_context("spawn")


class Spawned:
    """Starts workers; a context manager that ends them all, whatever they are doing."""

    def __init__(self, parser: Parser) -> None:
        """Make ready; ``parser`` can be pickled."""
        self._parser = parser
        self._workers: list[SpawnProcess] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        for worker in self._workers:
            worker.kill()
        for worker in self._workers:
            worker.join()
            worker.close()
        self._workers.clear()

    def begin(self) -> None:
        """See ``Crew``: a worker that waits for its first order has nothing to load yet."""

    def hire(self) -> Connection:
        """Return the connection to a new worker. Raises OSError where the system refuses."""
        ours, theirs = _spawning.Pipe()
        worker = _spawning.Process(target=serve, args=(theirs, self._parser), daemon=True)
        with theirs:
            worker.start()
        self._workers.append(worker)
        return ours
