"""Where the ids of the ledger lead, and what it remembers of days and pages."""

import datetime
from dataclasses import replace

import pytest

from sitegen.ledger import accept_in, fates, ledger_lines, read_ledger, since_published, updated
from sitegen.model.fates import Edited, Fates, Gone
from sitegen.model.ledger import Ledger, LedgerEntry
from sitegen.model.publication import PublishedQuote
from tests.ledger.test_ledger import EDGAR, ROSA, ledger_of, quote

FIRST, SECOND, THIRD = (datetime.date(2026, 5, day) for day in (1, 2, 3))
HOUR = replace(quote("The tables are wrong by an hour"), id="q-1")
HOURS = replace(quote("The tables are wrong by two hours"), id="q-2")
LONG = replace(quote("The tables are wrong by two long hours"), id="q-3")
MOVED = replace(HOUR, id="q-4", article="renamed")
OTHER = replace(quote("Nobody was asked"), id="q-5")


def fate(ledger: Ledger, *quotes: PublishedQuote) -> Fates:
    return fates(ledger, since_published(ledger, quotes), quotes)


def published(*sites: tuple[PublishedQuote, ...]) -> Ledger:
    """Return the ledger after ``sites`` were published, one a day."""
    ledger = Ledger()
    for number, quotes in enumerate(sites):
        ledger = updated(ledger, quotes, "toy", FIRST + datetime.timedelta(days=number))
    return ledger


def test_nothing_happened() -> None:
    assert not fate(Ledger(), HOUR)
    assert not fate(published((HOUR, OTHER)), HOUR, OTHER)


def test_an_edit_leads_on_before_and_after_it_is_accepted() -> None:
    waiting = fate(published((HOUR,)), HOURS)
    assert waiting == Fates((Edited("q-2", "ferry", ("q-1",), ("q-1",)),))
    assert fate(published((HOUR,), (HOURS,)), HOURS) == Fates((replace(waiting.edited[0], day=SECOND),))


def test_a_chain_leads_to_its_end() -> None:
    chain = Edited("q-3", "ferry", ("q-1", "q-2"), ("q-1", "q-2"), THIRD)
    assert fate(published((HOUR,), (HOURS,), (LONG,)), LONG) == Fates((chain,))
    assert fate(published((HOUR,), (HOURS,)), LONG) == Fates((replace(chain, day=None),))


def test_what_moved_has_no_anchor_in_its_new_article() -> None:
    found = fate(published((HOUR,), (MOVED,)), MOVED)
    assert found == Fates((Edited("q-4", "renamed", ("q-1",), (), SECOND),))


def test_what_is_gone_says_when() -> None:
    assert fate(published((HOUR, OTHER), (OTHER,)), OTHER) == Fates(gone=(Gone("q-1", "ferry", SECOND),))
    assert fate(published((HOUR, OTHER)), OTHER) == Fates(gone=(Gone("q-1", "ferry"),))
    # A chain whose end is gone is gone as a whole, and the day is not that of an edit before.
    chain = Gone("q-2", "ferry", THIRD, ("q-1",))
    assert fate(published((HOUR,), (HOURS,), (OTHER,)), OTHER) == Fates(gone=(chain,))
    assert fate(published((HOUR,), (HOURS,)), OTHER) == Fates(gone=(replace(chain, day=None),))


@pytest.mark.parametrize("accepted", [False, True])
def test_an_edit_that_is_taken_back(accepted: bool) -> None:
    ledger = published((HOUR,), (HOURS,), *([(HOUR,)] if accepted else []))
    found = fate(ledger, HOUR)
    assert found == Fates((Edited("q-1", "ferry", ("q-2",), ("q-2",), THIRD if accepted else None),))


def test_what_leads_somewhere_goes_on_leading_there() -> None:
    """A new quotation that looks like one of former times does not take over its address."""
    ledger = published((HOUR,), (HOURS,))
    alike = replace(quote("The tables are wrong by an hour, I say"), id="q-6")
    for found in (fate(ledger, HOURS, alike), fate(updated(ledger, [HOURS, alike], "toy", THIRD), HOURS, alike)):
        assert [(edited.id, edited.former) for edited in found.edited] == [("q-2", ("q-1",))]


def test_a_ledger_that_was_merged_by_hand() -> None:
    """Former ids without a line, ids that are no addresses, and lines that lead to each other."""
    entries = (
        LedgerEntry(HOURS, ("q-9", "../up")),
        LedgerEntry(replace(HOUR, id="q-7"), ("q-8",), removed=True),
        LedgerEntry(replace(HOUR, id="q-8"), ("q-7",), removed=True),
        LedgerEntry(replace(HOUR, id="Q/8"), removed=True),
    )
    found = fate(Ledger(entries), HOURS)
    assert found.edited == (Edited("q-2", "ferry", ("q-9",)),)
    assert found.gone == (Gone("q-7", "ferry"), Gone("q-8", "ferry"))


# What the ledger remembers.


def days(ledger: Ledger) -> dict[str, datetime.date | None]:
    return {entry.quote.id: entry.day for entry in ledger.entries}


def test_days_of_what_readers_see_change() -> None:
    assert days(published((HOUR, OTHER))) == {"q-1": None, "q-5": None}
    edited = published((HOUR, OTHER), (HOURS, OTHER))
    assert days(edited) == {"q-1": SECOND, "q-2": SECOND, "q-5": None}
    given = published((HOUR, OTHER), (replace(HOUR, speaker=EDGAR), OTHER), (replace(HOUR, speaker=EDGAR), OTHER))
    assert days(given) == {"q-1": SECOND, "q-5": None}
    assert days(published((HOUR, OTHER), (OTHER,), (OTHER,))) == {"q-1": SECOND, "q-5": None}
    # One that comes back as it was did not change.
    assert days(published((HOUR, OTHER), (OTHER,), (HOUR, OTHER))) == {"q-1": None, "q-5": None}


def test_days_of_what_is_accepted() -> None:
    ledger = ledger_of(HOUR, OTHER)
    now = [replace(HOURS, speaker=EDGAR), OTHER]
    assert days(accept_in(ledger, now, ["q-1"], "toy", THIRD)) == {"q-1": THIRD, "q-2": THIRD, "q-5": None}
    assert days(accept_in(ledger, now, ["new"], "toy", THIRD)) == {"q-1": None, "q-5": None}


def test_pages_are_remembered_and_older_ledgers_read() -> None:
    ledger = updated(Ledger(), [HOUR, replace(OTHER, page=False)], "toy", FIRST)
    assert ledger.with_page() == {"q-1"}
    content = ledger_lines(ledger)
    assert read_ledger(content) == (ledger, ())
    assert content.count(b'"page": false') == 1
    assert b'"day"' not in content
    assert content.startswith(b'{"ledger": 1,')
    older = content.replace(b', "page": false', b"")
    found, remarks = read_ledger(older.replace(b'"article"', b'"colour": "red", "article"'))
    assert remarks == ()
    assert found.with_page() == {"q-1", "q-5"}
    assert days(found) == {"q-1": None, "q-5": None}


def test_a_day_that_is_none() -> None:
    content = ledger_lines(published((HOUR,), ())).replace(b"2026-05-02", b"2026-13-02")
    assert [remark.code for remark in read_ledger(content)[1]] == ["ledger-damaged"]


def test_many_entries_cost_little() -> None:
    """A ledger of an archive, of which half is gone, is settled in one pass."""
    quotes = [replace(quote(f"word {number}", ROSA), id=f"q-{number}") for number in range(4000)]
    found = fate(ledger_of(*quotes), *quotes[:2000])
    assert len(found.gone) == 2000
