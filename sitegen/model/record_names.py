"""What authority records call somebody: names that are nobody else's, and words that others can bear."""

from collections.abc import Iterable

from sitegen.model.entity import AuthorityRecord
from sitegen.model.person_name import SUFFIXES, fold, plausible, split_name
from sitegen.model.withheld import UNSPACED, Names, Words, words_in


def names_of(records: Iterable[AuthorityRecord]) -> Names:
    """Return the names of ``records`` that stand for nobody else, wherever they are written.

    That leaves out a person's single words, such as a surname that is a variant: others can bear it, see
    ``bare_names``.
    """
    found = Names()
    for record in records:
        people = record.kind == "person"
        names = [name for name in record.names if not people or not _is_bare(name)]
        shorter = [" ".join(_without_suffix(name)) for name in names] if people else []
        found |= Names.of((*names, *(name for name in shorter if " " in name)), people=people)
    return found


def bare_names(records: Iterable[AuthorityRecord]) -> Names:
    """Return the single words that people are known by throughout a site: a name, or a variant, of one word."""
    people = (record for record in records if record.kind == "person")
    return Names.of(name for record in people for name in record.names if _is_bare(name))


def loose_names(records: Iterable[AuthorityRecord]) -> Names:
    """Return the names of people as they are found with middle names that the records do not give."""
    found = set()
    for record in records:
        for name in record.names if record.kind == "person" else ():
            words = _without_suffix(name)
            parts = split_name(words) if plausible(words) else None
            if parts is not None and parts.full:
                found.add((words_in(parts.given[0])[0], words_in(parts.surname)[0]))
    return Names(loose=tuple(sorted(found)))


def _is_bare(name: str) -> bool:
    return len(name.split()) == 1 and not UNSPACED.search(name)


def alone_of(record: AuthorityRecord) -> Names:
    """Return what stands for a person by itself: given names and surnames, with particles and in the plural as well.

    A variant tells them where it is a name and has a word in common with the record's name.
    """
    if record.kind != "person":
        return Names()
    own = set(words_in(record.name))
    found: set[str] = set()
    given: set[str] = set()
    for name in record.names:
        words = _without_suffix(name)
        parts = split_name(words) if plausible(words) else None
        if parts is not None and parts.full and own & set(words_in(name)):
            surname = parts.surname
            found |= {surname, surname.rsplit(" ", 1)[-1]}
            given |= {word for word in parts.given[:1] if len(word.rstrip(".")) > 1}
    return Names.of([*found, *given, *(f"{name}{ending}" for name in found for ending in ("s", "es"))])


def _without_suffix(name: str) -> Words:
    """Return the words of a name without "Jr." and its like."""
    words = [word.strip(",") for word in name.split()]
    while len(words) > 1 and fold(words[-1]) in SUFFIXES:
        words.pop()
    return tuple(words)
