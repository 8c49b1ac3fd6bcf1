"""Files of data and structured data against the articles: one changed character is found, and named by its line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from sitegen.build import build
from sitegen.check import check
from sitegen.check.data_rows import pieces
from sitegen.checking import check_site
from tests.check.built import DAY, Captured, edit
from tests.incremental.edits import matter
from tests.toy import ToyParser

BODY = """Mary Lee came early to the quay.

"We won the harbour at last," said Mary Lee. "Nobody else in this town wants it, and nobody else will get it."

Tom Penn told them that the ferry would "never leave the old pier" on Sundays, and nobody heard more of it that day.

"=1+1 is what the “books” say," said Tom Penn.
"""
FILES = ("articles/first/annotations.jsonld", "data/quotes.jsonl", "data/quotes.csv")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("told")
    (folder / "content").mkdir()
    (folder / "sitegen.toml").write_text('title = "The Record"\nbase_url = "https://a.example/records/"\n')
    head = matter(title='"=Harbour won"', date="2026-04-01")
    (folder / "content/first.md").write_text(head + BODY, "utf-8")
    build(folder, today=DAY, parser=ToyParser())
    return folder


def found(folder: Path) -> set[tuple[str, str, int | None]]:
    return {(each.code, each.path, each.line) for each in check_site(folder, today=DAY).diagnostics}


def test_a_good_site(site: Path) -> None:
    report = check_site(site, today=DAY)
    assert report.diagnostics == ()
    assert next(finding for finding in report.findings if finding.name == "data").checked > 10
    assert "'=1+1 is" in (site / "_site/data/quotes.csv").read_text("utf-8")


def test_large_files_are_searched_in_parts() -> None:
    content = b"".join(b"%07d,%s\n" % (number, b"x" * 90) for number in range(30_000))
    parts = list(pieces("data/quotes.csv", content))
    assert b"".join(parts) == content
    assert len(parts) == 3
    assert all(part.endswith(b"\n") for part in parts)
    assert list(pieces("data/quotes.csv", b"")) == [b""]
    assert list(pieces("own.csv", content)) == [content]


def test_what_is_not_published_is_not_in_the_data(copy: Path) -> None:
    secret = "Nora Quill hid the harbour papers under seven floorboards of the mill."
    (copy / "content/draft.md").write_text(matter(title="The mill", draft="true") + f'"{secret}" said Mary Lee.\n')
    build(copy, today=DAY, parser=ToyParser())
    assert check_site(copy, today=DAY).diagnostics == ()
    with (copy / "_site/data/quotes.csv").open("a", encoding="utf-8") as file:
        file.write(f"{secret}\n")
    codes = {code for code, path, _ in found(copy) if path == "data/quotes.csv"}
    assert codes == {"check-unpublished", "check-data"}


@pytest.fixture(scope="module")
def captured(site: Path) -> Captured:
    return Captured(site)


def places(captured: Captured) -> list[tuple[str, int, int]]:
    """Return where words of quotations stand in files of data."""
    rows = [json.loads(line) for line in captured.files["data/quotes.jsonl"].decode().splitlines()]
    words = {part.split("“")[0].removeprefix("=") for row in rows for part in row["text"]}
    found = []
    for path in FILES:
        text = captured.files[path].decode()
        for part in sorted(words):
            start = text.find(part)
            while start >= 0:
                found.append((path, start, start + len(part)))
                start = text.find(part, start + 1)
    return found


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_one_changed_character_fails_and_is_named(captured: Captured, data: st.DataObject) -> None:
    path, start, end = data.draw(st.sampled_from(places(captured)))
    text = captured.files[path].decode()
    place = data.draw(st.integers(start, end - 1))
    change = data.draw(st.sampled_from(["", "x", "é", " "]))
    keep = data.draw(st.booleans())
    changed = text[:place] + change + (text[place] if keep else "") + text[place + 1 :]
    if changed == text:
        return
    report = check(captured.paths, {**captured.files, path: changed.encode()}.items(), captured.expected)
    lines = {each.line for each in report.diagnostics if each.path == path}
    # A row of CSV may go over several lines, and is named by the first of them.
    assert lines, changed[start - 20 : end + 20]
    assert all(line is not None and line <= text[:place].count("\n") + 1 for line in lines)


CHANGES: dict[str, tuple[str, Callable[[Path], int], str]] = {
    "a prefix": (
        "articles/first/annotations.jsonld",
        lambda site: edit(
            site, "articles/first/annotations.jsonld", '"suffix":"\\" said Mary', '"suffix":"\\" said Nora'
        ),
        "check-quotation",
    ),
    "an offset": (
        "data/quotes.jsonl",
        lambda site: edit(site, "data/quotes.jsonl", '"spans":[[', '"spans":[[1'),
        "check-quotation",
    ),
    "another article": (
        "data/quotes.jsonl",
        lambda site: edit(site, "data/quotes.jsonl", '"article":"first"', '"article":"second"'),
        "check-text",
    ),
    "another title": (
        "data/quotes.jsonl",
        lambda site: edit(site, "data/quotes.jsonl", '"=Harbour won"', '"=Harbour lost"'),
        "check-quotation",
    ),
    "a quotation of nobody": (
        "data/quotes.csv",
        lambda site: edit(site, "data/quotes.csv", "\nq-", "\nq-0") + 1,
        "check-quotation",
    ),
    "a mention": (
        "data/mentions.jsonl",
        lambda site: edit(site, "data/mentions.jsonl", '"text":"Mary Lee"', '"text":"Mary Leo"'),
        "check-text",
    ),
    "a mention in a cell": (
        "data/mentions.csv",
        lambda site: edit(site, "data/mentions.csv", ",Tom Penn,", ",Tim Penn,"),
        "check-text",
    ),
    "a field that is gone": (
        "data/mentions.jsonl",
        lambda site: edit(site, "data/mentions.jsonl", '"start":', '"begin":'),
        "check-data",
    ),
    "a cell too many": (
        "data/mentions.csv",
        lambda site: edit(site, "data/mentions.csv", ",Tom Penn,", ",Tom Penn,Tom Penn,"),
        "check-data",
    ),
    "a script": (
        "quotes/ID/index.html",
        lambda site: edit(site, quote_page(site), '"text":["We won', '"text":["We lost'),
        "check-quotation",
    ),
    "the script of the article": (
        "articles/first/index.html",
        lambda site: edit(site, "articles/first/index.html", '"text":["We won', '"text":["We lost'),
        "check-quotation",
    ),
    "the headline in a script": (
        "articles/first/index.html",
        lambda site: edit(site, "articles/first/index.html", '"headline":"=Harbour won"', '"headline":"Harbour won"'),
        "check-text",
    ),
    "a script that is none": (
        "articles/first/index.html",
        lambda site: edit(site, "articles/first/index.html", '"headline":', "headline:"),
        "check-html",
    ),
}


def quote_page(site: Path) -> str:
    for path in sorted((site / "_site/quotes").glob("q-*/index.html")):
        if '"text":["We won' in path.read_text("utf-8"):
            return path.relative_to(site / "_site").as_posix()
    raise AssertionError("no page has these words")


@pytest.mark.parametrize("name", CHANGES)
def test_what_is_wrong_is_told_with_its_line(copy: Path, name: str) -> None:
    path, change, code = CHANGES[name]
    path = path.replace("quotes/ID/index.html", quote_page(copy))
    line = change(copy)
    assert (code, path, line) in found(copy)


def test_a_file_of_the_authors_own_is_not_taken_for_annotations(copy: Path) -> None:
    (copy / "content/own").mkdir()
    (copy / "content/own/annotations.jsonld").write_text("{}")
    build(copy, today=DAY, parser=ToyParser())
    assert check_site(copy, today=DAY).diagnostics == ()
