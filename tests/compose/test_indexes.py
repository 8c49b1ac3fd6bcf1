"""Indexes: where names stand, how lists are cut and narrowed, and what a change moves."""

from dataclasses import replace

import pytest

from sitegen.compose import article_lists, compose, directory, quote_lists
from sitegen.compose.author_names import author_slugs
from sitegen.compose.letters import position_of
from sitegen.model.article import NamedPerson
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.mention import Kind
from sitegen.model.site import Reading, Site
from sitegen.model.view import ArticleView
from sitegen.model.view_lists import ArticlesView, DirectoryView, QuotesView
from tests.compose.sites import site
from tests.relate.readings import ENTITIES, reading

CYRILLIC = "Анна Жукова"


@pytest.mark.parametrize(
    ("kind", "name", "letter"),
    [
        ("person", "Liesbet van der Straal", "S"),
        ("person", "Walter Grice Jr.", "G"),
        ("person", "Łukasz Żak", "Z"),
        ("person", "Halldór Þórðarson", "T"),
        ("person", "50 Cent", "C"),
        ("person", CYRILLIC, "Ж"),
        ("person", "Йосип Йовков", "И"),
        ("person", "Άννα Έλλη", "Ε"),
        ("person", "דנה אור", "א"),
        ("person", "سلمى العلي", "ع"),
        ("person", "أحمد أمين", "ا"),
        ("person", "김민준", "ㄱ"),
        ("person", "ガルシア", "か"),
        ("person", "山田 太郎", "山"),
        ("organisation", "The Estuary Wire", "E"),
        ("organisation", "3rd Harbour Company", "#"),
        ("organisation", "“Friends” of the Light", "F"),
        (None, "the harbour", "T"),
        (None, "🌊", "#"),
    ],
)
def test_a_name_stands_under_a_letter_of_its_own_script(kind: Kind | None, name: str, letter: str) -> None:
    assert position_of(kind, name).letter == letter


def test_scripts_follow_each_other_and_what_has_no_letter_comes_last() -> None:
    names = ["山田 太郎", "3M", "김민준", CYRILLIC, "Zoe Zed", "سلمى العلي", "דנה אור", "Ann Lee", "Άννα Έλλη"]
    order = sorted(names, key=lambda name: position_of("person", name))
    assert order == ["Ann Lee", "Zoe Zed", "Άννα Έλλη", CYRILLIC, "דנה אור", "سلمى العلي", "김민준", "山田 太郎", "3M"]


def named(*names: str) -> Site:
    """Return a site in which people of these names are listed by an author."""
    entities = tuple(Entity(f"p-{number}", "person", name) for number, name in enumerate(names))
    made = reading("a", [])
    article = replace(made.article, people=tuple(NamedPerson(entity.name, entity.id) for entity in entities))
    return replace(site(replace(made, article=article)), entities=(*ENTITIES, *entities), pages=())


def views(made: Site) -> dict[str, object]:
    return {recipe.path.removesuffix("index.html"): recipe.page().view for recipe in compose(made)}


def keys(made: Site) -> dict[str, str]:
    return {recipe.path.removesuffix("index.html"): recipe.key() for recipe in compose(made)}


def letters_of(view: object) -> list[tuple[str, list[str]]]:
    assert isinstance(view, DirectoryView)
    return [(group.letter, [line.name.text for line in group.names]) for group in view.groups]


PEOPLE = ("Ann Abel", "Bo Bell", "Cy Bell", "Di Cole", "Ed Dunn", "Flo Dunn", "Gil Dunn", CYRILLIC)


def test_a_long_index_is_cut_between_letters_and_each_leads_to_its_page(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "NAMES_ON_A_PAGE", 3)
    pages = views(named(*PEOPLE))
    assert letters_of(pages["people/"]) == [("A", ["Ann Abel"]), ("B", ["Bo Bell", "Cy Bell"])]
    assert letters_of(pages["people/page-2/"]) == [("C", ["Di Cole"])]
    assert letters_of(pages["people/page-3/"]) == [("D", ["Ed Dunn", "Flo Dunn", "Gil Dunn"])]
    assert letters_of(pages["people/page-4/"]) == [("Ж", [CYRILLIC])]
    third = pages["people/page-3/"]
    assert isinstance(third, DirectoryView)
    assert [(link.text, link.href) for link in third.jumps] == [
        ("A", "../../people/#letter-a"),
        ("B", "../../people/#letter-b"),
        ("C", "../../people/page-2/#letter-c"),
        ("D", "#letter-d"),
        ("Ж", "../../people/page-4/#letter-%D0%B6"),
    ]
    assert [group.id for group in third.groups] == ["letter-d"]
    assert third.heading == "People, D"
    first = pages["people/"]
    assert isinstance(first, DirectoryView)
    assert first.lede == "8 people, none of them quoted. The figures: quotations / articles. This page: A to B."


