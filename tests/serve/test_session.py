"""An editor's session in a real browser: the right page stands there each time, by itself."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serve.preview import Preview, article, previewed, small_site

pytestmark = pytest.mark.model

ROOT = Path(__file__).parent.parent.parent


@pytest.fixture(scope="module")
def site(tmp_path_factory) -> Path:
    return small_site(tmp_path_factory.mktemp("session") / "site")


@pytest.fixture(scope="module")
def preview(site: Path) -> Iterator[Preview]:
    with previewed(site) as running:
        yield running


@pytest.fixture
def page(browser: Browser, preview: Preview, site: Path) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1000, "height": 600})
    shown = context.new_page()
    trouble: list[str] = []
    shown.on("pageerror", lambda error: trouble.append(str(error)))
    small_site(site)
    article(site / "content" / "ferry.md", "The ferry is late", "A fresh start.")
    preview.shows("/articles/ferry/", "A fresh start.")
    article(site / "content" / "ferry.md", "The ferry is late")
    preview.shows("/articles/ferry/", "Nobody was hurt.")
    shown.goto(f"{preview.address}/articles/ferry/")
    yield shown
    context.close()
    assert not trouble


def git(site: Path, *arguments: str) -> None:
    name = ("-c", "user.name=Desk", "-c", "user.email=desk@example.org")
    subprocess.run(["git", *name, *arguments], cwd=site, check=True, capture_output=True)


def test_twenty_saves_are_each_shown_where_one_reads(page: Page, site: Path) -> None:
    long = "\n\n".join(f"The board heard witness number {number} on the matter of the tides." for number in range(60))
    article(site / "content" / "ferry.md", "The ferry is late", long)
    expect(page.get_by_text("witness number 59")).to_be_attached()
    page.evaluate("document.getElementById('p30').scrollIntoView({behavior: 'instant'})")
    before = page.evaluate("document.getElementById('p30').getBoundingClientRect().top")
    for number in range(20):
        text = long.replace("witness number 58 ", f"witness number 58 (save {number}) ")
        # Longer at its head each time: the paragraph that one reads must not move away.
        article(site / "content" / "ferry.md", f"The ferry is late, for the {number}th time", "More.\n" * number + text)
        expect(page.get_by_text(f"(save {number})")).to_be_attached()
        expect(page).to_have_title(f"The ferry is late, for the {number}th time | The Packet")
    page.wait_for_load_state("load")
    after = page.evaluate("document.getElementById('p30').getBoundingClientRect().top")
    assert abs(after - before) < 5


def test_a_person_page_and_a_list_follow(page: Page, preview: Preview, site: Path) -> None:
    page.goto(f"{preview.address}/people/rosa-kettering/")
    article(site / "content" / "ferry.md", "The ferry was early")
    expect(page.get_by_text("The ferry was early").first).to_be_visible()
    page.goto(f"{preview.address}/articles/")
    article(site / "content" / "ferry.md", "The ferry was lost")
    expect(page.get_by_text("The ferry was lost")).to_be_visible()


def test_a_page_that_does_not_change_is_left_alone(page: Page, preview: Preview, site: Path) -> None:
    page.goto(f"{preview.address}/articles/mole/")
    page.evaluate("window.untouched = true")
    article(site / "content" / "ferry.md", "The ferry sank", "All were saved.")
    preview.shows("/articles/ferry/", "All were saved.")
    time.sleep(0.5)
    assert page.evaluate("window.untouched") is True


def test_broken_front_matter_is_explained_and_the_last_good_page_stays(page: Page, site: Path) -> None:
    file = site / "content" / "ferry.md"
    good = file.read_text("utf-8")
    file.write_text(good.replace("date: 2026-03-14", "date: 2026-13-14"), "utf-8")
    overlay = page.locator("sitegen-problems")
    expect(overlay.get_by_role("alert")).to_be_visible()
    expect(overlay.get_by_text("content/ferry.md:3")).to_be_visible()
    expect(overlay.get_by_text("Hint:")).to_be_visible()
    expect(overlay.locator("pre")).to_contain_text("date: 2026-13-14")
    expect(page.locator("h1").first).to_have_text("The ferry is late")
    # A page that is opened meanwhile says so, too.
    page.reload()
    expect(overlay.get_by_role("alert")).to_be_visible()
    overlay.get_by_role("button", name="Hide").click()
    expect(overlay).to_have_count(0)
    file.write_text(good.replace("Nobody was hurt.", "All is mended."), "utf-8")
    expect(page.get_by_text("All is mended.")).to_be_visible()
    expect(overlay).to_have_count(0)


def test_an_overlay_goes_away_by_itself(page: Page, site: Path) -> None:
    file = site / "content" / "ferry.md"
    good = file.read_text("utf-8")
    page.evaluate("window.untouched = true")
    file.write_bytes(b"---\ntitle: \xff\xfe\n---\n")
    expect(page.locator("sitegen-problems").get_by_role("alert")).to_be_visible()
    file.write_text(good, "utf-8")
    expect(page.locator("sitegen-problems")).to_have_count(0)
    assert page.evaluate("window.untouched") is True


def test_a_renamed_file_takes_its_readers_along(page: Page, preview: Preview, site: Path) -> None:
    (site / "content" / "ferry.md").rename(site / "content" / "boat.md")
    page.wait_for_url("**/articles/boat/")
    expect(page.locator("h1").first).to_have_text("The ferry is late")
    assert preview.get("/articles/ferry/")[0] == 404
    (site / "content" / "boat.md").rename(site / "content" / "ferry.md")
    page.wait_for_url("**/articles/ferry/")


def test_a_deleted_article_is_gone_and_comes_back(page: Page, preview: Preview, site: Path) -> None:
    file = site / "content" / "ferry.md"
    text = file.read_text("utf-8")
    file.unlink()
    expect(page.get_by_text("There is no page at this address").first).to_be_visible()
    assert preview.get("/articles/ferry/")[0] == 404
    file.write_text(text, "utf-8")
    expect(page.locator("h1").first).to_have_text("The ferry is late")


def test_git_branches_are_switched(page: Page, preview: Preview, site: Path) -> None:
    (site / ".gitignore").write_text(".sitegen/\n", "utf-8")
    git(site, "init", "--initial-branch", "main")
    git(site, "add", ".")
    git(site, "commit", "--message", "one")
    git(site, "switch", "--create", "other")
    article(site / "content" / "ferry.md", "On the other branch")
    for number in range(40):
        article(site / "content" / "more" / f"note-{number}.md", f"Note {number}")
    git(site, "add", ".")
    git(site, "commit", "--message", "two")
    expect(page.locator("h1").first).to_have_text("On the other branch")
    preview.shows("/articles/more/note-39/", "Note 39")
    git(site, "switch", "main")
    expect(page.locator("h1").first).to_have_text("The ferry is late")
    preview.wait(lambda: preview.get("/articles/more/note-39/")[0] == 404)
    git(site, "switch", "other")
    expect(page.locator("h1").first).to_have_text("On the other branch")
    git(site, "switch", "main")
    expect(page.locator("h1").first).to_have_text("The ferry is late")
    shutil.rmtree(site / ".git")


def test_a_template_changes_breaks_and_goes(page: Page, site: Path) -> None:
    template = site / "templates" / "article.html"
    template.parent.mkdir(exist_ok=True)
    mine = '{% extends "shipped/article.html" %}{% block main %}<p>Set in lead.</p>{{ super() }}{% endblock %}'
    template.write_text(mine, "utf-8")
    expect(page.get_by_text("Set in lead.", exact=True)).to_be_visible()
    template.write_text(mine.replace("{{ super() }}", "{{ view.no_such_thing }}"), "utf-8")
    overlay = page.locator("sitegen-problems")
    expect(overlay.get_by_text("templates/article.html:1")).to_be_visible()
    expect(page.get_by_text("Set in lead.", exact=True)).to_be_visible()
    template.unlink()
    expect(page.get_by_text("Set in lead.", exact=True)).to_have_count(0)
    expect(overlay).to_have_count(0)
    expect(page.locator("h1").first).to_have_text("The ferry is late")


def test_a_colour_changes_in_place(page: Page, site: Path) -> None:
    page.evaluate("window.untouched = true")
    style = site / "static" / "style.css"
    style.parent.mkdir(exist_ok=True)
    shipped = (ROOT / "static" / "style.css").read_text("utf-8")
    for colour in ("rgb(1, 2, 3)", "rgb(200, 100, 0)"):
        style.write_text(f"{shipped}\nh1 {{ color: {colour} !important; }}\n", "utf-8")
        expect(page.locator("h1").first).to_have_css("color", colour)
    style.unlink()
    expect(page.locator("h1").first).not_to_have_css("color", "rgb(200, 100, 0)")
    assert page.evaluate("window.untouched") is True
    assert page.locator('link[rel="stylesheet"]').count() == 1


def test_a_picture_changes_the_pages_that_show_it(page: Page, site: Path) -> None:
    picture = site / "content" / "pier.svg"
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="{}"><rect width="10" height="10"/></svg>'
    picture.write_text(drawn.format(10), "utf-8")
    article(site / "content" / "ferry.md", "The ferry is late", "![The pier](pier.svg)")
    image = page.get_by_alt_text("The pier")
    expect(image).to_have_js_property("naturalHeight", 10)
    picture.write_text(drawn.format(20), "utf-8")
    expect(image).to_have_js_property("naturalHeight", 20)
    picture.unlink()


def test_the_configuration_changes(page: Page, site: Path) -> None:
    settings = site / "sitegen.toml"
    text = settings.read_text("utf-8")
    settings.write_text(text.replace("The Packet", "The Gazette"), "utf-8")
    expect(page).to_have_title("The ferry is late | The Gazette")
    settings.write_text("title = \n", "utf-8")
    expect(page.locator("sitegen-problems").get_by_text("sitegen.toml:1")).to_be_visible()
    settings.write_text(text, "utf-8")
    expect(page).to_have_title("The ferry is late | The Packet")


def test_a_draft_is_shown_and_marked(page: Page, preview: Preview, site: Path) -> None:
    draft = site / "content" / "draft.md"
    draft.write_text("---\ntitle: Not yet\ndraft: true\n---\n\nRosa Kettering waits.\n", "utf-8")
    later = site / "content" / "later.md"
    later.write_text("---\ntitle: Next century\ndate: 2126-01-01\n---\n\nRosa Kettering waits.\n", "utf-8")
    preview.shows("/articles/later/", "This article is published on 1 January 2126.")
    page.goto(f"{preview.address}/articles/draft/")
    expect(page.get_by_text("Draft. This article is not published.")).to_be_visible()
    page.goto(f"{preview.address}/people/rosa-kettering/")
    expect(page.locator(".unpublished")).to_have_text(["not yet published", "draft"])
    draft.unlink()
    later.unlink()


def test_a_page_that_slept_catches_up(page: Page, preview: Preview, site: Path) -> None:
    page.evaluate("Object.defineProperty(document, 'visibilityState', {value: 'hidden', configurable: true})")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    article(site / "content" / "ferry.md", "The ferry woke up")
    preview.shows("/articles/ferry/", "The ferry woke up")
    expect(page.locator("h1").first).to_have_text("The ferry is late")
    page.evaluate("delete document.visibilityState")
    page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    expect(page.locator("h1").first).to_have_text("The ferry woke up")


def test_ten_tabs_are_kept_up_to_date(browser: Browser, preview: Preview, site: Path) -> None:
    article(site / "content" / "ferry.md", "The ferry is late")
    preview.shows("/articles/ferry/", "The ferry is late")
    contexts = [browser.new_context() for _ in range(10)]
    tabs = [context.new_page() for context in contexts]
    for tab in tabs:
        tab.goto(f"{preview.address}/articles/ferry/")
    article(site / "content" / "ferry.md", "The ferry is in ten tabs")
    for tab in tabs:
        expect(tab.locator("h1").first).to_have_text("The ferry is in ten tabs")
    for context in contexts:
        context.close()


def test_the_built_site_has_no_script_of_the_preview(preview: Preview, site: Path, tmp_path: Path) -> None:
    subprocess.run(
        [preview.process.args[0], "-m", "sitegen", "build", str(site), "--output", str(tmp_path / "out")],  # type: ignore[index]
        check=True,
        capture_output=True,
        timeout=60,
        cwd=ROOT,
    )
    assert "/_sitegen/" in preview.get("/")[1]
    for file in (tmp_path / "out").rglob("*"):
        assert not file.is_file() or b"_sitegen" not in file.read_bytes()
    assert not (site / "_site").exists()
