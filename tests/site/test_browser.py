"""Pages in a real browser: from a sub-path, from disk, narrow and wide, with and without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from tests.looks import faint, sideways
from tests.site.conftest import ROOT
from tests.site.ways import box_of, on_disk

pytestmark = pytest.mark.model

PAGES = [
    "",
    "articles/",
    "articles/senator-in-moscow/",
    "people/",
    "people/rand-paul/",
    "people/e-m-thackwray/",
    "organisations/",
    "organisations/ravelsea-harbour-trust/",
    "places/ravelsea/",
    "quotes/",
    "tags/",
    "about/",
    "pages/about-the-town/",
]


@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("width", [320, 360, 1280])
def test_nothing_runs_over_the_edge(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    assert sideways(page) == 0
    assert page.locator("h1").count() == 1


def test_from_a_mention_to_the_person_and_back_to_the_words(page: Page, address: str) -> None:
    page.goto(address + "articles/senator-in-moscow/")
    page.get_by_role("article").get_by_role("link", name="Slutsky", exact=True).first.click()
    assert page.url == address + "people/leonid-slutsky/"
    assert page.get_by_role("heading", level=1).inner_text() == "Leonid Slutsky"
    page.get_by_role("link", name="paragraph 10").first.click()
    quote = page.url.rsplit("#", 1)[1]
    assert page.url.startswith(address + "articles/senator-in-moscow/#q-")
    assert "We are interested in non-proliferation" in page.locator(f"#{quote}").inner_text()


def test_a_former_address_leads_on(browser: Browser, address: str) -> None:
    # Not with the fixture ``page``: what is left behind half loaded is no failure.
    context = browser.new_context()
    page = context.new_page()
    page.goto(address + "people/edith-thackwray/")
    page.wait_for_url(address + "people/e-m-thackwray/")
    page.get_by_role("link", name="Thomas Ellery School").click()
    page.wait_for_url(address + "organisations/thomas-ellery-school/")
    context.close()


def test_a_picture_is_shown_with_its_words(page: Page, address: str) -> None:
    page.goto(address + "places/ravelsea/")
    picture = page.get_by_role("img", name="A sketch map.")
    assert picture.evaluate("image => [image.complete, image.naturalWidth]") == [True, 480]
    # Beside the facts where there is room, above them where there is none.
    facts = page.locator(".facts").first
    assert box_of(picture)["x"] > box_of(facts)["x"] + 100
    page.set_viewport_size({"width": 360, "height": 900})
    above = box_of(picture)
    assert above["y"] + above["height"] <= box_of(facts)["y"]


def test_every_paragraph_holds_its_own_characters_alone(page: Page, address: str) -> None:
    seed = (ROOT / "seeds" / "000_923e63cd493ac46d.txt").read_text("utf-8")
    page.goto(address + "articles/senator-in-moscow/")
    for number, paragraph in enumerate(seed.strip().split("\n"), 1):
        assert page.locator(f"#p{number}").evaluate("element => element.textContent") == paragraph


def test_a_label_stands_before_its_paragraph(page: Page, address: str) -> None:
    page.goto(address + "articles/senator-in-moscow/")
    before = page.locator("#p2").evaluate("element => element.previousElementSibling.outerHTML")
    assert before.startswith("<aside")
    assert "Rand Paul" in before


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_stands_out_from_its_paper(browser: Browser, address: str, scheme: str) -> None:
    context = browser.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(address + "articles/senator-in-moscow/")
    paper = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    too_faint = faint(page)
    context.close()
    assert (sum(map(int, paper[4:-1].split(","))) > 384) == (scheme == "light")
    assert too_faint == []


def test_without_scripts(unscripted: Page, address: str) -> None:
    unscripted.goto(address)
    unscripted.get_by_role("link", name="People", exact=True).click()
    unscripted.get_by_role("link", name="Rand Paul").click()
    assert unscripted.url == address + "people/rand-paul/"


def test_from_disk(page: Page, demo: Path) -> None:
    page.goto(on_disk(demo))
    page.get_by_role("link", name="People", exact=True).click()
    assert page.url == on_disk(demo, "people")
    page.get_by_role("link", name="Rand Paul").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Rand Paul"
