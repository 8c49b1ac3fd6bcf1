"""The network in a real browser, with two hundred people: what is picked out by mouse, keyboard and touch."""

import gzip
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.looks import sideways
from tests.site.crowd import crowd, write
from tests.site.ways import box_of, on_disk

# The middles of labels, from the top; whether one runs over its row, or into the bands.
LABELS = """side => [...document.querySelectorAll(side + ' .end')].map(end => {
    const box = end.getBoundingClientRect(), name = end.querySelector('.who').getBoundingClientRect();
    const figure = end.querySelector('.soft').getBoundingClientRect();
    return {top: box.top, bottom: box.bottom, left: box.left, right: box.right, height: box.height,
            nameTop: name.top, nameBottom: name.bottom,
            apart: name.right <= figure.left || figure.right <= name.left};
})"""


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(crowd(), tmp_path_factory.mktemp("crowd"), "network/")


@pytest.fixture(params=["with scripts", "without scripts"])
def scripts(request: pytest.FixtureRequest) -> bool:
    return request.param == "with scripts"


def red(page: Page) -> list[str]:
    """Return in words the bands that are picked out."""
    return page.evaluate(
        """() => {
            const probe = document.createElement('span');
            probe.style.color = 'var(--said)';
            document.body.append(probe);
            const said = getComputedStyle(probe).color;
            probe.remove();
            return [...document.querySelectorAll('.bands path')].filter(path => getComputedStyle(path).fill === said)
                .map(path => path.querySelector('title').textContent);
        }"""
    )


def end(page: Page, side: str, name: str) -> Locator:
    return page.get_by_role("group", name=side, exact=True).get_by_role("listitem").filter(has_text=name)


def about(page: Page, speaker: str) -> set[str]:
    """Return what the table says of a speaker, as the bands say it."""
    rows = page.locator(".edges tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.querySelectorAll('bdi')].map(name => name.textContent)"
        ".concat(row.querySelector('td:last-child a').firstChild.textContent))"
    )
    assert rows
    return {f"{one} about {other}: {number} quotations" for one, other, number in rows if one == speaker}


