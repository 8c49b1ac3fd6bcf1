"""A site as pages: what each shows, every link and figure in words. Pure; nothing here knows HTML."""

import posixpath
from collections.abc import Callable, Collection, Iterable

from sitegen.compose.about import about_page, missing_page, plain_pages, robots_file
from sitegen.compose.annotations import annotation_files
from sitegen.compose.article_lists import author_pages, list_pages, tag_pages
from sitegen.compose.articles import article_pages
from sitegen.compose.cards import card_scripts
from sitegen.compose.cases import cases_of
from sitegen.compose.catalogue import Catalogue, catalogue
from sitegen.compose.corrections import corrections_pages
from sitegen.compose.data import data_files, data_page
from sitegen.compose.dead_ends import dead_ends
from sitegen.compose.departed import departed_pages
from sitegen.compose.directories import directory_pages
from sitegen.compose.echoes import Echoes
from sitegen.compose.entities import entity_pages
from sitegen.compose.feeds import articles_feed, feed_entries, speaker_feeds
from sitegen.compose.former import former_pages
from sitegen.compose.frames import Framer
from sitegen.compose.home import home_page
from sitegen.compose.network import network_pages
from sitegen.compose.pairs import pair_pages
from sitegen.compose.permalinks import AUTHORS, COMPARE, NETWORK, TIMELINE
from sitegen.compose.pictures import narrower_copies, shown_pictures
from sitegen.compose.portraits import portrait_remarks, portraits
from sitegen.compose.publication import published_articles, published_quotes
from sitegen.compose.quote_lists import quotes_pages
from sitegen.compose.quotes import quote_pages
from sitegen.compose.recipe import Recipe, told_apart
from sitegen.compose.search import search_records
from sitegen.compose.search_page import search_page
from sitegen.compose.side_by_side import TITLE, compare_pages
from sitegen.compose.sitemap import sitemap_files
from sitegen.compose.social_cards import site_card, social_cards_of
from sitegen.compose.timeline import timeline_pages
from sitegen.compose.topics import comparable, topic_of, topics_of
from sitegen.compose.versions import versions_pages
from sitegen.model.article import Article
from sitegen.model.fates import Fates
from sitegen.model.progress import Step, unwatched_step
from sitegen.model.reuse import Reuse, afresh
from sitegen.model.site import Site
from sitegen.model.source_file import is_folder_page

__all__ = [
    "Catalogue",
    "Recipe",
    "catalogue",
    "compose",
    "dead_ends",
    "narrower_copies",
    "portrait_remarks",
    "portraits",
    "published_articles",
    "published_quotes",
    "recipes",
    "search_records",
    "shown_pictures",
    "social_cards_of",
]

NOTHING_PUBLISHED = Fates()
# So many pages take some milliseconds at most.
_BETWEEN_STEPS = 50


def compose(site: Site, *, assets: Iterable[str] = (), reuse: Reuse = afresh) -> tuple[Recipe, ...]:
    """Return the recipe of every HTML page and text file of ``site``, no two with one path, title or description.

    ``assets`` are the other files of the content folder and of folders of pages, as POSIX paths in the site: links to
    them are kept, and a picture that is not among them is named in place of being shown. A page is made only when its
    recipe is asked for it.
    Raises InputError where two pages would be one file.
    """
    return recipes(catalogue(site, assets, reuse), reuse=reuse)


def recipes(
    index: Catalogue, fates: Fates = NOTHING_PUBLISHED, reuse: Reuse = afresh, step: Step = unwatched_step
) -> tuple[Recipe, ...]:
    """Return the recipes of a site that is indexed already; see ``compose``.

    ``fates`` say what became of quotations that were published under other ids, or are there no more. ``step`` is
    called every now and then: what it raises ends the work.
    """
    site = index.site
    corrections = cases_of(index, fates)
    in_feed = feed_entries(index)
    topics = topics_of(index)
    everything = topic_of(index.entries)
    framer = Framer(
        settings=site.settings,
        generator=site.generator,
        model=site.model,
        foot=tuple((page.title, page.id) for page in site.pages if _is_at_the_foot(page, site.settings.pages.folders)),
        kinds=tuple(kind for kind, found in index.entities.items() if found or kind == "person"),
        has_tags=bool(index.tags),
        has_corrections=bool(corrections),
        has_feed=bool(in_feed),
        more=(
            ("Timeline", TIMELINE),
            *([("Network", NETWORK)] if index.spoken else ()),
            *([(TITLE, COMPARE)] if comparable(everything) else ()),
            *([("Authors", AUTHORS)] if index.authors else ()),
        ),
        card=site_card(index),
    )
    echoes, everybody = Echoes(index), index.everybody()
    chapters: tuple[Callable[[], Iterable[Recipe]], ...] = (
        lambda: [home_page(index, framer)],
        lambda: list_pages(index, framer),
        lambda: article_pages(index, framer, fates, index.entries),
        lambda: annotation_files(framer, index.entries),
        lambda: directory_pages(index, framer),
        lambda: entity_pages(index, framer, everybody),
        lambda: card_scripts(index, framer, everybody),
        lambda: quotes_pages(index, framer),
        lambda: quote_pages(index, framer, echoes, index.entries),
        lambda: echoes.pages(framer),
        lambda: versions_pages(index, framer),
        lambda: pair_pages(index, framer, topics),
        lambda: timeline_pages(index, framer),
        lambda: network_pages(index, framer),
        lambda: tag_pages(index, framer, topics),
        lambda: author_pages(index, framer),
        lambda: compare_pages(index, framer, topics, everything),
        lambda: plain_pages(index, framer),
        lambda: departed_pages(index, framer, fates),
        lambda: corrections_pages(framer, corrections),
        lambda: [articles_feed(framer, in_feed)] if in_feed else [],
        lambda: speaker_feeds(index, framer, everybody),
        lambda: [about_page(index, framer), data_page(index, framer), search_page(index, framer)],
        lambda: data_files(index, framer, reuse),
        lambda: [missing_page(framer), robots_file(framer)],
        lambda: former_pages(index, framer, [page.path for page in pages]),
        lambda: sitemap_files(index, framer, pages),
    )
    pages: list[Recipe] = []
    for chapter in chapters:
        made = []
        for number, each in enumerate(chapter()):
            if number % _BETWEEN_STEPS == 0:
                step()
            made.append(each)
        pages += made
    return told_apart(pages)


def _is_at_the_foot(page: Article, folders: Collection[str]) -> bool:
    """Tell whether every page names ``page``: a folder of pages can hold many, and leads to them by its own."""
    return page.path.startswith("content/") or (is_folder_page(page.path) and posixpath.dirname(page.path) in folders)
