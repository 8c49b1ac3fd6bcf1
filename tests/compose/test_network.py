"""Who talks about whom: edges, the order of names in which few bands cross, and what is drawn where."""

import re

import pytest

from sitegen.compose import recipes
from sitegen.compose.catalogue import catalogue
from sitegen.compose.network.edges import Edge, Node, edges_of
from sitegen.compose.network.ordering import crossings, ordered
from sitegen.compose.network.picture import MOST_BANDS, MOST_NAMES, ROW, band_picture, drawn
from sitegen.compose.permalinks import Place
from sitegen.model.view_network import NetworkView
from tests.compose.sites import harbour, site
from tests.site.crowd import crowd

HERE = Place("network/")
CROWD = crowd(60, articles=60)


def edges(*bands: str) -> tuple[Edge, ...]:
    """Return edges written as "a b 3"."""
    found = []
    for band in bands:
        speaker, about, weight = band.split()
        found.append(Edge(Node(speaker, "person", speaker), Node(about, "person", about), int(weight), (("x/", ""),)))
    return tuple(found)


def network(index=CROWD) -> dict[str, NetworkView]:
    pages = (recipe.page() for recipe in recipes(index) if recipe.path.startswith("network/"))
    return {page.path: page.view for page in pages if isinstance(page.view, NetworkView)}


@pytest.mark.parametrize(
    ("bands", "left", "right"),
    [
        ({("a", "x"): 1}, "a", "x"),
        # Two bands that need not cross.
        ({("a", "y"): 5, ("b", "x"): 4, ("b", "z"): 4}, "ba", "xzy"),
        # The heavier stay on top where nothing is won by moving them.
        ({("a", "x"): 1, ("b", "y"): 2, ("c", "z"): 3}, "cba", "zyx"),
        # Somebody may stand at both sides.
        ({("a", "b"): 2, ("b", "a"): 1}, "ab", "ba"),
    ],
)
def test_names_stand_where_few_bands_cross(bands: dict[tuple[str, str], int], left: str, right: str) -> None:
    assert ordered(bands) == (tuple(left), tuple(right))
    assert crossings(left, right, bands) == 0


def test_what_crosses_is_weighed() -> None:
    bands = {("a", "y"): 3, ("b", "x"): 2}
    assert crossings("ab", "xy", bands) == 6
    assert crossings("ab", "yx", bands) == 0


def test_the_order_is_never_worse_than_that_by_weight() -> None:
    shown = drawn(edges_of(CROWD))
    bands = {(edge.speaker.id, edge.about.id): edge.weight for edge in shown}
    lefts, rights = ordered(bands)
    assert set(lefts) == {speaker for speaker, _ in bands}
    assert set(rights) == {about for _, about in bands}
    by_weight = [
        sorted(names, key=lambda name: -sum(w for ends, w in bands.items() if ends[side] == name))
        for side, names in enumerate((lefts, rights))
    ]
    assert crossings(lefts, rights, bands) < crossings(*by_weight, bands)


def test_edges_count_utterances_and_come_strongest_first() -> None:
    found = edges_of(CROWD)
    assert [edge.weight for edge in found] == sorted((edge.weight for edge in found), reverse=True)
    assert all(edge.speaker != edge.about for edge in found)
    assert {(e.speaker.id, e.about.id): e.weight for e in found} == {
        ends: len(spoken) for ends, spoken in CROWD.spoken.items()
    }


@pytest.mark.parametrize(
    ("number", "bands"),
    [
        ([f"a{n} b 1" for n in range(50)], MOST_NAMES),
        ([f"a b{n} 1" for n in range(50)], MOST_NAMES),
        ([f"a{n % 10} b{n // 10} 1" for n in range(50)], MOST_BANDS),
        (["a b 1"], 1),
    ],
)
def test_one_picture_shows_no_more_than_can_be_told_apart(number: list[str], bands: int) -> None:
    assert drawn(edges(*number)) == edges(*number)[:bands]


