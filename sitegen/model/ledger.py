"""The memory of what was published: one entry a quotation, committed with the content."""

from dataclasses import dataclass

from sitegen.model.publication import PublishedQuote


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """A quotation that was published at some time.

    ``former`` are the ids that it had while its words read otherwise or stood elsewhere; each has an entry of its own,
    which is ``removed``: it stood in no article when the site was last published.
    """

    quote: PublishedQuote
    former: tuple[str, ...] = ()
    removed: bool = False


@dataclass(frozen=True, slots=True)
class Ledger:
    """All entries, sorted by article and id; ``model`` names what read the articles, "" before the first time."""

    entries: tuple[LedgerEntry, ...] = ()
    model: str = ""
