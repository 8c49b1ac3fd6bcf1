"""What a built site's search index gives away, or says otherwise than the articles."""

import gzip
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sitegen.build import build
from sitegen.cli import main
from tests.check.built import DAY, codes, write
from tests.incremental.edits import matter
from tests.toy import ToyParser

MARK = b"pagefind_dcd"
TEXT = "Mary Lee came early to the quay.\n\n“We won the harbour at last,” said Mary Lee.\n"
SECRET = "Nora Quill hid the harbour papers under seven floorboards of the mill."


def made(folder: Path, **options: Any) -> Path:
    build(folder, today=DAY, parser=ToyParser(), **options)
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("searched")
    write(folder, "sitegen.toml", 'title = "The Record"\nbase_url = "https://a.example/"\n')
    write(folder, "content/first.md", matter(title="Harbour won", date="2026-04-01") + TEXT)
    write(folder, "content/draft.md", matter(title="The mill papers", draft="true") + SECRET)
    write(folder, "content/people/penn.md", matter(name="Tom Penn", suppress="true"))
    write(folder, "content/second.md", matter(title="Pier", date="2026-04-02") + "Tom Penn said: “I never left.”\n")
    return made(folder)


def index_of(folder: Path) -> dict[str, bytes]:
    files = (folder / "_site" / "pagefind").rglob("*")
    return {path.relative_to(folder / "_site").as_posix(): path.read_bytes() for path in files if path.is_file()}


def results(folder: Path) -> dict[str, tuple[Path, dict[str, Any]]]:
    found = {}
    for path in (folder / "_site" / "pagefind" / "fragment").iterdir():
        read = json.loads(gzip.decompress(path.read_bytes()).removeprefix(MARK))
        found[read["url"]] = (path, read)
    return found


def rewrite(folder: Path, prefix: str, change: Callable[[dict[str, Any]], object]) -> str:
    """Change a result of the search, and return the path of its file."""
    path, read = next(found for url, found in sorted(results(folder).items()) if url.startswith(prefix))
    change(read)
    path.write_bytes(gzip.compress(MARK + json.dumps(read).encode()))
    return path.relative_to(folder / "_site").as_posix()


def test_drafts_and_suppressed_people_are_not_found(site: Path) -> None:
    assert codes(site) == set()
    found = results(site)
    assert "articles/first/" in found
    assert not [url for url in found if "draft" in url or "penn" in url]
    said = json.dumps([read for _, read in found.values()], ensure_ascii=False)
    assert "floorboards" not in said
    assert "Penn" not in said
    assert "I never left." in said
    words = b"".join(gzip.decompress(content) for path, content in index_of(site).items() if ".pf_" in path)
    assert b"floorboard" not in words
    assert b"penn" not in words.lower()


def test_what_is_shown_with_drafts_is_found_with_them(copy: Path) -> None:
    made(copy, drafts=True)
    assert "articles/draft/" in results(copy)


def test_a_changed_word_of_a_quotation(copy: Path) -> None:
    path = rewrite(copy, "articles/first/#", lambda read: read.update(content="We lost the harbour at last,"))
    assert ("check-quotation", path) in codes(copy)


def test_a_changed_word_of_an_article(copy: Path) -> None:
    path = rewrite(copy, "articles/first/", lambda read: read.update(content=read["content"].replace("early", "late")))
    assert ("check-text", path) in codes(copy)


def test_a_result_of_nothing_published(copy: Path) -> None:
    path = rewrite(copy, "articles/first/#", lambda read: read.update(url="articles/gone/#q-1"))
    assert ("check-quotation", path) in codes(copy)


def test_hidden_words_inside_the_packing(copy: Path) -> None:
    path = rewrite(copy, "people/", lambda read: read.update(content=f"{SECRET} So Tom Penn said."))
    assert {("check-unpublished", path), ("check-suppressed", path)} <= codes(copy)


@pytest.fixture
def inside(copy: Path) -> Path:
    """A site whose quotations are found inside their articles."""
    settings = (copy / "sitegen.toml").read_text("utf-8")
    write(copy, "sitegen.toml", settings + '[quotes]\npages = "none"\n[search]\nquotations = "pages"\n')
    write(copy, "content/people/rook.md", matter(name="Nora Rook", noindex="true"))
    write(copy, "content/third.md", matter(title="Third", date="2026-04-03") + "“I was asked,” said Nora Rook.\n")
    return made(copy)


