"""A text as its author wrote it, with its own line ends, and edits that leave all else as it is."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class OwnText:
    """A file's text. ``text`` has LF as line ends and no byte order mark; ``offsets`` lead back to ``raw``."""

    raw: str
    text: str
    offsets: Sequence[int]

    def line(self, offset: int) -> int:
        """Return the 1-based line of an offset."""
        return self.text.count("\n", 0, offset) + 1

    def line_start(self, offset: int) -> int:
        """Return the offset at which the line begins."""
        return self.text.rfind("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Return the offset of the end of the line, its line end left out."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found

    def put(self, start: int, stop: int, new: str) -> str:
        """Return the file with ``new`` in place of ``text[start:stop]``, in the file's own line ends."""
        return self.put_all([(start, stop, new)])

    def put_all(self, edits: Iterable[tuple[int, int, str]]) -> str:
        """Return the file with each third member in place of ``text[first:second]``; no two may overlap."""
        ends = re.search(r"\r\n?|\n", self.raw)
        parts, at = [], 0
        for start, stop, new in sorted(edits, key=lambda edit: edit[:2]):
            own = new.replace("\n", ends[0]) if ends is not None and ends[0] != "\n" else new
            parts += [self.raw[at : self.offsets[start]], own]
            at = self.offsets[stop]
        return "".join((*parts, self.raw[at:]))


def own_text(raw: str) -> OwnText:
    """Take the line ends and the byte order mark of a file's text aside."""
    skipped = 1 if raw.startswith("\ufeff") else 0
    if "\r" not in raw:
        return OwnText(raw, raw[skipped:], range(skipped, len(raw) + 1))
    places = [match.start() for match in re.finditer(r"\r\n?|[^\r]", raw)][skipped:]
    return OwnText(raw, re.sub(r"\r\n?", "\n", raw[skipped:]), [*places, len(raw)])
