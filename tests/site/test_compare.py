"""Two speakers side by side in a real browser: chosen, shared, from disk, and without scripts."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.looks import sideways
from tests.site.ways import follow, on_disk

pytestmark = pytest.mark.model

HARBOUR = "compare/harbour/"


def shown(page: Page) -> list[str]:
    """Return the ids of the speakers that can be seen, in the order of the page."""
    return page.locator("[data-speaker]:visible").evaluate_all("found => found.map(each => each.dataset.speaker)")


def lefts(page: Page) -> list[float]:
    return page.locator("[data-speaker]:visible").evaluate_all("found => found.map(e => e.getBoundingClientRect().x)")


def tops(page: Page) -> list[float]:
    return page.locator("[data-speaker]:visible").evaluate_all("found => found.map(e => e.getBoundingClientRect().y)")


def test_the_two_quoted_most_stand_side_by_side(page: Page, address: str) -> None:
    page.goto(address + HARBOUR)
    assert shown(page) == ["samuel-tolley", "farida-martin"]
    one, other = lefts(page)
    assert other > one + 300
    assert len(set(tops(page))) == 1
    # Nobody was chosen yet.
    assert page.url == address + HARBOUR


def test_a_choice_stands_in_the_address_which_shows_the_same_to_others(
    page: Page, browser: Browser, address: str
) -> None:
    page.goto(address + HARBOUR)
    page.get_by_label("Left").select_option("rory-tressick")
    page.get_by_label("Right").select_option("judith-ellery")
    assert page.url == address + HARBOUR + "?left=rory-tressick&right=judith-ellery"
    assert shown(page) == ["rory-tressick", "judith-ellery"]
    context = browser.new_context()
    somebody_else = context.new_page()
    somebody_else.goto(page.url)
    assert shown(somebody_else) == ["rory-tressick", "judith-ellery"]
    assert somebody_else.get_by_label("Left").input_value() == "rory-tressick"
    context.close()


def test_back_and_forward_go_through_the_choices(page: Page, address: str) -> None:
    page.goto(address + HARBOUR)
    page.get_by_label("Right").select_option("judith-ellery")
    page.get_by_label("Left").select_option("rory-tressick")
    page.go_back()
    assert shown(page) == ["samuel-tolley", "judith-ellery"]
    page.go_back()
    assert shown(page) == ["samuel-tolley", "farida-martin"]
    page.go_forward()
    assert shown(page) == ["samuel-tolley", "judith-ellery"]


def test_sides_change_places_and_that_is_told(page: Page, address: str) -> None:
    page.goto(address + HARBOUR + "?left=rory-tressick&right=judith-ellery")
    page.get_by_role("button", name="Swap sides").click()
    assert shown(page) == ["judith-ellery", "rory-tressick"]
    assert page.url.endswith("?left=judith-ellery&right=rory-tressick")
    expect(page.get_by_role("main").get_by_role("status")).to_have_text("Left: Judith Ellery. Right: Rory Tressick.")


def test_nobody_stands_beside_themselves(page: Page, address: str) -> None:
    page.goto(address + HARBOUR + "?left=rory-tressick&right=judith-ellery")
    page.get_by_label("Left").select_option("judith-ellery")
    assert shown(page) == ["judith-ellery", "rory-tressick"]
    page.goto(address + HARBOUR + "?left=judith-ellery&right=judith-ellery")
    assert shown(page) == ["judith-ellery", "samuel-tolley"]


def test_everybody_can_be_shown_again(page: Page, address: str) -> None:
    page.goto(address + HARBOUR)
    everybody = page.get_by_role("button", name="Show everybody")
    everybody.click()
    expect(everybody).to_have_attribute("aria-pressed", "true")
    assert len(shown(page)) == 15
    assert len(set(lefts(page))) == 1
    page.get_by_label("Left").select_option("rory-tressick")
    assert shown(page) == ["rory-tressick", "farida-martin"]


def test_somebody_who_says_nothing_on_the_topic_is_told(page: Page, address: str) -> None:
    page.goto(address + HARBOUR + "?left=rand-paul&right=judith-ellery")
    assert shown(page) == ["samuel-tolley", "judith-ellery"]
    expect(page.get_by_text("Not on this page: rand-paul.")).to_be_visible()


def test_the_keyboard_reaches_all_of_it(page: Page, address: str) -> None:
    page.goto(address + HARBOUR)
    page.get_by_label("Left").focus()
    page.keyboard.press("ArrowDown")
    assert page.get_by_label("Left").input_value() != "samuel-tolley"
    page.keyboard.press("Tab")
    expect(page.get_by_label("Right")).to_be_focused()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Swap sides")).to_be_focused()
    before = shown(page)
    page.keyboard.press("Enter")
    assert shown(page) == before[::-1]
    expect(page.get_by_role("button", name="Swap sides")).to_be_focused()


def test_on_a_narrow_page_one_follows_the_other(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 740})
    page.goto(address + HARBOUR)
    assert len(set(lefts(page))) == 1
    one, other = tops(page)
    assert other > one
    assert sideways(page) == 0


def test_without_scripts_all_follow_each_other_and_each_has_an_anchor(unscripted: Page, address: str) -> None:
    unscripted.goto(address + HARBOUR + "#by-judith-ellery")
    assert unscripted.locator("[data-speaker]:visible").count() == 15
    assert unscripted.locator("select").count() == 0
    assert unscripted.get_by_role("main").get_by_role("button").count() == 0
    expect(unscripted.locator("#by-judith-ellery")).to_be_in_viewport()


def test_an_anchor_chooses_its_speaker(page: Page, address: str) -> None:
    page.goto(address + HARBOUR + "#by-judith-ellery")
    assert shown(page)[0] == "judith-ellery"


def test_it_works_from_disk(page: Page, demo: Path) -> None:
    page.goto(on_disk(demo, "compare"))
    follow(page.get_by_role("link", name="harbour", exact=True))
    page.get_by_label("Left").select_option("rory-tressick")
    assert page.url == on_disk(demo, HARBOUR) + "?left=rory-tressick&right=farida-martin"
    page.reload()
    assert shown(page) == ["rory-tressick", "farida-martin"]
    follow(page.get_by_role("link", name="Rory Tressick", exact=True))
    assert page.get_by_role("heading", level=1).inner_text() == "Rory Tressick"


def test_ways_lead_there_from_a_tag_and_from_a_pair(page: Page, address: str) -> None:
    page.goto(address + "tags/harbour/")
    follow(page.get_by_role("link", name="Speakers on this topic side by side"))
    assert page.url == address + HARBOUR
    page.goto(address)
    follow(page.get_by_role("navigation", name="Explore").get_by_role("link", name="Side by side"))
    assert page.url == address + "compare/"


def test_on_paper_the_two_stand_alone(page: Page, address: str) -> None:
    page.goto(address + HARBOUR + "?left=rory-tressick&right=judith-ellery")
    page.emulate_media(media="print")
    assert shown(page) == ["rory-tressick", "judith-ellery"]
    expect(page.get_by_label("Left")).to_be_hidden()
