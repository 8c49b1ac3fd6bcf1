"""What is known about a text, in the site's own words, and what became of each key that said it."""

from dataclasses import dataclass

from sitegen.adopt.entry import Entry

KEPT = "kept as a comment: nothing reads it here"
EMPTY = "empty, so there was nothing to take"


@dataclass(frozen=True, slots=True)
class Person:
    """A person named in the head; ``id`` is "" where none is said."""

    name: str
    id: str = ""


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
    source_name: str = ""
    source_url: str = ""
    source_archived: str = ""
    people: tuple[Person, ...] = ()


@dataclass(frozen=True, slots=True)
class Outcome:
    """What was done with one entry of a head, in words, and whether it is kept as a comment as well."""

    entry: Entry
    said: str
    kept: bool = False


def taken(entry: Entry, name: str) -> Outcome:
    """Return that an entry was taken as the key ``name``."""
    return Outcome(entry, f"taken as `{name}`")


def kept(entry: Entry, why: str = KEPT) -> Outcome:
    """Return that an entry stands in a comment, and nowhere else."""
    return Outcome(entry, why, kept=True)


def empty(entry: Entry) -> Outcome:
    """Return that an entry says nothing."""
    return Outcome(entry, EMPTY)
