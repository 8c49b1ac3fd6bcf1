"""What somebody's quotations are about and of which years they are, at a glance."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from sitegen.compose.entry import Utterance
from sitegen.compose.permalinks import Place, tag_folder
from sitegen.compose.wording import figure
from sitegen.model.view_chronicle import YearLine
from sitegen.model.view_parts import Link

_MOST_TOPICS = 8
# Slug, name and number of quotations.
Topic = tuple[str, str, int]
# The year, None for none; how many quotations; where the first of them stands in the list, and its id.
Year = tuple[int | None, int, int, str]


def topics_of(said: Sequence[Utterance]) -> tuple[Topic, ...]:
    """Return the tags of the articles in which the quotations ``said`` stand, those of most quotations first."""
    names = dict(tag for utterance in said for tag in utterance.record.surroundings.tags)
    counts = Counter(slug for utterance in said for slug, _ in utterance.record.surroundings.tags)
    most = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_MOST_TOPICS]
    return tuple((slug, names[slug], times) for slug, times in most)


def topic_links(place: Place, topics: Sequence[Topic]) -> tuple[Link, ...]:
    """Return links to the pages of tags, each with how many quotations it has."""
    return tuple(Link(name, place.to(tag_folder(slug)), figure(times)) for slug, name, times in topics)


def years_of(said: Sequence[Utterance]) -> tuple[Year, ...]:
    """Return the years of the quotations ``said``, which come year by year."""
    years: list[Year] = []
    found = groupby(enumerate(said), key=lambda each: _year(each[1]))
    for year, group in found:
        numbered = list(group)
        first, utterance = numbered[0]
        years.append((year, len(numbered), first, utterance.quote.id))
    return tuple(years)


def year_lines(place: Place, years: Sequence[Year], folders: Sequence[str], on_a_page: int) -> tuple[YearLine, ...]:
    """Return the years with links to where they begin in the list, none for a single year."""
    if len(years) < 2:
        return ()
    return tuple(
        YearLine(Link(str(year or "undated"), place.to(folders[first // on_a_page], id_)), figure(many))
        for year, many, first, id_ in years
    )


def _year(utterance: Utterance) -> int | None:
    date = utterance.record.reading.article.date
    return None if date is None else date.year
