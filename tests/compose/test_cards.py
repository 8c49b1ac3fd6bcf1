"""Cards: who somebody is, how much they said, and their latest quotation, as a script of one call."""

import json
from dataclasses import replace
from typing import Any

from sitegen.compose import compose, recipes
from sitegen.compose.catalogue import catalogue
from sitegen.model.entity import Role
from sitegen.model.partial_date import partial_date
from sitegen.model.site import Site
from sitegen.model.view import LinesView
from tests.compose.sites import HARBOUR, harbour, site, span
from tests.compose.test_entities import BOARD, LEE, SALTGATE, made_of, reading, with_record


def script(made: Site, folder: str) -> str:
    view = next(r for r in compose(made) if r.path == f"{folder}card.js").page().view
    assert isinstance(view, LinesView)
    (line,) = view.lines
    return line


def card(made: Site, folder: str) -> dict[str, Any]:
    line = script(made, folder)
    assert line.startswith("sitegen.card(")
    assert line.endswith(");")
    found: dict[str, Any] = json.loads(line.removeprefix("sitegen.card(").removesuffix(");"))
    return found


def test_a_card_has_the_latest_quotation_and_where_it_stands() -> None:
    found = card(site(), "people/clara-wetherby/")
    latest = found["latest"]
    assert (found["name"], found["figures"]) == ("Clara Wetherby", "3 quotations in 1 article")
    assert [part["words"] for part in latest["parts"]] == [
        ["I have told the builders to start again,"],
        ["We have written to Mr Pendrake twice."],
    ]
    assert all(HARBOUR[part["start"] : part["end"]] == part["words"][0] for part in latest["parts"])
    assert (latest["style"], latest["cut"], latest["checked"]) == ("said", False, "machine")
    assert (latest["day"], latest["title"]) == ("9 Sep 2024", "Board lets pilots moor at Saltgate")
    assert latest["href"] == "../../articles/2024/berth/#q-1"


def test_very_words_among_reported_ones_come_by_turns_with_their_marks() -> None:
    harbour_ = harbour()
    mixed = harbour_.analysis.quotes[1]
    only = replace(harbour_, analysis=replace(harbour_.analysis, quotes=(mixed,)))
    latest = card(site(only), "people/clara-wetherby/")["latest"]
    assert latest["parts"][0]["words"] == ["she had ", '"no appetite for a second survey."']
    assert (latest["style"], latest["cut"], latest["lead"]) == ("told", False, "said")


def test_long_words_are_cut_at_a_blank() -> None:
    words = "we will " * 60 + "see"
    made = made_of(reading("a", f'Ann Lee spoke. "{words}" she said.', (words, "she", "pronoun")))
    latest = card(made, "people/ann-lee/")["latest"]
    assert latest["cut"]
    shown = latest["parts"][0]["words"][0]
    assert 230 < len(shown) <= 240
    assert f"{words} ".startswith(f"{shown} ")


def test_parts_are_shown_as_long_as_there_is_room() -> None:
    first, second = "we will " * 28 + "see,", "but nobody knew it then"
    text = f'"{first}" Ann Lee said, "{second}."'
    one = reading("a", text, (first, "Ann Lee", "name"))
    (quote,) = one.analysis.quotes
    split = (span(text, first), span(text, second))
    one = replace(one, analysis=replace(one.analysis, quotes=(replace(quote, spans=split, verbatim=split),)))
    latest = card(made_of(one), "people/ann-lee/")["latest"]
    assert [part["words"][0] for part in latest["parts"]] == [first, "but nobody"]
    assert latest["cut"]


def test_offices_that_are_held_come_first() -> None:
    roles = (
        Role("pilot", until=partial_date("2019")),
        Role("chair", partial_date("2020"), organisation="Harbour Board"),
        Role("reeve", partial_date("2001"), partial_date("2004")),
    )
    lee = with_record(LEE, roles=roles, born=partial_date("1970"))
    made = made_of(reading("a", "Ann Lee came to Saltgate."), entities=(lee, with_record(SALTGATE)))
    found = card(made, "people/ann-lee/")
    assert found["what"] == ["Chair, Harbour Board, since 2020", "Pilot, until 2019"]
    assert (found["life"], found["figures"]) == ("Born 1970", "Named in 1 article")
    assert "latest" not in found
    assert card(made, "places/saltgate/")["what"] == ["Place"]


def test_whoever_speaks_for_an_organisation_is_named_on_its_card() -> None:
    text = '"We are late," a spokeswoman for the Harbour Board said.'
    made = made_of(
        reading("a", text, ("We are late,", "a spokeswoman for the Harbour Board", "nominal")), entities=(BOARD,)
    )
    assert card(made, "organisations/harbour-board/")["latest"]["by"] == "a spokeswoman for the Harbour Board"


def test_nothing_in_a_card_ends_its_script_or_begins_another() -> None:
    words = "</script><!-- \u2028 ]]> & so on"
    text = f'"{words}" Ann Lee said.'
    line = script(made_of(reading("a", text, (words, "Ann Lee", "name"))), "people/ann-lee/")
    assert "<" not in line
    assert "\u2028" not in line
    assert "\n" not in line
    assert (
        span(text, words).of(text)
        == card(made_of(reading("a", text, (words, "Ann Lee", "name"))), "people/ann-lee/")["latest"]["parts"][0][
            "words"
        ][0]
    )


def test_a_card_depends_on_its_own_person_alone() -> None:
    first = reading("a", '"Yes," Ann Lee said.', ("Yes,", "Ann Lee", "name"))
    other = reading("b", "The Harbour Board met. The Harbour Board met again.")
    more = reading("b", "The Harbour Board met. The Harbour Board met again, and nobody came.")

    def keys(made: Site) -> dict[str, str]:
        return {r.path: r.key() for r in recipes(catalogue(made)) if r.path.endswith("card.js")}

    board = with_record(BOARD)
    before, after = (keys(made_of(first, each, entities=(LEE, board))) for each in (other, more))
    assert before["people/ann-lee/card.js"] == after["people/ann-lee/card.js"]
