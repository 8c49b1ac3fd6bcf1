"""Versions of one utterance, case by case. A line of a case is a quotation:

    id | speaker | article | day, if any | kind | words

in which [brackets] hold what a mixed quotation has in marks; behind the kind may stand “denial”. The expected lines are
the families, the one that stands for each before its other versions, and for some of their members those that have
words in common with them.
"""

import datetime
import random
import re
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.relations import Family
from sitegen.relate import families as room
from sitegen.relate.families import families
from sitegen.relate.statement import Statement, statement
from tests.cases import Case, cases


def made(line: str, number: int) -> Statement:
    id_, speaker, article, day, kind, text = (part.strip() for part in line.split("|", 5))
    return statement(
        id_,
        speaker,
        article,
        datetime.date.fromisoformat(day) if day else None,
        number,
        kind.removesuffix(" denial"),
        denial=kind.endswith("denial"),
        parts=(text,),
        marked=tuple(re.findall(r"\[(.*?)\]", text)),
    )


def statements(case: Case) -> list[Statement]:
    return [made(line, number) for number, line in enumerate(case.text.splitlines(), 1) if line.strip()]


@pytest.mark.parametrize("case", cases("relate/versions"))
def test_case(case: Case) -> None:
    found = list(families(statements(case)))
    lines = [f"{family.lead}: {', '.join(family.ids[1:])}" for family in found]
    lines += [f"{id_} near: {', '.join(family.near(id_))}" for family in found for id_ in family.ids]
    assert set(case.expected) <= set(lines)
    assert sum(" near:" not in line for line in case.expected) == len(found), lines


VOCABULARY = "harbour ferry council pier stone winter storm mayor toll spring market not 12 40 the a we it".split()
texts = st.lists(st.sampled_from(VOCABULARY), min_size=1, max_size=14).map(" ".join)
quotations = st.lists(
    st.tuples(texts, st.sampled_from(["direct", "mixed", "indirect"]), st.integers(1, 28)), max_size=12
)


def several(found: list[tuple[str, str, int]]) -> list[Statement]:
    return [
        made(f"q{number} | ann | a{number % 4} | 2026-01-{day:02} | {kind} | {text}", number)
        for number, (text, kind, day) in enumerate(found)
    ]


@given(quotations, st.randoms(use_true_random=False))
def test_the_order_of_the_quotations_does_not_matter(
    found: list[tuple[str, str, int]], shuffled: random.Random
) -> None:
    one = several(found)
    other = list(one)
    shuffled.shuffle(other)
    assert sorted(families(one), key=_lead) == sorted(families(other), key=_lead)


@given(quotations)
def test_no_quotation_is_of_two_families(found: list[tuple[str, str, int]]) -> None:
    ids = [id_ for family in families(several(found)) for id_ in family.ids]
    assert len(ids) == len(set(ids))
    assert all(len(family.versions) > 1 for family in families(several(found)))


@given(texts, st.integers(2, 30))
def test_copies_are_one_family(text: str, copies: int) -> None:
    found = several([(text, "direct", 1 + number % 28) for number in range(copies)])
    known = list(families(found))
    telling = len(found[0].words) >= 4 and len(found[0].content) >= 2
    assert [len(family.versions) for family in known] == ([copies] if telling else [])


def _lead(family: Family) -> str:
    return family.lead


def test_many_copies_cost_no_more_than_their_number() -> None:
    words = "the sea has stopped being polite about the old breakwater"
    found = several([(words, "direct", 1)] * 400)
    compared = _compared_in(found)
    assert compared <= 400


def _compared_in(found: list[Statement]) -> int:
    count = 0
    original = room.likeness

    def counting(one: Statement, other: Statement) -> object:
        nonlocal count
        count += 1
        return original(one, other)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(room, "likeness", counting)
        list(families(found))
    return count


def test_which_leads_are_looked_at_does_not_depend_on_the_run() -> None:
    """Pairs of words are taken in the order of the text; the order of a set of words changes from run to run."""
    said = made("a | ann | one | | direct | The harbour council sold every ferry before the winter storms.", 1)
    content = [word for word in said.words if word in said.vocabulary]
    assert list(room._pairs(said)) == list(pairwise(content))
