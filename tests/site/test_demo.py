"""The built demo site, read back from disk."""

import json
import re
from html import escape
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.checking import check_site
from sitegen.cli import main
from tests.site.conftest import ROOT, TODAY
from tests.site.pages import Page, read, target

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def pages(demo: Path) -> dict[str, Page]:
    return read(demo)


@pytest.fixture(scope="module")
def records() -> list[dict]:
    result = CliRunner().invoke(main, ["analyze", "--site", str(ROOT)], catch_exceptions=False)
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_kinds_of_pages(demo: Path) -> None:
    for name in ("index.html", "404.html", "robots.txt", ".nojekyll"):
        assert (demo / name).is_file()
    for folder in (
        "articles",
        "people",
        "organisations",
        "organisations/ravelsea-harbour-trust",
        "places",
        "places/ravelsea",
        "quotes",
        "tags",
        "about",
        "pages/about-the-town",
        "articles/senator-in-moscow",
    ):
        assert (demo / folder / "index.html").is_file()


def test_every_link_and_anchor_is_alive(demo: Path, pages: dict[str, Page]) -> None:
    dead = []
    for name, page in pages.items():
        if name == "404.html":
            continue
        for link in page.links:
            found = target(name, link)
            if found is None:
                continue
            path, fragment = found
            if not (demo / path).is_file() or (fragment and fragment not in pages[path].ids):
                dead.append((name, link))
    assert not dead


def test_links_are_relative(pages: dict[str, Page]) -> None:
    wrong = [
        (name, link)
        for name, page in pages.items()
        if name != "404.html"
        for link in page.links
        if link.startswith(("/", "http://localhost", "file:")) or not link
    ]
    assert not wrong


def test_pages_are_well_formed(pages: dict[str, Page]) -> None:
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name
        assert not page.nested_links, name


def test_titles_are_unique(pages: dict[str, Page]) -> None:
    titles = [page.title for page in pages.values()]
    assert all(titles)
    assert len(titles) == len(set(titles))


FORMER = {"people/edith-thackwray/index.html", "organisations/fishermen-s-co-operative/index.html"}


def test_every_page_is_reachable(pages: dict[str, Page]) -> None:
    seen, waiting = {"index.html"}, ["index.html"]
    while waiting:
        name = waiting.pop()
        for link in pages[name].links:
            found = target(name, link)
            if found and found[0] in pages and found[0] not in seen:
                seen.add(found[0])
                waiting.append(found[0])
    assert set(pages) - seen == {"404.html", *FORMER}


def test_former_addresses_lead_on(demo: Path) -> None:
    for name in FORMER:
        html = (demo / name).read_text("utf-8")
        found = re.search(r'<meta http-equiv="refresh" content="0; url=([^"]+)">', html)
        assert found is not None
        page, _ = target(name, found[1]) or ("", "")
        assert (demo / page).is_file()
        assert f'<a href="{found[1]}">' in html
        assert f'<link rel="canonical" href="https://user.github.io/repo/{page.removesuffix("index.html")}">' in html


def test_search_engines_are_kept_from_a_child(demo: Path) -> None:
    noindex = '<meta name="robots" content="noindex">'
    hidden = {path.relative_to(demo).as_posix() for path in demo.rglob("*.html") if noindex in path.read_text("utf-8")}
    said = {name for name in hidden if name.startswith("quotes/")}
    assert hidden - said == {"people/poppy-trewhitt/index.html", *FORMER}
    assert said
    for name in said:
        assert '<a href="../../people/poppy-trewhitt/">' in (demo / name).read_text("utf-8")


def test_what_a_record_says_stands_on_the_page(demo: Path) -> None:
    straal = (demo / "people/liesbet-van-der-straal/index.html").read_text("utf-8")
    assert '<a href="../../organisations/ravelsea-harbour-trust/">' in straal
    assert "since April 2016" in straal
    thackwray = (demo / "people/e-m-thackwray/index.html").read_text("utf-8")
    assert "<dt>Born</dt>\n<dd>1946</dd>" in thackwray
    assert "1971–2001" in thackwray
    moscow = (demo / "places/moscow/index.html").read_text("utf-8")
    assert '<a href="https://www.wikidata.org/wiki/Q649" rel="external">Wikidata Q649</a>' in moscow
    ravelsea = (demo / "places/ravelsea/index.html").read_text("utf-8")
    assert re.search(r'<img src="../../places/ravelsea/ravelsea.svg" alt="[^"]+" width="272" height="204">', ravelsea)
    drawn = (demo / "places/ravelsea/ravelsea.svg").read_bytes()
    assert drawn == (ROOT / "content/places/ravelsea.svg").read_bytes()


