"""Server-sent events: whoever has a page open hears what became of it."""

import asyncio
import json
from dataclasses import asdict, dataclass, field
from pathlib import PurePosixPath
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.types import Receive, Scope, Send

from sitegen.serve.changes import Change, News
from sitegen.serve.problem import Problem
from sitegen.serve.stage import Stage

# Seconds between signs of life: without them nobody notices a connection that is broken.
_PULSE = 15.0
# A reader that is this many messages behind does not read.
_MOST_WAITING = 50
_MOST_CLIENTS = 1000
_MOST_PROBLEMS = 20


@dataclass(slots=True, eq=False)
class _Client:
    """One open page: its name below the root of the site, "" where the client did not say, and the digest it shows."""

    page: str = ""
    etag: str = ""
    build: str = ""
    waiting: asyncio.Queue[bytes | None] = field(default_factory=lambda: asyncio.Queue(_MOST_WAITING))

    def send(self, message: bytes | None) -> None:
        try:
            self.waiting.put_nowait(message)
        except asyncio.QueueFull:
            while not self.waiting.empty():
                self.waiting.get_nowait()
            self.waiting.put_nowait(None)


class Channel:
    """An ASGI application: one endless response a client. All of it runs in the event loop."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage
        self._clients: set[_Client] = set()
        self._closed = False
        self._opened: frozenset[str] = frozenset()

    @property
    def opened(self) -> frozenset[str]:
        """The names of the pages that are open; safe to read from any thread."""
        return self._opened

    def publish(self, news: News) -> None:
        """Tell every client what is new for it."""
        for client in self._clients:
            changed = news.etags.get(client.page, client.etag) != client.etag
            message = _told(client, news.build, news.change, news.remarks.get(client.page, ()), changed=changed)
            # A client that does not say what it shows is told of every build.
            message["reload"] = message["reload"] or (not client.page and not news.problems)
            client.send(_event({**message, **self._problems(news.problems)}))

    def close(self) -> None:
        """End all responses, now and from now on."""
        self._closed = True
        for client in self._clients:
            client.send(None)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one client until it goes, or the server does."""
        full = len(self._clients) >= _MOST_CLIENTS or self._closed
        headers = [
            (b"content-type", b"text/event-stream; charset=utf-8"),
            (b"cache-control", b"no-store"),
        ]
        if full or scope["method"] == "HEAD":
            # 204 tells a browser not to ask again.
            await send({"type": "http.response.start", "status": 204 if full else 200, "headers": headers})
            await send({"type": "http.response.body", "body": b""})
            return
        query = Request(scope).query_params
        client = _Client(query.get("page", "")[:2000], query.get("etag", "")[:64], query.get("build", "")[:64])
        if "once" in query:
            await JSONResponse(await self._greeting(client))(scope, receive, send)
            return
        await send({"type": "http.response.start", "status": 200, "headers": headers})
        gone = asyncio.ensure_future(_gone(receive))
        self._add(client)
        try:
            client.send(_event(await self._greeting(client)))
            while not gone.done():
                message = await self._next(client, gone)
                if message is None:
                    break
                await send({"type": "http.response.body", "body": message, "more_body": True})
            await send({"type": "http.response.body", "body": b""})
        finally:
            gone.cancel()
            self._remove(client)

    async def _greeting(self, client: _Client) -> dict[str, Any]:
        """Return what a client hears at once: what has become of its page since it was made, and what is wrong."""

        def look() -> dict[str, Any]:
            stage = self._stage
            with stage.changing:
                build = stage.build
                change = stage.since(client.build) if client.build else Change()
                changed = bool(client.page) and (change is None or client.etag != stage.etag(client.page))
            return _told(client, build, change or Change(), stage.remarks(client.page), changed=changed)

        return {**await asyncio.to_thread(look), **self._problems(self._stage.problems)}

    async def _next(self, client: _Client, gone: "asyncio.Future[None]") -> bytes | None:
        waiting = asyncio.ensure_future(client.waiting.get())
        try:
            both: set[asyncio.Future[Any]] = {waiting, gone}
            await asyncio.wait(both, timeout=_PULSE, return_when=asyncio.FIRST_COMPLETED)
            if waiting.done():
                return waiting.result()
            return None if gone.done() else b": alive\n\n"
        finally:
            waiting.cancel()

    def _problems(self, problems: tuple[Problem, ...]) -> dict[str, Any]:
        """Return what is wrong, and whether a good site is shown all the same."""
        return {"problems": _shown(problems), "stays": self._stage.stays}

    def _add(self, client: _Client) -> None:
        self._clients.add(client)
        self._opened = frozenset(client.page for client in self._clients if client.page)

    def _remove(self, client: _Client) -> None:
        self._clients.discard(client)
        self._opened = frozenset(client.page for client in self._clients if client.page)


async def _gone(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


def _told(
    client: _Client, build: str, change: Change, remarks: tuple[Problem, ...], *, changed: bool
) -> dict[str, Any]:
    """Return what a change is to one client: whether its page ``changed``, where it went, which styles are new."""
    return {
        "build": build,
        "reload": changed or client.page in change.moved or any(map(_may_show, change.files)),
        "to": change.moved.get(client.page, ""),
        "styles": list(change.styles),
        "files": [PurePosixPath(name).name for name in change.files],
        "remarks": _shown(remarks),
    }


def _may_show(name: str) -> bool:
    """Tell whether any page may use a file: scripts, fonts and pictures of the theme."""
    return name.startswith("static/")


def _shown(problems: tuple[Problem, ...]) -> list[dict[str, Any]]:
    return [{**asdict(problem.diagnostic), "snippet": problem.snippet} for problem in problems[:_MOST_PROBLEMS]]


def _event(content: dict[str, Any]) -> bytes:
    return f"data: {json.dumps(content, ensure_ascii=False)}\n\n".encode()
