"""The pictures that a site shows, and the narrower copies of them that its pages name."""

from collections.abc import Collection, Iterable, Iterator
from posixpath import dirname

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.hrefs import pictures_of
from sitegen.compose.images import narrower
from sitegen.compose.permalinks import article_folder, plain_folder
from sitegen.compose.portraits import portrait_of, portraits
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord


def shown_pictures(
    texts: Iterable[Article], records: Iterable[AuthorityRecord], assets: Collection[str]
) -> frozenset[str]:
    """Return the paths of the files among ``assets`` that pages of ``texts`` and ``records`` show as pictures."""
    beside = {path for text in texts for path in pictures_of(text, assets)}
    return frozenset(beside.union(filter(None, (portrait_of(record, assets) for record in records))))


def narrower_copies(index: Catalogue) -> Iterator[tuple[str, str, int]]:
    """Yield the copies that the pages name: where each goes below the output folder, its picture's path, its width."""
    for address, asset in _shown(index):
        picture = index.pictures.get(asset)
        for width in picture.widths if picture is not None else ():
            yield narrower(address, width), asset, width


def _shown(index: Catalogue) -> Iterator[tuple[str, str]]:
    """Yield the addresses at which pages show pictures, each with the picture's path."""
    articles = (entry.record.reading.article for entry in index.entries)
    texts = [(article, article_folder(article.id)) for article in articles]
    for text, folder in (*texts, *((page, plain_folder(page.id)) for page in index.site.pages)):
        above = f"{dirname(text.path)}/"
        for asset in pictures_of(text, index.assets):
            if asset.startswith(above):
                yield folder + asset.removeprefix(above), asset
    yield from portraits(index.records(), index.assets).items()
