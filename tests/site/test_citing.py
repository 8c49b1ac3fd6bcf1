"""Citing a quotation: text, BibTeX and HTML, each with a button that copies it."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.looks import sideways

pytestmark = pytest.mark.model


@pytest.fixture
def quotation(demo: Path) -> str:
    """The address of a direct quotation, below that of the site."""
    html = (demo / "people/alec-drummore/index.html").read_text("utf-8")
    found = re.search(r'<li id="(q-[0-9a-f]+)" data-kind="direct"', html)
    assert found is not None
    return f"quotes/{found[1]}/"


def canonical(page: Page) -> str:
    return page.locator("link[rel=canonical]").get_attribute("href") or ""


def clipboard(page: Page) -> str:
    return str(page.evaluate("navigator.clipboard.readText()"))


def test_each_is_copied_as_it_stands(page: Page, address: str, quotation: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + quotation)
    id_ = quotation.split("/")[1]
    page.get_by_role("button", name="Copy link").click()
    expect(page.locator("main [role=status]").last).to_have_text("Copied")
    assert clipboard(page) == canonical(page)
    page.get_by_role("button", name="Copy citation").click()
    expect(page.get_by_role("button", name="Copied").first).to_be_visible()
    cited = clipboard(page)
    assert cited.startswith("Alec Drummore. Quoted in “")
    assert cited.endswith(f". {canonical(page)}")
    page.get_by_text("BibTeX", exact=True).click()
    page.get_by_role("button", name="Copy BibTeX").click()
    expect(page.get_by_role("button", name="Copied")).to_have_count(3)
    entry = clipboard(page)
    assert entry.startswith(f"@misc{{{id_},\n  author = {{{{Alec Drummore}}}},\n  title = {{{{“")
    assert f"url = {{{canonical(page)}}}" in entry
    assert entry.endswith("\n}")


def test_html_that_is_pasted_is_the_quotation(page: Page, browser: Browser, address: str, quotation: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + quotation)
    words = page.locator(".words [data-quote]").all_text_contents()
    page.get_by_text("HTML for another page").click()
    page.get_by_role("button", name="Copy HTML").click()
    expect(page.get_by_role("button", name="Copied")).to_have_count(1)
    other = browser.new_context()
    pasted = other.new_page()
    pasted.set_content(clipboard(page))
    quote = pasted.locator("blockquote")
    assert quote.locator("p").text_content() == " … ".join(words)
    assert quote.get_attribute("cite") == canonical(page) == pasted.get_by_role("link").get_attribute("href")
    assert quote.get_attribute("lang") == "en"
    assert "Alec Drummore" in (pasted.locator("figcaption").text_content() or "")
    other.close()


def test_without_a_clipboard_the_text_is_selected(page: Page, address: str, quotation: str) -> None:
    page.add_init_script(
        "Object.defineProperty(navigator, 'clipboard', { value: undefined });"
        "Document.prototype.execCommand = () => false;"
    )
    page.goto(address + quotation)
    page.get_by_text("BibTeX", exact=True).click()
    page.get_by_role("button", name="Copy BibTeX").click()
    expect(page.locator("main [role=status]").last).to_contain_text("Selected")
    assert page.evaluate("getSelection().toString()").startswith("@misc{q-")


def test_with_the_keyboard(page: Page, address: str, quotation: str) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    page.goto(address + quotation)
    page.get_by_role("button", name="Copy link").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.locator("main [role=status]").last).to_have_text("Copied")
    assert clipboard(page).startswith("@misc{")


def test_without_scripts_the_texts_are_there_and_no_buttons(unscripted: Page, address: str, quotation: str) -> None:
    unscripted.goto(address + quotation)
    assert unscripted.locator("main button").count() == 0
    unscripted.get_by_text("BibTeX", exact=True).click()
    expect(unscripted.get_by_text("@misc{q-")).to_be_visible()


@pytest.mark.parametrize("width", [320, 1280])
def test_opened_it_stays_inside_the_page(page: Page, address: str, quotation: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + quotation)
    page.get_by_text("BibTeX", exact=True).click()
    page.get_by_text("HTML for another page").click()
    assert sideways(page) == 0
