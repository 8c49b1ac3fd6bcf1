"""Words that somebody relayed are nowhere given to their speaker alone."""

import gzip

import pytest

from sitegen.build import Built, build
from sitegen.compose import social_cards_of
from tests.check.built import DAY, write
from tests.incremental.edits import matter
from tests.parses import live_parser

TEXT = """Nora Quill met Mary Lee.

"The harbour is closed for this year," Quill said, according to Harbour Radio.
"""


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("relayed")
    write(folder, "sitegen.toml", 'title = "The Record"\nbase_url = "https://a.example/"\n')
    write(folder, "content/first.md", matter(title="Closed", tags="[harbour]", date="2026-04-01") + TEXT)
    write(
        folder,
        "content/second.md",
        matter(title="Open", tags="[harbour]", date="2026-04-02") + "Nora Quill met Mary Lee.\n" + MORE,
    )
    return build(folder, today=DAY, parser=live_parser())


MORE = '\n"The harbour is open," said Mary Lee.\n'
PAGES = (
    "people/nora-quill/index.html",
    "people/nora-quill/card.js",
    "people/nora-quill/feed.xml",
    "feed.xml",
    "quotes/index.html",
    "compare/harbour/index.html",
)


@pytest.mark.model
@pytest.mark.parametrize("path", PAGES)
def test_who_relayed_them_stands_beside_the_words(built: Built, path: str) -> None:
    text = (built.output / path).read_text("utf-8")
    assert "harbour is closed" in text
    assert "via Harbour Radio" in text


@pytest.mark.model
def test_the_page_of_the_quotation_tells_it_wherever_it_is_cited(built: Built) -> None:
    (path,) = (p for p in (built.output / "quotes").glob("q-*/index.html") if "is closed" in p.read_text("utf-8")[:900])
    text = path.read_text("utf-8")
    embed = text[text.index("data-embed") :]
    bibtex = text[text.index("data-bibtex") :].partition("</code>")[0]
    head = text.partition("</head>")[0]
    assert all("via Harbour Radio" in each for each in (embed.partition("</code>")[0], bibtex, head))


@pytest.mark.model
def test_the_social_card_and_the_search_tell_it(built: Built) -> None:
    assert built.plan is not None
    notes = [card.note for card in social_cards_of(built.plan.recipes).values()]
    assert any("via Harbour Radio" in note for note in notes)
    results = [gzip.decompress(path.read_bytes()) for path in built.output.rglob("*.pf_fragment")]
    assert any(b"via Harbour Radio" in result for result in results)
