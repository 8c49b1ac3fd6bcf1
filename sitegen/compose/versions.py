"""Versions of an utterance, and the same words of others, as the page of a quotation and pages of their own list them.

A few versions stand on the page of each. Many have one page that lists them, to which the pages of all of them lead: so
a sentence that five hundred articles carry makes as many pages as it has versions, and a few more.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.comparison import Version, compared, in_words
from sitegen.compose.entry import Utterance
from sitegen.compose.frames import Framer, Sheet, pager
from sitegen.compose.gathering import Gathering
from sitegen.compose.lines import (
    article_link,
    disc,
    excerpt,
    kind_in_words,
    quote_href,
    quote_place,
    source_of,
    speaker_link,
)
from sitegen.compose.permalinks import QUOTES, Place, continued, quote_folder
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.wording import count, short_day
from sitegen.model.view_parts import Link, VersionLine
from sitegen.model.view_quotations import VersionsView

# More stand on a page of their own.
MOST_BESIDE = 8
_ON_A_PAGE = 100


def versions_of(index: Catalogue, utterance: Utterance) -> Gathering:
    """Return the other versions of an utterance: those that have words in common with this one.

    Where there are many, the one that stands for them all is shown alone.
    """
    family = index.site.relations.families.get(utterance.quote.id)
    if family is None:
        return Gathering()
    lead = index.quotes[family.lead]
    if len(family.versions) - 1 > MOST_BESIDE:
        shown = () if lead is utterance else (lead,)
        return Gathering(shown, len(family.versions), _versions_folder(family.lead))
    near = tuple(index.quotes[id_] for id_ in family.near(utterance.quote.id))
    return Gathering(near, len(near) + 1)


def echoes_of(index: Catalogue, utterance: Utterance) -> Gathering:
    """Return the quotations of the same words that are given to others."""
    same = index.site.relations.echoes.get(utterance.quote.id, ())
    others = [id_ for id_ in same if id_ != utterance.quote.id and _is_anothers(index.quotes[id_], utterance)]
    if len(others) <= MOST_BESIDE:
        return Gathering(tuple(index.quotes[id_] for id_ in others), len(others) + 1)
    shown = tuple(index.quotes[id_] for id_ in others[:MOST_BESIDE])
    return Gathering(shown, len(same), _echoes_folder(same[0]))


def _is_anothers(one: Utterance, other: Utterance) -> bool:
    """Tell whether two quotations are given to two speakers, as far as anybody knows."""
    return one.speaker.key != other.speaker.key or not one.speaker.known


def _versions_folder(lead: str) -> str:
    return f"{quote_folder(lead)}versions/"


def _echoes_folder(first: str) -> str:
    return f"{quote_folder(first)}same-words/"


def version_lines(place: Place, base: Utterance, others: Sequence[Utterance]) -> tuple[VersionLine, ...]:
    """Return ``others`` for a list, their words compared with those of ``base``."""
    return tuple(_line(place, base, other) for other in others)


def _line(place: Place, base: Utterance, other: Utterance) -> VersionLine:
    pieces = compared(Version(base.quote.id, base.parts), Version(other.quote.id, other.parts))
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
    )


def gathering_pages(index: Catalogue, framer: Framer) -> Iterator[Recipe]:
    """Yield the pages that list many versions, and many quotations of the same words."""
    relations = index.site.relations
    for id_, family in relations.families.items():
        if id_ == family.lead and len(family.versions) - 1 > MOST_BESIDE:
            listed = [index.quotes[each] for each in family.ids]
            # The page of any version leads there, also where the one that stands for all has none of its own.
            if any(version.has_page for version in listed):
                lede = f"{count(len(listed), 'quotation')} carry these words; the fullest stands first."
                yield from _pages(framer, _versions_folder(id_), "Versions of", listed[0], lede, listed)
    for id_, same in relations.echoes.items():
        if id_ == same[0] and len(same) - 1 > MOST_BESIDE:
            listed = [index.quotes[each] for each in same]
            if _is_linked(listed):
                lede = f"{count(len(same), 'quotation')} have these very words, and are not given to one speaker."
                yield from _pages(framer, _echoes_folder(id_), "The same words as", listed[0], lede, listed)


def _is_linked(same: Sequence[Utterance]) -> bool:
    """Tell whether the page of any quotation leads to the list of all with the same words."""
    of_one = Counter(utterance.speaker.key for utterance in same)
    return any(
        utterance.has_page
        and len(same) - (of_one[utterance.speaker.key] if utterance.speaker.known else 1) > MOST_BESIDE
        for utterance in same
    )


def _pages(
    framer: Framer, folder: str, title: str, base: Utterance, lede: str, listed: Sequence[Utterance]
) -> Iterator[Recipe]:
    starts = range(0, len(listed), _ON_A_PAGE)
    folders = tuple(continued(folder, number) for number in range(1, len(starts) + 1))
    speaker = base.speaker.entity
    for number, start in enumerate(starts, 1):
        page = f", page {number}" if number > 1 else ""
        framing = framer.framing(
            Place(folders[number - 1]),
            f"{title}{page}: {excerpt(base, 60)}",
            f"{title}{page}: {' … '.join(base.parts)}",
            QUOTES,
            quote=base.quote.id,
            noindex=speaker is not None and speaker.noindex,
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
    own = Link(excerpt(base, 70), quote_href(place, base), excerpt_of=base.quote.id)
    trail = (Link("Quotations", place.to(QUOTES)), own)
    lines = version_lines(place, base, shown)
    return VersionsView(sheet.frame, heading, lede, trail, lines, has_changes(lines), pager(place, folders, number))


def has_changes(lines: Iterable[VersionLine]) -> bool:
    """Tell whether some versions read otherwise than the one that they are compared with."""
    return any(piece.kind in {"new", "gone"} for line in lines for piece in line.pieces)
