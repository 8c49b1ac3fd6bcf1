"""The timeline: how long its bins are, what is left out, and what its pages say."""

import datetime
from dataclasses import replace
from itertools import pairwise

import pytest

from sitegen.compose import recipes
from sitegen.compose.catalogue import Catalogue, catalogue
from sitegen.compose.time_units import number_of, unit_in_words
from sitegen.compose.timeline import NEWEST, ON_A_PAGE
from sitegen.compose.timeline.bins import MOST_COLUMNS, bins_of
from sitegen.compose.timeline.plots import axis_of, breaks_in_words, grid_of
from sitegen.model.site import Site
from sitegen.model.view_timeline import TimelineView
from tests.compose.sites import harbour, nested, site
from tests.site.crowd import crowd

CROWD = crowd(40, articles=300, quotations=3)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


def every(step: int, first: str, last: str) -> list[datetime.date]:
    start, end = day(first).toordinal(), day(last).toordinal()
    return [datetime.date.fromordinal(number) for number in range(start, end + 1, step)]


def views(index: Catalogue) -> dict[str, TimelineView]:
    pages = (recipe.page() for recipe in recipes(index) if recipe.path.startswith("timeline/"))
    return {page.path.removesuffix("index.html"): page.view for page in pages if isinstance(page.view, TimelineView)}


@pytest.mark.parametrize(
    ("days", "unit", "width", "breaks"),
    [
        ([day("2024-09-09")], "day", 1, 0),
        (every(1, "2024-09-01", "2024-10-30"), "day", 60, 0),
        (every(1, "2024-09-01", "2024-10-31"), "month", 2, 0),
        (every(7, "2020-01-01", "2024-12-31"), "month", 60, 0),
        (every(7, "2020-01-01", "2025-01-31"), "quarter", 21, 0),
        (every(30, "1990-01-01", "2024-12-31"), "year", 35, 0),
        (every(30, "1900-01-01", "2024-12-31"), "decade", 13, 0),
        # One long empty stretch is left out, and the unit need not be longer for it.
        ([day("2018-08-06"), *every(20, "2024-03-01", "2026-11-30")], "month", 36, 1),
        ([day("2018-08-06"), *every(1, "2024-03-01", "2024-03-09")], "day", 12, 1),
        # Of many such stretches none is: the unit is longer.
        (every(40, "2024-01-01", "2024-12-31"), "month", 12, 0),
        # Nine empty bins are drawn, ten are not.
        ([day("2024-03-01"), day("2024-03-11")], "day", 11, 0),
        ([day("2024-03-01"), day("2024-03-12")], "day", 4, 1),
        (every(30_000, "0001-01-01", "2024-12-31"), "decade", None, None),
    ],
)
def test_the_span_chooses_the_bins(days: list[datetime.date], unit: str, width: int, breaks: int) -> None:
    bins = bins_of(days)
    assert bins.unit == unit
    if width is not None:
        assert (bins.width, len(bins.breaks)) == (width, breaks)
        assert bins.width <= MOST_COLUMNS
    shown = {column.number for column in bins.columns if not column.is_break}
    assert {number_of(bins.unit, each) for each in days} <= shown
    # Nothing is left out in silence: bins and breaks follow each other from the first to the last.
    for one, other in pairwise(bins.columns):
        assert one.number + one.length == other.number


@pytest.mark.parametrize(
    ("unit", "words"),
    [
        ("day", "9 September 2024"),
        ("month", "September 2024"),
        ("quarter", "July–September 2024"),
        ("year", "2024"),
        ("decade", "the 2020s"),
    ],
)
def test_bins_have_names(unit, words: str) -> None:
    assert unit_in_words(unit, number_of(unit, day("2024-09-09"))) == words


@pytest.mark.parametrize(
    "days",
    [
        [day("2024-09-09")],
        every(1, "2024-09-01", "2024-10-30"),
        every(7, "2020-01-01", "2024-12-31"),
        [day("2018-08-06"), *every(20, "2024-03-01", "2026-11-30")],
        [day("1998-08-06"), day("2018-08-06"), *every(20, "2024-03-01", "2026-11-30")],
        every(30, "1990-01-01", "2024-12-31"),
    ],
)
def test_labels_have_room_on_narrow_and_wide_screens(days: list[datetime.date]) -> None:
    labels = axis_of(bins_of(days)).labels
    always = [float(label.x[:-1]) for label in labels if not label.optional]
    shown = [float(label.x[:-1]) for label in labels]
    assert always
    assert shown == sorted(shown)
    assert all(right - left >= 34 for left, right in pairwise(always))
    assert all(right - left >= 10 for left, right in pairwise(shown))


