"""A quotation as it is compared with others: whose words, and which."""

import datetime
from collections.abc import Collection, Iterator
from dataclasses import dataclass

from sitegen.model.behalf import heard_in
from sitegen.model.quote import Quote, QuoteKind
from sitegen.model.site import Reading
from sitegen.relate.words import Words, content_of, weight, words_of


@dataclass(frozen=True, slots=True)
class Statement:
    """``speaker`` is the id of the entity that said it, or for which a nameless person did, "" where nobody knows.

    ``number`` counts the quotations of the article from 1; ``denial`` tells that it says something is not so. ``parts``
    are its words as the article has them, ``words`` as they are compared, ``marked`` those inside quotation marks, and
    ``line`` all of them on one line. ``content`` are those that tell, ``vocabulary`` the same once each, and ``weight``
    is that of all words.
    """

    id: str
    speaker: str
    article: str
    day: datetime.date | None
    number: int
    kind: QuoteKind
    denial: bool
    parts: tuple[str, ...]
    words: Words
    marked: Words
    line: str
    content: Words
    vocabulary: frozenset[str]
    weight: float


def statement(
    id_: str,
    speaker: str,
    article: str,
    day: datetime.date | None,
    number: int,
    kind: QuoteKind,
    *,
    denial: bool,
    parts: tuple[str, ...],
    marked: tuple[str, ...],
) -> Statement:
    """Return a statement with all that follows from its words."""
    words = words_of(parts)
    content = content_of(words)
    return Statement(
        id=id_,
        speaker=speaker,
        article=article,
        day=day,
        number=number,
        kind=kind,
        denial=denial,
        parts=parts,
        words=words,
        marked=words if kind == "direct" else words_of(marked),
        line=line_of(words),
        content=content,
        vocabulary=frozenset(content),
        weight=sum(map(weight, words)),
    )


def statements_of(reading: Reading, denials: Collection[str]) -> Iterator[Statement]:
    """Yield the quotations of one article; ``denials`` are the ids of those that deny."""
    article = reading.article
    for number, quote in enumerate(reading.analysis.quotes, 1):
        yield statement(
            quote.id,
            _speaker(reading, quote),
            article.id,
            article.date,
            number,
            quote.kind,
            denial=quote.id in denials,
            parts=tuple(span.of(article.text) for span in quote.spans),
            marked=tuple(span.of(article.text) for span in quote.verbatim) if quote.kind == "mixed" else (),
        )


def _speaker(reading: Reading, quote: Quote) -> str:
    """Return whose block a quotation belongs to; a spokesperson's words and an organisation's own are two."""
    heard = heard_in(reading, quote)
    if heard is None:
        return ""
    return f"{heard.entity} (for)" if heard.spoken_for else heard.entity


def in_time(statement: Statement) -> tuple[str, str, int]:
    """Return what versions are ordered by: day (undated ones last), article, place in it."""
    day = "9999" if statement.day is None else statement.day.isoformat()
    return day, statement.article, statement.number


def line_of(words: Words) -> str:
    """Return words on one line, a blank before and behind each: so they are found in a longer one."""
    return f" {' '.join(words)} "
