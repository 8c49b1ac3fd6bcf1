"""A record's file taken apart, and put together again with its own line ends."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from sitegen.curate.record_yaml import EditProblem, Entry, read_entries

# The order in which new keys are written.
ORDER = tuple(
    """
    name id variants born died roles wikidata image image_alt not articles former_ids noindex suppress sensitive
    """.split()
)
# As source/frontmatter.py reads them.
_OPENING = re.compile(r"---[ \t]*(?:\n|\Z)")
_CLOSING = re.compile(r"^(?:---|\.\.\.)[ \t]*(?:\n|\Z)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class RecordPage:
    """A file taken apart. ``text`` has LF as line ends and no byte order mark; ``offsets`` lead back to ``raw``.

    The keys stand between the offsets ``start`` and ``stop`` of ``text``, the note from ``body`` on.
    """

    raw: str
    text: str
    offsets: Sequence[int]
    start: int
    stop: int
    body: int
    entries: tuple[Entry, ...]

    def has(self, key: str) -> bool:
        """Tell whether ``key`` is written, whatever its value."""
        return any(entry.key == key for entry in self.entries)

    def entry(self, key: str) -> Entry | None:
        """Return where ``key`` stands."""
        return next((entry for entry in self.entries if entry.key == key), None)

    def line(self, offset: int) -> int:
        """Return the 1-based line of an offset."""
        return self.text.count("\n", 0, offset) + 1

    def line_end(self, offset: int) -> int:
        """Return the offset of the end of the line, its line end left out."""
        found = self.text.find("\n", offset)
        return len(self.text) if found < 0 else found

    def put(self, start: int, stop: int, new: str) -> str:
        """Return the file with ``new`` in place of ``text[start:stop]``, in the file's own line ends."""
        ends = re.search(r"\r\n?|\n", self.raw)
        if ends is not None and ends[0] != "\n":
            new = new.replace("\n", ends[0])
        return f"{self.raw[: self.offsets[start]]}{new}{self.raw[self.offsets[stop] :]}"

    def with_new(self, key: str, value: str) -> str:
        """Return the file with a new key at its place; ``value`` is what stands behind the colon."""
        ranks = {name: rank for rank, name in enumerate(ORDER)}
        earlier = [entry for entry in self.entries if ranks.get(entry.key, len(ORDER)) < ranks[key]]
        column = " " * (self.entries[0].column if self.entries else 0)
        indented = value.replace("\n", f"\n{column}")
        line = f"{column}{key}:{indented}\n"
        if not earlier:
            return self.put(self.start, self.start, line)
        last = max(earlier, key=lambda entry: ranks[entry.key])
        at = self.line_end(last.stop) + 1
        # A comment that is indented further than the keys belongs to the value above it.
        while at < self.stop and re.match(rf"[ ]{{{last.column + 1},}}#", self.text[at : self.line_end(at)]):
            at = self.line_end(at) + 1
        return self.put(at, at, line)


def read_page(raw: str) -> RecordPage:
    """Take a file apart; raises EditProblem where no keys stand at its head."""
    offsets: Sequence[int]
    skipped = 1 if raw.startswith("\ufeff") else 0
    if "\r" in raw:
        places = [match.start() for match in re.finditer(r"\r\n?|[^\r]", raw)][skipped:]
        offsets = [*places, len(raw)]
        text = re.sub(r"\r\n?", "\n", raw[skipped:])
    else:
        text = raw[skipped:]
        offsets = range(skipped, len(raw) + 1)
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        raise EditProblem("the file does not begin with keys between two lines “---”", 1)
    start, stop = opening.end(), closing.start()
    return RecordPage(raw, text, offsets, start, stop, closing.end(), read_entries(text, start, stop))
