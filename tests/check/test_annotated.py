"""A site with decisions and notes of people against its content: notes are no part of an article's text."""

from pathlib import Path

import pytest

from sitegen.build import build
from tests.check.built import DAY, codes, edit, write
from tests.incremental.edits import matter
from tests.toy import ToyParser

SECRET = "Nora Quill hid the harbour papers under seven floorboards of the mill."
BODY = """Mary Lee came early to the quay with Tom Penn.

"We won the harbour at last," said Mary Lee. "Nobody else in this town wants it, and nobody else will get it."

Tom Penn told them that the ferry would "never leave the old pier" on Sundays.
"""
NOTES = f"""
- exact: We won the harbour at last,
  decision: correct
  speaker: Tom Penn
  by: The desk
  date: 2026-04-20
  why: The minutes have him speak.
- exact: We won the harbour at last,
  note: "Some said: > “We won the harbour.” {SECRET}"
- exact: never leave the old pier
  decision: reject
  speaker: Tom Penn
  date: 2026-04-21
- exact: early to the quay
  note: |
    > “A quotation of nobody.”

    # At seven
"""
ARTICLE = "articles/first/index.html"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("annotated")
    reports = '[reports]\nto = "mailto:desk@example.org"\n'
    write(folder, "sitegen.toml", f'title = "The Record"\nbase_url = "https://a.example/records/"\n{reports}')
    write(folder, "content/first.md", matter(title="Harbour won", date="2026-04-01") + BODY)
    write(folder, "content/first.annotations.yaml", NOTES)
    write(folder, "content/draft.md", matter(title="The mill papers", draft="true") + SECRET)
    write(folder, "content/draft.annotations.yaml", "- exact: harbour papers\n  note: A secret of the desk.\n")
    build(folder, today=DAY, parser=ToyParser())
    return folder


def test_a_site_with_notes_is_right(site: Path) -> None:
    assert "Editor’s note 1" in (site / "_site" / ARTICLE).read_text("utf-8")
    assert codes(site) == set()


def test_a_changed_character_beside_a_note_is_found(copy: Path) -> None:
    edit(copy, ARTICLE, "We won the harbour at last,</span>", "We won the harbor at last,</span>")
    assert ("check-text", ARTICLE) in codes(copy)


def test_a_note_inside_a_paragraph_is_found(copy: Path) -> None:
    edit(copy, ARTICLE, 'class="ref" href="#note-1" data-note="1" aria-label="Editor’s note 1">', 'class="ref">1')
    assert ("check-text", ARTICLE) in codes(copy)


def test_words_of_a_quotation_in_the_head_of_a_note_are_checked(copy: Path) -> None:
    corrections = "corrections/index.html"
    edit(copy, corrections, "“We won the harbour at last,”", "“We lost the harbour at last,”")
    assert ("check-quotation", corrections) in codes(copy)


def test_other_words_in_the_head_of_a_note_are_checked(copy: Path) -> None:
    path = next(path for path in (copy / "_site").rglob("*.html") if "<q>" in path.read_text("utf-8"))
    name = path.relative_to(copy / "_site").as_posix()
    edit(copy, name, "<q>", "<q>Never ")
    assert ("check-quotation", name) in codes(copy)


def test_a_note_beside_a_draft_stands_nowhere(site: Path) -> None:
    for path in (site / "_site").rglob("*"):
        assert not path.is_file() or b"A secret of the desk" not in path.read_bytes()
