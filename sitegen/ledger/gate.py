"""The gate: no published quotation goes to another speaker before a person has said so."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from sitegen.diagnostics import Diagnostic
from sitegen.ledger.compare import compare
from sitegen.model.differences import Change, Differences
from sitegen.model.ledger import Ledger, LedgerEntry
from sitegen.model.publication import PublishedQuote, Source

# What readers see in place of a name.
UNKNOWN = "nobody known"
# The code of the remark: publishing waits until each is accepted.
SPEAKER_CHANGED = "speaker-changed"
_SHOWN = 60


def since_published(ledger: Ledger, quotes: Collection[PublishedQuote]) -> Differences:
    """Return what a site with ``quotes`` says otherwise than when it was last published."""
    before = [entry.quote for entry in ledger.entries]
    return compare(before, quotes, gone={entry.quote.id for entry in ledger.entries if entry.removed})


def unaccepted(changes: Iterable[Change]) -> tuple[Diagnostic, ...]:
    """Return a warning for each published quotation that is given to somebody else."""
    return tuple(
        Diagnostic(
            SPEAKER_CHANGED,
            "warning",
            change.after.path or change.after.article,
            change.after.line or None,
            None,
            f"{words_of(change.after)} was published as said by {named(change.before.speaker)}, "
            f"and is now given to {named(change.after.speaker)}",
            f"if that is right: sitegen build --accept {change.after.id}",
        )
        for change in changes
    )


def updated(ledger: Ledger, quotes: Collection[PublishedQuote], model: str) -> Ledger:
    """Return the ledger once a site with ``quotes`` is published: nothing leaves it.

    An edited quotation keeps its former ids, one that is gone is marked as removed.
    """
    found = since_published(ledger, quotes)
    known = {entry.quote.id: entry for entry in ledger.entries}
    successor = {change.after.id: known[change.before.id] for change in found.reworded}
    entries: dict[str, LedgerEntry] = {}
    for quote in quotes:
        old = known.get(quote.id) or successor.get(quote.id)
        entries[quote.id] = LedgerEntry(_bare(quote), () if old is None else _former(old, quote.id))
    replaced = {change.before.id for change in found.reworded}
    for id_, entry in known.items():
        if id_ not in entries and id_ not in replaced:
            entries[id_] = replace(entry, removed=True)
    return Ledger(_without_living(entries), model)


def accepted(ledger: Ledger, quotes: Sequence[PublishedQuote], ids: Collection[str]) -> Ledger:
    """Return the ledger with the quotations ``ids`` as they stand in ``quotes``, and all others as they were."""
    found = since_published(ledger, quotes)
    known = {entry.quote.id: entry for entry in ledger.entries}
    before = {change.after.id: change.before.id for change in found.reworded}
    entries = dict(known)
    for quote in quotes:
        if quote.id not in ids and before.get(quote.id) not in ids:
            continue
        old = known.get(quote.id) or known.get(before.get(quote.id, ""))
        if old is not None:
            del entries[old.quote.id]
        entries[quote.id] = LedgerEntry(_bare(quote), () if old is None else _former(old, quote.id))
    return Ledger(_without_living(entries), ledger.model)


def named(source: Source | None) -> str:
    """Return a speaker as a remark names them."""
    return UNKNOWN if source is None else f"{source.name} ({source.person})" if source.person else source.name


def words_of(quote: PublishedQuote) -> str:
    """Return the first words of a quotation as a remark shows them."""
    words = " ".join(" … ".join(quote.exact).split())
    return f"“{words if len(words) <= _SHOWN else words[:_SHOWN].rsplit(' ', 1)[0] + ' …'}”"


def _former(old: LedgerEntry, id_: str) -> tuple[str, ...]:
    return tuple(former for former in dict.fromkeys((*old.former, old.quote.id)) if former != id_)


def _bare(quote: PublishedQuote) -> PublishedQuote:
    """Return what the ledger keeps of a quotation: where its file lies may change at any time."""
    return replace(quote, path="", line=0)


def _without_living(entries: dict[str, LedgerEntry]) -> tuple[LedgerEntry, ...]:
    """Return the entries in order; an id that is some quotation's own again is nobody's former one."""
    return tuple(
        replace(entry, former=tuple(id_ for id_ in entry.former if id_ not in entries))
        for entry in sorted(entries.values(), key=lambda entry: (entry.quote.article, entry.quote.id))
    )
