"""When somebody spoke, as a picture: what stands where, and the same in words."""

import datetime
import re
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.compose import compose
from sitegen.compose.chronicle import MOST_STEMS
from sitegen.compose.chronicle_axis import NARROWEST, AxisMark, readable, spread, ticks
from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.entity import Entity
from sitegen.model.mention import Cluster, Mention
from sitegen.model.quote import Attribution, Quote, Voice
from sitegen.model.site import Reading
from sitegen.model.span import Span
from sitegen.model.view import EntityView
from sitegen.model.view_chronicle import Chronicle
from tests.compose.sites import paragraphs, site, span

LEE = Entity("ann-lee", "person", "Ann Lee", ("Ann Lee",))
DAY = datetime.date


def reading(number: int, date: datetime.date | None, *lengths: int, status: str = "machine") -> Reading:
    """Return an article in which Ann Lee says as many words at a time as ``lengths`` say."""
    said = [" ".join(f"w{number}x{count}x{word}" for word in range(length)) for count, length in enumerate(lengths)]
    text = "Ann Lee spoke.\n" + "\n".join(f'"{words}," Ann Lee said.' for words in said)
    mention = Mention(Span(0, 7), "name", "person", 0)
    quotes = tuple(
        Quote(
            f"q-{number}-{count}",
            "direct",
            (span(text, words),),
            (span(text, words),),
            Attribution("cue.after", 0.9, Voice(Span(0, 7), "name", "person", 0), status=status),  # type: ignore[arg-type]
        )
        for count, words in enumerate(said)
    )
    article = Article(
        id=f"a{number}", path=f"content/a{number}.md", title=f"T{number}", text=text, blocks=paragraphs(text), date=date
    )
    analysis = Analysis((Cluster("Ann Lee", "person", ("Ann Lee",)),), (mention,), quotes)
    return Reading(article, analysis, ("ann-lee",))


def pages(*readings: Reading) -> list[EntityView]:
    """Return the pages of Ann Lee, the newest article first in the lists."""
    made = (
        recipe.page()
        for recipe in compose(replace(site(*readings), entities=(LEE,), pages=()))
        if "people/ann-lee" in recipe.path
    )
    return [page.view for page in made if isinstance(page.view, EntityView)]


def picture(*readings: Reading) -> Chronicle:
    found = pages(*readings)[0].chronicle
    assert found is not None
    return found


def heights(chronicle: Chronicle) -> list[int]:
    return [stem.height for day in chronicle.days for stem in day.stems]


def test_a_stem_is_as_tall_as_its_words_are_many_and_leads_to_the_list() -> None:
    drawn = picture(reading(1, DAY(2024, 5, 6), 40, 10), reading(2, DAY(2022, 1, 2), 20, status="confirmed"))
    assert [[stem.status for stem in day.stems] for day in drawn.days] == [["confirmed"], ["machine", "machine"]]
    assert heights(drawn) == [40, 80, 20]
    assert [stem.href for day in drawn.days for stem in day.stems] == [
        "#q-2-0",
        "#q-1-0",
        "#q-1-1",
    ]
    assert [level.label for level in drawn.levels] == ["20", "40 words"]
    assert drawn.gist == "3 quotations on 2 days, from 2 January 2022 to 6 May 2024. The longest has 40 words."
    assert [tick.label for tick in drawn.ticks] == ["2022", "2023", "2024"]
    assert [status.term for status in drawn.statuses] == ["machine", "confirmed"]
    # Of three years: the first days, and a third of the last one.
    assert float(drawn.days[0].x) == pytest.approx(4, abs=2)
    assert float(drawn.days[1].x) == pytest.approx(78, abs=2)


def test_one_quotation_and_one_day_take_no_more_room_than_they_need() -> None:
    one = picture(reading(1, DAY(2024, 5, 6), 7))
    assert one.gist == "One quotation, of 6 May 2024: 7 words."
    assert [tick.label for tick in one.ticks] == ["6 May 2024"]
    day = picture(reading(1, DAY(2024, 5, 6), 7, 8, 9))
    assert day.gist == "3 quotations, all of 6 May 2024. The longest has 9 words."
    assert int(one.width) < int(day.width) < NARROWEST
    assert [float(stem.shift) for stem in day.days[0].stems] == [10, 18, 26]


def test_what_is_undated_is_told_in_words() -> None:
    drawn = picture(reading(1, DAY(2024, 5, 6), 7), reading(2, None, 3, 4))
    assert drawn.undated == "2 more are undated."
    assert len(heights(drawn)) == 1
    view = pages(reading(1, None, 3))[0]
    assert view.chronicle is None


