"""PNG files of 16 colours, joined from strips that are each compressed alone.

So what several pictures have in common, and paper, is compressed once. The format: https://www.w3.org/TR/png-3/ for
chunks and filters, RFC 1950 and 1951 for streams of blocks.
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageChops

_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_BITS, _PALETTE = 4, 3
_AS_IS, _UP = 0, 2
# How a stream begins, and the empty block that ends it.
_FIRST, _LAST = b"\x78\x01", b"\x03\x00"
# With more memory (zlib's memLevel), making a packer takes longer than packing a line of text.
_MEMORY = 7
# The modulus of Adler-32.
_BASE = 65521


@dataclass(frozen=True, slots=True)
class Strip:
    """Rows of a picture as whole blocks of a stream; of the ``size`` bytes in them ``adler`` is the Adler-32."""

    rows: int
    blocks: bytes
    size: int
    adler: int


def strip(sheet: Image.Image) -> Strip:
    """Return a sheet of palette colours, whose width is even, as a strip."""
    wide, rows = sheet.width // 2, sheet.height
    packed = Image.frombytes("L", (wide, rows), sheet.tobytes("raw", "P;4"))
    # Each row as what differs from the one above: upright strokes vanish. The first knows nothing of what is above.
    lines = Image.new("L", (wide + 1, rows), _UP)
    lines.paste(ImageChops.subtract_modulo(packed, ImageChops.offset(packed, 0, 1)), (1, 0))
    lines.paste(_AS_IS, (0, 0, 1, 1))
    lines.paste(packed.crop((0, 0, wide, 1)), (1, 0))
    return _strip(rows, lines.tobytes())


@lru_cache(maxsize=1024)
def blank(rows: int, width: int) -> Strip:
    """Return ``rows`` of the first colour, ``width`` pixels wide."""
    return _strip(rows, bytes((width // 2 + 1) * rows))


def png(width: int, strips: Iterable[Strip], palette: bytes) -> bytes:
    """Return a picture ``width`` pixels wide, made of ``strips`` from top to bottom."""
    strips = tuple(strips)
    adler = 1
    for part in strips:
        adler = _joined(adler, part)
    head = struct.pack(">IIBBBBB", width, sum(part.rows for part in strips), _BITS, _PALETTE, 0, 0, 0)
    stream = b"".join((_FIRST, *(part.blocks for part in strips), _LAST, struct.pack(">I", adler)))
    return b"".join(
        (
            _SIGNATURE,
            _chunk(b"IHDR", head),
            _chunk(b"PLTE", palette),
            _chunk(b"IDAT", stream),
            _chunk(b"IEND", b""),
        )
    )


def _strip(rows: int, lines: bytes) -> Strip:
    # Runs are most of what repeats itself: to look for more takes twice the time, and saves a few hundred bytes.
    packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS, _MEMORY, zlib.Z_RLE)
    blocks = packer.compress(lines) + packer.flush(zlib.Z_FULL_FLUSH)
    return Strip(rows, blocks, len(lines), zlib.adler32(lines))


def _joined(adler: int, part: Strip) -> int:
    """Return the Adler-32 of what ``adler`` stands for, followed by ``part``."""
    low, high = adler & 0xFFFF, adler >> 16
    further, higher = part.adler & 0xFFFF, part.adler >> 16
    return (high + higher + part.size * (low - 1)) % _BASE << 16 | (low + further - 1) % _BASE


def _chunk(name: bytes, content: bytes) -> bytes:
    return b"".join((struct.pack(">I", len(content)), name, content, struct.pack(">I", zlib.crc32(name + content))))
