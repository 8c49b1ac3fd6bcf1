"""Lists of quotations: all of them, and those of a year, a kind, a status, or whose speaker has no page."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.directories import QUOTATIONS
from sitegen.compose.directory import Directory, Named, directory
from sitegen.compose.entry import Utterance
from sitegen.compose.filters import BY, Filter, Row, Tally, rows, tally
from sitegen.compose.frames import Framer, Sheet, pager
from sitegen.compose.letters import position_of
from sitegen.compose.lines import quote_line
from sitegen.compose.permalinks import QUOTES, SAID, Place, entity_folder, stretches
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.wording import count, figure, small
from sitegen.model.view_lists import FilterRow, QuotesView
from sitegen.model.view_parts import Link

ON_A_PAGE = 100
# A list across the years goes back so far; those of the years hold everything. A new quotation moves all that stand
# behind it in a list, so that a list of a hundred thousand would be made anew with every one.
MOST_ACROSS = 5000


@dataclass(frozen=True, slots=True)
class _List:
    """A list of quotations; ``whole`` tells that it holds all that it names, however many years these span."""

    filter: Filter
    lede: str
    quotes: Sequence[Utterance]
    whole: bool = False


def quotes_pages(index: Catalogue, framer: Framer) -> Iterator[Recipe]:
    """Yield the pages of all lists of quotations, those of the newest article first."""
    found = list(index.all_utterances())
    tallied = tally(found)
    for each in _lists(found, tallied):
        yield from _pages(framer, each, tallied)
    if found:
        yield from _speakers(index, framer, tallied)


def _lists(found: Sequence[Utterance], tallied: Tally) -> Iterator[_List]:
    """Yield every list; those of all, of years and of kinds have one line for all versions of an utterance."""
    yield _List(Filter(), _lede_of_all(found, tallied), tallied.leads[Filter()])
    for each, quotes in tallied.leads.items():
        if each != Filter():
            yield _List(each, f"{count(len(quotes), 'quotation')}.", quotes, whole=bool(each.year))
    for each, quotes in tallied.others.items():
        yield _List(each, f"{count(len(quotes), 'quotation')}. {each.meaning}", quotes, whole=each.status != "machine")


def _lede_of_all(found: Sequence[Utterance], tallied: Tally) -> str:
    total = len(tallied.leads[Filter()])
    if not total:
        return "There are no quotations yet."
    lede = f"{count(len(found), 'quotation')}, those of the newest article first."
    if total < len(found):
        lede += f" Versions of one utterance stand together, so there are {figure(total)} lines."
    unknown = len(tallied.others.get(Filter(speaker="unknown"), ()))
    if unknown:
        lede += f" The speaker of {small(unknown)} is not known."
    return lede


def _pages(framer: Framer, each: _List, tallied: Tally) -> Iterator[Recipe]:
    quotes, lede = each.quotes, each.lede
    if len(quotes) > MOST_ACROSS and not each.whole and len(tallied.years) > 1:
        quotes = quotes[:MOST_ACROSS]
        lede += f" Here are the newest {figure(MOST_ACROSS)}; older ones stand in the lists of their years."
    chosen = each.filter
    starts, folders = stretches(chosen.folder, len(quotes), ON_A_PAGE)
    for number, start in enumerate(starts, 1):
        page = f", page {number}" if number > 1 else ""
        # What else there is to choose stands on the first page alone: all others keep when that changes.
        filters = rows(chosen, tallied) if number == 1 else ()
        said = lede if number == 1 else ""
        description = f"{chosen.title}{page} of {framer.settings.title}"
        description += f": {said or chosen.meaning}" if said or chosen.meaning else "."
        framing = framer.framing(Place(folders[number - 1]), chosen.title + page, description, QUOTES)
        shown = tuple(quotes[start : start + ON_A_PAGE])
        inputs = (chosen, chosen.title + page, said, filters, shown, folders, number)
        yield recipe(framer, "quotes.html", framing, _list, *inputs)


def _list(
    sheet: Sheet,
    chosen: Filter,
    heading: str,
    lede: str,
    filters: Sequence[Row],
    utterances: Sequence[Utterance],
    folders: Sequence[str],
    number: int,
) -> QuotesView:
    place = sheet.place
    trail = list(chosen.trail)
    if number > 1:
        trail.append((chosen.title, folders[0]))
    return QuotesView(
        frame=sheet.frame,
        heading=heading,
        lede=lede,
        quotes=tuple(quote_line(place, utterance) for utterance in utterances),
        pager=pager(place, folders, number),
        trail=tuple(Link(words, place.to(folder)) for words, folder in trail),
        filters=tuple(
            FilterRow(
                label,
                tuple(
                    Link(words, place.to(folder), figure(number) if number else "", current)
                    for words, folder, number, current in choices
                ),
            )
            for label, choices in filters
        ),
    )


def _speakers(index: Catalogue, framer: Framer, tallied: Tally) -> Iterator[Recipe]:
    """Yield the index of who is quoted: it leads to their own pages, which have what they said."""
    names = []
    for kind, entities in index.entities.items():
        for entity in entities.values():
            times = sum(utterance.stands_for_all for utterance in index.said.get(entity.id, ()))
            if times:
                folder, position = entity_folder(kind, entity.id), position_of(kind, entity.name)
                names.append(Named(position, entity.name, folder, (times,), SAID))
    lede = f"{count(len(names), 'speaker')}." if names else "Nobody who has a page is quoted."
    others = tuple(
        (each.title, each.folder, figure(len(quotes))) for each, quotes in tallied.others.items() if each.speaker
    )
    what = Directory(
        BY,
        "speakers.html",
        "Quotations by speaker",
        lede,
        (QUOTATIONS,),
        QUOTES,
        trail=(("Quotations", QUOTES),),
        beyond=others,
    )
    yield from directory(framer, what, names)
