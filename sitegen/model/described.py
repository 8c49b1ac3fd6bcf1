"""Settings as their keys, with what is said about each where it is defined."""

import dataclasses
import typing
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from msgspec import Meta

from sitegen.model.settings import Settings


@dataclass(frozen=True, slots=True)
class Key:
    """One key: its ``value`` in the settings at hand, its ``default``, and an ``example``, which may be the default."""

    name: str
    description: str
    value: Any
    default: Any
    example: Any


@dataclass(frozen=True, slots=True)
class Table:
    """The keys of one table; ``name`` and ``description`` are empty for those that stand in none."""

    name: str
    description: str
    keys: tuple[Key, ...]


def described(settings: Settings) -> tuple[Table, ...]:
    """Return all tables, the keys outside of tables first."""
    tables = [Table("", "", tuple(_keys(settings)))]
    for name, hint in _hints(settings):
        value = getattr(settings, name)
        if dataclasses.is_dataclass(value):
            tables.append(Table(name, _meta(hint).description or "", tuple(_keys(value))))
    return tuple(tables)


def _keys(holder: Any) -> Iterator[Key]:
    standard = type(holder)()
    for name, hint in _hints(holder):
        value, default, meta = getattr(holder, name), getattr(standard, name), _meta(hint)
        if not dataclasses.is_dataclass(value):
            example = meta.examples[0] if meta.examples else default
            yield Key(name, meta.description or "", value, default, example)


def _hints(holder: Any) -> list[tuple[str, Any]]:
    return list(typing.get_type_hints(type(holder), include_extras=True).items())


def _meta(hint: Any) -> Meta:
    return next(part for part in typing.get_args(hint) if isinstance(part, Meta))
