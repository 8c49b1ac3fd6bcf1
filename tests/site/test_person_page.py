"""The page of a person: the picture of when they spoke, and the quotations filtered and grouped."""

import datetime
import re
from itertools import pairwise
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from sitegen.build import build
from tests.looks import sideways
from tests.site.ways import on_disk
from tests.toy import ToyParser

pytestmark = pytest.mark.model

# Many quotations in several years, of all kinds, and some undated.
WHO = "people/alec-drummore/"
LINES = "#quotations > .group [data-kind]"


def shown(page: Page) -> list[str]:
    """Return the kinds of the quotations that can be seen."""
    return [
        kind or ""
        for kind in page.locator("#quotations [data-kind]:visible").evaluate_all("all => all.map(e => e.dataset.kind)")
    ]


def years(page: Page) -> set[str]:
    return set(
        page.locator("#quotations .group:visible").evaluate_all(
            "all => all.map(e => (e.dataset.date || '').slice(0, 4))"
        )
    )


def status(page: Page) -> str:
    return page.locator("#quotations").get_by_role("status").inner_text()


def test_by_kind_with_the_choice_in_the_address_and_the_number_announced(page: Page, address: str) -> None:
    page.goto(address + WHO)
    total = page.locator(LINES).count()
    assert status(page) == f"{total} quotations"
    page.get_by_label("Kind").select_option("direct")
    direct = page.locator(f"{LINES}[data-kind=direct]").count()
    assert 0 < direct < total
    assert shown(page) == ["direct"] * direct
    assert status(page) == f"{direct} of {total} quotations"
    assert page.locator("#quotations [role=status]").get_attribute("role") == "status"
    assert page.url == address + WHO + "?kind=direct"
    # No article is left over whose quotations are all filtered away.
    assert page.locator("#quotations .group:visible").count() == page.locator(".group:has([data-kind=direct])").count()


def test_by_year_in_either_order_without_the_undated(page: Page, address: str) -> None:
    page.goto(address + WHO)
    assert years(page) == {"2026", "2025", "2024", ""}
    page.get_by_label("From").select_option("2025")
    assert years(page) == {"2026", "2025"}
    page.locator("[name=to]").select_option("2024")
    assert years(page) == {"2025", "2024"}
    page.get_by_label("From").select_option("")
    assert years(page) == {"2024"}
    assert page.url.endswith("?to=2024")


def test_by_topic_under_headings_of_their_own(page: Page, address: str) -> None:
    page.goto(address + WHO + "?kind=direct")
    before = status(page)
    page.get_by_label("Grouped by").select_option("topic")
    topics = page.locator(".topic > h3").all_inner_texts()
    counts = [int(re.search(r"(\d+) quotations?$", topic)[1]) for topic in topics]  # type: ignore[index]
    assert topics[0].startswith("breakwater")
    assert topics[-1].startswith("Without a topic")
    assert counts[:-1] == sorted(counts[:-1], reverse=True)
    assert set(shown(page)) == {"direct"}
    # Under two topics, a quotation is counted once.
    assert status(page) == before
    ids = page.evaluate("Array.from(document.querySelectorAll('[id]'), e => e.id)")
    assert len(ids) == len(set(ids))
    levels = page.locator("#quotations :is(h2, h3, h4):visible").evaluate_all(
        "all => all.map(e => Number(e.tagName[1]))"
    )
    assert all(after - before <= 1 for before, after in pairwise(levels))
    page.get_by_label("Grouped by").select_option("")
    assert page.locator(".topic").count() == 0


def test_an_address_can_be_shared_and_back_goes_back(page: Page, address: str) -> None:
    page.goto(address + WHO + "?kind=indirect&from=2025&to=2026&by=topic")
    assert set(shown(page)) == {"indirect"}
    assert page.get_by_label("From").input_value() == "2025"
    assert page.locator(".topic").count() > 0
    page.get_by_role("button", name="Show all").click()
    assert page.url == address + WHO
    assert len(shown(page)) == page.locator(LINES).count()
    page.get_by_label("Kind").select_option("mixed")
    page.go_back()
    assert page.get_by_label("Kind").input_value() == ""
    page.go_back()
    assert page.get_by_label("Kind").input_value() == "indirect"
    assert set(shown(page)) == {"indirect"}


