"""The lines of a text whose line ends may be of any kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its end; ``end`` is the offset behind its line end."""

    text: str
    end: int


def lines_of(text: str, start: int = 0) -> Iterator[Line]:
    """Yield the lines of ``text`` from ``start`` on."""
    while start < len(text):
        match = _LINE.match(text, start)
        if match is None:
            return
        start = match.end()
        yield Line(match.group().rstrip("\r\n"), start)


def unified(text: str) -> str:
    """Return ``text`` with LF for CRLF and CR."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
