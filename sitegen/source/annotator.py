"""Words in brackets to annotations with their places, in the text and in the file."""

import re
from bisect import bisect_right
from collections.abc import Iterable, MutableMapping, Sequence
from dataclasses import dataclass
from typing import Any

from sitegen.model.annotation import Placed
from sitegen.model.span import Span
from sitegen.source.inline_annotations import note_attempt, read_inline
from sitegen.source.inline_spans import Bracketed
from sitegen.source.notes import Notes
from sitegen.source.span_rule import found_in
from sitegen.source.spans import trim

_MOST_WARNINGS = 20


@dataclass(frozen=True, slots=True)
class Annotated:
    """Words in brackets, and where they stand in the text of the article."""

    bracketed: Bracketed
    start: int
    end: int

    def lost(self, source: str) -> int:
        """Return how many ends of lines of the block's ``source`` stand between the attributes."""
        return source.count("\n", self.bracketed.close, self.bracketed.end)


class Annotator:
    """Collects the annotations of one file in the order of its text.

    ``lines`` are those of the body, which begins on line ``first_line`` of the file; ``env`` is that of the parse.
    """

    def __init__(self, lines: Sequence[str], first_line: int, notes: Notes, env: MutableMapping[str, Any]) -> None:
        self._lines = lines
        self._first_line = first_line
        self._notes = notes
        self._env = env
        self._attempts = 0
        self.placed: list[Placed] = []

    def leaf(self, source: str, number: int, text: str, offset: int, spans: Iterable[Annotated]) -> None:
        """Take the annotations of a block: ``number`` is its first line, from 0, ``offset`` where its text begins."""
        places = _Places(source, self._lines[number : number + source.count("\n") + 1], self._first_line + number)
        for attempt in found_in(source, self._env).attempts:
            if self._attempts < _MOST_WARNINGS:
                note_attempt(attempt, self._notes, *places.of(attempt.offset))
            self._attempts += 1
        for span in sorted(spans, key=lambda span: span.bracketed.start):
            words = trim(text, Span(span.start - offset, span.end - offset))
            line, column = places.of(span.bracketed.start)
            annotation = read_inline(span.bracketed, words.of(text), self._notes, line, column)
            if annotation is not None:
                self.placed.append(Placed(annotation, Span(words.start + offset, words.end + offset)))


class _Places:
    """Lines and columns of places in the ``source`` of a block, ``written`` in the file from ``first_line`` on."""

    def __init__(self, source: str, written: Sequence[str], first_line: int) -> None:
        self._starts = [0, *(end.end() for end in re.finditer("\n", source))]
        self._columns = [_column(words, line) for words, line in zip(source.split("\n"), written, strict=False)]
        self._first_line = first_line

    def of(self, offset: int) -> tuple[int, int | None]:
        """Return the line and, where it is known, the column of ``offset``."""
        line = bisect_right(self._starts, offset) - 1
        column = self._columns[line] if line < len(self._columns) else None
        return self._first_line + line, column + offset - self._starts[line] if column is not None else None


def _column(words: str, line: str) -> int | None:
    # Signs of quotations and lists may stand before the words.
    return line.find(words) + 1 if line.count(words) == 1 else None
