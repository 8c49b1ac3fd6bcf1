"""Lists of articles, newest first: all of them, those of a tag, those of an author."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from sitegen.compose.author_names import author_key
from sitegen.compose.catalogue import Catalogue
from sitegen.compose.entry import Entry
from sitegen.compose.frames import Framer, Sheet, pager
from sitegen.compose.lines import article_line, shares
from sitegen.compose.permalinks import (
    ARTICLES,
    AUTHORS,
    TAGS,
    Place,
    author_folder,
    compare_folder,
    entity_folder,
    stretches,
    tag_folder,
)
from sitegen.compose.recipe import Recipe, recipe
from sitegen.compose.surroundings import Known
from sitegen.compose.time_units import number_of, unit_in_words, year_of
from sitegen.compose.topics import Topic
from sitegen.compose.wording import MONTHS, count, sentence
from sitegen.model.entity import Entity
from sitegen.model.view_lists import ArticleMonth, ArticlesView, ArticleYear
from sitegen.model.view_parts import Link

ON_A_PAGE = 50
_MOST_QUOTED = 12


@dataclass(frozen=True, slots=True)
class _List:
    """A list of articles; ``dated`` tells that years and months divide it.

    ``trail`` are pairs of words and a folder. ``quoted`` and ``beyond``, words, a folder and a note, stand on the first
    page alone.
    """

    folder: str
    template: str
    title: str
    heading: str
    lede: str
    section: str
    dated: bool
    trail: tuple[tuple[str, str], ...] = ()
    quoted: tuple[tuple[Known, int], ...] = ()
    beyond: tuple[tuple[str, str, str], ...] = ()


def list_pages(index: Catalogue, framer: Framer) -> Iterator[Recipe]:
    """Yield the pages of the list of all articles."""
    total = len(index.entries)
    lede = f"{count(total, 'article')}, newest first." if total else "There are no articles yet."
    beyond = (("All authors", AUTHORS, ""),) if index.authors else ()
    what = _List(ARTICLES, "articles.html", "Articles", "Articles", lede, ARTICLES, dated=True, beyond=beyond)
    yield from _pages(framer, what, index.entries)


def tag_pages(index: Catalogue, framer: Framer, topics: Mapping[str, Topic]) -> Iterator[Recipe]:
    """Yield the pages of every tag; ``topics`` are those on which people can be read side by side, by tag."""
    for tag in index.tags.values():
        beyond = (("Speakers on this topic side by side", compare_folder(tag.slug), ""),) if tag.slug in topics else ()
        what = _List(
            tag_folder(tag.slug),
            "tag.html",
            f"Tag: {tag.name}",
            tag.name,
            f"{count(len(tag.entries), 'article')} with the tag “{tag.name}”.",
            TAGS,
            dated=len(tag.entries) > ON_A_PAGE,
            trail=(("Tags", TAGS),),
            quoted=_quoted(tag.entries),
            beyond=beyond,
        )
        yield from _pages(framer, what, tag.entries)


def author_pages(index: Catalogue, framer: Framer) -> Iterator[Recipe]:
    """Yield the pages of every author."""
    people = _people_by_name(index)
    for author in index.authors.values():
        person = _person(people.get(author_key(author.name), []))
        beyond = (
            ((person.name, entity_folder("person", person.id), "as a person in the articles"),)
            if person is not None
            else ()
        )
        what = _List(
            author_folder(author.slug),
            "author.html",
            f"Articles by {author.name}",
            author.name,
            f"{count(len(author.entries), 'article')} by {author.name}, newest first.",
            AUTHORS,
            dated=len(author.entries) > ON_A_PAGE,
            trail=(("Authors", AUTHORS),),
            beyond=beyond,
        )
        yield from _pages(framer, what, author.entries)


def _people_by_name(index: Catalogue) -> dict[str, list[Entity]]:
    """Return the people who bear each name, by ``author_key``."""
    found: dict[str, list[Entity]] = {}
    for entity in index.people.values():
        for key in set(map(author_key, entity.names)):
            found.setdefault(key, []).append(entity)
    return found


def _person(bearers: Sequence[Entity]) -> Entity | None:
    """Return the one who bears a name, by a record: nobody where there is none, or where others bear it too."""
    return bearers[0] if len(bearers) == 1 and bearers[0].record is not None else None


def _quoted(entries: Sequence[Entry]) -> tuple[tuple[Known, int], ...]:
    """Return who is quoted most in ``entries``, of those who have a page, and how often."""
    spoken = Counter(u.speaker.entity for entry in entries for u in entry.utterances if u.speaker.entity is not None)
    return tuple(sorted(spoken.items(), key=lambda each: (-each[1], each[0].id))[:_MOST_QUOTED])


def _pages(framer: Framer, what: _List, entries: Sequence[Entry]) -> Iterator[Recipe]:
    starts, folders = stretches(what.folder, len(entries), ON_A_PAGE)
    jumps = years_of(what.folder, entries) if what.dated else ()
    for number, start in enumerate(starts, 1):
        shown = tuple(entries[start : start + ON_A_PAGE])
        before = _year(entries[start - 1]) if start else ""
        page = f", page {number}" if number > 1 else ""
        period = _period(shown) if len(starts) > 1 else ""
        first = f"{what.lede} This page: {period}." if period else what.lede
        lede = first if number == 1 else f"{period}."
        description = f"{what.title}{page} of {framer.settings.title}: {lede}"
        framing = framer.framing(Place(folders[number - 1]), what.title + page, description, what.section)
        beside = what if number == 1 else replace(what, quoted=(), beyond=(), lede="")
        yield recipe(framer, what.template, framing, _list, beside, page, lede, shown, before, jumps, folders, number)


def years_of(folder: str, entries: Sequence[Entry]) -> tuple[tuple[str, str, str, int], ...]:
    """Return the years of the list of ``entries`` in ``folder``.

    Each comes with its anchor, the folder of the page on which it begins, and the number of its articles.
    """
    _, folders = stretches(folder, len(entries), ON_A_PAGE)
    first: dict[str, int] = {}
    for position, entry in enumerate(entries):
        first.setdefault(_year(entry), position // ON_A_PAGE)
    sizes = Counter(map(_year, entries))
    return tuple((year, _anchor(year), folders[page], sizes[year]) for year, page in first.items())


def _list(
    sheet: Sheet,
    what: _List,
    page: str,
    lede: str,
    entries: Sequence[Entry],
    before: str,
    jumps: Sequence[tuple[str, str, str, int]],
    folders: Sequence[str],
    number: int,
) -> ArticlesView:
    """Return a page of a list; ``before`` is the year in which the page before it ends."""
    place = sheet.place
    trail = what.trail if number == 1 else (*what.trail, (what.heading, what.folder))
    return ArticlesView(
        frame=sheet.frame,
        heading=what.heading + page,
        lede=lede,
        trail=tuple(Link(words, place.to(folder)) for words, folder in trail),
        years=_by_year(place, entries, before) if what.dated else (ArticleYear("", (_month(place, "", entries),)),),
        pager=pager(place, folders, number),
        jumps=tuple(Link(year, place.to(folder, anchor)) for year, anchor, folder, _ in jumps)
        if len(jumps) > 1
        else (),
        speakers=shares(
            [(Link(known.name, place.to(known.folder)), times, str(times), Link("")) for known, times in what.quoted]
        ),
        beyond=tuple(Link(words, place.to(folder), note) for words, folder, note in what.beyond),
    )


def _by_year(place: Place, entries: Sequence[Entry], before: str) -> tuple[ArticleYear, ...]:
    years = []
    for year, in_year in groupby(entries, _year):
        months = tuple(_month(place, month, list(found)) for month, found in groupby(in_year, _month_of))
        years.append(
            ArticleYear(f"{year}, continued", months) if year == before else ArticleYear(year, months, _anchor(year))
        )
    return tuple(years)


def _month(place: Place, heading: str, entries: Sequence[Entry]) -> ArticleMonth:
    return ArticleMonth(heading, tuple(article_line(place, entry) for entry in entries))


def _anchor(year: str) -> str:
    return f"year-{year.lower()}"


def _day(entry: Entry) -> date | None:
    return entry.record.reading.article.date


def _year(entry: Entry) -> str:
    return sentence(year_of(_day(entry)))


def _month_of(entry: Entry) -> str:
    day = _day(entry)
    return "" if day is None else MONTHS[day.month - 1]


def _period(entries: Sequence[Entry]) -> str:
    """Return from when to when ``entries`` are, newest first: "June 2025 to November 2026", "May 2025, and undated"."""
    days = [day for day in map(_day, entries) if day is not None]
    undated = len(days) < len(entries)
    if not days:
        return "undated articles"
    first, last = (unit_in_words("month", number_of("month", day)) for day in (min(days), max(days)))
    told = first if first == last else f"{first} to {last}"
    return f"{told}, and undated" if undated else told
