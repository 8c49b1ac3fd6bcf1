"""Which ids of the ledger lead where: on to the quotation that they are today, or nowhere any more."""

import datetime
import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence

from sitegen.model.differences import Differences
from sitegen.model.fates import Edited, Fates, Gone
from sitegen.model.ledger import Ledger, LedgerEntry
from sitegen.model.publication import PublishedQuote

# What an address can be made of; a ledger that was written by hand can hold anything.
_ID = re.compile(r"q-[0-9a-z]+")


def fates(ledger: Ledger, found: Differences, quotes: Collection[PublishedQuote]) -> Fates:
    """Return what became of every id of ``ledger`` that none of ``quotes`` has.

    ``found`` is what a site with ``quotes`` says otherwise than the ledger: quotations that were edited since lead on
    as well, before anybody has accepted that.
    """
    living = {quote.id: quote.article for quote in quotes}
    missing = [entry for entry in ledger.entries if entry.quote.id not in living]
    edited = [entry for entry in ledger.entries if entry.former]
    lost = {entry.quote.id: entry for entry in missing if _ID.fullmatch(entry.quote.id)}
    # Ledgers that were merged by hand may name former ids that have no line.
    ids = [*lost, *(id_ for entry in edited for id_ in entry.former if id_ not in lost and id_ not in living)]
    if not ids:
        return Fates()
    ways = _ways(edited, found, living)
    groups: dict[str, list[str]] = defaultdict(list)
    gone = []
    for id_ in dict.fromkeys(filter(_ID.fullmatch, ids)):
        end = _end(id_, ways, living)
        if end:
            groups[end].append(id_)
        elif id_ in lost:
            gone.append(Gone(id_, lost[id_].quote.article, lost[id_].day))
        else:
            gone.append(Gone(id_))
    days = {entry.quote.id: entry.day for entry in ledger.entries if entry.quote.id in groups and not entry.removed}
    return Fates(
        tuple(_edited(id_, former, living[id_], lost, days.get(id_)) for id_, former in sorted(groups.items())),
        tuple(sorted(gone, key=lambda each: each.id)),
    )


def _ways(edited: Iterable[LedgerEntry], found: Differences, living: Mapping[str, str]) -> Mapping[str, Sequence[str]]:
    """Return what each id may have become, the surest first: what was accepted, and that which still stands."""
    ways: dict[str, list[str]] = defaultdict(list)
    for entry in sorted(edited, key=lambda entry: (entry.quote.id not in living, entry.quote.id)):
        for id_ in entry.former:
            ways[id_].append(entry.quote.id)
    for change in found.changes:
        if change.has_new_id:
            ways[change.before.id].append(change.after.id)
    return ways


def _end(id_: str, ways: Mapping[str, Sequence[str]], living: Mapping[str, str]) -> str:
    """Return the living quotation to which the ways from ``id_`` lead, "" for none: the surest way to its end first."""
    seen = {id_}
    waiting = [id_]
    while waiting:
        each = waiting.pop()
        if each in living:
            return each
        further = [step for step in ways.get(each, ()) if step not in seen]
        seen.update(further)
        waiting += reversed(further)
    return ""


def _edited(
    id_: str, former: Iterable[str], article: str, lost: Mapping[str, LedgerEntry], day: datetime.date | None
) -> Edited:
    # Each had all that were before it for its own former ones.
    age = {each: len(lost[each].former) if each in lost else 0 for each in former}
    ids = tuple(sorted(age, key=lambda each: (age[each], each)))
    here = tuple(each for each in ids if each in lost and lost[each].quote.article == article)
    return Edited(id_, article, ids, here, day)
