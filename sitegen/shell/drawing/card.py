"""Draws social cards: paper, serif words, sans labels, the red and blue line."""

from collections.abc import Iterator, Sequence

from sitegen.model.card import HEIGHT, WIDTH, Card
from sitegen.shell.drawing import BOLD, SANS, SERIF, Font
from sitegen.shell.drawing.inks import INK, RED, SOFT, WHO, palette
from sitegen.shell.drawing.letters import Letters, letters
from sitegen.shell.drawing.lines import CUT, broken, fitting
from sitegen.shell.drawing.pieces import Bar, Line, Piece, strips
from sitegen.shell.drawing.png import png

_MARGIN = 80
_ROOM = WIDTH - 2 * _MARGIN
_EDGE = 14
_HEAD, _RULE = 56, 112
_WORDS_FROM, _WORDS_TO = 150, 496
_LEAD = 50
_NAME, _NOTE = 518, 562
_NOTE_HEIGHT = 36
# Words stand in the first of these sizes in which they fit; in the last they are cut.
_SIZES = (88, 76, 66, 58, 51, 45)
_LEADING = 1.2
_BARS = {"said": 12, "told": 4, "plain": 0}
# No card holds more characters: the rest of an endless sentence is not measured.
_MOST_WORDS = 2_000


def draw(card: Card, own_font: Font | None = None) -> bytes:
    """Return ``card`` as PNG; ``own_font`` is the font that a site brings, for all that is written."""
    return png(WIDTH, strips(tuple(pieces(card, own_font)), WIDTH, HEIGHT), palette())


def pieces(card: Card, own_font: Font | None = None) -> Iterator[Piece]:
    """Yield all that is drawn on ``card``."""
    serif, sans, bold = (own_font or font for font in (SERIF, SANS, BOLD))
    yield Bar(0, 0, WIDTH // 2, _EDGE, RED)
    yield Bar(WIDTH // 2, 0, WIDTH, _EDGE, WHO)
    if card.site:
        head = letters(bold, 30)
        yield Line(_MARGIN, _HEAD, fitting(card.site, head, _ROOM), head, INK)
        yield Bar(_MARGIN, _RULE, WIDTH - _MARGIN, _RULE + 2, INK)
    if card.lead:
        lead = letters(sans, 28)
        yield Line(_MARGIN, _WORDS_FROM, fitting(card.lead, lead, _ROOM), lead, SOFT)
    yield from _words(card, serif, _WORDS_FROM + (_LEAD if card.lead else 0))
    if card.name:
        name = letters(bold, 32)
        yield Line(_MARGIN, _NAME, fitting(card.name, name, _ROOM), name, WHO)
    note = letters(sans, 26)
    # Without a name, the note has its line as well.
    notes, cut = broken(card.note, note, _ROOM, 1 if card.name else 2)
    for number, line in enumerate(notes, 1):
        end = CUT if cut and number == len(notes) else ""
        yield Line(_MARGIN, _NOTE - _NOTE_HEIGHT * (len(notes) - number), line + end, note, SOFT)


def _words(card: Card, font: Font, top: int) -> Iterator[Piece]:
    """Yield the words in the largest size that they fit in, with their bar."""
    bar = _BARS[card.kind]
    left = _MARGIN + (bar and bar + 28)
    large, lines, cut = _laid_out(card.words, font, WIDTH - _MARGIN - left, _WORDS_TO - top)
    height = round(large.size * _LEADING)
    for number, line in enumerate(lines):
        yield Line(left, top + number * height, line, large, INK)
    if cut:
        # The mark that something is left out is not the speaker's: it has another ink.
        yield Line(left + large.width(lines[-1]), top + (len(lines) - 1) * height, CUT, large, SOFT)
    if bar:
        yield Bar(_MARGIN, top + round(large.size * 0.12), _MARGIN + bar, top + len(lines) * height, RED)


def _laid_out(words: str, font: Font, room: int, height: int) -> tuple[Letters, Sequence[str], bool]:
    """Return in which letters, the lines, and whether words are left out at the end."""
    least = letters(font, _SIZES[-1])
    length = sum(map(least.width, words[:_MOST_WORDS].split()))
    for size in _SIZES[:-1]:
        most = int(height / (size * _LEADING))
        # What cannot fit is not tried.
        if length * size / least.size > room * most:
            continue
        lines, cut = broken(words, letters(font, size), room, most)
        if not cut:
            return letters(font, size), lines, False
    return least, *broken(words, least, room, int(height / (least.size * _LEADING)))
