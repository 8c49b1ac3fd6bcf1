"""The indexes in a real browser, and what the check finds in them."""

import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sitegen.checking import check_site
from tests.looks import sideways
from tests.site.conftest import TODAY
from tests.site.ways import follow

pytestmark = pytest.mark.model

INDEXES = [
    "people/",
    "organisations/",
    "tags/",
    "tags/harbour/",
    "authors/",
    "authors/joss-ferriman/",
    "articles/",
    "quotes/",
    "quotes/by/",
    "quotes/by/unknown/",
    "quotes/year/2026/direct/",
    "compare/",
    "compare/harbour/",
]


@pytest.mark.parametrize("path", INDEXES)
@pytest.mark.parametrize("width", [320, 1280])
def test_nothing_runs_over_the_edge(page: Page, address: str, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + path)
    assert sideways(page) == 0
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("path", INDEXES)
def test_what_is_clicked_has_room(page: Page, address: str, path: str) -> None:
    page.set_viewport_size({"width": 360, "height": 900})
    page.goto(address + path)
    small = page.locator(".jumps a, .filters a, .choose select, .choose button").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).filter(r => r.width < 24 || r.height < 24).length"
    )
    assert small == 0


def test_a_letter_leads_to_its_names(page: Page, address: str) -> None:
    page.goto(address + "people/")
    letters = page.get_by_role("navigation", name="Letters")
    assert letters.get_by_role("link").first.inner_text() == "A"
    page.set_viewport_size({"width": 360, "height": 500})
    follow(letters.get_by_role("link", name="T", exact=True))
    assert page.url == address + "people/#letter-t"
    expect(page.get_by_role("heading", name="T", exact=True)).to_be_in_viewport()


def test_figures_are_heard_in_words(page: Page, address: str) -> None:
    page.goto(address + "people/")
    line = page.get_by_role("listitem").filter(has_text="Poppy Trewhitt")
    assert " ".join((line.text_content() or "").split()) == "Poppy Trewhitt 3 quotations / 2 articles"


def test_a_year_leads_to_its_articles(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 500})
    page.goto(address + "articles/")
    follow(page.get_by_role("navigation", name="Years").get_by_role("link", name="2018"))
    expect(page.get_by_role("heading", name="2018", exact=True)).to_be_in_viewport()


def test_filters_narrow_each_other_with_a_click_each_and_without_scripts(unscripted: Page, address: str) -> None:
    unscripted.goto(address + "quotes/")
    filters = unscripted.get_by_role("navigation", name="Filter")
    follow(filters.get_by_role("link", name="2026"))
    assert unscripted.url == address + "quotes/year/2026/"
    told = filters.get_by_role("link", name="reported").inner_text().split()
    follow(filters.get_by_role("link", name="reported"))
    assert unscripted.url == address + "quotes/year/2026/indirect/"
    assert unscripted.get_by_role("heading", level=1).inner_text() == "Reported speech, 2026"
    assert unscripted.locator(".utterances > li").count() == int(told[-1])
    days = unscripted.locator(".utterances time").evaluate_all("all => all.map(e => e.dateTime)")
    assert {day[:4] for day in days} == {"2026"}
    expect(filters.locator("[aria-current=page]")).to_have_count(2)
    follow(filters.get_by_role("link", name="2025"))
    assert unscripted.url == address + "quotes/year/2025/indirect/"


def test_a_speaker_leads_to_what_they_said(page: Page, address: str) -> None:
    page.goto(address + "quotes/")
    follow(page.get_by_role("link", name="by name"))
    follow(page.get_by_role("link", name="Poppy Trewhitt"))
    assert page.url == address + "people/poppy-trewhitt/#quotations"
    page.goto(address + "quotes/by/")
    follow(page.get_by_role("link", name="Quotations of unknown speakers"))
    assert set(page.locator(".utterances .who").all_inner_texts()) == {"Unknown speaker"}


def test_a_byline_leads_to_all_by_its_author(page: Page, address: str) -> None:
    page.goto(address + "articles/2026/first-ferry-from-the-long-arm/")
    follow(page.get_by_role("link", name="Joss Ferriman"))
    assert page.url == address + "authors/joss-ferriman/"
    assert "First ferry sails from the Long Arm" in page.get_by_role("main").inner_text()


def test_home_shows_within_a_screen_what_the_site_is_about(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address)
    for title in ("Latest articles", "On the record", "Most quoted"):
        expect(page.get_by_role("heading", name=title, exact=True)).to_be_in_viewport()
    page.set_viewport_size({"width": 360, "height": 640})
    explore = page.get_by_role("navigation", name="Explore")
    expect(explore.get_by_role("link", name="people")).to_be_in_viewport()
    expect(page.locator(".lead .words")).to_be_in_viewport(ratio=0.9)


@pytest.mark.parametrize(
    ("path", "words", "other"),
    [
        ("compare/harbour/", "Judy Ellery sat next to me", "Judy Ellery sat close to me"),
        ("compare/", "Judy Ellery sat next to me", "Judy Ellery sat close to me"),
        ("quotes/year/2024/direct/", "Judy Ellery sat next to me", "Judy Ellery sat close to me"),
        ("quotes/kind/direct/", "Judy Ellery sat next to me", "Judy Ellery sat close to me"),
        ("quotes/by/unknown/", "Sell it to the gulls", "Sell it to the gull"),
        ("articles/", "First ferry sails from", "First ferry sailed from"),
        ("tags/harbour/", "First ferry sails from", "First ferry sailed from"),
        ("authors/joss-ferriman/", "First ferry sails from", "First ferry sailed from"),
    ],
)
def test_the_check_finds_a_changed_word(demo: Path, tmp_path: Path, path: str, words: str, other: str) -> None:
    site = tmp_path / "site"
    shutil.copytree(demo.parent, site)
    changed = site / demo.name / path / "index.html"
    text = changed.read_text("utf-8")
    assert words in text
    changed.write_text(text.replace(words, other), "utf-8")
    report = check_site(site, today=TODAY)
    assert {d.path for d in report.diagnostics if d.severity == "error"} == {f"{path}index.html"}
