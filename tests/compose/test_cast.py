"""The people of an article: who said how much, and the steps through the passages of each."""

from sitegen.compose import compose
from sitegen.compose.cast import MOST_STEPS
from sitegen.model.site import Reading
from sitegen.model.view import ArticleView
from sitegen.model.view_cast import Presence
from tests.compose.sites import harbour, site
from tests.compose.test_entities import BOARD, LEE, made_of, reading


def people(view: object) -> dict[str, Presence]:
    assert isinstance(view, ArticleView)
    return {person.who: person for person in (*view.speakers, *view.named)}


def steps(person: Presence) -> list[str]:
    return [f"{link.text} {link.href}" for link in person.steps]


def of(*readings: Reading) -> dict[str, Presence]:
    made = made_of(*readings, entities=(LEE, BOARD))
    return people(
        next(r for r in compose(made) if r.path == f"articles/{readings[0].article.id}/index.html").page().view
    )


def test_steps_are_quotations_and_other_paragraphs_that_name_somebody_in_the_order_of_the_text() -> None:
    found = people(next(r for r in compose(site(harbour())) if r.path == "articles/2024/berth/index.html").page().view)
    # Where Wetherby speaks, her name leads nowhere that her words do not.
    assert steps(found["clara-wetherby"]) == ["1 #q-1", "2 #q-2", "3 #q-3", "4 #m6"]
    assert steps(found["edgar-pendrake"]) == ["1 #m2", "2 #q-6", "3 #q-7"]
    # A voice without a name goes by its first quotation.
    assert steps(found["q-5"]) == ["1 #q-5"]
    assert found["q-5"].share.name.text == "Unknown speaker"


def test_those_who_are_only_named_have_steps_as_well() -> None:
    found = of(reading("a", "Ann Lee came.\nNobody spoke.\nShe left, and she slept. Ann Lee woke."))
    assert steps(found["ann-lee"]) == ["1 #m1", "2 #m2"]
    assert found["ann-lee"].share.percent == 0


def test_many_passages_are_left_to_the_script_and_the_page_of_the_person() -> None:
    lee = of(reading("a", "\n".join(["Ann Lee came."] * (MOST_STEPS + 3))))["ann-lee"]
    assert len(lee.steps) == MOST_STEPS
    assert lee.rest == " ".join(f"m{number}" for number in range(MOST_STEPS + 1, MOST_STEPS + 4))
    assert lee.more is not None
    assert (lee.more.text, lee.more.href) == ("3 more", "../../people/ann-lee/")
    # One more than the most is shown, where "1 more" would take the same room.
    lee = of(reading("a", "\n".join(["Ann Lee came."] * (MOST_STEPS + 1))))["ann-lee"]
    assert (len(lee.steps), lee.rest, lee.more) == (MOST_STEPS + 1, "", None)


def test_whoever_speaks_for_an_organisation_is_somebody_else() -> None:
    said = ("We are late,", "a spokeswoman for the Harbour Board", "nominal")
    found = of(reading("a", '"We are late," a spokeswoman for the Harbour Board said.\nThe Harbour Board met.', said))  # type: ignore[arg-type]
    assert steps(found["q-a-1"]) == ["1 #q-a-1"]
