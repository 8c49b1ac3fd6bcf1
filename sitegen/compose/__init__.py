"""A site as pages: what each shows, every link and figure in words. Pure; nothing here knows HTML."""

from collections.abc import Iterable

from sitegen.compose.about import about_page, missing_page, plain_pages, robots_file, tags_page
from sitegen.compose.articles import article_pages, list_pages, tag_pages
from sitegen.compose.catalogue import catalogue
from sitegen.compose.frames import Framer, told_apart
from sitegen.compose.home import home_page
from sitegen.compose.hrefs import folders_by_path
from sitegen.compose.people import people_pages, person_pages
from sitegen.compose.quotes import quote_pages, quotes_pages
from sitegen.model.site import Site
from sitegen.model.view import Page

__all__ = ["compose"]


def compose(site: Site, *, assets: Iterable[str] = ()) -> tuple[Page, ...]:
    """Return every HTML page and text file of ``site``, no two with one path, title or description.

    ``assets`` are the other files of the content folder, as POSIX paths in it: links to them are kept, and a picture
    that is not among them is named in place of being shown.
    Raises InputError where two pages would be one file.
    """
    framer = Framer(catalogue(site, assets))
    folders = folders_by_path(site)
    return told_apart(
        [
            home_page(framer),
            *list_pages(framer),
            *article_pages(framer, folders),
            *people_pages(framer),
            *person_pages(framer),
            *quotes_pages(framer),
            *quote_pages(framer),
            *tags_page(framer),
            *tag_pages(framer),
            *plain_pages(framer, folders),
            about_page(framer),
            missing_page(framer),
            robots_file(framer),
        ]
    )