def test_a_broken_axis_is_told_in_words() -> None:
    assert not breaks_in_words(bins_of(every(30, "2024-01-01", "2024-12-31")))
    broken = bins_of([day("2018-08-06"), *every(20, "2024-03-01", "2026-11-30")])
    assert breaks_in_words(broken) == (
        "No article is dated from September 2018 to February 2024: there the axis is broken."
    )


@pytest.mark.parametrize(("most", "figures"), [(1, "1"), (3, "1 2 3"), (7, "2 4 6"), (129, "50 100"), (14, "5 10")])
def test_lines_stand_at_round_figures(most: int, figures: str) -> None:
    assert " ".join(line.text for line in grid_of(most, 112)) == figures


def test_plots_add_up_to_what_is_said() -> None:
    view = views(CROWD)["timeline/"]
    quotations = sum(len(entry.utterances) for entry in CROWD.entries)
    assert view.total is not None
    assert view.articles is not None
    assert (view.total.figure, view.articles.figure) == (f"{quotations:,}", "300")
    assert sum(int(stem.words.split(": ")[1].split()[0]) for stem in view.total.stems) == quotations
    assert sum(int(line.note.split()[0]) for line in view.figures) == quotations
    assert len(view.people) == 12
    for line in view.people:
        id_ = line.name.href.removesuffix("/").rsplit("/", 1)[1]
        assert int(line.figure) == len(CROWD.said[id_])
        assert sum(int(stem.words.split(": ")[1].split()[0]) for stem in line.stems) == int(line.figure)
        assert all(0 <= stem.y < line.height for stem in line.stems)


def test_every_article_stands_on_the_page_of_its_year_and_the_newest_on_the_first() -> None:
    found = views(CROWD)
    listed = {
        path: [line.title.title_of for year in view.by_year for month in year.months for line in month.articles]
        for path, view in found.items()
    }
    order = [entry.record.reading.article.id for entry in CROWD.entries]
    assert listed.pop("timeline/") == order[:NEWEST]
    assert [id_ for ids in listed.values() for id_ in ids] == order
    assert all(len(ids) <= ON_A_PAGE for ids in listed.values())
    assert [year.text for year in found["timeline/"].years] == ["2024", "2023", "2022", "2021", "2020", "2019"]
    assert [month.id for month in found["timeline/2024/"].by_year[0].months][:2] == ["m2024-06", "m2024-05"]


def test_a_long_year_goes_on() -> None:
    found = views(crowd(10, articles=ON_A_PAGE + 1, quotations=1, days=100))
    assert list(found) == ["timeline/", "timeline/2019/", "timeline/2019/page-2/"]
    first, second = found["timeline/2019/"], found["timeline/2019/page-2/"]
    assert first.axis is not None
    assert second.axis is None
    assert second.pager is not None
    assert second.pager.previous.endswith("/timeline/2019/")
    # A part of a month is headed by the size of the whole.
    month = second.by_year[0].months[0]
    assert len(month.articles) == 1
    months = {month.id: month.note for month in first.by_year[0].months}
    assert month.note == months[month.id]
    assert not month.note.startswith("1 ")


def test_articles_without_a_date_are_named_apart() -> None:
    found = views(catalogue(site(harbour(), nested())))
    assert list(found) == ["timeline/", "timeline/2024/", "timeline/undated/"]
    view = found["timeline/"]
    assert view.lede == "2 articles with 8 quotations, 9 September 2024; 1 without a date."
    assert [(year.text, year.note) for year in view.years] == [
        ("2024", "1 article, 7 quotations"),
        ("Without a date", "1 article, 1 quotation"),
    ]
    assert view.total is not None
    assert view.total.figure == "7"
    assert found["timeline/undated/"].axis is None
    line = found["timeline/2024/"].by_year[0].months[0].articles[0]
    assert [(link.text, link.note) for link in line.speakers] == [
        ("Clara Wetherby", "3"),
        ("Edgar Pendrake", "2"),
        ("Harbour Board", "1"),
    ]


def test_without_articles_nothing_is_drawn() -> None:
    empty: Site = replace(site(harbour()), readings=())
    found = views(catalogue(empty))
    assert list(found) == ["timeline/"]
    assert found["timeline/"].axis is None
    assert found["timeline/"].lede == "There are no articles yet."
