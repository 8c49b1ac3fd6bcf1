"""The pictures of a site, read from their files: how large they are, and which narrower copies of them pay."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import NamedTuple

from sitegen.diagnostics import Diagnostic, InputError
from sitegen.digest import digest, digest_bytes
from sitegen.model.picture import Picture
from sitegen.pipeline.made import Made
from sitegen.pipeline.memo import Memo
from sitegen.shell.reader import just_changed, state_of
from sitegen.source.picture_metadata import has_exif, without_metadata
from sitegen.source.pictures import Size, picture_format, picture_size

WIDTHS = (480, 960, 1440)
# A copy must save so much, of pixels across and of bytes.
_NARROWER, _SMALLER = 0.85, 0.85
_MOST_BYTES = 40_000_000
_MOST_PIXELS = 50_000_000
_LARGE_SVG = 500_000
# What a browser gives an SVG that does not say how large it is (CSS 2.2, section 10.3.2).
_OTHERWISE = Picture(300, 150)
_COPIED = frozenset({"jpeg", "png", "webp"})
_SUFFIXES = {".jpg": "jpeg", ".jpeg": "jpeg"}


class _Remark(NamedTuple):
    """What is wrong with a picture, its path aside."""

    code: str
    message: str
    hint: str


@dataclass(frozen=True, slots=True)
class _Look:
    """What there is to say of one picture, by its content."""

    picture: Picture
    remarks: tuple[_Remark, ...] = ()


def read_pictures(
    names: Iterable[str], files: Mapping[str, Path], memo: Memo, *, copies: bool
) -> tuple[dict[str, Picture], tuple[Diagnostic, ...]]:
    """Return what pages must know of the pictures ``names``, and warnings about what is wrong with them.

    A picture is read again only where its file changed, and decoded only where its content was never seen. Without
    ``copies`` it is not decoded at all, and comes in no narrower copies.
    """
    pictures: dict[str, Picture] = {}
    remarks: list[Diagnostic] = []
    for name in sorted(set(names)):
        try:
            look = _look(name, files[name], memo, copies=copies)
        except OSError:
            # What cannot be read is told of when it is copied.
            continue
        pictures[name] = look.picture
        remarks += (
            Diagnostic(code, "warning", name, None, None, message, hint) for code, message, hint in look.remarks
        )
    return pictures, tuple(remarks)


def copy_of(name: str, width: int, files: Mapping[str, Path], memo: Memo) -> Made:
    """Return the copy of ``width`` pixels of a picture that ``read_pictures`` told of."""
    content = _digest(name, files[name], memo)
    return Made("picture-copy", digest((content, width)), lambda: _drawn(name, files[name], width))


def _look(name: str, file: Path, memo: Memo, *, copies: bool) -> _Look:
    suffix = file.suffix.lower()
    if file.stat().st_size > _MOST_BYTES:
        with file.open("rb") as opened:
            return _measured(opened.read(1_000_000), suffix, whole=False)
    inputs = (_digest(name, file, memo), suffix, str(copies))

    def look() -> _Look:
        content = file.read_bytes()
        found = _measured(content, suffix, whole=True)
        return _with_copies(found, content, inputs[0], memo) if copies else found

    return memo.remember("picture", _Look, inputs, look).value


def _digest(name: str, file: Path, memo: Memo) -> str:
    """Return the digest of a file's content, read again only where size, times or inode changed."""
    found = file.stat()
    inputs = (digest((name, state_of(found))),)
    if just_changed(found):
        return digest_bytes(file.read_bytes())
    return memo.remember("picture-seen", str, inputs, lambda: digest_bytes(file.read_bytes())).value


def _measured(content: bytes, suffix: str, *, whole: bool) -> _Look:
    """Return the size of a picture by its first bytes, and what is wrong with it by the looks of these."""
    form, called = picture_format(content), _SUFFIXES.get(suffix, suffix.removeprefix("."))
    hidden = _hidden(content, form, called)
    if hidden is not None:
        return _Look(Picture(shown=False), (hidden,))
    size = picture_size(content)
    picture = Picture(*size) if size else _OTHERWISE if form == "svg" else Picture()
    return _Look(picture, tuple(_flaws(content, form, called, size, whole=whole)))


