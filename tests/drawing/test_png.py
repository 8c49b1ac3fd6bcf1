"""Pictures joined from strips: the same pixels, in a file that any program reads."""

import random
import struct
import zlib
from collections.abc import Iterator, Sequence

import pytest
from PIL import Image

from sitegen.shell.drawing.png import Strip, blank, png, strip
from tests.drawing.pictures import opened

PALETTE = bytes(range(48))
WIDTH = 62


def sheet(rows: int, seed: int) -> Image.Image:
    """Return a picture of 16 colours, some of it noise and some of it runs."""
    chance = random.Random(seed)
    runs = (bytes([chance.randrange(16)]) * chance.choice((1, 1, 2, 40)) for _ in range(WIDTH * rows))
    return Image.frombytes("P", (WIDTH, rows), b"".join(runs)[: WIDTH * rows])


def chunks(content: bytes) -> Iterator[tuple[bytes, bytes]]:
    """Yield the chunks of a PNG, whose checksums are right."""
    assert content[:8] == b"\x89PNG\r\n\x1a\n"
    at = 8
    while at < len(content):
        (size,) = struct.unpack(">I", content[at : at + 4])
        name, inside = content[at + 4 : at + 8], content[at + 8 : at + 8 + size]
        assert struct.unpack(">I", content[at + 8 + size : at + 12 + size]) == (zlib.crc32(name + inside),)
        yield name, inside
        at += size + 12


@pytest.mark.parametrize("heights", [(1,), (30,), (1, 1, 1), (7, 300, 2), (40, 40, 40, 40)])
def test_strips_are_joined_in_their_order(heights: Sequence[int]) -> None:
    sheets = [sheet(rows, seed) for seed, rows in enumerate(heights)]
    made = png(WIDTH, map(strip, sheets), PALETTE)
    picture = opened(made)
    assert (picture.size, picture.mode) == ((WIDTH, sum(heights)), "P")
    assert picture.tobytes() == b"".join(part.tobytes() for part in sheets)
    assert bytes(picture.getpalette() or ())[:48] == PALETTE


def test_the_stream_is_whole() -> None:
    made = dict(chunks(png(WIDTH, [strip(sheet(9, 1)), blank(400, WIDTH), strip(sheet(2, 2))], PALETTE)))
    assert list(made) == [b"IHDR", b"PLTE", b"IDAT", b"IEND"]
    # zlib compares the Adler-32 at the end of the stream.
    assert len(zlib.decompress(made[b"IDAT"])) == 411 * (WIDTH // 2 + 1)


def test_checksums_are_joined_beyond_their_modulus() -> None:
    full = Image.new("P", (WIDTH, 5000), 15)
    made = dict(chunks(png(WIDTH, [strip(full)] * 3, PALETTE)))
    assert len(zlib.decompress(made[b"IDAT"])) == 15_000 * (WIDTH // 2 + 1)


def test_paper_costs_next_to_nothing() -> None:
    part = blank(500, 1200)
    assert isinstance(part, Strip)
    assert len(part.blocks) < 500
    picture = opened(png(1200, [part], PALETTE))
    assert picture.getcolors() == [(1200 * 500, 0)]
