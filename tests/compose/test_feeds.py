"""Feeds: what stands in them, in which order, under which ids, and what never does."""

import datetime
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest

from sitegen.compose import compose
from sitegen.model.entity import AuthorityRecord, Entity
from sitegen.model.site import Reading, Site
from sitegen.model.view import Page
from sitegen.model.view_feeds import FeedView
from sitegen.render import Theme
from sitegen.shell.theme import read_theme
from tests.compose.decided import MAY, annotated, applied, corrected
from tests.compose.sites import ENTITIES, harbour, nested, site

BASE = "https://example.org/repo/"
ATOM, XHTML = "{http://www.w3.org/2005/Atom}", "{http://www.w3.org/1999/xhtml}"
SITE, LEE, PENDRAKE = "feed.xml", "people/clara-wetherby/feed.xml", "people/edgar-pendrake/feed.xml"
BOARD = "organisations/harbour-board/feed.xml"


def pages(made: Site) -> dict[str, Page]:
    return {recipe.path: recipe.page() for recipe in compose(made)}


def feed(made: Site, path: str) -> FeedView:
    view = pages(made)[path].view
    assert isinstance(view, FeedView)
    return view


def feeds(made: Site) -> set[str]:
    return {path for path in pages(made) if path.endswith("feed.xml")}


def article(id_: str, date: datetime.date | None, **fields: Any) -> Reading:
    """Return the article of the harbour under another id, its quotations with ids of their own."""
    reading = harbour()
    quotes = tuple(replace(quote, id=f"{id_}-{quote.id}") for quote in reading.analysis.quotes)
    return replace(
        reading,
        article=replace(reading.article, id=id_, path=f"content/{id_}.md", date=date, **fields),
        analysis=replace(reading.analysis, quotes=quotes),
    )


def with_wetherby(made: Site, **fields: Any) -> Site:
    record = AuthorityRecord("clara-wetherby", "c.md", "person", "Clara Wetherby", **fields)
    others = [each for each in ENTITIES if each.id != record.id]
    entity = Entity(record.id, "person", record.name, (), record)
    return replace(made, entities=tuple(sorted([*others, entity], key=lambda each: each.id)))


@pytest.fixture(scope="module")
def theme(tmp_path_factory: pytest.TempPathFactory) -> Theme:
    return Theme(read_theme(tmp_path_factory.mktemp("site")).templates)


def test_who_has_a_feed() -> None:
    """The site, and everybody who said something on a known day: the second article has none."""
    assert feeds(site()) == {SITE, LEE, PENDRAKE, BOARD}
    assert feeds(site(nested())) == set()
    assert feeds(site(corrected())) == {SITE, LEE, PENDRAKE, BOARD, "corrections/feed.xml"}


def test_without_an_address_there_is_no_feed_no_map_and_no_link_to_any(theme: Theme) -> None:
    made = pages(site(corrected(), nested(), base_url=""))
    assert not [path for path in made if path.endswith(".xml")]
    assert theme.render(made["robots.txt"]).endswith("Allow: /\n")
    for path, page in made.items():
        frame = getattr(page.view, "frame", None)
        if frame is not None:
            assert (frame.canonical, frame.feeds, frame.breadcrumbs) == ("", (), ""), path
            assert "Feed" not in [link.text for link in frame.foot]
            assert 'rel="alternate" type="application/atom+xml"' not in theme.render(page)


def test_pages_name_their_feeds(theme: Theme) -> None:
    made = pages(site(corrected(), nested()))
    frames = {path: page.view.frame for path, page in made.items() if path.endswith(".html")}  # type: ignore[union-attr]
    found = {path: [(each.text, each.href) for each in frame.feeds] for path, frame in frames.items()}
    everywhere = ("On the Record", "feed.xml")
    assert found["index.html"] == [everywhere]
    assert found["articles/2024/berth/index.html"] == [(everywhere[0], "../../../feed.xml")]
    assert found["404.html"] == [(everywhere[0], "/repo/feed.xml")]
    own = ("Quotations of Clara Wetherby", f"../../{LEE}")
    assert found["people/clara-wetherby/index.html"] == [own, (everywhere[0], "../../feed.xml")]
    assert found["people/dana-or/index.html"] == [(everywhere[0], "../../feed.xml")]
    assert found["corrections/index.html"][0] == ("Corrections", "../corrections/feed.xml")
    html = theme.render(made["people/clara-wetherby/index.html"])
    link = f'<link rel="alternate" type="application/atom+xml" title="{own[0]}" href="{own[1]}">'
    assert link in html
    assert '<a href="../../feed.xml">Feed</a>' in html


