"""Texts with the names of the suppressed covered: articles, plain pages, records, the configuration."""

from collections.abc import Callable
from dataclasses import replace

from sitegen.model.article import Article, Block, Mark
from sitegen.model.covering import cover
from sitegen.model.entity import AuthorityRecord, Entity, Role
from sitegen.model.settings import ReportSettings, Settings
from sitegen.model.withheld import words_in
from sitegen.withhold.book import Book
from sitegen.withhold.found import Found, is_whole
from sitegen.withhold.notes import cover_note, leads_to

Cover = Callable[[str], str]


def cover_article(article: Article, found: Found) -> Article:
    """Return ``article`` with all that ``found`` knows covered; every text keeps its length."""

    covered = found.covered
    people = tuple(
        replace(person, name=covered(person.name), id="" if covered(person.id) != person.id else person.id)
        for person in article.people
        if not found.names.find(person.name) and not (words_in(person.name) and is_whole(covered(person.name)))
    )
    source = article.source
    made = replace(
        article,
        text=cover(article.text, found.spans),
        title=covered(article.title),
        summary=covered(article.summary),
        tags=tuple(_tag(tag, covered) for tag in article.tags),
        authors=tuple(map(covered, article.authors)),
        source=replace(source, name=covered(source.name)) if source is not None else None,
        people=people,
        blocks=tuple(_block(block, covered) for block in article.blocks),
        marks=tuple(_mark(mark, covered) for mark in article.marks),
        # What holds of them is part of the analysis, and covered there.
        annotations=(),
    )
    return article if made == article else made


def cover_page(page: Article, book: Book) -> Article:
    """Return a plain page with all names covered."""
    return cover_article(page, book.found_in_page(page))


def cover_settings(settings: Settings, book: Book) -> Settings:
    """Return the configuration with all names covered in what pages show of it."""

    def covered(text: str) -> str:
        return cover(text, book.names.find(text))

    made = replace(
        settings,
        title=covered(settings.title),
        description=covered(settings.description),
        author=covered(settings.author),
        # An address cannot be covered: without it, there are no links to report quotations.
        reports=ReportSettings() if leads_to(settings.reports.to, book.names) else settings.reports,
    )
    return settings if made == settings else made


def cover_entity(entity: Entity, book: Book) -> Entity:
    """Return an entity that stays with all names covered, in its record as well."""

    def covered(text: str) -> str:
        return cover(text, book.names.find(text))

    made = replace(
        entity,
        id=book.new_id(entity.id) or entity.id,
        name=covered(entity.name),
        forms=tuple(dict.fromkeys(map(covered, entity.forms))),
        record=None if entity.record is None else _record(entity.record, book, covered),
    )
    return entity if made == entity else made


def _record(record: AuthorityRecord, book: Book, covered: Cover) -> AuthorityRecord:
    return replace(
        record,
        name=covered(record.name),
        variants=tuple(map(covered, record.variants)),
        note=cover_note(record.note, book),
        roles=tuple(
            Role(covered(role.title), role.since, role.until, covered(role.organisation)) for role in record.roles
        ),
        image_alt=covered(record.image_alt),
        never=tuple(map(covered, record.never)),
        former_ids=tuple(id_ for id_ in record.former_ids if covered(id_) == id_),
    )


def _block(block: Block, covered: Cover) -> Block:
    children = tuple(_block(child, covered) for child in block.children)
    info = covered(block.info)
    return block if children == block.children and info == block.info else replace(block, children=children, info=info)


def _mark(mark: Mark, covered: Cover) -> Mark:
    title, alt = covered(mark.title), covered(mark.alt)
    return mark if (title, alt) == (mark.title, mark.alt) else replace(mark, title=title, alt=alt)


def _tag(tag: str, covered: Cover) -> str:
    """Cover a tag; one that is a bare name and nothing else is, although tags are often written small."""
    alone = " ".join(word.title() for word in tag.split())
    return covered(alone) if is_whole(covered(alone)) and len(alone) == len(tag) else covered(tag)
