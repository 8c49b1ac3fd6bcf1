"""The same bytes at the root of a server, under a sub-path, and straight from disk: pages look alike and lead on."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.site.ways import served

pytestmark = pytest.mark.model

PAGES = (
    "",
    "articles/",
    "articles/senator-in-moscow/",
    "people/",
    "people/samuel-tolley/",
    "organisations/ravelsea-harbour-trust/",
    "places/ravelsea/",
    "quotes/",
    "quotes/kind/direct/",
    "tags/harbour/",
    "authors/",
    "compare/harbour/",
    "search/",
    "timeline/",
    "network/",
    "corrections/",
    "data/",
    "about/",
    "pages/about-the-town/",
    "pages/docs/theme/",
)


@pytest.fixture(scope="module", params=["/", "/repo/", "file://"])
def root(request: pytest.FixtureRequest, demo: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of the home page's folder, in each of the three places."""
    if request.param == "file://":
        # A folder with a blank and an accent in its name, as people have them.
        folder = tmp_path_factory.mktemp("disk") / "Déjà vu"
        shutil.copytree(demo, folder)
        yield f"{folder.as_uri()}/"
    elif request.param == "/repo/":
        yield request.getfixturevalue("address")
    else:
        with served(demo) as address:
            yield address


def at(root: str, path: str) -> str:
    return f"{root}{path}index.html" if root.startswith("file:") else root + path


@pytest.mark.parametrize("path", PAGES)
def test_a_page_has_its_style_and_its_scripts_and_every_link_stays_inside(page: Page, root: str, path: str) -> None:
    page.goto(at(root, path))
    assert page.evaluate("getComputedStyle(document.body).borderTopWidth") == "5px"
    expect(page.locator(".scheme")).to_be_visible()
    assert page.locator("h1").count() == 1
    links = page.eval_on_selector_all("main a[href], header a[href], footer a[href]", "all => all.map(a => a.href)")
    inside = [link for link in links if link.startswith(root)]
    assert len(inside) > 5
    outside = {link for link in links if not link.startswith(root)}
    assert not [link for link in outside if not link.startswith(("https://", "http://", "mailto:"))]
    assert not [link for link in outside if "127.0.0.1" in link]
    if root.startswith("file:"):
        # A folder's address would show its listing.
        assert not [link for link in inside if link.split("#")[0].split("?")[0].endswith("/")]


def test_from_an_article_to_a_person_to_the_words_to_their_page(page: Page, root: str) -> None:
    page.goto(at(root, "articles/senator-in-moscow/"))
    page.locator("aside.by a.voice", has_text="Leonid Slutsky").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Leonid Slutsky")
    page.locator("#quotations").get_by_role("link", name="paragraph").first.click()
    assert "#q-" in page.url
    expect(page.locator(":target")).to_be_visible()
    page.go_back()
    page.locator("#quotations a.st").first.click()
    assert "/quotes/q-" in page.url
    assert page.url.startswith(root)


def test_pictures_are_shown(page: Page, root: str, demo: Path) -> None:
    found = next(path for path in sorted(demo.glob("articles/**/index.html")) if "<figure" in path.read_text("utf-8"))
    page.goto(at(root, f"{found.parent.relative_to(demo).as_posix()}/"))
    picture = page.locator("figure img").first
    picture.scroll_into_view_if_needed()
    expect(picture).to_have_js_property("complete", True)
    assert picture.evaluate("image => image.naturalWidth") > 100
