"""What somebody's quotations are about and of which years they are, at a glance."""

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from sitegen.compose.entry import Utterance
from sitegen.compose.permalinks import Place, tag_folder
from sitegen.compose.time_units import year_of
from sitegen.compose.wording import figure
from sitegen.model.view_parts import Link

_MOST_TAGS = 8
# Slug, name and number of quotations.
TagCount = tuple[str, str, int]
# The year; how many quotations; where the first of them stands in the list, and its id.
Year = tuple[str, int, int, str]


def tag_counts(said: Sequence[Utterance]) -> tuple[TagCount, ...]:
    """Return the tags of the articles in which the quotations ``said`` stand, those of most quotations first."""
    names = dict(tag for utterance in said for tag in utterance.record.surroundings.tags)
    counts = Counter(slug for utterance in said for slug, _ in utterance.record.surroundings.tags)
    most = sorted(counts.items(), key=lambda each: (-each[1], each[0]))[:_MOST_TAGS]
    return tuple((slug, names[slug], times) for slug, times in most)


def tag_links(place: Place, tags: Sequence[TagCount]) -> tuple[Link, ...]:
    """Return links to the pages of tags, each with how many quotations it has."""
    return tuple(Link(name, place.to(tag_folder(slug)), figure(times)) for slug, name, times in tags)


def years_of(said: Sequence[Utterance]) -> tuple[Year, ...]:
    """Return the years of the quotations ``said``, which come year by year."""
    years: list[Year] = []
    found = groupby(enumerate(said), key=lambda each: year_of(each[1].record.reading.article.date))
    for year, group in found:
        numbered = list(group)
        first, utterance = numbered[0]
        years.append((year, len(numbered), first, utterance.quote.id))
    return tuple(years)


def year_links(place: Place, years: Sequence[Year], folders: Sequence[str], on_a_page: int) -> tuple[Link, ...]:
    """Return the years with links to where they begin in the list, none for a single year."""
    if len(years) < 2:
        return ()
    return tuple(
        Link(year, place.to(folders[first // on_a_page], id_), figure(many)) for year, many, first, id_ in years
    )
