"""The feed of corrections."""

from collections.abc import Iterable, Sequence

from sitegen.compose.cases import Case, case_id, day_of_case
from sitegen.compose.corrected import Decided, correction_text
from sitegen.compose.entry import Utterance
from sitegen.compose.feeds.channel import MOST_ENTRIES, feed_recipe, feed_view
from sitegen.compose.frames import Framer, Sheet
from sitegen.compose.iris import Iris, iris_of
from sitegen.compose.lines import led_excerpt
from sitegen.compose.moments import start_of
from sitegen.compose.permalinks import CORRECTIONS, article_folder, quote_folder
from sitegen.compose.recipe import Recipe
from sitegen.model.fates import Edited, Gone
from sitegen.model.view_feeds import FeedEntry, FeedView

_WORDS = 100


def feed_cases(framer: Framer, cases: Iterable[Case]) -> tuple[Case, ...]:
    """Return the newest of ``cases``, which are in that order, that can stand in a feed; those of no day cannot."""
    if not framer.settings.base_url:
        return ()
    dated = (case for case in cases if day_of_case(case) is not None)
    return tuple(case for case in dated if _may_be_told(case))[:MOST_ENTRIES]


def _may_be_told(case: Case) -> bool:
    match case:
        case Decided(utterance=None):
            return not case.record.reading.state
        case Decided(utterance=Utterance() as utterance) | (Edited(), Utterance() as utterance):
            return not utterance.record.reading.state and not utterance.noindex
    return True


def corrections_feed(framer: Framer, cases: Sequence[Case]) -> Recipe:
    """Return the feed of ``cases``, one at least, the newest first."""
    return feed_recipe(framer, CORRECTIONS, _feed, tuple(cases))


def _feed(sheet: Sheet, cases: Sequence[Case]) -> FeedView:
    iris, settings = iris_of(sheet), sheet.framer.settings
    entries = tuple(_entry(iris, iris.of(CORRECTIONS), settings.timezone, case) for case in cases)
    return feed_view(sheet, f"Corrections | {settings.title}", entries)


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
            title = f"{case.line.what}: {led_excerpt(utterance, _WORDS)}"
            return title, correction_text(case), iris.quotation(utterance)
        case (Edited() as edited, Utterance() as utterance):
            title = f"{'Edited' if edited.here else 'Moved'}: {led_excerpt(utterance, _WORDS)}"
            where = utterance.record.reading.article.title
            what = "reads otherwise now" if edited.here else "stood elsewhere before"
            return title, f"A quotation in “{where}” {what}.", iris.quotation(utterance)
        case (Gone() as gone, _):
            title = f"Taken out: the quotation {gone.id}"
            return title, "A quotation is no longer on this site.", iris.of(quote_folder(gone.id))
    raise AssertionError(case)
