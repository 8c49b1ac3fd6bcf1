"""Turns: the quotations of one speaker in a row, before somebody else is quoted."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from sitegen.model.behalf import heard_in
from sitegen.model.quote import Quote
from sitegen.model.site import Reading
from sitegen.relate.narration import Narration


@dataclass(frozen=True, slots=True)
class Turn:
    """``speaker`` is the id of an entity, "" where it is unknown who speaks; ``cluster`` one of the article's."""

    speaker: str
    cluster: int
    section: int
    quotes: tuple[Quote, ...]


def turns_of(reading: Reading, narration: Narration) -> tuple[Turn, ...]:
    """Return the turns of an article in the order of the text; a turn ends with its section.

    A speaker whom nobody knows may be the one who spoke before or somebody else: each such quotation is a turn of its
    own. What stands in the headline is told again below, and left out.
    """
    return tuple(_turns(reading, narration))


def _turns(reading: Reading, narration: Narration) -> Iterator[Turn]:
    headline = reading.article.headline
    parts = []
    for number, quote in enumerate(reading.analysis.quotes):
        if headline is None or not headline.overlaps(quote.extent):
            speaker, cluster = _speaker(reading, quote)
            section = narration.section(quote.extent.start)
            parts.append((quote, cluster, (speaker, section, -1 if speaker else number)))
    for (speaker, section, _), row in groupby(parts, key=lambda part: part[2]):
        quotes = tuple(row)
        yield Turn(speaker, quotes[0][1], section, tuple(quote for quote, _, _ in quotes))


def _speaker(reading: Reading, quote: Quote) -> tuple[str, int]:
    heard = heard_in(reading, quote)
    return ("", -1) if heard is None else (heard.entity, heard.cluster)
