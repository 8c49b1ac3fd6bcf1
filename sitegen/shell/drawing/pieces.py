"""What a card is drawn from: rectangles and lines of text, and the strips that they make."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

from sitegen.shell.drawing.inks import Ink
from sitegen.shell.drawing.letters import Letters
from sitegen.shell.drawing.png import Strip, blank, strip


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle in full ink, in pixels from the card's corner; ``right`` and ``bottom`` are the first without it."""

    left: int
    top: int
    right: int
    bottom: int
    ink: Ink

    @property
    def rows(self) -> tuple[int, int]:
        """The first row that it covers, and the one behind the last."""
        return self.top, self.bottom

    def draw(self, sheet: Image.Image, first: int) -> None:
        """Draw it on a sheet whose first row is the row ``first`` of the card."""
        sheet.paste(self.ink.last, (self.left, self.top - first, self.right, self.bottom - first))


@dataclass(frozen=True, slots=True)
class Line:
    """A line of text that begins at ``left`` and hangs below ``top``, in pixels from the card's corner."""

    left: int
    top: int
    text: str
    letters: Letters
    ink: Ink

    @property
    def rows(self) -> tuple[int, int]:
        """The first row that it may cover, and the one behind the last."""
        top, bottom = self.letters.rows(self.text)
        return self.top + top, self.top + bottom

    def draw(self, sheet: Image.Image, first: int) -> None:
        """Draw it on a sheet whose first row is the row ``first`` of the card."""
        self.letters.write(sheet, (self.left, self.top - first), self.text, self.ink)


Piece = Bar | Line


def strips(pieces: Sequence[Piece], width: int, height: int) -> Iterator[Strip]:
    """Yield ``pieces`` as strips of a card of ``width`` × ``height`` pixels; what lies outside of it is not drawn."""
    done = 0
    for group, first, last in _groups(pieces, height):
        if first > done:
            yield blank(first - done, width)
        yield _strip(group, first, last, width)
        done = last
    if done < height:
        yield blank(height - done, width)


def _groups(pieces: Sequence[Piece], height: int) -> Iterator[tuple[tuple[Piece, ...], int, int]]:
    """Yield the pieces that share rows, with the first of these and the one behind the last, from top to bottom."""
    group: list[Piece] = []
    first = last = 0
    for top, bottom, number in sorted((*piece.rows, number) for number, piece in enumerate(pieces)):
        above, below = max(top, 0), min(bottom, height)
        if above >= below:
            continue
        if group and above >= last:
            yield tuple(group), first, last
            group = []
        first, last = (first, max(last, below)) if group else (above, below)
        group.append(pieces[number])
    if group:
        yield tuple(group), first, last


# Heads, names and notes are the same on many cards.
@lru_cache(maxsize=256)
def _strip(pieces: tuple[Piece, ...], first: int, last: int, width: int) -> Strip:
    sheet = Image.new("P", (width, last - first), 0)
    for piece in pieces:
        piece.draw(sheet, first)
    return strip(sheet)