def test_an_article_in_the_feed_of_the_site() -> None:
    view = feed(site(corrected(), nested()), SITE)
    assert (view.id, view.own, view.page) == (BASE, f"{BASE}feed.xml", BASE)
    (entry,) = view.entries
    assert (entry.id, entry.link) == (f"{BASE}articles/2024/berth/",) * 2
    assert entry.title == "Board lets pilots moor at Saltgate"
    assert entry.published == "2024-09-09T00:00:00+00:00"
    assert entry.updated == view.updated == "2026-06-01T00:00:00+00:00", "the day of the last correction"
    assert entry.authors == ("Portmere Packet",)
    assert [(tag.term, tag.scheme, tag.label) for tag in entry.categories] == [
        ("harbour", f"{BASE}tags/", "Harbour"),
        ("ferry", f"{BASE}tags/", "ferry"),
    ]
    assert entry.summary.startswith("By Dora Quill")
    assert [quote.credit for quote in entry.quotes] == ["Clara Wetherby", "Clara Wetherby"]
    assert [part.words for quote in entry.quotes for part in quote.parts][:2] == [
        "I have told the builders to start again,",
        "We have written to Mr Pendrake twice.",
    ]


def test_quotations_in_the_feed_of_a_person() -> None:
    view = feed(site(), LEE)
    assert view.title == "Clara Wetherby: quotations | On the Record"
    assert (view.id, view.own) == (f"{BASE}people/clara-wetherby/", f"{BASE}{LEE}")
    split, mixed, _ = view.entries
    assert split.title == "Clara Wetherby: “I have told the builders to start again,”"
    assert split.id == split.link == f"{BASE}quotes/q-1/"
    assert split.related is not None
    assert (split.related.text, split.related.href) == (
        "Board lets pilots moor at Saltgate",
        f"{BASE}articles/2024/berth/",
    )
    where = "“Board lets pilots moor at Saltgate”, Portmere Packet, 9 September 2024"
    assert split.summary == (f"Quoted in {where}, paragraph 3. Attribution: by a program, not checked by a person.")
    assert mixed.summary == f"Quoted in {where}, paragraph 4. Attribution: confirmed."
    told = ["".join(part.before + part.words + part.after for part in e.quotes[0].parts) for e in (split, mixed)]
    assert told[0] == "“I have told the builders to start again,” … “We have written to Mr Pendrake twice.”"
    assert told[1] == 'said she had "no appetite for a second survey."'
    (reported,) = feed(site(), BOARD).entries
    assert reported.title == "Harbour Board said that: the mole would be mended by May"
    assert reported.summary.startswith("Reported in ")


def test_an_entry_keeps_its_id_when_its_quotation_loses_its_page() -> None:
    own, none = feed(site(), LEE), feed(site(pages="none"), LEE)
    assert [entry.id for entry in own.entries] == [entry.id for entry in none.entries]
    assert none.entries[0].link == f"{BASE}articles/2024/berth/#q-1"


def test_a_feed_is_that_of_a_person_alone() -> None:
    """Another article that has nothing to do with somebody leaves the key of the feed as it is."""

    def key(made: Site, path: str) -> str:
        return next(recipe.key() for recipe in compose(made) if recipe.path == path)

    other = replace(nested(), article=replace(nested().article, title="Notes"))
    one, two = site(harbour()), site(harbour(), other)
    assert key(one, LEE) == key(two, LEE)
    more = site(article("more", MAY), harbour())
    assert key(more, LEE) != key(one, LEE)


