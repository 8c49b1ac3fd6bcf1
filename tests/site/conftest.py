"""The demo site, built once with the real model, and pages of it in a browser that complains about nothing."""

import datetime
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from sitegen.build import build
from tests.site.ways import served

ROOT = Path(__file__).parent.parent.parent
TODAY = datetime.date(2026, 12, 31)


def copied(folder: Path) -> Path:
    """Copy all that the demo site is made from into a folder, and return that."""
    for name in ("content", "docs", "templates", "static"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "sitegen.toml", folder)
    return folder


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    built = build(copied(tmp_path_factory.mktemp("demo")), today=TODAY)
    assert not [d for d in built.diagnostics if d.severity != "info"], built.diagnostics
    return built.output


@pytest.fixture(scope="session")
def address(demo: Path, tmp_path_factory) -> Iterator[str]:
    """The site as a project page: under /repo/."""
    root = tmp_path_factory.mktemp("host")
    shutil.copytree(demo, root / "repo")
    with served(root) as host:
        yield f"{host}repo/"


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


@pytest.fixture
def unscripted(browser: Browser) -> Iterator[Page]:
    """A page on which no script runs."""
    context = browser.new_context(java_script_enabled=False, viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()
