"""Former addresses of quotations: where they lead, what is said of those that are gone, and which pages there are."""

import datetime
from dataclasses import replace

import pytest

from sitegen.compose import published_quotes, recipes
from sitegen.compose.catalogue import catalogue
from sitegen.model.fates import Edited, Fates, Gone
from sitegen.model.relations import Family, Relations, Version
from sitegen.model.site import Site
from sitegen.model.view import AboutView, ArticleView, Page
from sitegen.model.view_former import CorrectionsView, DepartedView, RedirectView
from sitegen.model.view_lists import QuotesView
from sitegen.model.view_quotations import QuoteView
from sitegen.render import Theme
from sitegen.render.markup import marked
from sitegen.shell.theme import read_theme
from tests.compose.sites import FILES, harbour, nested, site

MAY, JUNE = datetime.date(2026, 5, 1), datetime.date(2026, 6, 1)
FATES = Fates(
    (
        Edited("q-1", "2024/berth", ("q-old", "q-older"), ("q-old",), MAY),
        Edited("q-8", "notes", ("q-away",), (), None),
    ),
    (Gone("q-gone", "notes", JUNE), Gone("q-lost", "secret/draft", None, ("q-late", "q-later"))),
)
BERTH = "articles/2024/berth/index.html"


def pages(fates: Fates, made: Site | None = None, had_page: frozenset[str] = frozenset()) -> dict[str, Page]:
    return {recipe.path: recipe.page() for recipe in recipes(catalogue(made or site(), had_page=had_page), fates)}


@pytest.fixture(scope="module")
def made() -> dict[str, Page]:
    return pages(FATES)


def test_a_former_address_leads_on(made: dict[str, Page]) -> None:
    view = made["quotes/q-older/index.html"].view
    assert isinstance(view, RedirectView)
    assert (view.target.href, view.target.excerpt_of) == ("../../quotes/q-1/", "q-1")
    assert view.frame.noindex
    assert view.frame.canonical == "https://example.org/repo/quotes/q-1/"


def test_where_a_quotation_has_no_page_its_former_address_leads_into_the_article() -> None:
    view = pages(FATES, site(pages="none"))["quotes/q-older/index.html"].view
    assert isinstance(view, RedirectView)
    assert view.target.href == "../../articles/2024/berth/#q-1"
    assert view.frame.canonical == "https://example.org/repo/articles/2024/berth/"


def test_former_anchors_of_the_article_stay(made: dict[str, Page]) -> None:
    view = made[BERTH].view
    assert isinstance(view, ArticleView)
    html = "".join(marked(block.text) for block in view.blocks)
    for id_ in ("q-old", "q-1"):
        assert html.count(f'id="{id_}"') == 1
    assert "q-older" not in html
    assert "q-away" not in html
    assert 'data-quote="q-old"' not in html


def test_former_ids_are_part_of_what_an_articles_page_is_made_from() -> None:
    index = catalogue(site())
    before, after = ({r.path: r.key() for r in recipes(index, fates)} for fates in (replace(FATES, edited=()), FATES))
    assert {path for path in before if before[path] != after[path] and path.startswith("articles/")} == {BERTH}


def test_what_is_gone_says_so_and_no_more(made: dict[str, Page]) -> None:
    views = [made[f"quotes/{id_}/index.html"].view for id_ in ("q-gone", "q-lost", "q-later")]
    gone, lost, later = views
    assert isinstance(later, DepartedView)
    assert later.address == "q-later"
    assert isinstance(gone, DepartedView)
    assert isinstance(lost, DepartedView)
    assert gone.heading == "This quotation is no longer on this site"
    assert (gone.day.iso, gone.article.href) == ("2026-06-01", "../../articles/notes/")
    assert (lost.day.iso, lost.article.text, lost.article.href) == ("", "", "")
    assert gone.frame.noindex
    assert lost.corrections.href == "../../corrections/"
    assert "secret" not in repr(lost)


def test_corrections_list_all_the_newest_first(made: dict[str, Page]) -> None:
    view = made["corrections/index.html"].view
    assert isinstance(view, CorrectionsView)
    told = [(c.what, c.day.iso, c.quotation.href, tuple(former.text for former in c.former)) for c in view.corrections]
    assert told == [
        ("taken out", "2026-06-01", "../quotes/q-gone/", ()),
        ("edited", "2026-05-01", "../quotes/q-1/", ("q-old", "q-older")),
        ("moved", "", "../quotes/q-8/", ("q-away",)),
        ("taken out", "", "../quotes/q-lost/", ("q-late", "q-later")),
    ]
    assert [[former.href for former in line.former] for line in view.corrections[1:]] == [
        ["", ""],
        [""],
        ["../quotes/q-late/", "../quotes/q-later/"],
    ]
    assert view.lede.startswith("Since they were published, 2 quotations were edited or moved, and 2 were taken out.")
    assert not view.pager.steps