def several() -> Iterator[Reading]:
    days = [datetime.date(2026, 1, 1) + datetime.timedelta(days=n) for n in range(60)]
    yield from (article(f"a{n:02}", day) for n, day in reversed(list(enumerate(days))))


def test_a_feed_holds_the_newest_and_is_in_order() -> None:
    made = site(*several())
    entries = feed(made, SITE).entries
    assert len(entries) == 50
    assert entries[0].id == f"{BASE}articles/a59/"
    assert [entry.updated for entry in entries] == sorted((entry.updated for entry in entries), reverse=True)
    said = feed(made, LEE).entries
    assert len(said) == 50
    assert said[0].id == f"{BASE}quotes/a59-q-1/"


def test_a_correction_brings_an_article_forward() -> None:
    old, new = article("old", datetime.date(2026, 1, 1)), article("new", datetime.date(2026, 3, 1))
    decided = applied(old, "Nobody asked us.", "speaker", "x", decision="correct", date=MAY)
    entries = feed(site(new, annotated(old, decided)), SITE).entries
    assert [entry.id.split("/")[-2] for entry in entries] == ["old", "new"]
    assert entries[0].published < entries[0].updated


def test_a_change_that_the_author_tells_of_is_one_of_the_article_and_not_of_its_quotations() -> None:
    made = site(article("told", datetime.date(2026, 1, 1), updated="2026-04-01T09:30:00+02:00"))
    (entry,) = feed(made, SITE).entries
    assert (entry.published, entry.updated) == ("2026-01-01T00:00:00+00:00", "2026-04-01T09:30:00+02:00")
    assert {each.updated for each in feed(made, LEE).entries} == {entry.published}


@pytest.mark.parametrize("state", ["draft", "future"])
def test_what_is_not_published_yet_stands_in_no_feed_and_no_map(state: str, theme: Theme) -> None:
    hidden = replace(article("hidden", MAY), state=state)
    made = pages(site(hidden, harbour()))
    for path, page in made.items():
        if path.endswith(".xml"):
            assert "hidden" not in theme.render(page), path
    assert "hidden" in theme.render(made["articles/index.html"])
    assert feeds(site(replace(harbour(), state=state))) == set()


def test_whoever_is_kept_from_search_engines_has_no_feed(theme: Theme) -> None:
    one = replace(corrected(), article=replace(corrected().article, summary="Pilots may moor."))
    made = pages(with_wetherby(site(one), noindex=True))
    assert LEE not in made
    assert PENDRAKE in made
    for path, page in made.items():
        if path.endswith(".xml"):
            assert "start again" not in theme.render(page), path


def test_nothing_in_a_feed_can_end_it(theme: Theme) -> None:
    text = "x </content> <b>&amp;</b> \u2028"
    one = article("odd", MAY, title="]]> <i>", summary=text, tags=('a"b',), authors=("A & B",), language="ar")
    root = ElementTree.fromstring(theme.render(pages(site(one))[SITE]))
    (entry,) = root.findall(f"{ATOM}entry")
    assert entry.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"
    assert entry.findtext(f"{ATOM}title") == "]]> <i>"
    assert entry.findtext(f"{ATOM}summary") == " ".join(text.split())
    assert [a.text for a in entry.iter(f"{ATOM}name")] == ["A & B"]
    assert {quote.get("dir") for quote in entry.iter(f"{XHTML}blockquote")} == {"rtl"}


def test_a_feed_is_atom_with_quotations_as_xhtml(theme: Theme) -> None:
    root = ElementTree.fromstring(theme.render(pages(site())[LEE]))
    assert root.tag == f"{ATOM}feed"
    assert {link.get("rel"): link.get("href") for link in root.findall(f"{ATOM}link")} == {
        "self": f"{BASE}{LEE}",
        "alternate": f"{BASE}people/clara-wetherby/",
    }
    for entry in root.findall(f"{ATOM}entry"):
        content = entry.find(f"{ATOM}content")
        assert content is not None
        assert content.get("type") == "xhtml"
        (div,) = content
        assert div.tag == f"{XHTML}div"
        (quoted,) = div.findall(f"{XHTML}blockquote")
        assert quoted.get("cite") == entry.findtext(f"{ATOM}id")
