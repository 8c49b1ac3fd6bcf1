"""Searching, in a real browser: typing, choosing, going back, and what there is where nothing can be searched."""

from pathlib import Path
from urllib.parse import quote_plus

import pytest
from playwright.sync_api import Browser, Page, expect

from sitegen.build import build
from tests.site.conftest import TODAY, copied
from tests.site.ways import on_disk

pytestmark = pytest.mark.model

ROWS = ".results > li"
BOX = "main input[type=search]"


def search(page: Page, words: str) -> None:
    page.fill(BOX, words)
    page.press(BOX, "Enter")
    # What it says of these words: an older answer may still stand there.
    expect(page.locator(".tally")).to_contain_text(f"“{words}”")


def choose(page: Page, facet: str, value: str) -> None:
    if not page.locator("details", has_text=facet).first.evaluate("element => element.open"):
        page.locator("summary", has_text=facet).click()
    # All choices are drawn anew when one is made: it is the new box that must be ticked.
    box = page.locator(f"input[value='{value}']")
    box.click()
    expect(box).to_be_checked()


def test_words_are_found_while_they_are_typed(page: Page, address: str) -> None:
    page.goto(address + "search/")
    page.locator(BOX).press_sequentially("breakwater", delay=20)
    expect(page.locator(ROWS).first).to_be_visible()
    assert page.url.endswith("search/?q=breakwater")
    assert page.locator(f"{ROWS} mark").first.inner_text().lower().startswith("breakwater")
    assert page.locator(".tally").get_attribute("role") == "status"


def test_an_exact_name_comes_first_whatever_its_case_and_accents(page: Page, address: str) -> None:
    page.goto(address + "search/")
    for name, folder in [("rand paul", "rand-paul"), ("STANISLAW KEDZIOR", "stanislaw-kedzior")]:
        search(page, name)
        first = page.locator(f"{ROWS} a").first
        expect(first).to_have_attribute("href", f"../people/{folder}/")
        assert "Person" in page.locator(ROWS).first.inner_text()
    first.click()
    assert page.url == f"{address}people/stanislaw-kedzior/"


def test_a_quotation_leads_to_its_place_and_to_its_reasons(page: Page, address: str) -> None:
    page.goto(f"{address}search/?q=dialogue&kind={quote_plus('Direct quotation')}&person=Rand+Paul")
    row = page.locator(ROWS, has_text="dialogue").first
    expect(row).to_contain_text("Rand Paul")
    expect(row).to_contain_text("6 August 2018")
    reasons = row.get_by_role("link", name="Why it is attributed so").get_attribute("href")
    row.locator(".words-line a").click()
    page.wait_for_url("**/articles/**")
    place = page.url.partition("#")[2]
    assert page.url.startswith(f"{address}articles/senator-in-moscow/#")
    assert page.evaluate("document.querySelector(':target') !== null")
    assert reasons == f"../quotes/{place}/"


def test_choices_narrow_stay_in_the_address_and_go_back(page: Page, address: str) -> None:
    page.goto(address + "search/")
    search(page, "ferry")
    total = page.locator(".tally").inner_text()
    choose(page, "Kind", "Direct quotation")
    expect(page.locator(".tally")).not_to_have_text(total)
    kinds = page.locator(f"{ROWS} .meta span:first-child").all_inner_texts()
    assert set(kinds) == {"Direct quotation"}
    choose(page, "Year", "2026")
    expect(page.get_by_role("checkbox", name="2026")).to_be_checked()
    assert page.url.endswith("?q=ferry&kind=Direct+quotation&year=2026")
    narrowed = page.locator(".tally").inner_text()
    page.reload()
    expect(page.locator(".tally")).to_have_text(narrowed)
    page.go_back()
    page.go_back()
    expect(page.locator(".tally")).to_have_text(total)
    assert page.input_value(BOX) == "ferry"
    page.go_forward()
    page.get_by_role("button", name="Clear filters").click()
    expect(page.locator(".tally")).to_have_text(total)


def test_choices_work_from_the_keyboard(page: Page, address: str) -> None:
    page.goto(address + "search/?q=ferry")
    expect(page.locator(ROWS).first).to_be_visible()
    page.locator("summary", has_text="Kind").focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")
    expect(page.locator("input:checked")).to_have_count(1)
    # The choice that was made keeps the focus, though all are drawn anew.
    expect(page.locator("input:checked")).to_be_focused()


def test_a_person_is_what_that_person_said(page: Page, address: str) -> None:
    page.goto(address + "search/?person=Judith+Ellery&kind=Direct+quotation")
    expect(page.locator(ROWS).first).to_be_visible()
    assert set(page.locator(f"{ROWS} .who b").all_inner_texts()) == {"Judith Ellery"}


