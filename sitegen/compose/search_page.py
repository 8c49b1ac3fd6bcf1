"""The search page: a box, and beneath it, for those who search without a script or a server, lists of all there is."""

from collections.abc import Iterator, Sequence

from sitegen.compose.article_lists import years_of
from sitegen.compose.catalogue import Catalogue
from sitegen.compose.directories import authors_named
from sitegen.compose.directory import Named, in_order, letters_of
from sitegen.compose.frames import Framer, Sheet
from sitegen.compose.letters import position_of
from sitegen.compose.permalinks import (
    ARTICLES,
    AUTHORS,
    QUOTES,
    SEARCH,
    TAGS,
    Place,
    entity_folder,
    tag_folder,
)
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.search import finds_all_quotations
from sitegen.compose.sections import SECTIONS
from sitegen.compose.wording import count, figure
from sitegen.model.view import SearchView
from sitegen.model.view_parts import Link, Listing

# So many names stand on the page; of more, their letters.
_MOST_NAMES = 150

# Words, a note, a folder and an anchor in its page.
_Part = tuple[str, str, str, str]
# A title, what leads to all of it and where that is, and its parts.
_List = tuple[str, str, str, tuple[_Part, ...]]


def search_page(index: Catalogue, framer: Framer) -> Recipe:
    """Return the page of the search."""
    description = f"Search {framer.settings.title}: articles, people, organisations, places, and every quotation."
    framing = framer.framing(Place(SEARCH), "Search", description)
    lists = (*_names(index, framer), *_articles(index))
    by_itself = finds_all_quotations(index)
    alone = "each quotation by itself" if by_itself else "each quotation, by itself or in its article"
    return recipe(framer, "search.html", framing, _search, alone, lists)


def _search(sheet: Sheet, alone: str, lists: Sequence[_List]) -> SearchView:
    place = sheet.place
    return SearchView(
        frame=sheet.frame,
        heading="Search",
        alone=alone,
        listings=tuple(
            Listing(
                title,
                Link(everything, place.to(folder)),
                tuple(Link(words, place.to(where, anchor), note) for words, note, where, anchor in parts),
            )
            for title, everything, folder, parts in lists
        ),
        quotations=Link("all quotations", place.to(QUOTES)),
    )


def _names(index: Catalogue, framer: Framer) -> Iterator[_List]:
    for kind in framer.kinds:
        section, entities = SECTIONS[kind], index.entities[kind].values()
        named = [Named(position_of(kind, e.name), e.name, entity_folder(kind, e.id), ()) for e in entities]
        yield from _list(section.title, section.singular, section.plural, section.folder, named)
    named = [
        Named(position_of(None, tag.name), tag.name, tag_folder(tag.slug), (len(tag.entries),))
        for tag in index.tags.values()
    ]
    yield from _list("Tags", "tag", "tags", TAGS, named)
    yield from _list("Authors", "author", "authors", AUTHORS, authors_named(index))


def _list(title: str, singular: str, plural: str, folder: str, names: Sequence[Named]) -> Iterator[_List]:
    """Yield the list of some names, with their figures; nothing where there are none."""
    if not names:
        return
    parts = tuple((name.name, "".join(map(figure, name.figures)), name.folder, "") for name in in_order(names))
    if len(names) > _MOST_NAMES:
        parts = tuple((letter, "", where, anchor) for letter, anchor, where in letters_of(folder, names))
    yield title, f"All {count(len(names), singular, plural)}", folder, parts


def _articles(index: Catalogue) -> Iterator[_List]:
    if index.entries:
        years = years_of(ARTICLES, index.entries)
        parts = tuple((year, figure(articles), folder, anchor) for year, anchor, folder, articles in years)
        yield "Articles by year", f"All {count(len(index.entries), 'article')}", ARTICLES, parts
