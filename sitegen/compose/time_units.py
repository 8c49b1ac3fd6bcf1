"""Units of time in which what is dated is gathered: how each counts, and what it is called."""

import datetime
from typing import Literal

from sitegen.compose.wording import MONTHS, day_of

Unit = Literal["day", "week", "month", "quarter", "year", "decade", "century"]
UNDATED = "undated"


def year_of(day: datetime.date | None) -> str:
    """Return a year as addresses and headings have it, "2024" or "0987"; ``UNDATED`` where the day is not known."""
    return UNDATED if day is None else f"{day.year:04d}"


def number_of(unit: Unit, day: datetime.date) -> int:
    """Return the number of the unit that ``day`` lies in: those that follow each other in time count on by one."""
    match unit:
        case "day":
            return day.toordinal()
        case "week":
            # The calendar begins with a Monday.
            return (day.toordinal() - 1) // 7
        case "month":
            return day.year * 12 + day.month - 1
        case "quarter":
            return day.year * 4 + (day.month - 1) // 3
        case "year":
            return day.year
        case "decade":
            return day.year // 10
        case "century":
            return day.year // 100


def unit_in_words(unit: Unit, number: int) -> str:
    """Return "9 September 2024", "the week of 9 September 2024", "July–September 2024", "2024", "the 2020s"."""
    match unit:
        case "day":
            return day_of(datetime.date.fromordinal(number)).text
        case "week":
            return f"the week of {day_of(datetime.date.fromordinal(7 * number + 1)).text}"
        case "month":
            return f"{MONTHS[number % 12]} {number // 12:04d}"
        case "quarter":
            first = number % 4 * 3
            return f"{MONTHS[first]}–{MONTHS[first + 2]} {number // 4:04d}"
        case "year":
            return f"{number:04d}"
        case "decade":
            return f"the {number:03d}0s"
        case "century":
            return f"the years from {number:02d}00"


def unit_in_few_words(unit: Unit, number: int) -> str:
    """Return "9 Sep 2024", "Sep 2024", "Jul 2024", "2024" or "2020s", for the axis of a picture."""
    match unit:
        case "day" | "month":
            *day, month, year = unit_in_words(unit, number).split()
            return " ".join((*day, month[:3], year))
        case "quarter":
            return f"{MONTHS[number % 4 * 3][:3]} {number // 4:04d}"
        case _:
            return unit_in_words(unit, number).removeprefix("the ")
