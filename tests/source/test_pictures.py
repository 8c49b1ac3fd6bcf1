"""Width and height of pictures, and what is no picture."""

import struct

import pytest

from sitegen.source.pictures import picture_size

PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 640, 480) + b"\x08\x02\x00\x00\x00"
GIF = b"GIF89a" + struct.pack("<HH", 640, 480) + b"\x80\x00\x00"
_APP = b"\xff\xe1" + struct.pack(">H", 300) + bytes(298)
# Filling before a marker, an application segment, Huffman tables, and then the frame.
JPEG = (
    b"\xff\xd8\xff\xff\xe0\x00\x04ab"
    + _APP
    + b"\xff\xc4\x00\x02"
    + b"\xff\xc2\x00\x11\x08"
    + struct.pack(">HH", 480, 640)
)
VP8 = b"RIFF\x00\x00\x00\x00WEBPVP8 \x00\x00\x00\x00\x00\x00\x00\x9d\x01\x2a" + struct.pack("<HH", 640, 480 | 0x4000)
VP8L = b"RIFF\x00\x00\x00\x00WEBPVP8L\x00\x00\x00\x00\x2f" + struct.pack("<I", 639 | 479 << 14)
VP8X = b"RIFF\x00\x00\x00\x00WEBPVP8X\x0a\x00\x00\x00\x00\x00\x00\x00" + b"\x7f\x02\x00" + b"\xdf\x01\x00"
SVG = (
    b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="640px" height=\'479.6\' viewBox="0 0 1 1"/>'
)
STROKE = b'<svg stroke-width="3" width="640" data-height="1" height="480"/>'
BOX = b'<svg viewBox="0 0 640, 480" width="100%"><path/></svg>'


@pytest.mark.parametrize("content", [PNG, GIF, JPEG, VP8, VP8L, VP8X, SVG, STROKE, BOX])
def test_sizes(content: bytes) -> None:
    assert picture_size(content) == (640, 480)


@pytest.mark.parametrize(
    "content", [b"", b"GIF", b"text", b"RIFF", b'<svg width="0" height="9"/>', b"<svg/>", b"\xff\xd8ab"]
)
def test_no_size(content: bytes) -> None:
    assert picture_size(content) is None


@pytest.mark.parametrize("content", [PNG, GIF, JPEG, VP8, VP8L, VP8X])
def test_half_a_picture_has_a_size_or_none_and_never_fails(content: bytes) -> None:
    assert {picture_size(content[:length]) for length in range(len(content))} <= {None, (640, 480)}