def test_an_address_that_asks_for_what_is_not_there_shows_all(page: Page, address: str) -> None:
    page.goto(address + WHO + "?kind=shouted&from=1800&by=colour&other=1")
    assert len(shown(page)) == page.locator(LINES).count()
    page.get_by_label("Kind").select_option("direct")
    # What others keep in the address stays.
    assert page.url == address + WHO + "?kind=direct&other=1"


def test_a_link_to_a_quotation_that_is_filtered_away_shows_it(page: Page, address: str) -> None:
    page.goto(address + WHO + "?from=2026")
    page.locator(".years").get_by_role("link", name="2024").click()
    target = page.locator(":target")
    expect(target).to_be_in_viewport()
    assert "from" not in page.url


def test_with_the_keyboard(page: Page, address: str) -> None:
    page.goto(address + WHO)
    page.get_by_label("Kind").focus()
    page.keyboard.press("ArrowDown")
    assert set(shown(page)) == {"direct"}
    assert page.get_by_label("Kind").evaluate("e => e === document.activeElement")


def test_without_scripts_all_is_listed_and_nothing_dead_is_shown(unscripted: Page, address: str) -> None:
    unscripted.goto(address + WHO + "?kind=direct")
    assert unscripted.locator(LINES).count() > 10
    assert unscripted.locator(f"{LINES}:visible").count() == unscripted.locator(LINES).count()
    assert unscripted.locator("main :is(select, input, button, [role=status])").count() == 0


def test_from_disk(page: Page, demo: Path) -> None:
    page.goto(on_disk(demo, WHO))
    page.get_by_label("Kind").select_option("direct")
    page.get_by_label("Grouped by").select_option("topic")
    assert set(shown(page)) == {"direct"}
    page.wait_for_load_state("networkidle")
    page.locator(".topic h4 a").first.click()
    assert page.url.endswith("/index.html")
    expect(page.get_by_role("heading", level=1)).to_have_count(1)


def test_the_picture_leads_to_quotations_by_mouse_and_stops_no_keyboard(page: Page, address: str) -> None:
    page.goto(address + WHO + "?kind=mixed")
    stems = page.locator(".chronicle .stem")
    dated = page.locator("#quotations > .group[data-date] [data-kind]").count()
    assert stems.count() == dated
    page.get_by_role("img", name="Quotations over time").scroll_into_view_if_needed()
    caption = page.locator(".chronicle figcaption").inner_text()
    assert caption.startswith(f"{dated} quotations on ")
    assert "undated" in caption
    words = stems.first.locator("title").text_content() or ""
    assert re.match(r"\d+ \w+ 2024(, [^:]+)?: ", words)
    stems.nth(1).locator(".hit").click()
    expect(page.locator(":target")).to_be_in_viewport()
    assert page.locator(":target").get_attribute("id") == stems.nth(1).locator("title").get_attribute("data-excerpt")
    # From the links to the parts of the page, the next stop is a year.
    page.get_by_role("navigation", name="On this page").get_by_role("link").last.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.years') !== null")


