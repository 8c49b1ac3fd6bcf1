"""A social card: the picture that stands for a page where somebody shares its address."""

from dataclasses import dataclass
from typing import Literal

WIDTH, HEIGHT = 1200, 630


@dataclass(frozen=True, slots=True)
class Card:
    """What is drawn on a card of ``WIDTH`` × ``HEIGHT`` pixels; ``path`` is its file's, below the output folder.

    ``words`` stand large, and alone may be cut. ``kind`` says how they are marked: "said" with the thick bar of very
    words, "told" with the thin one of reported words, "plain" not at all. ``lead`` stands above them, ``name`` and
    ``note`` below; ``site`` is the name of the site at the head, "" where the words are that.
    """

    path: str
    kind: Literal["plain", "said", "told"]
    words: str
    site: str = ""
    lead: str = ""
    name: str = ""
    note: str = ""

    @property
    def texts(self) -> tuple[str, ...]:
        """All that is written on it."""
        return self.words, self.site, self.lead, self.name, self.note
