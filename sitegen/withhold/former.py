"""What was published before somebody was suppressed, as a report on changes may show it."""

from collections.abc import Iterable
from dataclasses import replace

from sitegen.model.covering import cover
from sitegen.model.entity import AuthorityRecord
from sitegen.model.ledger import Ledger
from sitegen.model.publication import PublishedArticle, PublishedQuote
from sitegen.withhold.book import Book, book_of


def cover_ledger(ledger: Ledger, records: Iterable[AuthorityRecord]) -> Ledger:
    """Return ``ledger`` with the names that ``records`` suppress covered: to be shown, never to be written."""
    book = book_of(tuple(records))
    if not book:
        return ledger
    return replace(ledger, entries=tuple(replace(entry, quote=_quote(entry.quote, book)) for entry in ledger.entries))


def cover_published(
    articles: Iterable[PublishedArticle], records: Iterable[AuthorityRecord]
) -> tuple[PublishedArticle, ...]:
    """Return articles as they were published, with the names that ``records`` suppress covered and without their links.

    So they differ from what is published now by what was written otherwise, and by the quotations that are gone.
    """
    book = book_of(tuple(records))
    return tuple(_article(article, book) for article in articles) if book else tuple(articles)


def _article(article: PublishedArticle, book: Book) -> PublishedArticle:
    return replace(
        article,
        blocks=tuple(tuple(_covered(" ".join(words), book).split()) for words in article.blocks),
        links=tuple(link for link in article.links if link.person not in book.ids),
        quotes=tuple(_quote(quote, book) for quote in article.quotes),
    )


def _quote(quote: PublishedQuote, book: Book) -> PublishedQuote:
    speaker = quote.speaker
    if speaker is not None:
        person = "" if speaker.person in book.ids else speaker.person
        speaker = replace(speaker, name=_covered(speaker.name, book), person=person)
    return replace(
        quote,
        exact=tuple(_covered(part, book) for part in quote.exact),
        speaker=speaker,
        prefix=_covered(quote.prefix, book),
        suffix=_covered(quote.suffix, book),
    )


def _covered(text: str, book: Book) -> str:
    return cover(text, book.names.find(text))
