"""Light and dark in a real browser: as the system has it, until the reader chooses; and what pages may ask for."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.site.ways import on_disk

pytestmark = pytest.mark.model

LIGHT, DARK = "rgb(251, 251, 249)", "rgb(22, 24, 27)"


def ground(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.documentElement).backgroundColor"))


def test_the_system_decides_until_the_reader_does(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address)
    assert ground(page) == LIGHT
    page.get_by_role("button", name="Dark colours").click()
    assert ground(page) == DARK
    page.goto(address + "people/")
    assert ground(page) == DARK
    page.reload()
    expect(page.get_by_role("button", name="Light colours")).to_be_visible()


def test_the_first_thing_painted_has_the_chosen_colours(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address)
    page.get_by_role("button", name="Dark colours").press("Enter")
    # As the body begins to be read: a deferred script has not run yet.
    page.add_init_script(
        "new MutationObserver((_, all) => { if (document.body) { all.disconnect();"
        " window.early = document.documentElement.dataset.scheme; } })"
        ".observe(document, { childList: true, subtree: true })"
    )
    page.reload()
    assert page.evaluate("window.early") == "dark"


def test_back_at_the_systems_colours_the_system_decides_again(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address)
    page.get_by_role("button", name="Dark colours").click()
    page.get_by_role("button", name="Light colours").click()
    assert ground(page) == LIGHT
    page.emulate_media(color_scheme="dark")
    assert ground(page) == DARK
    expect(page.get_by_role("button", name="Light colours")).to_be_visible()


def test_the_choice_reaches_other_open_pages(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address)
    other = page.context.new_page()
    other.emulate_media(color_scheme="light")
    other.goto(address + "quotes/")
    page.get_by_role("button", name="Dark colours").click()
    other.wait_for_function("() => document.documentElement.dataset.scheme === 'dark'")
    assert ground(other) == DARK


def test_print_is_dark_on_light_whatever_was_chosen(page: Page, address: str) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(address)
    page.get_by_role("button", name="Dark colours").click()
    page.emulate_media(media="print")
    assert ground(page) == "rgb(255, 255, 255)"
    assert not page.locator(".scheme").is_visible()


def test_from_disk_scripts_and_styles_are_allowed(page: Page, demo: Path) -> None:
    page.emulate_media(color_scheme="light")
    page.goto(on_disk(demo, "articles/senator-in-moscow"))
    page.get_by_role("button", name="Dark colours").click()
    assert ground(page) == DARK


def test_nothing_is_asked_of_another_host_and_nothing_inline_runs(browser: Browser, address: str) -> None:
    context = browser.new_context()
    page = context.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text))
    page.goto(address)
    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1'; document.head.append(s);"
        " const i = new Image(); i.src = 'https://example.org/pixel.png'; document.body.append(i); }"
    )
    page.wait_for_timeout(100)
    assert page.evaluate("window.ran") is None
    assert sum("Content Security Policy" in text for text in told) == 2
    context.close()
