"""Words whose speaker a person rejected: nothing that is published gives them to anybody."""

import gzip
import json
from pathlib import Path

import pytest

from sitegen.build import Built, build
from sitegen.compose import social_cards_of
from tests.check.built import DAY, write
from tests.incremental.edits import matter
from tests.toy import ToyParser

TEXT = """Nora Quill came, and Mary Lee was there.

"Rejected words about Mary Lee in this harbour," said Nora Quill.

"Good words of mine here," said Nora Quill.

"Other words stand," said Mary Lee.
"""
DECISION = """- exact: Rejected words about Mary Lee in this harbour,
  decision: reject
  speaker: nora-quill
  by: The desk
  date: 2026-04-02
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("rejected")
    write(folder, "sitegen.toml", 'title = "The Record"\nbase_url = "https://a.example/"\n')
    write(folder, "content/first.md", matter(title="Harbour", tags="[harbour]", date="2026-04-01") + TEXT)
    write(folder, "content/first.annotations.yaml", DECISION)
    return build(folder, today=DAY, parser=ToyParser())


def test_it_is_on_no_list_of_what_somebody_said(built: Built) -> None:
    site = built.output
    for name in ("card.js", "feed.xml"):
        assert "Rejected words" not in (site / "people/nora-quill" / name).read_text("utf-8")
    for name in ("compare/index.html", "compare/harbour/index.html", "index.html"):
        assert "Rejected words" not in (site / name).read_text("utf-8")
    person = (site / "people/nora-quill/index.html").read_text("utf-8")
    assert "data-quote" in person
    assert ">Rejected words" not in person.partition('id="named"')[0]
    assert not (site / "network").exists()
    assert not (site / "between").exists()


def test_it_is_cited_and_shared_without_a_name(built: Built) -> None:
    (page,) = (path.read_text("utf-8") for path in (built.output / "quotes").glob("q-*/index.html") if of(path))
    assert "<title" in page
    assert "Nora Quill" not in page.partition("</head>")[0]
    bibtex = page.partition("data-bibtex")[2].partition("</code>")[0]
    assert "author" not in bibtex
    assert "Nora Quill" not in page.partition('class="sec cite"')[2].partition("</section>")[0]
    assert built.plan is not None
    (card,) = (card for card in social_cards_of(built.plan.recipes).values() if card.words.startswith("Rejected words"))
    assert (card.name, card.note.endswith("Given to nobody by a person.")) == ("Unknown speaker", True)


def of(path: Path) -> bool:
    return (
        "<title data-excerpt" in (text := path.read_text("utf-8")) and "Rejected words" in text.partition("</title>")[0]
    )


def test_the_search_gives_it_to_nobody(built: Built) -> None:
    results = [
        json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd"))
        for path in built.output.rglob("*.pf_fragment")
    ]
    (result,) = (found for found in results if found["content"].startswith("Rejected words"))
    assert result["meta"]["title"] == "Unknown speaker"
    assert "person" not in result["filters"]
