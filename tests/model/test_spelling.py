"""Spellings of one name."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sitegen.model.spelling import loose, spellings


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Müller", "Mueller", True),
        ("Müller", "Muller", True),
        ("Mueller", "Muller", False),
        ("Sørensen", "Soerensen", True),
        ("Zelenskiy", "Zelensky", True),
        ("Kaminski", "Kaminsky", False),
        ("Díaz", "Diaz", True),
        ("Lee", "Li", False),
    ],
)
def test_spellings(one: str, other: str, same: bool) -> None:
    assert bool(spellings(one) & spellings(other)) == same
    assert not same or loose(one) == loose(other)


@given(st.text(alphabet="aeouäöüßåøæ skiyj", min_size=1, max_size=12))
def test_all_spellings_share_a_key(word: str) -> None:
    assert {loose(each) for each in spellings(word)} == {loose(word)}
