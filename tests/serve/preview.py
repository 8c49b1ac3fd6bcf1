"""A preview server in a process of its own, as a user starts it, and a small site to preview."""

import contextlib
import http.client
import re
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from playwright.sync_api import Page

ROOT = Path(__file__).parent.parent.parent
START = 60.0
PATIENCE = 15.0

ARTICLE = """---
title: {title}
date: 2026-03-14
---

The ferry to Portmere left late again, and the harbour board met on Tuesday to hear why.

{body}

"The tables are wrong by an hour," Rosa Kettering said on Monday.
"""


def article(path: Path, title: str, body: str = "Nobody was hurt.") -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ARTICLE.format(title=title, body=body), "utf-8")


def small_site(folder: Path) -> Path:
    """Make the folder a site of two articles, whatever it was before."""
    for name in ("content", "templates", "static"):
        shutil.rmtree(folder / name, ignore_errors=True)
    (folder / "content").mkdir(parents=True)
    (folder / "sitegen.toml").write_text('title = "The Packet"\nbase_url = "https://example.org/packet/"\n', "utf-8")
    article(folder / "content" / "ferry.md", "The ferry is late")
    article(folder / "content" / "mole.md", "The mole is mended", 'Edgar Pendrake said: "It will hold."')
    return folder


@dataclass
class Preview:
    """The running server: where it is, what it said, and what it answers."""

    process: "subprocess.Popen[str]"
    lines: list[str] = field(default_factory=list)
    port: int = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def said(self) -> str:
        return "\n".join(self.lines)

    def get(
        self, path: str, method: str = "GET", host: str | None = None, **headers: str
    ) -> tuple[int, str, dict[str, str]]:
        """Ask, and return status, text and headers (names in lower case)."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
        try:
            connection.putrequest(method, path, skip_host=True)
            connection.putheader("Host", host if host is not None else f"127.0.0.1:{self.port}")
            for name, value in headers.items():
                connection.putheader(name.replace("_", "-"), value)
            connection.endheaders()
            answer = connection.getresponse()
            found = {name.lower(): value for name, value in answer.getheaders()}
            return answer.status, answer.read().decode("utf-8", "replace"), found
        finally:
            connection.close()

    def wait(self, what: Callable[[], object], patience: float = PATIENCE) -> None:
        """Wait until ``what`` is true."""
        end = time.monotonic() + patience
        while not what():
            assert time.monotonic() < end, f"waited in vain; the server said:\n{self.said}"
            assert self.process.poll() is None, f"the server ended; it said:\n{self.said}"
            time.sleep(0.02)

    def shows(self, path: str, words: str) -> None:
        """Wait until the page at ``path`` holds ``words``."""
        self.wait(lambda: words in self.get(path)[1])

    def stop(self, sign: int = signal.SIGINT) -> tuple[int, float]:
        """End the server; returns its exit code and the seconds that it took."""
        begun = time.monotonic()
        self.process.send_signal(sign)
        code = self.process.wait(30)
        return code, time.monotonic() - begun


def fall_asleep(page: Page) -> None:
    """Make a page believe that nobody looks at it."""
    page.evaluate("Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true})")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


def wake_up(page: Page) -> None:
    """Make a page believe that somebody looks at it again."""
    page.evaluate("delete document.visibilityState")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")


@contextlib.contextmanager
def previewed(site: Path, *options: str, port: int = 8700):
    """Run ``sitegen serve`` on a port that is free."""
    command = [sys.executable, "-m", "sitegen", "serve", str(site), "--port", str(port), *options]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, cwd=ROOT)
    preview = Preview(process)
    assert process.stderr is not None
    errors = process.stderr

    def listen() -> None:
        for line in errors:
            preview.lines.append(line.rstrip("\n"))

    listener = threading.Thread(target=listen, daemon=True)
    listener.start()
    try:
        found = re.compile(r"http://(?:127\.0\.0\.1|\[::1\]):([0-9]+)/")
        preview.wait(lambda: found.search(preview.said), START)
        match = found.search(preview.said)
        assert match is not None
        preview.port = int(match[1])
        yield preview
    finally:
        if process.poll() is None:
            process.kill()
        process.wait(10)
        listener.join(10)
        errors.close()
