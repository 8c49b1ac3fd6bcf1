"""All relations of a site at once, and again after something changed."""

from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.relations import Relations
from sitegen.model.site import Reading
from sitegen.relate import Relater
from tests.relate.readings import reading, reported

WALL = "The old wall will not hold another winter"
FERRY = "The ferry sails in every storm of February"
PIER = "Nobody has painted the pier since my mother died"


def related(*readings: Reading) -> Relations:
    return Relater().relate(readings)


def test_versions_are_found_across_articles() -> None:
    found = related(
        reading("one", [("ann", WALL), ("tom", FERRY)]), reading("two", [("ann", WALL), ("ann", PIER)], "2026-02-01")
    )
    assert found.families["q-two-0"].ids == ("q-one-0", "q-two-0")
    assert set(found.families) == {"q-one-0", "q-two-0"}
    assert not found.echoes


def test_the_same_words_of_others_are_echoes_and_no_versions() -> None:
    found = related(reading("one", [("ann", WALL)]), reading("two", [("tom", WALL), ("ann", WALL)], "2026-02-01"))
    assert found.families["q-one-0"].ids == ("q-one-0", "q-two-1")
    assert "q-two-0" not in found.families
    assert found.echoes["q-two-0"] == found.echoes["q-one-0"] == ("q-one-0", "q-two-0", "q-two-1")


def test_unknown_speakers_are_never_taken_for_one() -> None:
    found = related(reading("one", [("", WALL)]), reading("two", [("", WALL)]))
    assert not found.families
    assert found.echoes["q-one-0"] == ("q-one-0", "q-two-0")


def test_what_one_denies_and_another_says_is_no_echo() -> None:
    denied, said = (reported(id_, who, cue, WALL) for id_, who, cue in (("a", "ann", "denied"), ("b", "tom", "said")))
    assert not related(denied, said).echoes
    assert related(said, reported("c", "ann", "said", WALL)).echoes["q-b-0"] == ("q-b-0", "q-c-0")


def test_a_few_common_words_are_no_echo() -> None:
    found = related(
        reading("one", [("ann", "We will see about that")]), reading("two", [("tom", "We will see about that")])
    )
    assert not found.echoes


def test_people_of_one_article_are_companions_until_it_is_gone() -> None:
    relater = Relater()
    both = reading("one", [("ann", WALL), ("tom", FERRY)])
    assert relater.relate([both, reading("two", [("ann", PIER), ("tom", PIER)])]).companions == {
        "ann": (("tom", 2),),
        "tom": (("ann", 2),),
    }
    assert relater.relate([both]).companions["ann"] == (("tom", 1),)
    assert not relater.relate([]).companions


sayings = st.lists(
    st.tuples(st.sampled_from(["ann", "tom", ""]), st.sampled_from([WALL, FERRY, PIER, f"{WALL}, and we all know it"])),
    max_size=3,
)
states = st.lists(
    st.dictionaries(st.sampled_from(["one", "two", "three"]), sayings, max_size=3), min_size=1, max_size=6
)


@given(states)
def test_what_is_remembered_changes_nothing(found: list[dict[str, list[tuple[str, str]]]]) -> None:
    relater = Relater()
    for state in found:
        readings = [reading(id_, said) for id_, said in state.items()]
        assert relater.relate(readings) == Relater().relate(readings)
