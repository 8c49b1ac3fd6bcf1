"""What the pages of a site say, layout aside: for the ledger, and for comparing one publication with another.

Ids of people alone: whether an organisation or a place has a page is decided by how often it is named, so its name is
what lasts.
"""

from collections.abc import Iterator

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Entry, Utterance
from sitegen.model.publication import PublishedArticle, PublishedLink, PublishedQuote, PublishedSpeaker
from sitegen.model.reuse import Reuse, afresh
from sitegen.model.span import Span
from sitegen.model.view_text import publishable

# How much stands before and behind a quotation in its selector, in characters.
_CONTEXT = 32


def published_quotes(index: Catalogue, reuse: Reuse = afresh) -> tuple[PublishedQuote, ...]:
    """Return all quotations of a site as its pages show them, with their places in the user's files."""
    return tuple(quote for entry in index.entries for quote in _of(entry, reuse))


def published_articles(index: Catalogue) -> tuple[PublishedArticle, ...]:
    """Return all articles of a site as their pages show them."""
    return tuple(_article(entry) for entry in index.entries)


def _of(entry: Entry, reuse: Reuse) -> tuple[PublishedQuote, ...]:
    return reuse.value_of("publication", entry.record.digest, lambda: tuple(map(_quote, entry.utterances)))


def _article(entry: Entry) -> PublishedArticle:
    article = entry.record.reading.article
    return PublishedArticle(
        article.id,
        tuple(tuple(publishable(leaf.span.of(article.text)).split()) for leaf in entry.record.leaves),
        tuple(_links(entry)),
        tuple(map(_quote, entry.utterances)),
        article.path,
    )


def _links(entry: Entry) -> Iterator[PublishedLink]:
    record = entry.record
    article = record.reading.article
    # A link of the author's own goes before: no page has a link inside a link.
    taken = [mark.span for mark in article.marks if mark.kind == "link"]
    for _, mention, person, is_link in record.meant():
        if not is_link or person.kind != "person" or any(span.overlaps(mention.span) for span in taken):
            continue
        number = record.paragraph(mention.span.start)
        leaf = record.leaves[number - 1]
        before = publishable(Span(leaf.span.start, mention.span.start).of(article.text))
        # A name that begins inside a word, behind a bracket or a quotation mark, counts as that word.
        word = len(before.split()) - (bool(before) and not before[-1].isspace())
        surface = " ".join(publishable(mention.span.of(article.text)).split())
        yield PublishedLink(number - 1, word, surface, person.id)


def _quote(utterance: Utterance) -> PublishedQuote:
    article, quote, speaker = utterance.record.reading.article, utterance.quote, utterance.speaker
    extent = quote.extent
    return PublishedQuote(
        id=quote.id,
        article=article.id,
        exact=utterance.parts,
        speaker=_speaker(speaker.name, speaker.person) if speaker.known else None,
        prefix=article.text[max(0, extent.start - _CONTEXT) : extent.start],
        suffix=article.text[extent.end : extent.end + _CONTEXT],
        start=extent.start,
        path=article.path,
        line=article.place(extent.start)[0],
        page=utterance.has_page,
        decided=quote.attribution.status != "machine",
    )


def _speaker(name: str, person: str) -> PublishedSpeaker:
    """Return a speaker under the name that a page can show."""
    return PublishedSpeaker(" ".join(publishable(name).split()), person)
