"""Which characters a font can draw, read from its table `cmap`: a card must not show boxes in place of letters."""

import struct
from collections.abc import Iterator

# Characters beyond these many code points of one range are no font's, but damage.
_LAST = 0x10FFFF
# Subtables by platform and encoding that count in Unicode; the fuller ones come first.
_UNICODE = ((3, 10), (0, 6), (0, 4), (3, 1), (0, 3), (0, 2), (0, 1), (0, 0))


def coverage(font: bytes) -> frozenset[int]:
    """Return the code points that a TrueType or OpenType font has glyphs for; none of what is no such font.

    Of a collection, the first font counts.
    """
    try:
        table = _table(font)
        subtables = dict(_subtables(font, table)) if table else {}
        place = next((subtables[kind] for kind in _UNICODE if kind in subtables), 0)
        return frozenset(_characters(font, place)) if place else frozenset()
    except (struct.error, IndexError):
        return frozenset()


def _table(font: bytes) -> int:
    """Return where the table begins, 0 for nowhere."""
    start = struct.unpack_from(">I", font, 12)[0] if font.startswith(b"ttcf") else 0
    if font[start : start + 4] not in {b"\x00\x01\x00\x00", b"OTTO", b"true"}:
        return 0
    (number,) = struct.unpack_from(">H", font, start + 4)
    for entry in range(number):
        tag, _, offset, _ = struct.unpack_from(">4sIII", font, start + 12 + 16 * entry)
        if tag == b"cmap":
            return int(offset)
    return 0


def _subtables(font: bytes, table: int) -> Iterator[tuple[tuple[int, int], int]]:
    (number,) = struct.unpack_from(">H", font, table + 2)
    for entry in range(number):
        platform, encoding, offset = struct.unpack_from(">HHI", font, table + 4 + 8 * entry)
        yield (platform, encoding), table + offset


def _characters(font: bytes, place: int) -> Iterator[int]:
    (form,) = struct.unpack_from(">H", font, place)
    if form == 12:
        (groups,) = struct.unpack_from(">I", font, place + 12)
        for group in range(groups):
            first, last, _ = struct.unpack_from(">III", font, place + 16 + 12 * group)
            yield from range(first, min(last, _LAST) + 1)
    elif form == 4:
        (doubled,) = struct.unpack_from(">H", font, place + 6)
        count = doubled // 2
        ends = struct.unpack_from(f">{count}H", font, place + 14)
        starts = struct.unpack_from(f">{count}H", font, place + 16 + doubled)
        shifts = struct.unpack_from(f">{count}H", font, place + 16 + 2 * doubled)
        offsets_at = place + 16 + 3 * doubled
        offsets = struct.unpack_from(f">{count}H", font, offsets_at)
        for number, (first, last) in enumerate(zip(starts, ends, strict=True)):
            for character in range(first, min(last, 0xFFFE) + 1):
                if _glyph(font, character, first, shifts[number], offsets[number], offsets_at + 2 * number):
                    yield character


def _glyph(font: bytes, character: int, first: int, shift: int, offset: int, at: int) -> int:
    """Return the glyph of a character, 0 for none (OpenType, cmap format 4)."""
    if not offset:
        return (character + shift) & 0xFFFF
    (found,) = struct.unpack_from(">H", font, at + offset + 2 * (character - first))
    return (found + shift) & 0xFFFF if found else 0
