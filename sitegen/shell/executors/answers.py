"""What a process that analyses articles says of an order: what it made of it, or why it could not."""

import traceback
from dataclasses import dataclass

import msgspec

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.digest import encode
from sitegen.model.parse import Parser
from sitegen.pipeline.orders import fulfil
from sitegen.pipeline.tasks import Task


class ElsewhereError(Exception):
    """A mistake of the program's own in another process; its message is the trace of that."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """A delivery, or else what an InputError carries, or the trace of any other error."""

    delivered: bytes = b""
    refused: tuple[Diagnostic, ...] = ()
    exit_code: int = 0
    trace: str = ""


_answers = msgspec.msgpack.Decoder(_Answer)


def answer(ordered: bytes, parser: Parser) -> bytes:
    """Carry out an order, and return the answer to it; for the other process."""
    try:
        return encode(_Answer(fulfil(ordered, parser)))
    except InputError as error:
        return refusal(error)
    except Exception:
        return encode(_Answer(trace=traceback.format_exc()))


def refusal(error: InputError) -> bytes:
    """Return the answer of a process that cannot carry out its order."""
    return encode(_Answer(refused=error.diagnostics, exit_code=error.exit_code))


def delivery(answered: bytes) -> bytes:
    """Return what was delivered. Raises InputError as the other process did, and ElsewhereError for its mistakes."""
    found = _answers.decode(answered)
    if found.refused:
        raise InputError(*found.refused, exit_code=found.exit_code)
    if found.trace:
        raise ElsewhereError(found.trace)
    return found.delivered


def fatal(task: Task) -> Diagnostic:
    """Return what is to be said of an article that no process outlives."""
    message = "several processes in which it was analysed came to an end, one after the other: killed, or out of memory"
    hint = "give them more memory, have fewer of them, or split a very long article"
    return Diagnostic("analysis-died", "error", task.article.path, None, None, message, hint)