@pytest.mark.parametrize("width", [320, 360, 768, 1280])
@pytest.mark.parametrize("path", ["network/", "network/people/maren-tolgarth/", "network/all/"])
def test_nothing_overlaps_or_runs_over_the_edge(page: Page, folder: Path, path: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(on_disk(folder, path))
    assert sideways(page) == 0
    if path == "network/all/":
        return
    bands = box_of(page.locator(".bands"))
    assert bands["width"] >= 60
    left, right = page.evaluate(LABELS, ".ends:first-child"), page.evaluate(LABELS, ".ends:last-child")
    assert len(left) + len(right) >= 20
    for side in (left, right):
        for one, other in pairwise(side):
            assert one["bottom"] <= other["top"] + 0.1
        for label in side:
            assert label["height"] >= 32
            assert label["apart"]
            assert label["nameTop"] >= label["top"] - 0.1
            assert label["nameBottom"] <= label["bottom"] + 0.1
            assert label["top"] >= bands["y"] - 0.1
            assert label["bottom"] <= bands["y"] + bands["height"] + 0.1
    assert all(label["right"] <= bands["x"] for label in left)
    assert all(label["left"] >= bands["x"] + bands["width"] for label in right)


def test_bands_meet_their_names(page: Page, folder: Path) -> None:
    page.goto(on_disk(folder, "network/"))
    # The bands of one name, together, stand where its row does.
    off = page.evaluate(
        """() => [...document.querySelectorAll('.ends:first-child .end')].map(end => {
            const key = end.classList[1], row = end.getBoundingClientRect();
            const top = document.querySelector('.bands').getBoundingClientRect().top;
            const starts = [...document.querySelectorAll('.bands .of-' + key)]
                .map(path => top + parseFloat(path.getAttribute('d').slice(3)));
            return starts.every(start => start >= row.top && start <= row.bottom);
        })"""
    )
    assert off
    assert all(off)


def test_the_table_says_what_the_picture_shows(page: Page, folder: Path) -> None:
    page.goto(on_disk(folder, "network/"))
    bands = page.locator(".bands title").all_text_contents()
    rows = page.locator(".edges tbody tr")
    assert rows.count() == len(bands) == 30
    speakers = {band.split(" about ")[0] for band in bands}
    assert {band for speaker in speakers for band in about(page, speaker)} == set(bands)
    assert page.get_by_role("link", name="2,177 ties as a list").count() == 1


def test_pointing_at_a_name_picks_out_its_bands(browser: Browser, folder: Path, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(on_disk(folder, "network/"))
    assert red(page) == []
    end(page, "talk", "Bettany Tolgarth").hover()
    assert set(red(page)) == about(page, "Bettany Tolgarth")
    end(page, "are talked about", "Bettany Tolgarth").hover()
    picked = red(page)
    assert picked
    assert all(" about Bettany Tolgarth: " in band for band in picked)
    page.get_by_role("heading", level=1).hover()
    assert red(page) == []
    context.close()


def test_the_keyboard_picks_out_in_the_order_of_the_page(browser: Browser, folder: Path, scripts: bool) -> None:
    context = browser.new_context(java_script_enabled=scripts)
    page = context.new_page()
    page.goto(on_disk(folder, "network/"))
    names = page.locator(".end bdi").all_text_contents()
    page.locator(".end a").first.focus()
    seen = []
    for name in names[:12]:
        seen.append(page.evaluate("document.activeElement.textContent"))
        assert all(name in band for band in red(page))
        assert red(page)
        page.keyboard.press("Tab")
    assert seen == names[:12]
    context.close()


def test_the_keyboard_hears_whom_bands_lead_to_and_escape_puts_them_back(page: Page, folder: Path) -> None:
    page.goto(on_disk(folder, "network/"))
    link = end(page, "talk", "Tobin Tolgarth").get_by_role("link")
    link.focus()
    status = page.get_by_role("status")
    expect(status).to_have_text("Tobin Tolgarth about Osric Tolgarth")
    page.keyboard.press("Escape")
    expect(status).to_be_empty()
    link.press("Enter")
    page.wait_for_url("**/network/people/tobin-tolgarth/index.html")


def test_a_tap_picks_out_and_a_second_one_follows(browser: Browser, folder: Path) -> None:
    context = browser.new_context(has_touch=True, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(on_disk(folder, "network/"))
    label = end(page, "talk", "Osric Tolgarth").get_by_role("link")
    label.tap()
    assert page.url == on_disk(folder, "network/")
    assert set(red(page)) == about(page, "Osric Tolgarth")
    assert page.get_by_role("status").inner_text().startswith("Osric Tolgarth about ")
    other = end(page, "are talked about", "Maren Tolgarth").get_by_role("link")
    other.tap()
    assert page.url == on_disk(folder, "network/")
    assert red(page)
    assert all(" about Maren Tolgarth: " in band for band in red(page))
    other.tap()
    page.wait_for_url("**/network/people/maren-tolgarth/index.html")
    context.close()


def test_a_row_of_the_table_picks_out_its_band(page: Page, folder: Path) -> None:
    page.goto(on_disk(folder, "network/"))
    row = page.locator(".edges tbody tr").nth(4)
    words = row.locator("bdi").all_text_contents()
    row.hover()
    assert red(page) == [
        f"{words[0]} about {words[1]}: {row.locator('td:last-child a').inner_text().split()[0]} quotations"
    ]


def test_one_by_one_leads_to_the_bands_of_one_alone(page: Page, folder: Path) -> None:
    page.goto(on_disk(folder, "network/"))
    page.locator(".others").get_by_role("link", name="Nessa Tolgarth").click()
    page.wait_for_url("**/network/people/nessa-tolgarth/index.html")
    bands = page.locator(".bands title").all_text_contents()
    assert len(bands) == 30
    assert all("Nessa Tolgarth" in band for band in bands)
    assert page.get_by_role("link", name="Page of Nessa Tolgarth").get_attribute("href") is not None


def test_from_right_to_left_the_bands_turn_round(page: Page, folder: Path) -> None:
    page.goto(on_disk(folder, "network/"))
    page.evaluate("document.documentElement.dir = 'rtl'")
    assert sideways(page) == 0
    speakers, others = page.locator(".ends").all()
    assert box_of(speakers)["x"] > box_of(others)["x"]
    assert page.locator(".bands").evaluate("svg => getComputedStyle(svg).transform") == "matrix(-1, 0, 0, 1, 0, 0)"


def test_pages_stay_light(folder: Path) -> None:
    weights = {path: len(gzip.compress(path.read_bytes())) for path in folder.rglob("*.html")}
    assert len(weights) > 150
    assert max(weights.values()) < 12_000
