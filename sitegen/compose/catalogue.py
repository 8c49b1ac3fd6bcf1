"""All that a site holds, indexed once: who said what, who is named where, which tags there are."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sitegen.compose.author_names import author_key, author_slugs
from sitegen.compose.entry import Entry, Naming, Record, Utterance, entry_of
from sitegen.compose.gathering import are_many
from sitegen.compose.hrefs import Targets, Text, links_of, targets_of, texts_by_path
from sitegen.compose.paged import with_pages
from sitegen.compose.paged_quotes import paged_quotes
from sitegen.compose.permalinks import FOLDERS
from sitegen.compose.surroundings import Known, Surroundings, Tie
from sitegen.compose.wording import day_of
from sitegen.digest import digest
from sitegen.model.article import Article, Mark
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.mention import Kind
from sitegen.model.picture import Picture
from sitegen.model.progress import Step, unwatched_step
from sitegen.model.relations import Family, Relations
from sitegen.model.reuse import Reuse, afresh
from sitegen.model.site import Reading, Site
from sitegen.model.slug import folder_name, slugify

# So many articles take some milliseconds at most.
_BETWEEN_STEPS = 50


@dataclass(frozen=True, slots=True)
class Tag:
    """A tag and its articles, newest first; spellings that differ in case or accents alone are one tag."""

    slug: str
    name: str
    entries: list[Entry]


@dataclass(frozen=True, slots=True)
class Author:
    """Somebody who wrote, and the articles, newest first; ``name`` is as the newest of these spells it."""

    slug: str
    name: str
    entries: list[Entry]


@dataclass(slots=True)
class Catalogue:
    """The indexes of one site; built by ``catalogue`` and only read afterwards.

    ``entities`` are those that have a page, sorted by id; ``said``, ``about`` and ``named`` are keyed by their ids,
    which no two share, of whatever kind: what they said, what others said about them, where they are named. ``spoken``
    is keyed by who speaks and about whom, ``quotes`` by the ids of quotations. ``linked`` are the links of other
    articles to an article, by its path. ``pictures`` are those of its files that pages show, by their paths,
    ``glyphs`` the code points that social cards can be written in: without any there are no cards. ``had_page`` are the
    ids of quotations that were published with a page of their own.
    """

    site: Site
    assets: frozenset[str] = frozenset()
    texts: Mapping[str, Text] = field(default_factory=dict)
    entries: list[Entry] = field(default_factory=list)
    entities: dict[Kind, dict[str, Entity]] = field(default_factory=dict)
    said: dict[str, list[Utterance]] = field(default_factory=dict)
    about: dict[str, list[Utterance]] = field(default_factory=dict)
    spoken: dict[tuple[str, str], list[Utterance]] = field(default_factory=dict)
    named: dict[str, list[Naming]] = field(default_factory=dict)
    tags: dict[str, Tag] = field(default_factory=dict)
    authors: dict[str, Author] = field(default_factory=dict)
    pictures: Mapping[str, Picture] = field(default_factory=dict)
    glyphs: Collection[int] = frozenset()
    had_page: Collection[str] = frozenset()
    quotes: dict[str, Utterance] = field(default_factory=dict)
    linked: dict[str, list[tuple[Record, Mark]]] = field(default_factory=dict)

    @property
    def people(self) -> dict[str, Entity]:
        """The people who have a page."""
        return self.entities["person"]

    def everybody(self) -> tuple[Entity, ...]:
        """Return all entities that have a page: people, then organisations, then places, each by their ids."""
        return tuple(entity for entities in self.entities.values() for entity in entities.values())

    def targets_of(self, text: Article) -> Targets:
        """Return what an article or a plain page leads to and shows, of all that the site holds."""
        return targets_of(text, self.texts, self.assets, self.pictures)

    def links_in(self, article: Article) -> Iterator[tuple[str, Mark]]:
        """Yield the links of an article to others and to plain pages, each with the path of its target."""
        return ((path, mark) for path, mark in links_of(article) if path in self.texts and path != article.path)

    def records(self) -> Iterator[AuthorityRecord]:
        """Yield the authority records of all entities that have a page."""
        for entities in self.entities.values():
            yield from (entity.record for entity in entities.values() if entity.record is not None)

    def all_utterances(self) -> Iterator[Utterance]:
        """Yield all quotations, those of the newest article first, in the order of its text."""
        for entry in self.entries:
            yield from entry.utterances


def catalogue(
    site: Site,
    assets: Iterable[str] = (),
    reuse: Reuse = afresh,
    *,
    pictures: Mapping[str, Picture] | None = None,
    glyphs: Collection[int] = frozenset(),
    had_page: Collection[str] = frozenset(),
    step: Step = unwatched_step,
) -> Catalogue:
    """Index ``site``, in one pass over its articles; ``assets`` are its files that can be copied.

    ``pictures`` are those among them that pages show. ``had_page`` are the ids of quotations that were published with a
    page of their own: they keep it. ``step`` is called every now and then: what it raises ends the work.
    """
    index = Catalogue(
        site, frozenset(assets), texts_by_path(site), pictures=pictures or {}, glyphs=glyphs, had_page=had_page
    )
    paged = with_pages(site)
    own_page = paged_quotes(site, had_page)
    known = {e.id: Known(e.id, e.kind, e.name, e.id in paged, noindex=e.noindex) for e in site.entities if not e.local}
    candidates = {e.id: e for e in site.entities if e.kind == "person" and not e.local}
    names = {name.casefold(): id_ for id_ in sorted(candidates, reverse=True) for name in candidates[id_].names}
    tags = _tags(site)
    slugs = author_slugs(name for reading in site.readings for name in reading.article.authors)
    titles = _titles(site)
    involved: set[str] = set()
    for number, reading in enumerate(site.readings):
        if number % _BETWEEN_STEPS == 0:
            step()
        article = reading.article
        wanted = (p.id or names.get(p.name.casefold(), "") or slugify(p.name) for p in article.people)
        listed = tuple(known[id_] for id_ in dict.fromkeys(wanted) if id_ in candidates)
        surroundings = Surroundings(
            title=titles[article.id],
            known=tuple(known[id_] for id_ in dict.fromkeys(reading.entities) if id_ is not None and id_ in known),
            listed=listed,
            tags=tuple((slug, tags[slug].name) for slug in dict.fromkeys(map(folder_name, article.tags))),
            targets=index.targets_of(article),
            ties=tuple(ties_in(reading, site.relations)),
            paged=own_page(reading),
            authors=tuple((slugs.get(author_key(name), ""), name) for name in article.authors),
        )
        entry = entry_in(reading, surroundings, reuse)
        index.entries.append(entry)
        for id_, naming in entry.namings:
            index.named.setdefault(id_, []).append(naming)
        for utterance in entry.utterances:
            index.quotes[utterance.quote.id] = utterance
            for id_ in said_by(utterance):
                index.said.setdefault(id_, []).append(utterance)
            for id_ in said_about(utterance):
                index.about.setdefault(id_, []).append(utterance)
            for pair in spoken_between(utterance):
                index.spoken.setdefault(pair, []).append(utterance)
        for path, mark in index.links_in(article):
            index.linked.setdefault(path, []).append((entry.record, mark))
        for slug, _ in surroundings.tags:
            tags[slug].entries.append(entry)
        for slug, name in dict(filter(all, reversed(surroundings.authors))).items():
            index.authors.setdefault(slug, Author(slug, name, [])).entries.append(entry)
        involved |= {person.id for person in listed}
    index.tags = tags
    involved |= index.named.keys() | index.said.keys()
    index.entities = {
        kind: {e.id: e for e in site.entities if e.kind == kind and e.id in paged and e.id in involved}
        for kind in FOLDERS
    }
    return index


def said_by(utterance: Utterance) -> Iterator[str]:
    """Yield the id of the entity on whose page a quotation stands, if any."""
    if utterance.speaker.entity is not None:
        yield utterance.speaker.entity.id


def said_about(utterance: Utterance) -> Iterator[str]:
    """Yield the ids of those of whom a quotation speaks."""
    return (whom.id for whom in utterance.about)


def spoken_between(utterance: Utterance) -> Iterator[tuple[str, str]]:
    """Yield who speaks and about whom, places aside; of the versions of an utterance one counts."""
    if utterance.speaker.entity is not None and utterance.stands_for_all:
        yield from ((utterance.speaker.entity.id, whom.id) for whom in utterance.about if whom.kind != "place")


def entry_in(reading: Reading, surroundings: Surroundings, reuse: Reuse) -> Entry:
    """Return the entry of an article of the site."""
    parts = (reuse.digest_of(reading.article), reuse.digest_of(reading.analysis), reading.entities, reading.state)
    key = digest((parts, surroundings))
    return reuse.value_of("entry", key, lambda: entry_of(key, _own(reading, parts), reading, surroundings))


def _own(reading: Reading, parts: tuple[Any, ...]) -> str:
    """Return the digest of what an article says, and who in it; not of where a file of annotations has its lines."""
    if not reading.analysis.annotations:
        return digest(parts)
    said = replace(reading.analysis, annotations=(), diagnostics=())
    return digest((parts[0], digest(said), *parts[2:]))


def ties_in(reading: Reading, relations: Relations) -> Iterator[tuple[str, Tie]]:
    """Yield the quotations of one article that have to do with others, each with what."""
    for quote in reading.analysis.quotes:
        id_ = quote.id
        family, answer = relations.families.get(id_), relations.answers.get(id_)
        denies = id_ in relations.denials
        if family is not None or answer is not None or denies:
            yield (
                id_,
                Tie(
                    1 if family is None else _versions(family, id_),
                    "" if family is None else family.lead,
                    denies,
                    "" if answer is None else answer.to,
                    "" if answer is None else answer.reason,
                ),
            )


def _versions(family: Family, quote: str) -> int:
    """Return how many versions the page of a quotation shows: where these are few, those with words in common."""
    total = len(family.versions)
    return total if are_many(total) else len(family.near(quote)) + 1


def _tags(site: Site) -> dict[str, Tag]:
    """Return all tags, each named as the newest article spells it."""
    tags: dict[str, Tag] = {}
    for reading in site.readings:
        for tag in reading.article.tags:
            slug = folder_name(tag)
            tags.setdefault(slug, Tag(slug, tag, []))
    return tags


def _titles(site: Site) -> dict[str, str]:
    """Return the title of each article by its id; where several share one, it adds the date or the id."""
    alike: dict[str, list[Article]] = {}
    for article in (reading.article for reading in site.readings):
        alike.setdefault(article.title, []).append(article)
    return {article.id: told_title(article, found) for found in alike.values() for article in found}


def told_title(article: Article, alike: Sequence[Article]) -> str:
    """Return the title of an article; where it is one of several ``alike``, with its date, or else its id."""
    if len(alike) == 1:
        return article.title
    alone = article.date is not None and sum(other.date == article.date for other in alike) == 1
    return f"{article.title} ({day_of(article.date).text if alone else article.id})"
