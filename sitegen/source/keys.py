"""The keys of front matter, described for those who write it: the reference is made from these tables."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Key:
    """One key: ``form`` says what its value is, ``example`` shows it as YAML.

    ``on_pages`` tells that plain pages have a use for it as well.
    """

    name: str
    form: str
    meaning: str
    example: str
    on_pages: bool = False


def names(keys: Iterable[Key]) -> frozenset[str]:
    """Return the names of ``keys``."""
    return frozenset(key.name for key in keys)
