"""Changes that wait to be built, between the watcher and the worker."""

import threading
import time
from dataclasses import dataclass, field

# Seconds that a change may be put off for newer ones.
_PATIENCE = 1.0


# What changes at midnight: articles to come may have come.
NEW_DAY = frozenset({"a new day"})


@dataclass(slots=True)
class Inbox:
    """Takes bursts of changed paths from one thread and hands them all to another."""

    _paths: set[str] = field(default_factory=set)
    _taken: set[str] = field(default_factory=set)
    _since: float | None = None
    _closed: bool = False
    _news: threading.Condition = field(default_factory=threading.Condition)

    def put(self, paths: frozenset[str]) -> None:
        """Add changed paths."""
        with self._news:
            self._paths |= paths
            if self._since is None:
                self._since = time.monotonic()
            self._news.notify_all()

    def wait(self, timeout: float) -> bool:
        """Wait until there is something to take, ``timeout`` seconds at most; tell whether there is."""
        with self._news:
            return self._news.wait_for(lambda: bool(self._paths) or self._closed, timeout)

    def take(self) -> frozenset[str]:
        """Return all that changed since the last build that was done; empty when there is nothing new."""
        with self._news:
            if not self._paths:
                return frozenset()
            self._taken |= self._paths
            self._paths.clear()
            return frozenset(self._taken)

    def done(self) -> None:
        """Say that what was taken has been built."""
        with self._news:
            self._taken.clear()
            self._since = time.monotonic() if self._paths else None

    def shown(self) -> None:
        """Say that what was taken can be seen already, though not all that follows from it: no haste with that."""
        with self._news:
            self._since = time.monotonic() if self._paths else None

    def close(self) -> None:
        """Wake whoever waits, and let nobody wait again."""
        with self._news:
            self._closed = True
            self._news.notify_all()

    @property
    def closed(self) -> bool:
        """Whether the server ends."""
        return self._closed

    @property
    def is_newer(self) -> bool:
        """Whether what is being built should be given up for something newer.

        Not where the first change that is not built yet has waited for long: whoever saves without end sees a build
        now and then.
        """
        return bool(self._paths) and self._since is not None and time.monotonic() - self._since < _PATIENCE

    @property
    def has_news(self) -> bool:
        """Whether something waits."""
        return bool(self._paths)
