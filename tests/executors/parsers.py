"""Parsers that other processes can have, and that are hard on these."""

import os
import signal
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.parse import Parse
from tests.toy import ToyParser

WORD = "Pellowgarth"


@dataclass(frozen=True)
class Parser:
    """Reads as the toy does, and notes in a folder which processes did."""

    notes: Path
    identity = ToyParser.identity

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        (self.notes / str(os.getpid())).touch()
        if any(WORD in text for text in texts):
            self.meet()
        return ToyParser().parse(texts)

    def meet(self) -> None:
        """Come across the word."""


@dataclass(frozen=True)
class Fragile(Parser):
    """So many of its processes are killed, as the system does that runs out of memory, at the word."""

    deaths: int = 10**6

    def meet(self) -> None:
        died = len(list(self.notes.glob("died-*")))
        if died < self.deaths:
            (self.notes / f"died-{died}").touch()
            os.kill(os.getpid(), signal.SIGKILL)


class Refusing(Parser):
    """Is of no use, as a model that does not fit."""

    def meet(self) -> None:
        raise InputError(
            Diagnostic("model-unloadable", "error", "sitegen.toml", None, None, "torn", "mend it"), exit_code=2
        )


class Mistaken(Parser):
    """Has a mistake."""

    def meet(self) -> None:
        raise ZeroDivisionError("by nought")


class Slow(Parser):
    """Takes a while for every order."""

    def parse(self, texts: Sequence[str]) -> list[Parse]:
        parses = super().parse(texts)
        time.sleep(0.3)
        return parses


class Orphaning(Parser):
    """The process that its own was forked from is killed at the word."""

    def meet(self) -> None:
        if not (self.notes / "orphaned").exists():
            (self.notes / "orphaned").touch()
            os.kill(os.getppid(), signal.SIGKILL)
