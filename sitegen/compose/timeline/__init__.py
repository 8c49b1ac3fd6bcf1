"""The timeline: all articles and quotations of a site over time, as plots and year by year."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from operator import attrgetter

from sitegen.compose.catalogue import Catalogue
from sitegen.compose.frames import Framer, Sheet, pager
from sitegen.compose.permalinks import TIMELINE, Place, entity_folder, stretches
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.time_units import UNDATED, number_of
from sitegen.compose.timeline.bins import Bins, bins_of
from sitegen.compose.timeline.outlines import (
    Outline,
    by_year,
    outline_of,
    size_of,
    year_folder,
)
from sitegen.compose.timeline.plots import (
    LOW,
    TALL,
    axis_of,
    breaks_in_words,
    figures_of,
    grid_of,
    plot_line,
    stem_in_words,
)
from sitegen.compose.wording import count, day_of, figure
from sitegen.model.view_parts import Link
from sitegen.model.view_timeline import TimelineView

__all__ = ["timeline_pages"]

# The newest articles stand on the first page, all of them on those of their years.
NEWEST = 40
ON_A_PAGE = 120
_MOST_PEOPLE = 12
_MONTH, _YEAR = attrgetter("month_anchor"), attrgetter("year")
# Articles and quotations in each part of the timeline.
_Sizes = dict[str, tuple[int, int]]


@dataclass(frozen=True, slots=True)
class _Person:
    """One of those quoted most: how often in each bin."""

    id: str
    name: str
    counts: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class _Counts:
    """What the plots show: quotations and articles by the number of their bin, in all and for those quoted most."""

    bins: Bins
    quotations: tuple[tuple[int, int], ...]
    articles: tuple[tuple[int, int], ...]
    people: tuple[_Person, ...]


@dataclass(frozen=True, slots=True)
class _Chapter:
    """The articles on a page, with the sizes of the months and years that these are a part of."""

    outlines: tuple[Outline, ...]
    months: tuple[tuple[str, tuple[int, int]], ...]
    years: tuple[tuple[str, tuple[int, int]], ...]


def timeline_pages(index: Catalogue, framer: Framer) -> Iterator[Recipe]:
    """Yield the page of the whole timeline, one or more for every year, and for the articles without a date."""
    outlines = [outline_of(entry) for entry in index.entries]
    names = {id_: person.name for id_, person in index.people.items()}
    months, years = _sizes(outlines, _MONTH), _sizes(outlines, _YEAR)
    framing = framer.framing(
        Place(TIMELINE), "Timeline", f"Timeline of {framer.settings.title}. {_lede(outlines)}", TIMELINE
    )
    newest = _chapter([outline for outline in outlines if outline.date is not None][:NEWEST], months, years)
    sizes = tuple(years.items())
    yield recipe(framer, "timeline.html", framing, _whole, _lede(outlines), _counts(outlines, names), newest, sizes)
    for year, found in groupby(outlines, _YEAR):
        in_year = list(found)
        yield from _year_pages(framer, year, in_year, _counts(in_year, names))


def _year_pages(framer: Framer, year: str, outlines: Sequence[Outline], counts: _Counts | None) -> Iterator[Recipe]:
    """Yield the pages of one year; the plots stand on the first."""
    starts, folders = stretches(year_folder(year), len(outlines), ON_A_PAGE)
    lede, months, years = _lede(outlines), _sizes(outlines, _MONTH), _sizes(outlines, _YEAR)
    for number, start in enumerate(starts, 1):
        heading = ("Articles without a date" if year == UNDATED else year) + (f", page {number}" if number > 1 else "")
        title = heading if year == UNDATED else f"Timeline of {heading}"
        described = f"{title}, {framer.settings.title}. {lede}"
        framing = framer.framing(Place(folders[number - 1]), title, described, TIMELINE)
        chapter = _chapter(outlines[start : start + ON_A_PAGE], months, years)
        shown = counts if number == 1 else None
        yield recipe(framer, "timeline.html", framing, _year, heading, lede, shown, chapter, folders, number)


def _lede(outlines: Sequence[Outline]) -> str:
    if not outlines:
        return "There are no articles yet."
    days = sorted(outline.date for outline in outlines if outline.date is not None)
    lede = (
        f"{count(len(outlines), 'article')} with {count(sum(outline.quotations for outline in outlines), 'quotation')}"
    )
    if days and days[0] != days[-1]:
        lede += f", from {day_of(days[0]).text} to {day_of(days[-1]).text}"
    elif days:
        lede += f", {day_of(days[0]).text}"
    undated = len(outlines) - len(days)
    return f"{lede}; {figure(undated)} without a date." if days and undated else f"{lede}."


def _sizes(outlines: Iterable[Outline], part: Callable[[Outline], str]) -> _Sizes:
    """Return how many articles and quotations there are in each month, or year."""
    found: dict[str, tuple[int, int]] = {}
    for outline in outlines:
        articles, quotations = found.get(part(outline), (0, 0))
        found[part(outline)] = articles + 1, quotations + outline.quotations
    return found


def _chapter(shown: Sequence[Outline], months: _Sizes, years: _Sizes) -> _Chapter:
    return _Chapter(
        tuple(outline.shortened() for outline in shown),
        tuple((month, months[month]) for month in dict.fromkeys(map(_MONTH, shown))),
        tuple((year, years[year]) for year in dict.fromkeys(map(_YEAR, shown))),
    )


def _counts(outlines: Iterable[Outline], names: Mapping[str, str]) -> _Counts | None:
    """Return what is plotted of ``outlines``, None where none has a date."""
    dated = [(outline.date, outline) for outline in outlines if outline.date is not None]
    if not dated:
        return None
    bins = bins_of({day for day, _ in dated})
    quotations: Counter[int] = Counter()
    articles: Counter[int] = Counter()
    said: dict[str, Counter[int]] = {}
    for day, outline in dated:
        number = number_of(bins.unit, day)
        articles[number] += 1
        quotations[number] += outline.quotations
        for voice in outline.voices:
            if voice.person:
                said.setdefault(voice.person, Counter())[number] += voice.quotations
    most = sorted(said, key=lambda id_: (-said[id_].total(), id_))[:_MOST_PEOPLE]
    return _Counts(
        bins,
        tuple(sorted((+quotations).items())),
        tuple(sorted(articles.items())),
        tuple(_Person(id_, names[id_], tuple(sorted(said[id_].items()))) for id_ in most),
    )


def _whole(
    sheet: Sheet,
    lede: str,
    counts: _Counts | None,
    newest: _Chapter,
    years: Sequence[tuple[str, tuple[int, int]]],
) -> TimelineView:
    place = sheet.place
    view = TimelineView(
        frame=sheet.frame,
        heading="Timeline",
        lede=lede,
        by_year=by_year(place, newest.outlines, dict(newest.months), dict(newest.years)),
        years=tuple(
            Link("Without a date" if year == UNDATED else year, place.to(year_folder(year)), size_of(*size))
            for year, size in years
        ),
    )
    return view if counts is None else _plotted(place, view, counts)


def _year(
    sheet: Sheet,
    heading: str,
    lede: str,
    counts: _Counts | None,
    chapter: _Chapter,
    folders: Sequence[str],
    number: int,
) -> TimelineView:
    place = sheet.place
    view = TimelineView(
        frame=sheet.frame,
        heading=heading,
        lede=lede,
        trail=(Link("Timeline", place.to(TIMELINE)),),
        by_year=by_year(place, chapter.outlines, dict(chapter.months), dict(chapter.years)),
        pager=pager(place, folders, number),
    )
    return view if counts is None else _plotted(place, view, counts)


def _plotted(place: Place, view: TimelineView, counts: _Counts) -> TimelineView:
    """Return ``view`` with the plots of ``counts``."""
    bins, quotations, articles = counts.bins, dict(counts.quotations), dict(counts.articles)
    most = max(quotations.values(), default=1)
    most_by_one = max((number for person in counts.people for _, number in person.counts), default=1)
    total = plot_line(
        Link("Quotations"), figure(sum(quotations.values())), "quotation", bins, quotations, most=most, height=TALL
    )
    unit = stem_in_words(bins.unit)
    caption = f"A stem is {unit}, as tall as its quotations are many; the tallest has {figure(most)}."
    if counts.people:
        caption += f" Those of people share one scale: at most {figure(most_by_one)}."
    return replace(
        view,
        axis=axis_of(bins),
        total=replace(total, grid=grid_of(most, TALL)),
        articles=plot_line(
            Link("Articles"),
            figure(sum(articles.values())),
            "article",
            bins,
            articles,
            most=max(articles.values()),
            height=LOW,
        ),
        people=tuple(
            plot_line(
                Link(person.name, place.to(entity_folder("person", person.id))),
                figure(sum(number for _, number in person.counts)),
                "quotation",
                bins,
                dict(person.counts),
                most=most_by_one,
                height=LOW,
            )
            for person in counts.people
        ),
        caption=" ".join(filter(None, (caption, breaks_in_words(bins)))),
        figures=figures_of(bins, quotations, articles),
    )
