"""Tasks for another process, and what it made of them: bytes both ways, ready for the memo."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from sitegen.digest import encode
from sitegen.model.analysis import Analysis
from sitegen.model.parse import Parser
from sitegen.pipeline.memo import Memo, MemoryStore
from sitegen.pipeline.parsing import parse_keys
from sitegen.pipeline.tasks import Task, perform


@dataclass(frozen=True, slots=True)
class _Order:
    """Tasks, with those of their parses that are known, by their keys; ``version`` is that of the parse stage."""

    tasks: tuple[Task, ...]
    parses: dict[str, bytes]
    version: str


@dataclass(frozen=True, slots=True)
class _Delivery:
    """An encoded analysis a task, and the parses that were not known, by their keys."""

    analyses: tuple[bytes, ...]
    parses: dict[str, bytes]


_orders = msgspec.msgpack.Decoder(_Order)
_deliveries = msgspec.msgpack.Decoder(_Delivery)


def order(tasks: Sequence[Task], parser: Parser, memo: Memo) -> bytes:
    """Return what another process needs to carry out ``tasks``."""
    keys = parse_keys([task.article for task in tasks], parser, memo)
    known = {key: content for key in keys if (content := memo.content(key)) is not None}
    return encode(_Order(tuple(tasks), known, memo.version("parse")))


def fulfil(ordered: bytes, parser: Parser) -> bytes:
    """Carry out an order; for the other process. Raises InputError where the model cannot be used."""
    asked = _orders.decode(ordered)
    made = _Additions(asked.parses)
    memo = Memo(made, {"parse": asked.version})
    analyses = tuple(encode(analysis) for analysis in perform(asked.tasks, parser, memo))
    return encode(_Delivery(analyses, made.fresh))


def receive(delivered: bytes, tasks: Sequence[Task], memo: Memo) -> Iterator[Analysis]:
    """Keep what was made of ``tasks``; yields their analyses in their order."""
    delivery = _deliveries.decode(delivered)
    memo.merge(delivery.parses)
    for task, content in zip(tasks, delivery.analyses, strict=True):
        yield memo.accept("analyse", Analysis, task.inputs, content).value


class _Additions(MemoryStore):
    """A store that knows what was added to it."""

    def __init__(self, known: Mapping[str, bytes]) -> None:
        super().__init__(known)
        self.fresh: dict[str, bytes] = {}

    def put(self, key: str, content: bytes) -> None:
        self[key] = self.fresh[key] = content
