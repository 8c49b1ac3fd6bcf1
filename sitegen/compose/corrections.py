"""The list of what became of published quotations: edited, moved, or taken out."""

import datetime
from collections.abc import Iterator, Sequence

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Record, Utterance
from sitegen.compose.frames import Framer, Sheet, pager
from sitegen.compose.lines import article_link, excerpt, quote_href, speaker_link
from sitegen.compose.permalinks import CORRECTIONS, Place, quote_folder, stretches
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.wording import count, figure, short_day
from sitegen.model.fates import Edited, Fates, Gone
from sitegen.model.view_former import Correction, CorrectionsView
from sitegen.model.view_parts import Day, Link

ON_A_PAGE = 100
# An address that was edited time and again is one line.
_MOST_FORMER = 4

# What became of a quotation, with what it is now, or with the article in which it stood.
_Case = tuple[Edited, Utterance] | tuple[Gone, Record | None]


def corrections_pages(index: Catalogue, framer: Framer, fates: Fates) -> Iterator[Recipe]:
    """Yield the pages of the list, where there is anything to list: what changed last comes first."""
    if not fates:
        return
    cases = _cases(index, fates)
    edited, gone = len(fates.edited), len(fates.gone)
    lede = f"Since they were published, {_told(edited, gone)}. Their former addresses still work."
    starts, folders = stretches(CORRECTIONS, len(cases), ON_A_PAGE)
    for number, start in enumerate(starts, 1):
        heading = "Corrections" if number == 1 else f"Corrections, page {number}"
        framing = framer.framing(
            Place(folders[number - 1]), heading, f"{heading} of {framer.settings.title}: {lede}", CORRECTIONS
        )
        shown = tuple(cases[start : start + ON_A_PAGE])
        yield recipe(framer, "corrections.html", framing, _list, heading, lede, shown, folders, number)


def _told(edited: int, gone: int) -> str:
    """Return how many quotations were edited, and how many are gone."""
    one = f"{count(edited, 'quotation')} {_were(edited)} edited or moved"
    if not gone:
        return one
    if not edited:
        return f"{count(gone, 'quotation')} {_were(gone)} taken out"
    return f"{one}, and {figure(gone)} {_were(gone)} taken out"


def _were(number: int) -> str:
    return "was" if number == 1 else "were"


def _cases(index: Catalogue, fates: Fates) -> list[_Case]:
    """Return all cases, the newest first and those of no known day last; on one day by article, then by id."""
    records = {entry.record.reading.article.id: entry.record for entry in index.entries}
    cases: list[_Case] = [(edited, index.quotes[edited.id]) for edited in fates.edited]
    cases += [(gone, records.get(gone.article)) for gone in fates.gone]
    cases.sort(key=lambda case: (case[0].article, case[0].id))
    return sorted(cases, key=lambda case: case[0].day or datetime.date.min, reverse=True)


def _list(
    sheet: Sheet, heading: str, lede: str, cases: Sequence[_Case], folders: Sequence[str], number: int
) -> CorrectionsView:
    lines = tuple(_correction(sheet.place, case) for case in cases)
    return CorrectionsView(sheet.frame, heading, lede, lines, pager(sheet.place, folders, number))


def _correction(place: Place, case: _Case) -> Correction:
    fate = case[0]
    day = short_day(fate.day) if fate.day is not None else Day("")
    left_out = len(fate.former) - _MOST_FORMER
    more = f"and {left_out} before" if left_out > 0 else ""
    match case:
        case (Edited() as edited, Utterance() as utterance):
            return Correction(
                "edited" if edited.here else "moved",
                day,
                Link(excerpt(utterance, 100), quote_href(place, utterance), excerpt_of=utterance.quote.id),
                speaker_link(place, utterance.speaker),
                article_link(place, utterance.record),
                tuple(map(Link, edited.former[-_MOST_FORMER:])),
                more,
            )
        case (Gone(), Record() as record):
            article = article_link(place, record)
        case _:
            article = Link("")
    noted = {id_: place.to(quote_folder(id_)) for id_ in (fate.id, *fate.former)}
    former = tuple(Link(id_, noted[id_]) for id_ in fate.former)
    return Correction("taken out", day, Link(f"The quotation {fate.id}", noted[fate.id]), Link(""), article, former)
