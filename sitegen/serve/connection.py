"""One connection of a browser, ended where it keeps the server waiting."""

import asyncio
from typing import Any

from uvicorn.protocols.http.h11_impl import H11Protocol

# Seconds in which the head of a request must be complete, and in which somebody who asked must take in something.
HEAD = 10.0
TAKE = 20.0


class Connection(H11Protocol):
    """uvicorn's protocol with two clocks that it lacks: slow senders and slow readers are cut off."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._head: asyncio.TimerHandle | None = None
        self._take: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        """Give a new client time for its first request."""
        super().connection_made(transport)
        self._head = self.loop.call_later(HEAD, self._cut)

    def data_received(self, data: bytes) -> None:
        """Stop the clock when a request is complete; start it when another begins."""
        super().data_received(data)
        if self.cycle is not None and not self.cycle.response_complete:
            self._stop_head()
        elif self._head is None:
            self._head = self.loop.call_later(HEAD, self._cut)

    def on_response_complete(self) -> None:
        """Leave an idle connection to uvicorn's own clock."""
        super().on_response_complete()
        if self.cycle is None or self.cycle.response_complete:
            self._stop_head()

    def pause_writing(self) -> None:
        """Start a clock: the client does not take what it asked for."""
        super().pause_writing()
        if self._take is None:
            self._take = self.loop.call_later(TAKE, self._cut)

    def resume_writing(self) -> None:
        """Stop the clock."""
        super().resume_writing()
        self._stop_take()

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop all clocks."""
        self._stop_head()
        self._stop_take()
        super().connection_lost(exc)

    def _stop_head(self) -> None:
        if self._head is not None:
            self._head.cancel()
            self._head = None

    def _stop_take(self) -> None:
        if self._take is not None:
            self._take.cancel()
            self._take = None

    def _cut(self) -> None:
        if self.transport is not None:
            self.transport.abort()
