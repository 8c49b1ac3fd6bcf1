"""The demo site, built once with the real model, and pages of it in a browser that complains about nothing."""

import datetime
import functools
import http.server
import shutil
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sitegen.build import build

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("demo")
    for name in ("content", "docs", "templates", "static"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "sitegen.toml", folder)
    built = build(folder, today=datetime.date(2026, 12, 31))
    assert not [d for d in built.diagnostics if d.severity != "info"], built.diagnostics
    return built.output


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *arguments):
        pass


@pytest.fixture(scope="session")
def address(demo: Path, tmp_path_factory) -> Iterator[str]:
    """The site as a project page: under /repo/."""
    root = tmp_path_factory.mktemp("host")
    shutil.copytree(demo, root / "repo")
    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=str(root)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}/repo/"
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    problems: list[str] = []
    page.on("console", lambda m: problems.append(m.text) if m.type in {"error", "warning"} else None)
    page.on("pageerror", lambda error: problems.append(str(error)))
    # A page that is left before all of it has come is no fault.
    aborted = "net::ERR_ABORTED"
    page.on("requestfailed", lambda request: problems.append(request.url) if request.failure != aborted else None)
    page.on("response", lambda response: problems.append(response.url) if response.status >= 400 else None)
    yield page
    context.close()
    assert not problems
