"""Narrower copies: right way up, in the same format, without anything but pixels."""

import io

import pytest
from PIL import Image

from sitegen.shell.drawing.copies import Broken, narrower
from tests.drawing.pictures import SECRET, drawing, opened, photograph


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_each_width_in_the_same_format(form: str) -> None:
    made = photograph(1000, 600, form=form)
    copies = narrower(made, [480, 240])
    assert {width: opened(copy).size for width, copy in copies.items()} == {480: (480, 288), 240: (240, 144)}
    assert all(opened(copy).format == form for copy in copies.values())
    assert all(SECRET not in copy and not opened(copy).getexif() for copy in copies.values())
    assert narrower(made, [480, 240]) == copies


def test_a_picture_that_lies_is_turned() -> None:
    copy = opened(narrower(photograph(1000, 600, turned=6), [300])[300])
    assert copy.size == (300, 500)
    # Its left half was red: turned by a quarter, its upper half is.
    red, _, blue = copy.getpixel((150, 60))
    assert red > blue


def test_few_colours_stay_few() -> None:
    copy = opened(narrower(drawing(), [480])[480])
    assert copy.mode == "P"
    assert copy.size == (480, 160)


def moving() -> bytes:
    out = io.BytesIO()
    frames = [Image.new("RGB", (900, 20), (shade, 0, 0)) for shade in (0, 200)]
    frames[0].save(out, "WEBP", save_all=True, append_images=frames[1:])
    return out.getvalue()


def for_print() -> bytes:
    out = io.BytesIO()
    Image.new("CMYK", (900, 20)).save(out, "JPEG")
    return out.getvalue()


@pytest.mark.parametrize("content", [moving(), for_print()])
def test_what_a_copy_would_change_has_none(content: bytes) -> None:
    assert narrower(content, [480]) == {}


@pytest.mark.parametrize(
    "content", [b"", b"text", photograph(900, 600)[:2000], drawing()[:300], b"GIF89a", b"\x89PNG\r\n\x1a\n" + bytes(50)]
)
def test_damage_is_told(content: bytes) -> None:
    with pytest.raises(Broken):
        narrower(content, [480])
