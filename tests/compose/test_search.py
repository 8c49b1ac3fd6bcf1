"""What can be found, by what it is narrowed, and what the search page lists."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.compose import catalogue, compose, search_records
from sitegen.compose.search_text import on_one_line, places_on_line
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.search_record import BETWEEN, SearchRecord
from sitegen.model.settings import SearchSettings
from sitegen.model.site import Site
from sitegen.model.view import SearchView
from tests.compose.sites import site


def found(made: Site) -> dict[str, SearchRecord]:
    return {record.url: record for record in search_records(catalogue(made))}


@pytest.fixture(scope="module")
def records() -> dict[str, SearchRecord]:
    return found(site())


def changed(id_: str, change: Callable[[Entity], Entity]) -> Site:
    made = site()
    return replace(made, entities=tuple(change(each) if each.id == id_ else each for each in made.entities))


def kept_out(entity: Entity) -> Entity:
    record = entity.record or AuthorityRecord(entity.id, "x.md", entity.kind, entity.name)
    return replace(entity, record=replace(record, noindex=True))


def test_every_article_name_page_and_quotation_is_found(records: dict[str, SearchRecord]) -> None:
    assert {url for url in records if "#" not in url} == {
        "articles/2024/berth/",
        "articles/notes/",
        "people/clara-wetherby/",
        "people/edgar-pendrake/",
        "people/dana-or/",
        "people/wilf-brathe/",
        "organisations/harbour-board/",
        "pages/about/",
    }
    assert {url for url in records if "#" in url} == {
        *(f"articles/2024/berth/#q-{number}" for number in range(1, 8)),
        "articles/notes/#q-8",
    }


def test_a_quotation_is_its_own_words_in_its_place(records: dict[str, SearchRecord]) -> None:
    split = records["articles/2024/berth/#q-1"]
    assert split.text == "I have told the builders to start again, … We have written to Mr Pendrake twice."
    assert (split.kind, split.title, split.people) == ("Direct quotation", "Clara Wetherby", ("Clara Wetherby",))
    assert (split.day, split.year, split.has_page) == ("9 September 2024", "2024", True)
    assert split.article.startswith("Board lets pilots moor at Saltgate (")


@pytest.mark.parametrize(
    ("quote", "kind", "title", "people"),
    [
        ("2024/berth/#q-2", "Quotation partly in marks", "Clara Wetherby", ("Clara Wetherby",)),
        ("2024/berth/#q-4", "Reported quotation", "Harbour Board", ()),
        ("2024/berth/#q-5", "Direct quotation", "Unknown speaker", ()),
        ("notes/#q-8", "Reported quotation", "דנה אור", ("דנה אור",)),
    ],
)
def test_who_speaks(records: dict[str, SearchRecord], quote: str, kind: str, title: str, people: tuple[str]) -> None:
    record = records[f"articles/{quote}"]
    assert (record.kind, record.title, record.people) == (kind, title, people)


def test_an_article_is_its_text_and_whom_it_names(records: dict[str, SearchRecord]) -> None:
    berth = records["articles/2024/berth/"]
    assert berth.title == "Board lets pilots moor at Saltgate"
    assert berth.text.startswith('By Dora Quill "I have told the builders')
    assert berth.people == ("Clara Wetherby", "Edgar Pendrake", "Wilf Brathe")
    assert berth.by == "Portmere Packet"
    assert records["articles/notes/"].year == ""


def test_a_name_is_found_as_it_is_written_without_its_letters() -> None:
    made = found(changed("clara-wetherby", lambda entity: replace(entity, name="Łucja Kędzior")))
    assert "lucja kedzior" in made["people/clara-wetherby/"].names


def test_two_people_of_one_name_are_told_apart() -> None:
    made = found(changed("edgar-pendrake", lambda entity: replace(entity, name="Clara Wetherby")))
    assert made["people/edgar-pendrake/"].people == ("Clara Wetherby (edgar-pendrake)",)
    assert made["articles/2024/berth/#q-1"].people == ("Clara Wetherby (clara-wetherby)",)


def test_whom_search_engines_are_kept_from_is_not_found() -> None:
    made = found(changed("clara-wetherby", kept_out))
    assert "people/clara-wetherby/" not in made
    assert {record.title for url, record in made.items() if "#" in url} & {"Clara Wetherby"} == set()
    assert made["articles/2024/berth/"].people == ("Edgar Pendrake", "Wilf Brathe")
    assert "articles/2024/berth/#q-6" in made


def test_nothing_that_has_no_width() -> None:
    made = site()
    reading = made.readings[0]
    article = replace(reading.article, title="Board\u200b lets\n\x00pilots")
    record = found(replace(made, readings=(replace(reading, article=article), *made.readings[1:])))
    assert record[f"articles/{article.id}/"].title == "Board lets pilots"


def test_the_page_lists_what_there_is() -> None:
    page = next(recipe for recipe in compose(site()) if recipe.path == "search/index.html").page()
    assert isinstance(page.view, SearchView)
    shown = {each.title: [(part.text, part.href) for part in each.parts] for each in page.view.listings}
    assert shown["Organisations"] == [("Harbour Board", "../organisations/harbour-board/")]
    assert shown["Articles by year"] == [("2024", "../articles/#year-2024"), ("Undated", "../articles/#year-undated")]
    assert len(shown["People"]) == 4
    assert page.view.frame.search == ""


def test_of_many_names_the_page_lists_their_letters() -> None:
    made = site()
    known = {f"p-{number}": f"{chr(65 + number % 26)}da {chr(65 + number % 26)}ood{number}" for number in range(1200)}
    crowd = tuple(Entity(id_, "person", name, (name,)) for id_, name in known.items())
    reading = made.readings[0]
    article = replace(
        reading.article, people=tuple(replace(reading.article.people[0], name=each.name, id=each.id) for each in crowd)
    )
    crowded = replace(
        made,
        entities=tuple(sorted((*made.entities, *crowd), key=lambda each: each.id)),
        readings=(replace(reading, article=article), *made.readings[1:]),
    )
    page = next(recipe for recipe in compose(crowded) if recipe.path == "search/index.html").page()
    assert isinstance(page.view, SearchView)
    people = next(each for each in page.view.listings if each.title == "People")
    assert len(people.parts) < 40
    assert people.parts[0].href == "../people/#letter-a"
    assert people.parts[-1].href.startswith("../people/page-")


def with_search(wish: str, pages: str = "none") -> Site:
    made = site(pages=pages)
    return replace(made, settings=replace(made.settings, search=SearchSettings(wish)))


def quotations_of(made: Site) -> int:
    return sum("#" in url for url in found(made))


def alone_of(made: Site) -> str:
    page = next(recipe for recipe in compose(made) if recipe.path == "search/index.html").page()
    assert isinstance(page.view, SearchView)
    return page.view.alone


def test_quotations_without_a_page_are_found_by_themselves_where_the_site_wants_that() -> None:
    assert quotations_of(with_search("all")) == quotations_of(with_search("auto")) == 8
    assert quotations_of(with_search("pages")) == 0
    assert quotations_of(with_search("pages", pages="all")) == 8
    assert alone_of(with_search("auto")) == "each quotation by itself"
    assert alone_of(with_search("pages")) == "each quotation, by itself or in its article"


def test_a_large_site_finds_those_with_a_page_by_themselves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.compose.search.MOST", 7)
    assert quotations_of(with_search("auto")) == 0
    assert quotations_of(with_search("auto", pages="all")) == 8
    assert quotations_of(with_search("all")) == 8


def test_the_others_are_found_inside_their_article_word_for_word() -> None:
    alone, inside = found(with_search("all")), found(with_search("pages"))
    articles = [record for record in inside.values() if record.kind == "Article"]
    quotations = [(article, each) for article in articles for each in article.quotations]
    assert len(quotations) == 8
    for article, each in quotations:
        same = alone[f"{article.url}#{each.id}"]
        assert BETWEEN.join(article.text[start:end] for start, end in each.parts) == same.text
        assert (each.kind, each.speaker, each.lead, each.by) == (same.kind, same.title, same.lead, same.by)
        assert tuple(filter(None, (each.person,))) == same.people
        assert set(same.people) <= set(article.people)
    assert [record.quotations for record in alone.values()] == [()] * len(alone)


def test_what_has_a_page_is_not_found_twice() -> None:
    assert [
        record.quotations for record in found(with_search("pages", pages="all")).values() if record.quotations
    ] == []


def test_nothing_inside_an_article_is_said_by_whom_search_engines_are_kept_from() -> None:
    made = changed("clara-wetherby", kept_out)
    record = found(replace(made, settings=with_search("pages").settings))["articles/2024/berth/"]
    assert record.quotations
    assert "Clara Wetherby" not in {name for each in record.quotations for name in (each.speaker, each.person)}
    assert "Clara Wetherby" not in record.people


def test_a_headline_that_is_a_quotation_is_found_as_the_title() -> None:
    made = with_search("pages")
    reading = made.readings[0]
    words = reading.analysis.quotes[0].spans[0]
    headed = replace(
        made, readings=(replace(reading, article=replace(reading.article, headline=words)), *made.readings[1:])
    )
    record = found(headed)[f"articles/{reading.article.id}/"]
    assert reading.analysis.quotes[0].id not in {each.id for each in record.quotations}
    assert record.quotations


@given(st.text(alphabet="ab é\u200b\u00a0\n\t\x00😀", max_size=40), st.data())
def test_places_on_a_line_are_those_of_the_words(text: str, drawn: st.DataObject) -> None:
    begin = drawn.draw(st.integers(0, len(text)))
    offset = st.integers(begin, len(text))
    spans = [sorted(drawn.draw(st.tuples(offset, offset))) for _ in range(3)]
    starts, ends = places_on_line(text, begin, {cut for span in spans for cut in span})
    line = on_one_line(text[begin:])
    for start, end in spans:
        if words := on_one_line(text[start:end]):
            assert line[starts[start] : ends[end]].strip() == words
        if text[start:end].strip(" \n\t\xa0") == text[start:end] != "" and text[start] not in "\u200b\x00":
            assert line[starts[start] : ends[end]] == words
