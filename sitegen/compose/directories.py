"""The indexes from A to Z: people, organisations, places, tags, authors, and who is quoted."""

from collections.abc import Iterator

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.directory import Directory, Named, directory
from sitegen.compose.frames import Framer
from sitegen.compose.letters import position_of
from sitegen.compose.permalinks import AUTHORS, TAGS, author_folder, entity_folder, tag_folder
from sitegen.compose.recipe import Recipe
from sitegen.compose.sections import SECTIONS, Section
from sitegen.compose.wording import count

QUOTATIONS, ARTICLES = ("quotation", "quotations"), ("article", "articles")


def directory_pages(index: Catalogue, framer: Framer) -> Iterator[Recipe]:
    """Yield the pages of the indexes: people by last name, the others by name; none of what a site does not have."""
    for kind in framer.kinds:
        yield from _entities(index, framer, SECTIONS[kind])
    if index.tags:
        yield from _tags(index, framer)
    if index.authors:
        yield from _authors(index, framer)


def _entities(index: Catalogue, framer: Framer, section: Section) -> Iterator[Recipe]:
    kind = section.kind
    listed = _listed(index) if kind == "person" else {}
    names = []
    for entity in index.entities[kind].values():
        quotes = index.said.get(entity.id, ())
        articles = {naming.record.reading.article.id for naming in index.named.get(entity.id, ())}
        articles |= {utterance.record.reading.article.id for utterance in quotes}
        articles |= listed.get(entity.id, set())
        position = position_of(kind, entity.name)
        names.append(Named(position, entity.name, entity_folder(kind, entity.id), (len(quotes), len(articles))))
    quoted = sum(bool(named.figures[0]) for named in names)
    lede = "Nobody is named yet."
    if names:
        lede = count(len(names), section.singular, section.plural)
        lede += f", {quoted or 'none'} of them quoted." if quoted or kind == "person" else "."
    nouns = (QUOTATIONS, ARTICLES)
    what = Directory(section.folder, section.directory, section.title, lede, nouns, section.folder)
    yield from directory(framer, what, names)


def _listed(index: Catalogue) -> dict[str, set[str]]:
    """Return the articles whose authors list somebody whom the text may not name."""
    found: dict[str, set[str]] = {}
    for entry in index.entries:
        for person in entry.record.surroundings.listed:
            found.setdefault(person.id, set()).add(entry.record.reading.article.id)
    return found


def _tags(index: Catalogue, framer: Framer) -> Iterator[Recipe]:
    names = [
        Named(
            position_of(None, tag.name),
            tag.name,
            tag_folder(tag.slug),
            (sum(len(entry.utterances) for entry in tag.entries), len(tag.entries)),
        )
        for tag in index.tags.values()
    ]
    lede = f"{count(len(names), 'tag')}."
    yield from directory(framer, Directory(TAGS, "tags.html", "Tags", lede, (QUOTATIONS, ARTICLES), TAGS), names)


def _authors(index: Catalogue, framer: Framer) -> Iterator[Recipe]:
    names = authors_named(index)
    lede = f"{count(len(names), 'author')} of articles, those who are named as such."
    yield from directory(framer, Directory(AUTHORS, "authors.html", "Authors", lede, (ARTICLES,)), names)


def authors_named(index: Catalogue) -> list[Named]:
    """Return the authors as an index names them, each with the number of articles."""
    return [
        Named(position_of("person", author.name), author.name, author_folder(author.slug), (len(author.entries),))
        for author in index.authors.values()
    ]
