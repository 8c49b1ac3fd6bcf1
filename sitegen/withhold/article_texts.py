"""All texts and addresses of an article that pages can show."""

from collections.abc import Iterator
from urllib.parse import unquote

from sitegen.model.article import Article


def texts_of(article: Article) -> Iterator[str]:
    """Yield all texts of an article that pages can show."""
    yield from (article.text, article.title, article.summary, *article.tags, *article.authors)
    if article.source is not None:
        yield article.source.name
    for person in article.people:
        yield person.name
    for mark in article.marks:
        yield from (mark.title, mark.alt)
    for leaf in article.leaves():
        yield leaf.info


def addresses_of(article: Article) -> Iterator[str]:
    """Yield all addresses of an article that pages can show, percent signs decoded."""
    yield article.id
    for mark in article.marks:
        if mark.href:
            yield unquote(mark.href)
    if article.source is not None:
        yield from map(unquote, (article.source.url, article.source.archived))
