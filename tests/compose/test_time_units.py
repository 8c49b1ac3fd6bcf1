"""Units of time: how days fall into them, and what each is called."""

import datetime

import pytest

from sitegen.compose.time_units import Unit, number_of, unit_in_few_words, unit_in_words, year_of


@pytest.mark.parametrize(
    ("unit", "words", "few"),
    [
        ("day", "12 September 2024", "12 Sep 2024"),
        ("week", "the week of 9 September 2024", "week of 9 September 2024"),
        ("month", "September 2024", "Sep 2024"),
        ("quarter", "July–September 2024", "Jul 2024"),
        ("year", "2024", "2024"),
        ("decade", "the 2020s", "2020s"),
        ("century", "the years from 2000", "years from 2000"),
    ],
)
def test_each_unit_is_named_in_words_and_in_few(unit: Unit, words: str, few: str) -> None:
    number = number_of(unit, datetime.date(2024, 9, 12))
    assert (unit_in_words(unit, number), unit_in_few_words(unit, number)) == (words, few)


@pytest.mark.parametrize(
    ("unit", "last", "next_one"),
    [
        ("week", datetime.date(2024, 9, 15), datetime.date(2024, 9, 16)),
        ("month", datetime.date(2023, 12, 31), datetime.date(2024, 1, 1)),
        ("quarter", datetime.date(2024, 3, 31), datetime.date(2024, 4, 1)),
        ("decade", datetime.date(2019, 12, 31), datetime.date(2020, 1, 1)),
    ],
)
def test_a_unit_ends_where_the_next_begins(unit: Unit, last: datetime.date, next_one: datetime.date) -> None:
    assert number_of(unit, next_one) == number_of(unit, last) + 1
    assert number_of(unit, last - datetime.timedelta(5)) == number_of(unit, last)


def test_years_have_four_digits_everywhere() -> None:
    early = datetime.date(987, 5, 1)
    assert year_of(early) == "0987"
    assert unit_in_words("year", number_of("year", early)) == "0987"
    assert unit_in_words("month", number_of("month", early)) == "May 0987"
    assert year_of(None) == "undated"
