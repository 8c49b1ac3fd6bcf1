"""The lists of people, organisations and places, from A to Z."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.frames import Framer, Sheet, pager
from sitegen.compose.permalinks import Place, entity_folder, stretches
from sitegen.compose.profile import organisation_key
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.sections import SECTIONS, Section
from sitegen.compose.wording import count
from sitegen.model.mention import Kind
from sitegen.model.person_name import fold, split_name
from sitegen.model.view import DirectoryView
from sitegen.model.view_parts import LetterGroup, Link

_NAMES_ON_A_PAGE = 500


def directory_pages(index: Catalogue, framer: Framer) -> Iterator[Recipe]:
    """Yield the pages of the lists: people by last name, the others by name; none of what a site does not have."""
    for kind in framer.kinds:
        yield from _pages(index, framer, SECTIONS[kind])


def _pages(index: Catalogue, framer: Framer, section: Section) -> Iterator[Recipe]:
    kind = section.kind
    order = sorted(index.entities[kind].values(), key=lambda entity: (_sorted_by(kind, entity.name), entity.id))
    names = [(entity.id, entity.name, _figure(index, kind, entity.id)) for entity in order]
    lede = _lede(section, len(order), sum(entity.id in index.said for entity in order))
    starts, folders = stretches(section.folder, len(order), _NAMES_ON_A_PAGE)
    for number, start in enumerate(starts, 1):
        heading = section.title if number == 1 else f"{section.title}, page {number}"
        description = f"{heading} of {framer.settings.title}: {lede}"
        framing = framer.framing(Place(folders[number - 1]), heading, description, section.folder)
        shown = tuple(names[start : start + _NAMES_ON_A_PAGE])
        yield recipe(framer, section.directory, framing, _list, kind, heading, lede, shown, folders, number)


def _figure(index: Catalogue, kind: Kind, id_: str) -> int:
    """Return how often somebody is quoted, or how often something is named."""
    if kind == "person":
        return len(index.said.get(id_, ()))
    return sum(naming.names for naming in index.named.get(id_, ()))


def _lede(section: Section, total: int, quoted: int) -> str:
    if not total:
        return "Nobody is named yet."
    figure = "quotations" if section.kind == "person" else "mentions by name"
    lede = count(total, section.singular, section.plural)
    if quoted or section.kind == "person":
        lede += f", {quoted or 'none'} of them quoted"
    return f"{lede}. The figure is the number of {figure}."


def _list(
    sheet: Sheet,
    kind: Kind,
    heading: str,
    lede: str,
    names: Sequence[tuple[str, str, int]],
    folders: Sequence[str],
    number: int,
) -> DirectoryView:
    """Return a page of a list of names, each given by id, name and figure."""
    groups = []
    for letter, group in groupby(names, lambda named: _letter(kind, named[1])):
        links = (Link(name, sheet.place.to(entity_folder(kind, id_)), str(figure or "")) for id_, name, figure in group)
        groups.append(LetterGroup(letter, tuple(links)))
    return DirectoryView(sheet.frame, heading, lede, tuple(groups), pager(sheet.place, folders, number))


def _sorted_by(kind: Kind, name: str) -> str:
    """Return what a name is sorted by, accents aside: a person's surname without particles, then the rest."""
    if kind != "person":
        return fold(organisation_key(name))
    parts = split_name(tuple(name.split()))
    last = parts.key if parts is not None and parts.key else fold(name)
    return f"{last} {fold(name)}"


def _letter(kind: Kind, name: str) -> str:
    first = _sorted_by(kind, name)[:1].upper()
    return first if first.isalpha() else "#"