def test_corrections_stand_at_the_foot_of_every_page(made: dict[str, Page]) -> None:
    for path, page in made.items():
        if not isinstance(page.view, FILES):
            assert "Corrections" in [link.text for link in page.view.frame.foot], path  # type: ignore[union-attr]
    about = made["about/index.html"].view
    assert isinstance(about, AboutView)
    assert about.corrections.href == "../corrections/"


def test_where_nothing_was_corrected_there_is_no_such_page() -> None:
    made = pages(Fates())
    assert "corrections/index.html" not in made
    about = made["about/index.html"].view
    assert isinstance(about, AboutView)
    assert not about.corrections.href
    assert "Corrections" not in [link.text for link in about.frame.foot]


def test_long_chains_are_one_line_and_long_lists_several_pages() -> None:
    chain = tuple(f"q-c{number}" for number in range(9))
    gone = tuple(Gone(f"q-g{number}") for number in range(120))
    made = pages(Fates((Edited("q-1", "2024/berth", chain, chain, MAY),), gone))
    first, second = made["corrections/index.html"].view, made["corrections/page-2/index.html"].view
    assert isinstance(first, CorrectionsView)
    assert isinstance(second, CorrectionsView)
    assert tuple(former.text for former in first.corrections[0].former) == chain[-4:]
    assert first.corrections[0].more == "and 5 before"
    assert (len(first.corrections), len(second.corrections)) == (100, 21)
    assert first.pager.next == "../corrections/page-2/"


def test_titles_and_descriptions_are_unique(made: dict[str, Page]) -> None:
    frames = [page.view.frame for page in made.values() if not isinstance(page.view, FILES)]  # type: ignore[union-attr]
    assert len({frame.title for frame in frames}) == len(frames)
    assert len({frame.description for frame in frames}) == len(frames)


def test_pages_are_rendered(made: dict[str, Page], tmp_path) -> None:
    files = read_theme(tmp_path)
    theme = Theme(files.templates, files.overrides)
    html = theme.render(made["corrections/index.html"])
    assert "was <code>q-old</code>, <code>q-older</code>" in html
    assert '<p class="meta"></p>' not in html
    assert "was taken out on <time" in theme.render(made["quotes/q-gone/index.html"])
    assert "was taken out since." in theme.render(made["quotes/q-lost/index.html"])
    assert 'content="0; url=../../quotes/q-1/"' in theme.render(made["quotes/q-old/index.html"])


def test_a_head_of_the_sites_own_leaves_what_the_page_needs(made: dict[str, Page], tmp_path) -> None:
    files = read_theme(tmp_path)
    own = '{% extends "shipped/NAME" %}{% block head %}<!-- my own -->{% endblock %}'
    theme = Theme(files.templates, {name: own.replace("NAME", name) for name in ("redirect.html", "article.html")})
    for path, needed in (("quotes/q-old/index.html", 'http-equiv="refresh"'), (BERTH, "annotations.jsonld")):
        html = theme.render(made[path])
        assert "<!-- my own -->" in html
        assert needed in html.partition("<!-- my own -->")[0]


# Which quotations have a page of their own.


def own_pages(made: dict[str, Page]) -> set[str]:
    return {page.view.line.words.quote for page in made.values() if isinstance(page.view, QuoteView)}


ALL = {f"q-{number}" for number in range(1, 9)}


TOGETHER = Family((Version("q-2", 0, 1), Version("q-7", 0, 1)))


@pytest.mark.parametrize(
    ("wish", "had", "most", "expected"),
    [
        ("auto", set(), 8, ALL),
        ("all", set(), 1, ALL),
        ("none", set(), 8, set()),
        # What a person has looked at, and what has several versions.
        ("auto", set(), 7, {"q-2", "q-3", "q-7"}),
        ("auto", {"q-5", "q-99"}, 7, {"q-2", "q-3", "q-5", "q-7"}),
        ("none", {"q-5"}, 8, {"q-5"}),
    ],
)
def test_which_quotations_have_a_page(wish, had, most, expected, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sitegen.compose.paged_quotes.MOST", most)
    one = replace(site(pages=wish), relations=Relations({"q-2": TOGETHER, "q-7": TOGETHER}))
    made = pages(Fates(), one, frozenset(had))
    assert own_pages(made) == expected
    index = catalogue(one, had_page=frozenset(had))
    assert {quote.id for quote in published_quotes(index) if quote.page} == expected
    listed = made["quotes/index.html"].view
    assert isinstance(listed, QuotesView)
    for line in listed.quotes:
        at = f"../quotes/{line.words.quote}/" if line.words.quote in expected else line.place.href
        assert line.disc.href == at


def test_a_site_that_grows_large_keeps_its_pages_as_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """What was published with a page keeps it, so no article's page is made anew."""
    before = [entry.record.digest for entry in catalogue(site(harbour(), nested())).entries]
    monkeypatch.setattr("sitegen.compose.paged_quotes.MOST", 1)
    after = catalogue(site(harbour(), nested()), had_page=frozenset(ALL))
    assert [entry.record.digest for entry in after.entries] == before