def test_more_results_come_when_asked_for(page: Page, address: str) -> None:
    page.goto(address + "search/?q=the")
    expect(page.locator(ROWS)).to_have_count(20)
    page.get_by_role("button", name="Show more").click()
    expect(page.locator(ROWS)).to_have_count(40)
    expect(page.locator(ROWS).nth(20).locator("a").first).to_be_focused()
    assert page.locator(".tally").inner_text().startswith("40 of ")


def test_nonsense_has_no_results(page: Page, address: str) -> None:
    page.goto(address + "search/")
    search(page, "ferry")
    search(page, "zqxjkvbw")
    assert page.locator(".tally").inner_text() == "No results for “zqxjkvbw”."
    assert page.locator(ROWS).count() == 0
    assert page.get_by_role("heading", name="People").is_visible()


def test_a_hostile_query_is_text(page: Page, address: str) -> None:
    hostile = "<img src=x onerror=alert(1)>"
    page.on("dialog", lambda dialog: pytest.fail(dialog.message))
    page.goto(f"{address}search/?q={quote_plus(hostile)}&person={quote_plus(hostile)}")
    expect(page.locator(".tally")).to_contain_text(hostile)
    assert page.locator("main img").count() == 0
    page.goto(f"{address}search/?q={quote_plus('ferry</mark><script>alert(1)</script>')}")
    expect(page.locator(".tally")).to_contain_text("<script>")
    assert page.locator("main script").count() == 0


@pytest.mark.parametrize("path", ["", "articles/senator-in-moscow/"])
def test_the_box_in_the_head_and_its_key(page: Page, address: str, path: str) -> None:
    page.goto(address + path, wait_until="networkidle")
    page.keyboard.press("/")
    box = page.get_by_role("searchbox", name="Search this site")
    expect(box).to_be_focused()
    page.keyboard.type("and/or ferry")
    assert box.input_value() == "and/or ferry"
    page.keyboard.press("Enter")
    page.wait_for_url(f"{address}search/?q=and%2For+ferry")
    assert page.input_value(BOX) == "and/or ferry"


def test_the_key_is_left_alone_with_others(page: Page, address: str) -> None:
    page.goto(address)
    page.keyboard.press("Control+/")
    assert page.evaluate("document.activeElement === document.body")


def test_on_the_search_page_the_key_leads_to_its_box(page: Page, address: str) -> None:
    page.goto(address + "search/")
    page.keyboard.press("/")
    expect(page.locator(BOX)).to_be_focused()
    assert page.locator("input[type=search]").count() == 1


def test_where_the_head_is_narrow_a_link_leads_there(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 800})
    page.goto(address + "articles/senator-in-moscow/", wait_until="networkidle")
    assert not page.get_by_role("searchbox").is_visible()
    page.keyboard.press("/")
    page.wait_for_url(address + "search/")


def test_without_scripts_the_page_lists_what_there_is(unscripted: Page, address: str) -> None:
    unscripted.goto(address)
    unscripted.fill("#find", "ferry")
    unscripted.press("#find", "Enter")
    assert unscripted.url == f"{address}search/?q=ferry"
    assert unscripted.get_by_text("needs JavaScript").is_visible()
    unscripted.get_by_role("link", name="Judith Ellery").click()
    assert unscripted.url == f"{address}people/judith-ellery/"


def test_from_disk_it_says_what_is_missing(page: Page, demo: Path) -> None:
    page.goto(on_disk(demo))
    page.keyboard.press("/")
    page.keyboard.type("ferry")
    page.keyboard.press("Enter")
    page.wait_for_url(on_disk(demo, "search") + "?q=ferry")
    expect(page.locator(".tally")).to_contain_text("needs a web server")
    page.get_by_role("link", name="Judith Ellery").click()
    assert page.url == on_disk(demo, "people/judith-ellery")


def test_without_an_index_it_says_so(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    mistakes: list[str] = []
    page.on("pageerror", lambda error: mistakes.append(str(error)))
    page.route("**/pagefind/**", lambda route: route.fulfill(status=404))
    page.goto(address + "search/?q=ferry")
    expect(page.locator(".tally")).to_contain_text("no index of its full text")
    page.wait_for_timeout(200)
    assert page.locator(ROWS).count() == 0
    assert mistakes == []
    context.close()


def test_an_equal_build_has_an_equal_index(demo: Path, tmp_path: Path) -> None:
    again = build(copied(tmp_path), today=TODAY).output
    for path in (demo / "pagefind").rglob("*"):
        if path.is_file():
            assert path.read_bytes() == (again / path.relative_to(demo)).read_bytes(), path
