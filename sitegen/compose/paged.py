"""Which people, organisations and places get a page."""

from collections import Counter
from collections.abc import Iterator

from sitegen.model.behalf import heard_in
from sitegen.model.entity import Entity
from sitegen.model.settings import EntitySettings, Settings
from sitegen.model.site import Reading, Site


def with_pages(site: Site) -> frozenset[str]:
    """Return the ids of the entities that get a page, in one pass over all mentions.

    A name of one article alone never gets one, and every other person does. An organisation or a place gets one by its
    record, by words that are given to it or to whoever speaks for it, or by being named often enough; a pronoun or a
    description names nobody.
    """
    named: Counter[str] = Counter()
    heard: set[str] = set()
    for reading in site.readings:
        for mention in reading.analysis.mentions:
            id_ = reading.entities[mention.cluster] if mention.cluster is not None else None
            if id_ is not None and mention.form == "name":
                named[id_] += 1
        heard.update(_heard(reading))
    settings = site.settings
    return frozenset(
        entity.id
        for entity in site.entities
        if not entity.local and _has_page(entity, settings, named[entity.id], is_heard=entity.id in heard)
    )


def _heard(reading: Reading) -> Iterator[str]:
    """Yield whom the quotations of one article are given to, or spoken for."""
    for quote in reading.analysis.quotes:
        heard = heard_in(reading, quote)
        if heard is not None:
            yield heard.entity


def _has_page(entity: Entity, settings: Settings, times: int, *, is_heard: bool) -> bool:
    if entity.kind == "person":
        return True
    wish: EntitySettings = settings.organisations if entity.kind == "organisation" else settings.places
    if wish.pages == "none":
        return False
    return entity.record is not None or (wish.pages == "auto" and (is_heard or times >= wish.mentions))
