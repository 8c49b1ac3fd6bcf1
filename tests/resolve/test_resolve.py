"""People across articles: same full name, same page; what could be two people's stays open."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.model.analysis import Analysis
from sitegen.model.article import Article
from sitegen.model.entity import AuthorityRecord
from sitegen.model.mention import Cluster, Traits
from sitegen.model.partial_date import PartialDate
from sitegen.resolve import Resolver, resolve


def person(name: str, *, lone: bool = False, given: str = "", forms: tuple[str, ...] = ()) -> Cluster:
    return Cluster(name, "person", forms or (name,), (), lone, given)


def article(id_: str, *clusters: Cluster) -> tuple[Article, Analysis]:
    return Article(id_, f"content/{id_}.txt", id_, "", ()), Analysis(tuple(clusters))


def ids(*pairs: tuple[Article, Analysis], records: tuple[AuthorityRecord, ...] = ()) -> list[tuple[str | None, ...]]:
    return list(resolve(pairs, records).assigned)


def test_one_name_is_one_person() -> None:
    assert ids(article("a", person("Ann Lee")), article("b", person("Ann Lee"))) == [("ann-lee",), ("ann-lee",)]


def test_a_middle_initial_joins_where_only_one_is_known() -> None:
    pairs = [article("a", person("Ann B. Lee")), article("b", person("Ann Lee")), article("c", person("Ann Lee"))]
    assert len(set(ids(*pairs))) == 1


def test_two_middle_initials_are_two_people_and_the_bare_name_is_open() -> None:
    pairs = [article("a", person("Ann B. Lee")), article("b", person("Ann C. Lee")), article("c", person("Ann Lee"))]
    resolution = resolve(pairs)
    assert resolution.assigned == (("ann-b-lee",), ("ann-c-lee",), (None,))
    (remark,) = resolution.diagnostics
    assert remark.path == "content/c.txt"
    assert "Ann B. Lee or Ann C. Lee" in remark.message


@pytest.mark.parametrize(
    ("one", "other"),
    [("Ann Lee", "Tom Lee"), ("Ann Lee", "Ann Baker"), ("Tom Lee", "Tom Lee Jr."), ("A. Lee", "Ann Lee")],
)
def test_other_names_are_other_people(one: str, other: str) -> None:
    ((a,), (b,)) = ids(article("a", person(one)), article("b", person(other)))
    assert a != b


def test_accents_and_case_make_no_second_person() -> None:
    ((a,), (b,)) = ids(article("a", person("José Díaz")), article("b", person("Jose Diaz")))
    assert a == b == "jose-diaz"


def test_a_lone_name_stays_in_its_article() -> None:
    pairs = article("a", person("Rachel", lone=True)), article("b", person("Rachel", lone=True))
    assert ids(*pairs) == [("a~rachel",), ("b~rachel",)]
    assert all(entity.local for entity in resolve(pairs).entities)


def test_a_variant_of_a_record_is_the_person() -> None:
    record = AuthorityRecord("judith-ellery", "content/people/j.md", "person", "Judith Ellery", ("Judy Ellery",))
    pairs = article("a", person("Judy Ellery")), article("b", person("Judith Ellery"))
    assert ids(*pairs, records=(record,)) == [("judith-ellery",), ("judith-ellery",)]
    assert resolve(pairs, (record,)).entities[0].name == "Judith Ellery"


def test_two_records_of_one_name_need_an_id() -> None:
    records = (
        AuthorityRecord("john-smith-pilot", "content/people/1.md", "person", "John Smith"),
        AuthorityRecord("john-smith-poet", "content/people/2.md", "person", "John Smith"),
    )
    pairs = article("a", person("John Smith", given="john-smith-poet")), article("b", person("John Smith"))
    resolution = resolve(pairs, records)
    assert resolution.assigned == (("john-smith-poet",), (None,))
    assert "john-smith-pilot or john-smith-poet" in resolution.diagnostics[0].message


def test_an_id_in_the_front_matter_needs_no_record() -> None:
    pairs = article("a", person("John Smith", given="smith-1")), article("b", person("John Smith"))
    assert ids(*pairs) == [("smith-1",), ("smith-1",)]


def test_two_names_with_one_slug_get_two_ids() -> None:
    ((a,), (b,)) = ids(article("a", person("Ann O'Neil")), article("b", Cluster("Ann O Neil", "organisation", ("x",))))
    assert a != b


def test_the_order_of_articles_does_not_matter() -> None:
    names = [
        "Ann Lee",
        "Ann B. Lee",
        "Tom Lee",
        "José Díaz",
        "Jose Diaz",
        "A. Lee",
        "Ursula van der Leyen",
        "Tom Lee Jr.",
    ]
    pairs = [article(f"a{n}", person(name)) for n, name in enumerate(names * 3)]
    expected = {pair[0].id: assigned for pair, assigned in zip(pairs, resolve(pairs).assigned, strict=True)}
    generator = random.Random(1)
    for _ in range(5):
        generator.shuffle(pairs)
        found = {pair[0].id: assigned for pair, assigned in zip(pairs, resolve(pairs).assigned, strict=True)}
        assert found == expected


NAMES = st.sampled_from(
    [
        "Ann Lee",
        "Ann B. Lee",
        "Ann C. Lee",
        "Tom Lee",
        "Tom Lee Jr.",
        "José Díaz",
        "Jose Diaz",
        "Jürgen Müller",
        "J. Lee",
    ]
)
CLUSTERS = st.builds(
    person,
    NAMES,
    lone=st.sampled_from([False, False, False, True]),
    given=st.sampled_from(["", "", "", "ann-lee", "lee-1"]),
)
AGES = st.sampled_from([None, None, (1950, 1951), (1953, 1954), (1989, 1990)])
TOLD = st.builds(
    lambda cluster, gender, born, callings: replace(cluster, traits=Traits(gender, born, callings)),
    CLUSTERS,
    st.sampled_from(["", "", "f", "m"]),
    AGES,
    st.sampled_from([(), (), ("pilot",), ("baker",)]),
)
STATES = st.dictionaries(st.sampled_from("abcdef"), st.lists(st.one_of(CLUSTERS, TOLD), max_size=4), max_size=6)
RECORDS = st.lists(
    st.builds(
        lambda id_, name, variants, born: AuthorityRecord(
            id_, f"content/people/{id_}.md", "person", name, tuple(variants), born=born
        ),
        st.sampled_from(["ann-lee", "lee-1", "diaz"]),
        NAMES,
        st.lists(NAMES, max_size=2),
        st.sampled_from([None, PartialDate(1950), PartialDate(1990)]),
    ),
    max_size=3,
    unique_by=lambda record: record.id,
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.tuples(STATES, RECORDS), min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_what_is_remembered_changes_nothing(states: list, generator: random.Random) -> None:
    """One resolver through many states says what a new one says of the last, whatever the order of articles."""
    resolver = Resolver()
    for state, records in states:
        pairs = [article(id_, *clusters) for id_, clusters in state.items()]
        generator.shuffle(pairs)
        remembered = resolver.resolve(pairs, records)
        assert remembered == resolve(pairs, records)
        ordered = sorted(pairs, key=lambda pair: pair[0].id)
        by_id = dict(zip((pair[0].id for pair in pairs), remembered.assigned, strict=True))
        afresh = resolve(ordered, records)
        assert tuple(by_id[pair[0].id] for pair in ordered) == afresh.assigned
        assert remembered.entities == afresh.entities