def rewrite_inside(folder: Path, number: int, value: object) -> str:
    """Change what the result of the first article shows of the quotation inside it."""

    def change(read: dict[str, Any]) -> None:
        (row,) = json.loads(read["filters"]["inside"][0])
        row[number] = value
        read["filters"]["inside"] = [json.dumps([row])]

    return rewrite(folder, "articles/first/", change)


def test_quotations_inside_their_articles(inside: Path) -> None:
    assert codes(inside) == set()
    found = results(inside)
    assert not [url for url in found if "#" in url]
    text, filters = found["articles/first/"][1]["content"], found["articles/first/"][1]["filters"]
    ((_, kind, ((start, end),), *others),) = json.loads(filters["inside"][0])
    assert text[start:end] == "We won the harbour at last,"
    assert (kind, others) == ("Direct quotation", ["Mary Lee", "Mary Lee", "", ""])
    assert filters["kind"] == ["Article", "Direct quotation"]


def test_nobody_kept_from_search_engines_and_nobody_suppressed_is_quoted_inside(inside: Path) -> None:
    found = results(inside)
    for article in ("second", "third"):
        assert "inside" not in found[f"articles/{article}/"][1]["filters"]
    said = [json.dumps(read["filters"]) for _, read in found.values()]
    assert not [each for each in said if "Rook" in each or "Penn" in each]


@pytest.mark.parametrize(("number", "value"), [(0, "q-none"), (2, [[0, 8]]), (2, [[34, 40]]), (5, "denied that")])
def test_a_quotation_inside_that_the_article_has_not_so(inside: Path, number: int, value: object) -> None:
    assert ("check-quotation", rewrite_inside(inside, number, value)) in codes(inside)


@pytest.mark.parametrize("value", [None, [[1, "x"]], "words"])
def test_a_quotation_inside_that_cannot_be_read(inside: Path, value: object) -> None:
    assert ("check-data", rewrite_inside(inside, 2, value)) in codes(inside)


def test_a_damaged_file(copy: Path) -> None:
    path, _ = next(iter(results(copy).values()))
    path.write_bytes(b"\x1f\x8bnothing")
    assert ("check-data", path.relative_to(copy / "_site").as_posix()) in codes(copy)


def test_no_search_leaves_the_index_out_and_takes_an_old_one_away(copy: Path) -> None:
    made(copy, search=False)
    assert index_of(copy) == {}
    assert (copy / "_site" / "search" / "index.html").is_file()
    assert codes(copy) == set()
    made(copy)
    assert "pagefind/pagefind-entry.json" in index_of(copy)


def test_a_site_without_pagefind_is_written_and_says_so(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(copy, "content/third.md", matter(title="Third", date="2026-04-03") + "Mary Lee went home.\n")
    with monkeypatch.context() as patched:
        patched.setenv("PAGEFIND_BINARY_PATH", str(copy / "gone"))
        built = build(copy, today=DAY, parser=ToyParser())
        assert "search-unavailable" in {found.code for found in built.diagnostics}
        assert index_of(copy) == {}
        assert (copy / "_site" / "articles" / "third" / "index.html").is_file()
    # As soon as it can be started, the index comes.
    built = build(copy, today=DAY, parser=ToyParser())
    assert "search-unavailable" not in {found.code for found in built.diagnostics}
    assert "articles/third/" in results(copy)


def test_an_index_is_that_of_a_clean_build(copy: Path, tmp_path: Path) -> None:
    write(copy, "content/first.md", matter(title="Harbour lost", date="2026-04-01") + TEXT)
    made(copy)
    assert index_of(copy) != {}
    clean = made(copy, output=tmp_path / "clean")
    elsewhere = {
        path.relative_to(tmp_path / "clean").as_posix(): path.read_bytes()
        for path in (tmp_path / "clean" / "pagefind").rglob("*")
        if path.is_file()
    }
    assert clean == copy
    assert elsewhere == index_of(copy)


@pytest.mark.model
def test_the_command_leaves_it_out_as_well(copy: Path) -> None:
    asked = CliRunner().invoke(main, ["build", str(copy), "--no-search", "--today", str(DAY)])
    assert asked.exit_code == 0, asked.output
    assert index_of(copy) == {}
