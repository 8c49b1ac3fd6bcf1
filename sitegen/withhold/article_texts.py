"""All texts and addresses of an article, and of what people say beside it, that pages can show."""

from collections.abc import Iterator
from urllib.parse import unquote

from sitegen.model.analysis import Analysis
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


def annotation_texts(analysis: Analysis) -> Iterator[str]:
    """Yield all texts and addresses of annotations that pages can show, percent signs decoded."""
    for applied in analysis.annotations:
        annotation = applied.placed.annotation
        yield from (annotation.value, annotation.evidence, annotation.by, annotation.why, applied.former)
        yield from (annotation.speaker, annotation.via, annotation.entity, unquote(annotation.source))
        selector = annotation.selector
        yield from (selector.exact, selector.prefix, selector.suffix, *annotation.parts)
        if annotation.facet == "recording":
            yield unquote(annotation.value)
