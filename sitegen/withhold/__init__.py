"""What an authority record suppresses, taken out of everything that pages are made from. Pure.

Between ``resolve`` and ``compose``: what comes out is all that later stages see. The user's files stay as they are.
"""

import posixpath
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sitegen.diagnostics import Diagnostic
from sitegen.digest import digest
from sitegen.model.article import Article
from sitegen.model.covering import BLOCK
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.reuse import Reuse, afresh
from sitegen.model.settings import Settings
from sitegen.model.site import Reading
from sitegen.model.slug import folder_name
from sitegen.withhold.analyses import forgotten, without_links
from sitegen.withhold.annotations import in_annotations
from sitegen.withhold.book import Book, book_of
from sitegen.withhold.former import cover_ledger, cover_published
from sitegen.withhold.remains import in_address, in_file, in_page, in_reading, in_settings, namesakes
from sitegen.withhold.texts import cover_article, cover_entity, cover_page, cover_settings

__all__ = [
    "Withheld",
    "book_of",
    "cover_ledger",
    "cover_published",
    "hidden_portraits",
    "in_address",
    "in_file",
    "unlinked",
    "withhold",
]


@dataclass(frozen=True, slots=True)
class Withheld:
    """A site without those whom a record suppresses: what is published, and what could not be covered."""

    readings: tuple[Reading, ...]
    pages: tuple[Article, ...]
    settings: Settings
    entities: tuple[Entity, ...]
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class _Covered:
    """One article as it is published, and what could not be covered in it."""

    reading: Reading
    diagnostics: tuple[Diagnostic, ...] = ()


def withhold(
    readings: Sequence[Reading],
    pages: Sequence[Article],
    settings: Settings,
    entities: Sequence[Entity],
    records: Sequence[AuthorityRecord],
    reuse: Reuse = afresh,
) -> Withheld:
    """Take out whom ``records`` suppress: names are covered, mentions, quotations and entities are gone.

    Texts stay as long as they are, so that every offset stays right. Where nothing is suppressed, all that is returned
    is what was given; an article that no name stands in is so in any case.
    """
    book = book_of(records, entities)
    if not book:
        return Withheld(tuple(readings), tuple(pages), settings, tuple(entities))
    key = digest(book)
    covered = [_covered(reading, book, key, reuse) for reading in readings]
    remarks = [
        *namesakes(book),
        *in_settings(settings, book),
        *(remark for found in covered for remark in found.diagnostics),
        *(remark for page in pages for remark in in_page(page, book)),
    ]
    kept = (cover_entity(entity, book) for entity in entities if not book.hides(entity))
    return Withheld(
        _with_own_tags([found.reading for found in covered]),
        tuple(cover_page(page, book) for page in pages),
        cover_settings(settings, book),
        tuple(sorted(kept, key=lambda entity: entity.id)),
        tuple(remarks),
    )


def hidden_portraits(records: Iterable[AuthorityRecord]) -> frozenset[str]:
    """Return the pictures of those whom ``records`` suppress, as paths in the site: they are not copied either."""
    return frozenset(
        posixpath.normpath(posixpath.join(posixpath.dirname(record.path), record.image))
        for record in records
        if record.suppress and record.image
    )


def unlinked(
    readings: Sequence[Reading], entities: Sequence[Entity], records: Sequence[AuthorityRecord]
) -> tuple[Reading, ...]:
    """Return ``readings`` with texts as they are, in which nobody whom ``records`` suppress is linked or quoted."""
    book = book_of(records, entities)
    return tuple(without_links(reading, book) for reading in readings) if book else tuple(readings)


def _covered(reading: Reading, book: Book, key: str, reuse: Reuse) -> _Covered:
    parts = (reuse.digest_of(reading.article), reuse.digest_of(reading.analysis), reading.entities, reading.state, key)
    return reuse.value_of("withhold", digest(parts), lambda: _cover(reading, book))


def _cover(reading: Reading, book: Book) -> _Covered:
    if not book.concerns(reading):
        return _Covered(reading)
    found = book.found_in(reading)
    article = cover_article(reading.article, found)
    analysis, entities = forgotten(reading, book, found)
    made = replace(reading, article=article, analysis=analysis, entities=entities)
    return _Covered(
        reading if made == reading else made, (*in_reading(reading, found), *in_annotations(reading.analysis, found))
    )


def _with_own_tags(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """Leave out covered tags whose address is that of another tag: they would give it their name."""
    others = {folder_name(tag) for reading in readings for tag in reading.article.tags if BLOCK not in tag}
    made = []
    for reading in readings:
        tags = tuple(tag for tag in reading.article.tags if BLOCK not in tag or folder_name(tag) not in others)
        if tags != reading.article.tags:
            reading = replace(reading, article=replace(reading.article, tags=tags))  # noqa: PLW2901
        made.append(reading)
    return tuple(made)
