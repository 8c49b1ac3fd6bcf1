"""Two who speak about each other: a page for both directions."""

from collections.abc import Iterator, Mapping, Sequence

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Utterance
from sitegen.compose.frames import Framer, Sheet, pager
from sitegen.compose.lines import entity_link, quote_line
from sitegen.compose.permalinks import Place, compare_folder, stretches
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.sections import SECTIONS
from sitegen.compose.surroundings import Known
from sitegen.compose.topics import Topic
from sitegen.compose.wording import count
from sitegen.model.entity import Entity
from sitegen.model.view_parts import Link, PairSide
from sitegen.model.view_quotations import PairView

# So many quotations are worth a page, or one in each direction.
_FEWEST = 3
_ON_A_PAGE = 100
# Topics that both speak on: so many are named.
_MOST_TOPICS = 8


def pair_folder(one: str, other: str) -> str:
    """Return the folder of the page of two entities, whichever comes first."""
    first, second = sorted((one, other))
    return f"between/{first}/{second}/"


def has_page(index: Catalogue, one: str, other: str) -> bool:
    """Tell whether two have a page of their own."""
    there, back = len(index.spoken.get((one, other), ())), len(index.spoken.get((other, one), ()))
    return there + back >= _FEWEST or bool(there and back)


def pair_pages(index: Catalogue, framer: Framer, topics: Mapping[str, Topic]) -> Iterator[Recipe]:
    """Yield the pages of all pairs with enough to show: what the first says about the second, and the other way."""
    entities = {id_: entity for found in index.entities.values() for id_, entity in found.items()}
    spoken_on = _spoken_on(topics)
    for one, other in sorted({(min(pair), max(pair)) for pair in index.spoken}):
        if has_page(index, one, other):
            here, there = spoken_on.get(one, {}), spoken_on.get(other, {})
            common = sorted(here.keys() & there.keys(), key=lambda slug: (-min(here[slug], there[slug]), slug))
            named = tuple((slug, index.tags[slug].name) for slug in common[:_MOST_TOPICS])
            yield from _pages(index, framer, entities[one], entities[other], named)


def _spoken_on(topics: Mapping[str, Topic]) -> dict[str, dict[str, int]]:
    """Return on which topics a page shows a speaker, and how much that one said on each, by the speaker's id."""
    found: dict[str, dict[str, int]] = {}
    for slug, topic in topics.items():
        for spoken in topic.speakers:
            found.setdefault(spoken.speaker.id, {})[slug] = spoken.total
    return found


def _pages(
    index: Catalogue, framer: Framer, one: Entity, other: Entity, topics: Sequence[tuple[str, str]]
) -> Iterator[Recipe]:
    there, back = index.spoken.get((one.id, other.id), []), index.spoken.get((other.id, one.id), [])
    starts, folders = stretches(pair_folder(one.id, other.id), len(there) + len(back), _ON_A_PAGE)
    names = f"{one.name} and {other.name}"
    lede = f"{one.name} on {other.name}: {count(len(there), 'quotation')}. "
    lede += f"{other.name} on {one.name}: {count(len(back), 'quotation')}."
    for number, start in enumerate(starts, 1):
        page = f", page {number}" if number > 1 else ""
        framing = framer.framing(
            Place(folders[number - 1]),
            f"{names}{page}: what they say about each other",
            f"What {names} say about each other{page}. {lede}",
            SECTIONS[one.kind].folder,
            noindex=one.noindex or other.noindex,
        )
        end = start + _ON_A_PAGE
        shown = tuple(there[start:end]), tuple(back[max(0, start - len(there)) : max(0, end - len(there))])
        whom = tuple(Known(each.id, each.kind, each.name) for each in (one, other))
        yield recipe(framer, "pair.html", framing, _pair, f"{names}{page}", lede, whom, *shown, folders, number, topics)


def _pair(
    sheet: Sheet,
    heading: str,
    lede: str,
    whom: tuple[Known, Known],
    there: Sequence[Utterance],
    back: Sequence[Utterance],
    folders: Sequence[str],
    number: int,
    topics: Sequence[tuple[str, str]],
) -> PairView:
    """Return a page of the pair ``whom``; ``topics`` are pairs of slug and name."""
    place = sheet.place
    one, other = whom
    chosen = f"?left={one.id}&right={other.id}"
    sides = ((one.name, other.name, there), (other.name, one.name, back))
    return PairView(
        frame=sheet.frame,
        heading=heading,
        lede=lede,
        trail=tuple(entity_link(place, each) for each in whom),
        sides=tuple(
            PairSide(
                f"{speaker} about {about}",
                tuple(quote_line(place, utterance) for utterance in quotes),
                f"No quotation of {speaker} about {about}." if number == 1 and len(folders) == 1 else "",
            )
            for speaker, about, quotes in sides
        ),
        pager=pager(place, folders, number),
        topics=tuple(Link(name, place.to(compare_folder(slug)) + chosen) for slug, name in topics),
    )
