"""The map of the site: every page that search engines may list, and no other file."""

import datetime
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from sitegen.compose import catalogue, compose, recipes
from sitegen.compose import sitemap as module
from sitegen.model.fates import Fates, Gone
from sitegen.model.site import Site
from sitegen.model.view import Page
from sitegen.model.view_feeds import SitemapView
from sitegen.render import Theme
from sitegen.shell.theme import read_theme
from tests.compose.decided import corrected
from tests.compose.sites import harbour, nested, site
from tests.compose.test_feeds import with_wetherby

BASE = "https://example.org/repo/"
NAMESPACE = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def pages(made: Site) -> dict[str, Page]:
    return {recipe.path: recipe.page() for recipe in compose(made)}


def lines(page: Page) -> dict[str, str]:
    assert isinstance(page.view, SitemapView)
    return {line.address: line.modified for line in page.view.lines}


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    return Theme(read_theme(tmp_path_factory.mktemp("site")).templates)


def test_it_lists_the_pages_by_their_canonical_addresses() -> None:
    made = pages(site(corrected(), nested()))
    frames = {path: page.view.frame for path, page in made.items() if path.endswith("index.html")}  # type: ignore[union-attr]
    listed = lines(made["sitemap.xml"])
    assert set(listed) == {frame.canonical for frame in frames.values() if not frame.noindex}
    assert f"{BASE}404.html" not in listed
    assert len(listed) == len(frames)


def test_the_last_change_is_what_the_content_tells() -> None:
    listed = lines(pages(site(corrected(), nested()))["sitemap.xml"])
    june, may, september = (f"{day}T00:00:00+00:00" for day in ("2026-06-01", "2026-05-01", "2024-09-09"))
    assert listed[BASE] == listed[f"{BASE}articles/"] == june
    assert listed[f"{BASE}articles/2024/berth/"] == listed[f"{BASE}people/clara-wetherby/"] == june
    assert listed[f"{BASE}quotes/q-6/"] == june
    assert listed[f"{BASE}quotes/q-5/"] == may
    assert listed[f"{BASE}quotes/q-1/"] == september
    assert listed[f"{BASE}tags/ferry/"] == june
    # Nobody knows when an undated article was written, nor when the page on the site changed.
    assert listed[f"{BASE}articles/notes/"] == listed[f"{BASE}people/dana-or/"] == listed[f"{BASE}about/"] == ""


def test_pages_that_are_kept_from_search_engines_are_not_in_it() -> None:
    made = with_wetherby(site(), noindex=True, former_ids=("mrs-wetherby",))
    found = pages(made)
    assert "people/mrs-wetherby/index.html" in found
    listed = lines(found["sitemap.xml"])
    assert not [address for address in listed if "wetherby" in address or address.endswith("/q-1/")]
    assert f"{BASE}people/edgar-pendrake/" in listed


def test_addresses_of_former_times_are_not_in_it() -> None:
    gone = Gone("q-99", "2024/berth", datetime.date(2026, 1, 1), former=("q-98",))
    made = {recipe.path: recipe.page() for recipe in recipes(catalogue(site()), Fates(gone=(gone,)))}
    assert "quotes/q-99/index.html" in made
    assert not [address for address in lines(made["sitemap.xml"]) if "q-9" in address]


def test_a_large_one_is_several_files(monkeypatch: pytest.MonkeyPatch, theme: Theme) -> None:
    whole = lines(pages(site())["sitemap.xml"])
    monkeypatch.setattr(module, "_MOST", 10)
    made = pages(site())
    total = -(-len(whole) // 10)
    parts = [lines(made[f"sitemap-{number}.xml"]) for number in range(1, total + 1)]
    assert total > 2
    assert [len(part) for part in parts[:-1]] == [10] * (total - 1)
    assert {address: day for part in parts for address, day in part.items()} == whole
    assert lines(made["sitemap.xml"]) == {
        f"{BASE}sitemap-{number}.xml": max(part.values()) for number, part in enumerate(parts, 1)
    }
    root = ElementTree.fromstring(theme.render(made["sitemap.xml"]))
    assert root.tag == f"{NAMESPACE}sitemapindex"
    named = [f"{BASE}sitemap-{number}.xml" for number in range(1, total + 1)]
    assert [place.text for place in root.iter(f"{NAMESPACE}loc")] == named
    assert "sitemap.xml" in theme.render(made["robots.txt"])


def test_no_file_is_too_large(monkeypatch: pytest.MonkeyPatch, theme: Theme) -> None:
    monkeypatch.setattr(module, "_LARGEST", 1000)
    made = pages(site())
    sizes = [len(theme.render(page)) for path, page in made.items() if path.startswith("sitemap-")]
    assert len(sizes) > 3
    assert max(sizes) < 1200


def test_robots_names_it(theme: Theme) -> None:
    base = "https://example.org/a&b"
    made = pages(replace(site(), settings=replace(site().settings, base_url=base)))
    assert theme.render(made["robots.txt"]).endswith(f"Allow: /\n\nSitemap: {base}/sitemap.xml\n")
    root = ElementTree.fromstring(theme.render(made["sitemap.xml"]))
    assert root.tag == f"{NAMESPACE}urlset"
    assert next(place.text for place in root.iter(f"{NAMESPACE}loc")) == f"{base}/"


def test_an_edit_that_changes_no_address_and_no_day_leaves_it_alone() -> None:
    def key(made: Site) -> str:
        return next(recipe.key() for recipe in compose(made) if recipe.path == "sitemap.xml")

    one = harbour()
    edited = replace(one, article=replace(one.article, summary="Another summary."))
    assert key(site(one)) == key(site(edited))
    later = replace(one, article=replace(one.article, date=datetime.date(2024, 9, 10)))
    assert key(site(one)) != key(site(later))
