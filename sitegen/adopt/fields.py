"""What is known about a text, in the site's own words, and what became of each key that said it."""

from dataclasses import dataclass

from sitegen.adopt.pair import Pair
from sitegen.model.article import NamedPerson, Publication

KEPT = "kept as a comment: nothing reads it here"
UNPUBLISHED = Publication("")


@dataclass(frozen=True, slots=True)
class Fields:
    """The front matter of a text; empty where nothing is said. ``date`` is as it is written there."""

    title: str = ""
    slug: str = ""
    date: str = ""
    authors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    summary: str = ""
    language: str = ""
    draft: bool = False
    source: Publication = UNPUBLISHED
    people: tuple[NamedPerson, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done with one pair of a head, in words, and whether it is kept as a comment as well."""

    pair: Pair
    said: str
    kept: bool = False


def taken(pair: Pair, name: str) -> Outcome:
    """Return that a pair was taken as the key ``name``."""
    return Outcome(pair, f"taken as `{name}`")


def kept(pair: Pair, why: str = "") -> Outcome:
    """Return that a pair stands in a comment, and nowhere else."""
    return Outcome(pair, f"kept as a comment: {why}" if why else KEPT, kept=True)


def empty(pair: Pair) -> Outcome:
    """Return that a pair says nothing."""
    return Outcome(pair, "empty, so there was nothing to take")
