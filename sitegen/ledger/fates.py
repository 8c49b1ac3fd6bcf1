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
    gone: dict[str, list[str]] = defaultdict(list)
    for id_ in dict.fromkeys(filter(_ID.fullmatch, ids)):
        end = _end(id_, ways, living)
        if end:
            groups[end].append(id_)
        else:
            gone[_last(id_, ways)].append(id_)
    days = {entry.quote.id: entry.day for entry in ledger.entries if entry.quote.id in groups and not entry.removed}
    return Fates(
        tuple(_edited(id_, former, living[id_], lost, days.get(id_)) for id_, former in sorted(groups.items())),
        tuple(_gone(id_, same, lost) for id_, same in sorted(gone.items())),
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


def _last(id_: str, ways: Mapping[str, Sequence[str]]) -> str:
    """Return the last id that a quotation had which is gone, by the surest way; ``id_`` where ways lead in a circle."""
    seen, last = {id_}, id_
    while True:
        further = next((step for step in ways.get(last, ()) if _ID.fullmatch(step)), "")
        if not further:
            return last
        if further in seen:
            return id_
        seen.add(further)
        last = further


def _gone(id_: str, same: Iterable[str], lost: Mapping[str, LedgerEntry]) -> Gone:
    """Return that ``id_`` is nobody's; the day is that of its last change only where this was to be taken out."""
    former = _by_age((each for each in same if each != id_), lost)
    entry = lost.get(id_)
    if entry is None:
        return Gone(id_, former=former)
    return Gone(id_, entry.quote.article, entry.day if entry.removed else None, former)


def _by_age(former: Iterable[str], lost: Mapping[str, LedgerEntry]) -> tuple[str, ...]:
    """Return the ids that a quotation had, the oldest first: the former ids of each are all that were before it."""
    age = {each: len(lost[each].former) if each in lost else 0 for each in former}
    return tuple(sorted(age, key=lambda each: (age[each], each)))


def _edited(
    id_: str, former: Iterable[str], article: str, lost: Mapping[str, LedgerEntry], day: datetime.date | None
) -> Edited:
    ids = _by_age(former, lost)
    here = tuple(each for each in ids if each in lost and lost[each].quote.article == article)
    return Edited(id_, article, ids, here, day)
