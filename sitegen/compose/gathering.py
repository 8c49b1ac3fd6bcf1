"""Quotations that a page lists beside its own."""

from dataclasses import dataclass

from sitegen.compose.entry import Utterance
from sitegen.compose.permalinks import quote_folder

# More stand on a page of their own.
MOST_BESIDE = 8


def versions_folder(lead: str) -> str:
    """Return the folder of the page that lists many versions of one utterance."""
    return f"{quote_folder(lead)}versions/"


@dataclass(frozen=True, slots=True)
class Gathering:
    """``shown`` of ``total`` quotations; ``folder`` is that of the page that lists all, "" where all are shown.

    ``total`` counts the page's own among them.
    """

    shown: tuple[Utterance, ...] = ()
    total: int = 0
    folder: str = ""

    @property
    def few(self) -> tuple[Utterance, ...]:
        """The others, where all are shown."""
        return () if self.folder else self.shown
