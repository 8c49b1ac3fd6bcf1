"""The font of social cards: the shipped one, a site's own, or none where there are no cards."""

from dataclasses import replace
from pathlib import Path

import pytest

from sitegen.diagnostics import InputError
from sitegen.model.card import Card
from sitegen.model.settings import CardSettings, Settings
from sitegen.shell.card_files import CardFont, card_file, card_font
from sitegen.shell.config import parse_settings
from sitegen.shell.drawing import SANS, SERIF
from tests.drawing.pictures import opened

SITE = Settings(base_url="https://example.org/")


def test_the_shipped_font(tmp_path: Path) -> None:
    found = card_font(tmp_path, SITE)
    assert set(map(ord, "Ann Łęcki, Ελένη, Жанна …")) <= found.glyphs
    assert not found.path


@pytest.mark.parametrize("settings", [replace(SITE, base_url=""), replace(SITE, cards=CardSettings("none"))])
def test_no_cards_no_font(tmp_path: Path, settings: Settings) -> None:
    assert card_font(tmp_path, settings) == CardFont()


def test_a_font_of_the_site(tmp_path: Path) -> None:
    (tmp_path / "own.ttf").write_bytes(Path(SANS.path).read_bytes())
    found = card_font(tmp_path, replace(SITE, cards=CardSettings(font="own.ttf")))
    assert found.path == str(tmp_path / "own.ttf")
    card = Card("a.png", "plain", "Ann Lee")
    shipped = card_font(tmp_path, SITE)
    assert card_file(card, found).key != card_file(card, shipped).key
    assert opened(card_file(card, found).make()).size == (1200, 630)


def test_another_font_in_the_same_place(tmp_path: Path) -> None:
    settings, own = replace(SITE, cards=CardSettings(font="own.ttf")), tmp_path / "own.ttf"
    drawn = []
    for font in (SANS, SERIF, SANS):
        own.unlink(missing_ok=True)
        own.write_bytes(Path(font.path).read_bytes())
        drawn.append(card_file(Card("a.png", "plain", "Ann Lee"), card_font(tmp_path, settings)).make())
    assert drawn[0] == drawn[2] != drawn[1]


@pytest.mark.parametrize("font", ["gone.ttf", "../out.ttf", "text.ttf", "folder"])
def test_a_font_that_cannot_be_used(tmp_path: Path, font: str) -> None:
    site = tmp_path / "site"
    (site / "folder").mkdir(parents=True)
    (site / "text.ttf").write_text("no font")
    (tmp_path / "out.ttf").write_bytes(Path(SANS.path).read_bytes())
    with pytest.raises(InputError) as caught:
        card_font(site, replace(SITE, cards=CardSettings(font=font)))
    assert caught.value.exit_code == 2
    assert [d.code for d in caught.value.diagnostics] == ["cards-font"]
    assert all(d.hint for d in caught.value.diagnostics)


def test_pages_are_one_of_three_words() -> None:
    with pytest.raises(InputError) as caught:
        parse_settings('base_url = "https://example.org/"\n[cards]\npages = "some"\n')
    (wrong,) = caught.value.diagnostics
    assert (wrong.code, wrong.line) == ("cards-pages", 3)
