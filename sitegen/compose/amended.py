"""A catalogue in which a few articles read otherwise than before: all else is taken over.

For a preview that answers at once: whatever the size of the site, this costs what the changed articles and those whom
they name cost. The pages of the changed articles and of whom they name are as a whole build makes them, but for what
only the whole site tells: which organisations and places are named often enough for a page, titles that others came to
share, and lists of the whole site. So a whole build follows.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sitegen.compose.annotations import annotation_files
from sitegen.compose.articles import article_pages
from sitegen.compose.cards import card_scripts
from sitegen.compose.catalogue import (
    Author,
    Catalogue,
    Tag,
    entry_in,
    said_about,
    said_by,
    spoken_between,
    ties_in,
    told_title,
)
from sitegen.compose.echoes import Echoes
from sitegen.compose.entities import entity_pages
from sitegen.compose.entry import Entry, Naming, Record, Utterance
from sitegen.compose.feeds import speaker_feeds
from sitegen.compose.frames import Framer
from sitegen.compose.hrefs import Text
from sitegen.compose.paged_quotes import paged_quotes
from sitegen.compose.permalinks import FOLDERS, article_folder, entity_folder
from sitegen.compose.quotes import quote_pages
from sitegen.compose.recipe import Recipe
from sitegen.compose.surroundings import Known, Surroundings
from sitegen.model.article import Mark
from sitegen.model.entity import Entity
from sitegen.model.fates import Fates
from sitegen.model.mention import Kind
from sitegen.model.relations import Relations
from sitegen.model.reuse import Reuse, afresh
from sitegen.model.site import Reading, Site

K = TypeVar("K", bound=Hashable)
V = TypeVar("V", Utterance, Naming, tuple[Record, Mark])

# Others whose quotations are versions of changed ones: so many are shown with that at once.
_MOST_OTHERS = 50


@dataclass(frozen=True, slots=True)
class Amended:
    """A catalogue with some articles replaced: ``entries`` are theirs, ``entities`` the ids of all whom these, or
    those in whose place they stand, name or quote.
    """

    index: Catalogue
    entries: tuple[Entry, ...]
    entities: frozenset[str]


def amended(index: Catalogue, site: Site, changed: Iterable[str], reuse: Reuse = afresh) -> Amended:
    """Return the catalogue of ``site``, which differs from that of ``index`` in the articles ``changed``, by their ids.

    What their front matter says, titles and summaries aside, is the same as before, and so is their order. ``index``
    stays as it is.
    """
    place = {entry.record.reading.article.id: number for number, entry in enumerate(index.entries)}
    made = replace(index, site=site, texts=dict(index.texts))
    new: dict[int, Entry] = {}
    own = [place[id_] for id_ in changed]
    for number in own:
        article = site.readings[number].article
        made.texts[article.path] = Text(article, article_folder(article.id))  # type: ignore[index]
    for number in own:
        new[number] = _entry(made, site.readings[number], index.entries[number].record.surroundings, reuse)
    for number in sorted({place[id_] for id_ in _related(index, site.relations)} - new.keys())[:_MOST_OTHERS]:
        around = index.entries[number].record.surroundings
        ties = tuple(ties_in(site.readings[number], site.relations))
        if ties != around.ties:
            new[number] = entry_in(site.readings[number], replace(around, ties=ties), reuse)
    old = [index.entries[number] for number in new]
    return Amended(_replaced(made, old, [*new.values()], place), tuple(new.values()), _met((*old, *new.values())))


def amended_pages(found: Amended, framer: Framer, fates: Fates = Fates()) -> tuple[Recipe, ...]:  # noqa: B008
    """Return the pages of the changed articles, of their quotations, and the files beside them."""
    index, entries = found.index, found.entries
    return (
        *article_pages(index, framer, fates, entries),
        *annotation_files(framer, entries),
        *quote_pages(index, framer, Echoes(index), entries),
    )


def amended_folders(found: Amended, framer: Framer) -> dict[str, Callable[[], Iterator[Recipe]]]:
    """Return, by their folders, what makes the pages of those who have to do with the changed articles."""
    index = found.index

    def pages_of(entity: Entity) -> Callable[[], Iterator[Recipe]]:
        def make() -> Iterator[Recipe]:
            for making in (entity_pages, card_scripts, speaker_feeds):
                yield from making(index, framer, (entity,))

        return make

    return {
        entity_folder(kind, id_): pages_of(entities[id_])
        for kind, entities in index.entities.items()
        for id_ in found.entities & entities.keys()
    }


def _entry(index: Catalogue, reading: Reading, before: Surroundings, reuse: Reuse) -> Entry:
    """Return the entry of a changed article; ``before`` is what its pages showed of the rest of the site."""
    article, site = reading.article, index.site
    alike = [other.article for other in site.readings if other.article.title == article.title]
    around = replace(
        before,
        title=told_title(article, alike),
        known=tuple(_known(index, reading.entities)),
        targets=index.targets_of(article),
        ties=tuple(ties_in(reading, site.relations)),
        paged=paged_quotes(site, index.had_page)(reading),
    )
    return entry_in(reading, around, reuse)


def _known(index: Catalogue, ids: Iterable[str | None]) -> Iterator[Known]:
    """Yield what an article shows of the entities with ``ids``; those that are new have a page if they are people."""
    entities = index.site.entities
    for id_ in dict.fromkeys(ids):
        at = bisect_left(entities, id_, key=lambda entity: entity.id) if id_ is not None else len(entities)
        if at < len(entities) and entities[at].id == id_ and not entities[at].local:
            entity = entities[at]
            has_page = entity.kind == "person" or id_ in index.entities[entity.kind]
            yield Known(entity.id, entity.kind, entity.name, has_page, noindex=entity.noindex)


def _related(index: Catalogue, relations: Relations) -> Iterator[str]:
    """Yield the ids of the articles whose quotations are versions of others than before."""
    before, after = index.site.relations.families, relations.families
    other = [id_ for id_, family in after.items() if before.get(id_) is not family]
    differing = [id_ for id_ in other if before.get(id_) != after[id_]]
    for id_ in (*differing, *(before.keys() - after.keys())):
        if id_ in index.quotes:
            yield index.quotes[id_].record.reading.article.id


def _met(entries: Iterable[Entry]) -> frozenset[str]:
    found: set[str] = set()
    for entry in entries:
        found.update(id_ for id_, _ in entry.namings)
        for utterance in entry.utterances:
            found.update(said_by(utterance), said_about(utterance))
    return frozenset(found)


def _replaced(index: Catalogue, old: Sequence[Entry], new: Sequence[Entry], place: Mapping[str, int]) -> Catalogue:
    """Return ``index`` with the entries ``old`` replaced by ``new`` wherever they stand."""
    spoken = {id(before.record): after for before, after in zip(old, new, strict=True)}
    groups = _Groups(frozenset(entry.record.reading.article.id for entry in new), place)
    entries = list(index.entries)
    quotes = dict(index.quotes)
    for before, after in zip(old, new, strict=True):
        entries[place[after.record.reading.article.id]] = after
        for utterance in before.utterances:
            quotes.pop(utterance.quote.id, None)
    quotes |= {utterance.quote.id: utterance for entry in new for utterance in entry.utterances}
    made = replace(
        index,
        entries=entries,
        said=groups.replaced(index.said, _grouped(said_by, old), _grouped(said_by, new)),
        about=groups.replaced(index.about, _grouped(said_about, old), _grouped(said_about, new)),
        spoken=groups.replaced(index.spoken, _grouped(spoken_between, old), _grouped(spoken_between, new)),
        named=groups.replaced(
            index.named, [each for e in old for each in e.namings], [each for e in new for each in e.namings]
        ),
        linked=groups.replaced(index.linked, _links(index, old), _links(index, new)),
        tags={
            slug: Tag(slug, tag.name, [spoken.get(id(e.record), e) for e in tag.entries])
            if any(slug == own for e in new for own, _ in e.record.surroundings.tags)
            else tag
            for slug, tag in index.tags.items()
        },
        authors={
            slug: Author(slug, author.name, [spoken.get(id(e.record), e) for e in author.entries])
            if any(slug == own for e in new for own, _ in e.record.surroundings.authors)
            else author
            for slug, author in index.authors.items()
        },
        quotes=quotes,
    )
    return replace(made, entities=_entities(made, _met((*old, *new))))


def _entities(index: Catalogue, touched: Iterable[str]) -> dict[Kind, dict[str, Entity]]:
    """Return the entities with a page, in order, with what became of those that were ``touched``."""
    entities = index.site.entities
    listed = {known.id for entry in index.entries for known in entry.record.surroundings.listed}
    involved = listed | index.named.keys() | index.said.keys()
    found = {kind: dict(index.entities[kind]) for kind in FOLDERS}
    for id_ in touched:
        at = bisect_left(entities, id_, key=lambda entity: entity.id)
        for known in found.values():
            known.pop(id_, None)
        if id_ in involved and at < len(entities) and entities[at].id == id_:
            found[entities[at].kind][id_] = entities[at]
    return {kind: dict(sorted(known.items())) for kind, known in found.items()}


def _grouped(keys: Callable[[Utterance], Iterator[K]], entries: Iterable[Entry]) -> list[tuple[K, Utterance]]:
    return [(key, utterance) for entry in entries for utterance in entry.utterances for key in keys(utterance)]


def _links(index: Catalogue, entries: Iterable[Entry]) -> list[tuple[str, tuple[Record, Mark]]]:
    return [
        (path, (entry.record, mark)) for entry in entries for path, mark in index.links_in(entry.record.reading.article)
    ]


@dataclass(frozen=True, slots=True)
class _Groups:
    """Replaces what some articles have in groups; ``place`` leads from the id of each article to where it stands."""

    changed: frozenset[str]
    place: Mapping[str, int]

    def replaced(
        self, groups: Mapping[K, list[V]], before: Iterable[tuple[K, V]], after: Iterable[tuple[K, V]]
    ) -> dict[K, list[V]]:
        """Return ``groups``, the newest article's first in each, with what came in the place of what went."""
        new: dict[K, dict[str, list[V]]] = {key: {} for key, _ in before}
        for key, each in after:
            new.setdefault(key, {}).setdefault(_article(each), []).append(each)
        made = dict(groups)
        for key, by_article in new.items():
            group: list[V] = groups.get(key, [])
            for id_ in self.changed:
                at = self.place[id_]
                start = bisect_left(group, at, key=self._place)
                end = bisect_right(group, at, start, key=self._place)
                if start < end or id_ in by_article:
                    group = group[:start] + by_article.get(id_, []) + group[end:]
            made[key] = group
        for key in [key for key in new if not made[key]]:
            del made[key]
        return made

    def _place(self, each: Utterance | Naming | tuple[Record, Mark]) -> int:
        return self.place[_article(each)]


def _article(each: Utterance | Naming | tuple[Record, Mark]) -> str:
    record = each[0] if isinstance(each, tuple) else each.record
    return record.reading.article.id
