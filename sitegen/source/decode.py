"""Bytes to text: UTF-8 and nothing else, with a helpful word for files in another encoding."""

import re

from sitegen.diagnostics import line_and_column
from sitegen.source.notes import Notes

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")
_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_SAMPLE = 4096
_SAVE = "save the file as UTF-8"


def decode(content: bytes, notes: Notes) -> str | None:
    """Return ``content`` as text, a leading byte order mark dropped and CRLF and CR turned into LF.

    None, with an error noted, where the bytes are not UTF-8. Control characters stay in the text (they are
    dropped on output only) and are warned about once.
    """
    if other := _other_encoding(content):
        notes.error(
            "not-utf-8", f"the file is encoded in {other}, not in UTF-8", f"{_SAVE}, for example in your editor"
        )
        return None
    try:
        text = content.decode("utf-8")
    except UnicodeDecodeError as error:
        _note_bad_byte(content, error.start, notes)
        return None
    text = _lines(text.removeprefix("\ufeff"))
    if control := _CONTROL.search(text):
        line, column = line_and_column(text, control.start())
        name = f"U+{ord(control.group()):04X}"
        notes.warn(
            "control-character",
            f"the text contains the control character {name}, which is left out of the site",
            "delete it; it often comes from a damaged or converted file",
            line,
            column,
        )
    return text


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _other_encoding(content: bytes) -> str:
    """Name the encoding that a byte order mark or many NULs betray: ASCII in UTF-16 is valid UTF-8, full of NULs."""
    for bom, name in _BOMS:
        if content.startswith(bom):
            return name
    sample = content[:_SAMPLE]
    return "UTF-16 (or it is a binary file)" if len(sample) > 3 and sample.count(0) * 5 > len(sample) else ""


def _note_bad_byte(content: bytes, offset: int, notes: Notes) -> None:
    before = _lines(content[:offset].decode("utf-8").removeprefix("\ufeff"))
    line, column = line_and_column(before, len(before))
    byte = content[offset : offset + 1]
    hint = _SAVE
    # Most such files come from older Windows programs; showing the character helps to find the place.
    if (character := byte.decode("cp1252", errors="ignore")).isprintable() and character:
        hint += f"; if it is in Windows-1252, the character there is “{character}”"
    notes.error(
        "not-utf-8",
        f"the file is not UTF-8: byte 0x{byte.hex().upper()} at byte offset {offset} cannot be decoded",
        hint,
        line,
        column,
    )
