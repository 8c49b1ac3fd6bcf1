"""Who may be one person, who may be two: suggestions, each with its reason."""

from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sitegen.curate import doubts, pairs
from sitegen.curate.likeness import _slip
from sitegen.curate.roster import Appearance, Listed
from sitegen.model.entity import AuthorityRecord
from sitegen.model.slug import slugify


def appearance(article: str, *names: str, titles: tuple[str, ...] = ()) -> Appearance:
    return Appearance(article, f"content/{article}.md", 1, 1, 1, 0, names, titles=titles)


def person(name: str, *articles: str, record: bool = False, forms: tuple[str, ...] = ()) -> Listed:
    id_ = slugify(name)
    known = AuthorityRecord(id_, f"content/people/{id_}.md", "person", name) if record else None
    found = tuple(appearance(article, name, *forms) for article in articles or (f"of-{id_}",))
    return Listed(id_, "person", name, (name,), found, known)


@pytest.mark.parametrize(
    ("one", "other", "reason"),
    [
        ("Judith Ellery", "J. Ellery", "initial"),
        ("Judith Mary Ellery", "J. M. Ellery", "initial"),
        ("Judith Mary Ellery", "J. B. Ellery", ""),
        ("Robert Vasey", "Bob Vasey", "nickname"),
        ("Bob Vasey", "Bobby Vasey", "nickname"),
        ("Robert Vasey", "Bill Vasey", ""),
        ("Jean-Luc Moreau", "Jean Luc Moreau", "letters"),
        ("Siobhan O’Dell", "Siobhan ODell", "letters"),
        ("Ngo Thi Lan", "Lan Ngo Thi", "order"),
        ("Yulia Marchenko", "Julia Marchenko", "spelling"),
        ("Sergei Zelensky", "Sergey Zelenskyy", "spelling"),
        ("Anke Mueller", "Anke Müller", "spelling"),
        ("Philippa Marten", "Philipa Marten", "spelling"),
        ("Marta Oakley", "Marat Oakley", "given-typo"),
        ("Ruth Kettering", "Ruth Ketering", "spelling"),
        ("Ruth Kettering", "Ruth Kettring", "surname-typo"),
        ("Ruth Kettering", "Ruth Ketterling", "surname-typo"),
        # Short names are too often one letter apart.
        ("Jan Kettering", "Jon Kettering", ""),
        ("Ruth Penn", "Ruth Pann", ""),
        ("Rand Oakley", "Ron Oakley", ""),
        ("Walter Grice Jr.", "Walter Grice Sr.", ""),
        ("Walter Grice Jr.", "Walt Grice Sr.", ""),
        ("Judith Ellery", "Judith Tolley", ""),
        ("Judith Ellery", "Rosa Ellery", ""),
    ],
)
def test_pairs(one: str, other: str, reason: str) -> None:
    people = [person(one), person(other), person("Imran Dunnage")]
    assert [pair.reason for pair in pairs(people)] == ([reason] if reason else [])
    assert [pair.reason for pair in pairs(people[::-1])] == ([reason] if reason else [])


def test_two_with_records_are_two() -> None:
    people = [person("Robert Vasey", record=True), person("Bob Vasey", record=True), person("R. Vasey")]
    assert [(pair.one.name, pair.other.name) for pair in pairs(people)] == [("Robert Vasey", "R. Vasey")]


def test_who_stays() -> None:
    pair = pairs([person("J. Ellery", "a", "b", "c"), person("Judith Ellery", "d")])[0]
    assert (pair.one.name, pair.other.name) == ("Judith Ellery", "J. Ellery")
    pair = pairs([person("J. Ellery", record=True), person("Judith Ellery", "d")])[0]
    assert (pair.one.name, pair.forms) == ("J. Ellery", ("J. Ellery", "Judith Ellery"))


def test_two_in_one_article_come_last() -> None:
    people = [person("Robert Vasey", "a"), person("Bob Vasey", "a"), person("Marta Oakley"), person("Marat Oakley")]
    assert [(pair.reason, pair.apart) for pair in pairs(people)] == [("given-typo", ()), ("nickname", ("a",))]


def test_an_initial_of_many_tells_nothing() -> None:
    people = [person(f"{given} Ellery") for given in ("J.", "Judith", "Jonas", "Jasper", "Joyce", "Jemima")]
    assert not pairs(people)
    assert len(pairs(people[:-1])) == 4


def test_forms_other_than_the_name_count() -> None:
    people = [person("E. M. Thackwray", forms=("Edith Thackwray",)), person("Edie Thackwray")]
    (pair,) = pairs(people)
    assert (pair.reason, pair.forms) == ("nickname", ("Edie Thackwray", "Edith Thackwray"))


@settings(deadline=None)
@given(st.lists(st.text("abjo", min_size=4, max_size=6), min_size=2, max_size=9, unique=True))
def test_each_slip_is_found(given_names: list[str]) -> None:
    """The keys find what a comparison of all pairs finds."""
    people = [person(f"{name.capitalize()} Kettering") for name in given_names]
    found = {frozenset((pair.one.name, pair.other.name)) for pair in pairs(people)}
    for one, other in combinations(given_names, 2):
        if _slip(one, other):
            assert frozenset(f"{name.capitalize()} Kettering" for name in (one, other)) in found


def test_thousands_of_one_surname() -> None:
    """Blocks are bounded: a comparison of all pairs would be twelve million."""
    letters = "abcdefghijklmnop"
    people = [person(f"{a}{b}{c}ston Kettering".capitalize()) for a in letters for b in letters for c in letters]
    people += [person("Kettering Aaaston")]
    assert any(pair.reason == "order" for pair in pairs(people))


def test_doubts() -> None:
    def of(*appearances: Appearance, record: AuthorityRecord | None = None) -> list[tuple[str, ...]]:
        found = doubts([Listed("x", "person", "Ann Lee", ("Ann Lee",), appearances, record)])
        return [(doubt.one, doubt.other, *doubt.articles) for doubt in found]

    mr, mrs = (appearance(t, "Ann Lee", titles=(t,)) for t in ("Mr", "Mrs"))
    assert of(mr, mrs) == [("a man's title", "a woman's title", "Mrs")]
    assert of(mrs, appearance("b", "Ann Lee", titles=("Dr",))) == []
    assert of(appearance("a", "Ann Lee Jr."), appearance("b", "Ann Lee Sr."), appearance("c", "Ann Lee")) == [
        ("Jr.", "Sr.", "b")
    ]
    middles = appearance("a", "Ann Mary Lee"), appearance("b", "Ann M. Lee"), appearance("c", "Ann Beth Lee")
    assert of(*middles) == [("Ann Beth Lee", "Ann M. Lee", "b")]
    decided = AuthorityRecord("x", "content/people/x.md", "person", "Ann Lee", articles=("Mr",))
    assert of(mr, mrs, record=decided) == []