@pytest.mark.parametrize("width", [320, 1280])
def test_discs_keep_apart_and_inside(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(address + WHO)
    boxes = page.locator(".chronicle circle").evaluate_all(
        "all => all.map(e => e.getBoundingClientRect()).map(b => [b.left, b.right])"
    )
    assert all(after[0] - before[0] >= 7.9 for before, after in pairwise(boxes))
    assert boxes[0][0] >= 0
    assert boxes[-1][1] <= width
    assert sideways(page) == 0


def test_from_right_to_left_time_runs_so_too(page: Page, address: str) -> None:
    page.goto(address + WHO)
    page.evaluate("document.documentElement.dir = 'rtl'")
    x = page.locator(".chronicle circle").evaluate_all("all => all.map(e => e.getBoundingClientRect().left)")
    assert x == sorted(x, reverse=True)


def test_an_organisation_that_speaks_has_a_picture_and_a_place_has_none(page: Page, address: str) -> None:
    page.goto(address + "organisations/ravelsea-harbour-trust/")
    assert page.get_by_role("heading", name="Quotations over time").count() == 1
    page.wait_for_load_state("networkidle")
    page.goto(address + "places/ravelsea/")
    assert page.locator(".chronicle").count() == 0
    assert page.locator(".filters").count() == 0


def test_within_one_screen_who_how_much_when_and_about_what(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 1280, "height": 800})
    page.goto(address + WHO)
    expect(page.get_by_text("16 quotations in 8 articles")).to_be_in_viewport()
    expect(page.locator(".facts").get_by_role("link", name="breakwater")).to_be_in_viewport()
    expect(page.locator(".chronicle .plot")).to_be_in_viewport(ratio=1)
    expect(page.locator(LINES).first).to_be_in_viewport()


def test_on_paper_no_controls_and_all_quotations(page: Page, address: str) -> None:
    page.goto(address + WHO)
    page.emulate_media(media="print")
    assert page.locator(".filters:visible, .sections:visible").count() == 0
    assert len(shown(page)) == page.locator(LINES).count()


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site in which somebody speaks 260 times in 130 articles, over eleven years."""
    folder = tmp_path_factory.mktemp("long")
    (folder / "content").mkdir()
    (folder / "sitegen.toml").write_text('title = "T"\n', "utf-8")
    for number in range(130):
        day = datetime.date(2012, 1, 1) + datetime.timedelta(30 * number)
        (folder / f"content/a{number:03}.md").write_text(
            f"---\ntitle: Day {number}\ndate: {day}\n---\n\n"
            f'"Mooring {number} is closed to ships," Mary Lee said.\n\n'
            f"Mary Lee said that basin {number} stays open.\n",
            "utf-8",
        )
    built = build(folder, today=datetime.date(2026, 1, 1), parser=ToyParser())
    return built.output / "people/mary-lee"


def test_of_a_long_list_the_page_at_hand_is_filtered_and_says_so(page: Page, long: Path) -> None:
    page.goto(on_disk(long, "page-2"))
    heading = page.get_by_role("heading", name="Quotations 101 to 200 of 260")
    assert "back to" in heading.inner_text()
    assert status(page) == "100 quotations on this page; the list has 260, and only this page is filtered"
    page.get_by_label("Kind").select_option("direct")
    assert status(page).startswith("50 of 100 quotations on this page; the list has 260")
    assert page.locator(".chronicle").count() == 0
    page.locator(".years").get_by_role("link", name="2012").click()
    page.wait_for_url("**/page-3/index.html#q-*")
    expect(page.locator(":target")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 1280])
def test_of_many_quotations_a_bar_leads_to_the_page_that_has_them(page: Page, long: Path, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 900})
    page.goto(on_disk(long))
    bars = page.locator(".chronicle .many")
    assert 8 <= bars.count() <= 27
    boxes = bars.locator("path:not(.hit)").evaluate_all("all => all.map(e => e.getBoundingClientRect())")
    assert all(after["left"] >= before["right"] - 0.1 for before, after in pairwise(boxes))
    bars.first.locator("path").last.click()
    page.wait_for_url("**/page-3/index.html#q-*")
    assert "2012" in (page.locator(".group:has(:target)").get_attribute("data-date") or "")


def test_who_speaks_can_be_followed(page: Page, address: str, demo: Path) -> None:
    page.goto(address + WHO)
    link = page.get_by_role("link", name="Feed of new quotations")
    assert link.get_attribute("href") == "../../people/alec-drummore/feed.xml"
    assert (demo / WHO / "feed.xml").is_file()
    # Who never speaks has none. A page that is left half loaded complains.
    page.wait_for_load_state("networkidle")
    page.goto(address + "people/edward-vii/")
    assert link.count() == 0
