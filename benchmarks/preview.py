"""Preview servers, and how long a save takes to be served by each."""

import http.client
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

# Seconds.
START = 1800.0
PATIENCE = 120.0
_ASKED_AGAIN = 0.01
# Between two saves: what one save leaves to be done is over before the next.
_PAUSE = 1.0
_TITLE = re.compile(r'^(title: ".*)"$', re.MULTILINE)


@dataclass
class Server:
    """A preview server, and the article that is edited: its file, and the addresses of the pages that must show it.

    ``person`` is the address of a page of somebody whom the article names; where it is a pattern, the first address
    that the served article links to decides.
    """

    name: str
    command: Sequence[str]
    edited: Path
    article: str
    person: str | re.Pattern[str]
    port: int
    seconds: list[float] = field(default_factory=list)
    process: "subprocess.Popen[bytes] | None" = None

    def start(self) -> float:
        """Return the seconds until the article is served."""
        begun = time.perf_counter()
        self.process = subprocess.Popen(
            self.command, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
            start_new_session=True,
        )  # fmt: skip
        page = self.wait(self.article, "", START)
        taken = time.perf_counter() - begun
        if not isinstance(self.person, str):
            linked = self.person.search(page)
            if linked is None:
                sys.exit(f"{self.name}: {self.article} names nobody who has a page")
            self.person = linked[1]
        return taken

    def save(self, text: str, mark: str) -> None:
        """Save the article and wait until both pages show ``mark``."""
        assert isinstance(self.person, str)
        self.edited.write_text(text, "utf-8")
        begun = time.perf_counter()
        self.wait(self.article, mark, PATIENCE)
        self.wait(self.person, mark, PATIENCE)
        self.seconds.append(time.perf_counter() - begun)

    def wait(self, path: str, mark: str, patience: float) -> str:
        """Ask for ``path`` until it shows ``mark``, and return the page."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=PATIENCE) as answer:
                    page: str = answer.read().decode("utf-8", "replace")
                    if mark in page:
                        return page
            except (urllib.error.URLError, http.client.HTTPException, ConnectionError, TimeoutError):
                if self.process is not None and self.process.poll() is not None:
                    sys.exit(f"{self.name} ended by itself (exit code {self.process.returncode})")
            time.sleep(_ASKED_AGAIN)
        sys.exit(f"{self.name}: {path} never showed {mark!r}")

    def stop(self) -> None:
        """End the server and all that it started."""
        if self.process is not None:
            self.process.send_signal(signal.SIGINT)
            try:
                self.process.wait(20)
            except subprocess.TimeoutExpired:
                os.killpg(self.process.pid, signal.SIGKILL)
                self.process.wait()


def free_port() -> int:
    """Return the number of a port that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def slug(text: str) -> str:
    """Return ``text`` as it stands in addresses."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


def edited(text: str, speaker: str, mark: str) -> str:
    """Return an article with ``mark`` in its title and in a new quotation of ``speaker``."""
    said = f'\n\n"We found {mark} in the ledger," {speaker} said on Monday.\n'
    return _TITLE.sub(rf'\1 {mark}"', text, count=1).rstrip() + said


def measure(servers: Sequence[Server], texts: Sequence[str], speaker: str, saves: int) -> list[float]:
    """Save the article of each server so many times, in turn, that both meet the same noise; ``texts`` are its own.

    Returns the seconds that each server took to show its first page; what saves took is left in the servers.
    """
    try:
        started = [server.start() for server in servers]
        # The model is loaded behind the first build.
        time.sleep(8)
        for number in range(saves):
            mark = f"mark{number}x"
            for server, text in zip(servers, texts, strict=True):
                server.save(edited(text, speaker, mark), mark)
                time.sleep(_PAUSE)
    finally:
        for server in servers:
            server.stop()
    return started


def median(server: Server) -> float:
    """Return the median of what saves took, in seconds."""
    return statistics.median(server.seconds)
