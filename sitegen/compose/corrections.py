"""The list of what was corrected: quotations edited, moved or taken out, and what people decided otherwise."""

import datetime
from collections.abc import Iterator, Sequence

from sitegen.compose.cases import Case, case_id
from sitegen.compose.corrected import Decided, correction_of
from sitegen.compose.entry import Record, Utterance
from sitegen.compose.feeds import corrections_feed, feed_cases
from sitegen.compose.frames import Framer, Sheet, pager
from sitegen.compose.lines import article_link, led_excerpt, quote_href, speaker_link
from sitegen.compose.permalinks import CORRECTIONS, Place, feed_file, quote_folder, stretches
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.wording import count, figure, sentence, short_day
from sitegen.model.fates import Edited, Gone
from sitegen.model.view_former import Correction, CorrectionsView
from sitegen.model.view_parts import Day, Link

ON_A_PAGE = 100
# An address that was edited time and again is one line.
_MOST_FORMER = 4


def corrections_pages(framer: Framer, cases: Sequence[Case]) -> Iterator[Recipe]:
    """Yield the pages of the list, where there is anything to list, and its feed, where the site knows its address."""
    if not cases:
        return
    lede = _lede(cases)
    told = feed_cases(framer, cases)
    feed = feed_file(CORRECTIONS) if told else ""
    starts, folders = stretches(CORRECTIONS, len(cases), ON_A_PAGE)
    for number, start in enumerate(starts, 1):
        heading = "Corrections" if number == 1 else f"Corrections, page {number}"
        framing = framer.framing(
            Place(folders[number - 1]),
            heading,
            f"{heading} of {framer.settings.title}: {lede}",
            CORRECTIONS,
            feeds=(("Corrections", feed),) if feed else (),
        )
        shown = tuple(cases[start : start + ON_A_PAGE])
        yield recipe(framer, "corrections.html", framing, _list, heading, lede, shown, folders, number, feed)
    if told:
        yield corrections_feed(framer, told)


def _lede(cases: Sequence[Case]) -> str:
    decided = sum(isinstance(case, Decided) for case in cases)
    fates = [case[0] for case in cases if not isinstance(case, Decided)]
    gone = sum(isinstance(fate, Gone) for fate in fates)
    edited = len(fates) - gone
    told = []
    if edited or gone:
        told.append(f"Since they were published, {_told(edited, gone)}. Their former addresses still work.")
    if decided:
        told.append(f"{sentence(count(decided, 'correction'))} by people.")
    return " ".join(told)


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


def _list(
    sheet: Sheet,
    heading: str,
    lede: str,
    cases: Sequence[Case],
    folders: Sequence[str],
    number: int,
    feed: str,
) -> CorrectionsView:
    place = sheet.place
    lines = tuple(_correction(place, case) for case in cases)
    return CorrectionsView(
        sheet.frame, heading, lede, lines, pager(place, folders, number), place.to(feed) if feed else ""
    )


def _correction(place: Place, case: Case) -> Correction:
    match case:
        case Decided():
            return correction_of(place, case)
        case (Edited() as edited, Utterance() as utterance):
            return _edited(place, edited, utterance)
        case (Gone() as gone, Record() as record):
            return _gone(place, gone, article_link(place, record))
        case (Gone() as gone, None):
            return _gone(place, gone, Link(""))
    raise AssertionError(case)


def _edited(place: Place, edited: Edited, utterance: Utterance) -> Correction:
    left_out = len(edited.former) - _MOST_FORMER
    return Correction(
        case_id((edited, utterance)),
        "edited" if edited.here else "moved",
        _day(edited.day),
        Link(led_excerpt(utterance, 100), quote_href(place, utterance), excerpt_of=utterance.quote.id),
        speaker_link(place, utterance.speaker),
        article_link(place, utterance.record),
        tuple(map(Link, edited.former[-_MOST_FORMER:])),
        f"and {left_out} before" if left_out > 0 else "",
    )


def _gone(place: Place, gone: Gone, article: Link) -> Correction:
    left_out = len(gone.former) - _MOST_FORMER
    noted = {id_: place.to(quote_folder(id_)) for id_ in (gone.id, *gone.former)}
    return Correction(
        case_id((gone, None)),
        "taken out",
        _day(gone.day),
        Link(f"The quotation {gone.id}", noted[gone.id]),
        Link(""),
        article,
        tuple(Link(id_, noted[id_]) for id_ in gone.former),
        f"and {left_out} before" if left_out > 0 else "",
    )


def _day(day: datetime.date | None) -> Day:
    return short_day(day) if day is not None else Day("")
