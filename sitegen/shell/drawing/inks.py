"""The colours of social cards: paper, three inks in a few steps, and red. So few need four bits a pixel."""

from dataclasses import dataclass
from functools import lru_cache

# Colours of the light theme (static/style.css).
_PAPER, _INK, _SOFT, _SAID, _WHO = "fbfbf9", "1b1c1e", "55585c", "b0281c", "1a4b96"
# A letter covers less of a pixel than this, of 255: what lies below stays.
_LEAST = 22


# There is one of each, which is looked up at every letter: comparing them by what they hold would take longer.
@dataclass(frozen=True, slots=True, eq=False)
class Ink:
    """The colours from paper to that of an ink, at ``first`` to ``last`` of the palette; none of them is paper."""

    colour: str
    first: int
    last: int


INK, SOFT, WHO = Ink(_INK, 1, 4), Ink(_SOFT, 5, 8), Ink(_WHO, 9, 11)
RED = Ink(_SAID, 12, 12)


@lru_cache(maxsize=8)
def colours(ink: Ink) -> list[int]:
    """Return which colour of the palette stands for how much of ``ink``, 0 to 255."""
    steps = ink.last - ink.first + 1
    return [min(ink.last, ink.first + cover * steps // 256) for cover in range(256)]


# Which pixels are written over where a letter covers 0 to 255 of them: all or nothing.
COVERED = [0] * _LEAST + [255] * (256 - _LEAST)


@lru_cache(maxsize=1)
def palette() -> bytes:
    """Return the colours as red, green and blue, paper first."""
    mixed = [_rgb(_PAPER)]
    for ink in (INK, SOFT, WHO, RED):
        steps = ink.last - ink.first + 1
        mixed += (_between(_rgb(_PAPER), _rgb(ink.colour), step / steps) for step in range(1, steps + 1))
    return b"".join(mixed)


def _between(paper: bytes, ink: bytes, share: float) -> bytes:
    return bytes(round(p + (i - p) * share) for p, i in zip(paper, ink, strict=True))


def _rgb(colour: str) -> bytes:
    return bytes.fromhex(colour)
