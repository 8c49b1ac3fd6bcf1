"""Draws social cards: paper, serif words, sans labels, the red and blue line; 16 colours keep them small."""

import io
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

from sitegen.model.card import HEIGHT, WIDTH, Card
from sitegen.shell.drawing import BOLD, SANS, SERIF

# Colours of the light theme (static/style.css).
_PAPER, _INK, _SOFT, _HAIR, _SAID, _WHO = "fbfbf9", "1b1c1e", "55585c", "d5d6d2", "b0281c", "1a4b96"
_MARGIN = 80
_LINE = 14
_HEAD, _RULE = 56, 112
_WORDS_FROM, _WORDS_TO = 150, 496
_NAME, _NOTE = 518, 562
# Words stand in the first of these sizes in which they fit; in the last they are cut.
_SIZES = (88, 76, 66, 58, 51, 45)
_LEADING = 1.2
_BARS = {"said": 12, "told": 4, "plain": 0}
_CUT = " …"
# No card holds more characters: the rest of an endless sentence is not measured.
_MOST_WORDS = 2_000

_Font = ImageFont.FreeTypeFont


@dataclass(frozen=True, slots=True)
class _Ramp:
    """The colours from paper to an ink, at ``first`` to ``last`` of the palette."""

    colour: str
    first: int
    last: int


_INKS = {
    "ink": _Ramp(_INK, 1, 4),
    "soft": _Ramp(_SOFT, 7, 10),
    "who": _Ramp(_WHO, 11, 13),
}
_RED, _GREY = 14, 15


