"""Two who speak about each other: a page for both directions."""

from collections.abc import Iterator, Sequence

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Utterance
from sitegen.compose.frames import Framer, Sheet, pager
from sitegen.compose.lines import quote_line
from sitegen.compose.permalinks import Place, entity_folder, stretches
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.sections import SECTIONS
from sitegen.compose.wording import count
from sitegen.model.entity import Entity
from sitegen.model.mention import Kind
from sitegen.model.view_parts import Link, PairSide
from sitegen.model.view_quotations import PairView

# So many quotations are worth a page, or one in each direction.
_FEWEST = 3
_ON_A_PAGE = 100


def pair_folder(one: str, other: str) -> str:
    """Return the folder of the page of two entities, whichever comes first."""
    first, second = sorted((one, other))
    return f"between/{first}/{second}/"


def has_page(index: Catalogue, one: str, other: str) -> bool:
    """Tell whether two have a page of their own."""
    there, back = len(index.spoken.get((one, other), ())), len(index.spoken.get((other, one), ()))
    return there + back >= _FEWEST or bool(there and back)


def pair_pages(index: Catalogue, framer: Framer) -> Iterator[Recipe]:
    """Yield the pages of all pairs with enough to show: what the first says about the second, and the other way."""
    entities = {id_: entity for found in index.entities.values() for id_, entity in found.items()}
    for one, other in sorted({(min(pair), max(pair)) for pair in index.spoken}):
        if has_page(index, one, other):
            yield from _pages(index, framer, entities[one], entities[other])


def _pages(index: Catalogue, framer: Framer, one: Entity, other: Entity) -> Iterator[Recipe]:
    there, back = index.spoken.get((one.id, other.id), []), index.spoken.get((other.id, one.id), [])
    starts, folders = stretches(pair_folder(one.id, other.id), len(there) + len(back), _ON_A_PAGE)
    names = f"{one.name} and {other.name}"
    lede = f"{one.name} on {other.name}: {count(len(there), 'quotation')}. "
    lede += f"{other.name} on {one.name}: {count(len(back), 'quotation')}."
    hidden = any(each.record is not None and each.record.noindex for each in (one, other))
    for number, start in enumerate(starts, 1):
        page = f", page {number}" if number > 1 else ""
        framing = framer.framing(
            Place(folders[number - 1]),
            f"{names}{page}: what they say about each other",
            f"What {names} say about each other{page}. {lede}",
            SECTIONS[one.kind].folder,
            noindex=hidden,
        )
        end = start + _ON_A_PAGE
        shown = tuple(there[start:end]), tuple(back[max(0, start - len(there)) : max(0, end - len(there))])
        whom = tuple((each.name, each.kind, each.id) for each in (one, other))
        yield recipe(framer, "pair.html", framing, _pair, f"{names}{page}", lede, whom, *shown, folders, number)


def _pair(
    sheet: Sheet,
    heading: str,
    lede: str,
    whom: tuple[tuple[str, Kind, str], tuple[str, Kind, str]],
    there: Sequence[Utterance],
    back: Sequence[Utterance],
    folders: Sequence[str],
    number: int,
) -> PairView:
    """Return a page of a pair; ``whom`` holds name, kind and id of both."""
    place = sheet.place
    (one, *_), (other, *_) = whom
    sides = ((one, other, there), (other, one, back))
    return PairView(
        frame=sheet.frame,
        heading=heading,
        lede=lede,
        trail=tuple(Link(name, place.to(entity_folder(kind, id_))) for name, kind, id_ in whom),
        sides=tuple(
            PairSide(
                f"{speaker} about {about}",
                tuple(quote_line(place, utterance) for utterance in quotes),
                f"No quotation of {speaker} about {about}." if number == 1 and len(folders) == 1 else "",
            )
            for speaker, about, quotes in sides
        ),
        pager=pager(place, folders, number),
    )
