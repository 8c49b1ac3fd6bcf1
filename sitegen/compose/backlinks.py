"""Links of authors read from their target's side: which passages lead to an article."""

from collections.abc import Iterable

from sitegen.compose.entry import Record
from sitegen.compose.lines import article_link
from sitegen.compose.passages import passage
from sitegen.compose.permalinks import Place, article_folder
from sitegen.compose.wording import short_day
from sitegen.model.article import Mark
from sitegen.model.view_parts import BacklinkLine, Link
from sitegen.model.view_text import Overlay

# The newest links that lead to an article are shown; an archive can have one that all others lead to.
MOST_LINKS = 20


def backlink_lines(place: Place, linked: Iterable[tuple[Record, Mark]]) -> tuple[BacklinkLine, ...]:
    """Return the links to an article, each in its passage, the link itself marked."""
    return tuple(_line(place, record, mark) for record, mark in linked)


def _line(place: Place, record: Record, mark: Mark) -> BacklinkLine:
    article, number = record.reading.article, record.paragraph(mark.span.start)
    return BacklinkLine(
        article_link(place, record),
        short_day(article.date),
        passage(record, mark.span, [Overlay("named", mark.span.start, mark.span.end)], 120),
        Link(f"paragraph {number}", place.to(article_folder(article.id), f"p{number}")),
        article.language,
    )
