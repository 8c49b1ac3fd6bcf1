"""The lines of a text whose line ends may be of any kind."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_LINE = re.compile(r"([^\r\n]*)(\r\n|\r|\n|\Z)")


@dataclass(frozen=True, slots=True)
class Line:
    """One line without its ``ending``; ``end`` is the offset behind that."""

    text: str
    ending: str
    end: int


def lines_of(text: str, start: int = 0) -> Iterator[Line]:
    """Yield the lines of ``text`` from ``start`` on."""
    while start < len(text) and (match := _LINE.match(text, start)):
        start = match.end()
        yield Line(match[1], match[2], start)


def unified(text: str) -> str:
    """Return ``text`` with LF for CRLF and CR."""
    return text.replace("\r\n", "\n").replace("\r", "\n")
