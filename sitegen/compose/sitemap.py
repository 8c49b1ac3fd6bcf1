"""The map of the site for search engines: the address of every page that they may list (sitemaps.org, 0.9)."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.frames import Framer, Framing, Sheet
from sitegen.compose.moments import changed_at, latest, published_at, quoted_at
from sitegen.compose.permalinks import ARTICLES, HOME, Place, article_folder, entity_folder, quote_folder, tag_folder
from sitegen.compose.recipe import Recipe, recipe
from sitegen.model.view_feeds import MapLine, SitemapView

SITEMAP = "sitemap.xml"
# What one file may hold, by the protocol; what XML and days add to an address is counted generously.
_MOST = 50_000
_LARGEST = 50_000_000
_AROUND = 120


@dataclass(frozen=True, slots=True)
class Listed:
    """A page in the map: its folder, and when it changed last, "" where nothing tells."""

    folder: str
    modified: str = ""


def sitemap_files(index: Catalogue, framer: Framer, pages: Iterable[Recipe]) -> Iterator[Recipe]:
    """Yield the map of ``pages``, in several files with one that lists them where it is large.

    A map has absolute addresses: there is none where the site does not know its own.
    """
    if not framer.settings.base_url:
        return
    modified = _modified(index)
    listed = [
        Listed(made.framing.place.folder, modified.get(made.framing.place.folder, ""))
        for made in pages
        if _is_listed(made)
    ]
    parts = list(_parts(listed, len(framer.settings.base_url)))
    if len(parts) == 1:
        yield _recipe(framer, SITEMAP, "sitemap.xml", parts[0])
        return
    names = [f"sitemap-{number}.xml" for number in range(1, len(parts) + 1)]
    newest = (latest(each.modified for each in part) for part in parts)
    yield _recipe(framer, SITEMAP, "sitemap-index.xml", [Listed(*each) for each in zip(names, newest, strict=True)])
    for name, part in zip(names, parts, strict=True):
        yield _recipe(framer, name, "sitemap.xml", part)


def _recipe(framer: Framer, path: str, template: str, listed: Sequence[Listed]) -> Recipe:
    return replace(recipe(framer, template, Framing(Place(HOME)), _map, tuple(listed)), path=path)


def _map(sheet: Sheet, listed: Sequence[Listed]) -> SitemapView:
    return SitemapView(tuple(MapLine(sheet.framer.address_of(each.folder), each.modified) for each in listed))


def _is_listed(made: Recipe) -> bool:
    """Tell whether a file is a page that search engines may list: not one for another, nor one that leads on."""
    framing = made.framing
    return made.path == framing.place.path and bool(framing.title) and not framing.noindex and framing.instead is None


def _parts(listed: Sequence[Listed], base: int) -> Iterator[list[Listed]]:
    """Yield ``listed`` in files that are not too large; ``base`` is how long the site's own address is."""
    part: list[Listed] = []
    size = 0
    for each in listed:
        length = base + len(each.folder) + _AROUND
        if part and (len(part) == _MOST or size + length > _LARGEST):
            yield part
            part, size = [], 0
        part.append(each)
        size += length
    yield part


def _modified(index: Catalogue) -> Mapping[str, str]:
    """Return when pages changed last, by their folders, as far as their articles tell: no build knows a clock."""
    timezone = index.site.settings.timezone
    by_article: dict[str, str] = {}
    modified: dict[str, str] = {}
    for entry in index.entries:
        reading = entry.record.reading
        article = reading.article
        by_article[article.id] = changed_at(article, reading.analysis.annotations, timezone)
        modified[article_folder(article.id)] = by_article[article.id]
        published = published_at(article, timezone)
        for utterance in entry.utterances:
            decided = utterance.annotations
            modified[quote_folder(utterance.quote.id)] = quoted_at(article, decided, timezone) if decided else published
    for kind, entities in index.entities.items():
        for id_ in entities:
            found = (*index.said.get(id_, ()), *index.named.get(id_, ()))
            where = {by_article[each.record.reading.article.id] for each in found}
            modified[entity_folder(kind, id_)] = latest(where)
    for slug, tag in index.tags.items():
        modified[tag_folder(slug)] = latest(by_article[entry.record.reading.article.id] for entry in tag.entries)
    modified[HOME] = modified[ARTICLES] = latest(by_article.values())
    return modified
