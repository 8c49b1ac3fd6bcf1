"""Articles analysed by the workers of a Dask cluster. Dask is imported here alone, and only where it is asked for."""

import pickle
import platform
import threading
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import CancelledError
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import lru_cache
from importlib.util import find_spec
from typing import TYPE_CHECKING

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.digest import digest
from sitegen.model.parse import Parser
from sitegen.pipeline.memo import Memo
from sitegen.pipeline.orders import order, receive
from sitegen.pipeline.tasks import Analyses, Task, chunks
from sitegen.shell.executors.answers import answer, delivery, fatal, refusal
from sitegen.shell.versions import code_versions

if TYPE_CHECKING:
    from distributed import Client, Future

# Articles an order, and orders that wait at the cluster for each of its threads.
_MOST, _WAITING = 16, 3
# Seconds within which the scheduler must answer, and have a worker.
_PATIENCE = "20s"

# A model is for one thread at a time, and a worker may have several.
_reading = threading.Lock()


class Cluster:
    """Has articles analysed by the workers of the Dask scheduler at an address such as ``tcp://10.0.0.5:8786``.

    They need the same version of sitegen and of the model; one that differs is refused. What a lost worker was at, Dask
    has done again by another.
    """

    def __init__(self, scheduler: str) -> None:
        """Make ready. Raises InputError (exit code 2) where Dask is not installed."""
        if find_spec("distributed") is None:
            message = "--executor dask needs Dask, which is not installed"
            raise _refused("dask-missing", message, "install it: pip install 'sitegen[dask]'")
        self._scheduler = scheduler

    def expecting(self, articles: int, parser: Parser) -> AbstractContextManager[None]:  # noqa: ARG002
        """See ``Executor``: the workers of a cluster load the model with their first order."""
        return nullcontext()

    def run(self, tasks: Sequence[Task], parser: Parser, memo: Memo) -> Analyses:
        """See ``Executor``."""
        if tasks:
            with self._connected() as client:
                yield from self._work(client, tasks, parser, memo)

    @contextmanager
    def _connected(self) -> Iterator["Client"]:
        from distributed import Client  # noqa: PLC0415
        from distributed.comm import CommClosedError  # noqa: PLC0415

        try:
            with Client(self._scheduler, timeout=_PATIENCE, set_as_default=False) as client:
                client.wait_for_workers(1, timeout=_PATIENCE)
                yield client
        except (OSError, ValueError, CommClosedError, CancelledError) as error:
            # Also an address that is none, and a scheduler that goes away meanwhile.
            reason = " ".join(str(error).split())[:300] or type(error).__name__
            message = f"no Dask cluster can be used at {self._scheduler}: {reason}"
            hint = "start one (dask scheduler; dask worker ADDRESS --nthreads 1), and name its address with --scheduler"
            raise _refused("cluster-unreachable", message, hint) from error

    def _work(self, client: "Client", tasks: Sequence[Task], parser: Parser, memo: Memo) -> Analyses:
        from distributed import KilledWorker, as_completed  # noqa: PLC0415

        packed, version = pickle.dumps(parser), _version(parser)
        queue = deque(chunks(tasks, _MOST))
        places: dict[Future, range] = {}
        waiting = as_completed(loop=client.loop)

        def send(orders: int) -> None:
            """Send orders as they are needed: at no time do all articles wait in memory."""
            for _ in range(min(orders, len(queue))):
                some = queue.popleft()
                ordered = order(tasks[some.start : some.stop], parser, memo)
                future = client.submit(_carry_out, packed, version, ordered, pure=False)
                places[future] = some
                waiting.add(future)

        send(_WAITING * sum(client.nthreads().values()))
        for future in waiting:
            some = places.pop(future)
            try:
                answered = future.result()
            except KilledWorker:
                # It may be one article alone that is too much.
                if len(some) == 1:
                    raise InputError(fatal(tasks[some.start]), exit_code=2) from None
                queue.extendleft(range(place, place + 1) for place in reversed(some))
                send(len(some))
                continue
            delivered = delivery(answered)
            send(1)
            yield from zip(some, receive(delivered, tasks[some.start : some.stop], memo), strict=True)


def _carry_out(packed: bytes, version: str, ordered: bytes) -> bytes:
    """Answer an order; for a worker of the cluster. ``version`` is that of whoever asks, ``packed`` the parser."""
    with _reading:
        try:
            parser = _unpacked(packed)
        except InputError as error:
            return refusal(error)
        if _version(parser) != version:
            message = f"a worker on {platform.node()} has another version of Python, sitegen, the model or spaCy"
            hint = "install on every machine of the cluster what is installed here, from the same lock file"
            return refusal(_refused("cluster-differs", message, hint))
        return answer(ordered, parser)


@lru_cache(maxsize=1)
def _unpacked(packed: bytes) -> Parser:
    parser: Parser = pickle.loads(packed)
    return parser


def _version(parser: Parser) -> str:
    versions = code_versions()
    return digest((versions["parse"], versions["analyse"], parser.identity))


def _refused(code: str, message: str, hint: str) -> InputError:
    return InputError(Diagnostic(code, "error", ".", None, None, message, hint), exit_code=2)
