"""The timeline in a real browser: the pictures, and the articles below them."""

import gzip
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tests.looks import sideways
from tests.site.crowd import crowd, write
from tests.site.ways import on_disk

BOXES = """selector => [...document.querySelectorAll(selector)]
    .filter(found => getComputedStyle(found).display !== 'none')
    .map(found => found.getBoundingClientRect()).map(box => [box.left, box.right])"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(crowd(), tmp_path_factory.mktemp("crowd"), "timeline/")


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("path", ["timeline/", "timeline/2021/"])
def test_labels_and_stems_do_not_touch(page: Page, folder: Path, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(on_disk(folder, path))
    assert sideways(page) == 0
    labels = page.evaluate(BOXES, ".stems:nth-child(2) .labels text")
    assert len(labels) >= 2
    assert all(one[1] < other[0] for one, other in pairwise(labels))
    middles = [(left + right) / 2 for left, right in page.evaluate(BOXES, ".timeline > .stems:first-child .stem")]
    thick = page.locator(".stem").first.evaluate("stem => parseFloat(getComputedStyle(stem).strokeWidth)")
    assert len(middles) >= 12
    assert all(other - one > thick for one, other in pairwise(middles))


@pytest.mark.parametrize("width", [320, 1280])
def test_all_rows_share_one_axis(page: Page, folder: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(on_disk(folder, "timeline/"))
    plots = page.evaluate(BOXES, ".stems > svg")
    assert len(plots) == 16
    assert len({(round(left), round(right)) for left, right in plots}) == 1


def test_a_plot_is_heard_as_words(page: Page, folder: Path) -> None:
    page.goto(on_disk(folder, "timeline/"))
    plot = page.get_by_role("img", name="Maren Tolgarth: January–March 2019 ")
    assert plot.count() == 1
    figures = [int(part.split()[-1]) for part in str(plot.get_attribute("aria-label")).split("; ")]
    row = page.locator("li", has=plot)
    assert int(row.locator(".soft").inner_text()) == sum(figures)
    assert row.get_by_role("link", name="Maren Tolgarth").get_attribute("href") == "../people/maren-tolgarth/index.html"


def test_whatever_its_length_an_article_stands_beside_its_day(page: Page, folder: Path) -> None:
    page.goto(on_disk(folder, "timeline/"))
    edges = {round(left) for left, _ in page.evaluate(BOXES, ".moments > li > div")}
    days = {round(right) for _, right in page.evaluate(BOXES, ".moments .when")}
    assert len(edges) == 1
    assert max(days) < min(edges)


def test_the_years_lead_to_all_their_articles(page: Page, folder: Path) -> None:
    page.goto(on_disk(folder, "timeline/"))
    assert page.locator(".moments li").count() == 40
    page.locator(".years").get_by_role("link", name="2021").click()
    page.wait_for_url("**/timeline/2021/index.html")
    note = page.locator(".by-year h2 .soft").first.inner_text()
    assert note.startswith(f"{page.locator('.moments li').count()} articles, ")
    assert page.locator("h3").first.inner_text().startswith("December")
    page.get_by_role("link", name="Timeline", exact=True).first.click()
    page.wait_for_url("**/timeline/index.html")


def test_from_right_to_left_nothing_runs_over_the_edge(page: Page, folder: Path) -> None:
    page.set_viewport_size({"width": 320, "height": 900})
    page.goto(on_disk(folder, "timeline/"))
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert sideways(page) == 0


def test_pages_stay_light(folder: Path) -> None:
    weights = {path: len(gzip.compress(path.read_bytes())) for path in folder.rglob("*.html")}
    assert len(weights) == 7
    assert max(weights.values()) < 12_000
