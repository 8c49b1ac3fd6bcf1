"""What people say on a topic, side by side."""

from dataclasses import replace

import pytest

from sitegen.compose import compose, topics
from sitegen.model.site import Reading, Site
from sitegen.model.view_lists import ArticlesView, CompareView
from sitegen.model.view_quotations import PairView
from tests.compose.sites import site
from tests.relate.readings import ENTITIES, reading


def tagged(made: Reading, *tags: str) -> Reading:
    return replace(made, article=replace(made.article, tags=tags))


def weather() -> Site:
    new = reading(
        "new", [("ann", "It rains, says tom"), ("tom", "It snows, says ann"), ("", "Nobody knows")], "2026-05-01"
    )
    old = reading("old", [("ann", "It did rain"), ("board", "It hailed")], "2025-05-01")
    alone = reading("alone", [("ann", "The toll stays")], "2024-05-01")
    made = (tagged(new, "Weather"), tagged(old, "weather", "Hail"), tagged(alone, "Toll"))
    return replace(site(*made), entities=ENTITIES, pages=())


def views(made: Site) -> dict[str, object]:
    return {recipe.path.removesuffix("index.html"): recipe.page().view for recipe in compose(made)}


def compared(view: object) -> list[tuple[str, list[str]]]:
    assert isinstance(view, CompareView)
    return [(group.id, [said.line.words.quote for said in group.statements]) for group in view.speakers]


def test_speakers_stand_under_their_names_the_newest_words_first() -> None:
    pages = views(weather())
    assert compared(pages["compare/weather/"]) == [
        ("ann", ["q-new-0", "q-old-0"]),
        ("board", ["q-old-1"]),
        ("tom", ["q-new-1"]),
    ]
    view = pages["compare/weather/"]
    assert isinstance(view, CompareView)
    assert (view.heading, view.subject) == ("Side by side: Weather", "“Weather”")
    assert view.lede == "What people say in the articles with the tag “Weather”. 3 speakers, 4 quotations."
    assert [group.name.href for group in view.speakers] == [
        "../../people/ann/",
        "../../organisations/board/",
        "../../people/tom/",
    ]


def test_a_topic_of_one_speaker_has_no_page() -> None:
    pages = views(weather())
    assert "compare/toll/" not in pages
    toll = pages["tags/toll/"]
    assert isinstance(toll, ArticlesView)
    assert toll.beyond == ()
    assert "compare/hail/" in pages


def test_one_page_leads_to_all_topics_and_compares_on_all() -> None:
    view = views(weather())["compare/"]
    assert isinstance(view, CompareView)
    assert [(line.name.text, line.name.href, [f.number for f in line.figures]) for line in view.topics] == [
        ("Hail", "../compare/hail/", ["2", "2"]),
        ("Weather", "../compare/weather/", ["3", "4"]),
    ]
    assert compared(view)[0] == ("ann", ["q-new-0", "q-old-0", "q-alone-0"])


def test_a_site_of_one_speaker_compares_nobody() -> None:
    pages = views(replace(site(tagged(reading("one", [("ann", "It rains")]), "weather")), entities=ENTITIES))
    assert not [path for path in pages if path.startswith("compare/")]


def test_the_newest_words_of_those_who_are_quoted_most_have_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(topics, "_MOST_STATEMENTS", 1)
    monkeypatch.setattr(topics, "_ROOM", 700)
    view = views(weather())["compare/weather/"]
    assert isinstance(view, CompareView)
    assert compared(view) == [("ann", ["q-new-0"]), ("board", ["q-old-1"])]
    ann, board = view.speakers
    assert ann.figure == "2 quotations, the newest 1 here"
    assert (ann.more.text, ann.more.href) == ("All that Ann Lee said", "../../people/ann/#quotations")
    assert board.more.href == ""
    assert view.left_out == "The page has no room for 1 more speaker on “Weather”."
    assert [(link.text, link.href, link.note) for link in view.others] == [
        ("Tom Reed", "../../people/tom/#quotations", "1")
    ]


def test_a_pair_leads_to_the_topics_that_both_speak_on() -> None:
    pair = views(weather())["between/ann/tom/"]
    assert isinstance(pair, PairView)
    assert [(link.text, link.href) for link in pair.topics] == [
        ("Weather", "../../../compare/weather/?left=ann&right=tom")
    ]


def test_the_key_of_a_topic_changes_with_its_own_articles_alone() -> None:
    made = weather()
    new, old, alone = made.readings
    longer = replace(alone, article=replace(alone.article, text=alone.article.text + " More."))

    def keys(of: Site) -> dict[str, str]:
        return {recipe.path: recipe.key() for recipe in compose(of)}

    before, after = keys(made), keys(replace(made, readings=(new, old, longer)))
    assert before["compare/weather/index.html"] == after["compare/weather/index.html"]
    assert before["compare/index.html"] != after["compare/index.html"]
