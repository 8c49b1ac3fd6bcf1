"""One thing that was looked at, and how it is."""

from dataclasses import dataclass
from typing import Literal

Status = Literal["ok", "warning", "problem"]


@dataclass(frozen=True, slots=True)
class Finding:
    """``name`` is what was looked at; ``hint`` says what to do where ``status`` is not "ok"."""

    name: str
    status: Status
    message: str
    hint: str = ""


def fine(name: str, message: str) -> Finding:
    """Return that something is as it should be."""
    return Finding(name, "ok", message)


def doubtful(name: str, message: str, hint: str) -> Finding:
    """Return that something works, and could be better."""
    return Finding(name, "warning", message, hint)


def broken(name: str, message: str, hint: str) -> Finding:
    """Return that something keeps sitegen from its work."""
    return Finding(name, "problem", message, hint)