def test_a_letter_of_many_names_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "NAMES_ON_A_PAGE", 2)
    pages = views(named("Ed Dunn", "Flo Dunn", "Gil Dunn"))
    assert letters_of(pages["people/page-2/"]) == [("D, continued", ["Gil Dunn"])]
    second = pages["people/page-2/"]
    assert isinstance(second, DirectoryView)
    assert [group.id for group in second.groups] == [""]


def test_a_new_name_changes_its_own_page_and_the_first_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(directory, "NAMES_ON_A_PAGE", 5)
    before, after = keys(named(*PEOPLE)), keys(named(*PEOPLE, "Hal Cole"))
    changed = {path for path in before if path.startswith("people/page") and before[path] != after[path]}
    assert "people/page-2/" in before
    assert letters_of(views(named(*PEOPLE))["people/page-2/"])[0][0] == "D"
    assert changed == set()
    assert before["people/"] != after["people/"]


def by(made: Reading, *authors: str, tags: tuple[str, ...] = ()) -> Reading:
    return replace(made, article=replace(made.article, authors=authors, tags=tags))


def test_spellings_of_one_author_differ_in_case_and_accents_alone() -> None:
    slugs = author_slugs(["Zoë Lee", "ZOE  LEE", "J. Lee", "J Lee", "██ Lee", "…", "Жуков", "Zhukov"])
    assert slugs["zoe lee"] == "zoe-lee"
    assert len(set(slugs.values())) == len(slugs) == 5
    assert {"j-lee", "zhukov"} <= set(slugs.values())


def test_an_author_has_a_page_that_the_byline_leads_to() -> None:
    one, two = reading("one", [], "2026-01-01"), reading("two", [], "2025-01-01")
    pages = views(replace(site(by(one, "Zoë Lee"), by(two, "ZOE LEE", "Bo Bell")), entities=ENTITIES))
    listed = pages["authors/zoe-lee/"]
    assert isinstance(listed, ArticlesView)
    assert listed.heading == "Zoë Lee"
    assert [line.title.text for year in listed.years for month in year.months for line in month.articles] == [
        "Article one",
        "Article two",
    ]
    article = pages["articles/two/"]
    assert isinstance(article, ArticleView)
    assert [(link.text, link.href) for link in article.authors] == [
        ("ZOE LEE", "../../authors/zoe-lee/"),
        ("Bo Bell", "../../authors/bo-bell/"),
    ]
    assert letters_of(pages["authors/"]) == [("B", ["Bo Bell"]), ("L", ["Zoë Lee"])]


def test_an_author_is_a_person_of_the_site_by_record_alone() -> None:
    said = [("ann", "It rains")]
    ann, tom = ENTITIES[0], ENTITIES[2]
    record = AuthorityRecord("ann", "content/people/ann.md", "person", "Ann Lee", ("Annie Lee",))
    known = replace(ann, record=record)

    def beyond(author: str, *entities: Entity) -> list[str]:
        pages = views(replace(site(by(reading("one", said), author)), entities=(*entities, *ENTITIES[1:])))
        folder = f"authors/{author.lower().replace(' ', '-')}/"
        view = pages[folder]
        assert isinstance(view, ArticlesView)
        return [link.href for link in view.beyond]

    assert beyond("Ann Lee", ann) == []
    assert beyond("Ann Lee", known) == beyond("Annie Lee", known) == ["../../people/ann/"]
    # Somebody else has the name too.
    double = replace(tom, id="tom", name="Ann Lee")
    made = replace(
        site(by(reading("one", [*said, ("tom", "It snows")]), "Ann Lee")), entities=(known, ENTITIES[1], double)
    )
    view = views(made)["authors/ann-lee/"]
    assert isinstance(view, ArticlesView)
    assert view.beyond == ()


