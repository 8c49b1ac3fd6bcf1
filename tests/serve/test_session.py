"""An editor's session in a real browser: the right page stands there each time, by itself."""

import shutil
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.serve.preview import Preview, article, fall_asleep, previewed, small_site, wake_up

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


def test_what_is_inserted_above_does_not_move_the_reader(page: Page, site: Path) -> None:
    paragraphs = [f"Witness number {number} spoke of the tides." for number in range(60)]
    article(site / "content" / "ferry.md", "The ferry is late", "\n\n".join(paragraphs))
    expect(page.get_by_text("Witness number 59")).to_be_attached()
    page.wait_for_load_state("load")
    page.evaluate("document.getElementById('p40').scrollIntoView({behavior: 'instant'})")
    mark = page.get_by_text("Witness number 40 ")
    before = mark.bounding_box()
    more = ["More was heard."] * 5
    # The paragraph at the very top of the window is edited as well.
    edited = [text.replace("number 38 ", "number 38, no, 38½, ") for text in paragraphs]
    article(site / "content" / "ferry.md", "The ferry is late", "\n\n".join(more + edited))
    expect(page.get_by_text("38½")).to_be_attached()
    page.wait_for_load_state("load")
    after = mark.bounding_box()
    assert before is not None
    assert after is not None
    assert abs(before["y"] - after["y"]) < 3


def test_a_file_that_is_emptied_before_it_is_written_takes_nobody_away(
    page: Page, preview: Preview, site: Path
) -> None:
    file = site / "content" / "ferry.md"
    text = file.read_text("utf-8")
    page.evaluate("window.untouched = true")
    with file.open("w", encoding="utf-8") as slow:
        time.sleep(0.2)
        slow.write(text)
    time.sleep(0.7)
    assert page.evaluate("window.untouched") is True
    assert page.locator("h1").first.inner_text() == "The ferry is late"


def test_a_reader_is_at_the_same_place_after_the_page_was_missing(page: Page, site: Path) -> None:
    long = "\n\n".join(f"Witness number {number} spoke of the tides." for number in range(60))
    article(site / "content" / "ferry.md", "The ferry is late", long)
    expect(page.get_by_text("Witness number 59")).to_be_attached()
    page.wait_for_load_state("load")
    page.evaluate("document.getElementById('p40').scrollIntoView({behavior: 'instant'})")
    before = page.evaluate("scrollY")
    file = site / "content" / "ferry.md"
    text = file.read_text("utf-8")
    file.unlink()
    expect(page.get_by_text("There is no page at this address").first).to_be_visible()
    file.write_text(text, "utf-8")
    expect(page.get_by_text("Witness number 59")).to_be_attached()
    page.wait_for_load_state("load")
    page.wait_for_function("before => Math.abs(scrollY - before) < 3", arg=before)


def test_going_back_is_left_to_the_browser(page: Page, site: Path) -> None:
    long = "\n\n".join(f"Witness number {number} spoke of the tides." for number in range(80))
    article(site / "content" / "ferry.md", "The ferry is late", long)
    expect(page.get_by_text("Witness number 79")).to_be_attached()
    page.wait_for_load_state("load")
    for edited in (False, True):
        if edited:
            article(site / "content" / "ferry.md", "The ferry is late again", long)
            expect(page.locator("h1").first).to_have_text("The ferry is late again")
            page.wait_for_load_state("load")
            page.wait_for_timeout(200)
        page.evaluate("scrollTo({top: 500, behavior: 'instant'})")
        page.wait_for_timeout(300)
        page.evaluate("location.hash = 'p60'")
        # The theme scrolls smoothly to an anchor: going back before it has come there would be another matter.
        before, there = -1.0, 0.0
        while before != there or there < 1500:
            before, there = there, page.evaluate("scrollY")
            page.wait_for_timeout(300)
        page.go_back()
        page.wait_for_function("() => Math.abs(scrollY - 500) < 3")


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
    # It can be put away by keyboard, comes to it first, and leaves a sign.
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(overlay.get_by_role("alert")).to_have_count(0)
    overlay.get_by_role("button", name="1 problem").click()
    expect(overlay.get_by_role("alert")).to_be_visible()
    overlay.get_by_role("button", name="Hide").click()
    expect(overlay.get_by_role("button", name="1 problem")).to_be_visible()
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


def test_a_new_slug_takes_its_readers_along(page: Page, site: Path) -> None:
    file = site / "content" / "ferry.md"
    file.write_text(file.read_text("utf-8").replace("---\n", "---\nslug: boat\n", 1), "utf-8")
    page.wait_for_url("**/articles/boat/")


