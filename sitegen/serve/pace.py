"""How long each stage of a build takes, and whether to go on with it."""

import time
from collections.abc import Callable

from sitegen.model.progress import Progress
from sitegen.serve.inbox import Inbox

# A bar that comes and goes with every save would be in the way.
_WORTH_A_BAR = 20


class Superseded(Exception):  # noqa: N818  not an error: something newer waits
    """What is being built is out of date."""


class Pace:
    """Progress of one build: raises Superseded between stages, and between parts of long ones, when it is out of date.

    ``stages`` holds pairs of a stage's name and its seconds, in their order.
    """

    def __init__(self, inbox: Inbox, watched: Progress, checkpoint: Callable[[], None]) -> None:
        """Make a pace; ``checkpoint`` is called between parts of a stage, to keep what was done so far."""
        self._inbox = inbox
        self._watched = watched
        self._checkpoint = checkpoint
        self._begun = time.perf_counter()
        self._marks: list[tuple[str, float]] = [("reading files", self._begun)]
        self.seconds = 0.0

    def __call__(self, stage: str, done: int, total: int) -> None:
        """See ``sitegen.model.progress.Progress``."""
        if done:
            self._checkpoint()
        if self._inbox.closed or self._inbox.is_newer:
            raise Superseded
        if self._marks[-1][0] != stage:
            self._marks.append((stage, time.perf_counter()))
        if total >= _WORTH_A_BAR:
            self._watched(stage, done, total)

    def end(self) -> None:
        """Say that all is done."""
        self._marks.append(("", time.perf_counter()))
        self.seconds = self._marks[-1][1] - self._begun

    @property
    def stages(self) -> tuple[tuple[str, float], ...]:
        """Names of stages and the seconds that each took."""
        ends = (mark for _, mark in self._marks[1:])
        return tuple((name, end - begun) for (name, begun), end in zip(self._marks, ends, strict=False))
