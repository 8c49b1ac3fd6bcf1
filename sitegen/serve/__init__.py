"""The live preview: a watcher, a worker that builds, and a server that shows what was built last, whole."""

import asyncio
import datetime
import logging
import signal
import socket
import threading
import time
import webbrowser
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from pathlib import Path
from typing import Any

import uvicorn

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.model.edition import Edition
from sitegen.model.progress import Progress
from sitegen.serve.app import preview_app
from sitegen.serve.changes import News
from sitegen.serve.channel import Channel
from sitegen.serve.connection import Connection
from sitegen.serve.guard import Guard
from sitegen.serve.inbox import NEW_DAY, Inbox
from sitegen.serve.listening import EVERY_HOST, LOCAL, LOCAL_HOSTS, exposed, listen, names_of
from sitegen.serve.search import SearchIndex
from sitegen.serve.stage import Stage
from sitegen.serve.telling import Telling
from sitegen.serve.worker import Worker
from sitegen.shell.config import read_settings
from sitegen.shell.shelf import Shelf
from sitegen.shell.watcher import Watcher

# Seconds that a build which is under way, and connections that are open, get to end.
_GRACE = 0.3


def serve(
    site: Path,
    *,
    port: int = 8000,
    host: str = LOCAL,
    today: datetime.date | None = None,
    published: bool = False,
    open_browser: bool = False,
    as_json: bool = False,
    watched: Callable[[], AbstractContextManager[Progress]],
) -> None:
    """Show the site in ``site`` and keep up with its files, until a signal.

    Drafts and articles to come are shown, unless only what is ``published`` shall be. When it returns, the caller
    should end the process at once: the model may still be reading, and taking it down takes time.
    Listens on ``port``, or the next that is free. ``watched`` shows how far a build has come. Raises InputError (exit
    code 2) where the folder is no site or no port can be listened on.
    """
    _must_be_a_site(site)
    # The way there, should the folder be moved away and come back.
    site = site.resolve()
    telling = Telling(site, as_json=as_json)
    listening = listen(host, port)
    chosen = listening.getsockname()[1]
    if chosen != port:
        telling.say(f"port {port} is taken, so this is port {chosen}")
    with ExitStack() as stack:
        stack.callback(listening.close)
        shelf = stack.enter_context(Shelf(site))
        addresses = [f"http://{name}:{chosen}/" for name in names_of(host)]
        if host not in LOCAL_HOSTS:
            telling.remarks([exposed(host)])
        telling.serving(addresses)

        def edition() -> Edition:
            return Edition(today or datetime.date.today(), drafts=not published, future=not published)

        preview = _Preview(site, shelf, listening, host, telling)
        preview.run(edition, watched, addresses[0] if open_browser else "")
        telling.say("the preview has ended")


def _must_be_a_site(site: Path) -> None:
    """Raise InputError where there is no configuration; one that is broken may be mended while the preview runs."""
    if not site.is_dir():
        message = "this is a file, not the folder of a site" if site.exists() else "there is no such folder"
        hint = "name the folder of a site: sitegen serve SITE_DIR"
        raise InputError(Diagnostic("path-missing", "error", str(site), None, None, message, hint), exit_code=2)
    try:
        read_settings(site)
    except InputError as error:
        if any(diagnostic.code == "config-missing" for diagnostic in error.diagnostics):
            raise


