"""The gate: no published quotation goes to another speaker before a person has said so."""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sitegen.diagnostics import Diagnostic
from sitegen.ledger.compare import compare
from sitegen.ledger.wording import named, words_of
from sitegen.model.differences import Change, Differences
from sitegen.model.ledger import Ledger, LedgerEntry
from sitegen.model.publication import PublishedQuote, PublishedSpeaker

# The code of the remark: publishing waits until each is accepted.
SPEAKER_CHANGED = "speaker-changed"


def since_published(ledger: Ledger, quotes: Collection[PublishedQuote]) -> Differences:
    """Return what a site with ``quotes`` says otherwise than when it was last published."""
    before = [entry.quote for entry in ledger.entries]
    found = compare(before, quotes, gone={entry.quote.id for entry in ledger.entries if entry.removed})
    holder = {id_: entry.quote for entry in ledger.entries for id_ in entry.former}
    # Words that came back as they were before an edit were published then, as said by the same speaker.
    back = [Change(replace(holder[quote.id], id=quote.id), quote) for quote in found.added if quote.id in holder]
    return replace(found, changes=(*found.changes, *(change for change in back if change.reattributed)))


def unaccepted(changes: Iterable[Change], ledger: Ledger) -> tuple[Diagnostic, ...]:
    """Return a warning for each of ``changes`` to another speaker that the ledger does not know of."""
    speakers = {entry.quote.id: entry.quote.speaker for entry in ledger.entries}
    return tuple(
        Diagnostic(
            SPEAKER_CHANGED,
            "warning",
            change.after.path or change.after.article,
            change.after.line or None,
            None,
            f"{words_of(change.after)} was published as said by {named(change.before.speaker)}, "
            f"and is now given to {named(change.after.speaker)}",
            f"if that is right: sitegen build --accept {change.after.id}, and commit ledger.jsonl",
        )
        for change in changes
        if change.reattributed and not _is_known(change.after, speakers)
    )


def _is_known(quote: PublishedQuote, speakers: Mapping[str, PublishedSpeaker | None]) -> bool:
    """Tell whether the ledger holds a quotation under the speaker that it has now."""
    return quote.id in speakers and not Change(replace(quote, speaker=speakers[quote.id]), quote).reattributed


def updated(ledger: Ledger, quotes: Collection[PublishedQuote], model: str) -> Ledger:
    """Return the ledger once a site with ``quotes`` is published: nothing leaves it.

    An edited or moved quotation keeps its former ids, one that is gone is marked as removed.
    """
    found = since_published(ledger, quotes)
    known = {entry.quote.id: entry for entry in ledger.entries}
    follows = {change.after.id: change.before.id for change in found.changes if change.has_new_id}
    entries = {quote.id: _entry(quote, known.get(quote.id) or known.get(follows.get(quote.id, ""))) for quote in quotes}
    for id_, entry in known.items():
        if id_ not in entries and id_ not in follows.values():
            entries[id_] = replace(entry, removed=True)
    return Ledger(_in_order(entries), model)


def accepted(ledger: Ledger, quotes: Collection[PublishedQuote], ids: Collection[str], model: str) -> Ledger:
    """Return the ledger with the quotations ``ids`` as they stand in ``quotes``, and all others as they were.

    An edited quotation is meant by its former id as well.
    """
    found = since_published(ledger, quotes)
    known = {entry.quote.id: entry for entry in ledger.entries}
    follows = {change.after.id: change.before.id for change in found.changes if change.has_new_id}
    entries = dict(known)
    for quote in quotes:
        former = follows.get(quote.id, "")
        if quote.id in ids or former in ids:
            entries[quote.id] = _entry(quote, known.get(quote.id) or entries.pop(former, None))
    return Ledger(_in_order(entries), ledger.model or model)


def unchanged(ledger: Ledger, quotes: Collection[PublishedQuote], model: str) -> Ledger:
    """Return the ledger with all that is new in ``quotes``, and no changed speaker: those go on waiting."""
    found = since_published(ledger, quotes)
    known = {entry.quote.id: entry for entry in ledger.entries}
    waiting = {change.after.id: change.before.id for change in found.reattributed}
    after = updated(ledger, [quote for quote in quotes if quote.id not in waiting], model)
    kept = {entry.quote.id: entry for entry in after.entries}
    kept |= {id_: known[id_] for id_ in waiting.values() if id_ in known}
    return Ledger(_in_order(kept), after.model)


def _entry(quote: PublishedQuote, old: LedgerEntry | None) -> LedgerEntry:
    """Return the entry of a quotation that was ``old`` before; where its file lies may change at any time."""
    former = () if old is None else dict.fromkeys((*old.former, old.quote.id))
    return LedgerEntry(replace(quote, path="", line=0), tuple(id_ for id_ in former if id_ != quote.id))


def _in_order(entries: dict[str, LedgerEntry]) -> tuple[LedgerEntry, ...]:
    """Return the entries in order; an id that is some quotation's own again is nobody's former one."""
    return tuple(
        replace(entry, former=tuple(id_ for id_ in entry.former if id_ not in entries))
        for entry in sorted(entries.values(), key=lambda entry: (entry.quote.article, entry.quote.id))
    )
