"""What a picture says beside its pixels is taken out; what it shows stays, the right way up."""

import pytest
from PIL import ImageChops, ImageOps

from sitegen.source.picture_metadata import has_exif, orientation, without_metadata
from sitegen.source.pictures import picture_size
from tests.drawing.pictures import SECRET, drawing, opened, photograph

FORMS = ["JPEG", "PNG", "WEBP"]


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("turned", [1, 6])
def test_only_the_orientation_is_left(form: str, turned: int) -> None:
    made = photograph(80, 60, turned=turned, form=form)
    assert SECRET in made
    clean = without_metadata(made)
    assert SECRET not in clean
    assert len(clean) < len(made)
    exif = opened(clean).getexif()
    assert set(exif) <= {0x0112}
    assert exif.get(0x0112, 1) == turned == orientation(clean)
    assert not ImageChops.difference(opened(made), opened(clean)).getbbox()
    assert without_metadata(clean) == clean


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("turned", range(1, 9))
def test_the_size_is_that_which_is_shown(form: str, turned: int) -> None:
    made = photograph(80, 60, turned=turned, form=form)
    assert picture_size(made) == ImageOps.exif_transpose(opened(made)).size == ((80, 60) if turned < 5 else (60, 80))


def test_words_in_a_drawing_and_what_follows_its_end() -> None:
    made = drawing(40, 30)
    assert SECRET in made
    assert SECRET not in without_metadata(made + b"trailing " + SECRET)
    assert without_metadata(photograph(40, 30) + SECRET).endswith(b"\xff\xd9")


@pytest.mark.parametrize("form", FORMS)
def test_what_is_damaged_never_fails(form: str) -> None:
    made = photograph(40, 30, turned=6, form=form)
    for length in (*range(0, 400), *range(400, len(made), 97)):
        without_metadata(made[:length])
        assert 1 <= orientation(made[:length]) <= 8


@pytest.mark.parametrize("content", [b"", b"GIF89a...", b"<svg/>", b"\xff\xd8", b"RIFF\x00\x00\x00\x00WAVE", b"text"])
def test_anything_else_stays_as_it_is(content: bytes) -> None:
    assert without_metadata(content) == content


def test_avif_tells_whether_it_holds_exif() -> None:
    assert has_exif(b"\x00\x00\x00\x1cftypavif....infeExif")
    assert not has_exif(b"\x00\x00\x00\x1cftypavif....")
    assert not has_exif(photograph(40, 30))
