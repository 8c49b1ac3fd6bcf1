"""Days gathered into bins along an axis of time: how long each is, and which empty stretches are left out."""

import datetime
from collections.abc import Collection
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from sitegen.compose.time_units import Unit, number_of

UNITS: tuple[Unit, ...] = ("day", "month", "quarter", "year", "decade")
# So many stems stand side by side on a narrow screen.
MOST_COLUMNS = 60
# An empty stretch of so many bins is left out, where there are not more such stretches than this.
_LONGEST_EMPTY = 10
_MOST_BREAKS = 2
BREAK_WIDTH = 2


@dataclass(frozen=True, slots=True)
class Column:
    """A bin of an axis, by its number; with a ``length`` of more than 1, that many empty ones that are left out."""

    number: int
    length: int = 1

    @property
    def is_break(self) -> bool:
        """Whether time is left out here."""
        return self.length > 1

    @property
    def width(self) -> int:
        """Its width in bins."""
        return BREAK_WIDTH if self.is_break else 1


@dataclass(frozen=True)
class Bins:
    """Bins of one unit, from the first day to the last."""

    unit: Unit
    columns: tuple[Column, ...]

    @cached_property
    def width(self) -> int:
        """The width of all columns, in bins."""
        return sum(column.width for column in self.columns)

    @property
    def breaks(self) -> tuple[Column, ...]:
        """Where time is left out."""
        return tuple(column for column in self.columns if column.is_break)


def bins_of(days: Collection[datetime.date]) -> Bins:
    """Return the bins for ``days``, of which there is one at least: the shortest unit in which they fit side by side.

    Long empty stretches are left out where they are few: of many, each would look as long as the others, and a longer
    unit tells more.
    """
    fits = [found for unit in UNITS[:-1] if (found := _bins(unit, days)) is not None]
    return fits[0] if fits else Bins(UNITS[-1], _columns(UNITS[-1], days))


def _bins(unit: Unit, days: Collection[datetime.date]) -> Bins | None:
    found = Bins(unit, _columns(unit, days))
    return found if len(found.breaks) <= _MOST_BREAKS and found.width <= MOST_COLUMNS else None


def _columns(unit: Unit, days: Collection[datetime.date]) -> tuple[Column, ...]:
    numbers = sorted({number_of(unit, day) for day in days})
    columns = [Column(numbers[0])]
    for before, number in pairwise(numbers):
        empty = number - before - 1
        if empty >= _LONGEST_EMPTY:
            columns.append(Column(before + 1, empty))
        else:
            columns += map(Column, range(before + 1, number))
        columns.append(Column(number))
    return tuple(columns)
