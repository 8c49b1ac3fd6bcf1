"""Workers that are forked from one process which has loaded the model: they share its memory.

That process is a fresh one. What a build itself holds in memory would be counted in every worker, and where a program
has several threads a fork of it is not safe.
"""

import gc
import json
import os
import pickle
import signal
import socket
import subprocess
import sys
from contextlib import suppress
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Self

from sitegen.diagnostics import InputError
from sitegen.model.parse import Parser
from sitegen.pipeline.warming import warm_up
from sitegen.shell.executors.worker import serve

# Seconds within which all must have ended.
_PATIENCE = 10
# The process finds modules where this one does; the parser comes by its standard input.
_START = """\
import json, sys
sys.path[:] = json.loads(sys.argv[2])
from sitegen.shell.executors.zygote import main
main(int(sys.argv[1]))
"""
# A message is one byte: what counts is the descriptor that comes along.
_HIRE = b"w"


class Zygote:
    """Has workers forked; a context manager that ends them all, whatever they are doing."""

    def __init__(self, parser: Parser) -> None:
        """Make ready; ``parser`` can be pickled. The process begins with the first worker."""
        self._parser = pickle.dumps(parser)
        self._control: socket.socket | None = None
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._end()

    def begin(self) -> None:
        """Have the model loaded. Raises OSError where the system refuses."""
        self._begin()

    def hire(self) -> Connection:
        """Return the connection to a new worker. Raises OSError where the system refuses."""
        if self._process is not None and self._process.poll() is not None:
            self._end()
        control = self._control or self._begin()
        ours, theirs = socket.socketpair()
        with theirs, suppress(ConnectionError):
            # Where the process has just died, so has the worker: nobody holds the other end.
            socket.send_fds(control, [_HIRE], [theirs.fileno()])
        return Connection(ours.detach())

    def _begin(self) -> socket.socket:
        self._control, theirs = socket.socketpair()
        with theirs:
            handle = theirs.fileno()
            # -P: nothing in the current folder stands in for a module. In a session of its own: Ctrl-C is for this
            # process, which ends the others.
            self._process = subprocess.Popen(
                [sys.executable, "-P", "-c", _START, str(handle), json.dumps(sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.DEVNULL,
                pass_fds=[handle],
                start_new_session=True,
            )
        assert self._process.stdin is not None
        with suppress(ConnectionError), self._process.stdin as stream:
            stream.write(self._parser)
        return self._control

    def _end(self) -> None:
        # Without this end, the process kills its workers and goes.
        if self._control is not None:
            self._control.close()
        if self._process is not None:
            try:
                self._process.wait(_PATIENCE)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()
        self._control = self._process = None


def main(handle: int) -> None:
    """Load the model and fork workers until nobody asks for more; ``handle`` is that of its end of the control."""
    workers: set[int] = set()
    with socket.socket(fileno=handle) as control:
        parser: Parser = pickle.load(sys.stdin.buffer)
        # What is wrong with the model, each worker finds for itself, and says so.
        with suppress(InputError):
            warm_up(parser)
        # A pass of the collector writes to the objects that it looks at: memory that is shared would be copied.
        gc.collect()
        gc.freeze()
        try:
            while handles := socket.recv_fds(control, len(_HIRE), 1)[1]:
                workers.add(_fork(handles[0], parser, control))
                _bury(workers)
        finally:
            for worker in workers:
                os.kill(worker, signal.SIGKILL)
            for worker in workers:
                os.waitpid(worker, 0)


def _fork(handle: int, parser: Parser, control: socket.socket) -> int:
    """Return the process of a new worker that serves the other end of ``handle``."""
    worker = os.fork()
    if worker:
        os.close(handle)
        return worker
    try:
        control.close()
        serve(Connection(handle), parser)
    finally:
        # Whatever happened: it is not for this process to go on as the one that it comes from.
        os._exit(0)


def _bury(workers: set[int]) -> None:
    """Forget the workers that have ended: their numbers may be given to others."""
    for worker in tuple(workers):
        if os.waitpid(worker, os.WNOHANG)[0]:
            workers.discard(worker)
