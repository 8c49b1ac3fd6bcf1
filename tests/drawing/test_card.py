"""Social cards: their size, their colours, and words that are never changed."""

import subprocess
import sys
from dataclasses import replace
from typing import Literal

import pytest
from PIL import Image, ImageChops

from sitegen.model.card import Card
from sitegen.shell.drawing import SANS
from sitegen.shell.drawing.card import draw, pieces
from sitegen.shell.drawing.inks import INK, SOFT
from sitegen.shell.drawing.lines import CUT
from sitegen.shell.drawing.pieces import Line
from tests.drawing.pictures import opened

# Tells paper from all other colours of the palette.
INKED = [0] + [255] * 255

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
    assert len(draw(replace(CARD, words=LONG))) <= 26_000
    shades = picture.convert("RGB")
    assert shades.getpixel((10, 4)) == (176, 40, 28)
    assert shades.getpixel((1190, 4)) == (26, 75, 150)
    assert shades.getpixel((600, 620)) == (251, 251, 249)


def test_the_same_card_is_the_same_file() -> None:
    assert draw(CARD) == draw(replace(CARD, path="b.png"))


def test_the_same_card_is_the_same_file_in_every_process() -> None:
    draw(replace(CARD, words=LONG, name="Bea Lee"))
    code = f"import sys; from sitegen.shell.drawing.card import draw, Card; sys.stdout.buffer.write(draw({CARD!r}))"
    made = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True).stdout
    assert made == draw(CARD)


@pytest.mark.parametrize("change", [{"words": "We closed the gate at ten."}, {"kind": "told"}, {"name": "Bea Lee"}])
def test_what_a_card_says_shows(change: dict[str, str]) -> None:
    assert draw(replace(CARD, **change)) != draw(CARD)


def bar(kind: str) -> int:
    """Return how many pixels wide the bar before the words is."""
    row = opened(draw(replace(CARD, kind=kind))).convert("RGB").crop((70, 190, 120, 191))
    return sum(row.getpixel((x, 0)) == (176, 40, 28) for x in range(row.width))


def test_very_words_have_a_thick_bar_and_reported_ones_a_thin_one() -> None:
    assert (bar("said"), bar("told"), bar("plain")) == (12, 4, 0)


@pytest.mark.parametrize("words", ["No.", CARD.words, LONG, "https://example.org/" + "x" * 300, "a" * 5000, ""])
def test_words_are_whole_and_in_their_order(words: str) -> None:
    written = [piece for piece in pieces(replace(CARD, words=words)) if isinstance(piece, Line)]
    lines = [line.text for line in written if line.ink is INK][1:]
    cut = any(line.text == CUT for line in written if line.ink is SOFT)
    shown = " ".join(lines)
    if " " in words or len(words) < 40:
        assert words.startswith(shown)
        assert cut or shown == words
        assert not cut or words[len(shown)] == " "
    else:
        assert words.startswith("".join(lines))
        assert cut or "".join(lines) == words


@pytest.mark.parametrize("words", ["No.", LONG])
def test_words_are_as_large_as_they_can_be(words: str) -> None:
    sizes = {piece.letters.size for piece in pieces(replace(CARD, words=words)) if isinstance(piece, Line)}
    assert max(sizes) == (88 if words == "No." else 45)


@pytest.mark.parametrize("words", [CARD.words, "Agyp " * 40, "ẤẪgj " * 60, "Ấ " * 500, ""])
@pytest.mark.parametrize("kind", ["said", "plain"])
def test_all_that_a_card_holds_shows(words: str, kind: Literal["said", "plain"]) -> None:
    card = replace(CARD, kind=kind, words=words, lead="Agj Ấ", name="Agj Ấ", note="Ấ Agj " * 30)
    shown = opened(draw(card)).point(INKED, "L")
    alone = Image.new("L", shown.size, 0)
    for piece in pieces(card):
        sheet = Image.new("P", shown.size, 0)
        piece.draw(sheet, 0)
        alone = ImageChops.lighter(alone, sheet.point(INKED, "L"))
    assert shown.tobytes() == alone.tobytes()


def test_what_is_written_stays_on_the_card() -> None:
    for words in (LONG, "W" * 400, "m " * 400):
        picture = opened(draw(replace(CARD, words=words, site=LONG, lead=LONG, name=LONG, note=LONG))).convert("RGB")
        paper = {(251, 251, 249)}
        assert {picture.getpixel((x, y)) for x in range(1130, 1200) for y in range(120, 630, 3)} <= paper


def test_a_font_of_the_site() -> None:
    assert draw(CARD, SANS) != draw(CARD)
