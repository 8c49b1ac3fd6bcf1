"""Dates of which only a part is known."""

import datetime

import pytest

from sitegen.model.entity import Role
from sitegen.model.partial_date import PartialDate, partial_date


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("1948", PartialDate(1948)),
        ("1948-11", PartialDate(1948, 11)),
        ("2024-02-29", PartialDate(2024, 2, 29)),
        ("2023-02-29", None),
        ("1948-13", None),
        ("0000", None),
        ("48", None),
        ("in 1948", None),
    ],
)
def test_forms(text: str, found: PartialDate | None) -> None:
    assert partial_date(text) == found
    assert found is None or str(found) == text


def test_a_role_is_held_between_its_bounds() -> None:
    role = Role("mayor", PartialDate(2016), PartialDate(2020, 2))
    days = [
        datetime.date(2015, 12, 31),
        datetime.date(2016, 1, 1),
        datetime.date(2020, 2, 29),
        datetime.date(2020, 3, 1),
    ]
    assert [role.held_on(day) for day in days] == [False, True, True, False]
    assert role.held_on(None)
