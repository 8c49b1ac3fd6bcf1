"""The feed of corrections: Atom, RFC 4287."""

from collections.abc import Sequence
from dataclasses import replace

from sitegen.compose.cases import Case, case_id, day_of_case
from sitegen.compose.corrected import Decided, correction_text
from sitegen.compose.entry import Utterance
from sitegen.compose.frames import Framer, Framing, Sheet
from sitegen.compose.iris import Iris
from sitegen.compose.lines import excerpt
from sitegen.compose.moments import start_of
from sitegen.compose.permalinks import CORRECTIONS, Place, article_folder, quote_folder
from sitegen.compose.recipe import Recipe, recipe
from sitegen.model.fates import Edited, Gone
from sitegen.model.view_former import FeedEntry, FeedView

FEED = "feed.xml"
_MOST = 50
_WORDS = 100


def corrections_feed(framer: Framer, cases: Sequence[Case]) -> Recipe:
    """Return the feed of the newest of ``cases``, which are in that order; those of no known day stand in no feed.

    Only for a site that knows its own address: a feed has no relative ones.
    """
    dated = tuple(case for case in cases if day_of_case(case) is not None)[:_MOST]
    made = recipe(framer, "feed.xml", Framing(Place(CORRECTIONS)), _feed, dated)
    return replace(made, path=CORRECTIONS + FEED)


def _feed(sheet: Sheet, cases: Sequence[Case]) -> FeedView:
    framer, iris = sheet.framer, Iris(sheet.framer, Place(""))
    settings = framer.settings
    page = iris.of(CORRECTIONS)
    entries = tuple(_entry(iris, page, settings.timezone, case) for case in cases)
    return FeedView(
        id=page,
        title=f"Corrections | {settings.title}",
        author=settings.author or settings.title,
        language=settings.language,
        generator=framer.generator,
        # A build knows no clock: the feed is as new as its newest entry.
        updated=entries[0].updated,
        own=iris.of(CORRECTIONS + FEED),
        page=page,
        entries=entries,
    )


def _entry(iris: Iris, page: str, timezone: str, case: Case) -> FeedEntry:
    day = day_of_case(case)
    assert day is not None
    title, summary, link = _told(iris, case)
    return FeedEntry(f"{page}#{case_id(case)}", title, summary, start_of(day, timezone), link)


def _told(iris: Iris, case: Case) -> tuple[str, str, str]:
    """Return title, summary and address of a correction; of what was taken out, none of the words."""
    match case:
        case Decided(utterance=None):
            article, span = case.record.reading.article, case.applied.placed.span
            words = " ".join(span.of(article.text).split())
            place = iris.of(article_folder(article.id), f"p{case.record.paragraph(span.start)}")
            return f"{case.line.what}: “{words}”", correction_text(case), place
        case Decided(utterance=Utterance() as utterance):
            title = f"{case.line.what}: {excerpt(utterance, _WORDS)}"
            return title, correction_text(case), iris.quotation(utterance)
        case (Edited() as edited, Utterance() as utterance):
            title = f"{'Edited' if edited.here else 'Moved'}: {excerpt(utterance, _WORDS)}"
            where = utterance.record.reading.article.title
            what = "reads otherwise now" if edited.here else "stood elsewhere before"
            return title, f"A quotation in “{where}” {what}.", iris.quotation(utterance)
        case (Gone() as gone, _):
            title = f"Taken out: the quotation {gone.id}"
            return title, "A quotation is no longer on this site.", iris.of(quote_folder(gone.id))
    raise AssertionError(case)
