"""Articles as the timeline sees them: when, and who said how much."""

import datetime
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from sitegen.compose.entry import Entry, Speaker
from sitegen.compose.lines import source_of
from sitegen.compose.permalinks import TIMELINE, Place, article_folder
from sitegen.compose.time_units import UNDATED, year_of
from sitegen.compose.wording import MONTHS, UNPUBLISHED, count, figure, short_day
from sitegen.model.view_parts import Link
from sitegen.model.view_timeline import TimelineArticle, TimelineMonth, TimelineYear

_MOST_SPEAKERS = 4


@dataclass(frozen=True, slots=True)
class Voice:
    """Somebody who speaks in an article, how often there, and the folder of their page, "" for none.

    ``person`` is the id of the person whose page that is, "" where it is nobody's.
    """

    name: str
    folder: str
    person: str
    quotations: int


@dataclass(frozen=True, slots=True)
class Outline:
    """An article: ``voices`` are its known speakers, who says most first; ``more`` are those that are left out."""

    id: str
    title: str
    state: str
    date: datetime.date | None
    source: str
    quotations: int
    voices: tuple[Voice, ...]
    more: int = 0

    @property
    def year(self) -> str:
        """Its year as addresses have it."""
        return year_of(self.date)

    @property
    def month(self) -> str:
        """The name of its month, "" where it is not known."""
        return "" if self.date is None else MONTHS[self.date.month - 1]

    @property
    def month_anchor(self) -> str:
        """The anchor of its month: "m2024-09"."""
        return UNDATED if self.date is None else f"m{self.year}-{self.date.month:02d}"

    def shortened(self) -> "Outline":
        """Return it with the chief speakers alone."""
        return replace(self, voices=self.voices[:_MOST_SPEAKERS], more=len(self.voices[_MOST_SPEAKERS:]))


def outline_of(entry: Entry) -> Outline:
    """Return an article with its speakers."""
    article = entry.record.reading.article
    speakers = {u.speaker.key: u.speaker for u in entry.utterances if u.speaker.known}
    spoken = Counter(u.speaker.key for u in entry.utterances if u.speaker.known)
    voices = (_voice(speakers[key], number) for key, number in spoken.most_common())
    return Outline(
        article.id,
        article.title,
        UNPUBLISHED.get(entry.record.reading.state, ""),
        article.date,
        source_of(entry.record),
        len(entry.utterances),
        tuple(voices),
    )


def _voice(speaker: Speaker, quotations: int) -> Voice:
    return Voice(speaker.name, "" if speaker.entity is None else speaker.entity.folder, speaker.person, quotations)


def year_folder(year: str) -> str:
    """Return the folder of the page of a year, or of the articles without a date."""
    return f"{TIMELINE}{year}/"


def size_of(articles: int, quotations: int) -> str:
    """Return how much there is, in words."""
    return f"{count(articles, 'article')}, {count(quotations, 'quotation')}"


def by_year(
    place: Place, outlines: Iterable[Outline], months: dict[str, tuple[int, int]], years: dict[str, tuple[int, int]]
) -> tuple[TimelineYear, ...]:
    """Return ``outlines`` by year and month.

    ``months`` and ``years`` hold how many articles and quotations there are in each, shown or not, by anchor and year.
    """
    years_found: dict[str, dict[str, list[Outline]]] = {}
    for outline in outlines:
        years_found.setdefault(outline.year, {}).setdefault(outline.month_anchor, []).append(outline)
    return tuple(
        TimelineYear(
            _year_link(place, year, size_of(*years[year])),
            tuple(
                TimelineMonth(
                    found[0].month, anchor, size_of(*months[anchor]), tuple(_line(place, outline) for outline in found)
                )
                for anchor, found in by_month.items()
            ),
        )
        for year, by_month in years_found.items()
    )


def _year_link(place: Place, year: str, note: str) -> Link:
    """Return the heading of a year; on its own page, which has it above, that says how it is divided."""
    if place.folder.startswith(year_folder(year)):
        return Link("Articles" if year == UNDATED else "Month by month", note=note)
    return Link(year, place.to(year_folder(year)), note)


def _line(place: Place, outline: Outline) -> TimelineArticle:
    return TimelineArticle(
        Link(outline.title, place.to(article_folder(outline.id)), title_of=outline.id, state=outline.state),
        short_day(outline.date),
        outline.source,
        count(outline.quotations, "quotation"),
        tuple(
            Link(voice.name, place.to(voice.folder) if voice.folder else "", figure(voice.quotations))
            for voice in outline.voices
        ),
        f"and {count(outline.more, 'more speaker')}" if outline.more else "",
    )
