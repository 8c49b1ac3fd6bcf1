"""The examples of docs/theme.md make a site that does what the page says."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from sitegen.build import build
from sitegen.checking import check_site
from tests.toy import ToyParser

GUIDE = (Path(__file__).parent.parent / "docs/theme.md").read_text("utf-8")
# The first line of an example is a comment with its path; before front matter, which must come first, it goes.
EXAMPLE = re.compile(
    r"^```(\w+)\n(?:/\*|\{#|//|<!--) (\S+?)(?: (?:\*/|#\}|-->))?\n(.*?)^```$", re.MULTILINE | re.DOTALL
)
ARTICLE = """---
title: Ferry
date: 2026-01-01
---

"We won the harbour at last," Mary Lee said.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("own")
    files = {path: content for _, path, content in EXAMPLE.findall(GUIDE)}
    assert len(files) == GUIDE.count("\n```") // 2
    files |= {"sitegen.toml": 'title = "T"\nbase_url = "https://a.example/"\n', "content/ferry.md": ARTICLE}
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(content, "utf-8")
    build(folder, parser=ToyParser())
    return folder


def test_it_passes_its_check(built: Path) -> None:
    assert check_site(built).diagnostics == ()


@pytest.mark.parametrize(
    ("scheme", "colour"), [("light", "rgb(122, 31, 92)"), ("dark", "rgb(232, 160, 207)")], ids=["light", "dark"]
)
def test_the_bar_of_the_very_words_has_the_new_colour(browser: Browser, built: Path, scheme: str, colour: str) -> None:
    page = browser.new_page(color_scheme=scheme)  # type: ignore[arg-type]
    page.goto((built / "_site/articles/ferry/index.html").as_uri())
    assert colour in page.locator(".said").first.evaluate("e => getComputedStyle(e).boxShadow")
    assert page.evaluate("document.documentElement.dataset.words") is not None
    page.close()


def test_parts_and_kinds_of_pages(built: Path) -> None:
    (quotation,) = (built / "_site/quotes").glob("q-*/index.html")
    assert "please name the page" in quotation.read_text("utf-8")
    dossier = (built / "_site/pages/dossier/index.html").read_text("utf-8")
    assert "Dossier. All quotations" in dossier
    assert "What the council said, and when." in dossier
    assert "fonts.example.org" in dossier


def test_the_properties_are_those_of_the_style_sheet() -> None:
    style = (Path(__file__).parent.parent / "static/style.css").read_text("utf-8")
    named = re.findall(r"`(--[a-z-]+)`", GUIDE)
    assert len(named) > 10
    assert [name for name in named if f"{name}:" not in style] == []


def test_the_blocks_are_those_of_the_base() -> None:
    base = (Path(__file__).parent.parent / "templates/base.html").read_text("utf-8")
    table = GUIDE.split("| block | what stands there |")[1].split("\n\n")[0]
    assert re.findall(r"^\| `(\w+)`", table, re.MULTILINE) == re.findall(r"block (\w+)", base)
