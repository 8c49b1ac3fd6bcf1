"""The gate: no published quotation goes to another speaker before a person has said so."""

import datetime
from collections.abc import Collection, Iterable, Mapping
from dataclasses import replace

from sitegen.diagnostics import Diagnostic
from sitegen.ledger.compare import compare
from sitegen.ledger.wording import named, words_of
from sitegen.model.covering import BLOCK, is_covered
from sitegen.model.differences import Change, Differences
from sitegen.model.ledger import Ledger, LedgerEntry
from sitegen.model.publication import PublishedQuote, PublishedSpeaker

# The code of the remark: publishing waits until each is accepted.
SPEAKER_CHANGED = "speaker-changed"


def since_published(ledger: Ledger, quotes: Collection[PublishedQuote]) -> Differences:
    """Return what a site with ``quotes`` says otherwise than when it was last published."""
    before = {entry.quote.id: entry.quote for entry in ledger.entries}
    ways = {
        (before[id_].article, entry.quote.article) for entry in ledger.entries for id_ in entry.former if id_ in before
    }
    gone = {entry.quote.id for entry in ledger.entries if entry.removed}
    return compare(before.values(), quotes, gone=gone, ways=ways)


def unaccepted(changes: Iterable[Change], ledger: Ledger) -> tuple[Diagnostic, ...]:
    """Return a warning for each of ``changes`` to another speaker that the ledger does not know of.

    Where a person has decided who speaks, nothing waits: that is the word of a person already.
    """
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
        if change.reattributed and not change.after.decided and not _is_known(change.after, speakers)
    )


def _is_known(quote: PublishedQuote, speakers: Mapping[str, PublishedSpeaker | None]) -> bool:
    """Tell whether the ledger holds a quotation under the speaker that it has now."""
    return quote.id in speakers and not Change(replace(quote, speaker=speakers[quote.id]), quote).reattributed


def updated(ledger: Ledger, quotes: Collection[PublishedQuote], model: str, day: datetime.date | None = None) -> Ledger:
    """Return the ledger once a site with ``quotes`` is published: nothing leaves it.

    What is no longer there as it was, be it gone, edited or moved, stays and is marked as removed: its words were
    published. An edited or moved quotation also names its former ids. ``day`` is when that happens.
    """
    living = {quote.id for quote in quotes}
    entries = {e.quote.id: e if e.quote.id in living else _removed(e, day) for e in ledger.entries}
    return Ledger(_in_order(entries | _entries(ledger, quotes, _follows(ledger, quotes), living, day)), model)


def _removed(entry: LedgerEntry, day: datetime.date | None) -> LedgerEntry:
    return entry if entry.removed else replace(entry, removed=True, day=day)


def accepted(
    ledger: Ledger,
    quotes: Collection[PublishedQuote],
    ids: Collection[str],
    model: str,
    day: datetime.date | None = None,
) -> Ledger:
    """Return the ledger with the quotations ``ids`` as they stand in ``quotes``, and all others as they were.

    An edited quotation is meant by its former id as well. ``day`` is when that happens.
    """
    follows = _follows(ledger, quotes)
    taken = [quote for quote in quotes if quote.id in ids or follows.get(quote.id) in ids]
    entries = {entry.quote.id: entry for entry in ledger.entries}
    living = {quote.id for quote in quotes}
    for quote in taken:
        former = follows.get(quote.id, "")
        if former in entries and former not in living:
            entries[former] = _removed(entries[former], day)
    return Ledger(_in_order(entries | _entries(ledger, taken, follows, living, day)), ledger.model or model)


def unchanged(
    ledger: Ledger, quotes: Collection[PublishedQuote], model: str, day: datetime.date | None = None
) -> Ledger:
    """Return the ledger with all that is new in ``quotes``, and no changed speaker: those go on waiting."""
    waiting = {}
    for change in since_published(ledger, quotes).reattributed:
        if not change.after.decided:
            waiting[change.after.id] = change.before.id
    after = updated(ledger, [quote for quote in quotes if quote.id not in waiting], model, day)
    # What a changed speaker is compared with stays as it was.
    kept = {entry.quote.id: entry for entry in ledger.entries if entry.quote.id in {*waiting, *waiting.values()}}
    return Ledger(_in_order({entry.quote.id: entry for entry in after.entries} | kept), after.model)


def _follows(ledger: Ledger, quotes: Collection[PublishedQuote]) -> dict[str, str]:
    """Return the former id of each quotation that was edited or moved."""
    return {c.after.id: c.before.id for c in since_published(ledger, quotes).changes if c.has_new_id}


def _entries(
    ledger: Ledger,
    quotes: Collection[PublishedQuote],
    follows: Mapping[str, str],
    living: Collection[str],
    day: datetime.date | None,
) -> dict[str, LedgerEntry]:
    """Return the entries of ``quotes``; where their files lie may change at any time.

    One that is published with a name covered keeps the words that it had: they are the article's. ``living`` are the
    ids of all quotations of the site.
    """
    known = {entry.quote.id: entry for entry in ledger.entries}
    followed = {*follows.values()}
    # What leads on to a quotation that is there does so for good, whatever looks like it later.
    led = {
        id_
        for entry in ledger.entries
        if entry.former and (entry.quote.id in living or entry.quote.id in followed)
        for id_ in entry.former
    }
    entries = {}
    for quote in quotes:
        own, before = known.get(quote.id), known.get(follows.get(quote.id, ""))
        if before is not None and before.quote.id in led:
            before = None
        former = (*(own.former if own else ()), *((*before.former, before.quote.id) if before else ()))
        ids = tuple(id_ for id_ in dict.fromkeys(former) if id_ != quote.id)
        last = day if before else None
        if own is not None:
            quote = _as_it_was(quote, own.quote)  # noqa: PLW2901
            if not own.removed and last is None:
                last = day if Change(own.quote, quote).reattributed else own.day
        entries[quote.id] = LedgerEntry(replace(quote, path="", line=0, decided=False), ids, day=last)
    return entries


def _as_it_was(quote: PublishedQuote, known: PublishedQuote) -> PublishedQuote:
    """Return a quotation with the words that are known of it where it only covers names in them."""

    def plain(shown: str, whole: str) -> str:
        return whole if BLOCK in shown and is_covered(shown, whole) else shown

    exact = quote.exact
    if len(exact) == len(known.exact):
        exact = tuple(map(plain, exact, known.exact))
    speaker = quote.speaker
    if speaker is not None and known.speaker is not None:
        speaker = replace(speaker, name=plain(speaker.name, known.speaker.name))
    prefix, suffix = plain(quote.prefix, known.prefix), plain(quote.suffix, known.suffix)
    return replace(quote, exact=exact, speaker=speaker, prefix=prefix, suffix=suffix)


def _in_order(entries: dict[str, LedgerEntry]) -> tuple[LedgerEntry, ...]:
    """Return the entries in order; an id that is published itself again is nobody's former one."""
    living = {id_ for id_, entry in entries.items() if not entry.removed}
    return tuple(
        replace(entry, former=tuple(id_ for id_ in entry.former if id_ not in living))
        for entry in sorted(entries.values(), key=lambda entry: (entry.quote.article, entry.quote.id))
    )
