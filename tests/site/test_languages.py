"""Sites and articles in other languages than each other, and sites with hardly anything in them: built, and checked."""

from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.checking import check_site
from tests.check.built import DAY, write
from tests.incremental.edits import matter
from tests.toy import ToyParser

TEXT = """Nora Quill came, and Mary Lee was there.

"We won the harbour at last," said Nora Quill.

"We lost it for good, say what they may," said Nora Quill. "Mary Lee knows."
"""
CONFIG = 'title = "The Record"\nbase_url = "https://a.example/"\n'


def made(folder: Path, config: str, *articles: str) -> Path:
    write(folder, "sitegen.toml", CONFIG + config)
    (folder / "content").mkdir()
    for number, text in enumerate(articles):
        write(folder, f"content/a{number}.md", text)
    build(folder, today=DAY, parser=ToyParser())
    assert check_site(folder, today=DAY).diagnostics == ()
    return folder / "_site"


@pytest.mark.parametrize("language", ["ar", "ja", "de", "zh-Hant"])
def test_english_words_on_a_site_of_another_language(tmp_path: Path, language: str) -> None:
    site = made(
        tmp_path,
        f'language = "{language}"\n',
        matter(title="Won", language="en", date="2026-04-01") + TEXT,
        matter(title="Won again", language="en", date="2026-04-02") + TEXT.replace("at last", "at long last"),
    )
    pages = [path.read_text("utf-8") for path in site.glob("quotes/q-*/index.html")]
    assert len(pages) == 4
    for page in pages:
        assert ('<figure><div lang="en" dir="ltr">' in page) == (language == "ar")
        assert '<figure><div lang="en"' in page


def test_words_from_right_to_left_on_an_english_site(tmp_path: Path) -> None:
    arabic = "جاء Nora Quill إلى الميناء.\n\n“نحن هنا”\n"
    site = made(tmp_path, "", matter(title="ميناء", language="ar") + arabic, matter(title="Won") + TEXT)
    assert 'lang="ar" dir="rtl"' in (site / "articles/a0/index.html").read_text("utf-8")


@pytest.mark.parametrize(
    "articles",
    [
        (),
        (matter(title="Quiet", date="2026-04-01") + "Nobody came.\n",),
        (matter(title="Undated") + TEXT,),
        (matter(title="Firms") + 'Quaycorp came to Saltmere.\n\n"We won the harbour," said Quaycorp.\n',),
        (matter(title="First") + TEXT, matter(title="Year one", date="0001-01-01") + TEXT),
    ],
)
@pytest.mark.parametrize("config", ["", '[quotes]\npages = "none"\n', '[cards]\npages = "articles"\n'])
def test_hardly_anything(tmp_path: Path, articles: tuple[str, ...], config: str) -> None:
    made(tmp_path, config, *articles)
