"""A record's file taken apart, and put together again with its own line ends."""

import re
from dataclasses import dataclass

from sitegen.curate.own_text import OwnText, own_text
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
class RecordPage(OwnText):
    """A file taken apart: keys stand between the offsets ``start`` and ``stop``, the note from ``body`` on."""

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
    own = own_text(raw)
    text = own.text
    opening = _OPENING.match(text)
    closing = _CLOSING.search(text, opening.end()) if opening else None
    if opening is None or closing is None:
        raise EditProblem("the file does not begin with keys between two lines “---”", 1)
    start, stop = opening.end(), closing.start()
    return RecordPage(raw, text, own.offsets, start, stop, closing.end(), read_entries(text, start, stop))
