"""Cards at links in a real browser: by mouse, keyboard and touch, narrow, and from disk."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.looks import sideways
from tests.site.ways import box_of, on_disk

pytestmark = pytest.mark.model

ARTICLE = "articles/2025/the-night-the-long-arm-went/"


@pytest.fixture
def finger(browser: Browser) -> Iterator[Page]:
    """A page on a small screen that is touched."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, has_touch=True, is_mobile=True)
    yield context.new_page()
    context.close()


def mention(page: Page, name: str = "Helen Tressick") -> Locator:
    return page.locator(".text p a.m").filter(has_text=name).first


def card(page: Page) -> Locator:
    return page.locator(".card")


def middle(page: Page, link: Locator) -> None:
    """Bring a link where there is room for a card above and below it."""
    link.evaluate("element => element.scrollIntoView({block: 'center', behavior: 'instant'})")
    page.mouse.move(2, 2)


def test_hovering_opens_a_card_above_the_mention_and_leaving_closes_it(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    link = mention(page)
    middle(page, link)
    link.hover()
    expect(card(page)).to_contain_text("6 quotations in 3 articles")
    expect(card(page)).to_have_attribute("aria-label", "About Helen Tressick")
    expect(card(page).locator(".words-line")).to_contain_text("a channel had been cut along its foot")
    box, words = box_of(card(page)), link.evaluate("element => element.getClientRects()[0].top")
    assert box["y"] >= 0
    assert box["y"] + box["height"] <= words
    # The pointer may go over to the card: it stays.
    page.mouse.move(box["x"] + 40, box["y"] + box["height"] - 20, steps=6)
    page.wait_for_timeout(600)
    expect(card(page)).to_be_visible()
    card(page).get_by_role("link", name="Inquiry hears why the wall gave way").click()
    assert "#q-" in page.url
    page.mouse.move(2, 2)
    expect(card(page)).to_have_count(0)


def test_passing_over_a_mention_opens_nothing(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    link = mention(page)
    middle(page, link)
    link.hover()
    page.wait_for_timeout(50)
    page.mouse.move(2, 2)
    page.wait_for_timeout(600)
    expect(card(page)).to_have_count(0)


def test_a_card_turns_below_where_there_is_no_room_above(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    link = mention(page)
    link.evaluate("element => element.scrollIntoView({block: 'start', behavior: 'instant'})")
    link.hover()
    expect(card(page)).to_be_visible()
    box, bottom = box_of(card(page)), link.evaluate("e => [...e.getClientRects()].pop().bottom")
    assert box["y"] >= bottom


def test_escape_closes_the_card_and_it_stays_closed_while_the_mouse_rests(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    link = mention(page)
    middle(page, link)
    link.hover()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    link.hover(position={"x": 4, "y": 4})
    page.wait_for_timeout(600)
    expect(card(page)).to_have_count(0)


def test_by_keyboard_the_card_comes_behind_its_link(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    link = mention(page)
    middle(page, link)
    # Focus that follows a key press is what shows.
    page.keyboard.press("Tab")
    link.focus()
    expect(card(page)).to_be_visible()
    expect(link).to_have_attribute("aria-describedby", "card-who")
    expect(page.locator("#card-who")).to_contain_text("6 quotations")
    page.keyboard.press("Tab")
    expect(card(page).get_by_role("link", name="Helen Tressick")).to_be_focused()
    page.keyboard.press("Shift+Tab")
    expect(link).to_be_focused()
    expect(card(page)).to_be_visible()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Escape")
    expect(card(page)).to_have_count(0)
    expect(link).to_be_focused()
    assert link.get_attribute("aria-describedby") is None
    # On from there, not from the card, which was the last in the page.
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('#p9, #p10, #p11, aside.by, .text') !== null")


def test_behind_the_last_link_of_the_card_comes_what_follows_the_mention(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    links = page.locator(".text p a.m")
    link, after = links.nth(1), links.nth(2)
    middle(page, link)
    page.keyboard.press("Tab")
    link.focus()
    expect(card(page)).to_be_visible()
    for _ in range(card(page).get_by_role("link").count()):
        page.keyboard.press("Tab")
        expect(card(page)).to_be_visible()
    page.keyboard.press("Tab")
    expect(after).to_be_focused()


def test_the_first_tap_opens_the_card_and_the_second_follows_the_link(finger: Page, address: str) -> None:
    finger.goto(address + ARTICLE)
    link = mention(finger)
    middle(finger, link)
    link.tap()
    expect(card(finger)).to_be_visible()
    assert finger.url == address + ARTICLE
    box = box_of(card(finger))
    assert box["x"] >= 0
    assert box["x"] + box["width"] <= 320
    assert sideways(finger) == 0
    link.tap()
    finger.wait_for_url(address + "people/helen-tressick/")


def test_a_tap_elsewhere_closes_the_card_and_its_name_leads_on(finger: Page, address: str) -> None:
    finger.goto(address + ARTICLE)
    link = mention(finger)
    middle(finger, link)
    link.tap()
    expect(card(finger)).to_be_visible()
    finger.touchscreen.tap(4, 630)
    expect(card(finger)).to_have_count(0)
    link.tap()
    card(finger).get_by_role("link", name="Helen Tressick").tap()
    finger.wait_for_url(address + "people/helen-tressick/")


def test_scrolling_on_closes_a_card_that_was_tapped(finger: Page, address: str) -> None:
    finger.goto(address + ARTICLE)
    middle(finger, mention(finger))
    mention(finger).tap()
    expect(card(finger)).to_be_visible()
    finger.evaluate("scrollBy({top: 200, behavior: 'instant'})")
    expect(card(finger)).to_have_count(0)


def test_from_disk(page: Page, demo: Path) -> None:
    page.goto(on_disk(demo, ARTICLE))
    link = mention(page)
    middle(page, link)
    link.hover()
    expect(card(page)).to_contain_text("6 quotations in 3 articles")
    card(page).get_by_role("link", name="Helen Tressick").click()
    assert page.url == on_disk(demo, "people/helen-tressick")


@pytest.mark.parametrize("path", ["quotes/", "people/helen-tressick/", "organisations/ravelsea-harbour-trust/"])
def test_other_pages_have_cards_too(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    links = page.locator("main a[href*='people/']:not(nav a, .trail a)")
    here = page.evaluate("location.pathname")
    link = next(
        each
        for each in links.all()
        if each.evaluate("link => /people\\/[^/]+\\/$/.test(link.pathname) && link.pathname") not in {False, here}
    )
    middle(page, link)
    link.hover()
    expect(card(page)).to_be_visible()


def test_every_link_with_a_card_has_its_file(demo: Path) -> None:
    pages = [p for kind in ("people", "organisations", "places") for p in (demo / kind).glob("*/index.html")]
    moved = [p for p in pages if 'http-equiv="refresh"' in p.read_text("utf-8")]
    assert len(pages) > 30
    assert [p for p in pages if not (p.parent / "card.js").exists()] == moved
