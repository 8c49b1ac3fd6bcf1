"""What is measured of how pages look is found where it is, and nowhere else."""

from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import Browser, Page

from tests.looks import cut, faint, outside, sideways, small_targets

SHEET = "body { margin: 0; font: 16px/1.5 sans-serif; background: #fff; color: #000 } .vh { clip-path: inset(50%) }"
FAULTS: list[tuple[Callable[[Page], object], str]] = [
    (sideways, '<p style="width: 400px">words</p>'),
    (outside, '<p style="margin-left: -9px">words</p>'),
    (outside, '<p style="width: 330px">words</p>'),
    (cut, '<pre style="width: 40px; overflow: auto">words and words</pre>'),
    (faint, '<p style="color: #888">words</p>'),
    (faint, '<p style="background: #333">words</p>'),
    (faint, '<div style="background: rgb(0 0 0 / .7)"><p>words</p></div>'),
    (faint, '<style>p::before { content: "x"; color: #ccc }</style><p>words</p>'),
    (faint, '<svg><text y="20" fill="#bbb">words</text></svg>'),
    (small_targets, '<a href="#">a</a> <a href="#">b</a>'),
    (small_targets, '<button style="width: 12px; padding: 0">a</button><button style="width: 12px">b</button>'),
]
SOUND: list[tuple[Callable[[Page], object], str]] = [
    (sideways, "<p>words</p>"),
    (outside, '<div style="overflow: auto"><p style="width: 400px">words</p></div>'),
    (outside, '<p class="vh" style="position: absolute; left: -99px">words</p>'),
    (cut, "<pre>words and words</pre>"),
    (faint, '<p style="background: #000; color: #888">words</p>'),
    (faint, '<p class="vh" style="color: #fff">words</p>'),
    (faint, '<svg><text y="20" fill="#666" color="#fff">words</text></svg>'),
    (small_targets, '<p>A word and <a href="#">a</a> and <a href="#">b</a>.</p>'),
    (small_targets, '<a href="#">a</a>'),
]


@pytest.fixture(scope="module")
def window(browser: Browser) -> Iterator[Page]:
    page = browser.new_page(viewport={"width": 320, "height": 400})
    yield page
    page.close()


@pytest.mark.parametrize(("measure", "html"), FAULTS)
def test_a_fault_is_found(window: Page, measure: Callable[[Page], object], html: str) -> None:
    window.set_content(f"<!doctype html><style>{SHEET}</style>{html}")
    assert measure(window)


@pytest.mark.parametrize(("measure", "html"), SOUND)
def test_what_is_sound_is_not(window: Page, measure: Callable[[Page], object], html: str) -> None:
    window.set_content(f"<!doctype html><style>{SHEET}</style>{html}")
    assert not measure(window)
