"""Social cards: their size, their colours, and words that are never changed."""

from dataclasses import replace

import pytest
from PIL import Image

from sitegen.model.card import Card
from sitegen.shell.drawing import SANS
from sitegen.shell.drawing import card as cards
from sitegen.shell.drawing.card import draw
from tests.drawing.pictures import opened

CARD = Card("a.png", "said", "We closed the gate at nine.", "On the Record", "", "Ann Lee", "14 March 2026.")
LONG = " ".join(["the harbour has waited long enough for somebody to say what everybody knows"] * 12)


def test_size_and_colours() -> None:
    made = draw(CARD)
    picture = opened(made)
    assert picture.format == "PNG"
    assert picture.size == (1200, 630)
    assert picture.mode == "P"
    assert len(picture.getcolors() or ()) <= 16
    assert len(made) <= 20_000
    assert len(draw(replace(CARD, words=LONG))) <= 24_000
    shades = picture.convert("RGB")
    assert shades.getpixel((10, 4)) == (176, 40, 28)
    assert shades.getpixel((1190, 4)) == (26, 75, 150)
    assert shades.getpixel((600, 620)) == (251, 251, 249)


def test_the_same_card_is_the_same_file() -> None:
    assert draw(CARD) == draw(replace(CARD, path="b.png"))


@pytest.mark.parametrize("change", [{"words": "We closed the gate at ten."}, {"kind": "told"}, {"name": "Bea Lee"}])
def test_what_a_card_says_shows(change: dict[str, str]) -> None:
    assert draw(replace(CARD, **change)) != draw(CARD)


def bar(kind: str) -> int:
    """Return how many pixels wide the bar before the words is."""
    row = opened(draw(replace(CARD, kind=kind))).convert("RGB").crop((70, 190, 120, 191))
    return sum(row.getpixel((x, 0)) == (176, 40, 28) for x in range(row.width))


def test_very_words_have_a_thick_bar_and_reported_ones_a_thin_one() -> None:
    assert (bar("said"), bar("told"), bar("plain")) == (12, 4, 0)


def test_words_are_whole_and_in_their_order(monkeypatch: pytest.MonkeyPatch) -> None:
    written = []
    write = cards._write

    def noted(sheet: Image.Image, place: object, text: str, font: object, ink: str) -> float:
        written.append((text, ink))
        return write(sheet, place, text, font, ink)

    monkeypatch.setattr(cards, "_write", noted)
    for words in ("No.", CARD.words, LONG, "https://example.org/" + "x" * 300, "a" * 5000, ""):
        written.clear()
        draw(replace(CARD, words=words))
        lines = [text for text, ink in written if ink == "ink"][1:]
        cut = any(text == " …" for text, ink in written if ink == "soft")
        shown = " ".join(lines)
        if " " in words or len(words) < 40:
            assert words.startswith(shown)
            assert cut or shown == words
            assert not cut or words[len(shown)] == " "
        else:
            assert words.startswith("".join(lines))
            assert cut or "".join(lines) == words


def test_what_is_written_stays_on_the_card() -> None:
    for words in (LONG, "W" * 400, "m " * 400):
        picture = opened(draw(replace(CARD, words=words, site=LONG, lead=LONG, name=LONG, note=LONG))).convert("RGB")
        paper = {(251, 251, 249)}
        assert {picture.getpixel((x, y)) for x in range(1130, 1200) for y in range(120, 630, 3)} <= paper


def test_a_font_of_the_site() -> None:
    assert draw(CARD, SANS) != draw(CARD)