def _hidden(content: bytes, form: str, called: str) -> _Remark | None:
    """Return why browsers do not show what is of the format ``form`` and ``called`` by its suffix; None if they do."""
    if not form:
        message = "this is no picture: it is empty" if not content else "this is no picture that browsers show"
        hint = "save it as JPEG, PNG, WebP, AVIF, GIF or SVG; pages name it in words until then"
        return _Remark("picture-broken", message, hint)
    # Browsers look at the content of pixels, but at the name of drawings.
    if form != called and "svg" in {form, called}:
        return _Remark("picture-broken", _misnamed(form), f"call it .{form}; pages name it in words until then")
    return None


def _flaws(content: bytes, form: str, called: str, size: Size | None, *, whole: bool) -> Iterator[_Remark]:
    """Yield what is wrong with a picture that browsers show all the same."""
    if form != called:
        yield _Remark("picture-broken", _misnamed(form), f"call it .{form}; until then it has no smaller copies")
    if size is None and form == "svg":
        message = "the drawing does not say how large it is; browsers take 300 × 150"
        yield _Remark("picture-broken", message, 'begin it with <svg width="640" height="480" viewBox="0 0 640 480" …>')
    elif size is None:
        yield _Remark("picture-broken", "the picture is damaged: it does not say how large it is", "save it again")
    elif form != "svg" and size[0] * size[1] > _MOST_PIXELS:
        message = f"the picture has {size[0]:,} × {size[1]:,} pixels: no smaller copies are made of it"
        yield _Remark("picture-large", message, f"save it with at most {_MOST_PIXELS // 1_000_000} million pixels")
    if not whole or (form == "svg" and len(content) > _LARGE_SVG):
        message = "the file is so large that readers wait for it"
        yield _Remark("picture-large", message, "save it smaller: a page needs some hundred kilobytes")
    if has_exif(content):
        message = "the picture holds Exif, which may say where and when it was taken; from AVIF it is not taken out"
        yield _Remark("picture-metadata", message, "save it without metadata, or as JPEG, PNG or WebP")


def _misnamed(form: str) -> str:
    return f"this is {form.upper()}, and is not called so"


def _with_copies(look: _Look, content: bytes, key: str, memo: Memo) -> _Look:
    """Return ``look`` with the copies that pay; they are kept for ``copy_of``."""
    picture, form = look.picture, picture_format(content)
    if look.remarks or form not in _COPIED or not picture.width:
        return look
    # Imported here: a build in which no picture changed never pays for Pillow.
    from sitegen.shell.drawing.copies import Broken, narrower  # noqa: PLC0415

    try:
        copies = narrower(content, _wanted((picture.width, picture.height)))
    except Broken as error:
        # Pillow names what it read from by its address in memory, which is never twice the same.
        message = f"the picture is damaged: {re.sub(r'<[^>]*>', 'the file', str(error))[:120]}"
        hint = "save it again; until then pages show what is left of it"
        return replace(look, remarks=(_Remark("picture-broken", message, hint),))
    most, kept = len(without_metadata(content)), []
    for width in sorted(copies, reverse=True):
        if len(copies[width]) < most * _SMALLER:
            most = len(copies[width])
            kept.append(width)
            memo.keep("picture-copy", (digest((key, width)),), copies[width])
    return replace(look, picture=replace(picture, widths=tuple(sorted(kept))))


def _drawn(name: str, file: Path, width: int) -> bytes:
    from sitegen.shell.drawing.copies import Broken, narrower  # noqa: PLC0415

    try:
        content = file.read_bytes()
        return narrower(content, _wanted(picture_size(content)))[width]
    except (OSError, Broken, KeyError) as error:
        message, hint = "the picture changed while the site was built", "build again"
        raise InputError(Diagnostic("unreadable", "error", name, None, None, message, hint)) from error


def _wanted(size: Size | None) -> list[int]:
    """Return the widths of copies that may pay. All are made together: each comes from the next wider one."""
    return [width for width in WIDTHS if size is not None and width < size[0] * _NARROWER]
