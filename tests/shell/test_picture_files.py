"""Pictures as authors leave them: what is told of each, and that none stops a build."""

import os
import struct
from pathlib import Path

import pytest

from sitegen.model.picture import Picture
from sitegen.pipeline.memo import Memo
from sitegen.shell import picture_files
from sitegen.shell.drawing import copies as drawn
from sitegen.shell.picture_files import copy_of, read_pictures
from tests.drawing.pictures import drawing, opened, photograph

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 480"/>'
BOMB = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", 60_000, 60_000) + b"\x08\x02\x00\x00\x00" + bytes(99)
HALF = photograph(1800, 1200)
HALF = HALF[: len(HALF) // 2]
CASES = [
    ("photo.jpg", photograph(), Picture(1800, 1200, (480, 960, 1440)), ""),
    ("lying.JPEG", photograph(turned=6), Picture(1200, 1800, (480, 960)), ""),
    ("small.jpg", photograph(500, 400), Picture(500, 400), ""),
    ("photo.webp", photograph(1000, 700, form="WEBP"), Picture(1000, 700, (480,)), ""),
    ("drawing.svg", SVG, Picture(640, 480), ""),
    ("bare.svg", b"<svg></svg>", Picture(300, 150), "picture-broken"),
    ("huge.svg", SVG + b" " * 600_000, Picture(640, 480), "picture-large"),
    ("page.svg", b"<!doctype html><p>No drawing", Picture(shown=False), "picture-broken"),
    ("empty.jpg", b"", Picture(shown=False), "picture-broken"),
    ("text.png", b"a picture", Picture(shown=False), "picture-broken"),
    ("script.jpg", SVG, Picture(shown=False), "picture-broken"),
    ("half.jpg", HALF, Picture(1800, 1200), "picture-broken"),
    ("head.png", drawing()[:20], Picture(), "picture-broken"),
    ("bomb.png", BOMB, Picture(60_000, 60_000), "picture-large"),
    ("called.png", photograph(), Picture(1800, 1200), "picture-broken"),
    ("place.avif", b"\x00\x00\x00\x1cftypavif" + b"ispe\0\0\0\0" + struct.pack(">II", 64, 48) + b"Exif",
     Picture(64, 48), "picture-metadata"),
]  # fmt: skip


def read(folder: Path, name: str, content: bytes, memo: Memo | None = None, *, copies: bool = True):
    (folder / name).write_bytes(content)
    files = {name: folder / name}
    found, remarks = read_pictures([name], files, memo or Memo(), copies=copies)
    return found[name], remarks


@pytest.mark.parametrize(("name", "content", "picture", "code"), CASES, ids=[case[0] for case in CASES])
def test_what_is_told(tmp_path: Path, name: str, content: bytes, picture: Picture, code: str) -> None:
    found, remarks = read(tmp_path, name, content)
    assert found == picture
    assert [remark.code for remark in remarks] == ([code] if code else [])
    assert all(remark.severity == "warning" and remark.path == name and remark.hint for remark in remarks)


def test_a_very_large_file_is_not_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(picture_files, "_MOST_BYTES", 10_000)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    found, remarks = read(tmp_path, "photo.jpg", photograph())
    assert found == Picture(1800, 1200)
    assert [remark.code for remark in remarks] == ["picture-large"]


def test_a_missing_picture_is_left_to_whoever_copies_it(tmp_path: Path) -> None:
    assert read_pictures(["gone.jpg"], {"gone.jpg": tmp_path / "gone.jpg"}, Memo(), copies=True) == ({}, ())


def test_copies_that_do_not_pay_are_not_offered(tmp_path: Path) -> None:
    found, _ = read(tmp_path, "plan.png", drawing())
    # Three strokes take a few hundred bytes; softened edges take more.
    assert found == Picture(1800, 600)


def test_in_a_preview_nothing_is_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawn, "narrower", lambda *_: pytest.fail("decoded"))
    assert read(tmp_path, "photo.jpg", photograph(), copies=False) == (Picture(1800, 1200), ())


def test_a_picture_is_decoded_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memo, file = Memo(), tmp_path / "photo.jpg"
    first = read(tmp_path, "photo.jpg", photograph(), memo)
    made = copy_of("photo.jpg", 480, {"photo.jpg": file}, memo)
    copy = memo.remember(made.stage, bytes, (made.key,), lambda: pytest.fail("drawn again")).value
    assert opened(copy).size == (480, 320)
    assert made.make() == copy
    monkeypatch.setattr(drawn, "narrower", lambda *_: pytest.fail("decoded again"))
    assert read_pictures(["photo.jpg"], {"photo.jpg": file}, memo, copies=True)[0] == {"photo.jpg": first[0]}
    # Another name or another time do not make it another picture.
    assert read(tmp_path, "again.jpg", photograph(), memo)[0] == first[0]


def test_an_old_picture_is_not_even_read_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    memo, file = Memo(), tmp_path / "photo.jpg"
    file.write_bytes(photograph())
    os.utime(file, (1_000_000_000, 1_000_000_000))
    monkeypatch.setattr(picture_files, "just_changed", lambda _: False)
    found = read_pictures(["photo.jpg"], {"photo.jpg": file}, memo, copies=True)
    monkeypatch.setattr(Path, "read_bytes", lambda _: pytest.fail("read"))
    assert read_pictures(["photo.jpg"], {"photo.jpg": file}, memo, copies=True) == found