def test_remarks_on_the_file_of_a_page_are_at_hand(page: Page, site: Path) -> None:
    file = site / "content" / "ferry.md"
    good = file.read_text("utf-8")
    file.write_text(good.replace("---\n", "---\nsumary: Late again.\n", 1), "utf-8")
    overlay = page.locator("sitegen-problems")
    overlay.get_by_role("button", name="1 remark").click()
    expect(overlay.get_by_role("status")).to_contain_text("did you mean “summary”?")
    expect(overlay.get_by_text("content/ferry.md:2")).to_be_visible()
    page.goto(page.url.replace("ferry", "mole"))
    expect(page.locator("h1").first).to_have_text("The mole is mended")
    expect(overlay).to_have_count(0)
    file.write_text(good, "utf-8")


def test_a_preview_that_ended_is_no_secret(browser: Browser, tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    context = browser.new_context()
    page = context.new_page()
    with previewed(site) as preview:
        preview.shows("/", "The Packet")
        page.goto(f"{preview.address}/")
        # The channel is there when the server knows the page.
        page.wait_for_timeout(500)
        port = preview.port
        preview.stop()
    badge = page.locator("sitegen-problems").get_by_role("button", name="The preview has stopped")
    expect(badge).to_be_visible()
    with previewed(site, port=port) as preview:
        assert preview.port == port
        expect(badge).to_have_count(0, timeout=15_000)
    context.close()


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
    sheets = page.locator('link[rel="stylesheet"]').count()
    style = site / "static" / "style.css"
    style.parent.mkdir(exist_ok=True)
    shipped = (ROOT / "static" / "style.css").read_text("utf-8")
    for colour in ("rgb(1, 2, 3)", "rgb(200, 100, 0)"):
        style.write_text(f"{shipped}\nh1 {{ color: {colour} !important; }}\n", "utf-8")
        expect(page.locator("h1").first).to_have_css("color", colour)
    style.unlink()
    expect(page.locator("h1").first).not_to_have_css("color", "rgb(200, 100, 0)")
    assert page.evaluate("window.untouched") is True
    assert page.locator('link[rel="stylesheet"]').count() == sheets


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
    fall_asleep(page)
    article(site / "content" / "ferry.md", "The ferry woke up")
    preview.shows("/articles/ferry/", "The ferry woke up")
    expect(page.locator("h1").first).to_have_text("The ferry is late")
    wake_up(page)
    expect(page.locator("h1").first).to_have_text("The ferry woke up")


def test_a_page_that_slept_through_a_colour_and_a_rename(page: Page, preview: Preview, site: Path) -> None:
    fall_asleep(page)
    style = site / "static" / "style.css"
    style.parent.mkdir()
    shipped = (ROOT / "static" / "style.css").read_text("utf-8")
    style.write_text(f"{shipped}\nh1 {{ color: rgb(9, 8, 7) !important; }}\n", "utf-8")
    preview.shows("/static/style.css", "rgb(9, 8, 7)")
    wake_up(page)
    expect(page.locator("h1").first).to_have_css("color", "rgb(9, 8, 7)")
    fall_asleep(page)
    (site / "content" / "ferry.md").rename(site / "content" / "boat.md")
    preview.shows("/articles/boat/", "The ferry is late")
    wake_up(page)
    page.wait_for_url("**/articles/boat/")


def test_ten_tabs_are_kept_up_to_date(browser: Browser, preview: Preview, site: Path) -> None:
    small_site(site)
    article(site / "content" / "ferry.md", "The ferry is late")
    preview.shows("/articles/ferry/", "The ferry is late")
    # All in sight, in one browser: more than it opens connections to one server.
    context = browser.new_context()
    tabs = [context.new_page() for _ in range(10)]
    for tab in tabs:
        tab.goto(f"{preview.address}/articles/ferry/")
    article(site / "content" / "ferry.md", "The ferry is in ten tabs")
    for tab in tabs:
        expect(tab.locator("h1").first).to_have_text("The ferry is in ten tabs")
    # Four of them listen, also after all have loaded at once.
    count = "navigator.locks.query().then(found => found.held.length)"
    preview.wait(lambda: tabs[0].evaluate(count) == 4)
    (site / "content" / "ferry.md").rename(site / "content" / "boat.md")
    for tab in tabs:
        tab.wait_for_url("**/articles/boat/")
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
