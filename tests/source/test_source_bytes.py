"""Encodings, ids, records and pages."""

import pytest

from sitegen.source import article_id, read_article, read_page, read_record, slugify


def _article(content: bytes, path: str = "content/a.txt", identifier: str = "a"):
    return read_article(path, identifier, content, language="en", timezone="Europe/Paris")


def test_a_byte_order_mark_and_foreign_line_ends_are_normalised() -> None:
    article, notes = _article(b"\xef\xbb\xbfOne.\r\nTwo.\rThree.")
    assert article is not None
    assert article.text == "One.\nTwo.\nThree."
    assert notes == ()


def test_a_bad_byte_is_named_with_line_column_and_offset() -> None:
    article, (note,) = _article("One.\r\nZoë ".encode() + b"\x93Yes\x94")
    assert article is None
    assert (note.code, note.severity, note.line, note.column) == ("not-utf-8", "error", 2, 5)
    assert "byte offset 11" in note.message
    assert "“" in note.hint


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_utf_16_is_recognised(encoding: str) -> None:
    article, (note,) = _article("The harbour opened.".encode(encoding))
    assert article is None
    assert note.code == "not-utf-8"
    assert "UTF-" in note.message
    assert "UTF-8" in note.hint


def test_control_characters_stay_and_are_noted_once() -> None:
    for path in ("a.txt", "a.md"):
        article, notes = _article(b"One\x00 word.\n\nTwo\x07 words\x00.", path)
        assert article is not None
        assert article.text == "One\x00 word.\n\nTwo\x07 words\x00."
        assert [note.line for note in notes if note.code == "control-character"] == [1]


@pytest.mark.parametrize("content", [b"", b" \n\t\n", b"\xef\xbb\xbf\r\n"])
def test_an_empty_file_is_skipped(content: bytes) -> None:
    for path in ("a.txt", "a.md"):
        article, (note,) = _article(content, path)
        assert article is None
        assert (note.code, note.severity) == ("empty-file", "warning")


@pytest.mark.parametrize(
    ("path", "identifier"),
    [
        ("News/Über uns.md", "news/uber-uns"),
        ("2024/05/The  Quay!.txt", "2024/05/the-quay"),
        ("Report v1.2.md", "report-v1-2"),
        ("Москва.md", "moskva"),
        ("../a.md", "a"),
    ],
)
def test_ids_come_from_paths(path: str, identifier: str) -> None:
    assert article_id(path) == identifier


def test_slugs() -> None:
    assert slugify("  Ann O’Hara  ") == "ann-o-hara"
    assert slugify("!!!", fallback="untitled") == "untitled"
    assert slugify("!!!") == slugify("!!!") != slugify("???")
    assert slugify("word " * 40) == "-".join(["word"] * 16)


def test_an_article_may_not_continue_the_index() -> None:
    article, notes = _article(b"Words.", "content/page-2.txt", "page-2")
    assert article is None
    assert "id-reserved" in [note.code for note in notes]
    assert _article(b"Words.", "content/old/page-2.txt", "old/page-2")[0] is not None


def test_a_record() -> None:
    content = (
        "---\nname: Zoë  Marsh\nvariants: [Z. Marsh, Zoë Marsh]\nborn: 1970\nvarients: x\n---\n\nA *pilot*.\n".encode()
    )
    record, (note,) = read_record("content/people/z.md", "person", content)
    assert record is not None
    assert (record.id, record.name, record.variants, record.note) == (
        "zoe-marsh",
        "Zoë Marsh",
        ("Z. Marsh",),
        "A *pilot*.",
    )
    assert (note.code, note.line, note.hint) == ("front-matter-unknown-key", 5, "did you mean “variants”?")


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"A pilot.", "record-name"),
        (b"---\nname:\n---\n", "record-name"),
        (b"---\nname: [a]\n---\n", "front-matter-type"),
        (b"---\nname: Ann Lee\nid: ../ann\n---\n", "slug-invalid"),
        (b"---\nname: Ann Lee\n", "front-matter-not-closed"),
        (b"\xff", "not-utf-8"),
        (b"\n", "empty-file"),
    ],
)
def test_a_record_without_a_proper_name_is_refused(content: bytes, code: str) -> None:
    record, notes = read_record("content/people/a.md", "person", content)
    assert record is None
    assert notes[0].code == code
    assert all(note.hint for note in notes)


def test_pages_have_no_bylines() -> None:
    page, notes = read_page("content/pages/a.md", "a", b"# About\n\nBy Ann Lee\n", language="en", timezone="UTC")
    assert page is not None
    assert (page.title, page.bylines, page.authors) == ("About", (), ())
    assert not notes


def test_only_a_page_that_begins_with_its_title_does_without_front_matter() -> None:
    for content in (b"## About\n\nUs.\n", b"Us.\n\n# About\n", b"\n---\ntitle: About\n---\n"):
        _, notes = read_page("content/pages/a.md", "a", content, language="en", timezone="UTC")
        assert "front-matter-missing" in [note.code for note in notes]
    _, notes = read_article("content/a.md", "a", b"# Ferry\n\nIt left.\n", language="en", timezone="UTC")
    assert [note.code for note in notes] == ["front-matter-missing"]
