"""What readers copy from the page of a quotation is read as whoever pastes it does: one changed word is found."""

import shutil
from pathlib import Path

import pytest

from sitegen.build import build
from tests.check.built import DAY, codes, edit, write
from tests.incremental.edits import matter
from tests.toy import ToyParser

TEXT = """Mary Lee came early.

"Ships & boats -- 50 % of every flag -- are <welcome> at the {old} pier," Mary Lee said. "Always, day and night."

Mary Lee told them that the ferry would "never leave the old pier" on Sundays.
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("cited")
    write(folder, "sitegen.toml", 'title = "The Record"\nbase_url = "https://a.example/records/"\n')
    write(folder, "content/first.md", matter(title="Piers & 100 % of “ships”", date="2026-04-01") + TEXT)
    build(folder, today=DAY, parser=ToyParser())
    return folder


def test_what_is_right_passes(site: Path) -> None:
    assert codes(site) == set()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("title = {{“Ships", "title = {{“Shops"),
        (r"50 \% of every flag", "50 of every flag"),
        ("-{}-", "--{}"),
        (r"Quoted in “Piers \&amp;", "Quoted in “Pears \\&amp;"),
        ("&lt;p&gt;Ships &amp;amp;", "&lt;p&gt;Ships and"),
        ("&amp;lt;welcome&amp;gt;", "welcome"),
        ("day and night.&lt;/p&gt;", "day and night&lt;/p&gt;"),
        ("&gt;“Piers", "&gt;“Pears"),
        ("&lt;blockquote", "&lt;div"),
    ],
)
def test_a_changed_word_is_found(site: Path, tmp_path: Path, old: str, new: str) -> None:
    changed = tmp_path / "site"
    shutil.copytree(site, changed)
    page = next(
        p for p in sorted((changed / "_site/quotes").glob("q-*/index.html")) if "Always" in p.read_text("utf-8")
    )
    path = page.relative_to(changed / "_site").as_posix()
    edit(changed, path, old, new)
    assert ("check-quotation", path) in codes(changed)


def test_reported_words_stay_with_what_leads_into_them(site: Path, tmp_path: Path) -> None:
    changed = tmp_path / "site"
    shutil.copytree(site, changed)
    pages = sorted((changed / "_site/quotes").glob("q-*/index.html"))
    page = next(p for p in pages if "told them that&lt;/span&gt;" in p.read_text("utf-8"))
    path = page.relative_to(changed / "_site").as_posix()
    edit(changed, path, "told them that&lt;/span&gt;", "denied that&lt;/span&gt;")
    assert ("check-quotation", path) in codes(changed)