def test_bands_leave_their_names_one_below_the_other() -> None:
    picture = band_picture(HERE, edges("a x 6", "a y 2"))
    assert [(end.name.text, end.figure, end.rows) for end in picture.speakers] == [("a", "8", 2)]
    assert [(end.name.text, end.figure, end.rows) for end in picture.spoken_about] == [("x", "6", 1), ("y", "2", 1)]
    assert picture.height == 2 * ROW
    assert [(band.ends, band.words) for band in picture.bands] == [
        (("f1", "t1"), "a about x: 6 quotations"),
        (("f1", "t2"), "a about y: 2 quotations"),
    ]
    # Four pixels for a quotation: 24 for six, then 8 for two, in the middle of two rows of 32, and of one row each.
    tops = [re.fullmatch(r"M0 ([\d.]+)C50 \1 50 ([\d.]+) 100 \2V([\d.]+)C.*Z", band.path) for band in picture.bands]
    assert [tuple(map(float, top.groups())) for top in tops if top] == [(16, 4, 28), (40, 44, 52)]
    assert picture.speakers[0].partners == ("t1", "t2")
    assert picture.spoken_about[0].partners == ("f1",)


def test_a_picture_of_many_bands_stays_low() -> None:
    picture = band_picture(HERE, drawn(edges_of(CROWD)))
    assert picture.height <= 2 * MOST_NAMES * ROW
    assert max(end.rows for end in (*picture.speakers, *picture.spoken_about)) <= 3


def test_the_table_has_what_the_picture_has() -> None:
    for path, view in network().items():
        if view.picture is None:
            assert path.startswith("network/all/")
            continue
        names = {end.key: end.name.text for end in (*view.picture.speakers, *view.picture.spoken_about)}
        rows = {line.number: line for line in view.edges if line.number}
        assert list(rows) == [band.number for band in view.picture.bands] == list(range(1, len(rows) + 1))
        for band in view.picture.bands:
            line = rows[band.number]
            assert (line.speaker.text, line.about.text) == tuple(names[key] for key in band.ends)
            assert band.words.rsplit(": ", 1)[1].split()[0] == line.figure


def test_all_edges_are_listed_and_everybody_with_three_has_a_page() -> None:
    views = network()
    listed = [line for path, view in views.items() if path.startswith("network/all/") for line in view.edges]
    assert len(listed) == len(CROWD.spoken)
    degrees = [id_ for ends in CROWD.spoken for id_ in ends]
    drawn_alone = {path.split("/")[2] for path in views if path.startswith("network/people/")}
    assert drawn_alone == {id_ for id_ in degrees if degrees.count(id_) >= 3}
    overview = views["network/index.html"]
    assert overview.rest is not None
    assert overview.rest.text == f"All {len(listed):,} ties as a list"


def test_figures_lead_to_the_page_of_both_or_to_each_quotation() -> None:
    hrefs = {
        len(line.quotations): line for view in network().values() for line in view.edges if line.figure in {"1", "2"}
    }
    assert {link.text for link in hrefs[2].quotations} == {"1st", "2nd"}
    assert all("/quotes/q-report-" in link.href for link in hrefs[2].quotations)
    strongest = network()["network/index.html"].edges[0]
    assert strongest.quotations[0].href.startswith("../between/")


def test_a_page_is_the_same_while_its_figures_are() -> None:
    """What is said may change; only who speaks about whom, how often and where, is in the key."""
    keys = {r.path: r.key() for r in recipes(CROWD) if r.path.startswith(("network/", "timeline/"))}
    again = crowd(60, articles=60, verb="have often heard")
    assert {r.path: r.key() for r in recipes(again) if r.path.startswith(("network/", "timeline/"))} == keys


def test_without_anybody_who_is_spoken_about_there_is_no_network() -> None:
    index = catalogue(site(harbour()))
    index.spoken.clear()
    assert not network(index)
