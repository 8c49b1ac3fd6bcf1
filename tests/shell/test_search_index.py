"""The files of a search index: what is in them, always the same, and what is said where they cannot be made."""

import gzip
import json
import os
import stat
from pathlib import Path

import pytest

from sitegen.model.search_record import SearchRecord
from sitegen.pipeline.memo import Memo, MemoryStore
from sitegen.shell import search_index
from sitegen.shell.search_index import SearchUnavailableError, index_files, pagefind_version, remembered_index

RECORDS = (
    SearchRecord("people/ann-lee/", "Person", "Ann Lee", names=("A. Lee",), people=("Ann Lee",)),
    SearchRecord("articles/a/", "Article", "Harbour", "Ann Lee came.", people=("Ann Lee", "Bo"), year="2026"),
    SearchRecord("articles/a/#q-1", "Direct quotation", "Ann Lee", "We won", people=("Ann Lee",), has_page=True),
)


def crowd(number: int) -> tuple[SearchRecord, ...]:
    return tuple(
        SearchRecord(f"people/{each}/", "Person", f"P{each}", people=(f"P{each}",), year=str(2000 + each % 30))
        for each in range(number)
    )


def fragments(files: dict[str, bytes]) -> list[dict[str, object]]:
    found = [gzip.decompress(content) for path, content in files.items() if path.endswith(".pf_fragment")]
    return sorted((json.loads(each.removeprefix(b"pagefind_dcd")) for each in found), key=lambda each: each["url"])


def test_a_record_is_a_result() -> None:
    article, quotation, person = fragments(dict(index_files(RECORDS, "en")))
    assert article["filters"] == {"kind": ["Article"], "person": ["Ann Lee", "Bo"], "year": ["2026"]}
    assert quotation["url"] == "articles/a/#q-1"
    assert quotation["content"] == "We won"
    assert quotation["filters"] == {"kind": ["Direct quotation"], "own": ["page"], "person": ["Ann Lee"]}
    assert person["meta"] == {"title": "Ann Lee", "names": "A. Lee"}


def test_equal_records_make_equal_files() -> None:
    # Pagefind itself orders the values of a filter by chance: of 300, no two of its runs agree.
    records = crowd(300)
    assert index_files(records, "en") == index_files(records, "en")


def test_every_file_that_the_list_names_is_there() -> None:
    files = dict(index_files(crowd(300), "en"))
    entry = json.loads(files["pagefind/pagefind-entry.json"])
    (listed,) = entry["languages"].values()
    assert listed["page_count"] == 300
    meta = gzip.decompress(files[f"pagefind/pagefind.{listed['hash']}.pf_meta"])
    for path in files:
        if path.endswith((".pf_filter", ".pf_index", ".pf_fragment")):
            assert Path(path).stem.encode() in meta
    assert not [path for path in files if "ui." in path or "highlight" in path]


@pytest.mark.parametrize(("language", "program"), [("en", "wasm.en"), ("pt-BR", "wasm.pt-BR"), ("xx", "wasm.unknown")])
def test_all_records_are_of_one_language(language: str, program: str) -> None:
    files = dict(index_files(RECORDS, language))
    assert list(json.loads(files["pagefind/pagefind-entry.json"])["languages"]) == [language]
    assert [path for path in files if "wasm" in path] == [f"pagefind/{program}.pagefind"]


def test_nothing_to_be_found() -> None:
    assert "pagefind/pagefind-entry.json" in dict(index_files((), "en"))


def test_an_index_is_made_once(monkeypatch: pytest.MonkeyPatch) -> None:
    memo = Memo(MemoryStore())
    made = remembered_index(RECORDS, "en", memo)

    def refuse() -> None:
        raise AssertionError("Pagefind was started")

    monkeypatch.setattr(search_index, "get_executable", refuse)
    assert remembered_index(RECORDS, "en", memo) == made
    with pytest.raises(AssertionError):
        remembered_index(RECORDS[1:], "en", memo)


def program(folder: Path, script: str) -> str:
    path = folder / "pagefind"
    path.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return os.fspath(path)


@pytest.mark.parametrize(
    ("script", "message"),
    [
        ("exit 3", "it ended before its time"),
        ("printf 'bm8=,'; cat >/dev/null", "its answer makes no sense"),
        ("printf 'eyJwYXlsb2FkIjp7InR5cGUiOiJFcnJvciIsIm1lc3NhZ2UiOiJubyJ9fQ==,'; cat >/dev/null", "no"),
    ],
)
def test_a_program_that_fails(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, message: str) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", program(tmp_path, script))
    with pytest.raises(SearchUnavailableError, match=message):
        index_files(RECORDS, "en")


def test_a_program_that_is_missing_or_cannot_be_started(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PAGEFIND_BINARY_PATH", str(tmp_path / "gone"))
    with pytest.raises(SearchUnavailableError, match="no such file"):
        pagefind_version()
    files, (remark,) = remembered_index(RECORDS, "en", Memo(MemoryStore()))
    assert files == ()
    assert (remark.code, remark.severity) == ("search-unavailable", "warning")
    monkeypatch.setattr(search_index, "get_executable", lambda: None)
    with pytest.raises(SearchUnavailableError, match="not installed"):
        index_files(RECORDS, "en")
