"""Ways to a site and through it, in a browser."""

import contextlib
import functools
import http.server
import threading
from collections.abc import Iterator
from pathlib import Path

from playwright.sync_api import FloatRect, Locator


class _Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder, and give its address, which ends with a slash."""
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(folder)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def on_disk(site: Path, path: str = "") -> str:
    """Return the address of a page of a site that is opened from disk."""
    return (site / path / "index.html").as_uri()


def follow(link: Locator) -> None:
    """Click a link and wait until all of its page is there: what is left half loaded counts as a failed request."""
    with link.page.expect_navigation():
        link.click()


def box_of(element: Locator) -> FloatRect:
    """Return where an element stands in the window, in pixels; it must be seen."""
    box = element.bounding_box()
    assert box is not None
    return box