class _Preview:
    """The parts of one preview, and how they begin and end."""

    def __init__(self, site: Path, shelf: Shelf, listening: socket.socket, host: str, telling: Telling) -> None:
        self._site = site
        self._listening = listening
        self._telling = telling
        self._stage = Stage(site, shelf)
        self._channel = Channel(self._stage)
        self._search = SearchIndex(lambda remark: telling.remarks([remark]))
        self._inbox = Inbox()
        self._host = host

    def run(
        self, edition: Callable[[], Edition], watched: Callable[[], AbstractContextManager[Progress]], open_at: str
    ) -> None:
        """Serve until a signal comes. A worker whose model is reading goes on: it cannot be interrupted."""
        watcher = Watcher(self._site)
        self._telling.remarks(watcher.diagnostics)
        watching = threading.Thread(target=self._watch, args=(watcher,), name="sitegen-watcher", daemon=True)
        worker: Worker | None = None

        async def main() -> None:
            nonlocal worker
            loop = asyncio.get_running_loop()
            ready = asyncio.Event()

            def publish(news: News) -> None:
                with suppress(RuntimeError):  # the loop has ended
                    loop.call_soon_threadsafe(self._published, news, ready)

            worker = Worker(
                self._site,
                self._stage,
                self._inbox,
                self._telling,
                publish=publish,
                opened=lambda: self._channel.opened,
                edition=edition,
                watched=watched,
            )
            worker.start()
            watching.start()
            opening = loop.create_task(self._open(ready, open_at)) if open_at else None
            await self._answer(ready)
            if opening is not None:
                opening.cancel()

        # Where the loop cannot be told of signals, this is how it hears of Ctrl-C.
        with suppress(KeyboardInterrupt):
            asyncio.run(main())
        self._inbox.close()
        watcher.stop()
        if worker is not None:
            worker.join(_GRACE)
            worker.abandon()

    def _published(self, news: News, ready: asyncio.Event) -> None:
        ready.set()
        self._channel.publish(news)

    async def _open(self, ready: asyncio.Event, address: str) -> None:
        await ready.wait()

        def show() -> None:
            if not webbrowser.open(address):
                self._telling.say(f"no browser could be opened; open {address} in yours")

        # A browser in the terminal stays there: nothing waits for this thread.
        threading.Thread(target=show, name="sitegen-browser", daemon=True).start()

    async def _answer(self, ready: asyncio.Event) -> None:
        port = self._listening.getsockname()[1]
        anywhere = self._host in EVERY_HOST
        hosts = (socket.gethostname(),) if anywhere else (self._host,)
        app = Guard(
            preview_app(self._stage, self._channel, self._search, ready), port=port, hosts=hosts, anywhere=anywhere
        )
        config = uvicorn.Config(
            app,
            http=Connection,
            ws="none",
            lifespan="off",
            log_config=None,
            access_log=False,
            server_header=False,
            proxy_headers=False,
            timeout_keep_alive=15,
        )
        # What clients make of the protocol is no news; mistakes of our own are told by the guard.
        logging.getLogger("uvicorn.error").setLevel(logging.CRITICAL)
        server = _Server(config)
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(_unless_full)

        def end() -> None:
            server.should_exit = True
            self._inbox.close()
            self._channel.close()
            ready.set()
            loop.call_later(_GRACE, setattr, server, "force_exit", True)

        for name in ("SIGINT", "SIGTERM", "SIGHUP"):
            with suppress(AttributeError, NotImplementedError, ValueError):
                loop.add_signal_handler(getattr(signal, name), end)
        await server.serve(sockets=[self._listening])

    def _watch(self, watcher: Watcher) -> None:
        """Tell the worker what changed, until the watcher is stopped; a mistake of the program's own ends nothing."""
        while not self._inbox.closed:
            try:
                self._follow(watcher)
            except Exception as error:
                self._telling.mistake(error)
                time.sleep(1)

    def _follow(self, watcher: Watcher) -> None:
        today = datetime.date.today()
        told = len(watcher.diagnostics)
        for changed in watcher.changes():
            if changed:
                self._inbox.put(changed)
            elif today != datetime.date.today():
                today = datetime.date.today()
                self._inbox.put(NEW_DAY)
            self._telling.remarks(watcher.diagnostics[told:])
            told = len(watcher.diagnostics)


def _unless_full(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Report what went wrong in the loop, but not, thousands of times, that there are too many connections."""
    if "out of system resource" not in str(context.get("message")):
        loop.default_exception_handler(context)


class _Server(uvicorn.Server):
    """uvicorn's server, its signals left to us: it would raise them again when it has ended."""

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
