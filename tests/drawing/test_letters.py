"""Letters look as Pillow draws them, and their widths add up."""

import pytest
from PIL import Image, ImageDraw, ImageFont

from sitegen.shell.drawing import BOLD, SANS, SERIF, Font
from sitegen.shell.drawing.inks import COVERED, INK, SOFT, WHO, Ink, colours
from sitegen.shell.drawing.letters import Letters, letters

SIZE = (900, 140)


def by_pillow(text: str, font: Font, size: int, ink: Ink) -> Image.Image:
    drawn = ImageFont.truetype(font.path, size, layout_engine=ImageFont.Layout.BASIC)
    cover = Image.new("L", SIZE, 0)
    ImageDraw.Draw(cover).text((20, 5), text, fill=255, font=drawn)
    sheet = Image.new("L", SIZE, 0)
    sheet.paste(cover.point(colours(ink)), (0, 0), cover.point(COVERED))
    return sheet


# Words in which the fonts move no letter for the sake of its neighbour.
@pytest.mark.parametrize("text", ["high noon", "Unum 1234", "Łódź", "один"])
@pytest.mark.parametrize(
    ("font", "size", "ink"), [(SERIF, 88, INK), (SERIF, 45, INK), (SANS, 26, SOFT), (BOLD, 32, WHO)]
)
def test_a_text_looks_as_it_does_in_one_piece(text: str, font: Font, size: int, ink: Ink) -> None:
    sheet = Image.new("P", SIZE, 0)
    letters(font, size).write(sheet, (20, 5), text, ink)
    assert sheet.tobytes() == by_pillow(text, font, size, ink).tobytes()


def test_widths_add_up() -> None:
    found = Letters(SERIF, 66)
    font = ImageFont.truetype(SERIF.path, 66, layout_engine=ImageFont.Layout.BASIC)
    for text in ("", " ", "AVATAR", "We closed the gate at nine."):
        assert found.width(text) == sum(map(found.width, text))
        # Pairs are moved by less than a pixel all together.
        assert found.width(text) == pytest.approx(font.getlength(text), abs=1)


@pytest.mark.parametrize("text", ["", " ", "a", "Agj", "Ấ…"])
def test_ink_stays_in_the_rows_that_are_told(text: str) -> None:
    found = letters(SERIF, 58)
    sheet = Image.new("P", SIZE, 0)
    found.write(sheet, (20, 5), text, INK)
    seen = sheet.point([0] + [255] * 255, "L").getbbox()
    first, behind = found.rows(text)
    assert seen is None or (first + 5 <= seen[1] and seen[3] <= behind + 5)
    assert (seen is None) == (not text.strip())


def test_what_lies_below_stays_where_a_letter_covers_nothing() -> None:
    found = letters(SERIF, 58)
    sheet = Image.new("P", SIZE, INK.last)
    found.write(sheet, (20, 5), "o", WHO)
    assert {colour for _, colour in sheet.getcolors() or ()} == {INK.last, *range(WHO.first, WHO.last + 1)}
    assert sheet.getpixel((20 + found.width("o") // 2, 5 + 50)) == INK.last
