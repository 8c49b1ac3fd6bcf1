"""What was corrected, in one list: quotations edited, moved or taken out, and what people decided otherwise."""

import datetime

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.corrected import Decided, decided_in
from sitegen.compose.entry import Record, Utterance
from sitegen.digest import digest
from sitegen.model.fates import Edited, Fates, Gone

# What became of a quotation, with what it is now, or with the article in which it stood; or what a person decided.
Case = tuple[Edited, Utterance] | tuple[Gone, Record | None] | Decided


def cases_of(index: Catalogue, fates: Fates) -> list[Case]:
    """Return all corrections, the newest first and those of no known day last; on one day by article."""
    records = {entry.record.reading.article.id: entry.record for entry in index.entries}
    edited: list[Case] = [(fate, index.quotes[fate.id]) for fate in sorted(fates.edited, key=_place)]
    gone: list[Case] = [(fate, records.get(fate.article)) for fate in sorted(fates.gone, key=_place)]
    entries = sorted(index.entries, key=lambda entry: entry.record.reading.article.id)
    decided: list[Case] = [each for entry in entries for each in decided_in(entry)]
    cases = [*edited, *gone, *decided]
    return sorted(cases, key=lambda case: day_of_case(case) or datetime.date.min, reverse=True)


def _place(fate: Edited | Gone) -> tuple[str, str]:
    return fate.article, fate.id


def day_of_case(case: Case) -> datetime.date | None:
    """Return the day of a correction, None for one of no known day."""
    return case.day if isinstance(case, Decided) else case[0].day


def case_id(case: Case) -> str:
    """Return what a correction is known by for good."""
    match case:
        case Decided():
            return case.id
        case (Edited() | Gone() as fate, _):
            day = fate.day.isoformat() if fate.day is not None else ""
            return f"c-{digest((type(fate).__name__, fate.id, day), size=6)}"
    raise AssertionError(case)