def test_many_are_bars_of_the_shortest_time_that_has_room() -> None:
    start = DAY(2015, 1, 1)
    every = [
        reading(n, start + datetime.timedelta(30 * n), 5, status="confirmed" if n < 10 else "machine")
        for n in range(60)
    ]
    drawn = picture(*reversed(every))
    assert not drawn.days
    assert len(drawn.bars) == 20
    assert drawn.bars[0].words == "January–March 2015: 3 quotations, 3 checked by a person"
    assert drawn.bars[-1].checked == 0
    assert drawn.gist.startswith("60 quotations, from 1 January 2015 to ")
    assert drawn.key.startswith("A bar is a quarter of a year")
    # Where the first of each stands in the list, which begins with the newest.
    assert drawn.bars[-1].href == "#q-59-0"
    assert [tick.label for tick in drawn.ticks] == ["2015", "2016", "2017", "2018", "2019"]


@pytest.mark.parametrize(
    ("days", "unit"),
    [
        (1, "day"),
        (6, "week"),
        (30, "month"),
        (80, "quarter of a year"),
        (300, "year"),
        (3000, "decade"),
        (9000, "century"),
    ],
)
def test_bars_stand_for_ever_longer_times(days: int, unit: str) -> None:
    total = MOST_STEMS + 1
    step = datetime.timedelta(days)
    found = [reading(n, DAY(1250, 1, 1) + n * step, 5) for n in range(total)]
    drawn = picture(*reversed(found))
    assert drawn.key == f"A bar is a {unit}, as tall as its quotations are many."
    assert sum(int(re.search(r": (\d+) quotation", bar.words)[1]) for bar in drawn.bars) == total  # type: ignore[index]


def test_too_many_of_one_day_are_told_in_words_alone() -> None:
    drawn = picture(reading(1, DAY(2024, 5, 6), *range(1, MOST_STEMS + 3)))
    assert (drawn.days, drawn.bars) == ((), ())
    assert drawn.gist == f"{MOST_STEMS + 2} quotations, all of 6 May 2024."


def test_years_lead_to_their_first_quotation_on_whichever_page() -> None:
    found = [reading(n, DAY(2024 - n // 60, 6, 1), 5) for n in range(130)]
    first, second, *_ = pages(*found)
    assert [(link.text, link.href, link.note) for link in first.years] == [
        ("2024", "#q-0-0", "60"),
        ("2023", "#q-60-0", "60"),
        ("2022", "../../people/ann-lee/page-2/#q-120-0", "10"),
    ]
    assert second.years[0].href == "../../../people/ann-lee/#q-0-0"
    assert second.chronicle is None
    assert second.stretch == "101 to 130 of 130, from 1 June 2023 back to 1 June 2022"
    assert [(link.text, link.href, link.note) for link in first.sections] == [
        ("Quotations", "#quotations", ""),
        ("Where the name stands", "../../people/ann-lee/page-2/#named", "page 2"),
    ]


def test_a_page_depends_on_the_articles_that_it_shows() -> None:
    def keys(first: int, last: int) -> dict[str, str]:
        found = (reading(n, DAY(2024, 6, 1), {0: first, 129: last}.get(n, 5)) for n in range(130))
        made = compose(replace(site(*found), entities=(LEE,), pages=()))
        return {recipe.path.removeprefix("people/ann-lee/"): recipe.key() for recipe in made}

    before, first, last = keys(5, 5), keys(6, 5), keys(5, 6)
    # The picture on the first page shows those of all pages.
    assert len({each["index.html"] for each in (before, first, last)}) == 3
    assert before["page-3/index.html"] == first["page-3/index.html"]
    assert before["articles/a3/index.html"] == last["articles/a3/index.html"]


days = st.dates(DAY(1900, 1, 1), DAY(2030, 12, 31))


@given(st.lists(st.tuples(days, st.integers(1, 4)), min_size=1, max_size=12))
@settings(deadline=None)
def test_nothing_touches_anything_else_and_time_keeps_its_order(found: list[tuple[datetime.date, int]]) -> None:
    first, last = min(found)[0], max(found)[0]
    named, end = ticks(first, last)
    room = MOST_STEMS
    marks = [*named]
    for day, stems in sorted(dict(found).items()):
        if stems <= room:
            marks.append(AxisMark(day, 4 * stems))
            room -= stems
    marks.sort(key=lambda mark: mark.day)
    places = spread(marks, named[0].day, end)
    for (left, one), (right, two) in pairwise(zip(marks, places, strict=True)):
        assert two - one >= left.room + right.room - 1e-6
    assert places[0] - marks[0].room >= 0
    assert places[-1] + marks[-1].room <= NARROWEST
    labels = readable([(place, mark.label) for mark, place in zip(marks, places, strict=True) if mark.label])
    assert any(labels) or not named


def test_a_day_with_room_stands_where_it_belongs() -> None:
    start, end = DAY(2020, 1, 1), DAY(2022, 1, 1)
    places = spread([AxisMark(start, 1), AxisMark(DAY(2021, 1, 1), 4)], start, end)
    assert abs(places[1] - NARROWEST / 2) < 1