def test_a_spokeswomans_words_stand_on_the_page_of_the_trust(demo: Path) -> None:
    trust = (demo / "organisations/ravelsea-harbour-trust/index.html").read_text("utf-8")
    assert "said by <bdi>a spokeswoman for the Trust</bdi>" in trust
    article = (demo / "articles/2024/breakwater-plan-divides-the-quay/index.html").read_text("utf-8")
    voice = (
        '<a class="voice" href="../../../organisations/ravelsea-harbour-trust/"><bdi>A spokeswoman for the Trust</bdi>'
    )
    assert voice in article


def test_what_has_no_page_is_no_link(demo: Path) -> None:
    """The demo site gives pages to organisations with a record alone; the model finds more of them."""
    assert {path.name for path in (demo / "organisations").iterdir() if path.is_dir()} - {
        "fishermen-s-co-operative"
    } == {path.stem for path in (ROOT / "content/organisations").glob("*.md")}
    seed = (demo / "articles/senator-in-moscow/index.html").read_text("utf-8")
    assert "organisations/" not in seed.split("</header>", 1)[1]


def test_every_quotation_stands_verbatim_in_its_article(pages: dict[str, Page], records: list[dict]) -> None:
    count = 0
    for record in records:
        page = pages[f"articles/{record['id']}/index.html"]
        for quote in record["quotes"]:
            words = "".join(record["text"][start:end] for start, end in quote["spans"])
            assert page.quotes[quote["id"]] == words
            assert f"quotes/{quote['id']}/index.html" in pages
            count += 1
    assert count > 80


def test_what_a_speaker_quotes_stands_verbatim_on_the_page_of_the_quotation(demo: Path, records: list[dict]) -> None:
    quoted = [(record["text"], quote) for record in records for quote in record["quotes"] if quote["nested"]]
    assert quoted
    for text, quote in quoted:
        html = (demo / "quotes" / quote["id"] / "index.html").read_text("utf-8")
        for nested in quote["nested"]:
            assert nested["text"] == text[nested["start"] : nested["end"]]
            assert f'“<span data-verbatim="{quote["id"]}">{escape(nested["text"])}</span>”' in html


def test_every_person_has_a_page_with_their_quotations(pages: dict[str, Page], records: list[dict]) -> None:
    for record in records:
        for entity in record["entities"]:
            if entity["kind"] == "person":
                assert f"people/{entity['id']}/index.html" in pages
        for quote in record["quotes"]:
            speaker = quote["speaker"]
            if speaker and speaker["kind"] == "person" and speaker["entity"] and "~" not in speaker["entity"]:
                place = f"../../articles/{record['id']}/#{quote['id']}"
                assert place in pages[f"people/{speaker['entity']}/index.html"].links


def test_a_mention_links_to_its_person(pages: dict[str, Page], records: list[dict]) -> None:
    (record,) = [record for record in records if record["id"] == "senator-in-moscow"]
    links = pages["articles/senator-in-moscow/index.html"].links
    named = [m for m in record["mentions"] if m["entity"] == "vladimir-putin"]
    assert links.count("../../people/vladimir-putin/") >= len(named) > 3


def test_a_second_build_writes_nothing(demo: Path) -> None:
    before = {p: p.stat().st_mtime_ns for p in demo.rglob("*") if p.is_file()}
    result = CliRunner().invoke(main, ["build", str(demo.parent), "--today", "2026-12-31"], catch_exceptions=False)
    assert result.exit_code == 0
    assert "0 files written, 0 removed" in result.stderr
    assert before == {p: p.stat().st_mtime_ns for p in demo.rglob("*") if p.is_file()}


def test_the_demo_passes_its_own_check(demo: Path) -> None:
    report = check_site(demo.parent, today=TODAY)
    assert report.diagnostics == ()
    assert all(finding.checked for finding in report.findings)
