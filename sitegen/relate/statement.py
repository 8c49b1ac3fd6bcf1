"""A quotation as it is compared with others: whose words, and which."""

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sitegen.model.behalf import on_behalf_of
from sitegen.model.quote import Quote, QuoteKind
from sitegen.model.site import Reading
from sitegen.relate.words import Words, content_of, words_of


@dataclass(frozen=True, slots=True)
class Statement:
    """``speaker`` is the id of the entity that said it, or for which a nameless person did, "" where nobody knows.

    ``number`` counts the quotations of the article from 1; ``content`` are those of the ``words`` that tell, ``marked``
    those inside quotation marks. ``denial`` tells that it says something is not so, ``parts`` are the words as the
    article has them, ``line`` those that are compared, on one line.
    """

    id: str
    speaker: str
    article: str
    day: datetime.date | None
    number: int
    kind: QuoteKind
    words: Words
    content: Words
    marked: Words = ()
    denial: bool = False
    parts: tuple[str, ...] = ()
    line: str = ""


def statements_of(reading: Reading, denials: Collection[str]) -> Iterator[Statement]:
    """Yield the quotations of one article; ``denials`` are the ids of those that deny."""
    article = reading.article
    for number, quote in enumerate(reading.analysis.quotes, 1):
        parts = tuple(span.of(article.text) for span in quote.spans)
        words = words_of(parts)
        yield Statement(
            id=quote.id,
            speaker=_speaker(reading, quote),
            article=article.id,
            day=article.date,
            number=number,
            kind=quote.kind,
            words=words,
            content=content_of(words),
            marked=words if quote.kind == "direct" else words_of(span.of(article.text) for span in quote.verbatim),
            denial=quote.id in denials,
            parts=parts,
            line=line_of(words),
        )


def _speaker(reading: Reading, quote: Quote) -> str:
    """Return whose block a quotation belongs to; a spokesperson's words and an organisation's own are two."""
    voice = quote.attribution.speaker
    if voice is None or quote.attribution.status == "rejected":
        return ""
    if voice.cluster is not None:
        return reading.entities[voice.cluster] or ""
    cluster = on_behalf_of(reading, voice)
    whom = None if cluster is None else reading.entities[cluster]
    return f"{whom} (for)" if whom else ""


def in_time(statement: Statement) -> tuple[str, str, int]:
    """Return what versions are ordered by: day (undated ones last), article, place in it."""
    day = "9999" if statement.day is None else statement.day.isoformat()
    return day, statement.article, statement.number


def line_of(words: Words) -> str:
    """Return words on one line, a blank before and behind each: so they are found in a longer one."""
    return f" {' '.join(words)} "
