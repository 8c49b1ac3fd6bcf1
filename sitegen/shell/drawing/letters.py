"""The letters of a font in one size, each measured and drawn once: how they look is found out slowly.

They stand side by side as wide as the font says, which is whole pixels. Nothing is moved for the sake of its neighbour:
Pillow's simple layout, which needs no shaping engine, moves letters by less than a fifth of a pixel.
"""

from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from sitegen.shell.drawing import Font
from sitegen.shell.drawing.inks import COVERED, Ink, colours


@dataclass(frozen=True, slots=True)
class Glyph:
    """A letter in an ink: its pixels, which of them it covers, and where they begin, seen from the pen."""

    pixels: Image.Image
    covered: Image.Image
    left: int
    top: int


class Letters:
    """The letters of ``font``, ``size`` pixels large. Texts begin at the pen and hang below it."""

    def __init__(self, font: Font, size: int) -> None:
        self.size = size
        # The simple layout is everywhere the same; a shaping engine is not on every machine.
        self._font = ImageFont.truetype(font.path, size, layout_engine=ImageFont.Layout.BASIC)
        self._widths = _Widths(self._font)
        self._rows = _Rows(self._font)

    def width(self, text: str) -> int:
        """Return how far the pen moves on, in pixels."""
        return sum(map(self._widths.__getitem__, text))

    def rows(self, text: str) -> tuple[int, int]:
        """Return the first row below the pen that ``text`` may cover, and the one behind the last: none if equal."""
        if not text:
            return 0, 0
        found = [self._rows[letter] for letter in set(text)]
        return min(top for top, _ in found), max(bottom for _, bottom in found)

    def write(self, sheet: Image.Image, place: tuple[int, int], text: str, ink: Ink) -> None:
        """Write ``text`` on a sheet of palette colours, from ``place`` on."""
        left, top = place
        for letter in text:
            glyph = _glyph(self, letter, ink)
            if glyph is not None:
                sheet.paste(glyph.pixels, (left + glyph.left, top + glyph.top), glyph.covered)
            left += self._widths[letter]

    def drawn(self, letter: str, ink: Ink) -> Glyph | None:
        """Return a letter in ``ink``; None where there is nothing to be seen."""
        left, top, right, bottom = map(int, self._font.getbbox(letter))
        cover = Image.new("L", (max(1, right - left), max(1, bottom - top)), 0)
        ImageDraw.Draw(cover).text((-left, -top), letter, fill=255, font=self._font)
        covered = cover.point(COVERED)
        seen = covered.getbbox()
        if seen is None:
            return None
        shades = cover.crop(seen).point(colours(ink))
        pixels = Image.frombytes("P", shades.size, shades.tobytes())
        return Glyph(pixels, covered.crop(seen), left + seen[0], top + seen[1])


@lru_cache(maxsize=64)
def letters(font: Font, size: int) -> Letters:
    """Return the letters of ``font`` in a size."""
    return Letters(font, size)


# Enough for the letters of an alphabet in all sizes and inks, and little enough for a script of thousands of signs.
@lru_cache(maxsize=2048)
def _glyph(of: Letters, letter: str, ink: Ink) -> Glyph | None:
    return of.drawn(letter, ink)


class _Widths(dict[str, int]):
    def __init__(self, font: ImageFont.FreeTypeFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, letter: str) -> int:
        self[letter] = width = round(self._font.getlength(letter))
        return width


class _Rows(dict[str, tuple[int, int]]):
    def __init__(self, font: ImageFont.FreeTypeFont) -> None:
        super().__init__()
        self._font = font

    def __missing__(self, letter: str) -> tuple[int, int]:
        _, top, _, bottom = map(int, self._font.getbbox(letter))
        self[letter] = rows = (top, bottom)
        return rows
