"""Addresses that the pages of entities had once: each leads on to where the page is now."""

from collections.abc import Iterable, Iterator

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.frames import Framer, Sheet
from sitegen.compose.permalinks import Place, entity_folder
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.sections import SECTIONS
from sitegen.model.entity import Entity
from sitegen.model.slug import slug_problem, slugify
from sitegen.model.view_former import RedirectView
from sitegen.model.view_parts import Link


def former_pages(index: Catalogue, framer: Framer, paths: Iterable[str]) -> Iterator[Recipe]:
    """Yield a page at each former id of an entity that has one now, but where ``paths`` has another page."""
    taken = {path.casefold() for path in paths}
    for entities in index.entities.values():
        for entity in entities.values():
            for former in entity.record.former_ids if entity.record is not None else ():
                if slug_problem(former):
                    continue
                place = Place(entity_folder(entity.kind, slugify(former)))
                if place.path.casefold() not in taken:
                    taken.add(place.path.casefold())
                    yield _recipe(framer, place, entity)


def _recipe(framer: Framer, place: Place, entity: Entity) -> Recipe:
    framing = framer.framing(
        place,
        f"{entity.name}: moved",
        f"The page of {entity.name} has another address now.",
        SECTIONS[entity.kind].folder,
        noindex=True,
        instead=entity_folder(entity.kind, entity.id),
    )
    return recipe(framer, "redirect.html", framing, _redirect, entity.name, entity_folder(entity.kind, entity.id))


def _redirect(sheet: Sheet, name: str, folder: str) -> RedirectView:
    return RedirectView(sheet.frame, "This page has moved", Link(name, sheet.place.to(folder)))
