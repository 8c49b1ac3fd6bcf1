"""The line of a file that a diagnostic is about, and a caret under the place."""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from sitegen.diagnostics import Diagnostic

# Longer lines are shown in part, round the place.
_WIDEST = 100
_LARGEST_FILE = 5_000_000
_QUOTED = re.compile("[“\"'](.+?)[”\"']")


class Snippets:
    """Shows lines of files below ``root``; each file is read once, and none elsewhere."""

    def __init__(self, root: Path) -> None:
        self._root = root
        self._lines: dict[str, tuple[str, ...]] = {}

    def located(self, diagnostics: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield the diagnostics, a missing column added where the words that the message quotes stand once in the line.

        Signs of Markdown between the words keep an article's own offsets from telling the column.
        """
        for diagnostic in diagnostics:
            line = self._line(diagnostic) if diagnostic.column is None else None
            columns = () if line is None else (_column(line, words) for words in _QUOTED.findall(diagnostic.message))
            column = next((column for column in columns if column), None)
            yield diagnostic if column is None else replace(diagnostic, column=column)

    def of(self, diagnostic: Diagnostic) -> str:
        """Return the line and a caret below it, each indented, or "" where there is no such line."""
        line = self._line(diagnostic)
        if line is None or not line.strip():
            return ""
        column = diagnostic.column or 1
        start = max(0, min(column - _WIDEST // 2, len(line) - _WIDEST))
        shown = "".join(character if character.isprintable() else " " for character in line[start : start + _WIDEST])
        before, after = "…" * (start > 0), "…" * (len(line) > start + _WIDEST)
        number = str(diagnostic.line)
        text = f"  {number} | {before}{shown.rstrip()}{after}"
        if diagnostic.column is None or column > len(line) + 1:
            return text
        gap = _width(before) + _width(shown[: column - 1 - start])
        return f"{text}\n  {' ' * len(number)} | {' ' * gap}^"

    def _line(self, diagnostic: Diagnostic) -> str | None:
        if diagnostic.line is None:
            return None
        lines = self._read(diagnostic.path)
        return lines[diagnostic.line - 1] if 0 < diagnostic.line <= len(lines) else None

    def _read(self, path: str) -> tuple[str, ...]:
        if path not in self._lines:
            self._lines[path] = _lines(self._root / path, self._root)
        return self._lines[path]


def _lines(file: Path, root: Path) -> tuple[str, ...]:
    try:
        if not file.resolve().is_relative_to(root.resolve()) or not file.is_file():
            return ()
        if file.stat().st_size > _LARGEST_FILE:
            return ()
        text = file.read_bytes().decode("utf-8-sig", "replace")
    except (OSError, ValueError):
        return ()
    return tuple(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"))


def _column(line: str, words: str) -> int | None:
    return line.index(words) + 1 if line.count(words) == 1 else None


def _width(text: str) -> int:
    """Return how many cells of a terminal ``text`` takes."""
    return sum(
        0 if unicodedata.combining(character) else 2 if unicodedata.east_asian_width(character) in "WF" else 1
        for character in text
    )
