"""What cameras and programs write into pictures beside the pixels: the place, the time, the owner, an earlier version.

Of all that, a page needs nothing but which way is up; a source could be found by the rest.
"""

import re
import struct
import zlib
from collections.abc import Iterator

_PNG = b"\x89PNG\r\n\x1a\n"
_EXIF = b"Exif\x00\x00"
# Segments of JPEG that decide how it looks: JFIF, colours of Adobe's, and, of APP2, the colour profile.
_JFIF, _PROFILE, _ADOBE = 0xE0, 0xE2, 0xEE
_EXIF_SEGMENT, _COMMENT, _SCAN, _END = 0xE1, 0xFE, 0xDA, 0xD9
# What stands alone, without a length.
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
_MARKER = re.compile(rb"\xff[^\x00\xff\xd0-\xd7]")
# Chunks of PNG that decide how it looks; all others are dropped.
_LOOKS = frozenset(
    b"IHDR PLTE IDAT IEND tRNS gAMA cHRM sRGB iCCP cICP mDCV cLLI sBIT bKGD hIST sPLT pHYs acTL fcTL fdAT".split()
)
_ORIENTATION = 0x0112
_SHORT = 3
_MOST_ENTRIES = 500
# Flags of the extended header of WebP.
_HAS_EXIF, _HAS_XMP = 0x08, 0x04


def without_metadata(content: bytes) -> bytes:
    """Return a JPEG, PNG or WebP without metadata, its pixels, colours and orientation untouched.

    Anything else is returned as it is, and so is what is too damaged to be read.
    """
    try:
        if content.startswith(b"\xff\xd8"):
            return _jpeg(content)
        if content.startswith(_PNG):
            return _png(content)
        if content.startswith(b"RIFF") and content[8:12] == b"WEBP":
            return _webp(content)
    except (struct.error, IndexError):
        return content
    return content


def orientation(content: bytes) -> int:
    """Return the orientation of a JPEG, PNG or WebP as Exif counts it, 1 (upright) to 8; 1 where it says none."""
    try:
        return _orientation(_exif(content))
    except (struct.error, IndexError):
        return 1


def has_exif(content: bytes) -> bool:
    """Tell whether an AVIF holds Exif, which ``without_metadata`` does not take out."""
    return is_avif(content) and b"Exif" in content


def is_avif(content: bytes) -> bool:
    """Tell whether a file is an AVIF, a still one or one that moves."""
    return content[4:12] in {b"ftypavif", b"ftypavis"}


def _exif(content: bytes) -> bytes:
    """Return the Exif block (a TIFF structure) of a picture, b"" for none."""
    if content.startswith(b"\xff\xd8"):
        for kind, start, end in segments(content):
            if kind == _EXIF_SEGMENT and content.startswith(_EXIF, start + 4):
                return content[start + 4 + len(_EXIF) : end]
    elif content.startswith(_PNG):
        return next((content[start + 8 : end - 4] for kind, start, end in _chunks(content) if kind == b"eXIf"), b"")
    elif content.startswith(b"RIFF"):
        found = (content[start + 8 : end] for kind, start, end in _parts(content) if kind == b"EXIF")
        return next(found, b"").removeprefix(_EXIF)
    return b""


def _orientation(exif: bytes) -> int:
    order = {b"II": "<", b"MM": ">"}.get(exif[:2])
    if order is None:
        return 1
    (place,) = struct.unpack_from(f"{order}I", exif, 4)
    (entries,) = struct.unpack_from(f"{order}H", exif, place)
    for number in range(min(entries, _MOST_ENTRIES)):
        tag, kind, _, value = struct.unpack_from(f"{order}HHIH", exif, place + 2 + 12 * number)
        if tag == _ORIENTATION and kind == _SHORT:
            return int(value) if 1 <= value <= 8 else 1
    return 1


def _only_orientation(turned: int) -> bytes:
    """Return an Exif block that holds an orientation and nothing else."""
    return b"MM\x00\x2a\x00\x00\x00\x08" + struct.pack(">HHHIHHI", 1, _ORIENTATION, _SHORT, 1, turned, 0, 0)


def segments(content: bytes) -> Iterator[tuple[int, int, int]]:
    """Yield the segments of a JPEG, scans with their pixels, as kind, start and end."""
    place = 2
    while place + 1 < len(content) and content[place] == 0xFF:
        kind = content[place + 1]
        if kind == 0xFF:
            place += 1
            continue
        if kind == _END:
            yield kind, place, place + 2
            return
        end = place + 2 if kind in _ALONE else place + 2 + struct.unpack_from(">H", content, place + 2)[0]
        if kind == _SCAN:
            following = _MARKER.search(content, end)
            end = following.start() if following else len(content)
        yield kind, place, min(end, len(content))
        place = end


def _jpeg(content: bytes) -> bytes:
    kept = [b"\xff\xd8"]
    turned = orientation(content)
    for kind, start, end in segments(content):
        if kind == _PROFILE:
            needed = content.startswith(b"ICC_PROFILE\x00", start + 4)
        elif kind == _JFIF:
            # An extension of it holds a small picture, which may show what was cut off later.
            needed = content.startswith(b"JFIF\x00", start + 4)
        else:
            needed = kind == _ADOBE or not (0xE0 <= kind <= 0xEF or kind == _COMMENT)
        if turned != 1 and kind != _JFIF:
            block = _EXIF + _only_orientation(turned)
            kept.append(b"\xff\xe1" + struct.pack(">H", len(block) + 2) + block)
            turned = 1
        if needed:
            kept.append(content[start:end])
    made = b"".join(kept)
    # A file that breaks off before its first scan is left alone: nothing could be shown of it.
    return made if b"\xff\xda" in made else content


def _chunks(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield the chunks of a PNG as kind, start and end, up to the last."""
    place = len(_PNG)
    while place + 8 <= len(content):
        length, kind = struct.unpack_from(">I4s", content, place)
        end = place + 12 + length
        yield kind, place, min(end, len(content))
        if kind == b"IEND":
            return
        place = end


def _png(content: bytes) -> bytes:
    kept = [_PNG]
    turned = orientation(content)
    for kind, start, end in _chunks(content):
        if kind in _LOOKS:
            kept.append(content[start:end])
        if kind == b"IHDR" and turned != 1:
            block = b"eXIf" + _only_orientation(turned)
            kept.append(struct.pack(">I", len(block) - 4) + block + struct.pack(">I", zlib.crc32(block)))
    return b"".join(kept)


def _parts(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield the chunks of a WebP as kind, start and end, without the byte that makes their length even."""
    place = 12
    whole = min(len(content), 8 + struct.unpack_from("<I", content, 4)[0])
    while place + 8 <= whole:
        kind, length = struct.unpack_from("<4sI", content, place)
        yield kind, place, min(place + 8 + length, len(content))
        place += 8 + length + length % 2


def _webp(content: bytes) -> bytes:
    turned = orientation(content)
    kept = []
    for kind, start, end in _parts(content):
        part = content[start:end]
        if kind in {b"EXIF", b"XMP "}:
            continue
        if kind == b"VP8X":
            flags = part[8] & ~(_HAS_EXIF | _HAS_XMP) | (_HAS_EXIF if turned != 1 else 0)
            part = part[:8] + bytes([flags]) + part[9:]
        kept.append(part + b"\x00" * (len(part) % 2))
    if turned != 1:
        block = _only_orientation(turned)
        kept.append(b"EXIF" + struct.pack("<I", len(block)) + block)
    body = b"WEBP" + b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body)) + body
