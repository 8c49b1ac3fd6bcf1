"""Width and height of a picture, from the first bytes of its file: by these nothing on a page jumps while it loads."""

import re
import struct
from collections.abc import Callable

from sitegen.source.picture_metadata import is_avif, orientation, segments

# Frame headers of JPEG (ITU-T T.81, table B.1); C4, C8 and CC are none.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
_SVG = re.compile(rb"<svg\b[^>]*>", re.IGNORECASE)
_LENGTH = re.compile(rb"(?<![-\w])(width|height)\s*=\s*[\"']\s*(\d+(?:\.\d+)?)(?:px)?\s*[\"']")
_BOX = re.compile(rb"\bviewBox\s*=\s*[\"']\s*[-\d.]+[\s,]+[-\d.]+[\s,]+(\d+(?:\.\d+)?)[\s,]+(\d+(?:\.\d+)?)\s*[\"']")
_FURTHEST = 65_536
# Width and height of an image item of AVIF (ISO/IEC 23008-12), and a rotation by quarters of a circle.
_ISPE, _IROT = b"ispe\x00\x00\x00\x00", b"irot"
# Orientations of Exif, from 5 on, lie on their side.
_LYING = 5

Size = tuple[int, int]


def picture_size(content: bytes) -> Size | None:
    """Return width and height in pixels, as it is shown, of a PNG, GIF, JPEG, WebP, AVIF or SVG.

    None for anything else, and for damage.
    """
    read = _READERS.get(picture_format(content))
    if read is None:
        return None
    try:
        size = read(content)
    except (struct.error, IndexError):
        return None
    if size is None or min(size) <= 0:
        return None
    return (size[1], size[0]) if orientation(content) >= _LYING else size


def picture_format(content: bytes) -> str:
    """Return the format of a picture that browsers show: png, gif, jpeg, webp, avif or svg, "" for none of them."""
    if is_avif(content):
        return "avif"
    begun = next((name for begins, name in _BEGINNINGS if content.startswith(begins)), "")
    if begun == "webp":
        return begun if content[8:12] == b"WEBP" else ""
    return begun or ("svg" if _SVG.search(content[:_FURTHEST]) else "")


def _png(content: bytes) -> Size:
    width, height = struct.unpack_from(">II", content, 16)
    return width, height


def _gif(content: bytes) -> Size:
    width, height = struct.unpack_from("<HH", content, 6)
    return width, height


def _jpeg(content: bytes) -> Size | None:
    for kind, start, _ in segments(content):
        if kind in _FRAMES:
            height, width = struct.unpack_from(">HH", content, start + 5)
            return width, height
    return None


def _webp(content: bytes) -> Size | None:
    match content[12:16]:
        case b"VP8 ":
            width, height = struct.unpack_from("<HH", content, 26)
            return width & 0x3FFF, height & 0x3FFF
        case b"VP8L":
            (bits,) = struct.unpack_from("<I", content, 21)
            return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
        case b"VP8X":
            width, height = (int.from_bytes(content[start : start + 3], "little") for start in (24, 27))
            return (width + 1, height + 1) if len(content) >= 30 else None
    return None


def _avif(content: bytes) -> Size | None:
    head = content[:_FURTHEST]
    # A picture made of tiles has items for these as well; the whole is the largest.
    places = (found.end() for found in re.finditer(re.escape(_ISPE), head))
    sizes = [struct.unpack_from(">II", head, place) for place in places]
    if not sizes:
        return None
    width, height = max(sizes, key=lambda size: size[0] * size[1])
    turned = head.find(_IROT)
    return (height, width) if turned >= 0 and head[turned + len(_IROT)] % 2 else (width, height)


def _svg(content: bytes) -> Size | None:
    tag = _SVG.search(content[:_FURTHEST])
    if tag is None:
        return None
    lengths = {name: float(value) for name, value in _LENGTH.findall(tag.group())}
    if len(lengths) == 2:
        return round(lengths[b"width"]), round(lengths[b"height"])
    box = _BOX.search(tag.group())
    return (round(float(box[1])), round(float(box[2]))) if box else None


_BEGINNINGS = ((b"\x89PNG\r\n\x1a\n", "png"), (b"GIF8", "gif"), (b"\xff\xd8", "jpeg"), (b"RIFF", "webp"))
_READERS: dict[str, Callable[[bytes], Size | None]] = {
    "png": _png,
    "gif": _gif,
    "jpeg": _jpeg,
    "webp": _webp,
    "avif": _avif,
    "svg": _svg,
}
