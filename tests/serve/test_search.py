"""Searching in the preview: what was saved is found, and nothing waits for that."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from sitegen.diagnostics import Diagnostic
from sitegen.model.search_record import SearchRecord
from sitegen.render import Theme
from sitegen.serve import search as module
from sitegen.serve.search import SearchIndex
from sitegen.serve.snapshot import Snapshot
from tests.serve.preview import article, previewed, small_site

ENTRY = "pagefind/pagefind-entry.json"


def shown(*titles: str) -> Snapshot:
    def records() -> tuple[SearchRecord, ...]:
        return tuple(SearchRecord(f"{title}/", "Article", title, f"All of {title}.") for title in titles)

    return Snapshot({}, Theme({}), searched=records)


def test_an_index_is_made_when_it_is_asked_for_and_again_after_a_change(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[int] = []
    make = module.index_files

    def counted(records: tuple[SearchRecord, ...], language: str) -> tuple[tuple[str, bytes], ...]:
        made.append(len(records))
        return make(records, language)

    monkeypatch.setattr(module, "index_files", counted)
    index = SearchIndex(lambda remark: pytest.fail(str(remark)))
    first = shown("one")
    assert index.content(first, "pagefind/pagefind.js")
    before = json.loads(index.content(first, ENTRY) or b"")["languages"]["en"]["hash"]
    # What is shown may be built again and again and say the same.
    assert index.content(shown("one"), ENTRY)
    assert made == [1]
    assert json.loads(index.content(shown("one", "two"), ENTRY) or b"")["languages"]["en"]["page_count"] == 2
    assert made == [1, 2]
    # A page that began with the index before still finds its files.
    assert index.content(first, f"pagefind/pagefind.{before}.pf_meta")
    assert index.content(first, "pagefind/gone.js") is None


def test_without_pagefind_there_is_no_index_and_one_remark(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "gone"))
    remarks: list[Diagnostic] = []
    index = SearchIndex(remarks.append)
    snapshot = shown("one")
    assert index.content(snapshot, ENTRY) is None
    assert index.content(snapshot, "pagefind/pagefind.js") is None
    assert [remark.code for remark in remarks] == ["search-unavailable"]


@pytest.mark.model
def test_what_is_saved_is_found(browser: Browser, tmp_path: Path) -> None:
    site = small_site(tmp_path / "site")
    with previewed(site) as preview:
        context = browser.new_context()
        page = context.new_page()
        page.goto(f"{preview.address}/search/?q=lighthouse")
        expect(page.locator(".tally")).to_have_text("No results for “lighthouse”.")
        article(site / "content" / "lamp.md", "The lamp", "The lighthouse is dark.")
        preview.shows("/articles/lamp/", "lighthouse")
        # The page that stands open may be on its way to show the new article itself.
        page = context.new_page()
        page.goto(f"{preview.address}/search/?q=lighthouse")
        expect(page.locator(".results a").first).to_have_attribute("href", "../articles/lamp/")
        context.close()
