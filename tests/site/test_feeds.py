"""The demo site's feeds, its map, and the ways that its pages show, as readers and programs meet them."""

from pathlib import Path
from urllib.parse import urljoin
from xml.etree import ElementTree

import pytest
import turbohtml
from playwright.sync_api import Browser

BASE = "https://user.github.io/repo/"
ATOM = "{http://www.w3.org/2005/Atom}"
MAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def file_of(demo: Path, address: str) -> Path:
    assert address.startswith(BASE), address
    path = address.removeprefix(BASE).partition("#")[0]
    return demo / (path + "index.html" if path == "" or path.endswith("/") else path)


def pages(demo: Path) -> dict[str, turbohtml.Document]:
    return {p.relative_to(demo).as_posix(): turbohtml.parse(p.read_text("utf-8")) for p in sorted(demo.rglob("*.html"))}


def test_every_feed_belongs_to_a_page_that_names_it(demo: Path) -> None:
    named = {
        urljoin(BASE + path, str(link.attrs["href"]))
        for path, page in pages(demo).items()
        for link in page.select('link[type="application/atom+xml"]')
        if path != "404.html"
    }
    found = {BASE + path.relative_to(demo).as_posix() for path in demo.rglob("feed.xml")}
    assert found == named
    assert {f"{BASE}{name}feed.xml" for name in ("", "people/judith-ellery/", "corrections/")} <= found


def test_entries_lead_to_pages_and_are_in_order(demo: Path) -> None:
    for path in demo.rglob("feed.xml"):
        root = ElementTree.parse(path).getroot()
        assert [link.get("href") for link in root.findall(f"{ATOM}link")] == [
            BASE + path.relative_to(demo).as_posix(),
            BASE + path.relative_to(demo).as_posix().removesuffix("feed.xml"),
        ]
        entries = root.findall(f"{ATOM}entry")
        assert 0 < len(entries) <= 50
        for link in root.iter(f"{ATOM}link"):
            assert file_of(demo, link.get("href", "")).is_file(), link.get("href")
        ids = [entry.findtext(f"{ATOM}id") for entry in entries]
        assert len(set(ids)) == len(ids)
        assert (root.findtext(f"{ATOM}updated") or "")[:10] == (entries[0].findtext(f"{ATOM}updated") or "")[:10]


def test_the_map_lists_what_search_engines_may_list(demo: Path) -> None:
    listed = [place.text for place in ElementTree.parse(demo / "sitemap.xml").getroot().iter(f"{MAP}loc")]
    assert len(set(listed)) == len(listed)
    wanted = {
        str(page.select_one("link[rel=canonical]").attrs["href"])  # type: ignore[union-attr]
        for path, page in pages(demo).items()
        if path != "404.html" and not page.select("meta[name=robots], meta[http-equiv=refresh]")
    }
    assert set(listed) == wanted
    assert (demo / "robots.txt").read_text("utf-8").endswith(f"Sitemap: {BASE}sitemap.xml\n")


@pytest.mark.parametrize("path", ["people/judith-ellery/index.html", "tags/ferry/index.html"])
def test_the_way_to_a_page_is_a_landmark_for_screens_alone(demo: Path, browser: Browser, path: str) -> None:
    page = browser.new_page(viewport={"width": 360, "height": 700})
    page.goto((demo / path).as_uri())
    way = page.get_by_role("navigation", name="Breadcrumb")
    assert way.is_visible()
    assert way.get_by_role("listitem").count() == way.get_by_role("link").count() == 1
    page.emulate_media(media="print")
    assert not way.is_visible()
    page.close()
