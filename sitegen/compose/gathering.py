"""Quotations that a page lists beside its own."""

from dataclasses import dataclass

from sitegen.compose.entry import Utterance

# More stand on a page of their own.
MOST_BESIDE = 8


def are_many(versions: int) -> bool:
    """Tell whether an utterance has too many ``versions`` for the page of one of them to list the others."""
    return versions - 1 > MOST_BESIDE


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
