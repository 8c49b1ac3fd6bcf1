"""The memory of what was published: one entry a quotation, committed with the content."""

import datetime
from dataclasses import dataclass

from sitegen.model.publication import PublishedQuote


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A quotation that was published at some time.

    ``former`` are the ids that it had while its words read otherwise or stood elsewhere; each has an entry of its own,
    which is ``removed``: it stood in no article when the site was last published. ``day`` is that on which readers last
    saw it change: it was taken out, came of an edit, or was given to somebody else. It is None where nothing changed
    since the first time, and where nobody wrote it down.
    """

    quote: PublishedQuote
    former: tuple[str, ...] = ()
    removed: bool = False
    day: datetime.date | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries, sorted by article and id; ``model`` names what read the articles, "" before the first time."""

    entries: tuple[LedgerEntry, ...] = ()
    model: str = ""

    def with_page(self) -> frozenset[str]:
        """Return the ids that were published with a page of their own."""
        return frozenset(entry.quote.id for entry in self.entries if entry.quote.page)
