"""Addresses that quotations had once: each leads on to what it is now, or says that it is there no more."""

from collections.abc import Iterator, Mapping

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Record, Utterance
from sitegen.compose.frames import Framer, Sheet
from sitegen.compose.lines import article_link, led_excerpt, quote_href
from sitegen.compose.permalinks import CORRECTIONS, QUOTES, Place, article_folder, quote_folder
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.wording import day_of
from sitegen.model.fates import Fates, Gone
from sitegen.model.view_former import DepartedView, RedirectView
from sitegen.model.view_parts import Day, Link


def departed_pages(index: Catalogue, framer: Framer, fates: Fates) -> Iterator[Recipe]:
    """Yield a page at each id that was published and is nobody's own today."""
    for edited in fates.edited:
        for id_ in edited.former:
            yield _redirect_recipe(framer, id_, index.quotes[edited.id])
    records = {entry.record.reading.article.id: entry.record for entry in index.entries} if fates.gone else {}
    for gone in fates.gone:
        for id_ in (gone.id, *gone.former):
            yield _notice_recipe(framer, id_, gone, records)


def _redirect_recipe(framer: Framer, id_: str, utterance: Utterance) -> Recipe:
    article = utterance.record.reading.article.id
    framing = framer.framing(
        Place(quote_folder(id_)),
        f"Quotation {id_}: moved",
        f"The quotation that was published as {id_} has another address now.",
        QUOTES,
        noindex=True,
        instead=quote_folder(utterance.quote.id) if utterance.has_page else article_folder(article),
    )
    return recipe(framer, "redirect.html", framing, _redirect, utterance)


def _redirect(sheet: Sheet, utterance: Utterance) -> RedirectView:
    target = Link(led_excerpt(utterance, 100), quote_href(sheet.place, utterance), excerpt_of=utterance.quote.id)
    return RedirectView(sheet.frame, "This quotation has another address", target)


def _notice_recipe(framer: Framer, id_: str, gone: Gone, records: Mapping[str, Record]) -> Recipe:
    framing = framer.framing(
        Place(quote_folder(id_)),
        f"Quotation {id_}: no longer here",
        f"The quotation that was published as {id_} is no longer on this site.",
        QUOTES,
        noindex=True,
    )
    return recipe(framer, "departed.html", framing, _notice, id_, gone, records.get(gone.article))


def _notice(sheet: Sheet, id_: str, gone: Gone, record: Record | None) -> DepartedView:
    """Return a page that says nothing of the words: whoever took them out may have had every reason to."""
    return DepartedView(
        frame=sheet.frame,
        heading="This quotation is no longer on this site",
        address=id_,
        day=day_of(gone.day) if gone.day is not None else Day(""),
        article=article_link(sheet.place, record) if record is not None else Link(""),
        corrections=Link("Corrections", sheet.place.to(CORRECTIONS)),
    )
