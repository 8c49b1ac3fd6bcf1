"""How far the work has come, for whoever watches."""

from collections.abc import Callable
from typing import Protocol


class Progress(Protocol):
    """Is told how far a stage has come; what it does with that is the shell's affair."""

    def __call__(self, stage: str, done: int, total: int) -> None:
        """``done`` of ``total`` articles or pages have passed ``stage``; called with 0 when the stage begins."""


def unwatched(stage: str, done: int, total: int) -> None:
    """Tell nobody."""


Step = Callable[[], None]


def unwatched_step() -> None:
    """Tell nobody, and go on."""
