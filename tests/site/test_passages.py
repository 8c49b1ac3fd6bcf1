"""The passages of one person in a real browser: steps, what is marked, and labels beside their lines."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, expect

from tests.looks import sideways
from tests.site.ways import box_of, on_disk

pytestmark = pytest.mark.model

ARTICLE = "articles/2025/the-night-the-long-arm-went/"
WHO = "bridget-sayle"


def line(page: Page, who: str = WHO) -> Locator:
    return page.locator(f"#inthis [data-who='{who}']")


def toggle(page: Page, who: str = WHO) -> Locator:
    return line(page, who).get_by_role("button", name="Highlight")


def stepper(page: Page) -> Locator:
    return page.get_by_role("group", name="Passages of Bridget Sayle")


def step(page: Page, name: str) -> Locator:
    return stepper(page).get_by_role("button", name=name)


def hrefs(page: Page) -> list[str]:
    return line(page).locator(".steps a").evaluate_all("links => links.map(link => link.hash)")


def is_in_view(page: Page, anchor: str) -> bool:
    place = "e => { const box = e.getBoundingClientRect(); return box.top >= 0 && box.bottom <= innerHeight; }"
    return bool(page.locator(anchor).evaluate(place))


def test_without_scripts_the_steps_are_links(unscripted: Page, address: str) -> None:
    unscripted.goto(address + ARTICLE)
    assert unscripted.locator("#inthis button").count() == 0
    found = line(unscripted).locator(".steps a")
    assert found.all_inner_texts() == ["1", "2", "3", "4", "5"]
    found.nth(3).click()
    assert re.search(r"#m\d+$", unscripted.url)
    assert "Sayle" in unscripted.locator(":target").inner_text()


def test_stepping_by_mouse(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    anchors = hrefs(page)
    toggle(page).click()
    expect(toggle(page)).to_have_attribute("aria-pressed", "true")
    status = stepper(page).get_by_role("status")
    expect(status).to_have_text("5 passages")
    step(page, "Next").click()
    expect(status).to_have_text(re.compile(r"1 of 5, paragraph \d+"))
    step(page, "Next").click()
    expect(status).to_contain_text("2 of 5")
    expect(page.locator(".now")).to_have_count(1)
    assert page.locator(".now").evaluate("(e, id) => e.matches(id) || !!e.querySelector(id)", anchors[1])
    page.wait_for_function(
        "id => document.querySelector(id).getBoundingClientRect().bottom < innerHeight", arg=anchors[1]
    )
    assert page.url == f"{address}{ARTICLE}?highlight={WHO}{anchors[1]}"
    # The button keeps the focus, so that one can press it again.
    expect(step(page, "Next")).to_be_focused()
    step(page, "Previous").click()
    step(page, "Previous").click()
    expect(status).to_contain_text("5 of 5")
    # A step of the panel is one as well.
    line(page).get_by_role("link", name="3", exact=True).click()
    expect(status).to_contain_text("3 of 5")
    step(page, "Done").click()
    expect(stepper(page)).to_have_count(0)
    expect(page.locator(".lit, .now")).to_have_count(0)
    assert "highlight" not in page.url


def test_stepping_by_keyboard(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    anchors = hrefs(page)
    toggle(page).focus()
    page.keyboard.press("Space")
    # What was opened comes next.
    page.keyboard.press("Tab")
    expect(step(page, "Previous")).to_be_focused()
    page.keyboard.press("Tab")
    expect(step(page, "Next")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowLeft")
    expect(stepper(page).get_by_role("status")).to_contain_text("2 of 5")
    expect(step(page, "Next")).to_be_focused()
    # Reading goes on where the steps led.
    page.keyboard.press("Escape")
    expect(stepper(page)).to_have_count(0)
    expect(page.locator(anchors[1])).to_be_focused()
    # Outside of the steps, keys are the reader's own.
    page.keyboard.press("ArrowRight")
    page.keyboard.press("n")
    expect(page.locator(".now")).to_have_count(0)


def test_nothing_done_the_focus_goes_back_to_where_it_began(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    toggle(page).focus()
    page.keyboard.press("Enter")
    step(page, "Next").focus()
    page.keyboard.press("Escape")
    expect(toggle(page)).to_be_focused()
    expect(toggle(page)).to_have_attribute("aria-pressed", "false")


def test_one_person_is_marked_and_text_stays_readable(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    before = page.locator("#p1").evaluate("e => getComputedStyle(e).color")
    toggle(page).click()
    lit = page.locator(".text .lit")
    assert lit.count() >= 5
    for link in page.locator(".text a.m").all():
        own = (link.get_attribute("href") or "").endswith(f"/{WHO}/")
        assert ("lit" in (link.get_attribute("class") or "").split()) == own
    assert page.locator("#p1").evaluate("e => getComputedStyle(e).color") == before
    assert page.locator("#p1").evaluate("e => getComputedStyle(e).opacity") == "1"
    toggle(page, "helen-tressick").click()
    expect(toggle(page)).to_have_attribute("aria-pressed", "false")
    expect(page.get_by_role("group", name="Passages of Helen Tressick")).to_be_visible()
    assert page.locator(f".text a.m.lit[href$='/{WHO}/']").count() == 0


def test_an_address_that_marks_somebody_can_be_handed_on(page: Page, address: str) -> None:
    page.goto(address + ARTICLE)
    anchor = hrefs(page)[2]
    page.goto(f"{address}{ARTICLE}?highlight={WHO}{anchor}")
    expect(toggle(page)).to_have_attribute("aria-pressed", "true")
    expect(stepper(page).get_by_role("status")).to_contain_text("3 of 5")
    expect(page.locator(anchor)).to_be_in_viewport()
    page.goto(f"{address}{ARTICLE}?highlight=nobody")
    expect(page.locator(".stepper")).to_have_count(0)


def test_narrow_steps_stay_within_reach(browser: Browser, address: str) -> None:
    context = browser.new_context(viewport={"width": 320, "height": 640}, reduced_motion="reduce")
    page = context.new_page()
    page.goto(address + ARTICLE)
    page.get_by_role("link", name="In this article").click()
    toggle(page).click()
    for anchor in hrefs(page):
        step(page, "Next").click()
        assert is_in_view(page, anchor)
        bar, words = box_of(stepper(page)), box_of(page.locator(".now"))
        assert bar["y"] + bar["height"] <= 640 + 1
        assert words["y"] + words["height"] <= bar["y"]
    assert sideways(page) == 0
    context.close()


def test_from_disk(page: Page, demo: Path) -> None:
    page.goto(on_disk(demo, ARTICLE))
    toggle(page).click()
    step(page, "Next").click()
    expect(page.locator(f".text a.m.lit[href*='/{WHO}/']").first).to_be_visible()
    expect(stepper(page).get_by_role("status")).to_contain_text("1 of 5")


@pytest.mark.parametrize(
    "path", [ARTICLE, "articles/senator-in-moscow/", "articles/2026/first-ferry-from-the-long-arm/"]
)
def test_a_label_stands_beside_the_line_where_the_words_begin(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.wait_for_function("document.querySelector('.by').style.getPropertyValue('--down') !== ''")
    found = page.evaluate(
        """Array.from(document.querySelectorAll('.text .by'), label => {
            const id = /q-[0-9a-f]+/.exec(label.querySelector('.st').getAttribute('href'))[0];
            const range = document.createRange();
            range.selectNodeContents(document.getElementById(id));
            const line = range.getClientRects()[0], box = label.getBoundingClientRect();
            return { top: box.top, bottom: box.bottom, right: box.right, line: line.top, height: line.height };
        })"""
    )
    assert len(found) > 3
    beside = 0
    for before, label in zip([None, *found], found, strict=False):
        # Below the label before it, if that is in the way.
        if before is not None:
            assert label["top"] >= before["bottom"] - 1
        # Crowded labels are drawn together, so that none comes far from its line.
        assert label["top"] - label["line"] < 36, label
        free = before is None or before["bottom"] < label["line"] - 12
        if free and label["line"] > found[0]["line"] - 1:
            assert abs(label["top"] - label["line"]) < label["height"] / 2, label
            beside += 1
    assert beside >= 2


def test_labels_move_no_text(browser: Browser, address: str) -> None:
    tops = []
    for scripts in (True, False):
        context = browser.new_context(java_script_enabled=scripts, viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(address + ARTICLE)
        page.wait_for_timeout(300)
        tops.append([page.locator(f"#p{number}").bounding_box() for number in range(2, 12)])
        context.close()
    assert tops[0] == tops[1]


def test_print_has_labels_and_no_controls(page: Page, address: str) -> None:
    page.goto(f"{address}{ARTICLE}?highlight={WHO}")
    page.emulate_media(media="print")
    assert page.locator(".text .by").first.is_visible()
    assert page.locator("#inthis").get_by_role("link", name="Rory Tressick").is_visible()
    assert not page.locator("#inthis button").first.is_visible()
    assert not stepper(page).is_visible()
    assert page.locator("#inthis").evaluate("e => getComputedStyle(e).position") == "static"
