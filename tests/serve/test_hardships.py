"""What a preview meets that is left running for days: it goes on, and shows what a build would make."""

import os
import pty
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from sitegen.serve.snapshot import Piece, Snapshot
from sitegen.serve.stage import Stage
from sitegen.serve.telling import Telling
from sitegen.shell.shelf import Shelf
from tests.serve.preview import ROOT, Preview, article, fall_asleep, previewed, small_site, wake_up

pytestmark = pytest.mark.model


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    with browser.new_context() as context:
        yield context.new_page()


def test_a_failure_of_a_shipped_template_ends_nothing(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    names = (ROOT / "templates" / "macros" / "names.html").read_text("utf-8")
    own = site / "templates" / "macros" / "names.html"
    with previewed(site) as preview:
        preview.shows("/", "The Packet")
        own.parent.mkdir(parents=True)
        own.write_text(names.replace("{% macro bars(shares) %}", "{% macro bars() %}"), "utf-8")
        preview.wait(lambda: "sitegen failed" in preview.said)
        # The last good page stays.
        assert preview.get("/articles/ferry/")[0] == 200
        shutil.rmtree(site / "templates")
        article(site / "content" / "ferry.md", "It goes on")
        preview.shows("/articles/ferry/", "It goes on")


def test_a_terminal_that_is_closed_ends_nothing(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    with previewed(site) as preview:
        preview.shows("/", "The Packet")
    reading, writing = os.pipe()
    command = [sys.executable, "-m", "sitegen", "serve", str(site), "--port", str(preview.port)]
    process = subprocess.Popen(command, stderr=writing, cwd=ROOT)
    os.close(writing)
    preview.process = process  # type: ignore[assignment]
    try:
        with os.fdopen(reading, "rb") as told:
            assert b"preview of" in told.readline()
        for number in range(3):
            article(site / "content" / "ferry.md", f"Unheard, {number}")
            preview.wait(lambda: _is_up(preview))
            preview.shows("/articles/ferry/", f"Unheard, {number}")
        assert preview.stop()[0] == 0
    finally:
        process.kill()
        process.wait()


def _is_up(preview: Preview) -> bool:
    try:
        return preview.get("/")[0] == 200
    except OSError:
        return False


def test_a_site_that_is_moved_away_is_not_made_again(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    away = tmp_path / "away"
    with previewed(site) as preview:
        preview.shows("/", "The Packet")
        article(site / "content" / "ferry.md", "Before the move")
        preview.shows("/articles/ferry/", "Before the move")
        site.rename(away)
        preview.wait(lambda: "the last good site stays" in preview.said)
        for path in ("/", "/articles/mole/", "/quotes/", "/static/style.css"):
            assert preview.get(path)[0] == 200
        time.sleep(1)
        assert not site.exists()
        away.rename(site)
        article(site / "content" / "ferry.md", "After the move")
        preview.shows("/articles/ferry/", "After the move")


def test_the_cache_is_taken_away(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    with previewed(site) as preview:
        preview.shows("/", "The Packet")
        time.sleep(1)
        shutil.rmtree(site / ".sitegen")
        for path in ("/", "/articles/mole/", "/quotes/", "/static/style.css"):
            assert preview.get(path)[0] == 200
        article(site / "content" / "ferry.md", "Without a cache")
        preview.shows("/articles/ferry/", "Without a cache")
        assert (site / ".sitegen" / ".gitignore").read_text() == "*\n"


def test_a_lost_copy_is_not_replaced_by_another_content(tmp_path: Path) -> None:
    source = tmp_path / "style.css"
    source.write_text("A{}")
    with Shelf(tmp_path) as shelf:
        key = shelf.copy(source)
        stage = Stage(tmp_path, shelf)
        shown = Snapshot({"static/style.css": Piece(key, source=source)}, None)  # type: ignore[arg-type]
        source.write_text("B{}")
        assert stage.content(shown, "static/style.css") == b"A{}"
        shelf.path(key).unlink()
        assert stage.content(shown, "static/style.css") == b"B{}"
        source.write_text("A{}")
        assert stage.content(shown, "static/style.css") == b"A{}"
        assert shelf.get(key) == b"A{}"


def test_content_that_is_missing_and_content_that_is_empty_are_two_things(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    with previewed(site) as preview:
        preview.shows("/articles/ferry/", "The ferry is late")
        shutil.rmtree(site / "content")
        preview.wait(lambda: "content-missing" in preview.said)
        (site / "content").mkdir()
        preview.wait(lambda: preview.get("/articles/ferry/")[0] == 404)
        assert preview.get("/articles/")[0] == 200


def test_what_a_build_refuses_is_not_shown(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    article(site / "content" / "sub" / "picture.md", "An article")
    article(site / "content" / "sub.md", "Beside it")
    (site / "content" / "picture").write_text("a file without a suffix")
    with previewed(site) as preview:
        preview.wait(lambda: "address-clash" in preview.said)
        assert "would be a file and a folder" in preview.get("/")[1]


def test_a_tab_that_slept_through_the_mending_wakes_up_to_the_site(page: Page, tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    file = site / "content" / "ferry.md"
    good = file.read_text("utf-8")
    file.write_text(good.replace("2026-03-14", "2026-13-14"), "utf-8")
    with previewed(site) as preview:
        page.goto(f"{preview.address}/")
        expect(page.locator("h1").first).to_have_text("There is nothing to show yet")
        fall_asleep(page)
        file.write_text(good, "utf-8")
        preview.shows("/articles/ferry/", "The ferry is late")
        wake_up(page)
        expect(page).to_have_title("The Packet")


def test_style_sheets_that_load_slowly_do_not_pile_up(page: Page, tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    with previewed(site) as preview:
        preview.shows("/", "The Packet")
        page.goto(f"{preview.address}/")

        def slowly(route) -> None:
            page.wait_for_timeout(400)
            route.continue_()

        page.route("**/*.css?preview=*", slowly)
        style = site / "static" / "style.css"
        style.parent.mkdir()
        shipped = (ROOT / "static" / "style.css").read_text("utf-8")
        for number in range(5):
            style.write_text(f"{shipped}\nbody {{ border: {number + 1}px solid rgb(1, 2, 3) }}\n", "utf-8")
            page.wait_for_timeout(150)
        expect(page.locator("body")).to_have_css("border-top-width", "5px")
        expect(page.locator('link[rel="stylesheet"]')).to_have_count(1)


def test_an_open_page_that_is_missing_follows_its_template(page: Page, tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    with previewed(site) as preview:
        preview.shows("/", "The Packet")
        page.goto(f"{preview.address}/nowhere/")
        template = site / "templates" / "404.html"
        template.parent.mkdir()
        template.write_text("<!doctype html><title>Gone</title><h1>Gone fishing</h1>", "utf-8")
        expect(page.locator("h1")).to_have_text("Gone fishing")


def test_only_what_is_published(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    (site / "content" / "draft.md").write_text("---\ntitle: Not yet\ndraft: true\n---\n\nWait.\n", "utf-8")
    with previewed(site, "--published") as preview:
        preview.shows("/articles/ferry/", "The ferry is late")
        assert preview.get("/articles/draft/")[0] == 404


def test_the_browser_that_stays_in_the_terminal_keeps_nobody(tmp_path: Path, monkeypatch) -> None:
    program = tmp_path / "browser"
    program.write_text(f"#!/bin/sh\ntouch {tmp_path}/opened\nexec sleep 30 >/dev/null 2>&1\n")
    program.chmod(0o755)
    monkeypatch.setenv("BROWSER", f"{program} %s")
    site = small_site(tmp_path / "site")
    with previewed(site, "--open") as preview:
        preview.wait((tmp_path / "opened").exists)
        code, seconds = preview.stop()
        assert code == 0
        assert seconds < 1.5


def test_a_closed_log_is_no_trouble(tmp_path: Path, monkeypatch) -> None:
    with (tmp_path / "log").open("w") as log:
        monkeypatch.setattr("sys.stderr", log)
    telling = Telling(tmp_path)
    telling.say("nobody hears this")
    telling.failed([], frozenset(), "the last good site stays")


def test_a_page_that_cannot_be_made_says_so_and_stands_still(page: Page, tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    template = site / "templates" / "quote.html"
    template.parent.mkdir()
    fails = '{% if "hold" in view.frame.title %}{{ view.x }}{% endif %}'
    template.write_text(f'{{% extends "shipped/quote.html" %}}{{% block head %}}{fails}{{% endblock %}}', "utf-8")
    loads: list[str] = []
    page.on("framenavigated", lambda frame: loads.append(frame.url))
    with previewed(site) as preview:
        preview.wait(lambda: "template-undefined" in preview.said)
        page.goto(f"{preview.address}/articles/mole/")
        page.get_by_role("link", name="Quotation 1").first.click()
        page.wait_for_url("**/quotes/*/")
        expect(page.locator("sitegen-problems").get_by_role("alert")).to_contain_text("templates/quote.html")
        before = len(loads)
        page.wait_for_timeout(1500)
        assert len(loads) == before
        template.unlink()
        expect(page).to_have_title("Edgar Pendrake: “It will hold.” | The Packet")


def test_a_terminal_is_left_as_it_was(tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    for number in range(120):
        said = " ".join(f"Edgar Pendrake said that note {number} of page {page} was good." for page in range(40))
        article(site / "content" / f"note-{number}.md", f"Note {number}", said)
    master, slave = pty.openpty()
    command = [sys.executable, "-m", "sitegen", "serve", str(site), "--port", "8790"]
    process = subprocess.Popen(command, cwd=ROOT, stdin=slave, stdout=slave, stderr=slave)
    os.close(slave)
    seen = b""
    try:
        while b"\x1b[?25l" not in seen:
            seen += os.read(master, 4096)
        process.send_signal(signal.SIGINT)
        assert process.wait(10) == 0
        with suppress(OSError):
            while found := os.read(master, 4096):
                seen += found
    finally:
        process.kill()
        os.close(master)
    assert seen.rindex(b"\x1b[?25h") > seen.rindex(b"\x1b[?25l")
    assert b"the preview has ended" in seen[seen.rindex(b"\x1b[?25h") :]
