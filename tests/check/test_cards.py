"""Cards against the articles: a changed word, a mark, a place, a link; and nothing that is not published."""

from pathlib import Path

import pytest

from sitegen.build import build
from sitegen.checking import check_site
from tests.check.built import DAY, codes, edit, write
from tests.incremental.edits import matter
from tests.toy import ToyParser

CARD = "people/mary-lee/card.js"
NORA = "people/nora-penn/card.js"
BODY = """Mary Lee came early to the quay.

"We won the harbour at last," said Mary Lee.

Nora Penn told them that the ferry would "never leave the old pier" on Sundays, and nobody heard more of it that day.
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    write(tmp_path, "sitegen.toml", 'title = "The Record"\nbase_url = "https://a.example/records/"\n')
    write(tmp_path, "content/first.md", matter(title="Harbour won", date="2026-04-01") + BODY)
    build(tmp_path, today=DAY, parser=ToyParser())
    return tmp_path


def test_a_good_site_has_cards(site: Path) -> None:
    assert check_site(site, today=DAY).diagnostics == ()
    assert "We won the harbour at last," in (site / "_site" / CARD).read_text("utf-8")


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        (CARD, "won the harbour", "wan the harbour", "check-quotation"),
        (CARD, '"start":', '"start":1', "check-quotation"),
        (CARD, '"article":"first"', '"article":"second"', "check-quotation"),
        (CARD, '"title":"Harbour won"', '"title":"Harbour lost"', "check-quotation"),
        (CARD, "#q-", "#x-", "check-anchor"),
        (CARD, "../../articles/first/", "../../articles/last/", "check-link"),
        (CARD, '"words":["', '"words":[], "others": ["', "check-quotation"),
        (CARD, '"parts":[', '"parts":[], "others": [', "check-quotation"),
        (CARD, '"words":', '"phrases":', "check-data"),
        (CARD, "sitegen.card(", "alert(1); sitegen.card(", "check-data"),
        (NORA, "never leave", "ever leave", "check-quotation"),
        # Reported words that pass for the very words.
        (NORA, 'would ","\\"never', 'wou","ld \\"never', "check-quotation"),
        (NORA, '"lead":"told them that"', '"lead":"denied that"', "check-quotation"),
    ],
)
def test_what_is_not_as_in_the_article_is_found(site: Path, path: str, old: str, new: str, code: str) -> None:
    edit(site, path, old, new)
    assert (code, path) in codes(site)


def test_a_word_left_out_at_the_end_is_no_cut_unless_the_card_says_so(site: Path) -> None:
    text = (site / "_site" / CARD).read_text("utf-8")
    end = int(text.partition('"end":')[2].partition(",")[0])
    edit(site, CARD, f'"end":{end}', f'"end":{end - len(" at last,")}')
    edit(site, CARD, " at last,", "")
    assert ("check-quotation", CARD) in codes(site)
    edit(site, CARD, '"cut":false', '"cut":true')
    assert codes(site) == set()


def test_what_is_not_published_is_in_no_card(site: Path) -> None:
    secret = "Nora Quill hid the harbour papers under seven floorboards of the mill."
    write(site, "content/draft.md", matter(title="The mill", draft="true") + f'"{secret}" said Mary Lee.\n')
    build(site, today=DAY, parser=ToyParser())
    assert check_site(site, today=DAY).diagnostics == ()
    edit(site, CARD, '"name":"', f'"name":"{secret} ')
    assert ("check-unpublished", CARD) in codes(site)
