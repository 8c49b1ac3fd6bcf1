"""Quotations that are no results of their own, in a real browser: found under their article, in its own words."""

import gzip
import json
import shutil
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Page, expect

from sitegen.build import build
from tests.check.built import DAY, write
from tests.incremental.edits import matter
from tests.site.ways import served
from tests.toy import ToyParser

ROWS = ".results > li"
INSIDE = ".inside > li"
SETTINGS = 'title = "The Record"\n\n[quotes]\npages = "none"\n\n[search]\nquotations = "pages"\n'
QUAY = """Mary Lee and Tom Penn came early to the quay <north> 🐟 of the harbour.

“We won the harbour,” said Mary Lee. “Our boats are 🐟 <safe>.”

Tom Penn said that the harbour would be sold by May.

“Sell the harbour? Never,” said Mary Lee.

“Our harbour dues are “robbery” and worse,” said Mary Lee.

Tom Penn said the harbour had “no future at all” in winter.

“The pier is mended”—said Mary Lee.

“Buy the harbour,” said Nora Quill.
"""
PIER = "Tom Penn met Mary Lee at the pier of the harbour.\n\n“I walked home alone,” said Tom Penn.\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("inside")
    write(folder, "sitegen.toml", SETTINGS)
    write(folder, "content/quay.md", matter(title="The quay", date="2026-04-01") + QUAY)
    write(folder, "content/pier.md", matter(title="The pier", date="2026-04-02") + PIER)
    write(folder, "content/people/quill.md", matter(name="Nora Quill", noindex="true"))
    return build(folder, today=DAY, parser=ToyParser()).output


@pytest.fixture(scope="module")
def host(folder: Path) -> Iterator[str]:
    with served(folder) as address:
        yield address


def search(page: Page, host: str, q: str, **chosen: str) -> None:
    query = "&".join(f"{name}={quote_plus(value)}" for name, value in {"q": q, **chosen}.items())
    page.goto(f"{host}search/?{query}")
    expect(page.locator(".tally")).not_to_be_empty()
    expect(page.locator("form.search")).not_to_have_attribute("aria-busy", "true")


def words(page: Page) -> list[str]:
    return page.locator(f"{INSIDE} .words-line").all_text_contents()


def test_a_quotation_is_found_under_its_article_and_leads_to_its_place(page: Page, host: str) -> None:
    search(page, host, "boats")
    assert page.locator(ROWS).count() == 1
    assert page.locator(f"{ROWS} > .title").text_content() == "The quay"
    assert words(page) == ["We won the harbour, … Our boats are 🐟 <safe>."]
    assert page.locator(f"{INSIDE} mark").all_text_contents() == ["boats"]
    assert page.locator(f"{INSIDE} .who").text_content() == "Mary Lee"
    assert page.locator(f"{INSIDE} .meta").text_content() == "Direct quotation"
    assert page.locator(f"{INSIDE} .said-part").evaluate("e => getComputedStyle(e, '::before').content") == "open-quote"
    page.locator(f"{INSIDE} a").click()
    page.wait_for_url("**/articles/quay/#q-*")
    assert "We won the harbour" in page.evaluate("document.querySelector(':target').textContent")


def test_reported_words_keep_what_leads_into_them_and_no_marks(page: Page, host: str) -> None:
    search(page, host, "sold")
    assert words(page) == ["said that the harbour would be sold by May"]
    assert page.locator(f"{INSIDE} .lead-in").text_content() == "said that"
    assert page.locator(f"{INSIDE} .said-part").count() == 0
    assert page.locator(f"{INSIDE} .meta").text_content() == "Reported quotation"


def test_of_many_some_are_shown_and_the_rest_when_asked_for(page: Page, host: str) -> None:
    search(page, host, "harbour")
    quay = page.locator(ROWS, has_text="The quay")
    assert quay.locator(INSIDE).count() == 3
    quay.get_by_role("button", name="and 2 more").click()
    assert quay.locator(INSIDE).count() == 5
    expect(quay.locator(INSIDE).nth(3).locator("a")).to_be_focused()
    assert quay.get_by_role("button").count() == 0
    assert not [each for each in words(page) if "Buy" in each]


def test_a_person_and_a_kind_leave_what_fits(page: Page, host: str) -> None:
    search(page, host, "harbour", person="Tom Penn", kind="Quotation partly in marks")
    assert words(page) == ["said the harbour had “no future at all” in winter"]
    assert page.locator(".tally").text_content() == "1 result for “harbour”."
    search(page, host, "harbour", person="Tom Penn")
    assert page.locator(ROWS).count() == 2
    assert set(page.locator(f"{INSIDE} .who").all_text_contents()) == {"Tom Penn"}
    search(page, host, "harbour", kind="Article")
    assert page.locator(ROWS).count() == 2
    assert words(page) == []


def test_what_no_quotation_of_a_chosen_kind_has_is_no_result(page: Page, host: str) -> None:
    search(page, host, "early", kind="Direct quotation")
    assert page.locator(".tally").text_content() == "No results for “early” with these filters."


def test_a_person_without_words_is_all_that_person_said(page: Page, host: str) -> None:
    search(page, host, "", person="Tom Penn", kind="Direct quotation")
    assert words(page) == ["I walked home alone,"]
    search(page, host, "penn", kind="Direct quotation")
    assert words(page) == ["I walked home alone,"]


def test_a_word_that_hangs_on_a_quotation_is_not_found_in_it(page: Page, host: str) -> None:
    search(page, host, "mended")
    assert words(page) == ["The pier is mended"]
    search(page, host, "said", kind="Direct quotation")
    assert words(page) == []


def test_words_between_blanks_without_width(page: Page, host: str) -> None:
    """As Pagefind keeps the texts of some languages that write no blanks."""

    def spaced(route) -> None:
        read = json.loads(gzip.decompress(route.fetch().body()).removeprefix(b"pagefind_dcd"))
        read["content"] = read["content"].replace(" ", " \u200b")
        route.fulfill(body=gzip.compress(b"pagefind_dcd" + json.dumps(read).encode()))

    page.route("**/*.pf_fragment", spaced)
    search(page, host, "boats")
    assert words(page) == ["We won the harbour, … Our boats are 🐟 <safe>."]
    assert page.locator(f"{INSIDE} mark").all_text_contents() == ["boats"]


def test_no_list_of_the_index_holds_them(folder: Path) -> None:
    lists = [gzip.decompress(path.read_bytes()) for path in (folder / "pagefind" / "filter").iterdir()]
    assert len(lists) == 3
    assert not [each for each in lists if b"q-" in each]


def test_from_disk_nothing_is_missing(page: Page, folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "site")
    page.goto((tmp_path / "site" / "search" / "index.html").as_uri() + "?q=boats")
    expect(page.locator(".tally")).to_contain_text("needs a web server")