def draw(card: Card, own_font: str = "") -> bytes:
    """Return ``card`` as PNG; ``own_font`` is the path of the font that a site brings, for all that is written."""
    sheet = Image.new("L", (WIDTH, HEIGHT), 0)
    sheet.paste(_RED, (0, 0, WIDTH // 2, _LINE))
    sheet.paste(_INKS["who"].last, (WIDTH // 2, 0, WIDTH, _LINE))
    serif, sans, bold = (own_font or name for name in (SERIF, SANS, BOLD))
    if card.site:
        _write(sheet, (_MARGIN, _HEAD), _fitting(card.site, bold, 30), _font(bold, 30), "ink")
        sheet.paste(_INKS["ink"].last, (_MARGIN, _RULE, WIDTH - _MARGIN, _RULE + 2))
    top = _WORDS_FROM
    if card.lead:
        _write(sheet, (_MARGIN, top), _fitting(card.lead, sans, 28), _font(sans, 28), "soft")
        top += 50
    _words(sheet, card, serif, top)
    if card.name:
        _write(sheet, (_MARGIN, _NAME), _fitting(card.name, bold, 32), _font(bold, 32), "who")
    # Without a name, the note has its line as well.
    notes, cut = _lines(card.note, _font(sans, 26), WIDTH - 2 * _MARGIN, 1 if card.name else 2)
    for number, line in enumerate(notes):
        end = _CUT if cut and number == len(notes) - 1 else ""
        _write(sheet, (_MARGIN, _NOTE - 36 * (len(notes) - 1 - number)), line + end, _font(sans, 26), "soft")
    return _png(sheet)


def _words(sheet: Image.Image, card: Card, face: str, top: int) -> None:
    """Write the words in the largest size that they fit in, with their bar."""
    bar = _BARS[card.kind]
    left = _MARGIN + (bar and bar + 28)
    room = WIDTH - _MARGIN - left
    size, lines, cut = _laid_out(card.words, face, room, _WORDS_TO - top)
    font, height = _font(face, size), round(size * _LEADING)
    for number, line in enumerate(lines):
        end = _write(sheet, (left, top + number * height), line, font, "ink")
        if cut and number == len(lines) - 1:
            # The mark that something is left out is not the speaker's: it has another ink.
            _write(sheet, (end, top + number * height), _CUT, font, "soft")
    if bar:
        sheet.paste(_RED, (_MARGIN, top + round(size * 0.12), _MARGIN + bar, top + len(lines) * height))


def _laid_out(words: str, face: str, room: int, height: int) -> tuple[int, Sequence[str], bool]:
    """Return size, lines, and whether words are left out at the end."""
    least = _SIZES[-1]
    small = _font(face, least)
    length = sum(_width(word, small) for word in words[:_MOST_WORDS].split())
    for size in _SIZES:
        most = int(height / (size * _LEADING))
        # Measuring costs more than anything else: what cannot fit is not tried.
        if size != least and length * size / least > room * most:
            continue
        lines, cut = _lines(words, _font(face, size), room, most)
        if not cut:
            return size, lines, False
    return least, lines, True


def _lines(words: str, font: _Font, room: int, most: int) -> tuple[list[str], bool]:
    """Break ``words`` into at most ``most`` lines, with room for a mark behind the last where some are left out."""
    lines: list[str] = []
    line, width, blank = "", 0.0, _width(" ", font)
    pending = list(reversed(words.split()))
    while pending:
        word = pending.pop()
        longer = width + blank + _width(word, font) if line else _width(word, font)
        if longer <= room:
            line, width = (f"{line} {word}" if line else word), longer
            continue
        if len(lines) == most - 1:
            return [*lines, _with_room(line, font, room)], True
        if line:
            lines.append(line)
            line, width = "", 0.0
            pending.append(word)
        else:
            # A word that is wider than the card goes on in the next line.
            fits = _head(word, font, room)
            lines.append(word[:fits])
            pending.append(word[fits:])
    return [*lines, line], False


def _with_room(line: str, font: _Font, room: int) -> str:
    while " " in line and font.getlength(line + _CUT) > room:
        line = line.rpartition(" ")[0]
    return line


def _head(word: str, font: _Font, room: int) -> int:
    """Return how many characters of ``word`` fit into ``room``, one at least."""
    few, many = 1, len(word)
    while few < many:
        middle = (few + many + 1) // 2
        few, many = (middle, many) if font.getlength(word[:middle]) <= room else (few, middle - 1)
    return few


def _fitting(text: str, face: str, size: int) -> str:
    """Return a label, cut behind a word where it is wider than the card."""
    lines, cut = _lines(text, _font(face, size), WIDTH - 2 * _MARGIN, 1)
    return lines[0] + _CUT if cut else lines[0]


# The same few words make up most of what people say.
@lru_cache(maxsize=20_000)
def _width(word: str, font: _Font) -> float:
    return font.getlength(word)


@lru_cache(maxsize=64)
def _font(path: str, size: int) -> _Font:
    # The simple layout is everywhere the same; a shaping engine is not on every machine.
    return ImageFont.truetype(path, size, layout_engine=ImageFont.Layout.BASIC)


def _write(sheet: Image.Image, place: tuple[float, int], text: str, font: _Font, ink: str) -> float:
    """Write ``text``, whose line begins at ``place``; returns where it ends."""
    end = place[0] + font.getlength(text)
    left, top = int(place[0]), place[1]
    strip = Image.new("L", (min(WIDTH - left, int(end) - left + 8), round(font.size * 1.45)), 0)
    ImageDraw.Draw(strip).text((place[0] - left, 0), text, fill=255, font=font)
    sheet.paste(strip.point(_steps(ink)), (left, top), strip.point(_COVERED))
    return end


# Where a letter covers nothing, what lies below stays.
_COVERED = [0] * 22 + [255] * 234


@lru_cache(maxsize=8)
def _steps(ink: str) -> list[int]:
    """Return which colour of the palette stands for how much ink."""
    ramp = _INKS[ink]
    number = ramp.last - ramp.first + 1
    return [min(ramp.last, ramp.first + cover * number // 256) for cover in range(256)]


@lru_cache(maxsize=1)
def _palette() -> list[int]:
    colours = [_rgb(_PAPER)] * 16
    for ramp in _INKS.values():
        number = ramp.last - ramp.first + 1
        for step in range(number):
            share = (step + 1) / number
            mixed = zip(_rgb(_PAPER), _rgb(ramp.colour), strict=True)
            colours[ramp.first + step] = tuple(round(paper + (ink - paper) * share) for paper, ink in mixed)
    colours[_RED], colours[_GREY] = _rgb(_SAID), _rgb(_HAIR)
    return [value for colour in colours for value in colour]


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour))


def _png(sheet: Image.Image) -> bytes:
    made = Image.frombytes("P", sheet.size, sheet.tobytes())
    made.putpalette(_palette())
    out = io.BytesIO()
    # Looking longer for repetitions would take more time than drawing, and save a few hundred bytes.
    made.save(out, "PNG", bits=4, compress_level=4, compress_type=zlib.Z_FILTERED)
    return out.getvalue()
