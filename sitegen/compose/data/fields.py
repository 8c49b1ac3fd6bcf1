"""The fields of a file of data: one table from which lines of JSON, CSV and the documentation are made."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Generic, TypeVar

Row = TypeVar("Row")
# What a field holds; pairs are spans.
Value = str | int | float | bool | tuple[str, ...] | tuple[tuple[int, int], ...] | None


@dataclass(frozen=True, slots=True)
class Field(Generic[Row]):
    """One field: ``value`` reads it off a row. In CSV, ``joint`` stands between the texts of a list."""

    name: str
    values: str
    meaning: str
    value: Callable[[Row], Value]
    joint: str = "; "


@dataclass(frozen=True, slots=True)
class Table(Generic[Row]):
    """All fields of one file, in their order; ``order`` says in words how its lines are sorted."""

    name: str
    title: str
    holds: str
    order: str
    fields: tuple[Field[Row], ...]