def test_articles_stand_under_years_and_months(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(article_lists, "ON_A_PAGE", 2)
    days = ["2026-03-02", "2026-03-01", "2026-01-09", "2025-12-31", "2025-12-30", ""]
    pages = views(replace(site(*(reading(f"a{n}", [], day) for n, day in enumerate(days))), entities=ENTITIES))

    def shown(folder: str) -> list[tuple[str, str, list[tuple[str, int]]]]:
        view = pages[folder]
        assert isinstance(view, ArticlesView)
        return [(y.heading, y.id, [(m.heading, len(m.articles)) for m in y.months]) for y in view.years]

    assert shown("articles/") == [("2026", "year-2026", [("March", 2)])]
    assert shown("articles/page-2/") == [
        ("2026, continued", "", [("January", 1)]),
        ("2025", "year-2025", [("December", 1)]),
    ]
    assert shown("articles/page-3/") == [
        ("2025, continued", "", [("December", 1)]),
        ("Undated", "year-undated", [("", 1)]),
    ]
    third = pages["articles/page-3/"]
    assert isinstance(third, ArticlesView)
    assert [(link.text, link.href) for link in third.jumps] == [
        ("2026", "../../articles/#year-2026"),
        ("2025", "../../articles/page-2/#year-2025"),
        ("Undated", "#year-undated"),
    ]
    ledes = [pages[f"articles/{page}"].lede for page in ("", "page-2/", "page-3/")]  # type: ignore[attr-defined]
    assert ledes == [
        "6 articles, newest first. This page: March 2026.",
        "December 2025 to January 2026.",
        "December 2025, and undated.",
    ]


def test_a_tag_says_who_is_quoted_most() -> None:
    said = [("ann", "It rains"), ("ann", "It snows"), ("tom", "It does not")]
    made = replace(site(by(reading("one", said), tags=("Weather",))), entities=ENTITIES)
    pages = views(made)
    view = pages["tags/weather/"]
    assert isinstance(view, ArticlesView)
    assert [(share.name.text, share.figure) for share in view.speakers] == [("Ann Lee", "2"), ("Tom Reed", "1")]
    assert [link.href for link in view.beyond] == ["../../compare/weather/"]
    tags = pages["tags/"]
    assert isinstance(tags, DirectoryView)
    assert [figure.number for figure in tags.groups[0].names[0].figures] == ["3", "1"]


def spoken() -> Site:
    """Return a site of two years and an undated article; one quotation is mixed, one has a speaker without a page."""
    new = reading("new", [("ann", "It rains"), ("", "It snows")], "2026-05-01")
    old = reading("old", [("tom", "It did rain"), ("ann", "It did snow")], "2025-05-01")
    mixed = replace(old.analysis.quotes[0], kind="mixed")
    old = replace(old, analysis=replace(old.analysis, quotes=(mixed, old.analysis.quotes[1])))
    return replace(site(new, old, reading("ever", [("board", "It hails")], "")), entities=ENTITIES, pages=())


def quotes(view: object) -> list[str]:
    assert isinstance(view, QuotesView)
    return [line.words.quote for line in view.quotes]


def choices(view: object) -> dict[str, list[tuple[str, str, str, str]]]:
    assert isinstance(view, QuotesView)
    return {row.label: [(c.text, c.href, c.note, c.current) for c in row.choices] for row in view.filters}


def test_quotations_are_narrowed_by_year_and_kind() -> None:
    pages = views(spoken())
    assert quotes(pages["quotes/"]) == ["q-new-0", "q-new-1", "q-old-0", "q-old-1", "q-ever-0"]
    assert quotes(pages["quotes/year/2025/"]) == ["q-old-0", "q-old-1"]
    assert quotes(pages["quotes/year/2025/mixed/"]) == ["q-old-0"]
    assert quotes(pages["quotes/year/undated/"]) == ["q-ever-0"]
    assert quotes(pages["quotes/kind/mixed/"]) == ["q-old-0"]
    assert "quotes/year/2026/mixed/" not in pages
    assert choices(pages["quotes/year/2025/mixed/"]) == {
        "Year": [
            ("all", "../../../../quotes/kind/mixed/", "", ""),
            ("2025", "./", "1", "page"),
        ],
        "Kind": [
            ("all", "../../../../quotes/year/2025/", "", ""),
            ("direct", "../../../../quotes/year/2025/direct/", "1", ""),
            ("partly in marks", "./", "1", "page"),
        ],
        "Speaker": [
            ("by name", "../../../../quotes/by/", "", ""),
            ("unknown", "../../../../quotes/by/unknown/", "1", ""),
        ],
    }


def test_what_would_leave_everything_is_no_filter() -> None:
    made = replace(site(reading("one", [("ann", "It rains"), ("tom", "It snows")])), entities=ENTITIES)
    pages = views(made)
    assert choices(pages["quotes/"]) == {"Speaker": [("by name", "../quotes/by/", "", "")]}
    assert not [path for path in pages if path.startswith(("quotes/year/", "quotes/kind/", "quotes/status/"))]


def test_quotations_by_speaker_lead_to_the_speakers_own_page() -> None:
    pages = views(spoken())
    index = pages["quotes/by/"]
    assert isinstance(index, DirectoryView)
    lines = [(line.name.text, line.name.href, line.figures[0].number) for group in index.groups for line in group.names]
    assert lines == [
        ("Harbour Board", "../../organisations/board/#quotations", "1"),
        ("Ann Lee", "../../people/ann/#quotations", "2"),
        ("Tom Reed", "../../people/tom/#quotations", "1"),
    ]
    assert [(link.href, link.note) for link in index.beyond] == [("../../quotes/by/unknown/", "1")]
    assert quotes(pages["quotes/by/unknown/"]) == ["q-new-1"]


def test_the_desk_finds_quotations_by_status() -> None:
    made = spoken()
    first = made.readings[0]
    one, two = first.analysis.quotes
    checked = replace(one, attribution=replace(one.attribution, status="confirmed"))
    first = replace(first, analysis=replace(first.analysis, quotes=(checked, two)))
    pages = views(replace(made, readings=(first, *made.readings[1:])))
    assert quotes(pages["quotes/status/confirmed/"]) == ["q-new-0"]
    assert [c[0] for c in choices(pages["quotes/"])["Status"]] == ["machine", "confirmed"]


def test_a_list_across_the_years_ends_where_the_years_go_on(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quote_lists, "MOST_ACROSS", 2)
    monkeypatch.setattr(quote_lists, "ON_A_PAGE", 1)
    pages = views(spoken())
    assert "quotes/page-2/" in pages
    assert "quotes/page-3/" not in pages
    first = pages["quotes/"]
    assert isinstance(first, QuotesView)
    assert first.lede.endswith("Here are the newest 2; older ones stand in the lists of their years.")
    in_years = {
        id_ for path, view in pages.items() if path.startswith("quotes/year/") for id_ in quotes(view)
    }  # fmt: skip
    assert in_years == {"q-new-0", "q-new-1", "q-old-0", "q-old-1", "q-ever-0"}


def test_another_quotation_of_one_year_moves_no_page_of_another(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quote_lists, "ON_A_PAGE", 1)
    before = spoken()
    more = reading("more", [("ann", "It pours")], "2026-06-01")
    after = replace(before, readings=(more, *before.readings))
    one, two = keys(before), keys(after)
    assert one["quotes/year/2025/page-2/"] == two["quotes/year/2025/page-2/"]
    # The first page of a list says how many there are of others.
    assert one["quotes/year/2025/"] != two["quotes/year/2025/"]


def test_titles_and_descriptions_of_all_lists_are_unique(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quote_lists, "ON_A_PAGE", 1)
    monkeypatch.setattr(article_lists, "ON_A_PAGE", 1)
    monkeypatch.setattr(directory, "NAMES_ON_A_PAGE", 1)
    made = spoken()
    tagged = tuple(by(each, "Zoë Lee", "Bo Bell", tags=("Weather", "Quotations")) for each in made.readings)
    frames = [recipe.framing for recipe in compose(replace(made, readings=tagged)) if recipe.framing.title]
    assert len({frame.title for frame in frames}) == len(frames)
    assert len({frame.description for frame in frames}) == len(frames)
    # None had to be told apart by its folder.
    assert not [frame.title for frame in frames if frame.title.endswith("/)")]
