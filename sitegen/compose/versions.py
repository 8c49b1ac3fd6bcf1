"""Versions of an utterance, as the page of a quotation and pages of their own list them.

A few versions stand on the page of each. Many have one page that lists them, to which the pages of all of them lead: so
a sentence that five hundred articles carry makes as many pages as it has versions, and a few more.
"""

from collections.abc import Iterable, Iterator, Sequence

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.comparison import Said, compared, in_words
from sitegen.compose.entry import Utterance
from sitegen.compose.frames import Framer, Sheet, pager
from sitegen.compose.gathering import Gathering, are_many
from sitegen.compose.lines import (
    article_link,
    disc,
    kind_in_words,
    lead_in,
    led_excerpt,
    quote_href,
    quote_place,
    source_of,
    speaker_link,
)
from sitegen.compose.permalinks import QUOTES, Place, stretches, versions_folder
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.wording import count, short_day
from sitegen.model.view_parts import Link, VersionLine
from sitegen.model.view_quotations import VersionsView

_ON_A_PAGE = 100


def versions_of(index: Catalogue, utterance: Utterance) -> Gathering:
    """Return the other versions of an utterance: those that have words in common with this one.

    Where there are many, the one that stands for them all is shown alone.
    """
    family = index.site.relations.families.get(utterance.quote.id)
    if family is None:
        return Gathering()
    total = utterance.tie.versions
    if are_many(total):
        lead = index.quotes[family.lead]
        return Gathering(() if lead is utterance else (lead,), total, versions_folder(family.lead))
    return Gathering(tuple(index.quotes[id_] for id_ in family.near(utterance.quote.id)), total)


def version_lines(place: Place, base: Utterance, others: Sequence[Utterance]) -> tuple[VersionLine, ...]:
    """Return ``others`` for a list, their words compared with those of ``base``."""
    return tuple(_line(place, base, other) for other in others)


def _line(place: Place, base: Utterance, other: Utterance) -> VersionLine:
    pieces = compared(Said(base.quote.id, base.parts), Said(other.quote.id, other.parts))
    article = other.record.reading.article
    return VersionLine(
        pieces=pieces,
        style="said" if other.quote.kind == "direct" else "told",
        speaker=speaker_link(place, other.speaker),
        disc=disc(place, other),
        kind=kind_in_words(other),
        day=short_day(article.date),
        source=source_of(other.record),
        article=article_link(place, other.record),
        place=quote_place(place, other),
        language=article.language,
        alike=in_words(pieces),
        lead=lead_in(other),
    )


def versions_pages(index: Catalogue, framer: Framer) -> Iterator[Recipe]:
    """Yield the pages that list many versions of one utterance."""
    families = index.site.relations.families
    for lead in sorted({family.lead for family in families.values() if are_many(len(family.versions))}):
        listed = [index.quotes[id_] for id_ in families[lead].ids]
        lede = f"{count(len(listed), 'quotation')} carry these words; the fullest stands first."
        yield from compared_pages(framer, versions_folder(lead), "Versions of", lede, listed)


def compared_pages(framer: Framer, folder: str, title: str, lede: str, listed: Sequence[Utterance]) -> Iterator[Recipe]:
    """Yield the pages of a list of quotations, each compared with the first."""
    base = listed[0]
    starts, folders = stretches(folder, len(listed), _ON_A_PAGE)
    for number, start in enumerate(starts, 1):
        page = f", page {number}" if number > 1 else ""
        framing = framer.framing(
            Place(folders[number - 1]),
            f"{title}{page}: {led_excerpt(base, 60)}",
            f"{title}{page}: {' … '.join(base.parts)}",
            QUOTES,
            quote=base.quote.id,
            noindex=base.noindex,
        )
        shown = tuple(listed[start : start + _ON_A_PAGE])
        heading = f"{title} a quotation{page}"
        yield recipe(framer, "versions.html", framing, _list, heading, lede, base, shown, folders, number)


def _list(
    sheet: Sheet,
    heading: str,
    lede: str,
    base: Utterance,
    shown: Sequence[Utterance],
    folders: Sequence[str],
    number: int,
) -> VersionsView:
    place = sheet.place
    own = Link(led_excerpt(base, 70), quote_href(place, base), excerpt_of=base.quote.id)
    trail = (Link("Quotations", place.to(QUOTES)), own)
    lines = version_lines(place, base, shown)
    return VersionsView(sheet.frame, heading, lede, trail, lines, has_changes(lines), pager(place, folders, number))


def has_changes(lines: Iterable[VersionLine]) -> bool:
    """Tell whether some versions read otherwise than the one that they are compared with."""
    return any(piece.kind in {"new", "gone", "left"} for line in lines for piece in line.pieces)
